// SPDX-License-Identifier: MIT
#include "program/preferences.h"

#include "base/text.h"
#include "program/folders.h"

#include <stdio.h>

/* What the command line calls each. OPTION_COUNT: it has no option, since what somebody holds is no
 * matter of one session. */
static const enum option_id options_of[SETTING_COUNT] = {
    [SETTING_VOLUME] = OPTION_VOLUME,
    [SETTING_VOICE_VOLUME] = OPTION_VOICE_VOLUME,
    [SETTING_CUE_VOLUME] = OPTION_CUE_VOLUME,
    [SETTING_BREATH_VOLUME] = OPTION_BREATH_VOLUME,
    [SETTING_AMBIENCE_VOLUME] = OPTION_AMBIENCE_VOLUME,
    [SETTING_THEME] = OPTION_THEME,
    [SETTING_MOTION] = OPTION_REDUCED_MOTION,
    [SETTING_PALETTE] = OPTION_PALETTE,
    [SETTING_EYES] = OPTION_EYES_CLOSED,
    [SETTING_LANGUAGE] = OPTION_LANGUAGE,
    [SETTING_KEYS_ON] = OPTION_COUNT,
    [SETTING_HISTORY] = OPTION_NO_HISTORY,
    [SETTING_EQUIPMENT] = OPTION_HAVE,
};

static int *volume_of(struct options *options, enum setting setting)
{
    switch (setting) {
    case SETTING_VOLUME:
        return &options->volume;
    case SETTING_VOICE_VOLUME:
        return &options->volumes[BUS_VOICE];
    case SETTING_CUE_VOLUME:
        return &options->volumes[BUS_CUES];
    case SETTING_BREATH_VOLUME:
        return &options->volumes[BUS_BREATH];
    case SETTING_AMBIENCE_VOLUME:
        return &options->volumes[BUS_AMBIENCE];
    default:
        return NULL;
    }
}

static const char **word_of(struct options *options, enum setting setting)
{
    switch (setting) {
    case SETTING_THEME:
        return &options->theme;
    case SETTING_PALETTE:
        return &options->palette;
    case SETTING_LANGUAGE:
        return &options->language;
    case SETTING_EQUIPMENT:
        return &options->have;
    default:
        return NULL;
    }
}

/* A setting that is a switch on the command line. */
static bool is_switch(enum setting setting)
{
    return setting == SETTING_MOTION || setting == SETTING_EYES || setting == SETTING_HISTORY;
}

static void put(struct options *options, const struct settings *settings, enum setting setting)
{
    const struct setting_value *value = &settings->values[setting];
    const char **word = word_of(options, setting);
    int *volume = volume_of(options, setting);
    if (volume != NULL)
        *volume = value->number;
    bool automatic = setting == SETTING_LANGUAGE && text_equal(value->text, "auto");
    if (word != NULL)
        *word = automatic ? NULL : setting_word(settings, setting);
    if (is_switch(setting))
        options->given[options_of[setting]] = value->number != 0;
}

void preferences_put(struct options *options, const struct settings *settings, enum setting setting)
{
    put(options, settings, setting);
    if (volume_of(options, setting) != NULL)
        options->given[options_of[setting]] = true;
}

/* A word may have been put by whoever read the settings before. */
static bool is_given(struct options *options, enum setting setting)
{
    const char **word = word_of(options, setting);
    bool named = setting == SETTING_HISTORY && options->given[OPTION_HISTORY];
    bool given = options_of[setting] != OPTION_COUNT && options->given[options_of[setting]];
    return given || (word != NULL && *word != NULL) || named;
}

void preferences_read(struct arena *arena, struct options *options, struct diag_list *diags,
                      struct preferences *out)
{
    bool none = options->given[OPTION_NO_SETTINGS] || options->given[OPTION_SIMULATE];
    out->path = none ? NULL : folders_settings(arena);
    settings_usual(&out->settings);
    if (out->path != NULL)
        settings_read(arena, out->path, diags, &out->settings);
    for (int i = 0; i < SETTING_COUNT; i++) {
        enum setting setting = (enum setting)i;
        bool volume = volume_of(options, setting) != NULL;
        if (!is_given(options, setting) && (volume || out->settings.said[i]))
            put(options, &out->settings, setting);
    }
}

static int choice_of(enum setting setting, const char *word)
{
    const char *const *words = setting_table[setting].words;
    for (int i = 0; i < SETTING_WORDS && words[i] != NULL; i++)
        if (text_equal(words[i], word))
            return i;
    return 0;
}

void preferences_overlay(struct settings *settings, const struct options *given)
{
    struct options options = *given;
    for (int i = 0; i < SETTING_COUNT; i++) {
        struct setting_value *value = &settings->values[i];
        const char **word = word_of(&options, (enum setting)i);
        const int *volume = volume_of(&options, (enum setting)i);
        if (volume != NULL && options.given[options_of[i]])
            value->number = *volume;
        if (is_switch((enum setting)i))
            value->number = options.given[options_of[i]];
        if (word == NULL || *word == NULL)
            continue;
        if (setting_table[i].kind == SETTING_CHOICE)
            value->number = choice_of((enum setting)i, *word);
        else if (*word != value->text)
            snprintf(value->text, SETTING_TEXT, "%s", *word);
    }
}

// SPDX-License-Identifier: MIT
#include "player/sample.h"

#include "platform/clock.h"

#include <string.h>

#define BREATH (2500 * TICK_MS)
/* The voice is an English one, whatever language the screen is in. */
#define WORDS "This is how loud I am."

static void open_device(struct sample *sample, struct app *app, const struct options *options)
{
    struct sound_options wanted = {.manner = app_manner(app, NULL),
                                   .ambience = options->ambience,
                                   .voice = true,
                                   .volume = options->volume,
                                   .speed = 1};
    memcpy(wanted.volumes, options->volumes, sizeof wanted.volumes);
    if (app->assets != NULL)
        wanted.cues = arena_format(&app->arena, "%s/sounds", app->assets);
    sample->sound = sound_create(&wanted, clock_now);
}

static void breathe(struct sound *sound)
{
    static const struct cue breath = {.kind = CUE_BREATHE_OUT, .length = BREATH};
    sound_cue(sound, &breath, clock_now());
}

static void speak(struct sound *sound)
{
    sound_say(sound, WORDS, clock_now());
}

static void ring(struct sound *sound)
{
    sound_now(sound, CUE_STEP_DONE);
}

static void nothing_more(struct sound *sound)
{
    (void)sound; /* the ambience goes round by itself */
}

void sample_play(struct sample *sample, struct app *app, const struct options *options,
                 enum setting setting)
{
    static void (*const plays[SETTING_COUNT])(struct sound *) = {
        [SETTING_VOLUME] = ring,
        [SETTING_VOICE_VOLUME] = speak,
        [SETTING_CUE_VOLUME] = ring,
        [SETTING_BREATH_VOLUME] = breathe,
        [SETTING_AMBIENCE_VOLUME] = nothing_more,
    };
    if (plays[setting] == NULL)
        return;
    if (sample->sound == NULL)
        open_device(sample, app, options);
    if (sample->sound == NULL)
        return;
    sound_flush(sample->sound);
    sound_set_volume(sample->sound, options->volume, options->given[OPTION_MUTE]);
    for (int bus = 0; bus < BUSES; bus++)
        sound_set_bus_volume(sample->sound, bus, options->volumes[bus]);
    sound_set_ambience(sample->sound, setting == SETTING_AMBIENCE_VOLUME);
    plays[setting](sample->sound);
}

void sample_tend(struct sample *sample)
{
    if (sample->sound != NULL)
        sound_tend(sample->sound, clock_now());
}

void sample_close(struct sample *sample)
{
    sound_destroy(sample->sound);
    sample->sound = NULL;
}

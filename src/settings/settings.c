// SPDX-License-Identifier: MIT
#include "settings/settings.h"

#include "base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <unistd.h>

const struct setting_info setting_table[SETTING_COUNT] = {
    [SETTING_VOLUME] = {"volume", SETTING_NUMBER, 0, 100, 80, {NULL}},
    [SETTING_VOICE_VOLUME] = {"voice volume", SETTING_NUMBER, 0, 100, 100, {NULL}},
    [SETTING_CUE_VOLUME] = {"cue volume", SETTING_NUMBER, 0, 100, 100, {NULL}},
    [SETTING_BREATH_VOLUME] = {"breath volume", SETTING_NUMBER, 0, 100, 100, {NULL}},
    [SETTING_AMBIENCE_VOLUME] = {"ambience volume", SETTING_NUMBER, 0, 100, 50, {NULL}},
    [SETTING_THEME] = {"theme", SETTING_CHOICE, 0, 0, 0, {"night", "light", "contrast"}},
    [SETTING_MOTION] = {"motion", SETTING_CHOICE, 0, 0, 0, {"full", "reduced"}},
    [SETTING_PALETTE] = {"palette", SETTING_NAME, 0, 0, 0, {"lagoon"}},
    [SETTING_EYES] = {"eyes", SETTING_CHOICE, 0, 0, 0, {"open", "closed"}},
    [SETTING_LANGUAGE] = {"language", SETTING_NAME, 0, 0, 0, {"auto"}},
    [SETTING_KEYS_ON] = {"keys are on", SETTING_CHOICE, 0, 0, 0, {"either", "keyboard", "remote"}},
    [SETTING_HISTORY] = {"history", SETTING_CHOICE, 0, 0, 0, {"kept", "none"}},
    [SETTING_EQUIPMENT] = {"equipment", SETTING_LIST, 0, 0, 0, {NULL}},
};

void settings_usual(struct settings *settings)
{
    *settings = (struct settings){.keys = NULL};
    for (int i = 0; i < SETTING_COUNT; i++) {
        const struct setting_info *info = &setting_table[i];
        settings->values[i].number = info->usual;
        if (info->kind == SETTING_NAME)
            snprintf(settings->values[i].text, SETTING_TEXT, "%s", info->words[0]);
    }
}

static bool read_number(const struct node *node, int least, int most, int *out)
{
    int number = 0;
    if (node->kind != NODE_TEXT || node->text[0] == '\0' || strlen(node->text) > 6)
        return false;
    for (const char *c = node->text; *c != '\0'; c++) {
        if (*c < '0' || *c > '9')
            return false;
        number = number * 10 + (*c - '0');
    }
    if (number < least || number > most)
        return false;
    *out = number;
    return true;
}

static bool read_choice(const struct node *node, const struct setting_info *info, int *out)
{
    for (int i = 0; i < SETTING_WORDS && info->words[i] != NULL; i++)
        if (node->kind == NODE_TEXT && text_equal(node->text, info->words[i])) {
            *out = i;
            return true;
        }
    return false;
}

/* What needs no quotes, wherever it stands. */
static bool is_name(const struct node *node)
{
    if (node->kind != NODE_TEXT || node->text[0] == '\0' || strchr(" -.", node->text[0]) != NULL)
        return false;
    for (const unsigned char *c = (const unsigned char *)node->text; *c != '\0'; c++)
        if (*c < 0x80 && !isalnum(*c) && strchr(" -_.", *c) == NULL)
            return false;
    return true;
}

static bool read_name(const struct node *node, char out[SETTING_TEXT])
{
    return is_name(node) && snprintf(out, SETTING_TEXT, "%s", node->text) < SETTING_TEXT;
}

static bool read_list(const struct node *node, struct setting_value *out)
{
    out->text[0] = '\0';
    for (uint32_t i = 0; node->kind == NODE_LIST && i < node->count; i++) {
        if (!is_name(&node->items[i]))
            return false;
        setting_put(out, node->items[i].text, true);
        if (!setting_has(out, node->items[i].text))
            return false;
    }
    return node->kind == NODE_LIST;
}

static bool read_value(const struct node *node, const struct setting_info *info,
                       struct setting_value *out)
{
    switch (info->kind) {
    case SETTING_NUMBER:
        return read_number(node, info->least, info->most, &out->number);
    case SETTING_CHOICE:
        return read_choice(node, info, &out->number);
    case SETTING_NAME:
        return read_name(node, out->text);
    default:
        return read_list(node, out);
    }
}

static void say_form(struct diag_list *diags, const struct node *node,
                     const struct setting_info *info)
{
    const char *const *words = info->words;
    switch (info->kind) {
    case SETTING_NUMBER:
        diag_error(diags, node->span, "'%s' takes a whole number from %d to %d", info->key,
                   info->least, info->most);
        break;
    case SETTING_CHOICE:
        diag_error(diags, node->span, "'%s' takes %s%s%s or %s", info->key, words[0],
                   words[2] != NULL ? ", " : "", words[2] != NULL ? words[1] : "",
                   words[words[2] != NULL ? 2 : 1]);
        break;
    case SETTING_NAME:
        diag_error(diags, node->span, "'%s' takes a name such as '%s'", info->key, words[0]);
        break;
    default:
        diag_error(diags, node->span, "'%s' takes a list such as [mat, foam roller]", info->key);
    }
}

static void read_setting(struct diag_list *diags, const struct node *node, int setting,
                         struct settings *out)
{
    struct setting_value value = {0};
    out->said[setting] = read_value(node, &setting_table[setting], &value);
    if (out->said[setting])
        out->values[setting] = value;
    else
        say_form(diags, node, &setting_table[setting]);
}

static int setting_of(const char *key)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (text_equal(setting_table[i].key, key))
            return i;
    return -1;
}

static void say_unknown(struct arena *arena, struct diag_list *diags, const struct node *key)
{
    const char *names[SETTING_COUNT + 1];
    for (int i = 0; i < SETTING_COUNT; i++)
        names[i] = setting_table[i].key;
    names[SETTING_COUNT] = SETTINGS_KEYS;
    const char *near = text_nearest(key->text, names, SETTING_COUNT + 1);
    diag_warning(diags, key->span, "no setting is called %s%s%s%s", node_quoted(key, arena),
                 near != NULL ? "; did you mean '" : "; it is kept, and does nothing",
                 near != NULL ? near : "", near != NULL ? "'?" : "");
}

/* A setting is changed by its line: each must have one. */
static bool on_lines_of_their_own(const struct node *root)
{
    for (uint32_t i = 0; i < root->count; i++)
        if (root->keys[i].span.column != 1 ||
            (i > 0 && root->keys[i].span.line == root->keys[i - 1].span.line))
            return false;
    return true;
}

static int read_version(struct diag_list *diags, const struct node *root)
{
    int version = 0;
    const struct node *node = node_get(root, SETTINGS_KEY);
    if (node == NULL || !read_number(node, 1, 99999, &version))
        diag_error(diags, node != NULL ? node->span : root->span,
                   "settings begin with '" SETTINGS_KEY ": %d'", SETTINGS_VERSION);
    return version;
}

static void read_map(struct arena *arena, const struct node *root, struct diag_list *diags,
                     struct settings *out)
{
    int version = read_version(diags, root);
    if (!on_lines_of_their_own(root))
        diag_error(diags, root->span, "write each setting at the start of a line of its own");
    for (uint32_t i = 0; i < root->count; i++) {
        const struct node *key = &root->keys[i], *value = &root->items[i];
        int setting = setting_of(key->text);
        if (setting >= 0) {
            read_setting(diags, value, setting, out);
        } else if (text_equal(key->text, SETTINGS_KEYS)) {
            if (value->kind == NODE_MAP)
                out->keys = value;
            else
                diag_error(diags, value->span,
                           "write one line for each key under '" SETTINGS_KEYS
                           "', such as '  n: next'");
        } else if (version <= SETTINGS_VERSION && !text_equal(key->text, SETTINGS_KEY)) {
            say_unknown(arena, diags, key);
        }
    }
}

static bool take(struct arena *arena, const struct node *root, struct diag_list *diags,
                 struct settings *out)
{
    if (root->kind == NODE_MAP)
        read_map(arena, root, diags, out);
    else
        diag_error(diags, root->span, "settings begin with '" SETTINGS_KEY ": %d'",
                   SETTINGS_VERSION);
    return diags->errors == 0;
}

bool settings_parse(struct arena *arena, const char *name, const char *text, size_t length,
                    struct diag_list *diags, struct settings *out)
{
    const struct node *root;
    settings_usual(out);
    return document_parse(arena, name, text, length, diags, &root) && take(arena, root, diags, out);
}

void settings_read(struct arena *arena, const char *path, struct diag_list *diags,
                   struct settings *out)
{
    const struct node *root;
    settings_usual(out);
    if (access(path, F_OK) == 0 && document_read(arena, path, diags, &root))
        take(arena, root, diags, out);
}

// SPDX-License-Identifier: MIT
#include "settings/settings.h"

#include "base/text.h"

#include <unistd.h>

const struct setting_info setting_table[SETTING_COUNT] = {
    [SETTING_VOLUME] = {"volume", 0, 100, 80},
    [SETTING_VOICE_VOLUME] = {"voice volume", 0, 100, 100},
    [SETTING_CUE_VOLUME] = {"cue volume", 0, 100, 100},
    [SETTING_BREATH_VOLUME] = {"breath volume", 0, 100, 100},
    [SETTING_AMBIENCE_VOLUME] = {"ambience volume", 0, 100, 50},
};

void settings_usual(struct settings *settings)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        settings->values[i] = setting_table[i].usual;
    settings->keys = NULL;
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
            const struct setting_info *info = &setting_table[setting];
            if (!read_number(value, info->least, info->most, &out->values[setting]))
                diag_error(diags, value->span, "'%s' takes a whole number from %d to %d", info->key,
                           info->least, info->most);
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

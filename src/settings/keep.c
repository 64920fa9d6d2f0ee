// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "base/text.h"
#include "settings/replace.h"
#include "settings/settings.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file that is a link elsewhere stays one. */
static const char *resolve(struct arena *arena, const char *path)
{
    char resolved[PATH_MAX];
    if (realpath(path, resolved) != NULL)
        path = resolved;
    return arena_copy(arena, path, strlen(path));
}

static bool is_sound(struct arena *arena, const char *text, size_t length, struct settings *out)
{
    struct diag_list diags;
    diag_init(&diags, arena);
    return settings_parse(arena, "settings", text, length, &diags, out);
}

/* Where a line begins. */
static size_t line_start(const char *text, size_t length, uint32_t line)
{
    size_t at = 0;
    for (; line > 1 && at < length; at++)
        line -= text[at] == '\n';
    return at;
}

/* Behind the value, which may be a list of several lines. */
static size_t value_end(const char *text, size_t length, const struct node *value)
{
    const struct node *last = value;
    if (value->kind == NODE_LIST && value->count > 0)
        last = &value->items[value->count - 1];
    size_t start = line_start(text, length, value->span.line) + value->span.column - 1;
    size_t end = line_start(text, length, last->span.line) + last->span.column - 1;
    end += value->kind == NODE_LIST && value->count == 0 ? 1 : last->span.length;
    if (value->kind == NODE_LIST && start < length && text[start] == '[')
        while (end < length && text[end - 1] != ']')
            end++;
    return end;
}

static const char *replaced(struct arena *arena, const char *text, size_t length,
                            const struct node *value, const char *words)
{
    size_t at = line_start(text, length, value->span.line) + value->span.column - 1;
    size_t behind = value_end(text, length, value);
    if (at > behind || behind > length)
        return text;
    /* A list with a line for each item is not indented, maybe: a list in one line has to be. */
    const char *indent = value->kind == NODE_LIST && value->span.column == 1 ? "  " : "";
    return arena_format(arena, "%.*s%s%s%.*s", (int)at, text, indent, words, (int)(length - behind),
                        text + behind);
}

static const char *added(struct arena *arena, const char *text, size_t length, const char *key,
                         const char *words)
{
    if (length == 0)
        return arena_format(
            arena, "# What unknot remembers. Yours to change, too.\n" SETTINGS_KEY ": %d\n%s: %s\n",
            SETTINGS_VERSION, key, words);
    const char *newline = text[length - 1] == '\n' ? "" : "\n";
    return arena_format(arena, "%.*s%s%s: %s\n", (int)length, text, newline, key, words);
}

/* As it stands in the file. */
static const char *written(struct arena *arena, enum setting setting,
                           const struct setting_value *value)
{
    const struct setting_info *info = &setting_table[setting];
    switch (info->kind) {
    case SETTING_NUMBER:
        return arena_format(arena, "%d", value->number);
    case SETTING_CHOICE:
        return info->words[value->number];
    case SETTING_NAME:
        return value->text;
    default:
        return arena_format(arena, "[%s]", value->text);
    }
}

/* `text` has no mistakes, or nothing in it. */
static const char *changed(struct arena *arena, const char *text, size_t length,
                           enum setting setting, const struct setting_value *wanted)
{
    const char *key = setting_table[setting].key, *words = written(arena, setting, wanted);
    const struct node *root, *value = NULL;
    struct diag_list diags;
    diag_init(&diags, arena);
    if (length > 0 && document_parse(arena, "settings", text, length, &diags, &root))
        value = node_get(root, key);
    return value != NULL ? replaced(arena, text, length, value, words)
                         : added(arena, text, length, key, words);
}

static bool keep(struct arena *arena, const char *path, enum setting setting,
                 const struct setting_value *value, char why[SETTINGS_WHY])
{
    const char *text = "", *error;
    size_t length = 0;
    struct settings settings;
    path = resolve(arena, path);
    if (!replace_folders(arena, path, why))
        return false;
    if (access(path, F_OK) == 0 &&
        (!file_read(arena, path, DOCUMENT_MAX_BYTES, &text, &length, &error) ||
         !is_sound(arena, text, length, &settings))) {
        if (rename(path, arena_format(arena, "%s.broken", path)) != 0)
            return replace_failed(why, "it has mistakes and cannot be set aside");
        text = "";
        length = 0;
    }
    text = changed(arena, text, length, setting, value);
    if (!is_sound(arena, text, strlen(text), &settings) ||
        !setting_same(&settings.values[setting], value)) {
        snprintf(why, SETTINGS_WHY, "it is written in a way that a program cannot change");
        return false;
    }
    return replace_file(arena, path, text, why);
}

bool settings_keep(const char *path, enum setting setting, const struct setting_value *value,
                   char why[SETTINGS_WHY])
{
    struct arena arena;
    arena_init(&arena);
    bool kept = keep(&arena, path, setting, value, why);
    arena_finish(&arena);
    return kept;
}

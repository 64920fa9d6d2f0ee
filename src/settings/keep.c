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

static const char *replaced(struct arena *arena, const char *text, size_t length,
                            const struct node *value, int number)
{
    size_t at = line_start(text, length, value->span.line) + value->span.column - 1;
    size_t behind = at + value->span.length;
    if (behind > length)
        return text;
    return arena_format(arena, "%.*s%d%.*s", (int)at, text, number, (int)(length - behind),
                        text + behind);
}

static const char *added(struct arena *arena, const char *text, size_t length, const char *key,
                         int number)
{
    if (length == 0)
        return arena_format(
            arena, "# What unknot remembers. Yours to change, too.\n" SETTINGS_KEY ": %d\n%s: %d\n",
            SETTINGS_VERSION, key, number);
    const char *newline = text[length - 1] == '\n' ? "" : "\n";
    return arena_format(arena, "%.*s%s%s: %d\n", (int)length, text, newline, key, number);
}

/* `text` has no mistakes, or nothing in it. */
static const char *changed(struct arena *arena, const char *text, size_t length,
                           enum setting setting, int number)
{
    const char *key = setting_table[setting].key;
    const struct node *root, *value = NULL;
    struct diag_list diags;
    diag_init(&diags, arena);
    if (length > 0 && document_parse(arena, "settings", text, length, &diags, &root))
        value = node_get(root, key);
    return value != NULL ? replaced(arena, text, length, value, number)
                         : added(arena, text, length, key, number);
}

static bool keep(struct arena *arena, const char *path, enum setting setting, int value,
                 char why[SETTINGS_WHY])
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
    if (!is_sound(arena, text, strlen(text), &settings) || settings.values[setting] != value) {
        snprintf(why, SETTINGS_WHY, "it is written in a way that a program cannot change");
        return false;
    }
    return replace_file(arena, path, text, why);
}

bool settings_keep(const char *path, enum setting setting, int value, char why[SETTINGS_WHY])
{
    struct arena arena;
    arena_init(&arena);
    bool kept = keep(&arena, path, setting, value, why);
    arena_finish(&arena);
    return kept;
}

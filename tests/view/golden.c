// SPDX-License-Identifier: MIT
#include "view/golden.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { MOST_BYTES = 8 << 20 };

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

static void compare(const char *path, const char *who, const char *text, const char *golden)
{
    int line = 1;
    while (*text && *golden) {
        size_t a = line_length(text), b = line_length(golden);
        if (a != b || memcmp(text, golden, a) != 0)
            break;
        text += a + (text[a] == '\n');
        golden += b + (golden[b] == '\n');
        line++;
    }
    if (*text || *golden)
        fail_msg("%s:%d%s%s\n  expected: %.*s\n  drawn:    %.*s", path, line,
                 who != NULL ? ", by " : "", who != NULL ? who : "", (int)line_length(golden),
                 golden, (int)line_length(text), text);
}

static void write_golden(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

void golden_check(const char *path, const char *who, const char *text)
{
    struct arena arena;
    const char *golden, *error;
    size_t length;
    if (getenv("UNKNOT_GOLDEN_WRITE")) {
        write_golden(path, text);
        return;
    }
    arena_init(&arena);
    if (!file_read(&arena, path, MOST_BYTES, &golden, &length, &error))
        fail_msg("cannot read %s: %s", path, error);
    compare(path, who, text, golden);
    arena_finish(&arena);
}

void golden_check_list(const char *path, const struct draw_list *list)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    draw_list_print(list, out);
    fclose(out);
    golden_check(path, NULL, text);
    free(text);
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_TEXT_H
#define UNKNOT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Texts are UTF-8 and end in NUL unless a length stands beside them. */

struct text_list {
    const char **items;
    size_t count;
};

static inline bool text_equal(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0; /* mostly they differ at once */
}
static inline bool text_list_has(const struct text_list *list, const char *text)
{
    size_t i = 0;
    while (i < list->count && !text_equal(list->items[i], text))
        i++;
    return i < list->count;
}

#define TEXT_INVALID UINT32_MAX
/* Decodes one character at `*at` and moves `*at` past it. An invalid byte gives TEXT_INVALID and
 * moves by one. Overlong forms, surrogates and values above U+10FFFF are invalid. `*at` < `end`. */
uint32_t text_next(const char **at, const char *end);
/* Number of characters; an invalid byte counts as one. */
size_t text_count(const char *text, size_t length);
/* Columns in a terminal: 0 for combining marks, 2 for wide East Asian characters. */
int text_columns(uint32_t character);
uint64_t text_hash(const char *text, size_t length);
bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *suffix);

/* The one of `names` that the writer most likely meant by `word`: few letters swapped, left out,
 * added or changed. NULL when none is near enough to be worth offering. */
const char *text_nearest(const char *word, const char *const *names, size_t count);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_SIDES_H
#define UNKNOT_ROUTINE_SIDES_H

#include <stdbool.h>
#include <stddef.h>

/* Where a line names the side: "{side}", or both words for it where they depend on the sentence,
 * the left one first: "dein {linkes|rechtes} Knie". */
struct side_mark {
    const char *at; /* the brace */
    size_t length;
    const char *left, *right; /* into the text; NULL: "left" and "right" in the line's language */
    size_t left_length, right_length;
};

/* The first in a text; false: there is none. */
bool side_mark_find(const char *text, struct side_mark *mark);

#endif

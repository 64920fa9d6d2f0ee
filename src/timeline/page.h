// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_PAGE_H
#define UNKNOT_TIMELINE_PAGE_H

#include "base/tick.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Text that grows at its end, in columns. A plan has tens of thousands of short fields, and
 * formatting each with fprintf would take several times longer than all the rest of planning. */

struct page {
    FILE *out;
    char *bytes; /* what is not written yet */
    size_t length, capacity;
    size_t line; /* where the current line begins */
    bool failed; /* `out` did not take it all */
};

void page_init(struct page *page, FILE *out);
/* Writes the rest. False when `out` did not take it all. */
bool page_finish(struct page *page);

/* Room for `more` bytes: for page_room only. */
void page_make_room(struct page *page, size_t more);
void page_number(struct page *page, int64_t number);
/* "0:08" or "0:08.250", right-aligned in `width` columns or what it takes. */
void page_clock(struct page *page, tick t, size_t width);
/* The same with the seconds aligned: "0:08    " or "0:08.250" in `width` columns. */
void page_clock_ms(struct page *page, tick t, size_t width);
/* "5 s", "1 min 30 s". */
void page_words(struct page *page, tick t);
/* Fills up what was written since `from`, a length of the page in this line, to `width` columns of
 * a terminal.
 */
void page_pad(struct page *page, size_t from, size_t width);
/* The columns that a text takes in a terminal. */
size_t page_columns(const char *text, size_t length);
/* Ends the line; spaces at its end are left out. */
void page_newline(struct page *page);

/* Where the next `more` bytes go. */
static inline char *page_room(struct page *page, size_t more)
{
    if (page->capacity - page->length < more)
        page_make_room(page, more);
    return page->bytes + page->length;
}

static inline void page_put(struct page *page, const char *text, size_t length)
{
    memcpy(page_room(page, length), text, length);
    page->length += length;
}

/* Inline, so that the length of a literal is known when compiling. */
static inline void page_text(struct page *page, const char *text)
{
    page_put(page, text, strlen(text));
}

static inline void page_spaces(struct page *page, size_t count)
{
    enum { FEW = 16 }; /* a fixed number is one store, and a column rarely needs more */
    char *room = page_room(page, count + FEW);
    memset(room, ' ', FEW);
    if (count > FEW)
        memset(room, ' ', count);
    page->length += count;
}

#endif

// SPDX-License-Identifier: MIT
#include "timeline/page.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15, FIRST_CAPACITY = CHUNK + (1 << 12), DIGITS = 24 };

void page_init(struct page *page, FILE *out)
{
    *page = (struct page){.out = out, .bytes = memory_alloc(FIRST_CAPACITY)};
    page->capacity = FIRST_CAPACITY;
}

static void flush(struct page *page)
{
    if (fwrite(page->bytes, 1, page->length, page->out) != page->length)
        page->failed = true;
    page->length = 0;
}

bool page_finish(struct page *page)
{
    flush(page);
    free(page->bytes);
    return !page->failed;
}

void page_make_room(struct page *page, size_t more)
{
    page->capacity = 2 * page->capacity + more;
    page->bytes = memory_resize(page->bytes, page->capacity);
}

/* Writes from the end of a buffer towards its beginning; returns where the number begins. */
static char *digits_before(char *end, uint64_t number, int at_least)
{
    for (; number > 0 || at_least > 0; number /= 10, at_least--)
        *--end = (char)('0' + number % 10);
    return end;
}

void page_number(struct page *page, int64_t number)
{
    char buffer[DIGITS], *end = buffer + DIGITS;
    char *at = digits_before(end, number < 0 ? -(uint64_t)number : (uint64_t)number, 1);
    if (number < 0)
        *--at = '-';
    page_put(page, at, (size_t)(end - at));
}

static char *two_digits_before(char *end, unsigned number)
{
    *--end = (char)('0' + number % 10);
    *--end = (char)('0' + number / 10);
    return end;
}

/* Writes backwards into a field of spaces, which then goes to the page in one piece. */
static void put_clock(struct page *page, tick t, size_t width, size_t width_of_whole)
{
    enum { BEFORE = DIGITS, FIELD = 2 * DIGITS + CLOCK_WIDEST };
    char field[FIELD], *start = field + BEFORE;
    memset(field, ' ', sizeof field);
    uint64_t millis = (uint64_t)((t + TICK_MS / 2) / TICK_MS), seconds = millis / 1000;
    char *at = start + (millis % 1000 == 0 ? width_of_whole : width);
    if (millis % 1000 != 0) {
        at = digits_before(at, millis % 1000, 3);
        *--at = '.';
    }
    at = two_digits_before(at, (unsigned)(seconds % 60));
    *--at = ':';
    unsigned minutes = (unsigned)(seconds / 60 % 60);
    at = two_digits_before(at, minutes);
    if (seconds >= 3600) {
        *--at = ':';
        at = digits_before(at, seconds / 3600, 1);
    } else if (minutes < 10) {
        *at++ = ' '; /* no leading zero */
    }
    const char *from = at < start ? at : start;
    page_put(page, from, (size_t)(start + width - from));
}

void page_clock(struct page *page, tick t, size_t width)
{
    put_clock(page, t, width, width);
}

void page_clock_ms(struct page *page, tick t, size_t width)
{
    put_clock(page, t, width, width - strlen(".000"));
}

void page_words(struct page *page, tick t)
{
    char words[TICK_TEXT];
    if (t >= TICK_MIN || t < 0 || t % TICK_S != 0) {
        page_text(page, tick_words(t, words));
        return;
    }
    page_number(page, t / TICK_S);
    page_text(page, " s");
}

static size_t wide_columns(const char *text, size_t length)
{
    size_t columns = 0;
    for (const char *at = text, *end = text + length; at < end;) {
        if ((unsigned char)*at < 0x80) {
            at++;
            columns++;
            continue;
        }
        uint32_t character = text_next(&at, end);
        columns += character == TEXT_INVALID ? 1 : (size_t)text_columns(character);
    }
    return columns;
}

size_t page_columns(const char *text, size_t length)
{
    uint64_t eight, high = 0x8080808080808080u;
    size_t at = 0; /* plain ASCII, eight bytes at a time */
    for (; length - at >= sizeof eight; at += sizeof eight) {
        memcpy(&eight, text + at, sizeof eight);
        if (eight & high)
            break;
    }
    return at + wide_columns(text + at, length - at);
}

void page_pad(struct page *page, size_t from, size_t width)
{
    size_t columns = page_columns(page->bytes + from, page->length - from);
    if (columns < width)
        page_spaces(page, width - columns);
}

void page_newline(struct page *page)
{
    while (page->length > page->line && page->bytes[page->length - 1] == ' ')
        page->length--;
    page_put(page, "\n", 1);
    if (page->length >= CHUNK)
        flush(page);
    page->line = page->length;
}

// SPDX-License-Identifier: MIT
#include "timeline/page.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

enum { FIRST_CAPACITY = 1 << 16, DIGITS = 24 };

static char *page_room(struct page *page, size_t more)
{
    if (page->capacity - page->length < more) {
        size_t larger = page->capacity > 0 ? 2 * page->capacity : FIRST_CAPACITY;
        page->capacity = larger > page->length + more ? larger : page->length + more;
        page->bytes = memory_resize(page->bytes, page->capacity);
    }
    return page->bytes + page->length;
}

void page_put(struct page *page, const char *text, size_t length)
{
    memcpy(page_room(page, length), text, length);
    page->length += length;
}

void page_text(struct page *page, const char *text)
{
    page_put(page, text, strlen(text));
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

static void page_spaces(struct page *page, size_t count)
{
    memset(page_room(page, count), ' ', count);
    page->length += count;
}

static void put_clock(struct page *page, tick t, size_t width, size_t width_of_whole)
{
    char buffer[DIGITS + 8], *end = buffer + sizeof buffer, *at = end;
    uint64_t millis = (uint64_t)((t + TICK_MS / 2) / TICK_MS), seconds = millis / 1000;
    if (millis % 1000 != 0) {
        at = digits_before(at, millis % 1000, 3);
        *--at = '.';
    }
    at = digits_before(at, seconds % 60, 2);
    *--at = ':';
    at = digits_before(at, seconds / 60 % 60, seconds >= 3600 ? 2 : 1);
    if (seconds >= 3600) {
        *--at = ':';
        at = digits_before(at, seconds / 3600, 1);
    }
    size_t length = (size_t)(end - at);
    size_t aligned = millis % 1000 != 0 ? width : width_of_whole;
    if (length < aligned)
        page_spaces(page, aligned - length);
    page_put(page, at, length);
    page_spaces(page, width - aligned);
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
        uint32_t character = text_next(&at, end);
        columns += character == TEXT_INVALID ? 1 : (size_t)text_columns(character);
    }
    return columns;
}

size_t page_columns(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return i + wide_columns(text + i, length - i);
    return length;
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
    page->line = page->length;
}

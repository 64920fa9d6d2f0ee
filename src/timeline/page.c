// SPDX-License-Identifier: MIT
#include "timeline/page.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15, FIRST_CAPACITY = CHUNK + (1 << 12) };

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

static size_t digit_count(uint64_t number)
{
    size_t count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

/* These write from `end` towards the beginning and return where that is. Nothing is written
 * elsewhere first and then copied: reading back what is still being stored takes longer. */
static char *two_digits_before(char *end, unsigned number)
{
    *--end = (char)('0' + number % 10);
    *--end = (char)('0' + number / 10);
    return end;
}

static char *digits_before(char *end, uint64_t number)
{
    for (; number >= 10; number /= 10)
        *--end = (char)('0' + number % 10);
    *--end = (char)('0' + number);
    return end;
}

static char *millis_before(char *end, unsigned millis)
{
    end = two_digits_before(end, millis % 100);
    *--end = (char)('0' + millis / 100);
    *--end = '.';
    return end;
}

void page_number(struct page *page, int64_t number)
{
    if (number < 0)
        page_text(page, "-");
    uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;
    size_t length = digit_count(size);
    digits_before(page_room(page, length) + length, size);
    page->length += length;
}

static void put_clock(struct page *page, tick t, size_t width, size_t behind_whole)
{
    uint64_t millis = (uint64_t)((t + TICK_MS / 2) / TICK_MS), seconds = millis / 1000;
    uint64_t hours = seconds / 3600;
    unsigned part = (unsigned)(millis % 1000), minutes = (unsigned)(seconds / 60 % 60);
    size_t before =
        hours > 0 ? digit_count(hours) + strlen(":00:00") : strlen(minutes < 10 ? "0:00" : "00:00");
    size_t behind = part > 0 ? strlen(".000") : behind_whole;
    size_t length = before + behind > width ? before + behind : width;
    page_spaces(page, length);
    char *at = page->bytes + page->length;
    at = part > 0 ? millis_before(at, part) : at - behind;
    at = two_digits_before(at, (unsigned)(seconds % 60));
    *--at = ':';
    if (hours == 0) {
        digits_before(at, minutes);
        return;
    }
    at = two_digits_before(at, minutes);
    *--at = ':';
    digits_before(at, hours);
}

void page_clock(struct page *page, tick t, size_t width)
{
    put_clock(page, t, width, 0);
}

void page_clock_ms(struct page *page, tick t, size_t width)
{
    put_clock(page, t, width, strlen(".000"));
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
    /* What is too wide for its column still stands apart from the next. */
    page_spaces(page, columns < width ? width - columns : 2);
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

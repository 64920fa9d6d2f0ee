// SPDX-License-Identifier: MIT
#include "view/block.h"

#include "base/bidi.h"

#include <math.h>
#include <string.h>

const struct text_role_info text_roles[TEXT_ROLES] = {
    [ROLE_TITLE] = {FONT_BOLD, 86, 80, 80, false, 3, 1.12f},
    [ROLE_HEADING] = {FONT_BOLD, 86, 50, 66, false, 2, 1.12f},
    [ROLE_KICKER] = {FONT_REGULAR, 32, 32, 32, true, 1, 1.3f},
    [ROLE_SUBTITLE] = {FONT_REGULAR, 40, 34, 34, true, 2, 1.25f},
    [ROLE_CAPTION] = {FONT_REGULAR, 40, 32, 40, false, 5, 1.3f},
    [ROLE_FOOT] = {FONT_REGULAR, 32, 32, 32, true, 2, 1.3f},
    [ROLE_BODY] = {FONT_REGULAR, 34, 32, 34, true, 6, 1.35f},
    [ROLE_READ] = {FONT_REGULAR, 44, 32, 44, false, 8, 1.3f},
    [ROLE_CARD] = {FONT_BOLD, 72, 50, 50, false, 1, 1.15f},
    [ROLE_MENU] = {FONT_MEDIUM, 40, 32, 32, true, 1, 1.2f},
    [ROLE_NAME] = {FONT_MEDIUM, 40, 32, 34, false, 5, 1.2f},
    [ROLE_PHASE] = {FONT_MEDIUM, 54, 32, 40, false, 2, 1.1f},
    [ROLE_COUNT] = {FONT_BOLD, 200, 80, 80, false, 1, 1.08f},
    [ROLE_CLOCK] = {FONT_BOLD, 124, 80, 80, true, 1, 1.08f},
    [ROLE_UNDER] = {FONT_REGULAR, 46, 32, 36, true, 2, 1.2f},
    [ROLE_INVITE] = {FONT_BOLD, 62, 44, 62, false, 4, 1.1f},
};

/* Where the baseline lies in a line of text, from its top, in ems: what Inter's capitals and tails
 * need, and near enough for any other font. */
#define ASCENT 0.93f
#define DESCENT 0.24f
/* Each try is this much smaller. */
#define SHRINK 0.94f
/* Pixels per em on 1080 lines that no word is broken for. */
#define WORD_LEAST 32.0f
enum { BALANCE_TRIES = 5 };

#define SOFT_HYPHEN "\xC2\xAD"
enum { SOFT_HYPHEN_BYTES = 2 };

/* What is seen of a line: `room` is used only where that differs from the text. */
struct seen {
    const char *text;
    size_t length;
    char room[BLOCK_BYTES + 4];
};

static bool is_soft_hyphen(const char *text, size_t length, size_t at)
{
    return at + SOFT_HYPHEN_BYTES <= length &&
           memcmp(text + at, SOFT_HYPHEN, SOFT_HYPHEN_BYTES) == 0;
}

static void see(const char *text, size_t length, bool hyphen, struct seen *out)
{
    out->text = text;
    out->length = length;
    if (!hyphen && memmem(text, length, SOFT_HYPHEN, SOFT_HYPHEN_BYTES) == NULL)
        return;
    out->text = out->room;
    out->length = 0;
    for (size_t i = 0; i < length && out->length < BLOCK_BYTES; i++) {
        if (is_soft_hyphen(text, length, i))
            i += SOFT_HYPHEN_BYTES - 1;
        else
            out->room[out->length++] = text[i];
    }
    if (hyphen)
        out->room[out->length++] = '-';
}

static float measure_line(const struct page *page, struct draw_type type, const char *text,
                          size_t length, bool hyphen)
{
    const struct text_metrics *metrics = page->view->metrics;
    struct seen seen;
    see(text, length, hyphen, &seen);
    return seen.length > 0 ? metrics->width(metrics->context, type, seen.text, seen.length) : 0;
}

static float measure(const struct page *page, struct draw_type type, const char *text,
                     size_t length)
{
    return measure_line(page, type, text, length, false);
}

static bool inside_character(const char *text, size_t at, size_t length)
{
    return at < length && ((unsigned char)text[at] & 0xC0) == 0x80;
}

static size_t first_character(const char *text, size_t length)
{
    const char *at = text;
    text_next(&at, text + length);
    return (size_t)(at - text);
}

/* Length of the longest start of `text` that is at most `width` wide, in whole characters, at least
 * one. Widths grow with every character, so it is found by halving. */
static size_t longest_start(const struct page *page, struct draw_type type, const char *text,
                            size_t length, float width)
{
    if (measure(page, type, text, length) <= width)
        return length;
    size_t fits = 0, over = length;
    while (over - fits > 1) {
        size_t middle = fits + (over - fits) / 2;
        while (inside_character(text, middle, length))
            middle++;
        if (middle >= over) { /* no character begins in the upper half */
            over = fits + (over - fits) / 2;
            continue;
        }
        if (measure(page, type, text, middle) <= width)
            fits = middle;
        else
            over = middle;
    }
    while (inside_character(text, fits, length))
        fits--;
    return fits > 0 ? fits : first_character(text, length);
}

/* Where a word can be broken so that it and a hyphen fit; 0: nowhere. */
static size_t hyphen_end(const struct page *page, struct draw_type type, const char *text,
                         size_t fits, float width)
{
    for (size_t i = fits; i > 1; i--)
        if (is_soft_hyphen(text, fits, i - 1) &&
            measure_line(page, type, text, i - 1, true) <= width)
            return i - 1;
    return 0;
}

/* A line ends at its last space, or in its only word at a soft hyphen. `*broke`: that word has
 * none, is wider than the line, and was broken. */
static size_t line_end(const struct page *page, struct draw_type type, const char *text,
                       size_t length, float width, bool *broke)
{
    size_t fits = longest_start(page, type, text, length, width);
    if (fits == length || text[fits] == ' ')
        return fits;
    for (size_t i = fits; i > 0; i--)
        if (text[i - 1] == ' ')
            return i - 1;
    size_t hyphen = hyphen_end(page, type, text, fits, width);
    *broke = *broke || hyphen == 0;
    return hyphen > 0 ? hyphen : fits;
}

/* False: it takes more than `most` lines, or a word would have to be broken. */
static bool wrap(const struct page *page, const char *text, size_t length, float width, int most,
                 struct block *out)
{
    bool broke = false;
    out->broken = false;
    out->count = 0;
    out->width = 0;
    while (length > 0 && out->count < most) {
        size_t end = line_end(page, out->type, text, length, width, &broke);
        size_t trimmed = end;
        while (trimmed > 0 && text[trimmed - 1] == ' ')
            trimmed--;
        bool hyphen = is_soft_hyphen(text, length, end);
        out->lines[out->count++] = (struct block_line){text, trimmed, hyphen};
        out->width = fmaxf(out->width, measure_line(page, out->type, text, trimmed, hyphen));
        if (hyphen)
            end += SOFT_HYPHEN_BYTES;
        while (end < length && text[end] == ' ')
            end++;
        text += end;
        length -= end;
    }
    /* The last line keeps the rest of the text, so that cutting knows what was left out. */
    out->cut = length > 0;
    if (out->cut && out->count > 0)
        out->lines[out->count - 1].length =
            (size_t)(text + length - out->lines[out->count - 1].text);
    out->broken = broke;
    return !out->cut && !broke && out->width <= width;
}

/* Whole pixels: fonts come in no other size. */
static float font_size(const struct page *page, float size)
{
    return roundf(page_px(page, size));
}

/* Tries smaller and smaller, from `size` to `least`. */
static bool shrink(const struct page *page, const char *text, size_t length, float width, int lines,
                   float least, struct block *out)
{
    while (!wrap(page, text, length, width, lines, out)) {
        if (out->type.size <= least)
            return false;
        out->type.size = fmaxf(least, floorf(out->type.size * SHRINK));
    }
    return true;
}

/* The narrowest width that needs no more lines: no word is left alone on the last one. */
static void balance(const struct page *page, const char *text, size_t length, float width,
                    struct block *out)
{
    int lines = out->count;
    float narrow = width / 2, wide = width;
    struct block tried = *out;
    for (int i = 0; i < BALANCE_TRIES; i++) {
        float middle = (narrow + wide) / 2;
        if (wrap(page, text, length, middle, lines, &tried)) {
            wide = middle;
            *out = tried;
        } else {
            narrow = middle;
        }
    }
}

/* A word is read more easily small than in two pieces: down to what any text may be. */
static void shrink_for_word(const struct page *page, const char *text, size_t length, float width,
                            int lines, struct block *out)
{
    struct block smaller = *out;
    float floor = font_size(page, WORD_LEAST);
    while (smaller.broken && smaller.type.size > floor) {
        smaller.type.size = fmaxf(floor, floorf(smaller.type.size * SHRINK));
        wrap(page, text, length, width, lines, &smaller);
    }
    if (smaller.broken || smaller.cut)
        return;
    *out = smaller;
    out->small = true;
}

static void fit(const struct page *page, enum text_role role, float scale, const char *text,
                float width, int lines, struct block *out)
{
    const struct text_role_info *info = &text_roles[role];
    float least = font_size(page, info->least);
    float size = fmaxf(least, font_size(page, info->size * scale));
    float one_line = fmaxf(least, font_size(page, info->one_line * scale));
    size_t length = strlen(text);
    if (length > BLOCK_BYTES)
        length = BLOCK_BYTES;
    *out = (struct block){.type = {info->font, size, info->tabular}};
    if (!shrink(page, text, length, width, 1, one_line, out)) {
        int most = lines < BLOCK_LINES ? lines : BLOCK_LINES;
        out->type.size = size;
        shrink(page, text, length, width, most, least, out);
        if (out->broken)
            shrink_for_word(page, text, length, width, most, out);
    }
    if (out->cut)
        out->width = width;
    else if (out->count > 1)
        balance(page, text, length, width, out);
    out->room = width;
    out->from_right = bidi_from_right(text, length);
    out->leading = out->type.size * info->leading;
    out->height = out->leading * (float)out->count;
}

void block_fit(const struct page *page, enum text_role role, const char *text, float width,
               struct block *out)
{
    fit(page, role, 1, text, width, text_roles[role].lines, out);
}

void block_fit_lines(const struct page *page, enum text_role role, const char *text, float width,
                     int lines, struct block *out)
{
    fit(page, role, 1, text, width, lines, out);
}

void block_fit_scaled(const struct page *page, enum text_role role, float scale, const char *text,
                      float width, struct block *out)
{
    fit(page, role, scale, text, width, text_roles[role].lines, out);
}

void block_fit_within(const struct page *page, enum text_role role, const char *text, float width,
                      float height, struct block *out)
{
    const struct text_role_info *info = &text_roles[role];
    float scale = 1, least = info->least / info->size;
    while (scale > least) {
        fit(page, role, scale, text, width, info->lines, out);
        if (!out->cut && out->height <= height)
            return;
        scale *= SHRINK;
    }
    float line = font_size(page, info->least) * info->leading;
    int lines = (int)fmaxf(floorf(height / line + 0.01f), 1);
    fit(page, role, least, text, width, lines < info->lines ? lines : info->lines, out);
}

static void draw_line(const struct page *page, struct draw_type type, const struct block_line *line,
                      float x, float y, enum draw_align align, colour ink)
{
    struct seen seen;
    see(line->text, line->length, line->hyphen, &seen);
    draw_text(page->list, page->view->metrics, type, roundf(x), roundf(y), align, ink, seen.text,
              seen.length);
}

/* Middle of the letters on the middle of the line. */
static float baseline_in(float leading, float size)
{
    return (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
}

static void draw_cut(const struct page *page, const struct block *block,
                     const struct block_line *line, float x, float y, enum draw_align align,
                     colour ink)
{
    static const char dots[] = "\xE2\x80\xA6";
    char text[BLOCK_BYTES + sizeof dots];
    float room = block->width - measure(page, block->type, dots, sizeof dots - 1);
    size_t length = line->length < BLOCK_BYTES ? line->length : BLOCK_BYTES;
    length = longest_start(page, block->type, line->text, length, room);
    while (length > 1 && line->text[length - 1] == ' ')
        length--;
    memcpy(text, line->text, length);
    memcpy(text + length, dots, sizeof dots);
    const struct block_line whole = {.text = text, .length = length + sizeof dots - 1};
    draw_line(page, block->type, &whole, x, y, align, ink);
}

float block_draw(const struct page *page, const struct block *block, float x, float top,
                 enum draw_align align, colour ink)
{
    if (align == ALIGN_LEFT && block->from_right && block->count > 1) {
        x += block->width;
        align = ALIGN_RIGHT;
    }
    for (int i = 0; i < block->count; i++) {
        const struct block_line *line = &block->lines[i];
        float y = top + block->leading * (float)i + baseline_in(block->leading, block->type.size);
        if (block->cut && i == block->count - 1)
            draw_cut(page, block, line, x, y, align, ink);
        else
            draw_line(page, block->type, line, x, y, align, ink);
    }
    return top + block->height;
}

float paragraph_draw(const struct page *page, const struct block *block, float x, float top,
                     colour ink)
{
    return block->from_right ? block_draw(page, block, x + block->room, top, ALIGN_RIGHT, ink)
                             : block_draw(page, block, x, top, ALIGN_LEFT, ink);
}

static struct draw_type type_of(const struct page *page, enum text_role role)
{
    const struct text_role_info *info = &text_roles[role];
    return (struct draw_type){info->font, font_size(page, info->size), info->tabular};
}

void line_draw(const struct page *page, enum text_role role, const char *text, float x,
               float baseline, enum draw_align align, colour ink)
{
    const struct block_line line = {.text = text, .length = strlen(text)};
    draw_line(page, type_of(page, role), &line, x, baseline, align, ink);
}

float line_width(const struct page *page, enum text_role role, const char *text)
{
    return measure(page, type_of(page, role), text, strlen(text));
}

float line_height(const struct page *page, enum text_role role)
{
    return page_px(page, text_roles[role].size) * text_roles[role].leading;
}

// SPDX-License-Identifier: MIT
#include "platform/run.h"

#include "base/arena.h"
#include "base/bidi.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1024, MOST_WIDTH = 16000 };
#define NO_SCRIPT "Zzzz"

struct run {
    const char *text;
    size_t length;
    int fallback;       /* -1: the type's own font */
    bool digit;         /* one figure, in a cell */
    uint8_t level;      /* odd: from right to left */
    const char *script; /* as of bidi_script */
};

/* The runs of one line, as they stand from left to right. */
struct runs {
    struct run items[MOST_BYTES];
    uint16_t order[MOST_BYTES];
    size_t count;
};

static bool is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

/* A mark belongs to the letter before it, and a space does not change the font. */
static bool stays(uint32_t character)
{
    return character == ' ' || text_columns(character) == 0;
}

/* The run that starts at `*at`; moves `*at` past it. `levels`: of the bytes from `*at` on. */
static struct run run_next(struct font_set *fonts, struct draw_type type, const char **at,
                           const char *end, const uint8_t *levels)
{
    struct run run = {.text = *at, .fallback = -1, .level = levels[0]};

    uint32_t character = text_next(at, end);
    run.script = bidi_script(character);
    run.digit = type.tabular && is_digit(character);
    run.fallback = font_find(fonts, type.font, character);
    while (!run.digit && *at < end) {
        const char *next = *at;
        character = text_next(&next, end);
        if ((type.tabular && is_digit(character)) || levels[*at - run.text] != run.level)
            break;
        if (!stays(character) && font_find(fonts, type.font, character) != run.fallback)
            break;
        const char *script = bidi_script(character);
        if (script != NULL && run.script != NULL && strcmp(script, run.script) != 0)
            break;
        run.script = run.script != NULL ? run.script : script;
        *at = next;
    }
    run.length = (size_t)(*at - run.text);
    return run;
}

static size_t cut_length(size_t length)
{
    return length < MOST_BYTES ? length : MOST_BYTES;
}

static void runs_find(struct font_set *fonts, struct draw_type type, const char *text,
                      size_t length, struct runs *out)
{
    uint8_t levels[MOST_BYTES] = {0}, of_runs[MOST_BYTES];
    length = cut_length(length);
    if (!bidi_levels(text, length, levels))
        memset(levels, 0, sizeof levels);
    out->count = 0;
    for (const char *at = text, *end = text + length; at < end;) {
        struct run run = run_next(fonts, type, &at, end, levels + (at - text));
        of_runs[out->count] = run.level;
        out->items[out->count++] = run;
    }
    bidi_order(of_runs, out->count, out->order);
}

static TTF_Font *run_font(struct font_set *fonts, struct draw_type type, const struct run *run)
{
    int size = (int)type.size;
    TTF_Font *font = run->fallback >= 0 ? font_get_fallback(fonts, run->fallback, size)
                                        : font_get(fonts, type.font, size);
    if (font != NULL) { /* shared by runs of all kinds */
        TTF_SetFontDirection(font, run->level % 2 == 1 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
        TTF_SetFontScriptName(font, run->script != NULL ? run->script : NO_SCRIPT);
    }
    return font;
}

/* SDL_ttf takes NUL-terminated UTF-8 and nothing else: an invalid byte becomes '?'. */
static void run_copy(const struct run *run, char out[MOST_BYTES + 1])
{
    const char *at = run->text, *end = run->text + run->length;
    size_t used = 0;
    while (at < end) {
        const char *from = at;
        uint32_t character = text_next(&at, end);
        if (character == TEXT_INVALID || character == 0) {
            out[used++] = '?';
            continue;
        }
        memcpy(out + used, from, (size_t)(at - from));
        used += (size_t)(at - from);
    }
    out[used] = '\0';
}

/* The room of the widest figure. */
static int digit_cell(TTF_Font *font)
{
    int widest = 0;
    for (uint32_t digit = '0'; digit <= '9'; digit++) {
        int advance = 0;
        if (TTF_GlyphMetrics32(font, digit, NULL, NULL, NULL, NULL, &advance) == 0)
            widest = advance > widest ? advance : widest;
    }
    return widest;
}

static int text_pixels(TTF_Font *font, const struct run *run)
{
    char copy[MOST_BYTES + 1];
    int width = 0;
    run_copy(run, copy);
    return TTF_SizeUTF8(font, copy, &width, NULL) == 0 ? width : 0;
}

static int run_pixels(TTF_Font *font, const struct run *run)
{
    return run->digit ? digit_cell(font) : text_pixels(font, run);
}

float run_width(struct font_set *fonts, struct draw_type type, const char *text, size_t length)
{
    int width = 0;
    if (font_get(fonts, type.font, (int)type.size) == NULL)
        return 0;
    struct runs runs;
    runs_find(fonts, type, text, length, &runs);
    for (size_t i = 0; i < runs.count; i++) {
        TTF_Font *font = run_font(fonts, type, &runs.items[i]);
        if (font != NULL)
            width += run_pixels(font, &runs.items[i]);
    }
    return (float)width;
}

/* A line being put together: `pad` pixels on each side for what reaches out of its own room. */
struct page {
    uint8_t *bytes;
    int width, height, pad, baseline;
};

static void page_add(struct page *page, SDL_Surface *surface, int left, int top)
{
    for (int y = 0; y < surface->h; y++) {
        if (y + top < 0 || y + top >= page->height)
            continue;
        const uint32_t *from = (const uint32_t *)(const void *)((const char *)surface->pixels +
                                                                (ptrdiff_t)y * surface->pitch);
        uint8_t *to = page->bytes + (ptrdiff_t)(y + top) * page->width;
        for (int x = 0; x < surface->w; x++) {
            uint8_t coverage = (uint8_t)(from[x] >> 24);
            if (x + left >= 0 && x + left < page->width && coverage > to[x + left])
                to[x + left] = coverage;
        }
    }
}

/* SDL_ttf moves a line right when its first letter reaches left of its place. */
static int hang(TTF_Font *font, const char *text)
{
    const char *at = text;
    int left = 0;
    if (*text != '\0')
        TTF_GlyphMetrics32(font, text_next(&at, text + strlen(text)), &left, NULL, NULL, NULL,
                           NULL);
    return left < 0 ? left : 0;
}

static void page_render(struct page *page, TTF_Font *font, const struct run *run, int x)
{
    char copy[MOST_BYTES + 1];
    run_copy(run, copy);
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, copy, (SDL_Color){255, 255, 255, 255});
    if (surface == NULL)
        return;
    if (run->digit)
        x += (digit_cell(font) - text_pixels(font, run)) / 2;
    int out = run->level % 2 == 1 ? 0 : hang(font, copy);
    page_add(page, surface, page->pad + x + out, page->baseline - TTF_FontAscent(font));
    SDL_FreeSurface(surface);
}

static bool row_empty(const struct page *page, int y)
{
    const uint8_t *row = page->bytes + (ptrdiff_t)y * page->width;
    for (int x = 0; x < page->width; x++)
        if (row[x] != 0)
            return false;
    return true;
}

static bool column_empty(const struct page *page, int x, int y0, int y1)
{
    for (int y = y0; y < y1; y++)
        if (page->bytes[(ptrdiff_t)y * page->width + x] != 0)
            return false;
    return true;
}

/* Keeps only the visible part. */
static void page_trim(const struct page *page, struct run_mask *out)
{
    int y0 = 0, y1 = page->height, x0 = 0, x1 = page->width;
    while (y0 < y1 && row_empty(page, y0))
        y0++;
    while (y1 > y0 && row_empty(page, y1 - 1))
        y1--;
    while (x0 < x1 && column_empty(page, x0, y0, y1))
        x0++;
    while (x1 > x0 && column_empty(page, x1 - 1, y0, y1))
        x1--;
    if (y0 == y1 || x0 == x1)
        return;
    *out = (struct run_mask){.width = x1 - x0,
                             .height = y1 - y0,
                             .left = x0 - page->pad,
                             .top = y0 - page->baseline,
                             .bytes = memory_alloc((size_t)(x1 - x0) * (size_t)(y1 - y0))};
    for (int y = y0; y < y1; y++)
        memcpy(out->bytes + (ptrdiff_t)(y - y0) * out->width,
               page->bytes + (ptrdiff_t)y * page->width + x0, (size_t)out->width);
}

void run_render(struct font_set *fonts, struct draw_type type, const char *text, size_t length,
                struct run_mask *out)
{
    *out = (struct run_mask){0};
    int size = (int)type.size, width = (int)run_width(fonts, type, text, length);
    if (width <= 0 || width > MOST_WIDTH)
        return;
    struct page page = {.width = width + size, .height = 2 * size + 2, .pad = size / 2};
    page.baseline = size + size / 3;
    size_t area = (size_t)page.width * (size_t)page.height;
    page.bytes = memory_alloc(area);
    memset(page.bytes, 0, area);
    struct runs runs;
    runs_find(fonts, type, text, length, &runs);
    int x = 0;
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.items[runs.order[i]];
        TTF_Font *font = run_font(fonts, type, run);
        if (font == NULL)
            continue;
        page_render(&page, font, run, x);
        x += run_pixels(font, run);
    }
    page_trim(&page, out);
    free(page.bytes);
}

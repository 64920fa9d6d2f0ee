// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <math.h>
#include <stdio.h>

/* How the back felt over twelve weeks: before a session rings, after it discs; the small ones are
 * sessions, the large ones with lines the medians of weeks. */

#define TITLE_GAP 14.0f
#define GRID 2.0f
#define SMALL 6.0f
#define LARGE 12.0f
#define STROKE 4.0f
#define LINE_BEFORE 2.5f /* radius of a line */
#define LINE_AFTER 3.5f
#define KEY_GAP 14.0f
#define KEYS_APART 40.0f
#define SMALL_SHARE 0.55f /* of the opacity */

struct plot {
    const struct page *page;
    const struct trend *trend;
    struct draw_box box; /* of the scale: the least at the bottom, the most at the top */
};

static float x_of(const struct plot *plot, double days)
{
    return plot->box.x + plot->box.w * (float)(days / TREND_DAYS);
}

static float y_of(const struct plot *plot, double rating)
{
    return box_bottom(plot->box) - plot->box.h * (float)(rating / RECORD_RATING_MOST);
}

static void draw_mark(const struct page *page, bool after, float x, float y, float radius,
                      colour ink)
{
    float stroke = page_px(page, radius > SMALL ? STROKE : STROKE / 2);
    radius = page_px(page, radius);
    if (after)
        draw_disc(page->list, x, y, radius, ink);
    else
        draw_ring(page->list, x, y, radius - stroke / 2, stroke, 0, 1, ink);
}

static colour ink_of(const struct page *page, bool after)
{
    return after ? page->theme->accent : page->theme->warm;
}

/* Weeks in which nobody said anything are passed over. */
static bool median_of(const struct trend *trend, int week, bool after, double *out)
{
    const struct trend_week *said = &trend->weeks[week];
    *out = after ? said->after : said->before;
    return after ? said->after_said : said->before_said;
}

static void draw_line(const struct plot *plot, bool after)
{
    const struct page *page = plot->page;
    float radius = page_px(page, after ? LINE_AFTER : LINE_BEFORE);
    struct draw_point ends[2] = {{0}};
    int count = 0;
    for (int week = 0; week < TREND_WEEKS; week++) {
        double median;
        if (!median_of(plot->trend, week, after, &median))
            continue;
        ends[0] = ends[1];
        ends[1] = (struct draw_point){x_of(plot, week * 7 + 3.5), y_of(plot, median), radius};
        if (++count > 1)
            draw_brush(page->list, ends, 2, ink_of(page, after));
    }
}

static void draw_medians(const struct plot *plot, bool after)
{
    const struct page *page = plot->page;
    for (int week = 0; week < TREND_WEEKS; week++) {
        double median;
        if (!median_of(plot->trend, week, after, &median))
            continue;
        float x = x_of(plot, week * 7 + 3.5), y = y_of(plot, median);
        if (!after) /* the line does not show through */
            draw_disc(page->list, x, y, page_px(page, LARGE), page->theme->surface);
        draw_mark(page, after, x, y, LARGE, ink_of(page, after));
    }
}

static void draw_points(const struct plot *plot)
{
    const struct page *page = plot->page;
    for (size_t i = 0; i < plot->trend->point_count; i++) {
        const struct trend_point *point = &plot->trend->points[i];
        float x = x_of(plot, (double)(point->day - plot->trend->first) + 0.5);
        if (point->before != RECORD_UNSAID)
            draw_mark(page, false, x, y_of(plot, point->before), SMALL,
                      colour_fade(ink_of(page, false), SMALL_SHARE));
        if (point->after != RECORD_UNSAID)
            draw_mark(page, true, x, y_of(plot, point->after), SMALL,
                      colour_fade(ink_of(page, true), SMALL_SHARE));
    }
}

static void draw_grid(const struct plot *plot)
{
    const struct page *page = plot->page;
    float height = page_px(page, GRID);
    for (int rating = 0; rating <= RECORD_RATING_MOST; rating += RECORD_RATING_MOST / 2)
        draw_rect(
            page->list,
            (struct draw_box){plot->box.x, y_of(plot, rating) - height / 2, plot->box.w, height},
            height / 2, page->theme->track);
}

/* "10 at ease" */
static void fit_end(const struct page *page, int rating, const char *meaning, float width,
                    char text[WORDS], struct block *out)
{
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", rating);
    const char *values[] = {number, meaning};
    phrase_fill(text, WORDS, "{0} {1}", values, 2);
    block_fit_lines(page, ROLE_FOOT, text, width, 1, out);
}

static float key_width(const struct page *page, const char *name)
{
    return page_px(page, 2 * LARGE + KEY_GAP) + line_width(page, ROLE_FOOT, name);
}

static void draw_key(const struct page *page, bool after, const char *name, float x, float middle)
{
    struct block block;
    draw_mark(page, after, x + page_px(page, LARGE), middle, LARGE, ink_of(page, after));
    x += page_px(page, 2 * LARGE + KEY_GAP);
    block_fit_lines(page, ROLE_FOOT, name, page->safe.w, 1, &block);
    block_draw(page, &block, x, middle - block.height / 2, ALIGN_LEFT, page->theme->quiet);
}

/* The title, and what the marks mean: beside it, below, or each on a line. Returns the bottom. */
static float draw_title(const struct page *page, struct draw_box box)
{
    const char *before = page_word(page, "before"), *after = page_word(page, "after");
    float first = key_width(page, before) + page_px(page, KEYS_APART);
    float keys = first + key_width(page, after), line = line_height(page, ROLE_FOOT);
    struct block title;
    block_fit_lines(page, ROLE_NAME, page_word(page, "How your back felt"), box.w, 2, &title);
    float y = block_draw(page, &title, box.x, box.y, ALIGN_LEFT, page->theme->ink);
    bool beside = title.width + page_px(page, KEYS_APART) + keys <= box.w;
    bool one_line = beside || keys <= box.w;
    float x = beside ? box_right(box) - keys : box.x;
    float middle = beside ? box.y + title.height / 2 : y + line / 2;
    draw_key(page, false, before, x, middle);
    draw_key(page, true, after, one_line ? x + first : x, one_line ? middle : middle + line);
    return beside ? y : y + (one_line ? line : 2 * line);
}

static void draw_empty(const struct page *page, struct draw_box box)
{
    struct block block;
    block_fit_within(page, ROLE_BODY,
                     page_word(page, "Say before and after a session how your back feels: what "
                                     "changes is shown here."),
                     box.w, box.h, &block);
    paragraph_draw(page, &block, box.x, box_middle_y(box) - block.height / 2, page->theme->quiet);
}

void plot_draw(const struct page *page, const struct trend *trend, struct draw_box box)
{
    char top_text[WORDS], bottom_text[WORDS];
    struct block top, bottom, now;
    float y = draw_title(page, box) + page_px(page, TITLE_GAP);
    struct draw_box inner = {box.x, y, box.w, box_bottom(box) - y};
    if (trend->point_count == 0) {
        draw_empty(page, inner);
        return;
    }
    fit_end(page, RECORD_RATING_MOST, page_word(page, "at ease"), box.w, top_text, &top);
    fit_end(page, 0, page_word(page, "very stiff"), box.w, bottom_text, &bottom);
    block_fit_lines(page, ROLE_FOOT, page_word(page, "this week"), box.w, 1, &now);
    float gap = page_px(page, LARGE);
    float above = top.height + gap, below = bottom.height + gap;
    struct plot plot = {page, trend, {box.x, y + above, box.w, inner.h - above - below}};
    block_draw(page, &top, box.x, y, ALIGN_LEFT, page->theme->quiet);
    block_draw(page, &bottom, box.x, box_bottom(box) - bottom.height, ALIGN_LEFT,
               page->theme->quiet);
    if (bottom.width + page_px(page, KEYS_APART) + now.width <= box.w)
        block_draw(page, &now, box_right(box), box_bottom(box) - now.height, ALIGN_RIGHT,
                   page->theme->quiet);
    draw_grid(&plot);
    draw_points(&plot);
    draw_line(&plot, false);
    draw_line(&plot, true);
    draw_medians(&plot, false);
    draw_medians(&plot, true);
}

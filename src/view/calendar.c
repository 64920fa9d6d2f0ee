// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/week_view.h"

#include <math.h>
#include <stdio.h>

/* A grid of days: filled where something was done, a frame where nothing was, a point where they
 * are to come; today has a ring around it. */

#define TITLE_GAP 18.0f
#define SHARE 0.8f /* of the pitch that a cell takes */
#define CORNER 0.24f
#define STROKE 3.0f
#define CELL_MOST 68.0f
#define EMPTY 0.5f  /* of the opacity of a day on which nothing was done */
#define TALL 1.12f  /* from day to day, of what it is from week to week */
#define ASIDE 20.0f /* from the names of the days */
enum { DAYS = 7 };

static float draw_title(const struct page *page, const struct trend *trend, struct draw_box box)
{
    int days = 0;
    char number[TICK_TEXT], text[WORDS];
    for (int i = 0; i < TREND_DAYS; i++)
        days += trend->days[i].sessions > 0;
    snprintf(number, sizeof number, "%d", days);
    const char *values[] = {number};
    struct block title;
    phrase_fill(
        text, sizeof text,
        page_count(page, "{0} day with a session", "{0} days with a session", (uint64_t)days),
        values, 1);
    block_fit_lines(page, ROLE_NAME, text, box.w, 2, &title);
    return block_draw(page, &title, box.x, box.y, ALIGN_LEFT, page->theme->ink);
}

/* A rounded square around a middle. */
static struct draw_box square(float x, float y, float side)
{
    return (struct draw_box){x - side / 2, y - side / 2, side, side};
}

static void draw_cell(const struct page *page, const struct trend *trend, int day, float x, float y,
                      float side)
{
    const struct theme *theme = page->theme;
    bool today = trend->first + day == trend->today;
    float stroke = page_px(page, STROKE), corner = side * CORNER;
    bool filled = trend->days[day].sessions > 0;
    if (today) {
        float around = side + 5 * stroke;
        draw_rect(page->list, square(x, y, around), around * CORNER, theme->ink);
        draw_rect(page->list, square(x, y, around - 2 * stroke), (around - 2 * stroke) * CORNER,
                  theme->surface);
    }
    if (filled) {
        draw_rect(page->list, square(x, y, side), corner, theme->accent);
    } else if (trend->first + day > trend->today) {
        draw_disc(page->list, x, y, stroke, theme->quiet);
    } else {
        draw_rect(page->list, square(x, y, side), corner, colour_fade(theme->quiet, EMPTY));
        draw_rect(page->list, square(x, y, side - 2 * stroke), corner - stroke, theme->surface);
    }
}

static void draw_name(const struct page *page, int day, float x, float y)
{
    struct block name;
    block_fit_lines(page, ROLE_FOOT, words_weekday(page, day), page->safe.w, 1, &name);
    block_draw(page, &name, x, y - name.height / 2, ALIGN_LEFT, page->theme->quiet);
}

void calendar_draw(const struct page *page, const struct trend *trend, struct draw_box box)
{
    float top = draw_title(page, trend, box) + page_px(page, TITLE_GAP);
    float height = box_bottom(box) - top, aside = 0;
    for (int i = 0; i < DAYS; i++)
        aside = fmaxf(aside, line_width(page, ROLE_FOOT, words_weekday(page, i)));
    aside += page_px(page, ASIDE);
    float across = (box.w - aside) / TREND_WEEKS, most = page_px(page, CELL_MOST / SHARE);
    float down = fminf(fminf(height / DAYS, across * TALL), most);
    float side = fminf(down, fminf(across, most)) * SHARE;
    int every = down < line_height(page, ROLE_FOOT) ? 2 : 1;
    top += (height - down * DAYS) / 2;
    for (int day = 0; day < DAYS; day += every)
        draw_name(page, day, box.x, top + down * ((float)day + 0.5F));
    for (int i = 0; i < TREND_DAYS; i++) {
        int week = i / DAYS, day = i % DAYS;
        draw_cell(page, trend, i, box.x + aside + across * ((float)week + 0.5F),
                  top + down * ((float)day + 0.5F), side);
    }
}

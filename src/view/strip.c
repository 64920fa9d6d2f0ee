// SPDX-License-Identifier: MIT
#include "view/week_view.h"

#include <math.h>

#define DOT 18.0f
#define PITCH 22.0f
#define STROKE 3.0f
#define LINE 35.0f  /* from one line to the next */
#define ASIDE 12.0f /* from dots to their label */
#define ASIDE_COLUMNS 22.0f
#define BETWEEN 32.0f /* from one item to the next */

static const enum checklist_item shown[STRIP_ITEMS] = {CHECKLIST_MOBILITY, CHECKLIST_BREATHING,
                                                       CHECKLIST_RELEASE, CHECKLIST_BREAKS};

float dots_width(const struct page *page, int count)
{
    return page_px(page, PITCH * (float)(count - 1) + DOT);
}

void dots_draw(const struct page *page, int done, int count, float x, float middle)
{
    float radius = page_px(page, DOT / 2), stroke = page_px(page, STROKE);
    for (int i = 0; i < count; i++) {
        float at = x + radius + page_px(page, PITCH) * (float)i;
        if (i < done)
            draw_disc(page->list, at, middle, radius, page->theme->accent);
        else
            draw_ring(page->list, at, middle, radius - stroke / 2, stroke, 0, 1,
                      page->theme->quiet);
    }
}

static int target_of(int item)
{
    return checklist_table[shown[item]].target;
}

/* Items go down first, then to the right. On one line the dots come first, and in columns the
 * labels, so that both stand in a line. */
bool strip_measure(const struct page *page, const struct checklist_week *week, float room,
                   int lines, struct strip *out)
{
    *out = (struct strip){.week = week, .lines = lines};
    block_fit_lines(page, ROLE_MENU, page_word(page, "This week"), room, 1, &out->heading);
    out->w = out->heading.width;
    out->h = page_px(page, LINE) * (float)lines;
    for (int i = 0; i < STRIP_ITEMS; i++) {
        int column = i / lines;
        const char *label = page_word(page, checklist_table[shown[i]].brief);
        block_fit_lines(page, ROLE_FOOT, label, room, 1, &out->labels[i]);
        out->dots[column] = fmaxf(out->dots[column], dots_width(page, target_of(i)));
        out->columns[column] = fmaxf(out->columns[column], out->labels[i].width);
    }
    for (int column = 0; column < STRIP_ITEMS / lines; column++) {
        out->columns[column] +=
            out->dots[column] + page_px(page, lines == 1 ? ASIDE : ASIDE_COLUMNS);
        out->w += page_px(page, BETWEEN) + out->columns[column];
    }
    return out->w <= room;
}

void strip_draw(const struct page *page, const struct strip *strip, float x, float y)
{
    float line = page_px(page, LINE);
    block_draw(page, &strip->heading, x, y + (strip->h - strip->heading.height) / 2, ALIGN_LEFT,
               page->theme->ink);
    x += strip->heading.width;
    for (int i = 0; i < STRIP_ITEMS; i++) {
        int column = i / strip->lines, row = i % strip->lines;
        x += row == 0 ? page_px(page, BETWEEN) : 0;
        float middle = y + line * ((float)row + 0.5F), aside = page_px(page, ASIDE);
        bool first = strip->lines == 1;
        float label = first ? x + strip->dots[column] + aside : x;
        float dots = first ? x : x + strip->columns[column] - strip->dots[column];
        dots_draw(page, strip->week->lines[shown[i]].done, target_of(i), dots, middle);
        block_draw(page, &strip->labels[i], label, middle - strip->labels[i].height / 2, ALIGN_LEFT,
                   page->theme->quiet);
        x += row == strip->lines - 1 ? strip->columns[column] : 0;
    }
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_WEEK_VIEW_H
#define UNKNOT_VIEW_WEEK_VIEW_H

#include "progress/progress.h"
#include "view/home_view.h"

/* What is told of the weeks, by more than one screen. What is done is a filled disc and what is to
 * do a ring, so that no colour has to be told from another. */

/* As many marks as an item asks for; those that are done are filled. */
float dots_width(const struct page *page, int count);
void dots_draw(const struct page *page, int done, int count, float x, float middle);

/* The week in one line, or two: what routines do for it. */
enum { STRIP_ITEMS = 4, STRIP_LINES = 2 };
struct strip {
    const struct checklist_week *week;
    int lines;
    struct block heading, labels[STRIP_ITEMS];
    float columns[STRIP_ITEMS], dots[STRIP_ITEMS]; /* widths, by column */
    float w, h;
};
/* False: it is wider than `room`. */
bool strip_measure(const struct page *page, const struct checklist_week *week, float room,
                   int lines, struct strip *out);
void strip_draw(const struct page *page, const struct strip *strip, float x, float y);

/* "Mo" for 0 */
const char *words_weekday(const struct page *page, int weekday);
/* "Breathing: 2 more days this week. Five minutes count." */
const char *words_suggestion(const struct page *page, const struct suggestion *suggestion,
                             char *out, size_t size);
/* What the guide says to expect in the week that it is since the person began. */
const char *words_expect(const struct page *page, const struct trend *trend, char *out,
                         size_t size);

/* The second page of the week: how it went for twelve weeks. */
void screen_trend_draw(struct lobby *lobby);
/* Days as a grid, a column a week, and how the back felt, in boxes of their own. */
void calendar_draw(const struct page *page, const struct trend *trend, struct draw_box box);
void plot_draw(const struct page *page, const struct trend *trend, struct draw_box box);

#endif

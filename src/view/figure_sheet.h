// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_SHEET_H
#define UNKNOT_VIEW_FIGURE_SHEET_H

#include "view/figure_view.h"
#include "view/theme.h"

/* The contact sheet a reviewer opens: every pose of each figure, what lies between, and the other
 * side. All have one scale, so that people are equally large; a figure's moments stand side by side
 * in cells as wide as it is, and narrow figures share a row.
 */
struct figure_sheet_row {
    const char *name;
    const struct figure *figure;
};

/* What the sheet is drawn with; a `body` of NULL is the default. */
struct figure_sheet_look {
    const struct text_metrics *metrics;
    const struct theme *theme;
    const struct palette *body;
};

/* Begins the list at `width` and as high as it takes, and writes the whole sheet into it. */
void figure_sheet_draw(struct draw_list *list, const struct figure_sheet_look *look,
                       const struct figure_sheet_row *rows, size_t count, float width);

#endif

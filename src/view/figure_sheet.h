// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_SHEET_H
#define UNKNOT_VIEW_FIGURE_SHEET_H

#include "view/figure_view.h"
#include "view/theme.h"

/* The contact sheet a reviewer opens: a row for each figure, with moments of its movement from the
 * first pose to the last, and one of the other side.
 */
struct figure_sheet_row {
    const char *name;
    const struct figure *figure;
};

enum { FIGURE_SHEET_MOMENTS = 5 };

/* Pixels the sheet is high at this width. */
float figure_sheet_height(size_t rows, float width);
/* Begins the list at that size and writes the whole sheet into it. */
void figure_sheet_draw(struct draw_list *list, const struct text_metrics *metrics,
                       const struct theme *theme, const struct palette *body,
                       const struct figure_sheet_row *rows, size_t count, float width);

#endif

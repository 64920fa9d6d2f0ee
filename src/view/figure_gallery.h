// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_GALLERY_H
#define UNKNOT_VIEW_FIGURE_GALLERY_H

#include "base/text.h"
#include "view/figure_view.h"

/* One exercise as a small picture for a page: its telling moments side by side. All are drawn in
 * one style and at nearly one scale. Each begins the list.
 */
enum { FIGURE_GALLERY_WIDTH = 640, FIGURE_GALLERY_HEIGHT = 270 };

/* The first pose and the one most unlike it; of a loop, perhaps a third. A `body` of NULL is the
 * default. */
void figure_gallery_draw(struct draw_list *list, const struct palette *body,
                         const struct figure *figure);
/* An exercise that has pictures shows the first and the last of them; at least one. */
void figure_gallery_pictures(struct draw_list *list, const struct text_list *pictures);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_PICTURE_H
#define UNKNOT_VIEW_FIGURE_PICTURE_H

#include "view/figure_view.h"

/* One figure as a picture of its own: its last pose on a soft ground, as large as its frame allows.
 * A problem and its fix are told apart by a cross and a tick, and by the ground's tint. The ground
 * is the picture's own, so that it looks the same on every theme.
 */
void figure_picture_draw(struct draw_list *list, const struct figure *figure, float width,
                         float height);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_VIEW_H
#define UNKNOT_VIEW_FIGURE_VIEW_H

#include "figure/palette.h"
#include "view/draw.h"

/* Puts a figure on the screen: its shapes as draw commands. */

struct figure_palette {
    colour paints[FIGURE_PAINTS]; /* 0xRRGGBBAA, by enum figure_paint */
};

/* The colours of this body on this theme's ground. NULL: the default body. */
struct theme;
struct figure_palette figure_palette_for(const struct theme *theme, const struct palette *body);
enum figure_hair_style figure_hair_of(const struct palette *body);

/* From centimetres, y up, to pixels, y down. */
struct figure_transform {
    float x, y;  /* where the figure's 0, 0 (on the ground) is, px */
    float scale; /* px per cm */
};

/* The largest figure that stays within `box` over the whole movement: centred across, standing at
 * the lower edge. */
struct figure_transform figure_fit(struct figure_box bounds, struct draw_box box);

void figure_view_draw(struct draw_list *list, const struct figure_drawing *drawing,
                      const struct figure_palette *palette, struct figure_transform transform);

#endif

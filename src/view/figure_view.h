// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FIGURE_VIEW_H
#define UNKNOT_VIEW_FIGURE_VIEW_H

#include "figure/figure.h"
#include "view/draw.h"

/* Puts a figure on the screen: its shapes as draw commands. */

struct figure_palette {
    colour paints[FIGURE_PAINTS]; /* 0xRRGGBBAA, by enum figure_paint */
};

/* The colours that read on this theme's ground. */
struct theme;
const struct figure_palette *figure_palette_for(const struct theme *theme);
/* For the night: the colours of the design. */
extern const struct figure_palette figure_palette_default;

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

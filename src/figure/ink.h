// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_INK_H
#define UNKNOT_FIGURE_INK_H

#include "figure/model.h"

/* Writes shapes into a drawing. What no longer fits is left out, never written past the end. */
struct ink {
    struct figure_drawing *out;
    bool mirrored;
    bool above; /* the mirror lies along y = 0, not along x = 0 */
    enum figure_hair_style hair;
    bool eyes_closed;
};

void ink_brush(struct ink *ink, enum figure_paint paint, const struct figure_point *points,
               int count);
void ink_disc(struct ink *ink, enum figure_paint paint, struct vec at, float radius);
void ink_soft(struct ink *ink, enum figure_paint paint, struct vec at, float radius, float alpha);
void ink_polygon(struct ink *ink, enum figure_paint paint, const struct vec *points, int count,
                 float rounding);
/* Makes what was written last see-through. */
void ink_fade(struct ink *ink, float alpha);
/* The same for all that was written since there were `first` shapes. */
void ink_fade_since(struct ink *ink, int first, float alpha);
/* The closed smooth curve through the points, as a polygon. */
void ink_blob(struct ink *ink, enum figure_paint paint, const struct vec *points, int count);

/* A limb or a trunk: a line of discs close enough for their hull to be smooth. */
enum { TUBE_MAX = 48 };
struct tube {
    struct figure_point points[TUBE_MAX];
    int count;
};

/* Half the thickness on each side of the line, at a share of its length: `left` of the direction
 * it runs in, and `right`. */
struct girth {
    float at, left, right;
};

void tube_add(struct tube *tube, struct vec at, float radius);
/* Adds the point of a line that runs in `direction` with these thicknesses either side. */
void tube_add_uneven(struct tube *tube, struct vec at, struct vec direction, float left,
                     float right);
struct girth girth_at(const struct girth *table, int count, float at);
/* From a to b to c with the corner rounded; `table` runs over at = 0 .. 1 (a to b), 1 .. 2 (b to
 * c). Only the part from `start` to `end` of it, in this order. */
void tube_bones(struct tube *tube, struct vec a, struct vec b, struct vec c,
                const struct girth *table, int count, float start, float end);

/* How its last point ends; the first is always round. */
enum tube_end {
    TUBE_ROUND,
    TUBE_CUFF, /* flat, with rounded corners */
    TUBE_FLAT, /* flat: it comes out of a cuff */
};
void ink_tube(struct ink *ink, enum figure_paint paint, const struct tube *tube, enum tube_end end);

#endif

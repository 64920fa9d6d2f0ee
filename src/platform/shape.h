// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_SHAPE_H
#define UNKNOT_PLATFORM_SHAPE_H

#include "platform/canvas.h"

#include <stddef.h>

/* Shapes with soft edges. Most know the distance of a pixel's centre from their outline; half a
 * pixel inside it counts as full, half a pixel outside as nothing. Nothing outside `clip` is
 * touched. Working memory comes from `scratch` and is kept from call to call.
 */
struct scratch {
    void *memory;
    size_t size; /* bytes */
};

void scratch_finish(struct scratch *scratch);
/* At least `size` bytes, not cleared; what the last call returned is lost. */
void *scratch_take(struct scratch *scratch, size_t size);

/* `width` > 0: an outline of that width within the box. */
void shape_rect(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                struct draw_box box, float radius, float width, colour c);
void shape_disc(struct canvas *canvas, struct clip clip, struct scratch *scratch, float x, float y,
                float radius, colour c);
/* `from` and `sweep` in turns, clockwise from the top; a whole turn has no ends. */
struct shape_arc {
    float x, y, radius, width, from, sweep;
};
void shape_ring(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                const struct shape_arc *arc, colour c);
/* brush.c: a smooth curve through the points, as wide as their radii, with round ends. */
void shape_brush(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                 const struct draw_point *points, size_t count, colour c);
/* polygon.c: closed and simple; corners are rounded by up to `rounding`, less where an edge is too
 * short for that. */
void shape_polygon(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                   const struct draw_point *points, size_t count, float rounding, colour c);

#endif

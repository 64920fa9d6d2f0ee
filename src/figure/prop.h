// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_PROP_H
#define UNKNOT_FIGURE_PROP_H

#include "figure/body.h"

/* What the body lies on, leans on, sits at, holds or carries. One row of `prop_rows` is all there
 * is to a prop: its name in a file, the keys it takes, how it is unless the file says otherwise,
 * and who paints it. */

enum prop_key {
    KEY_AT,
    KEY_SIZE,
    KEY_RADIUS,
    KEY_FROM,
    KEY_TO,
    KEY_BACK_REST,
    KEY_SAG,
    KEY_STANDS_ON,
    KEY_TILT,
    KEY_ROLLS,
    KEY_HELD_BY,
    KEY_HANGS_FROM,
    KEY_ACROSS,
    PROP_KEYS
};

/* A prop at one instant, with its `place` already blended. */
struct prop_scene {
    const struct figure *figure;
    const struct skeleton *body;
    enum prop_layer layer; /* being painted */
};
typedef void prop_painter(struct ink *ink, const struct prop *prop, const struct prop_scene *scene);

struct prop_row {
    const char *name;
    uint32_t needed, optional; /* bit per prop_key */
    struct prop_place usual;
    prop_painter *paint[PROP_LAYERS]; /* NULL: nothing of it is there */
    bool above;                       /* it can be seen from above */
};
extern const struct prop_row prop_rows[PROP_KINDS];

/* prop_ground.c */
prop_painter draw_mat, draw_floor, draw_pillow, draw_mattress, draw_roller, draw_ball;
/* prop_room.c */
prop_painter draw_wall, draw_doorway_behind, draw_doorway_before;
/* prop_seat.c */
prop_painter draw_chair, draw_office_chair, draw_lumbar_roll;
/* prop_desk.c */
prop_painter draw_desk_legs, draw_desk_top, draw_monitor, draw_laptop, draw_keyboard, draw_mouse;
/* prop_carried.c */
prop_painter draw_phone, draw_shoulder_bag, draw_backpack, draw_backpack_straps;

/* Shapes that several of them are made of. */
void prop_box(struct ink *ink, enum figure_paint paint, float x0, float y0, float x1, float y1,
              float rounding);
void prop_bar(struct ink *ink, enum figure_paint paint, struct vec from, struct vec to,
              float radius);
/* A smooth line through up to 16 points. */
void prop_line(struct ink *ink, enum figure_paint paint, const struct vec *points, int count,
               float radius);
/* A slab that runs from `from` to `to` and is `thick` to the right of that way, less than half of
 * it rounded off. */
void prop_slab(struct ink *ink, enum figure_paint paint, struct vec from, struct vec to,
               float thick, float rounding);
/* The way a screen points that leans back by `degrees` from upright. */
struct vec prop_upright(float degrees);

#endif

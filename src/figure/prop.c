// SPDX-License-Identifier: MIT
#include "figure/prop.h"

#define BIT(key) (1u << (key))
#define STRIP (BIT(KEY_FROM) | BIT(KEY_TO))
#define PLACED (BIT(KEY_AT) | BIT(KEY_SIZE))
#define ROUND (BIT(KEY_AT) | BIT(KEY_RADIUS))
#define SCREEN (BIT(KEY_SIZE) | BIT(KEY_TILT) | BIT(KEY_STANDS_ON))

const struct prop_row prop_rows[PROP_KINDS] = {
    [PROP_MAT] = {"mat", STRIP, 0, .paint = {draw_mat}, .above = true},
    [PROP_FLOOR] = {"floor", STRIP, 0, .paint = {draw_floor}},
    [PROP_PILLOW] = {"pillow", PLACED, 0, .paint = {draw_pillow}, .above = true},
    [PROP_MATTRESS] = {"mattress", PLACED, BIT(KEY_SAG), .paint = {draw_mattress}},
    [PROP_ROLLER] = {"roller", ROUND, BIT(KEY_ROLLS), .paint = {draw_roller}},
    [PROP_BALL] = {"ball", ROUND, BIT(KEY_ROLLS), .paint = {draw_ball}, .above = true},
    [PROP_WALL] = {"wall", PLACED, 0, .paint = {draw_wall}},
    [PROP_DOORWAY] = {"doorway", PLACED, 0, .paint = {draw_doorway_behind, draw_doorway_before}},
    [PROP_CHAIR] = {"chair", PLACED, BIT(KEY_BACK_REST), .paint = {draw_chair}},
    [PROP_OFFICE_CHAIR] = {"office chair", PLACED, BIT(KEY_BACK_REST),
                           .usual = {.amounts = {[PROP_REST] = 48}}, .paint = {draw_office_chair}},
    [PROP_LUMBAR_ROLL] = {"lumbar roll", BIT(KEY_AT), BIT(KEY_SIZE), .usual = {.size = {8, 14}},
                          .paint = {draw_lumbar_roll}},
    [PROP_DESK] = {"desk", PLACED, 0, .paint = {draw_desk_legs, draw_desk_top}},
    [PROP_MONITOR] = {"monitor", BIT(KEY_AT), SCREEN, .usual = {.size = {3.2f, 34}},
                      .paint = {draw_monitor}},
    [PROP_LAPTOP] = {"laptop", BIT(KEY_AT), SCREEN,
                     .usual = {.size = {23, 21}, .amounts = {[PROP_TILT] = 20}},
                     .paint = {[PROPS_BEFORE] = draw_laptop}},
    [PROP_KEYBOARD] = {"keyboard", BIT(KEY_AT), BIT(KEY_SIZE), .usual = {.size = {15, 2}},
                       .paint = {[PROPS_BEFORE] = draw_keyboard}},
    [PROP_MOUSE] = {"mouse", BIT(KEY_AT), BIT(KEY_SIZE), .usual = {.size = {11, 3.6f}},
                    .paint = {[PROPS_BEFORE] = draw_mouse}},
    [PROP_PHONE] = {"phone", BIT(KEY_HELD_BY), BIT(KEY_SIZE) | BIT(KEY_TILT),
                    .usual = {.size = {7.5f, 15}}, .paint = {draw_phone, draw_phone}},
    [PROP_SHOULDER_BAG] = {"shoulder bag", BIT(KEY_HANGS_FROM), BIT(KEY_SIZE) | BIT(KEY_ACROSS),
                           .usual = {.size = {30, 24}},
                           .paint = {draw_shoulder_bag, draw_shoulder_bag}},
    [PROP_BACKPACK] = {"backpack", BIT(KEY_SIZE), 0,
                       .paint = {draw_backpack, draw_backpack_straps}},
};

void draw_props(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                enum prop_layer layer)
{
    const struct prop_scene scene = {figure, body, layer};
    for (int i = 0; i < figure->prop_count; i++) {
        struct prop prop = figure->props[i];
        prop.place = body->props[i];
        prop_painter *paint = prop_rows[prop.kind].paint[layer];
        if (paint != NULL)
            paint(ink, &prop, &scene);
    }
}

void prop_box(struct ink *ink, enum figure_paint paint, float x0, float y0, float x1, float y1,
              float rounding)
{
    const struct vec corners[] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    ink_polygon(ink, paint, corners, 4, rounding);
}

void prop_bar(struct ink *ink, enum figure_paint paint, struct vec from, struct vec to,
              float radius)
{
    const struct figure_point points[] = {{from.x, from.y, radius}, {to.x, to.y, radius}};
    ink_brush(ink, paint, points, 2);
}

void prop_line(struct ink *ink, enum figure_paint paint, const struct vec *points, int count,
               float radius)
{
    struct figure_point line[16];
    for (int i = 0; i < count; i++)
        line[i] = (struct figure_point){points[i].x, points[i].y, radius};
    ink_brush(ink, paint, line, count);
}

void prop_slab(struct ink *ink, enum figure_paint paint, struct vec from, struct vec to,
               float thick, float rounding)
{
    struct vec side = vec_right(vec_unit(vec_sub(to, from), (struct vec){0, 1}));
    const struct vec corners[] = {from, to, vec_along(to, side, thick),
                                  vec_along(from, side, thick)};
    ink_polygon(ink, paint, corners, 4, rounding);
}

struct vec prop_upright(float degrees)
{
    float angle = degrees * 0.01745329f;
    return (struct vec){sinf(angle), cosf(angle)};
}

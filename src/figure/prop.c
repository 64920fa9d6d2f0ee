// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

static void box(struct ink *ink, enum figure_paint paint, float x0, float y0, float x1, float y1,
                float rounding)
{
    const struct vec corners[] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    ink_polygon(ink, paint, corners, COUNT(corners), rounding);
}

#define MAT_THICK 2.6f

static void draw_mat(struct ink *ink, const struct prop *prop)
{
    float half = prop->size.x / 2;
    box(ink, FIGURE_MAT, prop->at.x - half, prop->at.y - MAT_THICK, prop->at.x + half, prop->at.y,
        MAT_THICK / 2);
}

static void draw_floor(struct ink *ink, const struct prop *prop)
{
    float half = prop->size.x / 2;
    box(ink, FIGURE_PROP_FAR, prop->at.x - half, prop->at.y - 1.2f, prop->at.x + half, prop->at.y,
        0.6f);
}

static void draw_pillow(struct ink *ink, const struct prop *prop)
{
    float x = prop->size.x / 2, y = prop->size.y / 2;
    box(ink, FIGURE_PROP, prop->at.x - x, prop->at.y - y, prop->at.x + x, prop->at.y + y,
        y < x ? y : x);
}

/* Its end: the core, and the grooves of its skin, which show that it turns. */
static void draw_roller(struct ink *ink, const struct prop *prop, struct vec moved)
{
    enum { NOTCHES = 9 };
    float radius = prop->size.x / 2;
    struct vec at = prop->at;
    float angle = 0;
    if (prop->rolls && radius > 0) {
        at.x += moved.x / 2;
        angle = -moved.x / 2 / radius;
    }
    ink_disc(ink, FIGURE_ROLLER, at, radius);
    ink_disc(ink, FIGURE_ROLLER_CORE, at, radius * 0.36f);
    for (int i = 0; i < NOTCHES; i++) {
        float a = angle + 6.2831853f * (float)i / NOTCHES;
        struct vec out = {cosf(a), sinf(a)};
        struct vec from = vec_along(at, out, radius * 0.8f);
        struct vec to = vec_along(at, out, radius * 0.93f);
        const struct figure_point notch[] = {{from.x, from.y, radius * 0.07f},
                                             {to.x, to.y, radius * 0.07f}};
        ink_brush(ink, FIGURE_ROLLER_CORE, notch, COUNT(notch));
    }
}

static void draw_ball(struct ink *ink, const struct prop *prop)
{
    ink_disc(ink, FIGURE_ROLLER, prop->at, prop->size.x / 2);
}

static void draw_wall(struct ink *ink, const struct prop *prop)
{
    float half = prop->size.x / 2;
    box(ink, FIGURE_PROP, prop->at.x - half, prop->at.y, prop->at.x + half,
        prop->at.y + prop->size.y, 1);
}

/* A door frame that the body walks through, seen a little from behind: the near post lies to the
 * left of the far one and lower. `size.x` is the post's width. */
#define DOOR_SKEW_X 17.0f
#define DOOR_SKEW_Y 6.0f

static void door_post(struct ink *ink, const struct prop *prop, float skew, enum figure_paint face,
                      enum figure_paint edge)
{
    float half = prop->size.x / 2;
    float x = prop->at.x + skew * DOOR_SKEW_X, y = prop->at.y + skew * DOOR_SKEW_Y;
    box(ink, edge, x - half, y, x + half, y + prop->size.y, 0.8f);
    box(ink, face, x - half, y, x + half * 0.35f, y + prop->size.y, 0.8f);
}

static void draw_doorway_back(struct ink *ink, const struct prop *prop)
{
    float half = prop->size.x / 2, top = prop->at.y + prop->size.y;
    float x0 = prop->at.x - DOOR_SKEW_X, x1 = prop->at.x + DOOR_SKEW_X;
    door_post(ink, prop, 1, FIGURE_PROP_FAR, FIGURE_PROP_FAR);
    const struct vec lintel[] = {{x0 - half, top - DOOR_SKEW_Y},
                                 {x0 - half, top - DOOR_SKEW_Y - 9},
                                 {x1 - half, top + DOOR_SKEW_Y - 9},
                                 {x1 + half, top + DOOR_SKEW_Y - 9},
                                 {x1 + half, top + DOOR_SKEW_Y}};
    ink_polygon(ink, FIGURE_PROP_FAR, lintel, COUNT(lintel), 0.8f);
}

static void draw_chair(struct ink *ink, const struct prop *prop)
{
    float half = prop->size.x / 2, x = prop->at.x, seat = prop->at.y + prop->size.y;
    box(ink, FIGURE_PROP_FAR, x - half + 2, prop->at.y, x - half + 5, seat, 1);
    box(ink, FIGURE_PROP_FAR, x + half - 5, prop->at.y, x + half - 2, seat, 1);
    box(ink, FIGURE_PROP, x - half, seat - 4, x + half, seat, 2);
}

static void (*const painters[PROP_KINDS])(struct ink *, const struct prop *) = {
    [PROP_MAT] = draw_mat,     [PROP_FLOOR] = draw_floor, [PROP_PILLOW] = draw_pillow,
    [PROP_BALL] = draw_ball,   [PROP_WALL] = draw_wall,   [PROP_DOORWAY] = draw_doorway_back,
    [PROP_CHAIR] = draw_chair,
};

static void draw_prop(struct ink *ink, const struct prop *prop, struct vec moved)
{
    if (prop->kind == PROP_ROLLER)
        draw_roller(ink, prop, moved);
    else if (painters[prop->kind] != NULL)
        painters[prop->kind](ink, prop);
}

void draw_props(struct ink *ink, const struct figure *figure, struct vec moved, bool front)
{
    for (int i = 0; i < figure->prop_count; i++) {
        const struct prop *prop = &figure->props[i];
        if (!front)
            draw_prop(ink, prop, moved);
        else if (prop->kind == PROP_DOORWAY)
            door_post(ink, prop, -1, FIGURE_PROP, FIGURE_PROP_FAR);
    }
}

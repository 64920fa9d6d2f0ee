// SPDX-License-Identifier: MIT
#include "figure/body.h"

/* A picture of the upper body ends in a straight line, as if it stood behind a ledge. What crosses
 * the line becomes a polygon that ends there; what lies below it is left out. */

/* How far below the pelvis of the first pose, cm. */
#define CUT_BELOW 4.0f
#define LEDGE_HALF 24.0f
#define LEDGE_THICK 1.2f

enum { CURVE_STEPS = 4, CAP_STEPS = 8, OUTLINE_MOST = 512 };

struct outline {
    struct vec points[OUTLINE_MOST];
    int count;
};

float cut_height(const struct figure *figure)
{
    return figure->poses[0].points[POSE_PELVIS].y - CUT_BELOW;
}

static void outline_add(struct outline *outline, struct vec at)
{
    if (outline->count < OUTLINE_MOST)
        outline->points[outline->count++] = at;
}

static float spread(float a, float b, float c, float d, float t)
{
    float in = (c - a) / 2, out = (d - b) / 2;
    return b + t * (in + t * (3 * (c - b) - 2 * in - out + t * (2 * (b - c) + in + out)));
}

/* Of the curve through a brush's points, at a share of its way. */
static struct figure_point stroke_at(const struct figure_shape *shape, float at)
{
    int last = shape->count - 1, i = (int)clampf(at, 0, (float)(last > 0 ? last - 1 : 0));
    const struct figure_point *b = &shape->points[i], *c = &shape->points[i < last ? i + 1 : i];
    const struct figure_point *a = &shape->points[i > 0 ? i - 1 : i];
    const struct figure_point *d = &shape->points[i + 2 <= last ? i + 2 : last];
    float t = at - (float)i;
    return (struct figure_point){spread(a->x, b->x, c->x, d->x, t),
                                 spread(a->y, b->y, c->y, d->y, t),
                                 spread(a->radius, b->radius, c->radius, d->radius, t)};
}

static struct vec middle_of(struct figure_point point)
{
    return (struct vec){point.x, point.y};
}

/* Half a turn to the right round a stroke's end, from its left when it runs `along`. */
static void add_cap(struct outline *outline, struct figure_point end, struct vec along)
{
    for (int i = 0; i <= CAP_STEPS; i++) {
        float angle = 3.14159265f * (float)i / CAP_STEPS;
        struct vec at = vec_along(middle_of(end), vec_left(along), end.radius * cosf(angle));
        outline_add(outline, vec_along(at, along, end.radius * sinf(angle)));
    }
}

/* One side of a stroke, in the order it is gone along. */
static void add_bank(struct outline *outline, const struct figure_shape *shape, bool back)
{
    int steps = (shape->count - 1) * CURVE_STEPS;
    struct vec along = {0, back ? -1.0f : 1.0f};
    for (int i = 0; i <= steps; i++) {
        float step = (float)(back ? steps - i : i), way = back ? -1.0f : 1.0f;
        struct figure_point here = stroke_at(shape, step / CURVE_STEPS);
        struct figure_point next = stroke_at(shape, (step + way) / CURVE_STEPS);
        if (i < steps)
            along = vec_unit(vec_sub(middle_of(next), middle_of(here)), along);
        if (i == steps)
            add_cap(outline, here, along);
        else
            outline_add(outline, vec_along(middle_of(here), vec_left(along), here.radius));
    }
}

static void outline_of(const struct figure_shape *shape, struct outline *outline)
{
    outline->count = 0;
    if (shape->kind == FIGURE_POLYGON) {
        for (int i = 0; i < shape->count; i++)
            outline_add(outline, middle_of(shape->points[i]));
        return;
    }
    add_bank(outline, shape, false);
    add_bank(outline, shape, true);
}

/* What of the outline lies above the line. */
static void keep_above(struct outline *outline, float height, struct outline *kept)
{
    kept->count = 0;
    for (int i = 0; i < outline->count; i++) {
        struct vec a = outline->points[i], b = outline->points[(i + 1) % outline->count];
        if (a.y >= height)
            outline_add(kept, a);
        if ((a.y >= height) != (b.y >= height))
            outline_add(kept, vec_lerp(a, b, (height - a.y) / (b.y - a.y)));
    }
}

static bool replace(struct figure_drawing *drawing, struct figure_shape *shape,
                    const struct outline *outline)
{
    if (outline->count < 3 || outline->count > FIGURE_MAX_POINTS - drawing->point_count)
        return false;
    struct figure_point *points = &drawing->points[drawing->point_count];
    drawing->point_count += outline->count;
    for (int i = 0; i < outline->count; i++)
        points[i] = (struct figure_point){outline->points[i].x, outline->points[i].y, 0};
    shape->kind = FIGURE_POLYGON;
    shape->rounding = 0;
    shape->points = points;
    shape->count = outline->count;
    return true;
}

static bool crosses(const struct figure_shape *shape, float height)
{
    for (int i = 0; i < shape->count; i++)
        if (shape->points[i].y - shape->points[i].radius < height)
            return true;
    return false;
}

/* False: nothing of it is left. */
static bool cut(struct figure_drawing *drawing, struct figure_shape *shape, float height)
{
    struct outline outline, kept;
    if (!crosses(shape, height))
        return true;
    if (shape->kind == FIGURE_SOFT)
        return shape->points[0].y > height;
    outline_of(shape, &outline);
    keep_above(&outline, height, &kept);
    return replace(drawing, shape, &kept);
}

static void turn_over(struct figure_drawing *drawing)
{
    for (int i = 0; i < drawing->point_count; i++)
        drawing->points[i].x = -drawing->points[i].x;
}

static void cut_all(struct figure_drawing *drawing, float height)
{
    int kept = 0;
    for (int i = 0; i < drawing->shape_count; i++) {
        struct figure_shape shape = drawing->shapes[i];
        if (cut(drawing, &shape, height))
            drawing->shapes[kept++] = shape;
    }
    drawing->shape_count = kept;
}

void draw_cut(struct ink *ink, const struct figure *figure)
{
    float height = cut_height(figure), x = figure->poses[0].points[POSE_PELVIS].x;
    if (ink->mirrored) /* cut as the other side is, so that both are the same */
        turn_over(ink->out);
    cut_all(ink->out, height);
    if (ink->mirrored)
        turn_over(ink->out);
    const struct vec ledge[] = {{x - LEDGE_HALF, height},
                                {x + LEDGE_HALF, height},
                                {x + LEDGE_HALF, height - LEDGE_THICK},
                                {x - LEDGE_HALF, height - LEDGE_THICK}};
    ink_polygon(ink, FIGURE_PROP_FAR, ledge, 4, LEDGE_THICK / 2);
}

// SPDX-License-Identifier: MIT
#include "figure/ink.h"

/* Room for `count` more points, or NULL when shapes or points have run out. */
static struct figure_point *take(struct ink *ink, enum figure_shape_kind kind,
                                 enum figure_paint paint, int count)
{
    struct figure_drawing *out = ink->out;
    if (out->shape_count >= FIGURE_MAX_SHAPES || count > FIGURE_MAX_POINTS - out->point_count)
        return NULL;
    struct figure_point *points = &out->points[out->point_count];
    out->point_count += count;
    out->shapes[out->shape_count++] = (struct figure_shape){
        .kind = kind, .paint = paint, .alpha = 1, .points = points, .count = count};
    return points;
}

static struct figure_point facing(const struct ink *ink, struct vec at, float radius)
{
    if (ink->mirrored)
        at = ink->above ? (struct vec){at.x, -at.y} : (struct vec){-at.x, at.y};
    return (struct figure_point){at.x, at.y, radius};
}

void ink_brush(struct ink *ink, enum figure_paint paint, const struct figure_point *points,
               int count)
{
    struct figure_point *out = take(ink, FIGURE_BRUSH, paint, count);
    for (int i = 0; out != NULL && i < count; i++)
        out[i] = facing(ink, (struct vec){points[i].x, points[i].y}, points[i].radius);
}

void ink_disc(struct ink *ink, enum figure_paint paint, struct vec at, float radius)
{
    struct figure_point *out = take(ink, FIGURE_DISC, paint, 1);
    if (out != NULL)
        *out = facing(ink, at, radius);
}

void ink_soft(struct ink *ink, enum figure_paint paint, struct vec at, float radius, float alpha)
{
    struct figure_point *out = take(ink, FIGURE_SOFT, paint, 1);
    if (out == NULL)
        return;
    *out = facing(ink, at, radius);
    ink_fade(ink, alpha);
}

void ink_fade(struct ink *ink, float alpha)
{
    if (ink->out->shape_count > 0)
        ink->out->shapes[ink->out->shape_count - 1].alpha = alpha;
}

void ink_fade_since(struct ink *ink, int first, float alpha)
{
    for (int i = first; i < ink->out->shape_count; i++)
        ink->out->shapes[i].alpha = alpha;
}

void ink_polygon(struct ink *ink, enum figure_paint paint, const struct vec *points, int count,
                 float rounding)
{
    struct figure_point *out = take(ink, FIGURE_POLYGON, paint, count);
    if (out == NULL)
        return;
    for (int i = 0; i < count; i++)
        out[i] = facing(ink, points[i], 0);
    ink->out->shapes[ink->out->shape_count - 1].rounding = rounding;
}

/* Cubic through b and c with the neighbours' slopes (Catmull-Rom). */
static struct vec curve_at(struct vec a, struct vec b, struct vec c, struct vec d, float t)
{
    struct vec in = vec_scale(vec_sub(c, a), 0.5f), out = vec_scale(vec_sub(d, b), 0.5f);
    float t2 = t * t, t3 = t2 * t;
    struct vec at = vec_scale(b, 2 * t3 - 3 * t2 + 1);
    at = vec_along(at, c, 3 * t2 - 2 * t3);
    at = vec_along(at, in, t3 - 2 * t2 + t);
    return vec_along(at, out, t3 - t2);
}

enum { BLOB_STEPS = 5, BLOB_MAX = 40 };

void ink_blob(struct ink *ink, enum figure_paint paint, const struct vec *points, int count)
{
    struct vec fine[BLOB_MAX * BLOB_STEPS];
    int used = 0;
    for (int i = 0; i < count && i < BLOB_MAX; i++)
        for (int step = 0; step < BLOB_STEPS; step++)
            fine[used++] =
                curve_at(points[(i + count - 1) % count], points[i], points[(i + 1) % count],
                         points[(i + 2) % count], (float)step / BLOB_STEPS);
    ink_polygon(ink, paint, fine, used, 0);
}

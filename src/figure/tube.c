// SPDX-License-Identifier: MIT
#include "figure/ink.h"

void tube_add(struct tube *tube, struct vec at, float radius)
{
    if (tube->count < TUBE_MAX)
        tube->points[tube->count++] = (struct figure_point){at.x, at.y, radius};
}

void tube_add_uneven(struct tube *tube, struct vec at, struct vec direction, float left,
                     float right)
{
    tube_add(tube, vec_along(at, vec_left(direction), (left - right) / 2), (left + right) / 2);
}

struct girth girth_at(const struct girth *table, int count, float at)
{
    if (at <= table[0].at)
        return table[0];
    for (int i = 1; i < count; i++) {
        if (at > table[i].at)
            continue;
        float t = (at - table[i - 1].at) / (table[i].at - table[i - 1].at);
        t = t * t * (3 - 2 * t);
        return (struct girth){at, mix(table[i - 1].left, table[i].left, t),
                              mix(table[i - 1].right, table[i].right, t)};
    }
    return table[count - 1];
}

/* How far from the joint its corner is rounded, as a share of each bone. */
#define CORNER 0.14f

static struct vec bones_at(struct vec a, struct vec b, struct vec c, float at, struct vec *along)
{
    struct vec first = vec_unit(vec_sub(b, a), (struct vec){0, -1});
    struct vec second = vec_unit(vec_sub(c, b), first);
    if (at <= 1 - CORNER || at >= 1 + CORNER) {
        *along = at < 1 ? first : second;
        return at < 1 ? vec_lerp(a, b, at) : vec_lerp(b, c, at - 1);
    }
    struct vec in = vec_lerp(a, b, 1 - CORNER), out = vec_lerp(b, c, CORNER);
    float t = (at - 1 + CORNER) / (2 * CORNER);
    *along = vec_unit(vec_lerp(first, second, t), second);
    return vec_lerp(vec_lerp(in, b, t), vec_lerp(b, out, t), t);
}

void tube_bones(struct tube *tube, struct vec a, struct vec b, struct vec c,
                const struct girth *table, int count, float start, float end)
{
    const float step = 0.08f;
    int steps = (int)ceilf(fabsf(end - start) / step);
    for (int i = 0; i <= steps; i++) {
        float at = mix(start, end, (float)i / (float)steps);
        struct vec along;
        struct vec point = bones_at(a, b, c, at, &along);
        struct girth girth = girth_at(table, count, at);
        tube_add_uneven(tube, point, along, girth.left, girth.right);
    }
}

static struct vec centre(const struct tube *tube, int i)
{
    return (struct vec){tube->points[i].x, tube->points[i].y};
}

#define CUFF_ROUNDING 1.1f
enum { CUFF_CORNER = 4 }; /* points of a rounded corner */

/* The flat end: the hull of the last stretch as a polygon, down its right side, round the corners,
 * and back up its left. */
static void ink_flat_end(struct ink *ink, enum figure_paint paint, const struct tube *tube,
                         int from, float rounding)
{
    struct vec outline[2 * (TUBE_MAX + CUFF_CORNER)];
    int last = tube->count - 1, used = last - from + CUFF_CORNER;
    struct vec along = {0, -1};
    for (int i = from; i < last; i++) {
        along = vec_unit(vec_sub(centre(tube, i + 1), centre(tube, i)), along);
        float radius = tube->points[i].radius;
        outline[i - from] = vec_along(centre(tube, i), vec_right(along), radius);
        outline[2 * used - 1 - (i - from)] = vec_along(centre(tube, i), vec_left(along), radius);
    }
    for (int i = 0; i < CUFF_CORNER; i++) {
        float angle = 1.5707963f * (float)i / (CUFF_CORNER - 1);
        float radius = tube->points[last].radius - rounding * (1 - cosf(angle));
        struct vec at = vec_along(centre(tube, last), along, rounding * (sinf(angle) - 1));
        outline[last - from + i] = vec_along(at, vec_right(along), radius);
        outline[2 * used - 1 - (last - from + i)] = vec_along(at, vec_left(along), radius);
    }
    ink_polygon(ink, paint, outline, 2 * used, 0);
}

void ink_tube(struct ink *ink, enum figure_paint paint, const struct tube *tube, enum tube_end end)
{
    int last = tube->count - 1, keep = last;
    if (last < 1)
        return;
    float reach = 0;
    while (end != TUBE_ROUND && keep > 0 && reach < tube->points[keep].radius + 0.5f) {
        keep--;
        reach += vec_length(vec_sub(centre(tube, keep + 1), centre(tube, keep)));
    }
    ink_brush(ink, paint, tube->points, keep + 1);
    if (end != TUBE_ROUND)
        ink_flat_end(ink, paint, tube, keep > 0 ? keep - 1 : 0,
                     end == TUBE_CUFF ? CUFF_ROUNDING : 0);
}

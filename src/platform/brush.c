// SPDX-License-Identifier: MIT
#include "platform/shape.h"

#include <math.h>
#include <string.h>

/* A brush is the union of cones with round ends along its curve. Each pixel takes the greatest
 * coverage any of them gives it, so there are no holes where the curve is tight and no seams where
 * two meet, and a translucent brush is laid on once.
 */

enum { MOST_STEPS = 32 }; /* per pair of points */
#define FLATNESS 0.12f    /* pixels between the curve and its straight pieces */

/* Two circles and their common tangents. */
struct cone {
    struct draw_point a, b;
    float along_x, along_y; /* unit vector from a to b */
    float length, sine, cosine;
    bool disc; /* one circle holds the other: `a` is the greater one */
};

static struct cone cone_between(struct draw_point a, struct draw_point b)
{
    float dx = b.x - a.x, dy = b.y - a.y, length = sqrtf(dx * dx + dy * dy);
    struct cone cone = {.a = a, .b = b, .length = length};
    if (length <= fabsf(a.radius - b.radius) + 1e-4f) {
        cone.disc = true;
        cone.a = a.radius >= b.radius ? a : b;
        cone.b = cone.a;
        return cone;
    }
    cone.along_x = dx / length;
    cone.along_y = dy / length;
    cone.sine = (a.radius - b.radius) / length;
    cone.cosine = sqrtf(1 - cone.sine * cone.sine);
    return cone;
}

static float cone_distance(const struct cone *cone, float x, float y)
{
    float dx = x - cone->a.x, dy = y - cone->a.y;
    if (cone->disc)
        return sqrtf(dx * dx + dy * dy) - cone->a.radius;
    float along = dx * cone->along_x + dy * cone->along_y;
    float across = fabsf(dx * cone->along_y - dy * cone->along_x);
    float on_tangent = along * cone->cosine - across * cone->sine;
    if (on_tangent <= 0)
        return sqrtf(dx * dx + dy * dy) - cone->a.radius;
    if (on_tangent >= cone->length * cone->cosine) {
        float ex = x - cone->b.x, ey = y - cone->b.y;
        return sqrtf(ex * ex + ey * ey) - cone->b.radius;
    }
    return along * cone->sine + across * cone->cosine - cone->a.radius;
}

struct range {
    float low, high;
};

/* fminf minds numbers that are none and is not inlined; the draw list has none. */
static float lesser(float a, float b)
{
    return a < b ? a : b;
}

static float greater(float a, float b)
{
    return a > b ? a : b;
}

static void range_add(struct range *range, float x)
{
    range->low = lesser(range->low, x);
    range->high = greater(range->high, x);
}

static void range_add_circle(struct range *range, struct draw_point circle, float grown, float y)
{
    float radius = circle.radius + grown, dy = y - circle.y;
    if (radius <= 0 || fabsf(dy) > radius)
        return;
    float half = sqrtf(radius * radius - dy * dy);
    range_add(range, circle.x - half);
    range_add(range, circle.x + half);
}

/* The tangent on one side (`side` 1 or -1) of both circles, where the row crosses it. */
static void range_add_tangent(struct range *range, const struct cone *cone, float grown, float y,
                              float side)
{
    float nx = cone->along_x * cone->sine - side * cone->along_y * cone->cosine;
    float ny = cone->along_y * cone->sine + side * cone->along_x * cone->cosine;
    float ra = cone->a.radius + grown, rb = cone->b.radius + grown;
    float x0 = cone->a.x + nx * ra, y0 = cone->a.y + ny * ra;
    float x1 = cone->b.x + nx * rb, y1 = cone->b.y + ny * rb;
    if ((y < y0) == (y < y1))
        return;
    range_add(range, x0 + (x1 - x0) * (y - y0) / (y1 - y0));
}

/* Where the row through `y` crosses the cone, grown by `grown` on all sides; low > high: nowhere.
 */
static struct range cone_row(const struct cone *cone, float grown, float y)
{
    struct range range = {INFINITY, -INFINITY};
    range_add_circle(&range, cone->a, grown, y);
    if (cone->disc)
        return range;
    range_add_circle(&range, cone->b, grown, y);
    /* A circle that shrinks to less than nothing has no tangent; its cone has no full inside. */
    if (lesser(cone->a.radius, cone->b.radius) + grown < 0)
        return range;
    range_add_tangent(&range, cone, grown, y, 1);
    range_add_tangent(&range, cone, grown, y, -1);
    return range;
}

/* Pixels of one cone in one row, counted from the mask's left edge. */
struct cone_span {
    int outer0, inner0, inner1, outer1;
};

/* The mask being made: one byte of coverage for each pixel of the clip. */
struct mask {
    struct clip clip;
    int width, height;
    uint8_t *bytes;
};

static int column(const struct mask *mask, float x)
{
    float at = ceilf(x - 0.5f) - (float)mask->clip.x0;
    return at < 0 ? 0 : at > (float)mask->width ? mask->width : (int)at;
}

static struct cone_span span_of(const struct mask *mask, const struct cone *cone, float y)
{
    struct range outer = cone_row(cone, 0.5f, y), inner = cone_row(cone, -0.5f, y);
    struct cone_span span = {0};
    if (outer.low > outer.high)
        return span;
    span.outer0 = column(mask, outer.low);
    span.outer1 = column(mask, outer.high);
    span.inner0 = span.inner1 = span.outer1;
    if (inner.low >= inner.high)
        return span;
    span.inner0 = column(mask, inner.low);
    span.inner1 = column(mask, inner.high);
    return span;
}

static void soften(const struct mask *mask, const struct cone *cone, int row, int x0, int x1)
{
    uint8_t *bytes = mask->bytes + (size_t)row * (size_t)mask->width;
    float y = (float)(mask->clip.y0 + row) + 0.5f;
    for (int x = x0; x < x1; x++) {
        if (bytes[x] == 255)
            continue;
        float distance = cone_distance(cone, (float)(mask->clip.x0 + x) + 0.5f, y);
        uint8_t coverage = coverage_byte(0.5f - distance);
        bytes[x] = coverage > bytes[x] ? coverage : bytes[x];
    }
}

/* Rows of the mask a cone can touch. */
static void cone_rows(const struct mask *mask, const struct cone *cone, int *first, int *last)
{
    float top = lesser(cone->a.y - cone->a.radius, cone->b.y - cone->b.radius) - 1;
    float bottom = greater(cone->a.y + cone->a.radius, cone->b.y + cone->b.radius) + 1;
    float from = floorf(top) - (float)mask->clip.y0, to = ceilf(bottom) - (float)mask->clip.y0;
    *first = from < 0 ? 0 : from > (float)mask->height ? mask->height : (int)from;
    *last = to < 0 ? 0 : to > (float)mask->height ? mask->height : (int)to;
}

static void fill_inside(struct mask *mask, const struct cone *cone, struct cone_span *spans)
{
    int first, last;
    cone_rows(mask, cone, &first, &last);
    for (int row = first; row < last; row++) {
        struct cone_span span = span_of(mask, cone, (float)(mask->clip.y0 + row) + 0.5f);
        spans[row] = span;
        if (span.inner1 > span.inner0)
            memset(mask->bytes + (size_t)row * (size_t)mask->width + span.inner0, 255,
                   (size_t)(span.inner1 - span.inner0));
    }
}

static void soften_edge(struct mask *mask, const struct cone *cone, const struct cone_span *spans)
{
    int first, last;
    cone_rows(mask, cone, &first, &last);
    for (int row = first; row < last; row++) {
        soften(mask, cone, row, spans[row].outer0, spans[row].inner0);
        soften(mask, cone, row, spans[row].inner1, spans[row].outer1);
    }
}

/* One piece of the curve, from one of its points to the next. */
struct piece {
    struct draw_point a, b, c, d; /* of a Bezier curve */
    int steps;
};

/* How fast the radius changes at a point: never so that it swells past its neighbours. */
static float radius_slope(float before, float after)
{
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
}

static float slope_between(struct draw_point a, struct draw_point b)
{
    return (b.radius - a.radius) / greater(hypotf(b.x - a.x, b.y - a.y), 1e-3f);
}

/* The control point beside `p` towards `next`: a centripetal Catmull-Rom tangent, which neither
 * loops nor overshoots where the points are unevenly spaced. At an end `before` is NULL. */
static struct draw_point control(const struct draw_point *before, struct draw_point p,
                                 struct draw_point next)
{
    struct draw_point straight = {p.x + (next.x - p.x) / 3, p.y + (next.y - p.y) / 3,
                                  p.radius + (next.radius - p.radius) / 3};
    if (before == NULL)
        return straight;
    float out = sqrtf(hypotf(next.x - p.x, next.y - p.y));
    float in = sqrtf(hypotf(p.x - before->x, p.y - before->y));
    if (in < 1e-3f || out < 1e-3f)
        return straight;
    float tx = (p.x - before->x) / in - (next.x - before->x) / (in + out) + (next.x - p.x) / out;
    float ty = (p.y - before->y) / in - (next.y - before->y) / (in + out) + (next.y - p.y) / out;
    float length = hypotf(tx, ty) * out / 3, most = out * out / 2;
    float scale = out / 3 * (length > most ? most / length : 1);
    float swell = radius_slope(slope_between(*before, p), slope_between(p, next));
    return (struct draw_point){p.x + tx * scale, p.y + ty * scale,
                               p.radius + swell * out * out / 3};
}

/* Second differences say how far a curve is from its chord. */
static float bend_of(struct draw_point a, struct draw_point b, struct draw_point c)
{
    return hypotf(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y) +
           fabsf(a.radius - 2 * b.radius + c.radius);
}

static struct piece piece_between(const struct draw_point *points, size_t count, size_t i)
{
    struct piece piece = {.a = points[i], .d = points[i + 1]};
    piece.b = control(i > 0 ? &points[i - 1] : NULL, piece.a, piece.d);
    /* Seen from the far end: the same tangent, backwards. */
    piece.c = control(i + 2 < count ? &points[i + 2] : NULL, piece.d, piece.a);
    float bend = greater(bend_of(piece.a, piece.b, piece.c), bend_of(piece.b, piece.c, piece.d));
    float steps = ceilf(sqrtf(bend * 0.75f / FLATNESS));
    piece.steps = steps < 1 ? 1 : steps > (float)MOST_STEPS ? MOST_STEPS : (int)steps;
    return piece;
}

static struct draw_point piece_at(const struct piece *piece, float t)
{
    float s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return (struct draw_point){
        .x = a * piece->a.x + b * piece->b.x + c * piece->c.x + d * piece->d.x,
        .y = a * piece->a.y + b * piece->b.y + c * piece->c.y + d * piece->d.y,
        .radius =
            a * piece->a.radius + b * piece->b.radius + c * piece->c.radius + d * piece->d.radius};
}

static size_t count_cones(const struct draw_point *points, size_t count)
{
    size_t cones = 0;
    for (size_t i = 0; i + 1 < count; i++)
        cones += (size_t)piece_between(points, count, i).steps;
    return cones > 0 ? cones : 1;
}

static void make_cones(struct cone *cones, const struct draw_point *points, size_t count)
{
    if (count == 1)
        cones[0] = cone_between(points[0], points[0]);
    for (size_t i = 0; i + 1 < count; i++) {
        struct piece piece = piece_between(points, count, i);
        struct draw_point last = piece.a;
        for (int step = 1; step <= piece.steps; step++) {
            struct draw_point next = piece_at(&piece, (float)step / (float)piece.steps);
            *cones++ = cone_between(last, next);
            last = next;
        }
    }
}

void shape_brush(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                 const struct draw_point *points, size_t count, colour c)
{
    if (clip_empty(clip) || count == 0)
        return;
    struct mask mask = {.clip = clip, .width = clip.x1 - clip.x0, .height = clip.y1 - clip.y0};
    size_t area = (size_t)mask.width * (size_t)mask.height, cones = count_cones(points, count);
    size_t spans = cones * (size_t)mask.height * sizeof(struct cone_span);
    struct cone *cone = scratch_take(scratch, cones * sizeof *cone + spans + area);
    struct cone_span *span = (struct cone_span *)(cone + cones);
    mask.bytes = (uint8_t *)(span + cones * (size_t)mask.height);
    memset(mask.bytes, 0, area);
    make_cones(cone, points, count);
    /* All insides first: most of the edge work falls on pixels that are full by then. */
    for (size_t i = 0; i < cones; i++)
        fill_inside(&mask, &cone[i], span + i * (size_t)mask.height);
    for (size_t i = 0; i < cones; i++)
        soften_edge(&mask, &cone[i], span + i * (size_t)mask.height);
    for (int row = 0; row < mask.height; row++)
        canvas_blend_row(canvas, clip.y0 + row, clip.x0, clip.x1, c,
                         mask.bytes + (size_t)row * (size_t)mask.width);
}

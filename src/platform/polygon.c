// SPDX-License-Identifier: MIT
#include "platform/shape.h"

#include <math.h>
#include <string.h>

/* A simple polygon covers a pixel by an exact area, summed from its edges: an edge adds what lies
 * to its right, its counterpart on the other side takes it away again. Convex or not makes no
 * difference.
 */

enum { CORNER_STEPS = 12 };

struct vertex {
    float x, y;
};

/* Replaces a corner by points of an arc that touches both edges; returns how many. */
static size_t round_corner(struct vertex before, struct vertex corner, struct vertex after,
                           float rounding, struct vertex out[CORNER_STEPS + 1])
{
    float ax = before.x - corner.x, ay = before.y - corner.y, a = hypotf(ax, ay);
    float bx = after.x - corner.x, by = after.y - corner.y, b = hypotf(bx, by);
    out[0] = corner;
    if (a < 1e-3f || b < 1e-3f || rounding < 0.05f)
        return 1;
    ax /= a, ay /= a, bx /= b, by /= b;
    float half = acosf(fmaxf(fminf(ax * bx + ay * by, 1), -1)) / 2;
    float tangent = tanf(half);
    if (!(tangent > 1e-3f) || tangent > 1e3f)
        return 1;
    float cut = fminf(rounding / tangent, fminf(a, b) / 2), radius = cut * tangent;
    float mx = ax + bx, my = ay + by, m = hypotf(mx, my), reach = radius / sinf(half);
    struct vertex centre = {corner.x + mx / m * reach, corner.y + my / m * reach};
    float from = atan2f(corner.y + ay * cut - centre.y, corner.x + ax * cut - centre.x);
    float turn = atan2f(corner.y + by * cut - centre.y, corner.x + bx * cut - centre.x) - from;
    turn -= 2 * (float)M_PI * roundf(turn / (2 * (float)M_PI));
    for (size_t i = 0; i <= CORNER_STEPS; i++) {
        float angle = from + turn * (float)i / CORNER_STEPS;
        out[i] = (struct vertex){centre.x + radius * cosf(angle), centre.y + radius * sinf(angle)};
    }
    return CORNER_STEPS + 1;
}

static size_t outline(const struct draw_point *points, size_t count, float rounding,
                      struct vertex *out)
{
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        const struct draw_point *p = &points[i], *before = &points[(i + count - 1) % count];
        const struct draw_point *after = &points[(i + 1) % count];
        made += round_corner((struct vertex){before->x, before->y}, (struct vertex){p->x, p->y},
                             (struct vertex){after->x, after->y}, rounding, out + made);
    }
    return made;
}

/* Signed areas of one row: the running sum up to a pixel is its coverage. `width` pixels and two
 * more, for what an edge at the right border spills over. */
struct area_row {
    float *sums;
    float width;
};

/* A piece of an edge that stays within one pixel column. */
static void add_within(const struct area_row *row, float x0, float x1, float height)
{
    int column = (int)fminf(fminf(x0, x1), row->width);
    float left_of = (x0 + x1) / 2 - (float)column;
    row->sums[column] += height * (1 - left_of);
    row->sums[column + 1] += height * left_of;
}

/* A piece of an edge that stays within the row; `height` is signed, of the whole piece. */
static void add_piece(const struct area_row *row, float x0, float x1, float height)
{
    /* What lies left of the clip counts fully, what lies right of it not at all. */
    x0 = fmaxf(fminf(x0, row->width), 0);
    x1 = fmaxf(fminf(x1, row->width), 0);
    float low = fminf(x0, x1), high = fmaxf(x0, x1), span = high - low;
    if (floorf(low) == floorf(high) || span < 1e-6f) {
        add_within(row, x0, x1, height);
        return;
    }
    for (float at = low; at < high;) {
        float next = fminf(floorf(at) + 1, high);
        add_within(row, at, next, height * (next - at) / span);
        at = next;
    }
}

/* Cuts the piece at x = 0 and x = width first, so that the share of its height on each side of the
 * clip is right. */
static void add_cut(const struct area_row *row, float x0, float x1, float height)
{
    float cuts[4] = {0, 0, 1, 1};
    size_t count = 1;
    float borders[2] = {x0 < x1 ? 0 : row->width, x0 < x1 ? row->width : 0};
    for (size_t i = 0; i < 2; i++)
        if ((x0 < borders[i]) != (x1 < borders[i]))
            cuts[count++] = (borders[i] - x0) / (x1 - x0);
    cuts[count] = 1;
    for (size_t i = 0; i < count; i++)
        add_piece(row, x0 + (x1 - x0) * cuts[i], x0 + (x1 - x0) * cuts[i + 1],
                  height * (cuts[i + 1] - cuts[i]));
}

static void add_edge(const struct area_row *row, struct vertex a, struct vertex b, float y)
{
    float direction = a.y < b.y ? 1 : -1;
    struct vertex top = a.y < b.y ? a : b, bottom = a.y < b.y ? b : a;
    float y0 = fmaxf(top.y, y), y1 = fminf(bottom.y, y + 1);
    if (y0 >= y1)
        return;
    float slope = (bottom.x - top.x) / (bottom.y - top.y);
    add_cut(row, top.x + (y0 - top.y) * slope, top.x + (y1 - top.y) * slope, (y1 - y0) * direction);
}

static void soften_row(const struct area_row *row, uint8_t *soft)
{
    float sum = 0;
    for (size_t x = 0; x < (size_t)row->width; x++) {
        sum += row->sums[x];
        soft[x] = coverage_byte(fabsf(sum));
    }
}

void shape_polygon(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                   const struct draw_point *points, size_t count, float rounding, colour c)
{
    if (clip_empty(clip) || count < 3)
        return;
    size_t width = (size_t)(clip.x1 - clip.x0);
    size_t vertices = count * (CORNER_STEPS + 1);
    struct vertex *vertex =
        scratch_take(scratch, vertices * sizeof *vertex + (width + 2) * sizeof(float) + width);
    struct area_row row = {.sums = (float *)(vertex + vertices), .width = (float)width};
    uint8_t *soft = (uint8_t *)(row.sums + width + 2);
    size_t made = outline(points, count, rounding, vertex);
    for (size_t i = 0; i < made; i++)
        vertex[i].x -= (float)clip.x0;
    for (int y = clip.y0; y < clip.y1; y++) {
        memset(row.sums, 0, (width + 2) * sizeof *row.sums);
        for (size_t i = 0; i < made; i++)
            add_edge(&row, vertex[i], vertex[(i + 1) % made], (float)y);
        soften_row(&row, soft);
        canvas_blend_row(canvas, y, clip.x0, clip.x1, c, soft);
    }
}

// SPDX-License-Identifier: MIT
#include "platform/shape.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

#define TURN 6.28318530717958647692f

void scratch_finish(struct scratch *scratch)
{
    free(scratch->memory);
    *scratch = (struct scratch){0};
}

void *scratch_take(struct scratch *scratch, size_t size)
{
    if (size > scratch->size) {
        free(scratch->memory);
        scratch->size = size + size / 2;
        scratch->memory = memory_alloc(scratch->size);
    }
    return scratch->memory;
}

static int clamp(int x, int low, int high)
{
    return x < low ? low : x > high ? high : x;
}

/* A row of a round shape: pixels from `outer0` to `outer1` are touched, those from `inner0` to
 * `inner1` (none when equal) lie where the coverage is the same for all. */
struct row {
    int y, outer0, inner0, inner1, outer1;
};

/* Pixel centres within `reach` of `centre`, cut to the clip. */
static void reach_of(struct clip clip, float centre, float reach, int *first, int *last)
{
    *first = clamp((int)ceilf(fmaxf(centre - reach, -1e6f) - 0.5f), clip.x0, clip.x1);
    *last = clamp((int)ceilf(fminf(centre + reach, 1e6f) - 0.5f), clip.x0, clip.x1);
}

static float chord(float radius, float dy)
{
    float square = radius * radius - dy * dy;
    return radius > 0 && square > 0 ? sqrtf(square) : 0;
}

/* Where a row crosses the soft ring between two radii around (x, y). */
static struct row row_between(struct clip clip, float x, float y, int row_y, float outer,
                              float inner)
{
    float dy = (float)row_y + 0.5f - y;
    struct row row = {.y = row_y};
    reach_of(clip, x, chord(outer, dy), &row.outer0, &row.outer1);
    reach_of(clip, x, chord(inner, dy), &row.inner0, &row.inner1);
    return row;
}

void shape_disc(struct canvas *canvas, struct clip clip, struct scratch *scratch, float x, float y,
                float radius, colour c)
{
    if (clip_empty(clip))
        return;
    uint8_t *soft = scratch_take(scratch, (size_t)(clip.x1 - clip.x0));
    for (int row_y = clip.y0; row_y < clip.y1; row_y++) {
        struct row row = row_between(clip, x, y, row_y, radius + 0.5f, radius - 0.5f);
        float dy = (float)row_y + 0.5f - y;
        for (int i = row.outer0; i < row.outer1; i++) {
            if (i == row.inner0 && row.inner1 > i)
                i = row.inner1;
            if (i >= row.outer1)
                break;
            float dx = (float)i + 0.5f - x;
            soft[i - clip.x0] = coverage_byte(radius + 0.5f - sqrtf(dx * dx + dy * dy));
        }
        int inner0 = row.inner1 > row.inner0 ? row.inner0 : row.outer1;
        canvas_blend_row(canvas, row_y, row.outer0, inner0, c, soft + (row.outer0 - clip.x0));
        if (inner0 == row.outer1)
            continue;
        canvas_fill_row(canvas, row_y, row.inner0, row.inner1, c, 255);
        canvas_blend_row(canvas, row_y, row.inner1, row.outer1, c, soft + (row.inner1 - clip.x0));
    }
}

/* An arc seen from its middle: mirrored at the line from the centre through the middle of the
 * sweep, so that one end stands for both. */
struct arc_frame {
    float axis_x, axis_y; /* towards the middle of the sweep */
    float end_x, end_y;   /* the end of the stroke's middle line: across and along the axis */
    bool whole;
};

static struct arc_frame arc_frame(const struct shape_arc *arc)
{
    float middle = (arc->from + arc->sweep / 2) * TURN, half = arc->sweep / 2 * TURN;
    return (struct arc_frame){.axis_x = sinf(middle),
                              .axis_y = -cosf(middle),
                              .end_x = arc->radius * sinf(half),
                              .end_y = arc->radius * cosf(half),
                              .whole = arc->sweep >= 1};
}

static float arc_distance(const struct shape_arc *arc, const struct arc_frame *frame, float dx,
                          float dy)
{
    float to_line = fabsf(sqrtf(dx * dx + dy * dy) - arc->radius) - arc->width / 2;
    if (frame->whole)
        return to_line;
    float along = dx * frame->axis_x + dy * frame->axis_y;
    float across = fabsf(dx * frame->axis_y - dy * frame->axis_x);
    if (across * frame->end_y <= along * frame->end_x)
        return to_line;
    float ex = across - frame->end_x, ey = along - frame->end_y;
    return sqrtf(ex * ex + ey * ey) - arc->width / 2;
}

static void blend_arc(struct canvas *canvas, const struct shape_arc *arc,
                      const struct arc_frame *frame, int y, int x0, int x1, uint8_t *soft, colour c)
{
    float dy = (float)y + 0.5f - arc->y;
    for (int x = x0; x < x1; x++)
        soft[x - x0] = coverage_byte(0.5f - arc_distance(arc, frame, (float)x + 0.5f - arc->x, dy));
    canvas_blend_row(canvas, y, x0, x1, c, soft);
}

void shape_ring(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                const struct shape_arc *arc, colour c)
{
    if (clip_empty(clip))
        return;
    uint8_t *soft = scratch_take(scratch, (size_t)(clip.x1 - clip.x0));
    struct arc_frame frame = arc_frame(arc);
    float reach = arc->width / 2 + 0.5f;
    for (int y = clip.y0; y < clip.y1; y++) {
        struct row row =
            row_between(clip, arc->x, arc->y, y, arc->radius + reach, arc->radius - reach);
        if (row.inner1 <= row.inner0) {
            blend_arc(canvas, arc, &frame, y, row.outer0, row.outer1, soft, c);
            continue;
        }
        blend_arc(canvas, arc, &frame, y, row.outer0, row.inner0, soft, c);
        blend_arc(canvas, arc, &frame, y, row.inner1, row.outer1, soft, c);
    }
}

struct round_box {
    float x0, y0, x1, y1, radius;
};

static struct round_box round_box(struct draw_box box, float radius, float inset)
{
    struct round_box out = {box.x + inset, box.y + inset, box.x + box.w - inset,
                            box.y + box.h - inset, fmaxf(radius - inset, 0)};
    float most = fminf(out.x1 - out.x0, out.y1 - out.y0) / 2;
    out.radius = fmaxf(fminf(out.radius, most), 0);
    return out;
}

/* How much of the pixel from `at` to `at` + 1 lies between `low` and `high`. */
static float overlap(float at, float low, float high)
{
    return fmaxf(fminf(at + 1, high) - fmaxf(at, low), 0);
}

static float round_box_coverage(const struct round_box *box, int x, float dy, float rows)
{
    float straight = overlap((float)x, box->x0, box->x1) * rows;
    float centre = (float)x + 0.5f;
    float dx = fmaxf(box->x0 + box->radius - centre, centre - (box->x1 - box->radius));
    if (dx <= 0 || dy <= 0)
        return straight;
    return fminf(straight, fmaxf(box->radius + 0.5f - sqrtf(dx * dx + dy * dy), 0));
}

/* One row of a rounded box, or of what is between two. */
struct box_row {
    const struct round_box *outer, *inner; /* inner NULL: filled */
    float outer_dy, inner_dy;              /* how far the row's centre is past the straight sides */
    float outer_rows, inner_rows;          /* how much of the row's height lies inside */
};

static struct box_row box_row(const struct round_box *outer, const struct round_box *inner, int y)
{
    float centre = (float)y + 0.5f;
    struct box_row row = {.outer = outer, .inner = inner};
    row.outer_rows = overlap((float)y, outer->y0, outer->y1);
    row.outer_dy = fmaxf(outer->y0 + outer->radius - centre, centre - (outer->y1 - outer->radius));
    if (inner == NULL)
        return row;
    row.inner_rows = overlap((float)y, inner->y0, inner->y1);
    row.inner_dy = fmaxf(inner->y0 + inner->radius - centre, centre - (inner->y1 - inner->radius));
    return row;
}

static float box_row_coverage(const struct box_row *row, int x)
{
    float coverage = round_box_coverage(row->outer, x, row->outer_dy, row->outer_rows);
    if (row->inner != NULL)
        coverage -= round_box_coverage(row->inner, x, row->inner_dy, row->inner_rows);
    return coverage;
}

static void blend_box(struct canvas *canvas, const struct box_row *row, int y, int x0, int x1,
                      uint8_t *soft, colour c)
{
    for (int x = x0; x < x1; x++)
        soft[x - x0] = coverage_byte(box_row_coverage(row, x));
    canvas_blend_row(canvas, y, x0, x1, c, soft);
}

void shape_rect(struct canvas *canvas, struct clip clip, struct scratch *scratch,
                struct draw_box box, float radius, float width, colour c)
{
    if (clip_empty(clip))
        return;
    uint8_t *soft = scratch_take(scratch, (size_t)(clip.x1 - clip.x0));
    struct round_box outer = round_box(box, radius, 0);
    struct round_box inner = round_box(box, radius, width);
    bool hollow = width > 0 && inner.x1 > inner.x0 && inner.y1 > inner.y0;
    float side = fmaxf(outer.radius, hollow ? fmaxf(width, inner.radius + width) : 0) + 1;
    /* Between these two columns a row is the same everywhere. */
    int even0 = clamp((int)ceilf(fmaxf(outer.x0 + side, -1e6f)), clip.x0, clip.x1);
    int even1 = clamp((int)floorf(fminf(outer.x1 - side, 1e6f)), clip.x0, clip.x1);
    if (even1 <= even0)
        even0 = even1 = clip.x1;
    for (int y = clip.y0; y < clip.y1; y++) {
        struct box_row row = box_row(&outer, hollow ? &inner : NULL, y);
        blend_box(canvas, &row, y, clip.x0, even0, soft, c);
        if (even1 > even0)
            canvas_fill_row(canvas, y, even0, even1, c,
                            coverage_byte(box_row_coverage(&row, even0)));
        blend_box(canvas, &row, y, even1, clip.x1, soft, c);
    }
}

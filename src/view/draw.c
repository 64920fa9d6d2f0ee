// SPDX-License-Identifier: MIT
#include "view/draw.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Anti-aliased edges reach at most this far past the exact outline. */
#define EDGE 1.0f

void draw_list_init(struct draw_list *list)
{
    *list = (struct draw_list){0};
}

void draw_list_finish(struct draw_list *list)
{
    free(list->commands);
    free(list->points);
    free(list->bytes);
    draw_list_init(list);
}

void draw_list_begin(struct draw_list *list, float width, float height)
{
    list->width = width;
    list->height = height;
    list->count = 0;
    list->point_count = 0;
    list->byte_count = 0;
}

/* Makes room for `more` items behind `count`. */
static void *reserve(void *items, size_t count, size_t more, size_t *capacity, size_t item_size)
{
    if (*capacity - count >= more)
        return items;
    size_t wanted = *capacity * 2 > 64 ? *capacity * 2 : 64;
    while (wanted < count + more)
        wanted *= 2;
    *capacity = wanted;
    return memory_resize(items, wanted * item_size);
}

void draw_list_copy(struct draw_list *to, const struct draw_list *from)
{
    draw_list_begin(to, from->width, from->height);
    to->commands = reserve(to->commands, 0, from->count, &to->capacity, sizeof *to->commands);
    to->points = reserve(to->points, 0, from->point_count, &to->point_capacity, sizeof *to->points);
    to->bytes = reserve(to->bytes, 0, from->byte_count, &to->byte_capacity, 1);
    if (from->count > 0)
        memcpy(to->commands, from->commands, from->count * sizeof *to->commands);
    if (from->point_count > 0)
        memcpy(to->points, from->points, from->point_count * sizeof *to->points);
    if (from->byte_count > 0)
        memcpy(to->bytes, from->bytes, from->byte_count);
    to->count = from->count;
    to->point_count = from->point_count;
    to->byte_count = from->byte_count;
}

static bool all_finite(const struct draw_command *c)
{
    return isfinite(c->box.x) && isfinite(c->box.y) && isfinite(c->box.w) && isfinite(c->box.h) &&
           isfinite(c->x) && isfinite(c->y) && isfinite(c->radius) && isfinite(c->width) &&
           isfinite(c->from) && isfinite(c->sweep) && isfinite(c->size);
}

/* A command with a coordinate that is not a number would never be equal to itself and could not be
 * painted: it is left out. */
static void push(struct draw_list *list, const struct draw_command *command)
{
    if (!all_finite(command))
        return;
    list->commands = reserve(list->commands, list->count, 1, &list->capacity, sizeof *command);
    list->commands[list->count++] = *command;
}

static uint32_t push_text(struct draw_list *list, const char *text, size_t length)
{
    list->bytes = reserve(list->bytes, list->byte_count, length + 1, &list->byte_capacity, 1);
    size_t at = list->byte_count;
    if (length > 0)
        memcpy(list->bytes + at, text, length);
    list->bytes[at + length] = '\0';
    list->byte_count += length + 1;
    return (uint32_t)at;
}

static struct draw_box whole(const struct draw_list *list)
{
    return (struct draw_box){0, 0, list->width, list->height};
}

static struct draw_box around(float x, float y, float reach)
{
    float r = reach + EDGE;
    return (struct draw_box){x - r, y - r, 2 * r, 2 * r};
}

void draw_backdrop(struct draw_list *list, colour top, colour bottom)
{
    push(list, &(struct draw_command){
                   .kind = DRAW_BACKDROP, .colour = top, .colour2 = bottom, .box = whole(list)});
}

void draw_shade(struct draw_list *list, colour shade)
{
    push(list, &(struct draw_command){.kind = DRAW_SHADE, .colour = shade, .box = whole(list)});
}

static bool empty(struct draw_box box)
{
    return !(box.w > 0) || !(box.h > 0);
}

void draw_rect(struct draw_list *list, struct draw_box box, float radius, colour fill)
{
    if (empty(box))
        return;
    push(list, &(struct draw_command){
                   .kind = DRAW_RECT, .colour = fill, .box = box, .radius = fmaxf(radius, 0)});
}

void draw_outline(struct draw_list *list, struct draw_box box, float radius, float width, colour c)
{
    if (empty(box) || !(width > 0))
        return;
    push(list, &(struct draw_command){.kind = DRAW_RECT,
                                      .colour = c,
                                      .box = box,
                                      .radius = fmaxf(radius, 0),
                                      .width = width});
}

static void push_round(struct draw_list *list, enum draw_kind kind, float x, float y, float radius,
                       colour middle, colour rim)
{
    if (!(radius > 0))
        return;
    push(list, &(struct draw_command){.kind = kind,
                                      .colour = middle,
                                      .colour2 = rim,
                                      .x = x,
                                      .y = y,
                                      .radius = radius,
                                      .box = around(x, y, radius)});
}

void draw_disc(struct draw_list *list, float x, float y, float radius, colour fill)
{
    push_round(list, DRAW_DISC, x, y, radius, fill, 0);
}

void draw_orb(struct draw_list *list, float x, float y, float radius, colour middle, colour rim)
{
    push_round(list, DRAW_ORB, x, y, radius, middle, rim);
}

void draw_glow(struct draw_list *list, float x, float y, float radius, colour middle)
{
    push_round(list, DRAW_GLOW, x, y, radius, middle, 0);
}

void draw_ring(struct draw_list *list, float x, float y, float radius, float width, float from,
               float sweep, colour c)
{
    if (!(radius > 0) || !(width > 0) || !(sweep > 0))
        return;
    push(list, &(struct draw_command){.kind = DRAW_RING,
                                      .colour = c,
                                      .x = x,
                                      .y = y,
                                      .radius = radius,
                                      .width = width,
                                      .from = from,
                                      .sweep = fminf(sweep, 1),
                                      .box = around(x, y, radius + width / 2)});
}

/* The curve's control points lie within half a step of its points and pull it three quarters of
 * that way at most. */
#define CURVE_SPREAD 0.375f

static struct draw_box box_of_points(const struct draw_point *points, size_t count, bool curved)
{
    float left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY, step = 0;
    for (size_t i = 0; i < count; i++) {
        const struct draw_point *p = &points[i];
        float r = fmaxf(p->radius, 0) + EDGE;
        left = fminf(left, p->x - r);
        right = fmaxf(right, p->x + r);
        top = fminf(top, p->y - r);
        bottom = fmaxf(bottom, p->y + r);
        if (curved && i > 0)
            step =
                fmaxf(step, hypotf(p->x - points[i - 1].x, p->y - points[i - 1].y) * CURVE_SPREAD);
    }
    return (struct draw_box){left - step, top - step, right - left + 2 * step,
                             bottom - top + 2 * step};
}

static bool points_finite(const struct draw_point *points, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(points[i].x) || !isfinite(points[i].y) || !isfinite(points[i].radius))
            return false;
    return true;
}

static void push_points(struct draw_list *list, struct draw_command *command,
                        const struct draw_point *points, size_t count)
{
    if (!points_finite(points, count))
        return;
    list->points =
        reserve(list->points, list->point_count, count, &list->point_capacity, sizeof *points);
    memcpy(list->points + list->point_count, points, count * sizeof *points);
    command->first = (uint32_t)list->point_count;
    command->count = (uint32_t)count;
    list->point_count += count;
    push(list, command);
}

void draw_brush(struct draw_list *list, const struct draw_point *points, size_t count, colour fill)
{
    if (count == 0)
        return;
    struct draw_command command = {
        .kind = DRAW_BRUSH, .colour = fill, .box = box_of_points(points, count, count > 2)};
    push_points(list, &command, points, count);
}

void draw_polygon(struct draw_list *list, const struct draw_point *points, size_t count,
                  float rounding, colour fill)
{
    if (count < 3)
        return;
    struct draw_command command = {.kind = DRAW_POLYGON,
                                   .colour = fill,
                                   .radius = fmaxf(rounding, 0),
                                   .box = box_of_points(points, count, false)};
    push_points(list, &command, points, count);
}

void draw_text(struct draw_list *list, const struct text_metrics *metrics, struct draw_type type,
               float x, float y, enum draw_align align, colour ink, const char *text, size_t length)
{
    if (length == 0 || !(type.size > 0))
        return;
    float width = metrics->width(metrics->context, type, text, length);
    float left = align == ALIGN_LEFT ? x : align == ALIGN_CENTRE ? x - width / 2 : x - width;
    /* Slanted ends, accents on capitals and deep tails reach out of the plain text box. */
    float slack = type.size / 4;
    push(list, &(struct draw_command){.kind = DRAW_TEXT,
                                      .colour = ink,
                                      .x = x,
                                      .y = y,
                                      .size = type.size,
                                      .font = type.font,
                                      .align = align,
                                      .tabular = type.tabular,
                                      .box = {left - slack, y - type.size - slack,
                                              width + 2 * slack, type.size * 1.5f + slack},
                                      .text = push_text(list, text, length),
                                      .length = (uint32_t)length});
}

void draw_picture(struct draw_list *list, const struct draw_pictures *pictures, struct draw_box box,
                  float radius)
{
    if (empty(box))
        return;
    size_t length = strlen(pictures->name), more = strlen(pictures->next);
    uint32_t text = push_text(list, pictures->name, length);
    push(list, &(struct draw_command){.kind = DRAW_PICTURE,
                                      .box = box,
                                      .radius = radius,
                                      .share = pictures->share,
                                      .mirrored = pictures->mirrored,
                                      .text = text,
                                      .length = (uint32_t)(length + 1 + more),
                                      .next = push_text(list, pictures->next, more)});
}

static bool same_box(struct draw_box a, struct draw_box b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static bool same_points(const struct draw_point *a, const struct draw_point *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i].x != b[i].x || a[i].y != b[i].y || a[i].radius != b[i].radius)
            return false;
    return true;
}

static bool same_place(const struct draw_command *x, const struct draw_command *y)
{
    return same_box(x->box, y->box) && x->x == y->x && x->y == y->y && x->radius == y->radius &&
           x->width == y->width && x->from == y->from && x->sweep == y->sweep;
}

static bool same_look(const struct draw_command *x, const struct draw_command *y)
{
    return x->colour == y->colour && x->colour2 == y->colour2 && x->size == y->size &&
           x->font == y->font && x->align == y->align && x->tabular == y->tabular &&
           x->share == y->share && x->mirrored == y->mirrored;
}

bool draw_same(const struct draw_list *a, const struct draw_command *x, const struct draw_list *b,
               const struct draw_command *y)
{
    if (x->kind != y->kind || x->count != y->count || x->length != y->length)
        return false;
    if (!same_place(x, y) || !same_look(x, y))
        return false;
    if (x->length > 0 && memcmp(a->bytes + x->text, b->bytes + y->text, x->length) != 0)
        return false;
    return x->count == 0 || same_points(a->points + x->first, b->points + y->first, x->count);
}

bool draw_list_same(const struct draw_list *a, const struct draw_list *b)
{
    if (a->width != b->width || a->height != b->height || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!draw_same(a, &a->commands[i], b, &b->commands[i]))
            return false;
    return true;
}

// SPDX-License-Identifier: MIT
#include "platform/painter.h"

#include "base/arena.h"
#include "platform/clock.h"
#include "platform/png.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LETTERING_BYTES = 4 * 1024 * 1024, SHOT_MOST_SIDE = 16384 };
enum { PICTURE_BYTES = 16 * 1024 * 1024 };
/* Where a picture will be, or would have been. */
#define MISSING 0x9FB4BA1CU

/* One command being painted. */
struct job {
    struct painter *painter;
    struct canvas *canvas;
    struct clip clip; /* already within the command's box */
    const struct draw_list *list;
    const struct draw_command *command;
};

static void paint_backdrop(const struct job *job)
{
    gradient_backdrop(job->canvas, job->clip, &job->painter->dither, job->command->colour,
                      job->command->colour2);
}

static void paint_shade(const struct job *job)
{
    for (int y = job->clip.y0; y < job->clip.y1; y++)
        canvas_fill_row(job->canvas, y, job->clip.x0, job->clip.x1, job->command->colour, 255);
}

static void paint_rect(const struct job *job)
{
    const struct draw_command *c = job->command;
    shape_rect(job->canvas, job->clip, &job->painter->scratch, c->box, c->radius, c->width,
               c->colour);
}

static void paint_disc(const struct job *job)
{
    const struct draw_command *c = job->command;
    shape_disc(job->canvas, job->clip, &job->painter->scratch, c->x, c->y, c->radius, c->colour);
}

static struct gradient_disc gradient_of(const struct draw_command *c)
{
    return (struct gradient_disc){c->x, c->y, c->radius, c->colour, c->colour2};
}

static void paint_orb(const struct job *job)
{
    struct gradient_disc disc = gradient_of(job->command);
    gradient_orb(job->canvas, job->clip, &job->painter->dither, &disc);
}

static void paint_glow(const struct job *job)
{
    struct gradient_disc disc = gradient_of(job->command);
    gradient_glow(job->canvas, job->clip, &job->painter->dither, &disc);
}

static void paint_ring(const struct job *job)
{
    const struct draw_command *c = job->command;
    struct shape_arc arc = {c->x, c->y, c->radius, c->width, c->from, c->sweep};
    shape_ring(job->canvas, job->clip, &job->painter->scratch, &arc, c->colour);
}

static void paint_brush(const struct job *job)
{
    const struct draw_command *c = job->command;
    shape_brush(job->canvas, job->clip, &job->painter->scratch, job->list->points + c->first,
                c->count, c->colour);
}

static void paint_polygon(const struct job *job)
{
    const struct draw_command *c = job->command;
    shape_polygon(job->canvas, job->clip, &job->painter->scratch, job->list->points + c->first,
                  c->count, c->radius, c->colour);
}

static void paint_text(const struct job *job)
{
    lettering_paint(&job->painter->lettering, job->canvas, job->clip, job->list, job->command);
}

static uint32_t pixels_of(float length)
{
    return length > 1 ? (uint32_t)fminf(length, 1e5f) : 1;
}

static const struct picture_page *picture_of(struct painter *painter, const struct draw_list *list,
                                             const struct draw_command *command)
{
    return pictures_get(&painter->pictures, list->bytes + command->text, pixels_of(command->box.w),
                        pixels_of(command->box.h));
}

/* `over` is premultiplied; `alpha` of 255 fades it. */
static uint32_t pixel_over(uint32_t under, uint32_t over, uint32_t alpha)
{
    uint32_t share = share_of(255, alpha), rest = 256 - share_of(over >> 24, alpha);
    uint32_t red_blue = (under & 0xFF00FF) * rest + (over & 0xFF00FF) * share;
    uint32_t green = (under & 0x00FF00) * rest + (over & 0x00FF00) * share;
    return 0xFF000000 | ((red_blue >> 8) & 0xFF00FF) | ((green >> 8) & 0x00FF00);
}

static void paint_page(const struct job *job, const struct picture_page *page)
{
    const struct draw_command *c = job->command;
    struct draw_box box = {floorf(c->box.x + (c->box.w - (float)page->width) / 2),
                           floorf(c->box.y + (c->box.h - (float)page->height) / 2),
                           (float)page->width, (float)page->height};
    struct clip seen = clip_box(job->clip, box);
    for (int y = seen.y0; y < seen.y1; y++) {
        uint32_t *row = job->canvas->pixels + (size_t)y * (size_t)job->canvas->stride;
        const uint32_t *from = page->pixels + (size_t)(y - (int)box.y) * page->width;
        for (int x = seen.x0; x < seen.x1; x++) {
            uint32_t at = (uint32_t)(x - (int)box.x);
            row[x] = pixel_over(row[x], from[c->mirrored ? page->width - 1 - at : at], c->alpha);
        }
    }
}

static void paint_picture(const struct job *job)
{
    const struct draw_command *c = job->command;
    const struct picture_page *page = picture_of(job->painter, job->list, c);
    if (page != NULL)
        paint_page(job, page);
    else
        shape_rect(job->canvas, job->clip, &job->painter->scratch, c->box,
                   fminf(c->box.w, c->box.h) / 24, 0, MISSING);
}

static void (*const paint_kind[])(const struct job *) = {
    [DRAW_BACKDROP] = paint_backdrop, [DRAW_SHADE] = paint_shade,    [DRAW_RECT] = paint_rect,
    [DRAW_DISC] = paint_disc,         [DRAW_ORB] = paint_orb,        [DRAW_GLOW] = paint_glow,
    [DRAW_RING] = paint_ring,         [DRAW_BRUSH] = paint_brush,    [DRAW_POLYGON] = paint_polygon,
    [DRAW_TEXT] = paint_text,         [DRAW_PICTURE] = paint_picture};
static_assert(sizeof paint_kind / sizeof *paint_kind == DRAW_KINDS, "every kind can be painted");

void painter_init(struct painter *painter)
{
    *painter = (struct painter){0};
    dither_init(&painter->dither);
    lettering_init(&painter->lettering, LETTERING_BYTES);
    pictures_init(&painter->pictures, PICTURE_BYTES);
}

void painter_finish(struct painter *painter)
{
    pictures_finish(&painter->pictures);
    lettering_finish(&painter->lettering);
    scratch_finish(&painter->scratch);
}

void painter_paint(struct painter *painter, struct canvas *canvas, struct clip clip,
                   const struct draw_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        struct job job = {painter, canvas, clip_box(clip, command->box), list, command};
        if (!clip_empty(job.clip))
            paint_kind[command->kind](&job);
    }
}

void painter_poll(struct painter *painter, const struct draw_list *list, tick now)
{
    pictures_poll(&painter->pictures, now);
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_PICTURE)
            picture_of(painter, list, &list->commands[i]);
}

uint64_t painter_pictures(const struct painter *painter)
{
    return painter->pictures.generation;
}

bool painter_waiting(const struct painter *painter)
{
    return pictures_waiting(&painter->pictures);
}

static void wait_for_pictures(struct painter *painter, const struct draw_list *list)
{
    painter_poll(painter, list, clock_now());
    while (painter_waiting(painter)) {
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
        painter_poll(painter, list, clock_now());
    }
}

bool painter_shot(struct painter *painter, const struct draw_list *list, const char *path,
                  const char **error)
{
    if (!(list->width >= 1) || !(list->height >= 1) || list->width > SHOT_MOST_SIDE ||
        list->height > SHOT_MOST_SIDE) {
        *error = "a picture is from 1 to 16384 pixels wide and high";
        return false;
    }
    struct canvas canvas = {
        .width = (int)list->width, .height = (int)list->height, .stride = (int)list->width};
    size_t bytes = (size_t)canvas.width * (size_t)canvas.height * sizeof *canvas.pixels;
    canvas.pixels = memory_alloc(bytes);
    memset(canvas.pixels, 0, bytes);
    wait_for_pictures(painter, list);
    painter_paint(painter, &canvas, (struct clip){0, 0, canvas.width, canvas.height}, list);
    bool written = png_write(&canvas, path);
    if (!written)
        *error = strerror(errno);
    free(canvas.pixels);
    return written;
}

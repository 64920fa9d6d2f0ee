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
/* Beyond what is shown: enough to come back to. */
enum { PICTURE_BYTES = 8 * 1024 * 1024 };
#define LACKING 0x9FB4BA1CU
#define LACKING_SIGN 0x9FB4BA40U

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

/* What one of a command's two names stands for now, and where it lies on the screen. */
struct placed {
    enum picture_state state;
    const struct picture_page *page; /* NULL: not ready, or failed */
    int x, y;
    bool mirrored;
};

static struct placed picture_of(struct painter *painter, const struct draw_list *list,
                                const struct draw_command *c, bool next)
{
    const struct picture_room room = {pixels_of(c->box.w), pixels_of(c->box.h),
                                      (uint32_t)fmaxf(c->radius, 0)};
    struct placed placed = {.mirrored = c->mirrored};
    placed.state = pictures_get(&painter->pictures, list->bytes + (next ? c->next : c->text), room,
                                &placed.page);
    if (placed.page != NULL) {
        placed.x = (int)floorf(c->box.x + (c->box.w - (float)placed.page->width) / 2);
        placed.y = (int)floorf(c->box.y + (c->box.h - (float)placed.page->height) / 2);
    }
    return placed;
}

/* Premultiplied; nothing beyond its edges. */
static uint32_t pixel_at(const struct placed *placed, int x, int y)
{
    const struct picture_page *page = placed->page;
    uint32_t column = (uint32_t)(x - placed->x), row = (uint32_t)(y - placed->y);
    if (column >= page->width || row >= page->height)
        return 0;
    return page->pixels[row * page->width + (placed->mirrored ? page->width - 1 - column : column)];
}

static uint32_t pixel_over(uint32_t under, uint32_t over)
{
    uint32_t rest = 256 - share_of(over >> 24, 255);
    uint32_t red_blue = (under & 0xFF00FF) * rest, green = (under & 0x00FF00) * rest;
    return 0xFF000000 | (((red_blue >> 8) + (over & 0xFF00FF)) & 0xFF00FF) |
           (((green >> 8) + (over & 0x00FF00)) & 0x00FF00);
}

/* `share` of 256 of b, the rest of a: what is clear in one of them stays clear by as much. */
static uint32_t pixel_between(uint32_t a, uint32_t b, uint32_t share)
{
    uint32_t rest = 256 - share;
    uint32_t low = (a & 0xFF00FF) * rest + (b & 0xFF00FF) * share;
    uint32_t high = (a >> 8 & 0xFF00FF) * rest + (b >> 8 & 0xFF00FF) * share;
    return (low >> 8 & 0xFF00FF) | (high & 0xFF00FF00);
}

static void paint_page(const struct job *job, const struct placed *placed)
{
    struct draw_box box = {(float)placed->x, (float)placed->y, (float)placed->page->width,
                           (float)placed->page->height};
    struct clip seen = clip_box(job->clip, box);
    for (int y = seen.y0; y < seen.y1; y++) {
        uint32_t *row = job->canvas->pixels + (size_t)y * (size_t)job->canvas->stride;
        for (int x = seen.x0; x < seen.x1; x++)
            row[x] = pixel_over(row[x], pixel_at(placed, x, y));
    }
}

static void paint_dissolve(const struct job *job, const struct placed *a, const struct placed *b)
{
    uint32_t share = share_of(255, job->command->share);
    for (int y = job->clip.y0; y < job->clip.y1; y++) {
        uint32_t *row = job->canvas->pixels + (size_t)y * (size_t)job->canvas->stride;
        for (int x = job->clip.x0; x < job->clip.x1; x++)
            row[x] = pixel_over(row[x], pixel_between(pixel_at(a, x, y), pixel_at(b, x, y), share));
    }
}

/* In place of a picture that is not to be had: the usual sign for one, very quiet. */
static void paint_lacking(const struct job *job)
{
    const struct draw_command *c = job->command;
    struct scratch *scratch = &job->painter->scratch;
    float h = fminf(c->box.h, c->box.w * 0.75f), w = h / 0.75f;
    struct draw_box card = {c->box.x + (c->box.w - w) / 2, c->box.y + (c->box.h - h) / 2, w, h};
    const struct draw_point hills[] = {{card.x + 0.34f * w, card.y + 0.62f * h, 0},
                                       {card.x + 0.45f * w, card.y + 0.45f * h, 0},
                                       {card.x + 0.52f * w, card.y + 0.55f * h, 0},
                                       {card.x + 0.57f * w, card.y + 0.49f * h, 0},
                                       {card.x + 0.66f * w, card.y + 0.62f * h, 0}};
    shape_rect(job->canvas, job->clip, scratch, card, c->radius, 0, LACKING);
    shape_polygon(job->canvas, job->clip, scratch, hills, sizeof hills / sizeof *hills, 0.012f * w,
                  LACKING_SIGN);
    shape_disc(job->canvas, job->clip, scratch, card.x + 0.61f * w, card.y + 0.4f * h, 0.03f * w,
               LACKING_SIGN);
}

/* One that is still being read leaves its place empty; neither of these dissolves. */
static void paint_picture(const struct job *job)
{
    const struct draw_command *c = job->command;
    struct placed first = picture_of(job->painter, job->list, c, false);
    struct placed next = picture_of(job->painter, job->list, c, true);
    const struct placed *shown = c->share < 128 ? &first : &next;
    if (c->share > 0 && first.page != NULL && next.page != NULL)
        paint_dissolve(job, &first, &next);
    else if (shown->page != NULL)
        paint_page(job, shown);
    else if (shown->state == PICTURE_FAILED)
        paint_lacking(job);
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
        if (list->commands[i].kind == DRAW_PICTURE) {
            picture_of(painter, list, &list->commands[i], false);
            picture_of(painter, list, &list->commands[i], true);
        }
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

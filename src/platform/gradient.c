// SPDX-License-Identifier: MIT
#include "platform/gradient.h"

#include <math.h>
#include <string.h>

/* The loops over pixels are written so that a compiler can do several at once: no branches, no
 * tables, runs of DITHER_SIDE that begin where the pattern does. */

struct channels {
    float red, green, blue;
};

static struct channels channels_of(colour c)
{
    return (struct channels){(float)(c >> 24), (float)(c >> 16 & 255), (float)(c >> 8 & 255)};
}

static struct channels channels_between(struct channels a, struct channels b, float t)
{
    return (struct channels){a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
                             a.blue + (b.blue - a.blue) * t};
}

/* Each channel is from 0 to 255, so that with a threshold below 1 it stays below 256. */
static inline uint32_t pixel_of(float red, float green, float blue, float threshold)
{
    return 0xFF000000 | (uint32_t)(int)(red + threshold) << 16 |
           (uint32_t)(int)(green + threshold) << 8 | (uint32_t)(int)(blue + threshold);
}

/* A Bayer matrix: neighbours differ as much as possible. */
void dither_init(struct dither *dither)
{
    for (unsigned y = 0; y < DITHER_SIDE; y++)
        for (unsigned x = 0; x < DITHER_SIDE; x++) {
            unsigned value = 0;
            for (unsigned bit = 0; bit < 4; bit++) {
                unsigned across = x >> bit & 1, down = y >> bit & 1;
                value = value << 2 | (across ^ down) << 1 | down;
            }
            dither->thresholds[y][x] = ((float)value + 0.5f) / (DITHER_SIDE * DITHER_SIDE);
        }
}

static uint32_t *row_of(struct canvas *canvas, int y)
{
    return canvas->pixels + (size_t)y * (size_t)canvas->stride;
}

/* How many pixels from `x` on lie before `end` and in one run of the pattern. */
static int run_length(int x, int end)
{
    int run = DITHER_SIDE - x % DITHER_SIDE;
    return run < end - x ? run : end - x;
}

void gradient_backdrop(struct canvas *canvas, struct clip clip, const struct dither *dither,
                       colour top, colour bottom)
{
    float last = (float)(canvas->height > 1 ? canvas->height - 1 : 1);
    struct channels first = channels_of(top), second = channels_of(bottom);
    for (int y = clip.y0; y < clip.y1; y++) {
        const float *thresholds = dither->thresholds[y % DITHER_SIDE];
        struct channels c = channels_between(first, second, (float)y / last);
        uint32_t pattern[DITHER_SIDE], *row = row_of(canvas, y);
        for (int x = 0; x < DITHER_SIDE; x++)
            pattern[x] = pixel_of(c.red, c.green, c.blue, thresholds[x]);
        for (int x = clip.x0, run; x < clip.x1; x += run) {
            run = run_length(x, clip.x1);
            memcpy(row + x, pattern + x % DITHER_SIDE, (size_t)run * sizeof *row);
        }
    }
}

struct span {
    int x0, x1;
};

/* Pixels of a row whose middle is within `reach` of the disc's. */
static struct span span_within(struct clip clip, const struct gradient_disc *disc, float reach,
                               float dy)
{
    float square = reach * reach - dy * dy;
    struct span span = {clip.x0, clip.x0};
    if (reach <= 0 || square <= 0)
        return span;
    float half = sqrtf(square);
    float low = ceilf(disc->x - half - 0.5f), high = ceilf(disc->x + half - 0.5f);
    if (high <= (float)clip.x0 || low >= (float)clip.x1)
        return span;
    span.x0 = low > (float)clip.x0 ? (int)low : clip.x0;
    span.x1 = high < (float)clip.x1 ? (int)high : clip.x1;
    return span;
}

/* A disc's colours along one row. */
struct disc_row {
    float dx, dy;         /* of the run's first pixel from the middle */
    float inverse;        /* one over the radius squared */
    struct channels from; /* in the middle */
    struct channels way;  /* orb: from there to the rim; glow: not used */
    float strength;       /* alpha, of 1 */
};

/* Light in the middle, level there, and turning faster towards the edge. */
static inline float orb_curve(float square)
{
    return square * (0.55f + 0.45f * square);
}

static inline void orb_run(uint32_t *row, int count, const struct disc_row *at,
                           const float *thresholds)
{
    for (int i = 0; i < count; i++) {
        float dx = at->dx + (float)i, square = (dx * dx + at->dy * at->dy) * at->inverse;
        float t = orb_curve(square < 1 ? square : 1);
        row[i] = pixel_of(at->from.red + at->way.red * t, at->from.green + at->way.green * t,
                          at->from.blue + at->way.blue * t, thresholds[i]);
    }
}

static inline void glow_run(uint32_t *row, int count, const struct disc_row *at,
                            const float *thresholds)
{
    for (int i = 0; i < count; i++) {
        float dx = at->dx + (float)i;
        float left = 1 - (dx * dx + at->dy * at->dy) * at->inverse;
        /* Level both in the middle and where it ends. */
        left = left > 0 ? left : 0;
        float share = left * left * at->strength;
        float red = (float)(int)(row[i] >> 16 & 255), green = (float)(int)(row[i] >> 8 & 255);
        float blue = (float)(int)(row[i] & 255);
        row[i] =
            pixel_of(red + (at->from.red - red) * share, green + (at->from.green - green) * share,
                     blue + (at->from.blue - blue) * share, thresholds[i]);
    }
}

static struct disc_row disc_row(const struct gradient_disc *disc)
{
    struct channels middle = channels_of(disc->middle), rim = channels_of(disc->rim);
    return (struct disc_row){
        .inverse = 1 / (disc->radius * disc->radius),
        .from = middle,
        .way = {rim.red - middle.red, rim.green - middle.green, rim.blue - middle.blue},
        .strength = (float)colour_alpha(disc->middle) / 255};
}

/* An opaque stretch of the orb. */
static void orb_inside(uint32_t *row, struct span span, float middle, struct disc_row at,
                       const float *thresholds)
{
    for (int x = span.x0, run; x < span.x1; x += run) {
        at.dx = (float)x + 0.5f - middle;
        run = run_length(x, span.x1);
        if (run == DITHER_SIDE)
            orb_run(row + x, DITHER_SIDE, &at, thresholds);
        else
            orb_run(row + x, run, &at, thresholds + x % DITHER_SIDE);
    }
}

/* A stretch of the orb that lets through what is below: its edge, or all of a translucent one. */
static void orb_edge(uint32_t *row, struct span span, const struct gradient_disc *disc,
                     struct disc_row at, const float *thresholds)
{
    for (int x = span.x0; x < span.x1; x++) {
        uint32_t pixel = 0;
        at.dx = (float)x + 0.5f - disc->x;
        orb_run(&pixel, 1, &at, thresholds + x % DITHER_SIDE);
        float inside = disc->radius + 0.5f - sqrtf(at.dx * at.dx + at.dy * at.dy);
        row[x] =
            pixel_mix(row[x], pixel, share_of(coverage_byte(inside), colour_alpha(disc->middle)));
    }
}

/* Where a row of the orb hides what is below. */
static struct span opaque_span(struct clip clip, const struct gradient_disc *disc, float dy,
                               int end)
{
    struct span full = {end, end};
    if (colour_alpha(disc->middle) == 255)
        full = span_within(clip, disc, disc->radius - 0.5f, dy);
    return full.x0 < full.x1 ? full : (struct span){end, end};
}

void gradient_orb(struct canvas *canvas, struct clip clip, const struct dither *dither,
                  const struct gradient_disc *disc)
{
    struct disc_row at = disc_row(disc);
    for (int y = clip.y0; y < clip.y1; y++) {
        const float *thresholds = dither->thresholds[y % DITHER_SIDE];
        at.dy = (float)y + 0.5f - disc->y;
        struct span all = span_within(clip, disc, disc->radius + 0.5f, at.dy);
        struct span full = opaque_span(clip, disc, at.dy, all.x1);
        uint32_t *row = row_of(canvas, y);
        orb_edge(row, (struct span){all.x0, full.x0}, disc, at, thresholds);
        orb_inside(row, full, disc->x, at, thresholds);
        orb_edge(row, (struct span){full.x1, all.x1}, disc, at, thresholds);
    }
}

void gradient_glow(struct canvas *canvas, struct clip clip, const struct dither *dither,
                   const struct gradient_disc *disc)
{
    struct disc_row at = disc_row(disc);
    for (int y = clip.y0; y < clip.y1; y++) {
        const float *thresholds = dither->thresholds[y % DITHER_SIDE];
        at.dy = (float)y + 0.5f - disc->y;
        struct span span = span_within(clip, disc, disc->radius, at.dy);
        uint32_t *row = row_of(canvas, y);
        for (int x = span.x0, run; x < span.x1; x += run) {
            at.dx = (float)x + 0.5f - disc->x;
            run = run_length(x, span.x1);
            if (run == DITHER_SIDE)
                glow_run(row + x, DITHER_SIDE, &at, thresholds);
            else
                glow_run(row + x, run, &at, thresholds + x % DITHER_SIDE);
        }
    }
}

// SPDX-License-Identifier: MIT
#include "platform/canvas.h"

#include <math.h>
#include <string.h>

/* Keeps the cast to int defined for coordinates far outside any screen. */
static int to_pixel(float x)
{
    return x < -1e6f ? -1000000 : x > 1e6f ? 1000000 : (int)x;
}

static int at_least(int a, int b)
{
    return a > b ? a : b;
}

static int at_most(int a, int b)
{
    return a < b ? a : b;
}

struct clip clip_box(struct clip clip, struct draw_box box)
{
    return (struct clip){.x0 = at_least(clip.x0, to_pixel(floorf(box.x))),
                         .y0 = at_least(clip.y0, to_pixel(floorf(box.y))),
                         .x1 = at_most(clip.x1, to_pixel(ceilf(box.x + box.w))),
                         .y1 = at_most(clip.y1, to_pixel(ceilf(box.y + box.h)))};
}

bool clip_empty(struct clip clip)
{
    return clip.x0 >= clip.x1 || clip.y0 >= clip.y1;
}

void canvas_fill_row(struct canvas *canvas, int y, int x0, int x1, colour c, uint32_t coverage)
{
    uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
    uint32_t rgb = colour_rgb(c), share = share_of(coverage, colour_alpha(c));
    if (share == 0)
        return;
    if (share >= 256) {
        for (int x = x0; x < x1; x++)
            row[x] = 0xFF000000 | rgb;
        return;
    }
    for (int x = x0; x < x1; x++)
        row[x] = pixel_mix(row[x], rgb, share);
}

/* Most of a mask is all or nothing, eight pixels at a time. */
enum { RUN = 8 };

static bool run_is(const uint8_t *coverage, uint64_t eight)
{
    uint64_t run;
    memcpy(&run, coverage, sizeof run);
    return run == eight;
}

static void blend_pixels(uint32_t *row, int count, uint32_t rgb, uint32_t alpha,
                         const uint8_t *coverage)
{
    for (int i = 0; i < count; i++) {
        uint32_t share = share_of(coverage[i], alpha);
        row[i] = pixel_mix(row[i], rgb, share);
    }
}

void canvas_blend_row(struct canvas *canvas, int y, int x0, int x1, colour c,
                      const uint8_t *coverage)
{
    uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride + x0;
    uint32_t rgb = colour_rgb(c), alpha = colour_alpha(c);
    int count = x1 - x0, at = 0;
    for (; at + RUN <= count; at += RUN) {
        if (run_is(coverage + at, 0))
            continue;
        if (alpha == 255 && run_is(coverage + at, UINT64_MAX)) {
            for (int i = 0; i < RUN; i++)
                row[at + i] = 0xFF000000 | rgb;
            continue;
        }
        blend_pixels(row + at, RUN, rgb, alpha, coverage + at);
    }
    blend_pixels(row + at, count - at, rgb, alpha, coverage + at);
}

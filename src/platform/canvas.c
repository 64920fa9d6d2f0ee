// SPDX-License-Identifier: MIT
#include "platform/canvas.h"

#include <math.h>

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

void canvas_blend_row(struct canvas *canvas, int y, int x0, int x1, colour c,
                      const uint8_t *coverage)
{
    uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->stride;
    uint32_t rgb = colour_rgb(c), alpha = colour_alpha(c);
    for (int x = x0; x < x1; x++) {
        uint32_t share = share_of(coverage[x - x0], alpha);
        if (share >= 256)
            row[x] = 0xFF000000 | rgb;
        else if (share > 0)
            row[x] = pixel_mix(row[x], rgb, share);
    }
}

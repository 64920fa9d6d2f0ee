// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_CANVAS_H
#define UNKNOT_PLATFORM_CANVAS_H

#include "view/draw.h"

#include <stdint.h>

/* The pixels a draw list is painted on, and the few ways of putting colour there.
 *
 * Shapes are not given to the graphics card: they are painted here, on the processor, by exact
 * coverage, and the card only shows the result. So a shot, a test, a kiosk without a card and a
 * laptop with one show the same picture, edges are smooth everywhere, a lost device costs one
 * upload, and only what changed is ever touched. (A disc of 450 pixels with a
 * soft edge takes SDL_RenderGeometry 2.7 ms without a card, and this 0.04.)
 */
struct canvas {
    uint32_t *pixels; /* 0x00RRGGBB; the top byte is kept 0xFF */
    int width, height;
    int stride; /* pixels from one row to the next */
};

/* Pixels x0 <= x < x1, y0 <= y < y1. */
struct clip {
    int x0, y0, x1, y1;
};

/* Pixels that `box` touches, within `clip`. */
struct clip clip_box(struct clip clip, struct draw_box box);
bool clip_empty(struct clip clip);

static inline uint32_t colour_rgb(colour c)
{
    return c >> 8;
}

static inline uint32_t colour_alpha(colour c)
{
    return c & 0xFF;
}

/* From 0 to 1 as 0 to 255. Not a number gives 0. */
static inline uint8_t coverage_byte(float coverage)
{
    return coverage >= 1  ? 255
           : coverage > 0 ? (uint8_t)((uint32_t)(coverage * 65280 + 128) >> 8)
                          : 0;
}

/* `under` with `share` of 256 of `over`. */
static inline uint32_t pixel_mix(uint32_t under, uint32_t over, uint32_t share)
{
    uint32_t rest = 256 - share;
    uint32_t red_blue = (under & 0xFF00FF) * rest + (over & 0xFF00FF) * share + 0x800080;
    uint32_t green = (under & 0x00FF00) * rest + (over & 0x00FF00) * share + 0x008000;
    return 0xFF000000 | ((red_blue >> 8) & 0xFF00FF) | ((green >> 8) & 0x00FF00);
}

/* Coverage times alpha, both of 255, as a share of 256. */
static inline uint32_t share_of(uint32_t coverage, uint32_t alpha)
{
    return (coverage * alpha * 258 + 32768) >> 16;
}

/* `x0` <= x < `x1` of one row, all with the same coverage of 255. Nothing is clipped here. */
void canvas_fill_row(struct canvas *canvas, int y, int x0, int x1, colour c, uint32_t coverage);
/* `coverage[0]` belongs to `x0`. */
void canvas_blend_row(struct canvas *canvas, int y, int x0, int x1, colour c,
                      const uint8_t *coverage);

#endif

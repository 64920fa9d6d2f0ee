// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_GRADIENT_H
#define UNKNOT_PLATFORM_GRADIENT_H

#include "platform/canvas.h"

/* Colours that change slowly. Dark, wide gradients would show steps of one level each, so every
 * value is rounded up or down by a fixed pattern that the eye does not see. A pixel's colour
 * depends on its place alone: any part can be repainted on its own.
 */

enum { DITHER_SIDE = 16 };
struct dither {
    /* Of 0 to 1, each once: what is above it in a value's fraction rounds up. */
    float thresholds[DITHER_SIDE][DITHER_SIDE];
};
void dither_init(struct dither *dither);

/* From `top` at the canvas's first row to `bottom` at its last. */
void gradient_backdrop(struct canvas *canvas, struct clip clip, const struct dither *dither,
                       colour top, colour bottom);
struct gradient_disc {
    float x, y, radius;
    colour middle, rim;
};
void gradient_orb(struct canvas *canvas, struct clip clip, const struct dither *dither,
                  const struct gradient_disc *disc);
/* `rim` is not used: the middle's colour fades to nothing. */
void gradient_glow(struct canvas *canvas, struct clip clip, const struct dither *dither,
                   const struct gradient_disc *disc);

#endif

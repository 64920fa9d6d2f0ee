// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_INPUT_H
#define UNKNOT_PLATFORM_INPUT_H

#include "base/tick.h"
#include "platform/platform.h"

#include <SDL_events.h>

/* Keyboard, mouse, touch and remote controls as actions, by tables. Nothing a device sends is
 * believed: coordinates that are not on the screen, presses without a release, releases without a
 * press and floods of repeats are all survived.
 *
 * A tap is a press that is let go near where it began. Held longer than INPUT_LONG_PRESS it asks
 * for the help screen instead.
 */
#define INPUT_LONG_PRESS (600 * TICK_MS)
/* A press that never ends stops counting after this. */
#define INPUT_LOST_PRESS (10 * TICK_S)

struct input {
    bool pressed, touch; /* by a finger; else by the mouse */
    int64_t finger;      /* which one */
    float x, y;          /* where the press began, in pixels */
    tick since;
    bool key_meant;  /* the last key had a meaning of its own, whatever it writes */
    bool key_repeat; /* it was held down */
};

void input_init(struct input *input);
/* Translates one event; false: it means nothing. `width` and `height` are the screen's, in pixels,
 * `scale` is pixels per mouse coordinate. */
struct input_screen {
    float width, height, scale;
};
bool input_translate(struct input *input, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out);

#endif

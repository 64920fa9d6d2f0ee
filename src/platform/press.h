// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PRESS_H
#define UNKNOT_PLATFORM_PRESS_H

#include "base/tick.h"
#include "platform/platform.h"

#include <SDL_events.h>

/* What mouse and fingers do on the screen. Nothing a device sends is believed: coordinates that are
 * not on the screen, presses without a release and releases without a press are all survived.
 *
 *     tap, click            what lies there; else pause and go on
 *     two fingers, tapped   pause and go on, whatever lies there
 *     swipe left, right     next, back
 *     swipe down            leave, which asks first
 *     dragged by a finger   each bit of the way, and when it is lifted, which may be a swipe
 *     mouse moved           where it is
 *     held down             help, while it is still held
 *
 * One press counts at a time; a second finger makes it a tap of two, more are a hand put down,
 * which means nothing.
 */
#define PRESS_LONG (600 * TICK_MS)
/* A press that never ends stops counting after this. */
#define PRESS_LOST (10 * TICK_S)

struct press {
    bool on;    /* there is one */
    bool touch; /* by a finger; else by the mouse */
    bool moved; /* too far for a tap */
    bool spent; /* it was a long press already: letting go means nothing more */
    int others; /* fingers that came down meanwhile */
    int64_t finger;
    float x, y;       /* where it began, in pixels */
    float last_y;     /* of the finger: up to there its way was told */
    bool mouse_known; /* a pointer that a window opens under has not moved */
    tick since;
};

/* The screen, in pixels; `scale` is pixels per mouse coordinate. */
struct input_screen {
    float width, height, scale;
};

/* Mouse buttons, motion and fingers; false: it means nothing, or nothing yet. */
bool press_translate(struct press *press, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out);
/* When press_elapse will have something; TICK_NEVER: nothing is held. */
tick press_next(const struct press *press);
bool press_elapse(struct press *press, tick now, struct platform_input *out);

#endif

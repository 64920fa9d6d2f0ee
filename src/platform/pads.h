// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PADS_H
#define UNKNOT_PLATFORM_PADS_H

#include "base/tick.h"
#include "platform/bindings.h"

#include <SDL_events.h>

/* What gamepads send as requests: buttons, the triggers as buttons, the left stick as the
 * directional pad. What repeats on a keyboard repeats here, too, for one button at a time: the one
 * that was pressed last. Several pads are one person's. */
enum { PADS_MOST = 8 };
#define PADS_REPEAT_AFTER (500 * TICK_MS)
#define PADS_REPEAT_EVERY (100 * TICK_MS)
/* A button that is never let go stops repeating after this. */
#define PADS_REPEAT_LAST (10 * TICK_S)

/* Of the stick's way and of a trigger's: in from here on, out again only below that, so that a hand
 * that trembles presses once. */
enum { PADS_AXIS_IN = 18000, PADS_AXIS_OUT = 12000 };

struct pad {
    bool used;
    SDL_JoystickID id;
    int axes[SDL_CONTROLLER_AXIS_MAX]; /* -32768 to 32767 */
    int direction;                     /* button that the stick stands for; -1: none */
    bool triggers[2];
};

struct pads {
    struct pad items[PADS_MOST];
    bool held; /* a button is, that repeats */
    SDL_JoystickID held_by;
    int held_button;
    tick held_since, next; /* the next repeat is due */
};

/* Controller events, and devices that go. False: it means nothing. */
bool pads_translate(struct pads *pads, const struct bindings *bindings, const SDL_Event *event,
                    tick now, struct request *out);
/* When pads_elapse will have something; TICK_NEVER: nothing is held. */
tick pads_next(const struct pads *pads);
/* One repeat at most, however late it is. */
bool pads_elapse(struct pads *pads, const struct bindings *bindings, tick now, struct request *out);

#endif

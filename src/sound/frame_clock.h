// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_FRAME_CLOCK_H
#define UNKNOT_SOUND_FRAME_CLOCK_H

#include "base/tick.h"

#include <stdint.h>

/* Which frame of the sound device is played at which time of the player's clock.
 *
 * The device asks for its next chunk at times that jitter by a chunk or more, and its crystal is
 * not the computer's. A straight line is fitted through (time of the call, frames asked for so
 * far): at first through all calls, later through about the last ten seconds, so that it follows a
 * drift and no single late call moves it. When the calls stay away from the line, because sound was
 * interrupted, the fit begins anew.
 */
struct frame_clock {
    int64_t frame; /* first frame of the chunk asked for last */
    int64_t asked; /* frames asked for in all, that chunk included */
    double time;   /* fitted time of the call for `frame`, microseconds from `origin` */
    double period; /* fitted microseconds per frame */
    double astray; /* mean of the last second's distances from the line, microseconds */
    tick origin;   /* of the first call */
    int calls;     /* in the fit */
};

void frame_clock_init(struct frame_clock *clock);
/* At each call of the device, before its chunk is filled. */
void frame_clock_call(struct frame_clock *clock, tick now, int frames);
/* The frame the device is asked for at `t`; may lie in the past. */
int64_t frame_clock_at(const struct frame_clock *clock, tick t);

#endif

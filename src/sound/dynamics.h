// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_DYNAMICS_H
#define UNKNOT_SOUND_DYNAMICS_H

#include <stddef.h>

/* Gains that move without a click, and the last guard before the loudspeaker. */

/* A gain on its way to a target. */
struct ramp {
    float value, target;
    float step; /* most it moves in one frame */
};

/* `frames`: how long the way takes from where it is now. */
void ramp_to(struct ramp *ramp, float target, size_t frames);
float ramp_next(struct ramp *ramp);

/* Turns down what would be too loud and lets it come back slowly. Below LIMITER_KNEE it changes
 * nothing; its output never reaches 1. */
#define LIMITER_KNEE 0.8F
struct limiter {
    float envelope; /* how loud it has been lately */
};

/* `peak`: of the frame about to be played, all channels. The gain to play it with. */
float limiter_gain(struct limiter *limiter, float peak);

/* 0 to 100 as a person sets it, to a gain: half way sounds half as loud. */
float volume_gain(int volume);

/* Half a cosine from 0 at 0 to 1 at 1, flat at both ends. */
float raised_cosine(float at);

#endif

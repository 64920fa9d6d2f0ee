// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_BREATH_H
#define UNKNOT_SOUND_BREATH_H

#include "timeline/timeline.h"

#include <stddef.h>
#include <stdint.h>

/* The tone of one breath phase, made while it sounds, because only then its length is known: up a
 * fifth while breathing in, down while breathing out, level and very soft while holding. A hum of
 * three partials with a little air in it. The pitch follows the filling of the lungs as the circle
 * on the screen does.
 */
struct breath_shape {
    float from, to; /* hertz */
    float level;    /* highest */
    float peak;     /* where in the phase the swell is highest, 0 to 1; 0: level all through */
};

struct breath {
    struct breath_shape shape;
    size_t frames, at; /* of the phase; where it is */
    float turns, turns_second;
    float air[3];  /* state of the filters that make wind of noise */
    uint32_t seed; /* of the noise */
};

/* `kind` is CUE_BREATHE_IN, CUE_BREATHE_OUT or CUE_HOLD; `after` is the breath cue before it, which
 * a hold stays at the pitch of. */
void breath_init(struct breath *breath, enum cue_kind kind, enum cue_kind after, size_t frames);
/* Adds up to `count` frames, as many as are left; gives how many. */
size_t breath_render(struct breath *breath, float *out, size_t count);

#endif

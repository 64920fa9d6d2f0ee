// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_LOOP_H
#define UNKNOT_SOUND_LOOP_H

#include "sound/pairs.h"

#include <stdbool.h>

/* A sound that goes round: its end fades into its beginning. Works through the sound as it is read,
 * and keeps no more of it than one fade. */
struct loop_source {
    struct pairs_source sound;
    bool (*rewind)(void *context); /* the sound's */
};

struct loop;

/* `fade`: frames of a fade; of a short sound at most half of it. */
struct loop *loop_create(const struct loop_source *source, size_t fade);
/* NULL is fine. */
void loop_destroy(struct loop *loop);
/* `frames` frames; fewer only when the source gives nothing more, even from its beginning. */
size_t loop_read(struct loop *loop, float *pairs, size_t frames);

#endif

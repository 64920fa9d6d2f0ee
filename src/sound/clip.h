// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_CLIP_H
#define UNKNOT_SOUND_CLIP_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOUND_RATE = 48000 }; /* frames a second of everything that is mixed */

/* A piece of sound, one channel. Written by the thread that makes it, which then sets `ready`; from
 * then on it does not change, and the audio thread may read it until its maker takes it back. */
struct clip {
    int16_t *samples; /* made with malloc */
    size_t frames;
    atomic_bool ready;
};

#endif

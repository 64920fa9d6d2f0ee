// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_PAIRS_H
#define UNKNOT_SOUND_PAIRS_H

#include <stddef.h>

/* Where sound comes from, piece by piece: frames as pairs of samples, left and right. */
struct pairs_source {
    /* Fewer frames than asked for only at the end. */
    size_t (*read)(void *context, float *pairs, size_t frames);
    void *context;
};

#endif

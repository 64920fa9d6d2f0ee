// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_SEEK_H
#define UNKNOT_TESTS_SOUND_SEEK_H

#include "timeline/timeline.h"

#include <stddef.h>

/* Finds the short sounds in a recording by their shapes alone, without a plan. */
struct sought {
    double at; /* seconds into the recording */
    enum cue_kind kind;
    double gain;   /* how loud against how it was made */
    double steady; /* of its parts, the softest */
};

struct sought_list {
    struct sought *items; /* by time; made with malloc */
    size_t count;
};

/* `tones`: `count` samples at TONES_RATE; what was found is taken out of them, so that the rest is
 * breath and voice. */
void seek_cues(float *tones, size_t count, struct sought_list *list);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_HUM_H
#define UNKNOT_TESTS_SOUND_HUM_H

#include "timeline/timeline.h"

#include <stddef.h>

/* Finds breath tones by how their pitch moves, without knowing how long they are. */
struct hum {
    double at, length; /* seconds */
    enum cue_kind kind;
    double clear; /* share of what is heard there that lies on its pitch, above chance */
};

struct hum_list {
    struct hum *items; /* by time; made with malloc */
    size_t count;
};

/* `tones`: `count` samples at TONES_RATE, without the cues. */
void hum_find(const float *tones, size_t count, struct hum_list *list);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_RUNS_H
#define UNKNOT_TIMELINE_RUNS_H

#include "timeline/timeline.h"

/* Cues of one entry that are alike and come at equal distances: "every 10 s, 12 times". */
struct run {
    const struct cue *first;
    const struct cue *last;
    tick period; /* between two; 0 while there is one only */
    size_t count;
};

struct run_list {
    struct run *items; /* sorted by their first cue; the owner frees it */
    size_t count, capacity;
    bool sorted; /* while they are being found */
};

/* Replaces the list by the runs of `count` sorted cues. */
void runs_find(struct run_list *runs, const struct cue *cues, size_t count);

#endif

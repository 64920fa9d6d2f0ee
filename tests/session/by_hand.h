// SPDX-License-Identifier: MIT
#ifndef TESTS_SESSION_BY_HAND_H
#define TESTS_SESSION_BY_HAND_H

#include "timeline/timeline.h"

/* A timeline put together entry by entry, so that tests of the session do not lean on the compiler
 * of routines. Each entry of work says a line of two seconds at its start and ticks every second;
 * each step begins and ends with its sound. */
enum { HAND_ENTRIES = 512, HAND_CUES = 8192, HAND_STEPS = 256 };

struct hand {
    struct routine routine;
    struct timeline timeline;
    struct entry entries[HAND_ENTRIES];
    struct cue cues[HAND_CUES];
    struct timeline_step steps[HAND_STEPS];
};

void hand_begin(struct hand *hand);
/* The next entries count for a new step. */
void hand_step(struct hand *hand, const char *title);
struct entry *hand_entry(struct hand *hand, enum entry_kind kind, tick length);
/* A gate: `at_most` 0 means for ever. */
struct entry *hand_gate(struct hand *hand, enum entry_kind kind, tick at_most);
const struct timeline *hand_end(struct hand *hand);

#endif

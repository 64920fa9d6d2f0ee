// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_PLAN_H
#define UNKNOT_TIMELINE_PLAN_H

#include "timeline/timeline.h"

#include <stdio.h>

/* The compiled timeline, written out. Both are false when `out` does not take it all.
 *
 * The text is for people: each step in its long form, below it its entries and cues. Cues that come
 * back at equal distances are one line ("every 10 s, 12 times"). Times are m:ss, with milliseconds
 * where they are not whole seconds.
 */
bool plan_print_text(const struct timeline *timeline, FILE *out);

/* For programs: one object with every entry and cue, times in seconds with three decimals.
 * A rest or side that is not there is null, so every key is always present. */
bool plan_print_json(const struct timeline *timeline, FILE *out);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_BREATH_H
#define UNKNOT_TIMELINE_BREATH_H

#include "routine/routine.h"

/* Arithmetic of whole breaths. With `ramp to` the n breaths of an entry lengthen evenly: breath 0
 * is the given pattern, breath n-1 the pattern to reach. Each side and each set has its own ramp,
 * so that both sides breathe alike. All in whole microseconds and in closed form, so that the start
 * of any breath is known without adding up those before it.
 */

/* False when nothing is given, or only phases of length 0. */
bool breath_given(const struct breathing *breathing);
/* Length of `count` breaths. `count` is at most TIMELINE_MAX_CUES here and below. */
tick breath_sum(const struct breathing *breathing, int64_t count);
/* The number of breaths whose length is nearest to `length`, at least one. May be any number. */
int64_t breath_nearest(const struct breathing *breathing, tick length);
/* The most breaths that `length` has room for; may be 0, may be any number. */
int64_t breath_fitting(const struct breathing *breathing, tick length);
/* Where breath `index` of `count` begins; index == count gives the end of the last. */
tick breath_start(const struct breathing *breathing, int64_t count, int64_t index);
/* The lengths of the phases of one breath: they add up to its length. */
void breath_phases(const struct breathing *breathing, int64_t count, int64_t index,
                   tick out[BREATH_PHASES]);

#endif

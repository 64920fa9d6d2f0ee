// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_GUIDANCE_H
#define UNKNOT_TIMELINE_GUIDANCE_H

#include "timeline/sayings.h"

/* What is said besides to a person who cannot see the screen (timeline_options.eyes_closed): how
 * much there is to do, each step's place and dose, a count of the reps, halfway, ten seconds left,
 * how to go on, and something at least every GUIDANCE_SILENCE. It never pushes an author's line out
 * of the way, and it changes no entry: only cues are added.
 */
#define GUIDANCE_SILENCE                                                                           \
    (40 * TICK_S) /* longest without a word or a sound; breath tones, which a                      \
                     person may turn off, do not count */

/* Adds what a setup says: `name` and `how` in turn, with as much of the opening and the dose as
 * there is time for. `show` is the caption of `how`; the last two may be NULL. */
void guidance_setup(struct layout *layout, const struct entry *entry, const char *name,
                    const char *how, const char *show);
/* "Cat-cow, 2 minutes.", for work that has no setup. */
const char *guidance_name(struct layout *layout, const struct entry *entry, const char *name);
/* Adds what is said during the work. */
void guidance_work(struct layout *layout, const struct entry *entry);
/* Adds what a gate says, with how to pass it. */
void guidance_gate(struct layout *layout, enum prompt prompt, const char *text,
                   const char *caption);

/* After the lines of the current entry have become cues, from `first` on: breaks silences that are
 * too long. */
void guidance_break_silence(struct layout *layout, size_t first);

#endif

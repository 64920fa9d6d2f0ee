// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_MATCH_H
#define UNKNOT_TIMELINE_MATCH_H

#include "timeline/timeline.h"

/* Where a session goes on when its routine was changed under it. It never jumps more than it must:
 *
 * - The steps before and after what was edited are the same steps; a step is known by its exercise.
 *   Between them a step is the one with the same exercise, the first with the first and so on.
 * - Within a step the place is the same kind of entry on the same side in the same set, the same
 *   time into it. Of an entry that became shorter than that, it is the end; where the routine would
 *   be over with that, its start.
 * - Where that entry is gone, it is the start of the nearest one of the same step.
 * - Where the step is gone, it is the start of what stands in its place, or of the last step.
 */
struct timeline_match {
    const struct timeline *from, *to;
    const uint32_t *steps; /* of `to`, by step of `from`; MATCH_GONE where there is none */
};
#define MATCH_GONE UINT32_MAX

/* Finds what became of each step. Lives in the arena; both timelines must outlive it. */
struct timeline_match timeline_match(struct arena *arena, const struct timeline *from,
                                     const struct timeline *to);

struct timeline_place {
    size_t entry; /* of the new timeline */
    tick into;    /* from its start, at most its length */
    bool same;    /* the same entry: what was going on there goes on */
};
/* `entry` may be entry_count, which is the end; it stays the end. */
struct timeline_place timeline_follow(const struct timeline_match *match, size_t entry, tick into);

#endif

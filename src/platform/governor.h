// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_GOVERNOR_H
#define UNKNOT_PLATFORM_GOVERNOR_H

#include "base/tick.h"

#include <stdbool.h>

/* When the next frame may begin. A card's own pace cannot be relied on: some return from showing a
 * frame at once. Frames come at 60, 30 or 20 a second: the most that takes no more than half of one
 * processor, or four fifths where a card shows them. Pure: every time is an argument.
 */
struct governor {
    bool accelerated;
    tick began;    /* when the last frame's work began */
    tick cost;     /* of a frame, smoothed */
    tick interval; /* between the beginnings of two frames */
};

void governor_init(struct governor *governor, bool accelerated);
/* A frame was made and shown; it began at `began` and its work was over at `ended`. */
void governor_frame(struct governor *governor, tick began, tick ended);
/* The next frame should not begin before this. */
tick governor_due(const struct governor *governor);

#endif

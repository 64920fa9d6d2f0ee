// SPDX-License-Identifier: MIT
#include "platform/governor.h"

#include <stddef.h>

static const tick intervals[] = {TICK_S / 60, TICK_S / 30, TICK_S / 20};
enum { INTERVALS = sizeof intervals / sizeof *intervals };

void governor_init(struct governor *governor, bool accelerated)
{
    *governor = (struct governor){.accelerated = accelerated, .interval = intervals[0]};
}

void governor_frame(struct governor *governor, tick began, tick ended)
{
    tick cost = ended - began, most = intervals[INTERVALS - 1];
    governor->began = began;
    /* One frame that opened fonts or waited for a disk does not set the pace. */
    governor->cost += ((cost < most ? cost : most) - governor->cost) / 8;
    for (size_t i = 0; i < INTERVALS; i++) {
        tick share = governor->accelerated ? intervals[i] * 8 / 10 : intervals[i] / 2;
        /* Back to a faster pace only when there is room, so that it does not change all the time.
         */
        bool faster = intervals[i] < governor->interval;
        if (governor->cost <= (faster ? share * 8 / 10 : share) || i == INTERVALS - 1) {
            governor->interval = intervals[i];
            return;
        }
    }
}

tick governor_due(const struct governor *governor)
{
    /* A little early with a card: one that keeps the screen's pace holds the frame until its turn,
     * and one that does not is kept from running free. */
    tick early = governor->accelerated ? governor->interval / 10 : 0;
    return governor->began + governor->interval - early;
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_RESTART_H
#define UNKNOT_KIOSK_RESTART_H

#include "kiosk/calendar.h"

/* A kiosk begins anew once a night, so that nothing that grows slowly grows for months: at the time
 * that the config names, or as soon after it as nobody is there. Who asks does so when nobody is.
 * Not within the first hour: a clock that is set when the network comes must not end what has just
 * begun, and a config that is read anew must not end it twice. */
#define RESTART_NOT_BEFORE TICK_H

struct restart {
    tick begun;  /* monotonic: when the program was started */
    int64_t due; /* instant; CALENDAR_NEVER */
};

void restart_init(struct restart *restart, tick now);
bool restart_is_due(struct restart *restart, const struct kiosk_config *config,
                    const struct zone *zone, struct clocks moment);

#endif

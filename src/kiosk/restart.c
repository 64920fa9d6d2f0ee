// SPDX-License-Identifier: MIT
#include "kiosk/restart.h"

enum { MINUTE = 60, DAY = KIOSK_DAY * MINUTE };

void restart_init(struct restart *restart, tick now)
{
    *restart = (struct restart){.begun = now, .due = CALENDAR_NEVER};
}

/* The first one after `instant`. */
static int64_t next_after(const struct kiosk_config *config, const struct zone *zone,
                          int64_t instant)
{
    int64_t day = civil_day(civil_local(zone, instant)) - 1;
    for (int ahead = 0; ahead < 4; ahead++, day++) {
        int64_t at[2], local = day * DAY + (int64_t)config->restart * MINUTE;
        int count = civil_instants(zone, local, at);
        for (int i = 0; i < count; i++)
            if (at[i] > instant)
                return at[i];
    }
    return CALENDAR_NEVER;
}

bool restart_is_due(struct restart *restart, const struct kiosk_config *config,
                    const struct zone *zone, struct clocks moment)
{
    if (config->restart == KIOSK_NEVER) {
        restart->due = CALENDAR_NEVER;
        return false;
    }
    if (moment.wall >= restart->due)
        return moment.now - restart->begun >= RESTART_NOT_BEFORE;
    /* Found each time: the wall clock may have been set back, or the config be another one. */
    restart->due = next_after(config, zone, moment.wall);
    return false;
}

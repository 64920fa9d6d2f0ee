// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_CALENDAR_H
#define UNKNOT_KIOSK_CALENDAR_H

#include "base/civil.h"
#include "kiosk/config.h"

/* When the office is open. Local times and days are those of base/civil.h. */
#define CALENDAR_NEVER INT64_MAX

/* Both clocks at one moment. */
struct clocks {
    int64_t wall; /* seconds since 1970 UTC */
    tick now;     /* monotonic */
};

/* Days are those on which the office hours begin. */
bool calendar_is_holiday(const struct kiosk_config *config, int64_t day);
struct kiosk_ranges calendar_hours(const struct kiosk_config *config, int64_t day);
/* Whether the office is open at a local time. */
bool calendar_is_open(const struct kiosk_config *config, int64_t local);
/* The next instant after `instant` at which the office opens or closes; CALENDAR_NEVER: not within
 * two months. */
int64_t calendar_next_turn(const struct kiosk_config *config, const struct zone *zone,
                           int64_t instant);
/* The volume at a local time: the softest of the quiet hours it is in, else the usual one. */
int calendar_volume(const struct kiosk_config *config, int64_t local);

#endif

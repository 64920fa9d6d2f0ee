// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_CALENDAR_H
#define UNKNOT_KIOSK_CALENDAR_H

#include "kiosk/config.h"

/* Civil time: what the clock on the wall shows. An instant is in seconds since 1970 UTC; a local
 * time is in the same seconds as if the wall were in UTC, so that days and minutes are divisions.
 * Where the wall stands is told by its zone, which is handed in. Days count from 1 January 1970. */
#define CALENDAR_NEVER INT64_MAX

struct zone {
    /* Seconds east of UTC at an instant; less than a day either way. */
    int32_t (*offset)(void *data, int64_t instant);
    void *data;
};

/* Both clocks at one moment. */
struct clocks {
    int64_t wall; /* seconds since 1970 UTC */
    tick now;     /* monotonic */
};

struct civil {
    int year, month, day; /* month and day from 1 */
    int weekday;          /* monday is 0 */
    int minute;           /* of the day */
};

bool calendar_is_date(int year, int month, int day);
int64_t calendar_day_of(int year, int month, int day);
int64_t calendar_day(int64_t local);
struct civil calendar_civil(int64_t local);

int64_t calendar_local(const struct zone *zone, int64_t instant);
/* When the wall shows `local`: twice where the clock was set back. A time that the clock jumps over
 * is at the moment of the jump. Rising; their number is the result, 1 or 2. */
int calendar_instants(const struct zone *zone, int64_t local, int64_t out[2]);

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

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_CIVIL_H
#define UNKNOT_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

/* Civil time: what the clock on the wall shows. An instant is in seconds since 1970 UTC; a local
 * time is in the same seconds as if the wall were in UTC, so that days and minutes are divisions.
 * Where the wall stands is told by its zone, which is handed in. Days count from 1 January 1970. */
enum { CIVIL_DAY_S = 24 * 60 * 60 };

struct zone {
    /* Seconds east of UTC at an instant; less than a day either way. */
    int32_t (*offset)(void *data, int64_t instant);
    void *data;
};

struct civil {
    int year, month, day; /* month and day from 1 */
    int weekday;          /* monday is 0 */
    int minute;           /* of the day */
};

bool civil_is_date(int year, int month, int day);
int civil_month_days(int year, int month);
int64_t civil_day_of(int year, int month, int day);
int64_t civil_day(int64_t local);
struct civil civil_of(int64_t local);

int64_t civil_local(const struct zone *zone, int64_t instant);
/* When the wall shows `local`: twice where the clock was set back. A time that the clock jumps over
 * is at the moment of the jump. Rising; their number is the result, 1 or 2. */
int civil_instants(const struct zone *zone, int64_t local, int64_t out[2]);

#endif

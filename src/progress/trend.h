// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_TREND_H
#define UNKNOT_PROGRESS_TREND_H

#include "progress/record.h"

/* Twelve weeks back from today: what was done on each day, and how the back felt before and after.
 * The guide expects a change within two to four weeks, and eight to twelve for old patterns. */
enum { TREND_WEEKS = 12, TREND_DAYS = TREND_WEEKS * 7 };

struct trend_day {
    int sessions; /* with work done */
    tick worked;
};

struct trend_point { /* one session with a rating, left to right */
    int64_t day;
    int before, after; /* RECORD_UNSAID, or a rating */
};

struct trend_week {
    bool before_said, after_said; /* there is a median */
    double before, after;         /* medians of the week's ratings */
};

struct trend {
    int64_t first;   /* a Monday: the day of days[0] */
    int64_t today;   /* days after it are to come */
    int64_t started; /* day of the first session ever; INT64_MAX: there is none */
    struct trend_day days[TREND_DAYS];
    struct trend_week weeks[TREND_WEEKS];
    struct trend_point *points; /* in the arena */
    size_t point_count;
};

/* Which week it is since the first session, from 1; 0: there was none yet. */
int trend_week_number(const struct trend *trend);
void trend_compute(struct arena *arena, const struct records *records, int64_t today,
                   struct trend *out);

#endif

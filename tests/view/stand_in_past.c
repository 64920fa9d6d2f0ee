// SPDX-License-Identifier: MIT
#include "view/stand_in_past.h"

#include "progress/past.h"

static void rate(struct past *past, int before, int after)
{
    struct record *record = &past->sessions[past->records.session_count - 1];
    record->before = before;
    record->after = after;
}

static void live_twelve_weeks(struct past *past, int64_t first, int64_t today)
{
    for (int64_t day = first; day <= today - 3; day++) {
        int week = (int)(day - first) / 7, weekday = (int)(day - first) % 7;
        if (weekday % 3 == 0) {
            past_day(past, day, "full-mobility", 1);
            rate(past, 1 + week / 2, week % 5 == 4 ? RECORD_UNSAID : 4 + (week + weekday) / 2);
        }
        if (weekday == 2)
            past_day(past, day, "breathing", 1);
    }
    past_day(past, today - 2, "myofascial-release", 2);
    past_day(past, today - 1, "myofascial-release", 2);
    past_day(past, today - 2, "posture-break", 4);
    past_day(past, today, "posture-break", 2);
    past_day(past, today, "breathing", 1);
    rate(past, 10, 0);
    past_tick(past, today - 2, "workspace-check");
    past_tick(past, today - 1, "full-body-strength");
    past_tick(past, today, "water");
}

const struct progress *stand_in_past(enum stand_in_past kind)
{
    static struct past past;
    static struct progress progress;
    static struct trend_point points[PAST_MOST];
    int64_t today = civil_day_of(2026, 6, 10);
    struct arena arena;
    if (kind == PAST_UNKNOWN)
        return NULL;
    past_begin(&past);
    if (kind == PAST_ONE) {
        past_day(&past, today, "full-mobility", 1);
        rate(&past, 4, RECORD_UNSAID);
    }
    if (kind == PAST_FULL)
        live_twelve_weeks(&past, today - 2 - 11 * 7, today);
    arena_init(&arena);
    progress_compute(&arena, &past.records, today, NULL, &progress);
    for (size_t i = 0; i < progress.trend.point_count; i++)
        points[i] = progress.trend.points[i];
    progress.trend.points = points;
    arena_finish(&arena);
    return &progress;
}

// SPDX-License-Identifier: MIT
#include "progress/trend.h"

#include "progress/checklist.h"

static bool is_inside(const struct trend *trend, int64_t day)
{
    return day >= trend->first && day - trend->first < TREND_DAYS;
}

static void add_session(struct trend *trend, const struct record *record)
{
    int64_t day = record_day(record);
    bool rated = record->before != RECORD_UNSAID || record->after != RECORD_UNSAID;
    if (record->worked > 0 && day < trend->started)
        trend->started = day;
    if (!is_inside(trend, day))
        return;
    struct trend_day *of_day = &trend->days[day - trend->first];
    of_day->sessions += record->worked > 0;
    of_day->worked += record->worked;
    if (rated)
        trend->points[trend->point_count++] =
            (struct trend_point){day, record->before, record->after};
}

/* They come by instant; where somebody travels, days are in another order, by one at the most. */
static void sort_points(struct trend *trend)
{
    for (size_t i = 1; i < trend->point_count; i++) {
        struct trend_point point = trend->points[i];
        size_t place = i;
        for (; place > 0 && trend->points[place - 1].day > point.day; place--)
            trend->points[place] = trend->points[place - 1];
        trend->points[place] = point;
    }
}

/* Ratings are few: how often each was given says where the middle is. */
struct ballot {
    size_t given[RECORD_RATING_MOST + 1], count;
};

static void vote(struct ballot *ballot, int rating)
{
    if (rating < 0 || rating > RECORD_RATING_MOST)
        return;
    ballot->given[rating]++;
    ballot->count++;
}

/* The rating that stands at `place` when all are in order. */
static int rating_at(const struct ballot *ballot, size_t place)
{
    int rating = 0;
    for (size_t below = ballot->given[0]; below <= place && rating < RECORD_RATING_MOST;)
        below += ballot->given[++rating];
    return rating;
}

static bool median(const struct ballot *ballot, double *out)
{
    if (ballot->count == 0)
        return false;
    *out =
        (rating_at(ballot, (ballot->count - 1) / 2) + rating_at(ballot, ballot->count / 2)) / 2.0;
    return true;
}

static void find_medians(struct trend *trend)
{
    for (int week = 0; week < TREND_WEEKS; week++) {
        struct ballot before = {.count = 0}, after = {.count = 0};
        struct trend_week *out = &trend->weeks[week];
        for (size_t i = 0; i < trend->point_count; i++) {
            const struct trend_point *point = &trend->points[i];
            if ((point->day - trend->first) / 7 != week)
                continue;
            vote(&before, point->before);
            vote(&after, point->after);
        }
        out->before_said = median(&before, &out->before);
        out->after_said = median(&after, &out->after);
    }
}

int trend_week_number(const struct trend *trend)
{
    if (trend->started == INT64_MAX)
        return 0;
    int64_t days = trend->today - trend->started;
    return days > 0 ? (int)(days / 7) + 1 : 1;
}

void trend_compute(struct arena *arena, const struct records *records, int64_t today,
                   struct trend *out)
{
    *out = (struct trend){
        .first = checklist_monday(today) - 7 * ((int64_t)TREND_WEEKS - 1),
        .today = today,
        .started = INT64_MAX,
        .points = arena_alloc(arena, (records->session_count + 1) * sizeof *out->points),
    };
    for (size_t i = 0; i < records->session_count; i++)
        add_session(out, &records->sessions[i]);
    sort_points(out);
    find_medians(out);
}

// SPDX-License-Identifier: MIT
#include "kiosk/schedule.h"

#include <stdlib.h>

enum {
    DAY_S = 24 * 60 * 60,
    DAYS_AHEAD = 400,
    SLOTS_MOST = 2 * KIOSK_DAY / 10, /* of one day, with what is past midnight */
    CHANGE_S = 3 * 60 * 60,          /* more than a clock is ever set back or ahead for summer */
    TURNS_FROM = 14613, /* the day from which turns are counted: Monday, 4 January 2010 */
    TURNS_WEEKDAY = 0,
};
/* The wall clock differs from the monotonic one by whole seconds, and by being read a little later.
 * More than this is a jump. */
#define JUMP (3 * TICK_S)
/* Two breaks are never nearer than this, nor than half of what is usual. */
#define APART_MOST (15 * TICK_MIN)

static int add_every(const struct kiosk_config *config, struct kiosk_range range, int from,
                     int *slots, int count)
{
    int every = (int)(config->breaks.every / TICK_MIN);
    int first = from + ((range.from - from) / every + 1) * every; /* nobody rests on arriving */
    for (int minute = first; minute < range.until && count < SLOTS_MOST; minute += every)
        slots[count++] = minute;
    return count;
}

static int add_listed(const struct kiosk_config *config, struct kiosk_range range, int *slots,
                      int count)
{
    const struct kiosk_breaks *breaks = &config->breaks;
    for (int midnight = 0; midnight <= KIOSK_DAY; midnight += KIOSK_DAY)
        for (size_t i = 0; i < breaks->at_count; i++) {
            int minute = midnight + breaks->at[i];
            if (minute >= range.from && minute < range.until && count < SLOTS_MOST)
                slots[count++] = minute;
        }
    return count;
}

/* The breaks of such office hours, in minutes since the midnight before them, rising. */
static int slots_of(const struct kiosk_config *config, struct kiosk_ranges hours,
                    int slots[SLOTS_MOST])
{
    int count = 0;
    for (size_t i = 0; i < hours.count; i++) {
        int full_hour = hours.items[0].from / 60 * 60;
        if (config->breaks.rhythm == KIOSK_EVERY)
            count = add_every(config, hours.items[i], full_hour, slots, count);
        else if (config->breaks.rhythm == KIOSK_AT)
            count = add_listed(config, hours.items[i], slots, count);
    }
    return count;
}

/* Those of a day that matter lie between: not long before `instant`, nor long after the best. */
static int64_t first_after(const struct kiosk_config *config, const struct zone *zone, int64_t day,
                           int64_t instant, int64_t best)
{
    int slots[SLOTS_MOST], count = slots_of(config, calendar_hours(config, day), slots);
    int64_t local = civil_local(zone, instant);
    for (int i = 0; i < count; i++) {
        int64_t at[2], wall = day * DAY_S + (int64_t)slots[i] * 60;
        if (wall < local - CHANGE_S)
            continue;
        if (best != CALENDAR_NEVER && wall > civil_local(zone, best) + CHANGE_S)
            break;
        int times = civil_instants(zone, wall, at);
        if (config->breaks.rhythm == KIOSK_AT)
            times = 1;
        for (int k = 0; k < times; k++)
            if (at[k] > instant && at[k] < best &&
                calendar_is_open(config, civil_local(zone, at[k])))
                best = at[k];
    }
    return best;
}

int64_t schedule_next(const struct kiosk_config *config, const struct zone *zone, int64_t instant)
{
    int64_t today = civil_day(civil_local(zone, instant)), best = CALENDAR_NEVER;
    /* Those of yesterday may be past midnight, and a zone may leave out a day. */
    for (int64_t day = today - 2; day < today + DAYS_AHEAD; day++) {
        best = first_after(config, zone, day, instant, best);
        if (best != CALENDAR_NEVER && civil_local(zone, best) + CHANGE_S < (day + 1) * DAY_S)
            return best;
    }
    return best;
}

/* How many breaks there were on the days before `today`. */
static int64_t turns_before(const struct kiosk_config *config, int64_t today)
{
    int per_weekday[7], scratch[SLOTS_MOST];
    int64_t turns = 0;
    for (int i = 0; i < 7; i++)
        per_weekday[i] = slots_of(config, config->hours[i], scratch);
    for (int64_t day = TURNS_FROM, weekday = TURNS_WEEKDAY; day < today; day++) {
        turns += calendar_is_holiday(config, day) ? 0 : per_weekday[weekday];
        weekday = (weekday + 1) % 7;
    }
    return turns;
}

size_t schedule_turn(const struct kiosk_config *config, const struct zone *zone, int64_t instant,
                     size_t count)
{
    int64_t local = civil_local(zone, instant), day = civil_day(local);
    int slots[SLOTS_MOST], minute = (int)((local - day * DAY_S) / 60), of_day = 0;
    int yesterday = slots_of(config, calendar_hours(config, day - 1), slots);
    if (yesterday > 0 && slots[yesterday - 1] >= minute + KIOSK_DAY) {
        of_day = yesterday; /* one past midnight is still of the evening before */
        minute += KIOSK_DAY;
        day--;
    } else {
        of_day = slots_of(config, calendar_hours(config, day), slots);
    }
    int64_t turns = turns_before(config, day);
    for (int i = 0; i < of_day && slots[i] < minute; i++)
        turns++;
    return count > 0 ? (size_t)turns % count : 0;
}

/* Half of what usually lies between two breaks. */
static tick apart(const struct kiosk_config *config)
{
    const struct kiosk_breaks *breaks = &config->breaks;
    tick least = breaks->rhythm == KIOSK_EVERY ? breaks->every : 2 * APART_MOST;
    for (size_t i = 1; breaks->rhythm == KIOSK_AT && i < breaks->at_count; i++) {
        tick between = (breaks->at[i] - breaks->at[i - 1]) * TICK_MIN;
        least = between < least ? between : least;
    }
    return least / 2 < APART_MOST ? least / 2 : APART_MOST;
}

/* Whether `slot` comes too soon after the last break, by the clock that went further since then:
 * only a wall clock that was set back can bring the same time again. */
static bool is_too_near(const struct schedule *schedule, const struct kiosk_config *config,
                        struct clocks moment, int64_t slot)
{
    if (!schedule->begun || slot == CALENDAR_NEVER)
        return false;
    tick wall = (moment.wall - schedule->begun_at.wall) * TICK_S;
    tick now = moment.now - schedule->begun_at.now;
    return (wall > now ? wall : now) + (slot - moment.wall) * TICK_S < apart(config);
}

static void wait_for_one_after(struct schedule *schedule, const struct kiosk_config *config,
                               const struct zone *zone, struct clocks moment, int64_t instant)
{
    do {
        instant = schedule_next(config, zone, instant);
    } while (is_too_near(schedule, config, moment, instant));
    schedule->slot = instant;
    schedule->pending = false;
    schedule->postponed = 0;
}

/* Waits for the first break that is not over by more than may be, nor was done. */
static void look_ahead(struct schedule *schedule, const struct kiosk_config *config,
                       const struct zone *zone, struct clocks moment)
{
    int64_t from = moment.wall - config->breaks.late / TICK_S - 1;
    if (schedule->done > from && schedule->done <= moment.wall)
        from = schedule->done;
    wait_for_one_after(schedule, config, zone, moment, from);
}

static void finish(struct schedule *schedule, const struct kiosk_config *config,
                   const struct zone *zone, struct clocks moment)
{
    int64_t slot = schedule->slot;
    bool ahead = slot > moment.wall && slot - moment.wall <= config->breaks.notice / TICK_S;
    schedule->done = slot;
    wait_for_one_after(schedule, config, zone, moment, ahead ? slot : moment.wall);
}

void schedule_init(struct schedule *schedule, const struct kiosk_config *config,
                   const struct zone *zone, struct clocks moment)
{
    *schedule = (struct schedule){.last = moment};
    schedule_reload(schedule, config, zone, moment);
}

void schedule_reload(struct schedule *schedule, const struct kiosk_config *config,
                     const struct zone *zone, struct clocks moment)
{
    if (!schedule->pending || config->breaks.rhythm == KIOSK_NO_BREAKS)
        wait_for_one_after(schedule, config, zone, moment, moment.wall);
}

/* How far the wall clock went ahead of the monotonic one since the last step: a machine that slept,
 * or a clock that was set. */
static tick jump_of(struct schedule *schedule, struct clocks moment)
{
    tick ahead = (moment.wall - schedule->last.wall) * TICK_S - (moment.now - schedule->last.now);
    schedule->last = moment;
    return llabs(ahead) > JUMP ? ahead : 0;
}

static void begin_notice(struct schedule *schedule, const struct kiosk_config *config,
                         struct clocks moment)
{
    tick ahead = (schedule->slot - moment.wall) * TICK_S;
    schedule->pending = true;
    schedule->begins = moment.now + (ahead > config->breaks.notice ? ahead : config->breaks.notice);
}

enum schedule_state schedule_step(struct schedule *schedule, const struct kiosk_config *config,
                                  const struct zone *zone, struct clocks moment, bool busy)
{
    tick jump = jump_of(schedule, moment), late = config->breaks.late;
    bool over = !schedule->pending && schedule->slot < moment.wall - late / TICK_S;
    if (schedule->pending ? jump > late : jump != 0 || over)
        look_ahead(schedule, config, zone, moment);
    if (schedule->slot == CALENDAR_NEVER)
        return SCHEDULE_WAITS;
    bool due = schedule->slot - config->breaks.notice / TICK_S <= moment.wall;
    if (!schedule->pending && !due)
        return SCHEDULE_WAITS;
    if (busy) {
        finish(schedule, config, zone, moment);
        return SCHEDULE_WAITS;
    }
    if (!schedule->pending)
        begin_notice(schedule, config, moment);
    if (moment.now >= schedule->begins) {
        schedule->begun = true;
        schedule->begun_at = moment;
        finish(schedule, config, zone, moment);
        return SCHEDULE_BEGINS;
    }
    bool announced = moment.now >= schedule->begins - config->breaks.notice;
    return announced ? SCHEDULE_NOTICE : SCHEDULE_WAITS;
}

bool schedule_can_postpone(const struct schedule *schedule, const struct kiosk_config *config)
{
    return schedule->pending && schedule->postponed < config->breaks.postpone_most;
}

void schedule_postpone(struct schedule *schedule, const struct kiosk_config *config)
{
    if (!schedule_can_postpone(schedule, config))
        return;
    schedule->begins += config->breaks.postpone;
    schedule->postponed++;
}

void schedule_skip(struct schedule *schedule, const struct kiosk_config *config,
                   const struct zone *zone, struct clocks moment)
{
    if (schedule->pending)
        finish(schedule, config, zone, moment);
}

int64_t schedule_shown(const struct schedule *schedule)
{
    if (!schedule->pending)
        return schedule->slot;
    tick ahead = schedule->begins - schedule->last.now;
    return schedule->last.wall + (ahead + TICK_S - 1) / TICK_S;
}

tick schedule_wakes(const struct schedule *schedule, const struct kiosk_config *config)
{
    tick now = schedule->last.now, notice = config->breaks.notice;
    if (schedule->pending)
        return schedule->begins - (now < schedule->begins - notice ? notice : 0);
    if (schedule->slot == CALENDAR_NEVER)
        return now + TICK_MIN;
    tick ahead = (schedule->slot - schedule->last.wall) * TICK_S - notice;
    return now + (ahead < 0 ? 0 : ahead > TICK_MIN ? TICK_MIN : ahead);
}

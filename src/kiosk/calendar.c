// SPDX-License-Identifier: MIT
#include "kiosk/calendar.h"

enum { DAY_S = 24 * 60 * 60, NEXT_TURN_DAYS = 62 };

static int64_t divide_down(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Years begin in March here, so that the leap day is the last of one; 400 of them are an era. */
int64_t calendar_day_of(int year, int month, int day)
{
    int64_t from_march = (month + 9) % 12, y = (int64_t)year - (month <= 2);
    int64_t era = divide_down(y, 400), of_era = y - era * 400;
    int64_t of_year = (153 * from_march + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int64_t calendar_day(int64_t local)
{
    return divide_down(local, DAY_S);
}

struct civil calendar_civil(int64_t local)
{
    int64_t days = calendar_day(local), shifted = days + 719468;
    int64_t era = divide_down(shifted, 146097), of_era = shifted - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t from_march = (5 * of_year + 2) / 153;
    int month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
    return (struct civil){
        .year = (int)(year + era * 400 + (month <= 2)),
        .month = month,
        .day = (int)(of_year - (153 * from_march + 2) / 5 + 1),
        .weekday = (int)(divide_down(days + 3, 7) * -7 + days + 3), /* 1970 began on a Thursday */
        .minute = (int)((local - days * DAY_S) / 60),
    };
}

bool calendar_is_date(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    struct civil civil = calendar_civil(calendar_day_of(year, month, day) * DAY_S);
    return civil.month == month && civil.day == day;
}

int64_t calendar_local(const struct zone *zone, int64_t instant)
{
    return instant + zone->offset(zone->data, instant);
}

/* The first instant in (from, until] at which the wall shows `local` or later. */
static int64_t find_jump(const struct zone *zone, int64_t local, int64_t from, int64_t until)
{
    while (until - from > 1) {
        int64_t middle = from + (until - from) / 2;
        if (calendar_local(zone, middle) < local)
            from = middle;
        else
            until = middle;
    }
    return until;
}

int calendar_instants(const struct zone *zone, int64_t local, int64_t out[2])
{
    int64_t before = local - zone->offset(zone->data, local - DAY_S);
    int64_t after = local - zone->offset(zone->data, local + DAY_S);
    int count = 0;
    if (before == after || calendar_local(zone, before) == local)
        out[count++] = before;
    if (before != after && calendar_local(zone, after) == local)
        out[count++] = after;
    if (count == 0)
        out[count++] = find_jump(zone, local, local - DAY_S, local + DAY_S);
    return count;
}

bool calendar_is_holiday(const struct kiosk_config *config, int64_t day)
{
    if (config->holiday_count == 0)
        return false;
    struct civil civil = calendar_civil(day * DAY_S);
    for (size_t i = 0; i < config->holiday_count; i++) {
        const struct kiosk_holiday *holiday = &config->holidays[i];
        int64_t date = holiday->yearly ? civil.month * 100 + civil.day : day;
        bool around = holiday->until < holiday->from; /* past the end of the year */
        bool from = date >= holiday->from, until = date <= holiday->until;
        if (around ? from || until : from && until)
            return true;
    }
    return false;
}

struct kiosk_ranges calendar_hours(const struct kiosk_config *config, int64_t day)
{
    if (calendar_is_holiday(config, day))
        return (struct kiosk_ranges){0};
    return config->hours[calendar_civil(day * DAY_S).weekday];
}

static bool is_open_of_day(const struct kiosk_config *config, int64_t day, int64_t local)
{
    struct kiosk_ranges hours = calendar_hours(config, day);
    int64_t second = local - day * DAY_S;
    for (size_t i = 0; i < hours.count; i++)
        if (second >= (int64_t)hours.items[i].from * 60 &&
            second < (int64_t)hours.items[i].until * 60)
            return true;
    return false;
}

bool calendar_is_open(const struct kiosk_config *config, int64_t local)
{
    int64_t day = calendar_day(local);
    return is_open_of_day(config, day, local) || is_open_of_day(config, day - 1, local);
}

int64_t calendar_next_turn(const struct kiosk_config *config, const struct zone *zone,
                           int64_t instant)
{
    int64_t local = calendar_local(zone, instant), today = calendar_day(local);
    bool open = calendar_is_open(config, local);
    int64_t next = CALENDAR_NEVER;
    for (int64_t day = today - 1; day < today + NEXT_TURN_DAYS; day++) {
        struct kiosk_ranges hours = calendar_hours(config, day);
        for (size_t i = 0; i < 2 * hours.count; i++) {
            const struct kiosk_range *range = &hours.items[i / 2];
            int64_t at[2], minute = i % 2 == 0 ? range->from : range->until;
            int count = calendar_instants(zone, day * DAY_S + minute * 60, at);
            for (int k = 0; k < count; k++)
                if (at[k] > instant && at[k] < next &&
                    calendar_is_open(config, calendar_local(zone, at[k])) != open)
                    next = at[k];
        }
        if (next != CALENDAR_NEVER && day > today)
            return next;
    }
    return next;
}

int calendar_volume(const struct kiosk_config *config, int64_t local)
{
    int64_t second = local - calendar_day(local) * DAY_S;
    int volume = config->volume;
    for (size_t i = 0; i < config->quiet_count; i++) {
        const struct kiosk_range *range = &config->quiet[i].range;
        for (int64_t at = second; at <= second + DAY_S; at += DAY_S)
            if (at >= (int64_t)range->from * 60 && at < (int64_t)range->until * 60 &&
                config->quiet[i].volume < volume)
                volume = config->quiet[i].volume;
    }
    return volume;
}

// SPDX-License-Identifier: MIT
#include "kiosk/calendar.h"

enum { DAY_S = CIVIL_DAY_S, NEXT_TURN_DAYS = 62 };

bool calendar_is_holiday(const struct kiosk_config *config, int64_t day)
{
    if (config->holiday_count == 0)
        return false;
    struct civil civil = civil_of(day * DAY_S);
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
    return config->hours[civil_of(day * DAY_S).weekday];
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
    int64_t day = civil_day(local);
    return is_open_of_day(config, day, local) || is_open_of_day(config, day - 1, local);
}

int64_t calendar_next_turn(const struct kiosk_config *config, const struct zone *zone,
                           int64_t instant)
{
    int64_t local = civil_local(zone, instant), today = civil_day(local);
    bool open = calendar_is_open(config, local);
    int64_t next = CALENDAR_NEVER;
    for (int64_t day = today - 1; day < today + NEXT_TURN_DAYS; day++) {
        struct kiosk_ranges hours = calendar_hours(config, day);
        for (size_t i = 0; i < 2 * hours.count; i++) {
            const struct kiosk_range *range = &hours.items[i / 2];
            int64_t at[2], minute = i % 2 == 0 ? range->from : range->until;
            int count = civil_instants(zone, day * DAY_S + minute * 60, at);
            for (int k = 0; k < count; k++)
                if (at[k] > instant && at[k] < next &&
                    calendar_is_open(config, civil_local(zone, at[k])) != open)
                    next = at[k];
        }
        if (next != CALENDAR_NEVER && day > today)
            return next;
    }
    return next;
}

int calendar_volume(const struct kiosk_config *config, int64_t local)
{
    int64_t second = local - civil_day(local) * DAY_S;
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

// SPDX-License-Identifier: MIT
#include "base/civil.h"

enum { DAY_S = CIVIL_DAY_S };

static int64_t divide_down(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

/* Years begin in March here, so that the leap day is the last of one; 400 of them are an era. */
int64_t civil_day_of(int year, int month, int day)
{
    int64_t from_march = (month + 9) % 12, y = (int64_t)year - (month <= 2);
    int64_t era = divide_down(y, 400), of_era = y - era * 400;
    int64_t of_year = (153 * from_march + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int64_t civil_day(int64_t local)
{
    return divide_down(local, DAY_S);
}

struct civil civil_of(int64_t local)
{
    int64_t days = civil_day(local), shifted = days + 719468;
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

bool civil_is_date(int year, int month, int day)
{
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    struct civil civil = civil_of(civil_day_of(year, month, day) * DAY_S);
    return civil.month == month && civil.day == day;
}

int civil_month_days(int year, int month)
{
    int days = 28;
    while (civil_is_date(year, month, days + 1))
        days++;
    return days;
}

int64_t civil_local(const struct zone *zone, int64_t instant)
{
    return instant + zone->offset(zone->data, instant);
}

/* The first instant in (from, until] at which the wall shows `local` or later. */
static int64_t find_jump(const struct zone *zone, int64_t local, int64_t from, int64_t until)
{
    while (until - from > 1) {
        int64_t middle = from + (until - from) / 2;
        if (civil_local(zone, middle) < local)
            from = middle;
        else
            until = middle;
    }
    return until;
}

int civil_instants(const struct zone *zone, int64_t local, int64_t out[2])
{
    int64_t before = local - zone->offset(zone->data, local - DAY_S);
    int64_t after = local - zone->offset(zone->data, local + DAY_S);
    int count = 0;
    if (before == after || civil_local(zone, before) == local)
        out[count++] = before;
    if (before != after && civil_local(zone, after) == local)
        out[count++] = after;
    if (count == 0)
        out[count++] = find_jump(zone, local, local - DAY_S, local + DAY_S);
    return count;
}

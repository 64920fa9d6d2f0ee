// SPDX-License-Identifier: MIT
#include "base/iso.h"

#include <stdio.h>

enum { MINUTE_S = 60, HOUR_S = 60 * MINUTE_S };

static int64_t first_second(void)
{
    return civil_day_of(1, 1, 1) * CIVIL_DAY_S;
}

static int64_t last_second(void)
{
    return civil_day_of(10000, 1, 1) * CIVIL_DAY_S - 1;
}

static int64_t between(int64_t least, int64_t value, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

/* What the wall shows, kept to years that can be written. */
static int64_t wall_of(int64_t instant, int32_t offset)
{
    return between(first_second(), between(first_second(), instant, last_second()) + offset,
                   last_second());
}

const char *iso_day(int64_t day, char out[ISO_TEXT])
{
    day = between(first_second() / CIVIL_DAY_S, day, last_second() / CIVIL_DAY_S);
    struct civil civil = civil_of(day * CIVIL_DAY_S);
    snprintf(out, ISO_TEXT, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return out;
}

const char *iso_instant(int64_t instant, int32_t offset, char out[ISO_TEXT])
{
    int minutes = offset / MINUTE_S % (24 * 60), ahead = minutes < 0 ? -minutes : minutes;
    int64_t wall = wall_of(instant, minutes * MINUTE_S);
    int64_t day = civil_day(wall), second = wall - day * CIVIL_DAY_S;
    char date[ISO_TEXT];
    snprintf(out, ISO_TEXT, "%.10sT%02d:%02d:%02d%c%02d:%02d", iso_day(day, date),
             (int)(second / HOUR_S), (int)(second / MINUTE_S % 60), (int)(second % 60),
             minutes < 0 ? '-' : '+', ahead / 60, ahead % 60);
    return out;
}

const char *iso_minute(int64_t instant, int32_t offset, char out[ISO_TEXT])
{
    int minute = civil_of(wall_of(instant, offset)).minute;
    snprintf(out, ISO_TEXT, "%02d:%02d", minute / 60, minute % 60);
    return out;
}

/* So many digits at `*at`, which moves past them; -1: there are others. */
static int digits(const char **at, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++, ++*at) {
        if (**at < '0' || **at > '9')
            return -1;
        number = number * 10 + (**at - '0');
    }
    return number;
}

static bool is(const char **at, char sign)
{
    if (**at != sign)
        return false;
    ++*at;
    return true;
}

static bool read_date(const char **at, int64_t *day)
{
    int year = digits(at, 4);
    if (year < 1 || !is(at, '-'))
        return false;
    int month = digits(at, 2);
    if (month < 0 || !is(at, '-'))
        return false;
    int of_month = digits(at, 2);
    if (of_month < 0 || !civil_is_date(year, month, of_month))
        return false;
    *day = civil_day_of(year, month, of_month);
    return true;
}

/* "07:10" in minutes, -1 when it is none. */
static int read_minutes(const char **at)
{
    int hour = digits(at, 2);
    if (hour < 0 || hour > 23 || !is(at, ':'))
        return -1;
    int minute = digits(at, 2);
    return minute >= 0 && minute <= 59 ? hour * 60 + minute : -1;
}

static bool read_offset(const char **at, int32_t *offset)
{
    *offset = 0;
    if (is(at, 'Z'))
        return true;
    bool west = **at == '-';
    if (!west && **at != '+')
        return false;
    ++*at;
    int minutes = read_minutes(at);
    *offset = (west ? -minutes : minutes) * MINUTE_S;
    return minutes >= 0;
}

bool iso_read_day(const char *text, int64_t *day)
{
    return read_date(&text, day) && *text == '\0';
}

bool iso_read_instant(const char *text, int64_t *instant, int32_t *offset)
{
    int64_t day;
    if (!read_date(&text, &day) || !is(&text, 'T'))
        return false;
    int minutes = read_minutes(&text);
    if (minutes < 0 || !is(&text, ':'))
        return false;
    int second = digits(&text, 2);
    if (second < 0 || second > 59 || !read_offset(&text, offset) || *text != '\0')
        return false;
    *instant = day * CIVIL_DAY_S + (int64_t)minutes * MINUTE_S + second - *offset;
    return true;
}

// SPDX-License-Identifier: MIT
#include "base/zones.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int32_t offset(void *data, int64_t instant)
{
    (void)data;
    time_t at = (time_t)instant;
    struct tm tm;
    localtime_r(&at, &tm);
    return (int32_t)tm.tm_gmtoff;
}

struct zone zone_named(const char *name)
{
    setenv("TZ", name, 1);
    tzset();
    return (struct zone){offset, NULL};
}

int64_t instant_of(int year, int month, int day, int hour, int minute)
{
    return civil_day_of(year, month, day) * 86400 + hour * 3600 + minute * 60;
}

const char *wall_text(const struct zone *zone, int64_t instant)
{
    static char text[40];
    struct civil civil = civil_of(civil_local(zone, instant));
    snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d", civil.year % 10000, civil.month,
             civil.day, civil.minute / 60, civil.minute % 60);
    return text;
}

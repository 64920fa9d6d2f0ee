// SPDX-License-Identifier: MIT
#include "program/day.h"

#include "base/iso.h"
#include "base/text.h"
#include "platform/clock.h"

#include <stdio.h>

int64_t day_today(void)
{
    struct zone here = {.offset = clock_offset};
    return civil_day(civil_local(&here, clock_wall()));
}

tick day_left(void)
{
    struct zone here = {.offset = clock_offset};
    int64_t wall = clock_wall(), at[2];
    civil_instants(&here, (day_today() + 1) * CIVIL_DAY_S, at);
    return at[0] - wall < TICK_H / TICK_S ? (at[0] - wall) * TICK_S : TICK_H;
}

bool day_read(const char *text, int64_t *day)
{
    bool today = text_equal(text, "today");
    if (!today && !text_equal(text, "yesterday"))
        return iso_read_day(text, day);
    *day = day_today() - !today;
    return true;
}

const char *day_text(int64_t day, char out[DAY_TEXT])
{
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    char date[ISO_TEXT];
    snprintf(out, DAY_TEXT, "%s %s", names[civil_of(day * CIVIL_DAY_S).weekday],
             iso_day(day, date));
    return out;
}

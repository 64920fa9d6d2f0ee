// SPDX-License-Identifier: MIT
#include "base/tick.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

double tick_to_seconds(tick t)
{
    return (double)t / (double)TICK_S;
}

tick tick_from_seconds(double seconds)
{
    return (tick)llround(seconds * (double)TICK_S);
}

const char *tick_clock(tick t, char out[TICK_TEXT])
{
    const char *sign = t < 0 ? "-" : "";
    tick size = t < 0 ? -t : t;
    int64_t seconds = size / TICK_S;
    if (seconds >= 3600)
        snprintf(out, TICK_TEXT, "%s%" PRId64 ":%02d:%02d", sign, seconds / 3600,
                 (int)(seconds / 60 % 60), (int)(seconds % 60));
    else
        snprintf(out, TICK_TEXT, "%s%d:%02d", sign, (int)(seconds / 60), (int)(seconds % 60));
    return out;
}

const char *tick_countdown(tick t, char out[TICK_TEXT])
{
    tick up = t <= 0 ? 0 : (t + TICK_S - 1) / TICK_S * TICK_S;
    return tick_clock(up, out);
}

const char *tick_words(tick t, char out[TICK_TEXT])
{
    const char *sign = t < 0 ? "-" : "";
    tick ms = ((t < 0 ? -t : t) + TICK_MS / 2) / TICK_MS;
    int64_t hours = ms / 3600000, minutes = ms / 60000 % 60, rest = ms % 60000;
    int at = snprintf(out, TICK_TEXT, "%s", sign);
    if (hours > 0)
        at += snprintf(out + at, (size_t)(TICK_TEXT - at), "%" PRId64 " h ", hours);
    if (minutes > 0)
        at += snprintf(out + at, (size_t)(TICK_TEXT - at), "%d min ", (int)minutes);
    if (rest > 0 || ms == 0)
        snprintf(out + at, (size_t)(TICK_TEXT - at), "%g s", (double)rest / 1000.0);
    else
        out[at - 1] = '\0';
    return out;
}

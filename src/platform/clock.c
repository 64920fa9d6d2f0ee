// SPDX-License-Identifier: MIT
#include "platform/clock.h"

#include <time.h>

static tick read_clock(clockid_t id)
{
    struct timespec now;
    if (clock_gettime(id, &now) != 0)
        return -1;
    return (tick)now.tv_sec * TICK_S + (tick)now.tv_nsec / 1000;
}

tick clock_now(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

tick clock_slept(void)
{
#ifdef CLOCK_BOOTTIME
    /* The two are read one after the other: a few microseconds apart are no sleep. */
    tick monotonic = read_clock(CLOCK_MONOTONIC), boot = read_clock(CLOCK_BOOTTIME);
    tick slept = boot - monotonic;
    return boot >= 0 && slept > 10 * TICK_MS ? slept : 0;
#else
    return 0;
#endif
}

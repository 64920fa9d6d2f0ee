// SPDX-License-Identifier: MIT
#include "platform/clock.h"

#include <stdio.h>
#include <string.h>
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

int64_t clock_wall(void)
{
    return (int64_t)time(NULL);
}

int32_t clock_offset(void *data, int64_t instant)
{
    (void)data;
    struct tm here;
    time_t at = (time_t)instant;
    return localtime_r(&at, &here) != NULL ? (int32_t)here.tm_gmtoff : 0;
}

tick clock_since_boot(void)
{
    return clock_now() + clock_slept();
}

void clock_boot(char out[CLOCK_BOOT])
{
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re");
    size_t length = file != NULL ? fread(out, 1, CLOCK_BOOT - 1, file) : 0;
    out[length] = '\0';
    out[strcspn(out, "\n")] = '\0';
    if (file != NULL)
        fclose(file);
}

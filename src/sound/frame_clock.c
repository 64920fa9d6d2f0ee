// SPDX-License-Identifier: MIT
#include "sound/frame_clock.h"

#include "sound/clip.h"

#include <math.h>

enum {
    CALLS_BURST = 6,   /* calls at the start that only fill the device's buffer */
    CALLS_MOST = 1000, /* about ten seconds of 512-frame chunks */
};
#define NOMINAL (1e6 / SOUND_RATE)
#define ASTRAY_SHARE 0.01   /* weight of one call: about a second of them */
#define ASTRAY_MOST 12000.0 /* microseconds: beyond it, sound was interrupted */
#define STEP_MOST 20000.0   /* microseconds that one call may be away and still count in full */
#define STEP_ASTRAY 60000.0 /* the same for the mean: one late call is no interruption */

void frame_clock_init(struct frame_clock *clock)
{
    *clock = (struct frame_clock){.period = NOMINAL};
}

static double bounded(double value, double most)
{
    return fmax(-most, fmin(most, value));
}

/* The gains of a least-squares line through all points so far; held from CALLS_MOST on, it turns
 * into one that forgets. The slope is trusted less at first: a few jittering calls say nothing. */
static void fit(struct frame_clock *clock, double away, int frames)
{
    double n = clock->calls < CALLS_MOST ? clock->calls : CALLS_MOST;
    double level = n < 2 ? 1 : 2 * (2 * n - 1) / (n * (n + 1));
    double slope = 6 / ((n + 100) * (n + 101));
    clock->time += fmin(level, 1) * away;
    clock->period += slope * away / frames;
    /* Drivers that only pretend to play run some per cent off; no real one does. */
    clock->period = NOMINAL + bounded(clock->period - NOMINAL, NOMINAL / 10);
}

static void restart(struct frame_clock *clock, double now)
{
    clock->time = now;
    clock->calls = 1;
    clock->astray = 0;
}

void frame_clock_call(struct frame_clock *clock, tick now, int frames)
{
    if (frames <= 0)
        return;
    if (clock->asked == 0)
        clock->origin = now;
    double time = (double)(now - clock->origin);
    clock->time += (double)(clock->asked - clock->frame) * clock->period;
    clock->frame = clock->asked;
    clock->asked += frames;
    clock->calls++;
    double away = time - clock->time;
    clock->astray += ASTRAY_SHARE * (bounded(away, STEP_ASTRAY) - clock->astray);
    if (clock->asked <= (int64_t)frames * CALLS_BURST || fabs(clock->astray) > ASTRAY_MOST)
        restart(clock, time);
    else
        fit(clock, bounded(away, STEP_MOST), frames);
}

int64_t frame_clock_at(const struct frame_clock *clock, tick t)
{
    double away = (double)(t - clock->origin) - clock->time;
    return clock->frame + (int64_t)llround(away / clock->period);
}

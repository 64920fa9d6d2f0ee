// SPDX-License-Identifier: MIT
#include "sound/clip.h"
#include "sound/frame_clock.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { CHUNK = 512 };

/* A device that asks for chunks. Times in microseconds. */
struct pretended {
    struct frame_clock clock;
    double period; /* of a frame, true */
    double jitter; /* calls come up to this late */
    int burst;     /* this many chunks are asked for at once at the start */
    int64_t chunks;
    double shift; /* by which interruptions have moved it */
    uint32_t seed;
};

static double chance(struct pretended *device)
{
    device->seed = device->seed * 1664525U + 1013904223U;
    return (double)(device->seed >> 8) / (double)(1U << 24);
}

/* True time of the call for the chunk, were there no jitter. */
static double true_time(const struct pretended *device, int64_t chunk)
{
    double in_step = (double)(chunk - device->burst) * CHUNK * device->period;
    return 5e6 + device->shift + (in_step > 0 ? in_step : 0);
}

static void call(struct pretended *device)
{
    double late = device->jitter * chance(device);
    frame_clock_call(&device->clock, (tick)(true_time(device, device->chunks) + late), CHUNK);
    device->chunks++;
}

/* Microseconds between where a sound is placed and where it belongs. */
static double error_now(const struct pretended *device)
{
    double due = true_time(device, device->chunks) + device->jitter / 2;
    int64_t frame = frame_clock_at(&device->clock, (tick)due);
    return ((double)frame - (double)device->chunks * CHUNK) * device->period;
}

static struct pretended begin(double drift, double jitter, int burst)
{
    struct pretended device = {
        .period = 1e6 / SOUND_RATE * (1 + drift), .jitter = jitter, .burst = burst, .seed = 7};
    frame_clock_init(&device.clock);
    return device;
}

static double worst(struct pretended *device, int calls)
{
    double most = 0;
    for (int i = 0; i < calls; i++) {
        call(device);
        most = fmax(most, fabs(error_now(device)));
    }
    return most;
}

static int calls_in(double seconds)
{
    return (int)(seconds * SOUND_RATE / CHUNK);
}

static void a_steady_device_is_exact(void **state)
{
    (void)state;
    struct pretended device = begin(0, 0, 0);
    assert_true(worst(&device, calls_in(60)) < 25);
}

static void an_hour_with_jitter_and_drift_stays_within_two_milliseconds(void **state)
{
    (void)state;
    struct pretended device = begin(150e-6, 12000, 4);
    worst(&device, calls_in(5));
    assert_true(worst(&device, calls_in(3600)) < 2000);
}

static void the_first_second_is_within_five_milliseconds(void **state)
{
    (void)state;
    struct pretended device = begin(0, 8000, 4);
    worst(&device, 20);
    assert_true(worst(&device, calls_in(2)) < 5000);
}

static void one_very_late_call_moves_nothing(void **state)
{
    (void)state;
    struct pretended device = begin(0, 2000, 2);
    worst(&device, calls_in(20));
    int64_t late = (int64_t)true_time(&device, device.chunks) + 400000;
    frame_clock_call(&device.clock, late, CHUNK);
    device.chunks++;
    assert_true(worst(&device, calls_in(1)) < 1000);
}

static void an_interruption_is_followed_within_two_seconds(void **state)
{
    (void)state;
    struct pretended device = begin(0, 5000, 2);
    worst(&device, calls_in(30));
    device.shift += 3e6;
    worst(&device, calls_in(2));
    assert_true(worst(&device, calls_in(30)) < 2500);
    device.shift += 40e3;
    worst(&device, calls_in(2));
    assert_true(worst(&device, calls_in(30)) < 2500);
}

static void a_driver_three_per_cent_slow_is_followed(void **state)
{
    (void)state;
    struct pretended device = begin(0.03, 3000, 0);
    assert_true(worst(&device, calls_in(20)) < 14000);
    assert_true(worst(&device, calls_in(60)) < 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_steady_device_is_exact),
        cmocka_unit_test(an_hour_with_jitter_and_drift_stays_within_two_milliseconds),
        cmocka_unit_test(the_first_second_is_within_five_milliseconds),
        cmocka_unit_test(one_very_late_call_moves_nothing),
        cmocka_unit_test(an_interruption_is_followed_within_two_seconds),
        cmocka_unit_test(a_driver_three_per_cent_slow_is_followed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

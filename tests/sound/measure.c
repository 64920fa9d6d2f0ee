// SPDX-License-Identifier: MIT
#include "sound/measure.h"

#include <math.h>
#include <stdlib.h>

static const double two_pi = 6.283185307179586;

double measure_power(const float *samples, size_t count, double hertz)
{
    double turn = two_pi * hertz / SOUND_RATE, twice = 2 * cos(turn);
    double last = 0, before = 0;
    for (size_t i = 0; i < count; i++) {
        double window = 0.5 - 0.5 * cos(two_pi * (double)i / (double)count);
        double now = window * (double)samples[i] + twice * last - before;
        before = last;
        last = now;
    }
    return last * last + before * before - twice * last * before;
}

double measure_pitch(const float *samples, size_t count)
{
    double loudest = 0, pitch = 0;
    for (int hertz = 100; hertz <= 1000; hertz += 2) {
        double power = measure_power(samples, count, hertz);
        if (power > loudest) {
            loudest = power;
            pitch = hertz;
        }
    }
    return pitch;
}

/* One second-order section, in place; `b` and `a` as in its transfer function, with a[0] = 1. */
static void section(float *samples, size_t count, const double b[3], const double a[3])
{
    double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
    for (size_t i = 0; i < count; i++) {
        double x = (double)samples[i];
        double y = b[0] * x + b[1] * x1 + b[2] * x2 - a[1] * y1 - a[2] * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        samples[i] = (float)y;
    }
}

/* Both with Q 0.707. `sign`: 1 for what is above, -1 for what is below. */
static void pass(float *samples, size_t count, double hertz, double sign)
{
    double turn = two_pi * hertz / SOUND_RATE, alpha = sin(turn) / (2 * 0.7071), a0 = 1 + alpha;
    double edge = (1 + sign * cos(turn)) / 2 / a0;
    section(samples, count, (const double[3]){edge, -2 * sign * edge, edge},
            (const double[3]){1, -2 * cos(turn) / a0, (1 - alpha) / a0});
}

void measure_high_pass(float *samples, size_t count, double hertz)
{
    pass(samples, count, hertz, 1);
}

void measure_low_pass(float *samples, size_t count, double hertz)
{
    pass(samples, count, hertz, -1);
}

void measure_k_weight(float *samples, size_t count)
{
    section(samples, count,
            (const double[3]){1.53512485958697, -2.69169618940638, 1.19839281085285},
            (const double[3]){1, -1.69065929318241, 0.73248077421585});
    section(samples, count, (const double[3]){1, -2, 1},
            (const double[3]){1, -1.99004745483398, 0.99007225036621});
}

double measure_share_above(const float *samples, size_t count, double hertz)
{
    float *copy = malloc(count * sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = samples[i];
    measure_high_pass(copy, count, hertz);
    measure_high_pass(copy, count, hertz);
    double above = measure_rms(copy, count), all = measure_rms(samples, count);
    free(copy);
    return above * above / (all * all);
}

double measure_peak(const float *samples, size_t count)
{
    double peak = 0;
    for (size_t i = 0; i < count; i++)
        peak = fmax(peak, fabs((double)samples[i]));
    return peak;
}

double measure_rms(const float *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)samples[i] * (double)samples[i];
    return count > 0 ? sqrt(sum / (double)count) : 0;
}

double measure_step(const float *samples, size_t count)
{
    double step = count > 0 ? fabs((double)samples[0]) : 0;
    for (size_t i = 1; i < count; i++)
        step = fmax(step, fabs((double)samples[i] - (double)samples[i - 1]));
    return step;
}

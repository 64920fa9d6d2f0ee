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

/* A fourth-order high-pass (two equal second-order sections, each Q 0.707). */
static void high_pass(float *samples, size_t count, double hertz)
{
    double turn = two_pi * hertz / SOUND_RATE, alpha = sin(turn) / (2 * 0.7071);
    double b0 = (1 + cos(turn)) / 2, b1 = -(1 + cos(turn)), a0 = 1 + alpha;
    double a1 = -2 * cos(turn), a2 = 1 - alpha;
    double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
    for (size_t i = 0; i < count; i++) {
        double x = (double)samples[i];
        double y = (b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2) / a0;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        samples[i] = (float)y;
    }
}

double measure_share_above(const float *samples, size_t count, double hertz)
{
    float *copy = malloc(count * sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = samples[i];
    high_pass(copy, count, hertz);
    high_pass(copy, count, hertz);
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

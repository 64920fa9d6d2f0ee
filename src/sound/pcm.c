// SPDX-License-Identifier: MIT
#include "sound/pcm.h"

#include "sound/dynamics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    WINDOW_MS = 20,
    FADE_MS = 5,
    TRIM_WINDOW_MS = 10,
    TRIM_BEFORE_MS = 15,
    TRIM_AFTER_MS = 60,
};
/* Windows quieter than this share of the loudest one are pauses between words. */
#define PAUSE_SHARE 0.1
/* Quieter than this before the first word and after the last is silence, breath and hiss. */
#define TRIM_SHARE 0.03

static size_t in_samples(int ms, int rate)
{
    return (size_t)ms * (size_t)rate / 1000;
}

static double window_power(const int16_t *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)samples[i] * samples[i];
    return sum / (double)count;
}

/* Mean power of the windows that are not pauses. */
static double speech_power(const int16_t *samples, size_t count, size_t window)
{
    double most = 0, sum = 0;
    size_t windows = 0;
    for (size_t i = 0; i + window <= count; i += window)
        most = fmax(most, window_power(samples + i, window));
    for (size_t i = 0; i + window <= count; i += window) {
        double power = window_power(samples + i, window);
        if (power < most * PAUSE_SHARE * PAUSE_SHARE)
            continue;
        sum += power;
        windows++;
    }
    return windows > 0 ? sum / (double)windows : window_power(samples, count);
}

void pcm_normalise(int16_t *samples, size_t count, int rate)
{
    if (count == 0)
        return;
    int peak = 0;
    for (size_t i = 0; i < count; i++)
        peak = abs(samples[i]) > peak ? abs(samples[i]) : peak;
    double loudness = sqrt(speech_power(samples, count, in_samples(WINDOW_MS, rate)));
    if (peak == 0 || loudness <= 0)
        return;
    double gain = fmin((double)PCM_LOUDNESS / loudness, (double)PCM_PEAK / peak) * 32767;
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)lrint(samples[i] * gain);
}

size_t pcm_trim(int16_t *samples, size_t count, int rate)
{
    size_t window = in_samples(TRIM_WINDOW_MS, rate), windows = window > 0 ? count / window : 0;
    double most = 0;
    for (size_t i = 0; i < windows; i++)
        most = fmax(most, window_power(samples + i * window, window));
    size_t first = windows, last = 0;
    for (size_t i = 0; i < windows; i++)
        if (window_power(samples + i * window, window) > most * TRIM_SHARE * TRIM_SHARE) {
            first = i < first ? i : first;
            last = i;
        }
    if (first > last)
        return count;
    size_t before = in_samples(TRIM_BEFORE_MS, rate), after = in_samples(TRIM_AFTER_MS, rate);
    size_t from = first * window > before ? first * window - before : 0;
    size_t to = (last + 1) * window + after;
    to = to < count ? to : count;
    memmove(samples, samples + from, (to - from) * sizeof *samples);
    return to - from;
}

void pcm_fade_ends(int16_t *samples, size_t count, int rate)
{
    size_t fade = in_samples(FADE_MS, rate);
    fade = fade > count / 2 ? count / 2 : fade;
    for (size_t i = 0; i < fade; i++) {
        float gain = raised_cosine((float)i / (float)fade);
        samples[i] = (int16_t)lrintf((float)samples[i] * gain);
        samples[count - 1 - i] = (int16_t)lrintf((float)samples[count - 1 - i] * gain);
    }
}

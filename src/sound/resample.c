// SPDX-License-Identifier: MIT
#include "sound/resample.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    REACH = 16,     /* frames of the slower rate that the kernel reaches to each side */
    PER_FRAME = 64, /* places of the kernel's table between two frames */
    BLOCK = 1024,   /* frames read at once */
};
#define PI 3.14159265358979
/* The share of the band that is kept: the rest is the slope to nothing. */
#define BAND 0.92

struct resampler {
    struct pairs_source source;
    int rate;
    float *kernel; /* one side of it, with one place beyond */
    size_t reach;  /* frames to each side */
    float *window; /* pairs: the frames around the place, and those read ahead */
    size_t filled, capacity;
    size_t at;    /* in the window: the last frame before the place, or at it */
    int fraction; /* how far the place is behind it, in 1 / SOUND_RATE of a frame */
    size_t end;   /* in the window: the first frame that is none; known once `ended` */
    bool ended;
};

/* Blackman's window over a sinc; at 0 the share of the band, so that the sum is 1. */
static double kernel_at(double frames, double reach, double band)
{
    double wave = PI * band * frames, inside = PI * frames / reach;
    double sinc = fabs(wave) < 1e-9 ? 1 : sin(wave) / wave;
    return band * sinc * (0.42 + 0.5 * cos(inside) + 0.08 * cos(2 * inside));
}

static float *make_kernel(size_t reach, double band)
{
    size_t places = reach * PER_FRAME;
    float *kernel = memory_alloc((places + 2) * sizeof *kernel);
    for (size_t i = 0; i < places; i++)
        kernel[i] = (float)kernel_at((double)i / PER_FRAME, (double)reach, band);
    kernel[places] = kernel[places + 1] = 0;
    return kernel;
}

struct resampler *resampler_create(const struct pairs_source *source, int rate)
{
    struct resampler *resampler = memory_alloc(sizeof *resampler);
    double slower = rate > SOUND_RATE ? (double)SOUND_RATE / rate : 1;
    *resampler = (struct resampler){.source = *source, .rate = rate};
    resampler->reach = (size_t)ceil(REACH / slower);
    resampler->kernel = make_kernel(resampler->reach, BAND * slower);
    resampler->capacity = 2 * resampler->reach + BLOCK;
    size_t size = 2 * resampler->capacity * sizeof *resampler->window;
    resampler->window = memset(memory_alloc(size), 0, size);
    /* Silence came before the first frame. */
    resampler->filled = resampler->at = resampler->reach;
    return resampler;
}

void resampler_destroy(struct resampler *resampler)
{
    if (resampler == NULL)
        return;
    free(resampler->kernel);
    free(resampler->window);
    free(resampler);
}

/* Makes room by what lies too far behind, and reads on; behind the end, silence comes. */
static void read_on(struct resampler *resampler)
{
    size_t behind = resampler->at - resampler->reach;
    float *window = resampler->window;
    resampler->filled -= behind;
    memmove(window, window + 2 * behind, 2 * resampler->filled * sizeof *window);
    resampler->at -= behind;
    resampler->end -= resampler->ended ? behind : 0;
    size_t room = resampler->capacity - resampler->filled, got = 0;
    float *to = window + 2 * resampler->filled;
    if (!resampler->ended) {
        got = resampler->source.read(resampler->source.context, to, room);
        resampler->ended = got < room;
        resampler->end = resampler->filled + got;
    }
    memset(to + 2 * got, 0, 2 * (room - got) * sizeof *to);
    resampler->filled = resampler->capacity;
}

static float kernel_between(const struct resampler *resampler, float frames)
{
    float place = frames * PER_FRAME;
    size_t index = (size_t)place;
    const float *kernel = resampler->kernel + index;
    return kernel[0] + (kernel[1] - kernel[0]) * (place - (float)index);
}

static void make_frame(const struct resampler *resampler, float pair[2])
{
    float behind = (float)resampler->fraction / (float)SOUND_RATE;
    const float *left = resampler->window + 2 * resampler->at;
    const float *right = left + 2;
    pair[0] = pair[1] = 0;
    for (size_t i = 0; i < resampler->reach; i++, left -= 2, right += 2) {
        float before = kernel_between(resampler, (float)i + behind);
        float after = kernel_between(resampler, (float)(i + 1) - behind);
        pair[0] += left[0] * before + right[0] * after;
        pair[1] += left[1] * before + right[1] * after;
    }
}

size_t resampler_read(struct resampler *resampler, float *pairs, size_t frames)
{
    for (size_t made = 0; made < frames; made++) {
        if (resampler->at + resampler->reach >= resampler->filled)
            read_on(resampler);
        if (resampler->ended && resampler->at >= resampler->end)
            return made;
        make_frame(resampler, pairs + 2 * made);
        resampler->fraction += resampler->rate;
        resampler->at += (size_t)(resampler->fraction / SOUND_RATE);
        resampler->fraction %= SOUND_RATE;
    }
    return frames;
}

struct samples {
    const int16_t *next;
    size_t left;
};

static size_t read_samples(void *context, float *pairs, size_t frames)
{
    struct samples *samples = context;
    frames = frames < samples->left ? frames : samples->left;
    for (size_t i = 0; i < frames; i++)
        pairs[2 * i] = pairs[2 * i + 1] = (float)*samples->next++ / 32768.0F;
    samples->left -= frames;
    return frames;
}

static int16_t sample_of(float value)
{
    return (int16_t)lrintf(fmaxf(-1, fminf(1, value)) * 32767.0F);
}

void resample(const int16_t *samples, size_t count, int rate, struct clip *clip)
{
    clip->samples = NULL;
    clip->frames = 0;
    if (count == 0)
        return;
    struct samples left = {samples, count};
    struct pairs_source source = {read_samples, &left};
    struct resampler *resampler = resampler_create(&source, rate);
    float pairs[2 * BLOCK];
    size_t most = count * SOUND_RATE / (size_t)rate + 1, got;
    clip->samples = memory_alloc(most * sizeof *clip->samples);
    while ((got = resampler_read(resampler, pairs, BLOCK)) > 0)
        for (size_t i = 0; i < got && clip->frames < most; i++)
            clip->samples[clip->frames++] = sample_of(pairs[2 * i]);
    resampler_destroy(resampler);
}

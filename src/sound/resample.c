// SPDX-License-Identifier: MIT
#include "sound/resample.h"

#include "base/arena.h"
#include "base/log.h"

#include <math.h>
#include <samplerate.h>
#include <stdlib.h>

enum { BLOCK = 1024 }; /* frames read at once */

struct resampler {
    struct pairs_source source;
    double ratio;
    SRC_STATE *state; /* NULL: there was no memory for it, and nothing comes */
    float pairs[2 * BLOCK];
};

static long read_more(void *context, float **pairs)
{
    struct resampler *resampler = context;
    *pairs = resampler->pairs;
    return (long)resampler->source.read(resampler->source.context, resampler->pairs, BLOCK);
}

struct resampler *resampler_create(const struct pairs_source *source, int rate)
{
    int error = 0;
    struct resampler *resampler = memory_alloc(sizeof *resampler);
    resampler->source = *source;
    resampler->ratio = (double)SOUND_RATE / rate;
    resampler->state = src_callback_new(read_more, SRC_SINC_MEDIUM_QUALITY, 2, &error, resampler);
    if (resampler->state == NULL)
        log_warning("a sound of %d Hz cannot be played: %s", rate, src_strerror(error));
    return resampler;
}

void resampler_destroy(struct resampler *resampler)
{
    if (resampler == NULL)
        return;
    src_delete(resampler->state);
    free(resampler);
}

size_t resampler_read(struct resampler *resampler, float *pairs, size_t frames)
{
    if (resampler->state == NULL)
        return 0;
    long got = src_callback_read(resampler->state, resampler->ratio, (long)frames, pairs);
    return got > 0 ? (size_t)got : 0;
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

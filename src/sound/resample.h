// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_RESAMPLE_H
#define UNKNOT_SOUND_RESAMPLE_H

#include "sound/clip.h"
#include "sound/pairs.h"

/* Sound of any rate brought to SOUND_RATE by libsamplerate, without a seam however it is read, each
 * frame at its exact place. */
struct resampler;
struct resampler *resampler_create(const struct pairs_source *source, int rate);
/* NULL is fine. */
void resampler_destroy(struct resampler *resampler);
/* Fewer frames than asked for only at the end. */
size_t resampler_read(struct resampler *resampler, float *pairs, size_t frames);

/* Samples of any rate to a clip at SOUND_RATE; does not set `ready`. */
void resample(const int16_t *samples, size_t count, int rate, struct clip *clip);

#endif

// SPDX-License-Identifier: MIT
#include "sound/place.h"

#include "base/arena.h"
#include "sound/clip.h"
#include "sound/fourier.h"

#include <math.h>
#include <stdlib.h>

enum { AROUND = SOUND_RATE / 40, COMPARED = SOUND_RATE, BLOCK = 65536 };

/* `count` samples from `from` on; made with malloc. */
static float complex *spectrum_of(const struct recording *recording, long from, size_t count)
{
    float complex *values = memory_alloc(BLOCK * sizeof *values);
    for (size_t i = 0; i < BLOCK; i++) {
        long at = from + (long)i;
        bool there = i < count && at >= 0 && at < (long)recording->count;
        values[i] = there ? recording->samples[at] : 0;
    }
    fourier(values, BLOCK, false);
    return values;
}

double place_find(const struct sample *sample, const struct recording *recording, double at)
{
    size_t count = sample->sound.count < COMPARED ? sample->sound.count : COMPARED;
    long first = lround(at * SOUND_RATE) - AROUND, best = 0;
    float complex *sound = spectrum_of(&sample->sound, 0, count);
    float complex *heard = spectrum_of(recording, first, count + 2 * AROUND);
    for (size_t i = 0; i < BLOCK; i++)
        heard[i] *= conjf(sound[i]);
    fourier(heard, BLOCK, true);
    for (long i = 1; i <= 2 * AROUND; i++)
        if (crealf(heard[i]) > crealf(heard[best]))
            best = i;
    free(sound);
    free(heard);
    return (double)(first + best) / SOUND_RATE;
}

// SPDX-License-Identifier: MIT
#include "sound/resample.h"
#include "sound/sound_file.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BLOCK = 4096 };

/* As many samples as there are, whatever the header says; made with malloc. */
static int16_t *read_all(struct sound_file *file, size_t *count)
{
    float pairs[2 * BLOCK];
    int16_t *samples = NULL;
    size_t capacity = 0, got;
    *count = 0;
    while ((got = sound_file_read(file, pairs, BLOCK)) > 0) {
        if (*count + got > capacity) {
            capacity = capacity > 0 ? capacity * 2 : (size_t)4 * BLOCK;
            samples = memory_resize(samples, capacity * sizeof *samples);
        }
        for (size_t i = 0; i < got; i++)
            samples[(*count)++] = (int16_t)lrintf((pairs[2 * i] + pairs[2 * i + 1]) / 2 * 32767.0F);
    }
    return samples;
}

bool sound_file_load(const char *path, const struct sound_limit *limit, struct clip *clip,
                     char why[SOUND_WHY])
{
    *clip = (struct clip){.samples = NULL};
    struct sound_file *file = sound_file_open(path, limit, why);
    if (file == NULL)
        return false;
    size_t count;
    int16_t *samples = read_all(file, &count);
    if (sound_file_too_long(file)) {
        snprintf(why, SOUND_WHY, "it is longer than %g seconds", limit->seconds);
    } else {
        resample(samples, count, sound_file_rate(file), clip);
        snprintf(why, SOUND_WHY, "there is no sound in it");
    }
    sound_file_close(file);
    free(samples);
    return clip->frames > 0;
}

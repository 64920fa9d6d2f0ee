// SPDX-License-Identifier: MIT
#include "sound/studio.h"

#include "sound/measure.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

struct studio *studio_open(void)
{
    struct studio *studio = calloc(1, sizeof *studio);
    mix_init(&studio->mix);
    return studio;
}

void studio_close(struct studio *studio)
{
    free(studio->stream);
    free(studio);
}

void studio_run(struct studio *studio, double seconds)
{
    size_t until = studio->frames + (size_t)(seconds * SOUND_RATE);
    int16_t chunk[2 * STUDIO_CHUNK];
    while (studio->frames < until && studio->frames + STUDIO_CHUNK <= STUDIO_RECORDED) {
        if (studio->feed != NULL)
            studio->feed(studio);
        studio->now = (tick)((double)studio->frames * 1e6 / SOUND_RATE);
        mix_render(&studio->mix, studio->now, chunk, STUDIO_CHUNK);
        for (size_t i = 0; i < STUDIO_CHUNK; i++) {
            if (!studio->stereo)
                assert_int_equal(chunk[2 * i], chunk[2 * i + 1]);
            studio->recorded[studio->frames + i] = (float)chunk[2 * i] / 32768.0F;
        }
        studio->frames += STUDIO_CHUNK;
    }
}

double step_of(const struct studio *studio)
{
    return measure_step(studio->recorded, studio->frames);
}

double level_at(const struct studio *studio, double seconds)
{
    return measure_rms(studio->recorded + (size_t)(seconds * SOUND_RATE), SOUND_RATE / 10);
}

void make_clip(struct clip *clip, double seconds, float hertz, float level)
{
    clip->frames = (size_t)(seconds * SOUND_RATE);
    clip->samples = malloc(clip->frames * sizeof *clip->samples);
    for (size_t i = 0; i < clip->frames; i++) {
        float edge = fminf((float)i, (float)(clip->frames - i)) / 480.0F;
        float wave = sinf(6.2831853F * hertz * (float)i / (float)SOUND_RATE);
        clip->samples[i] = (int16_t)(32767.0F * level * raised_cosine(edge) * wave);
    }
    atomic_init(&clip->ready, true);
}

void make_mark(struct clip *clip)
{
    clip->frames = 1;
    clip->samples = malloc(sizeof *clip->samples);
    clip->samples[0] = 16384;
    atomic_init(&clip->ready, true);
}

struct order order_of(const struct clip *clip, enum bus bus, double due)
{
    return (struct order){.bus = bus,
                          .cue = CUE_REP,
                          .due = (tick)(due * 1e6),
                          .patience = 40 * TICK_MS,
                          .clip = clip};
}

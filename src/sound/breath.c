// SPDX-License-Identifier: MIT
#include "sound/breath.h"

#include "sound/clip.h"
#include "sound/dynamics.h"

#include <math.h>

#define TWO_PI 6.28318531F
#define PITCH_EMPTY 220.00F /* A3 */
#define PITCH_FULL 329.63F  /* E4, a fifth above */
#define DETUNE 1.0018F
#define AIR_LEVEL 2.2F  /* against the tone; most of the noise is filtered away */
#define AIR_CUTOFF 2.2F /* of the two low-passes, against the pitch */
#define AIR_RUMBLE 0.8F /* what is below this, against the pitch, is taken away */
#define HOLD_EDGE 0.4F  /* seconds in which a hold comes and goes */

static struct breath_shape shape_of(enum cue_kind kind, enum cue_kind after)
{
    switch (kind) {
    case CUE_BREATHE_IN:
        return (struct breath_shape){PITCH_EMPTY, PITCH_FULL, 0.085F, 0.62F};
    case CUE_BREATHE_OUT:
        return (struct breath_shape){PITCH_FULL, PITCH_EMPTY, 0.085F, 0.36F};
    default: {
        float pitch = after == CUE_BREATHE_IN ? PITCH_FULL : PITCH_EMPTY;
        return (struct breath_shape){pitch, pitch, 0.022F, 0};
    }
    }
}

void breath_init(struct breath *breath, enum cue_kind kind, enum cue_kind after, size_t frames)
{
    *breath = (struct breath){.shape = shape_of(kind, after), .frames = frames, .seed = 1};
}

static float swell(const struct breath *breath, float at)
{
    float peak = breath->shape.peak;
    if (peak > 0)
        return raised_cosine(at < peak ? at / peak : (1 - at) / (1 - peak));
    float length = (float)breath->frames / (float)SOUND_RATE;
    float edge = fminf(HOLD_EDGE, length / 3) / length;
    return raised_cosine(fminf(at, 1 - at) / edge);
}

/* With a little of its second and third multiples, both of them made of the first. */
static float hum(float turns)
{
    float sine = sinf(TWO_PI * turns), cosine = cosf(TWO_PI * turns);
    return sine * (1 + 0.16F * 2 * cosine + 0.05F * (4 * cosine * cosine - 1));
}

static float advance(float turns, float step)
{
    turns += step;
    return turns - floorf(turns);
}

static float next_air(struct breath *breath, float pitch)
{
    const float turn = TWO_PI * pitch / (float)SOUND_RATE;
    breath->seed = breath->seed * 1664525U + 1013904223U;
    float noise = (float)(breath->seed >> 8) / (float)(1U << 23) - 1;
    breath->air[0] += AIR_CUTOFF * turn * (noise - breath->air[0]);
    breath->air[1] += AIR_CUTOFF * turn * (breath->air[0] - breath->air[1]);
    breath->air[2] += AIR_RUMBLE * turn * (breath->air[1] - breath->air[2]);
    return breath->air[1] - breath->air[2];
}

size_t breath_render(struct breath *breath, float *out, size_t count)
{
    const struct breath_shape *shape = &breath->shape;
    float bend = logf(shape->to / shape->from);
    size_t left = breath->frames - breath->at;
    size_t made = count < left ? count : left;
    for (size_t i = 0; i < made; i++, breath->at++) {
        float at = (float)breath->at / (float)breath->frames;
        float pitch = bend == 0 ? shape->from : shape->from * expf(bend * raised_cosine(at));
        float level = shape->level * swell(breath, at);
        float tone = 0.88F * hum(breath->turns) + 0.12F * hum(breath->turns_second);
        out[i] += level * (tone + AIR_LEVEL * next_air(breath, pitch));
        breath->turns = advance(breath->turns, pitch / (float)SOUND_RATE);
        breath->turns_second = advance(breath->turns_second, DETUNE * pitch / (float)SOUND_RATE);
    }
    return made;
}

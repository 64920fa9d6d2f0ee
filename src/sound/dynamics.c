// SPDX-License-Identifier: MIT
#include "sound/dynamics.h"

#include <math.h>

#define LIMITER_ROOM 0.19F /* from the knee to the ceiling, 0.99 */
/* Back to e^-1 after 80 ms at 48 kHz: slow enough not to be heard as a distortion. */
#define LIMITER_RELEASE 0.99974F
#define PI 3.14159265F

void ramp_to(struct ramp *ramp, float target, size_t frames)
{
    ramp->target = target;
    ramp->step = fabsf(target - ramp->value) / (frames > 0 ? (float)frames : 1.0F);
}

float ramp_next(struct ramp *ramp)
{
    if (ramp->value < ramp->target)
        ramp->value = fminf(ramp->value + ramp->step, ramp->target);
    else if (ramp->value > ramp->target)
        ramp->value = fmaxf(ramp->value - ramp->step, ramp->target);
    return ramp->value;
}

float limiter_gain(struct limiter *limiter, float peak)
{
    limiter->envelope = fmaxf(peak, limiter->envelope * LIMITER_RELEASE);
    if (limiter->envelope <= LIMITER_KNEE)
        return 1.0F;
    float over = (limiter->envelope - LIMITER_KNEE) / LIMITER_ROOM;
    return (LIMITER_KNEE + LIMITER_ROOM * (1.0F - expf(-over))) / limiter->envelope;
}

float volume_gain(int volume)
{
    float share = (float)(volume < 0 ? 0 : volume > 100 ? 100 : volume) / 100.0F;
    /* Ten decibels are heard as half as loud: a gain of 0.32 at 50. */
    return powf(share, 1.66F);
}

float raised_cosine(float at)
{
    if (at <= 0.0F)
        return 0.0F;
    return at >= 1.0F ? 1.0F : 0.5F - 0.5F * cosf(PI * at);
}

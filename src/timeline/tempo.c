// SPDX-License-Identifier: MIT
#include "timeline/tempo.h"

#include "timeline/ease.h"

tick tempo_length(const struct tempo *tempo)
{
    tick length = 0;
    for (int i = 0; i < tempo->count; i++)
        length += tempo->phases[i].length;
    return length;
}

tick tempo_top(const struct tempo *tempo)
{
    tick at = 0, top = 0;
    for (int i = 0; i < tempo->count && !(top > 0 && tempo->phases[i].motion == TEMPO_BACK); i++) {
        at += tempo->phases[i].length;
        if (tempo->phases[i].motion == TEMPO_AWAY)
            top = at;
    }
    return top;
}

static bool opposite(enum tempo_motion a, enum tempo_motion b)
{
    return a != TEMPO_STAY && b != TEMPO_STAY && a != b;
}

/* The share of its way that is behind at the start of `phase` and at its end. */
static void phase_share(const struct tempo *tempo, int phase, double *from, double *to)
{
    enum tempo_motion motion = tempo->phases[phase].motion;
    tick before = 0, whole = 0;
    int first = phase;
    while (first > 0 && !opposite(tempo->phases[first - 1].motion, motion))
        first--;
    for (int i = first; i < tempo->count && !opposite(tempo->phases[i].motion, motion); i++) {
        if (tempo->phases[i].motion != motion)
            continue;
        whole += tempo->phases[i].length;
        if (i < phase)
            before += tempo->phases[i].length;
    }
    *from = whole > 0 ? (double)before / (double)whole : 0.0;
    *to = whole > 0 ? (double)(before + tempo->phases[phase].length) / (double)whole : 1.0;
}

double tempo_height(const struct tempo *tempo, int phase, double fraction)
{
    int moving = phase;
    while (moving >= 0 && tempo->phases[moving].motion == TEMPO_STAY)
        moving--;
    if (moving < 0)
        return 0.0;
    double from, to;
    phase_share(tempo, moving, &from, &to);
    double share = moving < phase ? to : from + (to - from) * ease_cosine(fraction);
    return tempo->phases[moving].motion == TEMPO_AWAY ? share : 1.0 - share;
}

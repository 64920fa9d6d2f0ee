// SPDX-License-Identifier: MIT
#include "sound/cues.h"

#include "base/arena.h"
#include "sound/dynamics.h"

#include <math.h>
#include <stdlib.h>

#define TWO_PI 6.283185307179586
enum { MAX_NOTES = 5, MAX_PARTIALS = 3 };

/* Equal temperament, A = 440 Hz. */
#define D3 146.83F
#define A3 220.00F
#define B3 246.94F
#define D4 293.66F
#define E4 329.63F
#define FIS4 369.99F
#define A4 440.00F
#define B4 493.88F
#define D5 587.33F

struct timbre {
    float level[MAX_PARTIALS]; /* of the fundamental and its whole multiples */
    float fade[MAX_PARTIALS];  /* how much faster than the fundamental it dies away */
    float attack;              /* seconds */
    float tail;                /* last share of the ring, in which it is led to silence */
    float detune;              /* share by which the second copy is higher */
};

/* A struck metal bar with a felt mallet; a wooden one; a hummed tone. */
static const struct timbre bell = {{1, 0.22F, 0.05F}, {1, 1.8F, 3}, 0.018F, 0.1F, 0.0011F};
static const struct timbre wood = {{1, 0.18F, 0.06F}, {1, 2, 3}, 0.008F, 0.1F, 0};
static const struct timbre hum = {{1, 0.14F, 0.03F}, {0.25F, 0.3F, 0.4F}, 0.06F, 0.5F, 0.0014F};

struct note {
    float at;       /* seconds from the start of the cue */
    float from, to; /* hertz; it glides during the first `glide` seconds */
    float glide;
    float ring; /* seconds until it has died away to a thousandth */
    float level;
};

struct recipe {
    const struct timbre *timbre;
    struct note notes[MAX_NOTES];
};

/* Levels make the cues about as loud as the voice; the knocks of a rep stay behind it. */
static const struct recipe recipes[CUE_KINDS] = {
    [CUE_STEP_START] = {&bell, {{0, D4, D4, 0, 1.6F, 0.20F}, {0.24F, A4, A4, 0, 2.2F, 0.22F}}},
    [CUE_HOLD] = {&hum, {{0, D4, D4, 0, 1.4F, 0.14F}}},
    [CUE_REP] = {&wood, {{0, FIS4, FIS4, 0, 0.22F, 0.20F}}},
    [CUE_REP_TOP] = {&wood, {{0, FIS4, B4, 0.14F, 0.45F, 0.19F}}},
    [CUE_SET_DONE] = {&bell,
                      {{0, FIS4, FIS4, 0, 0.9F, 0.18F},
                       {0.20F, B4, B4, 0, 0.9F, 0.19F},
                       {0.40F, FIS4, FIS4, 0, 1.6F, 0.18F}}},
    [CUE_SWITCH] = {&bell,
                    {{0, E4, E4, 0, 0.7F, 0.19F},
                     {0.22F, B4, B4, 0, 0.7F, 0.19F},
                     {0.44F, E4, E4, 0, 0.7F, 0.19F},
                     {0.66F, B4, B4, 0, 1.3F, 0.19F}}},
    [CUE_HALFWAY] = {&bell, {{0, A4, A4, 0, 0.7F, 0.19F}, {0.30F, A4, A4, 0, 1.3F, 0.19F}}},
    [CUE_LAST_SECONDS] = {&wood, {{0, A4, A4, 0, 0.55F, 0.22F}}},
    [CUE_STEP_DONE] = {&bell, {{0, A4, A4, 0, 1.4F, 0.21F}, {0.26F, D4, D4, 0, 2.4F, 0.22F}}},
    [CUE_PAUSE] = {&hum, {{0, E4, A3, 0.40F, 0.9F, 0.17F}}},
    [CUE_RESUME] = {&hum, {{0, A3, E4, 0.40F, 0.9F, 0.17F}}},
    [CUE_SESSION_DONE] = {&bell,
                          {{0, D3, D3, 0, 4.5F, 0.16F},
                           {0.22F, A3, A3, 0, 4.3F, 0.15F},
                           {0.44F, D4, D4, 0, 4.2F, 0.15F},
                           {0.66F, FIS4, FIS4, 0, 4.0F, 0.13F},
                           {0.92F, A4, A4, 0, 4.0F, 0.13F}}},
    [CUE_ALIVE] = {&hum, {{0, D4, D4, 0, 0.8F, 0.09F}, {0.55F, D4, D4, 0, 1.4F, 0.07F}}},
};

static size_t frames_of(float seconds)
{
    return (size_t)lrintf(seconds * (float)SOUND_RATE);
}

/* Pitch bends in even steps to the ear, so in the logarithm of the frequency. */
static float pitch_at(const struct note *note, float t)
{
    if (note->glide <= 0)
        return note->from;
    return note->from * powf(note->to / note->from, raised_cosine(t / note->glide));
}

/* A point that goes round a circle: the next sine of a tone without asking for it, since a start of
 * the program makes two million. */
struct turning {
    double sine, cosine;
};

static struct turning turned(double turns)
{
    return (struct turning){sin(TWO_PI * turns), cos(TWO_PI * turns)};
}

static struct turning turn_on(struct turning at, struct turning by)
{
    return (struct turning){at.sine * by.cosine + at.cosine * by.sine,
                            at.cosine * by.cosine - at.sine * by.sine};
}

static double partials(struct turning at, const double level[MAX_PARTIALS])
{
    struct turning multiple = at;
    double sum = level[0] * at.sine;
    for (int p = 1; p < MAX_PARTIALS; p++) {
        multiple = turn_on(multiple, at);
        sum += level[p] * multiple.sine;
    }
    return sum;
}

/* The tail leads to a true zero. */
static float ends(const struct timbre *timbre, const struct note *note, float t)
{
    return raised_cosine(t / timbre->attack) *
           raised_cosine((note->ring - t) / (timbre->tail * note->ring));
}

static void add_note(float *out, const struct timbre *timbre, const struct note *note)
{
    struct turning first = turned(0), second = first, step = first, step_second = first;
    double level[MAX_PARTIALS], fade[MAX_PARTIALS];
    for (int p = 0; p < MAX_PARTIALS; p++) {
        level[p] = (double)(note->level * timbre->level[p]);
        /* A fade of 1 goes down by 60 dB in the ring. */
        fade[p] = exp(-6.9 * (double)timbre->fade[p] / (double)note->ring / SOUND_RATE);
    }
    size_t frames = frames_of(note->ring);
    for (size_t i = 0; i < frames; i++) {
        float t = (float)i / (float)SOUND_RATE;
        if (i == 0 || t < note->glide) {
            double turns = (double)pitch_at(note, t) / SOUND_RATE;
            step = turned(turns);
            step_second = turned(turns * (double)(1 + timbre->detune));
        }
        double wave = partials(first, level);
        if (timbre->detune > 0)
            wave = 0.75 * wave + 0.25 * partials(second, level);
        out[i] += ends(timbre, note, t) * (float)wave;
        first = turn_on(first, step);
        second = turn_on(second, step_second);
        for (int p = 0; p < MAX_PARTIALS; p++)
            level[p] *= fade[p];
    }
}

static float recipe_length(const struct recipe *recipe)
{
    float length = 0;
    for (int n = 0; n < MAX_NOTES; n++)
        length = fmaxf(length, recipe->notes[n].at + recipe->notes[n].ring);
    return length;
}

void cues_render(enum cue_kind kind, struct clip *clip)
{
    const struct recipe *recipe = &recipes[kind];
    clip->frames = frames_of(recipe_length(recipe));
    clip->samples = NULL;
    if (clip->frames == 0)
        return;
    float *mix = memory_alloc((clip->frames + 1) * sizeof *mix);
    for (size_t i = 0; i <= clip->frames; i++)
        mix[i] = 0;
    for (int n = 0; n < MAX_NOTES; n++)
        if (recipe->notes[n].ring > 0)
            add_note(mix + frames_of(recipe->notes[n].at), recipe->timbre, &recipe->notes[n]);
    clip->samples = memory_alloc(clip->frames * sizeof *clip->samples);
    for (size_t i = 0; i < clip->frames; i++)
        clip->samples[i] = (int16_t)lrintf(mix[i] * 32767.0F);
    free(mix);
}

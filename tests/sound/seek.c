// SPDX-License-Identifier: MIT
#include "sound/seek.h"

#include "base/arena.h"
#include "sound/clip.h"
#include "sound/fourier.h"
#include "sound/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A matched filter for each kind over the whole recording gives candidates; those that explain most
 * are taken first, and taken out, so that a part of a sound is not held for a sound of its own. */
enum { BLOCK = 32768, COMPARED = 2 * TONES_RATE, PARTS = 4, STEP = SOUND_RATE / TONES_RATE };
/* As loud as it was made: what a voice has at its pitch has another loudness, and changes.
 * Measured, of sounds under a line: 0.95 to 1.06, parts 0.69; of lines: up to 0.92, from 1.12,
 * parts 0.68. */
#define CANDIDATE 0.5
#define AWAY_MOST 0.07
#define PART_LEAST 0.6

/* A sound begins at any sample of the recording, so between two of the tones': a shape is kept for
 * each place between them, by how many samples of the recording it begins late. */
struct shape {
    float *tones[STEP];
    size_t all, count; /* of all its samples, and of those that are compared */
    double energy;     /* of the latter */
    float complex *spectrum;
};

struct candidate {
    size_t at; /* of the tones */
    enum cue_kind kind;
    double explained; /* energy */
};

struct search {
    float *tones;
    size_t count;
    struct shape shapes[CUE_KINDS];
    struct candidate *candidates;
    size_t candidate_count;
    struct sought_list *found;
};

static float *late_by(size_t late, const struct recording *sound)
{
    struct recording copy;
    float *samples = memory_alloc((sound->count + late) * sizeof *samples);
    memset(samples, 0, late * sizeof *samples);
    memcpy(samples + late, sound->samples, sound->count * sizeof *samples);
    recording_of(&copy, samples, sound->count + late);
    float *tones = copy.tones;
    copy.tones = NULL;
    recording_finish(&copy);
    return tones;
}

static void shape_make(struct shape *shape, enum cue_kind kind)
{
    struct sample sample;
    if (!sample_make(&sample, &(struct cue){.kind = kind}, CUE_SAY, NULL))
        return;
    for (size_t late = 0; late < STEP; late++)
        shape->tones[late] = late_by(late, &sample.sound);
    shape->all = sample.sound.count / STEP;
    sample_finish(&sample);
    shape->count = shape->all < COMPARED ? shape->all : COMPARED;
    shape->spectrum = memory_alloc(BLOCK * sizeof *shape->spectrum);
    for (size_t i = 0; i < BLOCK; i++)
        shape->spectrum[i] = i < shape->count ? shape->tones[0][i] : 0;
    for (size_t i = 0; i < shape->count; i++)
        shape->energy += pow((double)shape->tones[0][i], 2);
    fourier(shape->spectrum, BLOCK, false);
}

static void shape_finish(struct shape *shape)
{
    for (size_t late = 0; late < STEP; late++)
        free(shape->tones[late]);
    free(shape->spectrum);
}

static void keep(struct search *search, struct candidate candidate)
{
    size_t count = ++search->candidate_count;
    search->candidates = memory_resize(search->candidates, count * sizeof *search->candidates);
    search->candidates[count - 1] = candidate;
}

/* Every peak of the filter's output that is loud enough. */
static void filter(struct search *search, enum cue_kind kind, const float complex *heard,
                   size_t from)
{
    static float complex out[BLOCK];
    const struct shape *shape = &search->shapes[kind];
    for (size_t i = 0; i < BLOCK; i++)
        out[i] = heard[i] * conjf(shape->spectrum[i]);
    fourier(out, BLOCK, true);
    double least = CANDIDATE * shape->energy * BLOCK;
    for (size_t i = 1; i <= BLOCK - COMPARED - 2; i++) {
        double here = (double)crealf(out[i]);
        if (here >= least && here > (double)crealf(out[i - 1]) &&
            here >= (double)crealf(out[i + 1]))
            keep(search, (struct candidate){from + i, kind, pow(here / BLOCK, 2) / shape->energy});
    }
}

static void filter_all(struct search *search)
{
    static float complex heard[BLOCK];
    for (size_t from = 0; from < search->count; from += BLOCK - COMPARED - 2) {
        for (size_t i = 0; i < BLOCK; i++)
            heard[i] = from + i < search->count ? search->tones[from + i] : 0;
        fourier(heard, BLOCK, false);
        for (int kind = 0; kind < CUE_KINDS; kind++)
            if (search->shapes[kind].count > 0)
                filter(search, kind, heard, from);
    }
}

static size_t within(const struct search *search, size_t at, size_t count)
{
    return at + count <= search->count ? count : search->count - at;
}

/* Of what is left there. What only by chance goes with a sound does so for a part of it: it is held
 * to each of its PARTS, of equal energy. */
static struct sought look(const struct search *search, size_t sample, enum cue_kind kind)
{
    const struct shape *shape = &search->shapes[kind];
    size_t at = sample / STEP;
    const float *sound = shape->tones[sample % STEP], *heard = search->tones + at;
    double product = 0, steady = 2, part_product = 0, part_energy = 0;
    for (size_t i = 0; i < within(search, at, shape->count); i++) {
        part_energy += pow((double)sound[i], 2);
        part_product += (double)sound[i] * (double)heard[i];
        if (part_energy >= 0.99 * shape->energy / PARTS) {
            steady = fmin(steady, part_product / part_energy);
            product += part_product;
            part_product = part_energy = 0;
        }
    }
    product += part_product;
    return (struct sought){.at = (double)sample / SOUND_RATE,
                           .kind = kind,
                           .gain = product / shape->energy,
                           .steady = steady};
}

/* Half a step of the tones either way; the sample of the recording where it goes best. */
static size_t begins(const struct search *search, const struct candidate *candidate)
{
    size_t middle = candidate->at * STEP, best = middle;
    double gain = 0;
    for (size_t at = middle < STEP / 2 ? 0 : middle - STEP / 2; at <= middle + STEP / 2; at++) {
        double here = look(search, at, candidate->kind).gain;
        if (here > gain) {
            gain = here;
            best = at;
        }
    }
    return best;
}

static void take_out(struct search *search, size_t sample, const struct sought *sought)
{
    const struct shape *shape = &search->shapes[sought->kind];
    size_t at = sample / STEP;
    for (size_t i = 0; i < within(search, at, shape->all); i++)
        search->tones[at + i] -= (float)sought->gain * shape->tones[sample % STEP][i];
}

static void consider(struct search *search, const struct candidate *candidate)
{
    /* A neighbour that was taken out is all there was to most. */
    if (look(search, candidate->at * STEP, candidate->kind).gain < CANDIDATE)
        return;
    size_t sample = begins(search, candidate);
    struct sought sought = look(search, sample, candidate->kind);
    if (fabs(sought.gain - 1) > AWAY_MOST || sought.steady < PART_LEAST)
        return;
    take_out(search, sample, &sought);
    struct sought_list *list = search->found;
    list->items = memory_resize(list->items, (list->count + 1) * sizeof *list->items);
    list->items[list->count++] = sought;
}

static int by_explained(const void *a, const void *b)
{
    double left = ((const struct candidate *)a)->explained;
    double right = ((const struct candidate *)b)->explained;
    return (left < right) - (left > right);
}

static int by_time(const void *a, const void *b)
{
    double left = ((const struct sought *)a)->at, right = ((const struct sought *)b)->at;
    return (left > right) - (left < right);
}

void seek_cues(float *tones, size_t count, struct sought_list *list)
{
    struct search search = {.tones = tones, .count = count, .found = list};
    *list = (struct sought_list){NULL, 0};
    for (int kind = 0; kind < CUE_KINDS; kind++)
        shape_make(&search.shapes[kind], kind);
    filter_all(&search);
    if (search.candidate_count > 0)
        qsort(search.candidates, search.candidate_count, sizeof *search.candidates, by_explained);
    for (size_t i = 0; i < search.candidate_count; i++)
        consider(&search, &search.candidates[i]);
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, by_time);
    for (int kind = 0; kind < CUE_KINDS; kind++)
        shape_finish(&search.shapes[kind]);
    free(search.candidates);
}

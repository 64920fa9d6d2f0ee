// SPDX-License-Identifier: MIT
#include "sound/hum.h"

#include "base/arena.h"
#include "sound/breath.h"
#include "sound/clip.h"
#include "sound/dynamics.h"
#include "sound/measure.h"
#include "sound/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A picture of the pitch over time: of each column of it, how its loudness is shared between
 * pitches in even steps to the ear, PER_FIFTH of them over the way that a breath goes. The breaths
 * are the row of rises and falls, one after another, from one moment to another, that goes through
 * as much of it as possible. */
enum {
    PER_FIFTH = 16,
    MARGIN = 5, /* pitches below and above */
    PITCHES = PER_FIFTH + 2 * MARGIN + 1,
    MOMENTS = 10, /* a second */
    COLUMNS = 40, /* a second */
    WINDOW = TONES_RATE * 3 / 20,
};
#define SHORTEST 0.8 /* seconds */
#define LONGEST 15.0
#define CHANCE 0.15   /* what a moment has to have on its pitch to speak for a breath */
#define COST 0.8      /* what a breath has to be better than none */
#define QUIET 0.002   /* of full scale */
#define FINE 0.02     /* seconds; its ends are looked for in steps of this, */
enum { AROUND = 15 }; /* so many before and after */
#define JOINED 0.25   /* two ends nearer than this are one */

struct picture {
    float (*shares)[PITCHES];
    size_t count;
    double low, fifth; /* hertz; logarithm of a fifth */
};

static void look(struct picture *picture, const float *heard, size_t column)
{
    double powers[PITCHES], sum = 0;
    for (int i = 0; i < PITCHES; i++) {
        double hertz = picture->low * exp(picture->fifth * (i - MARGIN) / PER_FIFTH);
        powers[i] = measure_power(heard, WINDOW, hertz * SOUND_RATE / TONES_RATE);
        sum += powers[i];
    }
    bool quiet = measure_rms(heard, WINDOW) < QUIET;
    for (int i = 0; i < PITCHES; i++)
        picture->shares[column][i] = quiet ? 0 : (float)(powers[i] / sum);
}

static void paint(struct picture *picture, const float *tones, size_t count)
{
    struct breath breath;
    breath_init(&breath, CUE_BREATHE_IN, CUE_SAY, 1);
    picture->low = (double)breath.shape.from;
    picture->fifth = log((double)breath.shape.to / (double)breath.shape.from);
    picture->count = count > WINDOW ? (count - WINDOW) / (TONES_RATE / COLUMNS) : 0;
    picture->shares = memory_alloc((picture->count + 1) * sizeof *picture->shares);
    for (size_t i = 0; i < picture->count; i++)
        look(picture, tones + i * (TONES_RATE / COLUMNS), i);
}

static size_t moments_of(const struct picture *picture)
{
    return picture->count / (COLUMNS / MOMENTS);
}

/* Between the columns and pitches that were looked at. */
static double share_at(const struct picture *picture, double column, double pitch)
{
    if (column < 0 || column + 1 >= (double)picture->count)
        return 0;
    size_t i = (size_t)column, j = (size_t)pitch;
    double late = column - (double)i, high = pitch - (double)j;
    const float *now = picture->shares[i], *next = picture->shares[i + 1];
    return (1 - late) * ((1 - high) * (double)now[j] + high * (double)now[j + 1]) +
           late * ((1 - high) * (double)next[j] + high * (double)next[j + 1]);
}

/* How much speaks for a breath there; the quiet ends of it say less. `weight`: of all of it. */
static double evidence(const struct picture *picture, double at, double length, bool in,
                       double *weight)
{
    double first = (at - WINDOW / 2.0 / TONES_RATE) * COLUMNS, sum = 0;
    int steps = (int)lround(length * MOMENTS);
    *weight = 0;
    for (int i = 0; i < steps; i++) {
        double done = (i + 0.5) / steps, filled = (double)raised_cosine((float)done);
        double pitch = MARGIN + PER_FIFTH * (in ? filled : 1 - filled);
        double loud = (double)raised_cosine((float)(2 * fmin(done, 1 - done)));
        sum += loud * (share_at(picture, first + done * length * COLUMNS, pitch) - CHANCE);
        *weight += loud;
    }
    return sum;
}

/* The best row of breaths up to a moment: how good, and the last of it, if one ends there. */
struct best {
    double sum;
    size_t moments; /* of that breath; 0: none */
    bool in;
};

static void best_at(const struct picture *picture, struct best *row, size_t end)
{
    size_t most = (size_t)(LONGEST * MOMENTS) < end ? (size_t)(LONGEST * MOMENTS) : end;
    row[end] = (struct best){.sum = end > 0 ? row[end - 1].sum : 0};
    for (size_t moments = (size_t)(SHORTEST * MOMENTS); moments <= most; moments++)
        for (int in = 0; in < 2; in++) {
            double length = (double)moments / MOMENTS, weight;
            double sum = row[end - moments].sum - COST +
                         evidence(picture, (double)end / MOMENTS - length, length, in, &weight);
            if (sum > row[end].sum)
                row[end] = (struct best){sum, moments, in};
        }
}

/* Both ends where its pitch goes best through what is heard. */
static struct hum refined(const struct picture *picture, double at, double length, bool in)
{
    struct hum best = {.kind = in ? CUE_BREATHE_IN : CUE_BREATHE_OUT};
    for (int early = -AROUND; early <= AROUND; early++)
        for (int late = -AROUND; late <= AROUND; late++) {
            double weight, start = at + FINE * early, longer = length + FINE * (late - early);
            double sum = evidence(picture, start, longer, in, &weight);
            if (best.length > 0 && sum / weight <= best.clear)
                continue;
            best.at = start;
            best.length = longer;
            best.clear = sum / weight;
        }
    return best;
}

static void take_back(const struct picture *picture, const struct best *row, struct hum_list *list)
{
    size_t count = 0, all = moments_of(picture), end = all;
    list->items = memory_alloc((all + 1) * sizeof *list->items);
    while (end > 0) {
        size_t moments = row[end].moments;
        if (moments == 0) {
            end--;
            continue;
        }
        end -= moments;
        list->items[all - ++count] = refined(picture, (double)end / MOMENTS,
                                             (double)moments / MOMENTS, row[end + moments].in);
    }
    list->count = count;
    memmove(list->items, list->items + all - count, count * sizeof *list->items);
}

/* Where one breath goes over into the next, both tell of it. */
static void join(struct hum_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        struct hum *one = &list->items[i - 1], *next = &list->items[i];
        double gap = next->at - one->at - one->length;
        if (fabs(gap) > JOINED)
            continue;
        one->length += gap / 2;
        next->at -= gap / 2;
        next->length += gap / 2;
    }
}

void hum_find(const float *tones, size_t count, struct hum_list *list)
{
    struct picture picture;
    paint(&picture, tones, count);
    size_t all = moments_of(&picture);
    struct best *row = memory_alloc((all + 1) * sizeof *row);
    for (size_t end = 0; end <= all; end++)
        best_at(&picture, row, end);
    take_back(&picture, row, list);
    join(list);
    free(row);
    free(picture.shares);
}

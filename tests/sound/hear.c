// SPDX-License-Identifier: MIT
/* usage: sound_hear PLAN.json RECORDING.raw [WITHIN_MS]
 * Hears a recorded session and holds it to its plan (unknot plan --json): every cue and line in its
 * place, nothing silent for long, no clipping, no clicks, voice and cues about as loud as each
 * other. What RECORDING.raw.pace says of the sink's clock is taken out. With WITHIN_MS, 99 of 100
 * cues are to be that near to their place on one clock for the whole session. Prints what it found;
 * fails when a promise is not kept. BREATH_OFF=1: the session was played without breath tones.
 * FROM=SECONDS: the recording begins in the middle of the plan, before this. EACH=1: every cue with
 * its place. */
#include "base/arena.h"
#include "sound/clip.h"
#include "sound/measure.h"
#include "sound/place.h"
#include "sound/plan_file.h"
#include "sound/recording.h"
#include "sound/voice.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first line is looked for this far into the recording. */
#define BEGIN_MOST 60.0
/* A pretended device plays some per cent off; lines are found by it, and tones between lines. */
#define STRAY 0.06 /* seconds */
#define STRAY_SHARE 0.1
#define SURE_AFTER 5.0 /* seconds of lines that tell how fast it goes */
#define LIKE_ENOUGH 0.6
#define LOUD_ENOUGH 0.5        /* of a cue's own loudness */
#define BREATH_LOUD_ENOUGH 0.2 /* it steps back while the voice speaks */
#define SILENT 0.001           /* of full scale: 60 dB down */
#define SILENCE_MOST 40.0      /* seconds */
#define PEAK_MOST 0.99
/* Cues have nothing up there unless one is cut off; measured: 0.0002, of a cut tone 0.02. */
#define CLICK_ABOVE 7000.0
#define CLICK_MOST 0.002
#define EDGE 0.001 /* seconds at the ends of a line */
#define EDGE_STEP_MOST 0.02
/* Decibels against the voice, over the loudest 400 ms of each, weighted as the ear hears. */
static const struct {
    double least, most;
} range_of_cues = {-16, 2}, range_of_breath = {-26, -4};

struct heard {
    const struct cue *cue;
    double at, gain;
    bool found;
    double length, loudness; /* of the sound by itself; decibels */
};

struct hearing {
    struct plan_file plan;
    struct recording recording;
    float *weighted; /* the recording as the ear weighs it */
    struct heard *heard;
    size_t count;
    enum cue_kind breath; /* before the first of them, when it begins in the middle */
    double voice;         /* loudness of the lines, decibels */
    int faults;
};

static void fault(struct hearing *hearing, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void fault(struct hearing *hearing, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    printf("  fault: ");
    vprintf(format, args);
    printf("\n");
    va_end(args);
    hearing->faults++;
}

static double plan_at(const struct heard *heard)
{
    return tick_to_seconds(heard->cue->at);
}

/* How far from its place it is, in milliseconds by our clock; the start of the recording is not the
 * start of the plan, so that only differences count. */
static double off(const struct hearing *hearing, const struct heard *heard)
{
    return 1000 * (heard->at * hearing->recording.pace - plan_at(heard));
}

static bool spoken(const struct heard *heard)
{
    return heard->cue->kind == CUE_SAY;
}

static bool breath_tone(const struct heard *heard)
{
    return !spoken(heard) && heard->cue->length > 0;
}

static double decibels(double rms)
{
    return 20 * log10(fmax(rms, 1e-9));
}

/* Of the loudest 400 ms: "momentary" in EBU R128, about what an ear takes as one. */
static double loudness(const float *weighted, size_t count)
{
    enum { WINDOW = SOUND_RATE * 2 / 5, HOP = SOUND_RATE / 50 };
    double loudest =
        count < WINDOW ? measure_rms(weighted, count) * sqrt((double)count / WINDOW) : 0;
    for (size_t at = 0; at + WINDOW <= count; at += HOP)
        loudest = fmax(loudest, measure_rms(weighted + at, WINDOW));
    return decibels(loudest);
}

static void find(struct hearing *hearing, struct heard *heard, const struct sample *sample,
                 double at, double around)
{
    struct found found = sample_find(sample, &hearing->recording, at, around);
    double enough = breath_tone(heard) ? BREATH_LOUD_ENOUGH : LOUD_ENOUGH;
    /* A breath tone goes through its pitches: it is found where it is. */
    heard->at = breath_tone(heard) ? found.at : place_find(sample, &hearing->recording, found.at);
    heard->gain = found.gain;
    heard->found = found.gain >= (spoken(heard) ? LIKE_ENOUGH : enough);
    heard->length = (double)sample->sound.count / SOUND_RATE;
}

/* How fast the recording goes against the plan, by the lines found so far. */
static double pace(const struct heard *first, const struct heard *last)
{
    double planned = first != NULL ? plan_at(last) - plan_at(first) : 0;
    return planned > SURE_AFTER ? (last->at - first->at) / planned : 1;
}

/* Lines first: no two are alike, so each is found even when the clock was not. */
static void find_lines(struct hearing *hearing, struct voice *voice)
{
    const struct heard *first = NULL, *last = NULL;
    for (size_t i = 0; i < hearing->count; i++) {
        struct heard *heard = &hearing->heard[i];
        struct sample sample;
        if (!spoken(heard) || !sample_make(&sample, heard->cue, CUE_SAY, voice))
            continue;
        double gap = last != NULL ? plan_at(heard) - plan_at(last) : 0;
        double at = last != NULL ? last->at + gap * pace(first, last) : BEGIN_MOST / 2;
        double around = last != NULL ? STRAY + STRAY_SHARE * gap : BEGIN_MOST / 2;
        find(hearing, heard, &sample, at, around);
        sample_finish(&sample);
        first = first == NULL && heard->found ? heard : first;
        last = heard->found ? heard : last;
    }
}

static const struct heard *line_near(const struct hearing *hearing, size_t from, int step)
{
    for (size_t i = from; i < hearing->count; i += (size_t)step)
        if (spoken(&hearing->heard[i]) && hearing->heard[i].found)
            return &hearing->heard[i];
    return NULL;
}

/* Where a cue should be, by the lines before and after it. */
static double expected(const struct hearing *hearing, size_t i)
{
    const struct heard *before = line_near(hearing, i, -1), *after = line_near(hearing, i, 1);
    double at = plan_at(&hearing->heard[i]);
    if (before == NULL || after == NULL) {
        const struct heard *one = before != NULL ? before : after;
        return one != NULL ? one->at + at - plan_at(one) : at;
    }
    double span = plan_at(after) - plan_at(before);
    double share = span > 0 ? (at - plan_at(before)) / span : 0;
    return before->at + share * (after->at - before->at);
}

/* A hold sounds like the breath that it follows. */
static enum cue_kind breath_after(enum cue_kind breath, const struct cue *cue)
{
    return cue->kind == CUE_BREATHE_IN || cue->kind == CUE_BREATHE_OUT ? cue->kind : breath;
}

static void find_tones(struct hearing *hearing)
{
    enum cue_kind breath = hearing->breath;
    for (size_t i = 0; i < hearing->count; i++) {
        struct heard *heard = &hearing->heard[i];
        struct sample sample;
        if (spoken(heard) || !sample_make(&sample, heard->cue, breath, NULL))
            continue;
        breath = breath_after(breath, heard->cue);
        find(hearing, heard, &sample, expected(hearing, i), STRAY);
        measure_k_weight(sample.sound.samples, sample.sound.count);
        heard->loudness =
            loudness(sample.sound.samples, sample.sound.count) + decibels(fmax(heard->gain, 1e-3));
        sample_finish(&sample);
    }
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double ranked(double *values, size_t count, double share)
{
    qsort(values, count, sizeof *values, compare);
    return count > 0 ? values[(size_t)(share * (double)(count - 1))] : 0;
}

static void hear_all(struct hearing *hearing)
{
    bool each = getenv("EACH") != NULL;
    for (size_t i = 0; i < hearing->count; i++) {
        const struct heard *heard = &hearing->heard[i];
        if (each)
            printf("  %9.3f s: %9.4f s in the recording, %+8.2f ms, gain %.2f, %s\n",
                   plan_at(heard), heard->at,
                   off(hearing, heard) - off(hearing, &hearing->heard[0]), heard->gain,
                   cue_kind_name(heard->cue->kind));
        if (!heard->found && heard->length > 0)
            fault(hearing, "%s at %.3f s of the plan is not heard (%.2f)%s%s",
                  cue_kind_name(heard->cue->kind), plan_at(heard), heard->gain,
                  spoken(heard) ? ": " : "", spoken(heard) ? heard->cue->text : "");
    }
}

/* What is left of drift, in millionths, and how far from that line 99 of 100 are. */
static void report_drift(const struct hearing *hearing)
{
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (size_t i = 0; i < hearing->count; i++) {
        double at = plan_at(&hearing->heard[i]), away = off(hearing, &hearing->heard[i]);
        if (!hearing->heard[i].found)
            continue;
        n += 1, x += at, y += away, xx += at * at, xy += at * away;
    }
    if (n < 2 || n * xx - x * x <= 0)
        return;
    double slope = (n * xy - x * y) / (n * xx - x * x), base = (y - slope * x) / n;
    double *away = memory_alloc(hearing->count * sizeof *away);
    size_t count = 0;
    for (size_t i = 0; i < hearing->count; i++) {
        double at = plan_at(&hearing->heard[i]);
        if (hearing->heard[i].found)
            away[count++] = fabs(off(hearing, &hearing->heard[i]) - base - slope * at);
    }
    double most = ranked(away, count, 0.99);
    printf("  drift: %.0f millionths; 99 of 100 within %.2f ms of that line; a second of the "
           "recording "
           "took %.6f s\n",
           1000 * slope, most, hearing->recording.pace);
    free(away);
}

/* On one clock for the whole session, so that drift counts too. */
static void hear_timing(struct hearing *hearing, double within)
{
    double *away = memory_alloc((hearing->count + 1) * sizeof *away);
    size_t count = 0;
    for (size_t i = 0; i < hearing->count; i++)
        if (hearing->heard[i].found)
            away[count++] = off(hearing, &hearing->heard[i]);
    double middle = ranked(away, count, 0.5);
    for (size_t i = 0; i < count; i++)
        away[i] = fabs(away[i] - middle);
    double most = ranked(away, count, 0.99);
    printf("  timing: %zu of %zu heard; half within %.2f ms of their place, 99 of 100 within %.2f "
           "ms, all "
           "within %.2f ms\n",
           count, hearing->count, ranked(away, count, 0.5), most, ranked(away, count, 1));
    if (within > 0 && most > within)
        fault(hearing, "99 of 100 should be within %.0f ms", within);
    free(away);
    report_drift(hearing);
}

static void hear_voice(struct hearing *hearing)
{
    double *each = memory_alloc((hearing->count + 1) * sizeof *each);
    size_t count = 0;
    for (size_t i = 0; i < hearing->count; i++) {
        const struct heard *heard = &hearing->heard[i];
        if (spoken(heard) && heard->found)
            each[count++] = loudness(hearing->weighted + (size_t)(heard->at * SOUND_RATE),
                                     (size_t)(heard->length * SOUND_RATE));
    }
    hearing->voice = ranked(each, count, 0.5);
    printf("  voice: %.1f dB (full scale 0), its lines from %+.1f to %+.1f dB around it\n",
           hearing->voice, ranked(each, count, 0) - hearing->voice,
           ranked(each, count, 1) - hearing->voice);
    free(each);
}

static void hear_kind(struct hearing *hearing, enum cue_kind kind, bool breath)
{
    double *each = memory_alloc((hearing->count + 1) * sizeof *each);
    size_t count = 0;
    for (size_t i = 0; i < hearing->count; i++)
        if (hearing->heard[i].cue->kind == kind && hearing->heard[i].found)
            each[count++] = hearing->heard[i].loudness - hearing->voice;
    double least = breath ? range_of_breath.least : range_of_cues.least;
    double most = breath ? range_of_breath.most : range_of_cues.most;
    if (count > 0) {
        double middle = ranked(each, count, 0.5);
        printf("  %s: %+.1f dB against the voice, %zu heard\n", cue_kind_name(kind), middle, count);
        if (middle < least || middle > most)
            fault(hearing, "%s should be between %+.0f and %+.0f dB", cue_kind_name(kind), least,
                  most);
    }
    free(each);
}

static void hear_loudness(struct hearing *hearing)
{
    hear_voice(hearing);
    for (int kind = CUE_SAY + 1; kind < CUE_KINDS; kind++)
        hear_kind(hearing, kind,
                  kind == CUE_BREATHE_IN || kind == CUE_BREATHE_OUT || kind == CUE_HOLD);
}

static void hear_silence(struct hearing *hearing)
{
    enum { WINDOW = SOUND_RATE / 10 };
    const struct heard *last = &hearing->heard[hearing->count - 1];
    size_t end = (size_t)(fmax(0, last->at) * SOUND_RATE), from = 0, longest = 0;
    size_t since = (size_t)(hearing->heard[0].at * SOUND_RATE);
    for (size_t at = since; at < end && at + WINDOW <= hearing->recording.count; at += WINDOW) {
        if (measure_rms(hearing->recording.samples + at, WINDOW) > SILENT)
            since = at + WINDOW;
        else if (at + WINDOW - since > longest) {
            longest = at + WINDOW - since;
            from = since;
        }
    }
    printf("  silence: %.1f s at the most, %.1f s into the recording\n",
           (double)longest / SOUND_RATE, (double)from / SOUND_RATE);
    if ((double)longest > SILENCE_MOST * SOUND_RATE)
        fault(hearing, "more than %.0f s", SILENCE_MOST);
}

static void hear_peak(struct hearing *hearing)
{
    double peak = measure_peak(hearing->recording.samples, hearing->recording.count);
    printf("  peak: %.3f of full scale\n", peak);
    if (peak > PEAK_MOST)
        fault(hearing, "it clips");
}

/* Where nobody speaks, until the last cue of the plan; what is said after it is not in the plan. */
static void hear_clicks(struct hearing *hearing)
{
    enum { MARGIN = SOUND_RATE / 25 };
    size_t end = hearing->recording.count;
    float *high = memory_alloc(end * sizeof *high);
    memcpy(high, hearing->recording.samples, end * sizeof *high);
    measure_high_pass(high, end, CLICK_ABOVE);
    measure_high_pass(high, end, CLICK_ABOVE);
    /* What was said before the first cue that is looked for is not known. */
    size_t at = getenv("FROM") != NULL ? (size_t)(fmax(0, hearing->heard[0].at) * SOUND_RATE) : 0;
    double most = 0, where = 0;
    for (size_t i = 0; i < hearing->count; i++) {
        const struct heard *heard = &hearing->heard[i];
        size_t until = (size_t)(fmax(0, heard->at) * SOUND_RATE);
        if (i + 1 < hearing->count && !spoken(heard))
            continue;
        for (; at + MARGIN < until && at < end; at++)
            if (fabs((double)high[at]) > most) {
                most = fabs((double)high[at]);
                where = (double)at / SOUND_RATE;
            }
        size_t over = until + (size_t)(heard->length * SOUND_RATE) + MARGIN;
        at = over > at ? over : at;
    }
    free(high);
    printf("  clicks: %.5f at the most, %.3f s into the recording\n", most, where);
    if (most > CLICK_MOST)
        fault(hearing, "a click, or a sound that is cut off");
}

static double step_at(const struct hearing *hearing, double at)
{
    size_t from = (size_t)(fmax(EDGE, at) * SOUND_RATE), length = (size_t)(EDGE * SOUND_RATE);
    if (from + length > hearing->recording.count)
        return 0;
    const float *samples = hearing->recording.samples + from;
    double step = 0;
    for (size_t i = 1; i < length; i++)
        step = fmax(step, fabs((double)samples[i] - (double)samples[i - 1]));
    return step;
}

static void hear_edges(struct hearing *hearing)
{
    double most = 0;
    for (size_t i = 0; i < hearing->count; i++) {
        const struct heard *heard = &hearing->heard[i];
        if (!spoken(heard) || !heard->found)
            continue;
        double step =
            fmax(step_at(hearing, heard->at - EDGE), step_at(hearing, heard->at + heard->length));
        most = fmax(most, step);
        if (step > EDGE_STEP_MOST)
            fault(hearing, "a step of %.3f where this begins or ends: %s", step, heard->cue->text);
    }
    printf("  ends of lines: steps of %.4f at the most\n", most);
}

static void begin(struct hearing *hearing, bool breath, double from)
{
    const struct timeline *timeline = &hearing->plan.timeline;
    hearing->heard = memory_alloc(timeline->cue_count * sizeof *hearing->heard);
    for (size_t i = 0; i < timeline->cue_count; i++) {
        struct heard heard = {.cue = &timeline->cues[i], .gain = -1};
        if (plan_at(&heard) < from) {
            hearing->breath = breath_after(hearing->breath, heard.cue);
            continue;
        }
        if (spoken(&heard) ? heard.cue->text != NULL : breath || !breath_tone(&heard))
            hearing->heard[hearing->count++] = heard;
    }
    size_t count = hearing->recording.count;
    hearing->weighted = memory_alloc(count * sizeof *hearing->weighted);
    memcpy(hearing->weighted, hearing->recording.samples, count * sizeof *hearing->weighted);
    measure_k_weight(hearing->weighted, count);
}

static void finish(struct hearing *hearing)
{
    free(hearing->weighted);
    free(hearing->heard);
    recording_finish(&hearing->recording);
    plan_file_finish(&hearing->plan);
}

int main(int argc, char **argv)
{
    struct hearing hearing = {.faults = 0};
    struct voice *voice = voice_create();
    if (argc < 3 || voice == NULL || !plan_file_read(&hearing.plan, argv[1]) ||
        !recording_read(&hearing.recording, argv[2]))
        return 2;
    voice_set_manner(voice, &hearing.plan.manner);
    const char *from = getenv("FROM");
    begin(&hearing, getenv("BREATH_OFF") == NULL, from != NULL ? atof(from) : 0);
    find_lines(&hearing, voice);
    find_tones(&hearing);
    hear_all(&hearing);
    hear_timing(&hearing, argc > 3 ? atof(argv[3]) : 0);
    hear_loudness(&hearing);
    hear_silence(&hearing);
    hear_peak(&hearing);
    hear_clicks(&hearing);
    hear_edges(&hearing);
    finish(&hearing);
    voice_destroy(voice);
    return hearing.faults > 0;
}

// SPDX-License-Identifier: MIT
#include "sound/recording.h"

#include "base/arena.h"
#include "sound/breath.h"
#include "sound/clip.h"
#include "sound/cues.h"
#include "sound/measure.h"
#include "sound/resample.h"
#include "sound/voice.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PART = 48000 };
#define SPLIT 2000.0      /* hertz, between tones and what only speech has */
#define MOST_COMPARED 4.0 /* seconds of a tone */

static float *copy_of(const float *samples, size_t count)
{
    float *copy = memory_alloc((count + 1) * sizeof *copy);
    return memcpy(copy, samples, count * sizeof *copy);
}

static float *tones_of(const float *samples, size_t count)
{
    enum { STEP = SOUND_RATE / TONES_RATE };
    float *low = copy_of(samples, count);
    measure_low_pass(low, count, SPLIT);
    measure_low_pass(low, count, SPLIT);
    for (size_t i = 0; i < count / STEP; i++)
        low[i] = low[i * STEP];
    return low;
}

static float *speech_of(const float *samples, size_t count)
{
    enum { STEP = SOUND_RATE / SPEECH_RATE };
    float *high = copy_of(samples, count);
    measure_high_pass(high, count, SPLIT);
    measure_high_pass(high, count, SPLIT);
    for (size_t i = 0; i < count / STEP; i++)
        high[i] = (float)measure_rms(high + i * STEP, STEP);
    return high;
}

void recording_of(struct recording *recording, float *samples, size_t count)
{
    *recording = (struct recording){.pace = 1,
                                    .count = count,
                                    .samples = samples,
                                    .tones = tones_of(samples, count),
                                    .speech = speech_of(samples, count)};
}

void recording_finish(struct recording *recording)
{
    free(recording->samples);
    free(recording->tones);
    free(recording->speech);
}

/* As sound_pace wrote it beside the recording. */
static double pace_of(const char *path)
{
    char name[4096];
    double pace = 1;
    snprintf(name, sizeof name, "%s.pace", path);
    FILE *file = fopen(name, "r");
    if (file != NULL && (fscanf(file, "%lf", &pace) != 1 || pace < 0.9 || pace > 1.1))
        pace = 1;
    if (file != NULL)
        fclose(file);
    return pace;
}

bool recording_read(struct recording *recording, const char *path)
{
    static int16_t part[2 * PART];
    FILE *file = fopen(path, "rb");
    float *samples = NULL;
    size_t count = 0, room = 0, got;
    bool same = file != NULL;
    while (same && (got = fread(part, 4, PART, file)) > 0) {
        if (count + got > room) {
            room = 2 * (count + got);
            samples = memory_resize(samples, room * sizeof *samples);
        }
        for (size_t i = 0; i < got; i++) {
            same = same && part[2 * i] == part[2 * i + 1];
            samples[count++] = (float)part[2 * i] / 32768.0F;
        }
    }
    if (file != NULL)
        fclose(file);
    if (same && count > 0) {
        recording_of(recording, samples, count);
        recording->pace = pace_of(path);
        return true;
    }
    fprintf(stderr, "%s: %s\n", path,
            same ? "nothing was recorded" : "no recording of two like channels");
    free(samples);
    return false;
}

static void render_breath(const struct cue *cue, enum cue_kind after, struct clip *clip)
{
    struct breath breath;
    float part[512];
    size_t frames = (size_t)llround(tick_to_seconds(cue->length) * SOUND_RATE), got;
    breath_init(&breath, cue->kind, after, frames);
    clip->samples = memory_alloc(frames * sizeof *clip->samples);
    memset(part, 0, sizeof part);
    while ((got = breath_render(&breath, part, sizeof part / sizeof *part)) > 0) {
        for (size_t i = 0; i < got; i++)
            clip->samples[clip->frames++] = (int16_t)lrintf(32767 * part[i]);
        memset(part, 0, sizeof part);
    }
}

static void render_line(const char *text, struct voice *voice, struct clip *clip)
{
    int rate = SOUND_RATE;
    size_t count = 0;
    int16_t *samples = voice_speak(voice, text, &rate, &count);
    if (samples != NULL)
        resample(samples, count, rate, clip);
    free(samples);
}

static bool render(const struct cue *cue, enum cue_kind after, struct voice *voice,
                   struct clip *clip)
{
    if (cue->kind == CUE_SAY && cue->text != NULL)
        render_line(cue->text, voice, clip);
    else if (cue->kind != CUE_SAY && cue->length > 0)
        render_breath(cue, after, clip);
    else if (cue->kind != CUE_SAY)
        cues_render(cue->kind, clip);
    return clip->frames > 0;
}

/* Speech is compared by how its loudness comes and goes, so around its mean. */
static void centre(float *values, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)values[i];
    for (size_t i = 0; i < count; i++)
        values[i] -= (float)(sum / (double)count);
}

static size_t compared(const struct sample *sample)
{
    double seconds = (double)sample->sound.count / SOUND_RATE;
    if (sample->spoken)
        return (size_t)(seconds * SPEECH_RATE);
    return (size_t)(fmin(seconds, MOST_COMPARED) * TONES_RATE);
}

static const float *shape_of(const struct sample *sample)
{
    return sample->spoken ? sample->sound.speech : sample->sound.tones;
}

bool sample_make(struct sample *sample, const struct cue *cue, enum cue_kind after,
                 struct voice *voice)
{
    struct clip clip = {.samples = NULL};
    if (!render(cue, after, voice, &clip))
        return false;
    float *samples = memory_alloc(clip.frames * sizeof *samples);
    for (size_t i = 0; i < clip.frames; i++)
        samples[i] = (float)clip.samples[i] / 32768.0F;
    free(clip.samples);
    *sample = (struct sample){.spoken = cue->kind == CUE_SAY};
    recording_of(&sample->sound, samples, clip.frames);
    if (sample->spoken)
        centre(sample->sound.speech, compared(sample));
    for (size_t i = 0; i < compared(sample); i++)
        sample->energy += (double)shape_of(sample)[i] * (double)shape_of(sample)[i];
    return true;
}

void sample_finish(struct sample *sample)
{
    recording_finish(&sample->sound);
}

static double gain_at(const struct sample *sample, const float *heard, size_t count)
{
    const float *shape = shape_of(sample);
    double product = 0, energy = 0, sum = 0;
    for (size_t i = 0; i < count; i++)
        product += (double)shape[i] * (double)heard[i];
    if (!sample->spoken)
        return product / sample->energy;
    for (size_t i = 0; i < count; i++) {
        sum += (double)heard[i];
        energy += (double)heard[i] * (double)heard[i];
    }
    energy -= sum * sum / (double)count;
    return product / sqrt(fmax(energy, 1e-12) * sample->energy);
}

/* Where the parabola through three neighbours is highest, from the middle one. */
static double between(double before, double here, double after)
{
    double bend = before - 2 * here + after;
    return bend < 0 ? fmax(-0.5, fmin(0.5, (before - after) / (2 * bend))) : 0;
}

struct found sample_find(const struct sample *sample, const struct recording *recording, double at,
                         double around)
{
    int rate = sample->spoken ? SPEECH_RATE : TONES_RATE;
    const float *heard = sample->spoken ? recording->speech : recording->tones;
    long count = (long)compared(sample),
         all = (long)(recording->count / (size_t)(SOUND_RATE / rate));
    long from = lround(fmax(0, at - around) * rate);
    long to = (long)fmin((double)(all - count), round((at + around) * rate));
    struct found best = {.at = at, .gain = -1};
    double before = 0, last = 0;
    long peak = -1;
    for (long place = from; place <= to; place++) {
        double gain = gain_at(sample, heard + place, (size_t)count);
        if (peak >= 0 && peak == place - 1)
            best.at = ((double)peak + between(before, last, gain)) / rate;
        if (gain > best.gain) {
            best = (struct found){.at = (double)place / rate, .gain = gain};
            peak = place;
            before = last;
        }
        last = gain;
    }
    return best;
}

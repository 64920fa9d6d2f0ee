// SPDX-License-Identifier: MIT
#include "sound/voice.h"

#include "base/arena.h"
#include "base/log.h"
#include "sound/measured.h"
#include "sound/pcm.h"
#include "sound/recorded.h"
#include "sound/speakable.h"

#include <flite/flite.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* The voice's own library has no header. */
cst_voice *register_cmu_us_slt(const char *folder);
void unregister_cmu_us_slt(cst_voice *voice);

/* A little slower than the voice's own pace was understood best. */
#define STRETCH 1.15
#define FASTEST 1.6

/* Kept of the silence around the words. */
#define BEFORE 0.015
#define AFTER 0.060
/* The last frame of the voice's own clock, which it may not fill. */
#define UNFILLED 0.005

struct voice {
    cst_voice *flite; /* the library's one voice, shared */
    float stretch;
    struct voice_manner manner;
    struct measured measured;
};

/* flite keeps one voice per process in its own global state and counts references without locks:
 * this guards that state. */
static struct {
    pthread_mutex_t lock;
    int users;
} flite_guard = {.lock = PTHREAD_MUTEX_INITIALIZER};

bool voice_speaks(const char *language)
{
    return strncmp(language, "en", 2) == 0 && (language[2] == '\0' || language[2] == '-');
}

struct voice *voice_create(void)
{
    pthread_mutex_lock(&flite_guard.lock);
    flite_init();
    cst_voice *flite = register_cmu_us_slt(NULL);
    flite_guard.users += flite != NULL;
    pthread_mutex_unlock(&flite_guard.lock);
    if (flite == NULL) {
        log_warning("the voice cmu_us_slt cannot be loaded; lines are only shown");
        return NULL;
    }
    struct voice *voice = memory_alloc(sizeof *voice);
    *voice = (struct voice){.flite = flite};
    voice_set_speed(voice, 1);
    return voice;
}

void voice_set_speed(struct voice *voice, double speed)
{
    voice->stretch = (float)(STRETCH / fmax(1, fmin(speed, FASTEST)));
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

void voice_set_manner(struct voice *voice, const struct voice_manner *manner)
{
    const struct voice_manner *now = &voice->manner;
    if (!same_text(now->language, manner->language) ||
        !same_text(now->recordings, manner->recordings) ||
        now->pronunciations != manner->pronunciations)
        measured_finish(&voice->measured);
    voice->manner = *manner;
}

static bool knows_the_language(const struct voice *voice)
{
    return voice->manner.language == NULL || voice_speaks(voice->manner.language);
}

void voice_destroy(struct voice *voice)
{
    if (voice == NULL)
        return;
    pthread_mutex_lock(&flite_guard.lock);
    if (--flite_guard.users == 0)
        unregister_cmu_us_slt(voice->flite);
    pthread_mutex_unlock(&flite_guard.lock);
    measured_finish(&voice->measured);
    free(voice);
}

/* Stops the library before it makes the first samples: all that is wanted is known by then. */
static int stop_at_once(const cst_wave *wave, int start, int size, int last,
                        struct cst_audio_streaming_info_struct *info)
{
    (void)wave, (void)start, (void)size, (void)last, (void)info;
    return CST_AUDIO_STREAM_STOP;
}

static void set_features(cst_features *features, float stretch, bool only_lengths)
{
    feat_set_float(features, "duration_stretch", stretch);
    feat_remove(features, "streaming_info");
    if (!only_lengths)
        return;
    cst_audio_streaming_info *info = new_audio_streaming_info();
    info->asc = stop_at_once;
    feat_set(features, "streaming_info", audio_streaming_info_val(info));
}

/* The caller has the lock. NULL in a language that the voice does not speak. */
static cst_utterance *synthesise(const struct voice *voice, const char *text, bool only_lengths)
{
    char plain[SPEAKABLE_SIZE], said[2 * SPEAKABLE_SIZE];
    if (!knows_the_language(voice))
        return NULL;
    speakable_text(text, plain);
    pronounce(voice->manner.pronunciations, plain, said, sizeof said);
    set_features(voice->flite->features, voice->stretch, only_lengths);
    return flite_synth_text(said, voice->flite);
}

struct stretch_of_speech {
    double from, to; /* seconds; equal: nothing is said */
};

/* From the first sound to the last, with a little silence: as the voice planned it, which is the
 * same each time, while its samples are not. */
static struct stretch_of_speech speech_of(cst_utterance *utterance)
{
    struct stretch_of_speech speech = {0, 0};
    double before = 0, last = 0;
    bool begun = false;
    for (cst_item *segment = relation_head(utt_relation(utterance, "Segment")); segment != NULL;
         segment = item_next(segment)) {
        double end = (double)item_feat_float(segment, "end");
        if (strcmp(item_feat_string(segment, "name"), "pau") != 0) {
            speech.from = begun ? speech.from : fmax(0, before - BEFORE);
            speech.to = end + AFTER;
            begun = true;
        }
        before = last = end;
    }
    speech.to = fmax(speech.from, fmin(speech.to, last - UNFILLED));
    return speech;
}

static size_t sample_at(double seconds, int rate)
{
    return (size_t)lrint(seconds * rate);
}

static int16_t *take_speech(cst_utterance *utterance, int *rate, size_t *count)
{
    cst_wave *wave = utt_wave(utterance);
    if (wave == NULL || wave->num_samples <= 0)
        return NULL;
    struct stretch_of_speech speech = speech_of(utterance);
    size_t from = sample_at(speech.from, wave->sample_rate);
    size_t to = sample_at(speech.to, wave->sample_rate);
    to = to < (size_t)wave->num_samples ? to : (size_t)wave->num_samples;
    if (from >= to)
        return NULL;
    *rate = wave->sample_rate;
    *count = to - from;
    int16_t *samples = memory_alloc(*count * sizeof *samples);
    return memcpy(samples, wave->samples + from, *count * sizeof *samples);
}

int16_t *voice_speak(struct voice *voice, const char *text, int *rate, size_t *count)
{
    *count = 0;
    int16_t *samples = NULL;
    pthread_mutex_lock(&flite_guard.lock);
    cst_utterance *utterance = synthesise(voice, text, false);
    if (utterance != NULL) {
        samples = take_speech(utterance, rate, count);
        delete_utterance(utterance);
    }
    pthread_mutex_unlock(&flite_guard.lock);
    if (samples != NULL) {
        pcm_normalise(samples, *count, *rate);
        pcm_fade_ends(samples, *count, *rate);
    }
    return samples;
}

static tick speak_length(struct voice *voice, const char *text)
{
    struct clip clip;
    if (recorded_load(voice->manner.recordings, text, voice->manner.warn, &clip)) {
        free(clip.samples);
        return tick_from_seconds((double)clip.frames / SOUND_RATE);
    }
    struct stretch_of_speech speech = {0, 0};
    pthread_mutex_lock(&flite_guard.lock);
    cst_utterance *utterance = synthesise(voice, text, true);
    if (utterance != NULL) {
        speech = speech_of(utterance);
        delete_utterance(utterance);
    }
    pthread_mutex_unlock(&flite_guard.lock);
    return tick_from_seconds(speech.to - speech.from);
}

static tick measure(void *context, const char *text)
{
    struct voice *voice = context;
    struct measured_line *line = measured_at(&voice->measured, text);
    if (line->length < 0)
        line->length = speak_length(voice, text);
    return line->length;
}

struct voice_measure voice_measure_of(struct voice *voice)
{
    return (struct voice_measure){measure, voice};
}

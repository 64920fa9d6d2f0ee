// SPDX-License-Identifier: MIT
#include "sound/voice.h"

#include "base/arena.h"
#include "base/log.h"
#include "sound/pcm.h"
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

struct measured {
    char *text; /* NULL: free place */
    tick length;
};

struct voice {
    cst_voice *flite; /* the library's one voice, shared */
    float stretch;
    struct measured *measured; /* hash table, open addressing */
    size_t count, capacity;    /* capacity: a power of two, or 0 */
};

/* flite keeps one voice per process in its own global state and counts references without locks:
 * this guards that state. */
static struct {
    pthread_mutex_t lock;
    int users;
} flite_guard = {.lock = PTHREAD_MUTEX_INITIALIZER};

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

void voice_destroy(struct voice *voice)
{
    if (voice == NULL)
        return;
    pthread_mutex_lock(&flite_guard.lock);
    if (--flite_guard.users == 0)
        unregister_cmu_us_slt(voice->flite);
    pthread_mutex_unlock(&flite_guard.lock);
    for (size_t i = 0; i < voice->capacity; i++)
        free(voice->measured[i].text);
    free(voice->measured);
    free(voice);
}

static cst_wave *synthesise(const struct voice *voice, const char *text)
{
    pthread_mutex_lock(&flite_guard.lock);
    feat_set_float(voice->flite->features, "duration_stretch", voice->stretch);
    cst_wave *wave = flite_text_to_wave(text, voice->flite);
    pthread_mutex_unlock(&flite_guard.lock);
    return wave;
}

int16_t *voice_speak(struct voice *voice, const char *text, int *rate, size_t *count)
{
    char plain[SPEAKABLE_SIZE];
    speakable_text(text, plain);
    *count = 0;
    cst_wave *wave = synthesise(voice, plain);
    if (wave == NULL)
        return NULL;
    *rate = wave->sample_rate;
    int16_t *samples = NULL;
    if (wave->num_samples > 0)
        *count = pcm_trim(wave->samples, (size_t)wave->num_samples, *rate);
    if (*count > 0) {
        samples = memory_alloc(*count * sizeof *samples);
        memcpy(samples, wave->samples, *count * sizeof *samples);
        pcm_normalise(samples, *count, *rate);
        pcm_fade_ends(samples, *count, *rate);
    }
    delete_wave(wave);
    return samples;
}

/* FNV-1a */
static size_t hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037U;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211U;
    return (size_t)hash;
}

/* The place of the text, or the free one where it belongs. */
static struct measured *find_place(struct measured *places, size_t capacity, const char *text)
{
    size_t at = hash_of(text) & (capacity - 1);
    while (places[at].text != NULL && strcmp(places[at].text, text) != 0)
        at = (at + 1) & (capacity - 1);
    return &places[at];
}

static void make_room(struct voice *voice)
{
    if (voice->count * 2 < voice->capacity)
        return;
    size_t capacity = voice->capacity > 0 ? voice->capacity * 2 : 64;
    struct measured *places = memory_alloc(capacity * sizeof *places);
    memset(places, 0, capacity * sizeof *places);
    for (size_t i = 0; i < voice->capacity; i++)
        if (voice->measured[i].text != NULL)
            *find_place(places, capacity, voice->measured[i].text) = voice->measured[i];
    free(voice->measured);
    voice->measured = places;
    voice->capacity = capacity;
}

static tick measure(void *context, const char *text)
{
    struct voice *voice = context;
    make_room(voice);
    struct measured *place = find_place(voice->measured, voice->capacity, text);
    if (place->text == NULL) {
        int rate = 1;
        size_t count = 0;
        free(voice_speak(voice, text, &rate, &count));
        size_t size = strlen(text) + 1;
        place->text = memcpy(memory_alloc(size), text, size);
        place->length = (tick)count * TICK_S / rate;
        voice->count++;
    }
    return place->length;
}

struct voice_measure voice_measure_of(struct voice *voice)
{
    return (struct voice_measure){measure, voice};
}

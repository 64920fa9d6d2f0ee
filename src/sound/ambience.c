// SPDX-License-Identifier: MIT
#include "sound/ambience.h"

#include "base/log.h"
#include "sound/loop.h"
#include "sound/resample.h"
#include "sound/sound_file.h"
#include "sound/thread.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1024 };
#define FADE_SECONDS 1.0 /* the end into the beginning */
/* Well below the second that the stream holds. */
#define LOOK_EVERY (300 * TICK_MS)
#define CLOSE_MOST (1 * TICK_S)

static const struct sound_limit limit = {.bytes = (size_t)1 << 30, .seconds = 12 * 3600.0};

struct ambience {
    struct stream stream;
    char *path;
    pthread_t thread;
    pthread_mutex_t lock; /* guards ending, ended, abandoned */
    pthread_cond_t wake, over;
    bool ending, ended, abandoned;

    /* The thread's own. */
    struct sound_file *file;
    struct loop *loop;
    struct resampler *resampler;
};

static size_t read_file(void *context, float *pairs, size_t frames)
{
    return sound_file_read(context, pairs, frames);
}

static bool rewind_file(void *context)
{
    return sound_file_rewind(context);
}

static size_t read_loop(void *context, float *pairs, size_t frames)
{
    return loop_read(context, pairs, frames);
}

static bool open_file(struct ambience *ambience)
{
    char why[SOUND_WHY];
    ambience->file = sound_file_open(ambience->path, &limit, why);
    if (ambience->file == NULL) {
        log_warning("cannot use the ambience %s: %s", ambience->path, why);
        return false;
    }
    int rate = sound_file_rate(ambience->file);
    struct loop_source source = {{read_file, ambience->file}, rewind_file};
    ambience->loop = loop_create(&source, (size_t)(FADE_SECONDS * rate));
    ambience->resampler = resampler_create(&(struct pairs_source){read_loop, ambience->loop}, rate);
    return true;
}

static void close_file(struct ambience *ambience)
{
    resampler_destroy(ambience->resampler);
    loop_destroy(ambience->loop);
    sound_file_close(ambience->file);
}

/* False when there is no more to put. */
static bool top_up(struct ambience *ambience)
{
    float pairs[2 * BLOCK];
    while (stream_room(&ambience->stream) >= BLOCK) {
        size_t got = resampler_read(ambience->resampler, pairs, BLOCK);
        if (got == 0) {
            log_warning("the ambience %s cannot be read any further", ambience->path);
            return false;
        }
        stream_put(&ambience->stream, pairs, got);
    }
    return true;
}

static void release(struct ambience *ambience)
{
    pthread_cond_destroy(&ambience->wake);
    pthread_cond_destroy(&ambience->over);
    pthread_mutex_destroy(&ambience->lock);
    free(ambience->path);
    free(ambience);
}

static void *work(void *context)
{
    struct ambience *ambience = context;
    bool more = open_file(ambience);
    pthread_mutex_lock(&ambience->lock);
    while (more && !ambience->ending) {
        pthread_mutex_unlock(&ambience->lock);
        more = top_up(ambience);
        pthread_mutex_lock(&ambience->lock);
        if (!ambience->ending)
            thread_cond_wait(&ambience->wake, &ambience->lock, LOOK_EVERY);
    }
    pthread_mutex_unlock(&ambience->lock);
    close_file(ambience);
    pthread_mutex_lock(&ambience->lock);
    ambience->ended = true;
    bool abandoned = ambience->abandoned;
    pthread_cond_signal(&ambience->over);
    pthread_mutex_unlock(&ambience->lock);
    if (abandoned)
        release(ambience);
    return NULL;
}

struct ambience *ambience_create(const char *path)
{
    struct ambience *ambience = memory_alloc(sizeof *ambience);
    memset(ambience, 0, sizeof *ambience);
    stream_init(&ambience->stream);
    size_t size = strlen(path) + 1;
    ambience->path = memcpy(memory_alloc(size), path, size);
    pthread_mutex_init(&ambience->lock, NULL);
    thread_cond_init(&ambience->wake);
    thread_cond_init(&ambience->over);
    if (thread_start(&ambience->thread, work, ambience))
        return ambience;
    log_warning("no thread for the ambience; there will be none");
    release(ambience);
    return NULL;
}

struct stream *ambience_stream(struct ambience *ambience)
{
    return &ambience->stream;
}

void ambience_destroy(struct ambience *ambience)
{
    if (ambience == NULL)
        return;
    pthread_t thread = ambience->thread; /* an abandoned thread frees the rest */
    pthread_mutex_lock(&ambience->lock);
    ambience->ending = true;
    pthread_cond_signal(&ambience->wake);
    while (!ambience->ended && thread_cond_wait(&ambience->over, &ambience->lock, CLOSE_MOST)) {
    }
    bool ended = ambience->ended;
    ambience->abandoned = !ended;
    pthread_mutex_unlock(&ambience->lock);
    if (!ended) {
        log_warning("the ambience's file does not answer; it is left to itself");
        pthread_detach(thread);
        return;
    }
    pthread_join(thread, NULL);
    release(ambience);
}

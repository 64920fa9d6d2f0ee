// SPDX-License-Identifier: MIT
#include "sound/lines.h"

#include "base/arena.h"
#include "base/log.h"
#include "sound/recorded.h"
#include "sound/resample.h"
#include "sound/thread.h"
#include "sound/voice.h"

#include <stdlib.h>
#include <string.h>

struct lines {
    pthread_t worker;
    pthread_mutex_t lock; /* guards everything below but speed and manner, which are the worker's,
                             and the samples of ready clips */
    pthread_cond_t wake;
    bool ending, idle;
    const struct timeline *timeline; /* NULL: none yet */
    tick position;                   /* of the playhead */
    enum device_kind device;         /* in whose words */
    size_t held;                     /* bytes of samples */
    struct line_clip places[LINES_MOST];
    double speed;
    struct voice_manner manner; /* what it points to is the caller's */
    struct voice_manner wanted; /* to be taken over by the worker */
    bool unsettled;             /* it has not been */
};

static struct line_clip *find_text(struct lines *lines, const char *text)
{
    for (size_t i = 0; i < LINES_MOST; i++)
        if (lines->places[i].text != NULL && strcmp(lines->places[i].text, text) == 0)
            return &lines->places[i];
    return NULL;
}

static void give_up(struct lines *lines, struct line_clip *line)
{
    lines->held -= line->clip.frames * sizeof *line->clip.samples;
    free(line->clip.samples);
    free(line->text);
    *line = (struct line_clip){.users = 0};
}

static bool in_window(const struct lines *lines, tick at)
{
    tick window = (tick)((double)LINES_AHEAD * lines->speed);
    return at >= lines->position && at <= lines->position + window;
}

/* Gives up the line longest behind the playhead; false when every line is still needed. */
static bool give_up_oldest(struct lines *lines)
{
    struct line_clip *oldest = NULL;
    for (size_t i = 0; i < LINES_MOST; i++) {
        struct line_clip *line = &lines->places[i];
        if (line->text == NULL || line->users > 0 || line->making ||
            in_window(lines, line->last_needed))
            continue;
        if (oldest == NULL || line->last_needed < oldest->last_needed)
            oldest = line;
    }
    if (oldest != NULL)
        give_up(lines, oldest);
    return oldest != NULL;
}

static struct line_clip *add_text(struct lines *lines, const char *text, tick at)
{
    while (lines->held >= LINES_MOST_BYTES)
        if (!give_up_oldest(lines))
            return NULL;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < LINES_MOST; i++) {
            struct line_clip *line = &lines->places[i];
            if (line->text != NULL)
                continue;
            size_t size = strlen(text) + 1;
            line->text = memcpy(memory_alloc(size), text, size);
            line->last_needed = at;
            return line;
        }
        if (!give_up_oldest(lines))
            break;
    }
    return NULL;
}

static bool made(const struct line_clip *line)
{
    return atomic_load_explicit(&line->clip.ready, memory_order_acquire);
}

/* A line that an order waits for. */
static struct line_clip *most_urgent(struct lines *lines)
{
    struct line_clip *urgent = NULL;
    for (size_t i = 0; i < LINES_MOST; i++) {
        struct line_clip *line = &lines->places[i];
        if (line->text != NULL && line->users > 0 && !made(line) &&
            (urgent == NULL || line->last_needed < urgent->last_needed))
            urgent = line;
    }
    return urgent;
}

/* The next line of the timeline that is not made yet. */
static struct line_clip *next_ahead(struct lines *lines)
{
    if (lines->timeline == NULL)
        return NULL;
    size_t first = 0;
    size_t count =
        timeline_cues(lines->timeline, lines->position - 1,
                      lines->position + (tick)((double)LINES_AHEAD * lines->speed), &first);
    for (size_t i = first; i < first + count; i++) {
        const struct cue *cue = &lines->timeline->cues[i];
        const char *text = cue_text(cue, lines->device);
        if (cue->kind != CUE_SAY || text == NULL)
            continue;
        struct line_clip *line = find_text(lines, text);
        if (line == NULL)
            return add_text(lines, text, cue->at);
        if (line->last_needed < lines->position)
            line->last_needed = cue->at;
        if (!made(line))
            return line;
    }
    return NULL;
}

static void speak(struct voice *voice, const char *text, struct clip *clip)
{
    int rate = SOUND_RATE;
    size_t count = 0;
    int16_t *samples = voice_speak(voice, text, &rate, &count);
    if (samples != NULL)
        resample(samples, count, rate, clip);
    free(samples);
}

static void make(struct lines *lines, struct voice *voice, struct line_clip *line)
{
    line->making = true;
    lines->idle = false;
    pthread_mutex_unlock(&lines->lock);
    struct clip clip = {.samples = NULL};
    /* A recording that cannot be used was spoken of when it was measured. */
    if (!recorded_load(lines->manner.recordings, line->text, false, &clip) && voice != NULL)
        speak(voice, line->text, &clip);
    pthread_mutex_lock(&lines->lock);
    line->making = false;
    line->clip.samples = clip.samples;
    line->clip.frames = clip.frames;
    lines->held += clip.frames * sizeof *clip.samples;
    atomic_store_explicit(&line->clip.ready, true, memory_order_release);
}

/* The caller has the lock. */
static void settle(struct lines *lines, struct voice *voice)
{
    lines->manner = lines->wanted;
    if (voice != NULL)
        voice_set_manner(voice, &lines->manner);
    for (size_t i = 0; i < LINES_MOST; i++)
        if (lines->places[i].text != NULL && lines->places[i].users == 0)
            give_up(lines, &lines->places[i]);
    lines->unsettled = false;
}

static void *work(void *context)
{
    struct lines *lines = context;
    thread_give_way();
    struct voice *voice = voice_create();
    if (voice != NULL) {
        voice_set_speed(voice, lines->speed);
        voice_set_manner(voice, &lines->manner);
    }
    pthread_mutex_lock(&lines->lock);
    while (!lines->ending) {
        if (lines->unsettled)
            settle(lines, voice);
        struct line_clip *line = most_urgent(lines);
        if (line == NULL)
            line = next_ahead(lines);
        if (line != NULL) {
            make(lines, voice, line);
            continue;
        }
        lines->idle = true;
        pthread_cond_wait(&lines->wake, &lines->lock);
    }
    pthread_mutex_unlock(&lines->lock);
    voice_destroy(voice);
    return NULL;
}

struct lines *lines_create(double speed, const struct voice_manner *manner)
{
    struct lines *lines = memory_alloc(sizeof *lines);
    memset(lines, 0, sizeof *lines);
    lines->speed = speed > 0 ? speed : 1;
    lines->manner = *manner;
    pthread_mutex_init(&lines->lock, NULL);
    thread_cond_init(&lines->wake);
    if (thread_start(&lines->worker, work, lines))
        return lines;
    log_warning("no thread for the voice; lines are only shown");
    pthread_cond_destroy(&lines->wake);
    pthread_mutex_destroy(&lines->lock);
    free(lines);
    return NULL;
}

void lines_stop(struct lines *lines)
{
    if (lines == NULL || lines->ending)
        return;
    pthread_mutex_lock(&lines->lock);
    lines->ending = true;
    pthread_cond_signal(&lines->wake);
    pthread_mutex_unlock(&lines->lock);
    pthread_join(lines->worker, NULL);
    lines->timeline = NULL;
}

void lines_destroy(struct lines *lines)
{
    if (lines == NULL)
        return;
    lines_stop(lines);
    for (size_t i = 0; i < LINES_MOST; i++)
        if (lines->places[i].text != NULL)
            give_up(lines, &lines->places[i]);
    pthread_cond_destroy(&lines->wake);
    pthread_mutex_destroy(&lines->lock);
    free(lines);
}

void lines_prepare(struct lines *lines, const struct timeline *timeline, tick position)
{
    pthread_mutex_lock(&lines->lock);
    if (lines->timeline != timeline)
        for (size_t i = 0; i < LINES_MOST; i++)
            lines->places[i].last_needed = -1;
    lines->timeline = timeline;
    lines->position = position;
    lines->idle = false;
    pthread_cond_signal(&lines->wake);
    pthread_mutex_unlock(&lines->lock);
}

void lines_set_device(struct lines *lines, enum device_kind device)
{
    pthread_mutex_lock(&lines->lock);
    lines->device = device;
    lines->idle = false;
    pthread_cond_signal(&lines->wake);
    pthread_mutex_unlock(&lines->lock);
}

void lines_set_manner(struct lines *lines, const struct voice_manner *manner)
{
    pthread_mutex_lock(&lines->lock);
    lines->wanted = *manner;
    lines->unsettled = true;
    lines->idle = false;
    pthread_cond_signal(&lines->wake);
    pthread_mutex_unlock(&lines->lock);
}

bool lines_settled(struct lines *lines)
{
    pthread_mutex_lock(&lines->lock);
    bool settled = !lines->unsettled;
    pthread_mutex_unlock(&lines->lock);
    return settled;
}

struct line_clip *lines_take(struct lines *lines, const char *text, tick position)
{
    pthread_mutex_lock(&lines->lock);
    if (position == LINES_ASIDE)
        position = lines->position;
    lines->position = position;
    struct line_clip *line = find_text(lines, text);
    if (line == NULL)
        line = add_text(lines, text, position);
    if (line != NULL) {
        line->users++;
        line->last_needed = position;
    }
    lines->idle = false;
    pthread_cond_signal(&lines->wake);
    pthread_mutex_unlock(&lines->lock);
    return line;
}

void lines_release(struct lines *lines, struct line_clip *line)
{
    pthread_mutex_lock(&lines->lock);
    line->users--;
    pthread_mutex_unlock(&lines->lock);
}

bool lines_idle(struct lines *lines)
{
    pthread_mutex_lock(&lines->lock);
    bool idle = lines->idle;
    pthread_mutex_unlock(&lines->lock);
    return idle;
}

size_t lines_held(struct lines *lines)
{
    pthread_mutex_lock(&lines->lock);
    size_t held = lines->held;
    pthread_mutex_unlock(&lines->lock);
    return held;
}

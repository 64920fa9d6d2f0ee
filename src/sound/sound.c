// SPDX-License-Identifier: MIT
#include "sound/sound.h"

#include "base/arena.h"
#include "base/log.h"
#include "sound/ambience.h"
#include "sound/cue_file.h"
#include "sound/cues.h"
#include "sound/device.h"
#include "sound/lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A cue that comes later than this says something wrong. */
#define PATIENCE (40 * TICK_MS)
/* While the first device is still being opened, what is due waits for it: better the first words a
 * little late than not at all. */
#define PATIENCE_AT_START (1500 * TICK_MS)
/* Nor could a line be made ahead that is due the moment a person jumps to it; the first line of a
 * step is the one that says what to do. */
#define PATIENCE_AFTER_JUMP (800 * TICK_MS)
#define PATIENCE_ASIDE TICK_S

struct sound {
    tick (*clock)(void);
    struct mix *mix; /* the device's, if there is one */
    struct device *device;
    struct lines *lines;       /* NULL: no voice */
    struct ambience *ambience; /* NULL: none */
    char *cues_folder;         /* NULL: none */
    double speed;
    enum device_kind in_hand;
    tick jumped; /* when a new place was last prepared, or for another device */
    enum cue_kind last_breath;
    struct clip built_in[CUE_KINDS];
    struct clip own[CUE_KINDS]; /* from the person's folder; each may become ready late, or never */
    bool own_loaded;            /* the device's thread's own */
};

static void make_cues(struct sound *sound)
{
    for (int kind = 0; kind < CUE_KINDS; kind++) {
        struct clip *clip = &sound->built_in[kind];
        if (atomic_load(&clip->ready))
            continue;
        cues_render(kind, clip);
        atomic_store_explicit(&clip->ready, true, memory_order_release);
    }
}

static void load_own(struct sound *sound)
{
    for (int kind = CUE_STEP_START; kind < CUE_KINDS; kind++)
        if (cue_file_load(sound->cues_folder, kind, &sound->own[kind]))
            atomic_store_explicit(&sound->own[kind].ready, true, memory_order_release);
}

/* On the device's thread. */
static void device_was_tried(void *context, bool open)
{
    struct sound *sound = context;
    make_cues(sound);
    if (!open || sound->own_loaded)
        return;
    if (sound->cues_folder != NULL)
        load_own(sound);
    sound->own_loaded = true;
}

/* Nothing sounds any more. */
static void release(void *context)
{
    struct sound *sound = context;
    lines_destroy(sound->lines);
    ambience_destroy(sound->ambience);
    if (sound->device == NULL)
        free(sound->mix);
    for (int kind = 0; kind < CUE_KINDS; kind++) {
        free(sound->built_in[kind].samples);
        free(sound->own[kind].samples);
    }
    free(sound->cues_folder);
    free(sound);
}

struct sound *sound_create(const struct sound_options *options, tick (*clock)(void))
{
    struct sound *sound = memory_alloc(sizeof *sound);
    memset(sound, 0, sizeof *sound);
    sound->clock = clock;
    sound->speed = options->speed > 0 ? options->speed : 1;
    if (options->cues != NULL) {
        size_t size = strlen(options->cues) + 1;
        sound->cues_folder = memcpy(memory_alloc(size), options->cues, size);
    }
    sound->mix = memory_alloc(sizeof *sound->mix);
    mix_init(sound->mix);
    sound_set_volume(sound, options->volume, options->muted);
    for (int bus = 0; bus < BUSES; bus++)
        atomic_store(&sound->mix->volumes[bus], options->volumes[bus]);
    if (options->ambience != NULL)
        sound->ambience = ambience_create(options->ambience);
    if (sound->ambience != NULL)
        sound->mix->ambience = ambience_stream(sound->ambience);
    if (options->voice)
        sound->lines = lines_create(sound->speed, &options->manner);
    sound->device = device_create(
        sound->mix, &(struct device_options){clock, device_was_tried, release, sound});
    return sound;
}

static bool in_use(const struct sound *sound)
{
    return sound->device != NULL && device_state(sound->device) != DEVICE_NONE;
}

/* Takes back what is over; a line that was not ready in time is named. */
static void collect(struct sound *sound)
{
    struct order order;
    if (!in_use(sound) && sound->mix->outstanding > 0)
        mix_discard(sound->mix);
    while (mix_done(sound->mix, &order)) {
        if (order.owner == NULL)
            continue;
        struct line_clip *line = order.owner;
        if (order.began == ORDER_MISSED && !atomic_load(&line->clip.ready))
            log_warning("a spoken line was not ready in time: \"%s\"", line->text);
        lines_release(sound->lines, line);
    }
}

void sound_destroy(struct sound *sound)
{
    if (sound == NULL)
        return;
    lines_stop(sound->lines);
    /* A device that does not answer may still read the clips: its thread frees them in the end. */
    if (device_destroy(sound->device))
        release(sound);
}

void sound_prepare(struct sound *sound, const struct timeline *timeline, tick position)
{
    sound->jumped = sound->clock();
    if (sound->lines != NULL)
        lines_prepare(sound->lines, timeline, position);
}

void sound_set_device(struct sound *sound, enum device_kind device)
{
    if (sound->in_hand == device)
        return;
    sound->in_hand = device;
    sound->jumped = sound->clock();
    if (sound->lines != NULL)
        lines_set_device(sound->lines, device);
}

void sound_set_manner(struct sound *sound, const struct voice_manner *manner)
{
    if (sound->lines != NULL)
        lines_set_manner(sound->lines, manner);
}

bool sound_settled(struct sound *sound)
{
    return sound->lines == NULL || lines_settled(sound->lines);
}

static bool is_breath(enum cue_kind kind)
{
    return kind == CUE_BREATHE_IN || kind == CUE_BREATHE_OUT;
}

static tick patience(const struct sound *sound)
{
    return device_tried(sound->device) ? PATIENCE : PATIENCE_AT_START;
}

static tick line_patience(const struct sound *sound, tick due)
{
    tick usual = patience(sound);
    bool jumped = due - sound->jumped < PATIENCE_AFTER_JUMP / 2;
    return jumped && usual < PATIENCE_AFTER_JUMP ? PATIENCE_AFTER_JUMP : usual;
}

static void play(struct sound *sound, const struct order *order)
{
    if (mix_play(sound->mix, order))
        return;
    if (order->owner != NULL)
        lines_release(sound->lines, order->owner);
}

static void play_line(struct sound *sound, const char *text, tick position, tick due, tick patience)
{
    struct line_clip *line = lines_take(sound->lines, text, position);
    if (line == NULL) {
        log_warning("no room for a spoken line: \"%s\"", text);
        return;
    }
    play(sound, &(struct order){.bus = BUS_VOICE,
                                .due = due,
                                .patience = patience,
                                .clip = &line->clip,
                                .owner = line});
}

static void play_sound(struct sound *sound, enum cue_kind kind, tick length, tick due)
{
    struct order order = {.bus = BUS_CUES,
                          .cue = kind,
                          .after = sound->last_breath,
                          .due = due,
                          .patience = patience(sound),
                          .clip = &sound->built_in[kind]};
    if (atomic_load_explicit(&sound->own[kind].ready, memory_order_acquire))
        order.clip = &sound->own[kind];
    if (is_breath(kind) || (kind == CUE_HOLD && length > 0)) {
        order.bus = BUS_BREATH;
        order.frames = (size_t)llround(tick_to_seconds(length) * SOUND_RATE / sound->speed);
        if (order.clip == &sound->built_in[kind])
            order.clip = NULL;
    }
    if (is_breath(kind))
        sound->last_breath = kind;
    play(sound, &order);
}

void sound_cue(struct sound *sound, const struct cue *cue, tick due)
{
    collect(sound);
    if (!in_use(sound))
        return;
    if (cue->kind != CUE_SAY)
        play_sound(sound, cue->kind, cue->length, due);
    else if (sound->lines != NULL && cue->text != NULL)
        play_line(sound, cue_text(cue, sound->in_hand), cue->at, due, line_patience(sound, due));
}

void sound_say(struct sound *sound, const char *text, tick due)
{
    collect(sound);
    if (in_use(sound) && sound->lines != NULL)
        play_line(sound, text, LINES_ASIDE, due, PATIENCE_ASIDE);
}

void sound_now(struct sound *sound, enum cue_kind kind)
{
    collect(sound);
    if (in_use(sound) && kind != CUE_SAY)
        play_sound(sound, kind, 0, sound->clock());
}

void sound_flush(struct sound *sound)
{
    collect(sound);
    if (in_use(sound))
        mix_flush(sound->mix);
}

void sound_set_volume(struct sound *sound, int volume, bool muted)
{
    atomic_store(&sound->mix->volume, volume);
    atomic_store(&sound->mix->muted, muted);
}

void sound_set_bus_volume(struct sound *sound, enum bus bus, int volume)
{
    atomic_store(&sound->mix->volumes[bus], volume);
}

void sound_set_ambience(struct sound *sound, bool heard)
{
    atomic_store(&sound->mix->ambient, heard);
}

bool sound_tend(struct sound *sound, tick now)
{
    if (sound->device == NULL)
        return false;
    collect(sound);
    device_tend(sound->device, now);
    return device_state(sound->device) == DEVICE_OPEN;
}

bool sound_ready(struct sound *sound)
{
    if (sound->device == NULL || !device_tried(sound->device))
        return sound->device == NULL;
    return sound->lines == NULL || device_state(sound->device) == DEVICE_NONE ||
           lines_idle(sound->lines);
}

bool sound_silent(struct sound *sound)
{
    collect(sound);
    return sound->device == NULL || sound->mix->outstanding == 0;
}

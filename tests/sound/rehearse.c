// SPDX-License-Identifier: MIT
/* usage: sound_rehearse PLAN.json RECORDING.raw [VOICE CUES BREATH]
 * Plays a plan (unknot plan --json) as fast as the machine can, through the room that plays every
 * session and SDL's disk driver: sixteen minutes in some seconds, every sound at its exact place.
 * The volumes, 0 to 100, let one kind of sound be heard alone. RECORDING.raw has two channels of
 * signed 16-bit samples at 48,000 a second; the first sound comes after 1 s. */
#include "base/arena.h"
#include "sound/clip.h"
#include "sound/plan_file.h"
#include "sound/sound.h"
#include "sound/thread.h"

#include <stdio.h>
#include <stdlib.h>

#define CHUNK_LENGTH (1024 * (double)TICK_S / SOUND_RATE) /* as sound/device.c asks for it */
#define LEAD TICK_S
#define AHEAD (300 * TICK_MS) /* as a session hands out its cues */
#define PACE (100 * TICK_MS)
#define AFTER_THE_END (6 * TICK_S)

/* The hall's clock goes on by a chunk when the device asks for one, and the device waits until
 * everything that it could be asked to play by then has been handed out. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    pthread_t player;
    tick now, until;
    int64_t chunks;
} hall = {.lock = PTHREAD_MUTEX_INITIALIZER, .moved = PTHREAD_COND_INITIALIZER};

static tick hall_clock(void)
{
    pthread_mutex_lock(&hall.lock);
    if (!pthread_equal(pthread_self(), hall.player)) {
        while (hall.now >= hall.until)
            pthread_cond_wait(&hall.moved, &hall.lock);
        hall.now = (tick)((double)++hall.chunks * CHUNK_LENGTH);
        pthread_cond_broadcast(&hall.moved);
    }
    tick now = hall.now;
    pthread_mutex_unlock(&hall.lock);
    return now;
}

static void play_until(tick until)
{
    pthread_mutex_lock(&hall.lock);
    hall.until = until;
    pthread_cond_broadcast(&hall.moved);
    while (until != TICK_NEVER && hall.now < until)
        pthread_cond_wait(&hall.moved, &hall.lock);
    pthread_mutex_unlock(&hall.lock);
}

static void until_ready(struct sound *sound)
{
    while (!sound_ready(sound))
        thread_sleep(TICK_MS);
}

static void rehearse(struct sound *sound, const struct timeline *timeline)
{
    size_t next = 0;
    for (tick now = 0; now < LEAD + timeline->total + AFTER_THE_END; now += PACE) {
        for (; next < timeline->cue_count; next++) {
            const struct cue *cue = &timeline->cues[next];
            if (LEAD + cue->at > now + AHEAD)
                break;
            sound_cue(sound, cue, LEAD + cue->at);
        }
        until_ready(sound);
        sound_tend(sound, now);
        play_until(now + PACE);
    }
}

/* SDL's driver writes silence until its device is let go, as much as the machine finds the time
 * for, and again while it is being closed: LEAD of the former stays, and nothing of the latter. */
static bool cut(const char *path, tick length)
{
    struct frame {
        int16_t left, right;
    } *frames = NULL;
    size_t count = 0, room = 0, got, first = 0, most = (size_t)tick_to_seconds(length) * SOUND_RATE;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return false;
    do {
        room += (size_t)60 * SOUND_RATE;
        frames = memory_resize(frames, room * sizeof *frames);
        got = fread(frames + count, sizeof *frames, room - count, file);
        count += got;
    } while (count == room);
    fclose(file);
    while (first < count && frames[first].left == 0)
        first++;
    size_t from = first < SOUND_RATE ? 0 : first - SOUND_RATE;
    size_t left = count - from < most ? count - from : most;
    file = fopen(path, "wb");
    bool written = file != NULL && fwrite(frames + from, sizeof *frames, left, file) == left;
    written = file != NULL && fclose(file) == 0 && written;
    free(frames);
    return written;
}

static int volume(int argc, char **argv, int index)
{
    return argc > index ? atoi(argv[index]) : 100;
}

int main(int argc, char **argv)
{
    struct plan_file plan;
    if (argc < 3 || !plan_file_read(&plan, argv[1]))
        return 2;
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", argv[2], 1);
    setenv("SDL_DISKAUDIODELAY", "0", 1);
    hall.player = pthread_self();
    struct sound_options options = {
        .manner = plan.manner, .voice = true, .volume = 100, .speed = 1, .volumes = BUS_FULL};
    options.volumes[BUS_VOICE] = volume(argc, argv, 3);
    options.volumes[BUS_CUES] = volume(argc, argv, 4);
    options.volumes[BUS_BREATH] = volume(argc, argv, 5);
    struct sound *sound = sound_create(&options, hall_clock);
    sound_prepare(sound, &plan.timeline, 0);
    until_ready(sound);
    bool heard = sound_tend(sound, 0);
    if (heard)
        rehearse(sound, &plan.timeline);
    play_until(TICK_NEVER);
    sound_destroy(sound);
    heard = heard && cut(argv[2], LEAD + plan.timeline.total + AFTER_THE_END);
    plan_file_finish(&plan);
    return heard ? 0 : 1;
}

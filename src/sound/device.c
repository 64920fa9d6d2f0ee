// SPDX-License-Identifier: MIT
#include "sound/device.h"

#include "base/arena.h"
#include "base/log.h"
#include "sound/alsa.h"
#include "sound/thread.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <stdlib.h>
#include <string.h>

/* Frames, 21 ms. Cues are placed inside the chunk, so a larger one costs no exactness, and two of
 * them bridge a machine that is busy for 40 ms. */
enum { CHUNK = 1024 };
#define FIRST_PAUSE (500 * TICK_MS)
#define LONGEST_PAUSE (10 * TICK_S)
#define SLOW_ANSWER (10 * TICK_S)
#define CLOSE_MOST (1 * TICK_S)
#define FADE_MOST (900 * TICK_MS)

struct device {
    struct mix *mix;
    struct device_options options;
    pthread_t thread;
    pthread_mutex_t lock; /* guards wanted, ending, ended, abandoned */
    pthread_cond_t wake, over;
    bool wanted, ending, ended, abandoned;
    _Atomic enum device_state state;
    atomic_bool tried;
    atomic_bool lost;  /* the open device is gone */
    atomic_bool found; /* another device appeared */

    /* The main thread's own. */
    tick pause, next_try, asked_at;
    bool said_slow;
};

/* Runs in whatever thread the event comes from. Of an open device that is lost, `which` is the id;
 * of any other device that goes away, 0. */
static int watch(void *context, SDL_Event *event)
{
    struct device *device = context;
    if (event->type == SDL_AUDIODEVICEREMOVED && !event->adevice.iscapture &&
        event->adevice.which != 0)
        atomic_store(&device->lost, true);
    if (event->type == SDL_AUDIODEVICEADDED && !event->adevice.iscapture)
        atomic_store(&device->found, true);
    return 0;
}

static void fill(void *context, Uint8 *stream, int length)
{
    struct device *device = context;
    mix_render(device->mix, device->options.clock(), (int16_t *)(void *)stream, length / 4);
}

static void close_device(struct device *device)
{
    Mix_SetPostMix(NULL, NULL);
    int rate, channels;
    Uint16 format;
    while (Mix_QuerySpec(&rate, &format, &channels) > 0)
        Mix_CloseAudio();
    /* SDL's link to a sound server that ended is not renewed in any other way. */
    if (SDL_WasInit(SDL_INIT_AUDIO) != 0)
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    mix_restart(device->mix);
}

static bool open_device(struct device *device)
{
    alsa_hush();
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_APP_NAME, "unknot");
    SDL_SetHint(SDL_HINT_AUDIO_DEVICE_STREAM_NAME, "routine");
    atomic_store(&device->lost, false);
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return false;
    /* When this fails the subsystem stays up: it is what reports a device that is plugged in. */
    /* No change is allowed: a device of another rate or other channels is SDL's to convert for. */
    if (Mix_OpenAudioDevice(SOUND_RATE, AUDIO_S16SYS, 2, CHUNK, NULL, 0) != 0)
        return false;
    Mix_SetPostMix(fill, device);
    return true;
}

static void try_open(struct device *device)
{
    close_device(device);
    bool open = open_device(device);
    /* Starting SDL's audio announces every device there is. */
    atomic_store(&device->found, false);
    if (open) {
        log_info("the sound device is open (%s)", SDL_GetCurrentAudioDriver());
        atomic_store(&device->state, DEVICE_OPEN);
    } else {
        log_info("no sound device: %s", SDL_GetError());
        atomic_store(&device->state, DEVICE_NONE);
    }
    device->options.tried(device->options.context, open);
    atomic_store(&device->tried, true);
}

static void release(struct device *device)
{
    pthread_cond_destroy(&device->wake);
    pthread_cond_destroy(&device->over);
    pthread_mutex_destroy(&device->lock);
    free(device->mix);
    free(device);
}

/* SDL's audio is one for the whole program. A thread that was left to itself has it until it ends
 * after all, and the next device waits for that. */
static pthread_mutex_t audio = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *context)
{
    struct device *device = context;
    pthread_mutex_lock(&audio);
    pthread_mutex_lock(&device->lock);
    while (!device->ending) {
        if (!device->wanted) {
            pthread_cond_wait(&device->wake, &device->lock);
            continue;
        }
        device->wanted = false;
        pthread_mutex_unlock(&device->lock);
        try_open(device);
        pthread_mutex_lock(&device->lock);
    }
    pthread_mutex_unlock(&device->lock);
    close_device(device);
    Mix_Quit();
    SDL_TLSCleanup();
    pthread_mutex_unlock(&audio);
    pthread_mutex_lock(&device->lock);
    device->ended = true;
    bool abandoned = device->abandoned;
    pthread_cond_signal(&device->over);
    pthread_mutex_unlock(&device->lock);
    if (!abandoned)
        return NULL;
    if (device->options.left != NULL)
        device->options.left(device->options.context);
    release(device);
    return NULL;
}

struct device *device_create(struct mix *mix, const struct device_options *options)
{
    struct device *device = memory_alloc(sizeof *device);
    memset(device, 0, sizeof *device);
    device->mix = mix;
    device->options = *options;
    device->wanted = true;
    device->pause = FIRST_PAUSE;
    atomic_init(&device->state, DEVICE_OPENING);
    pthread_mutex_init(&device->lock, NULL);
    thread_cond_init(&device->wake);
    thread_cond_init(&device->over);
    /* SDL counts its subsystems without a lock: the one that audio shares with video is up before
     * the thread begins, and stays until it has ended. */
    SDL_InitSubSystem(SDL_INIT_EVENTS);
    SDL_AddEventWatch(watch, device);
    if (thread_start(&device->thread, work, device))
        return device;
    log_warning("no thread for the sound device; there will be no sound");
    SDL_DelEventWatch(watch, device);
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
    device->mix = NULL;
    release(device);
    return NULL;
}

static void fade_out(struct device *device)
{
    if (device_state(device) != DEVICE_OPEN)
        return;
    mix_flush(device->mix);
    atomic_store(&device->mix->closed, true);
    for (tick waited = 0; waited < FADE_MOST; waited += 5 * TICK_MS) {
        if (atomic_load(&device->mix->sounding) == 0)
            break;
        thread_sleep(5 * TICK_MS);
    }
}

/* True when the thread ended in time. */
static bool end_thread(struct device *device)
{
    pthread_mutex_lock(&device->lock);
    device->ending = true;
    pthread_cond_signal(&device->wake);
    while (!device->ended && thread_cond_wait(&device->over, &device->lock, CLOSE_MOST)) {
    }
    bool ended = device->ended;
    device->abandoned = !ended;
    pthread_mutex_unlock(&device->lock);
    return ended;
}

bool device_destroy(struct device *device)
{
    if (device == NULL)
        return true;
    SDL_DelEventWatch(watch, device);
    fade_out(device);
    pthread_t thread = device->thread; /* an abandoned thread frees the rest */
    if (!end_thread(device)) {
        log_warning("the sound device does not answer; it is left to itself");
        pthread_detach(thread);
        return false;
    }
    pthread_join(thread, NULL);
    SDL_QuitSubSystem(SDL_INIT_EVENTS);
    release(device);
    return true;
}

enum device_state device_state(const struct device *device)
{
    return atomic_load(&device->state);
}

bool device_tried(const struct device *device)
{
    return atomic_load(&device->tried);
}

static void ask(struct device *device, tick now)
{
    atomic_store(&device->state, DEVICE_OPENING);
    device->asked_at = now;
    device->said_slow = false;
    device->next_try = now + device->pause;
    device->pause = device->pause * 2 < LONGEST_PAUSE ? device->pause * 2 : LONGEST_PAUSE;
    pthread_mutex_lock(&device->lock);
    device->wanted = true;
    pthread_cond_signal(&device->wake);
    pthread_mutex_unlock(&device->lock);
}

static void say_when_slow(struct device *device, tick now)
{
    if (device->asked_at == 0)
        device->asked_at = now;
    if (device->said_slow || now - device->asked_at < SLOW_ANSWER)
        return;
    log_warning("the sound device does not answer; going on without sound");
    device->said_slow = true;
}

void device_tend(struct device *device, tick now)
{
    enum device_state state = device_state(device);
    if (state == DEVICE_OPENING) {
        say_when_slow(device, now);
        return;
    }
    if (state == DEVICE_OPEN && !atomic_load(&device->lost)) {
        /* It has held for a while: the next loss is a new story. */
        if (now > device->next_try + LONGEST_PAUSE)
            device->pause = FIRST_PAUSE;
        return;
    }
    bool found = state == DEVICE_NONE && atomic_load(&device->found) &&
                 now - device->asked_at >= FIRST_PAUSE;
    if (now < device->next_try && !found)
        return;
    if (state == DEVICE_OPEN && device->pause == FIRST_PAUSE)
        log_warning("the sound device was lost; trying to open one again");
    ask(device, now);
}

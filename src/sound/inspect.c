// SPDX-License-Identifier: MIT
#include "sound/inspect.h"

#include "base/arena.h"
#include "sound/alsa.h"
#include "sound/clip.h"
#include "sound/thread.h"
#include "sound/voice.h"

#include <pthread.h>
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* A sound server that hangs holds up its own thread and nothing else. */
enum { PATIENCE_S = 3 };

static void copy(char to[INSPECT_SOUND_NAME], const char *from)
{
    (void)snprintf(to, INSPECT_SOUND_NAME, "%s", from != NULL ? from : "");
}

static void name_device(struct inspected_sound *found)
{
    char *name = NULL;
    SDL_AudioSpec spec;
    if (SDL_GetDefaultAudioInfo(&name, &spec, 0) == 0)
        copy(found->device, name);
    SDL_free(name);
}

static void try_device(struct inspected_sound *found)
{
    enum { FRAMES = 512 };
    const SDL_AudioSpec wanted = {
        .freq = SOUND_RATE, .format = AUDIO_S16SYS, .channels = 2, .samples = FRAMES};
    SDL_AudioSpec got;
    found->state = INSPECT_FAILS;
    alsa_hush();
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) {
        copy(found->why, SDL_GetError());
        return;
    }
    copy(found->driver, SDL_GetCurrentAudioDriver());
    SDL_AudioDeviceID id = SDL_OpenAudioDevice(NULL, 0, &wanted, &got, SDL_AUDIO_ALLOW_ANY_CHANGE);
    if (id != 0) {
        found->state = INSPECT_FINE;
        found->rate = got.freq;
        name_device(found);
        SDL_CloseAudioDevice(id);
    } else {
        copy(found->why, SDL_GetError());
    }
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

static void *inspect(void *context)
{
    try_device(context);
    SDL_TLSCleanup(); /* what SDL keeps of a thread that it did not start */
    return NULL;
}

void inspect_sound(struct inspected_sound *out)
{
    struct inspected_sound *found = memory_alloc(sizeof *found);
    *found = (struct inspected_sound){.state = INSPECT_FAILS};
    *out = (struct inspected_sound){.state = INSPECT_SILENT};
    pthread_t thread;
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += PATIENCE_S;
    bool started = thread_start(&thread, inspect, found);
    if (started && pthread_clockjoin_np(thread, NULL, CLOCK_MONOTONIC, &until) != 0) {
        pthread_detach(thread); /* and `found` stays with it */
        return;
    }
    if (started)
        *out = *found;
    free(found);
}

bool inspect_voice(void)
{
    struct voice *voice = voice_create();
    voice_destroy(voice);
    return voice != NULL;
}

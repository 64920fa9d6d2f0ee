// SPDX-License-Identifier: MIT
#include "platform/gamepads.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/log.h"

#include <SDL.h>
#include <unistd.h>

/* A paused screen looks this often: a press is seen at once, and a pad that is plugged in soon. */
#define PACE_OPEN (30 * TICK_MS)
#define PACE_NONE (2 * TICK_S)

/* The whole collection of the community is under one megabyte. */
enum { MAPPINGS_MOST_BYTES = 4 * 1024 * 1024 };

static void read_mappings(const char *path)
{
    struct arena arena;
    const char *text, *error;
    size_t length;
    if (path == NULL || access(path, F_OK) != 0)
        return;
    arena_init(&arena);
    if (!file_read(&arena, path, MAPPINGS_MOST_BYTES, &text, &length, &error)) {
        log_warning("%s: %s", path, error);
    } else {
        SDL_RWops *file = SDL_RWFromConstMem(text, (int)length);
        int added = file != NULL ? SDL_GameControllerAddMappingsFromRW(file, 1) : 0;
        log_info("%s: %d gamepads", path, added > 0 ? added : 0);
    }
    arena_finish(&arena);
}

void gamepads_start(struct gamepads *gamepads, const char *mappings)
{
    *gamepads = (struct gamepads){.started = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0};
    if (!gamepads->started)
        log_info("no gamepads: %s", SDL_GetError());
    else
        read_mappings(mappings);
}

void gamepads_stop(struct gamepads *gamepads)
{
    if (gamepads->started)
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    *gamepads = (struct gamepads){0};
}

bool gamepads_look(const struct gamepads *gamepads)
{
    if (!gamepads->started)
        return false;
    SDL_JoystickUpdate();
    /* The same as joysticks: nobody listens to those, and they would wake whoever waits. */
    SDL_FlushEvents(SDL_JOYAXISMOTION, SDL_CONTROLLERAXISMOTION - 1);
    return SDL_HasEvents(SDL_CONTROLLERAXISMOTION, SDL_CONTROLLERDEVICEREMAPPED) == SDL_TRUE;
}

tick gamepads_pace(const struct gamepads *gamepads)
{
    return !gamepads->started ? TICK_NEVER : gamepads->count > 0 ? PACE_OPEN : PACE_NONE;
}

static void open_pad(struct gamepads *gamepads, int index)
{
    /* SDL may tell of one pad twice. */
    if (SDL_GameControllerFromInstanceID(SDL_JoystickGetDeviceInstanceID(index)) != NULL)
        return;
    SDL_GameController *pad = SDL_GameControllerOpen(index);
    if (pad == NULL) {
        log_info("a gamepad cannot be used: %s", SDL_GetError());
        return;
    }
    log_info("a gamepad: %s", SDL_GameControllerName(pad));
    gamepads->count++;
}

static void close_pad(struct gamepads *gamepads, SDL_JoystickID id)
{
    SDL_GameController *pad = SDL_GameControllerFromInstanceID(id);
    if (pad == NULL)
        return;
    SDL_GameControllerClose(pad);
    gamepads->count--;
}

void gamepads_event(struct gamepads *gamepads, const SDL_Event *event)
{
    if (event->type == SDL_CONTROLLERDEVICEADDED)
        open_pad(gamepads, event->cdevice.which);
    else if (event->type == SDL_CONTROLLERDEVICEREMOVED)
        close_pad(gamepads, event->cdevice.which);
}

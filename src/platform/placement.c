// SPDX-License-Identifier: MIT
#include "platform/placement.h"

#include "base/log.h"

#include <stdio.h>

/* The desktop takes its time to arrange itself after a display came or went. */
#define SETTLES (500 * TICK_MS)

static const char *name_of(int display)
{
    const char *name = SDL_GetDisplayName(display);
    return name != NULL ? name : "";
}

void placement_init(struct placement *placement, int display)
{
    *placement = (struct placement){.display = display, .due = TICK_NEVER};
    (void)snprintf(placement->name, sizeof placement->name, "%s", name_of(display));
}

void placement_choose(struct placement *placement, SDL_Window *window)
{
    int display = SDL_GetWindowDisplayIndex(window);
    if (display >= 0)
        placement_init(placement, display);
}

void placement_event(struct placement *placement, tick now)
{
    placement->due = now + SETTLES;
}

/* On X11 SDL may keep the list of displays that it began with. What it can be asked for at any time
 * is the part of a display that the desktop uses, and that is nothing where the display is gone. */
static bool is_there(int display)
{
    SDL_Rect used;
    return SDL_GetDisplayUsableBounds(display, &used) != 0 || (used.w > 0 && used.h > 0);
}

/* -1: it is not there. */
static int find(const struct placement *placement)
{
    int count = SDL_GetNumVideoDisplays();
    if (placement->display < count && SDL_strcmp(placement->name, name_of(placement->display)) == 0)
        return is_there(placement->display) ? placement->display : -1;
    for (int i = 0; i < count; i++)
        if (placement->name[0] != '\0' && SDL_strcmp(placement->name, name_of(i)) == 0)
            return is_there(i) ? i : -1;
    return -1;
}

static void go_back(struct placement *placement, SDL_Window *window, int display)
{
    int at = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
    log_info("display %d is there again", display);
    placement->display = display;
    SDL_SetWindowFullscreen(window, 0);
    SDL_SetWindowPosition(window, at, at);
    SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

bool placement_look(struct placement *placement, SDL_Window *window, bool full_screen, tick now)
{
    if (now < placement->due)
        return false;
    placement->due = TICK_NEVER;
    if (!full_screen)
        return false;
    bool was_away = placement->away;
    int display = find(placement);
    placement->away = display < 0;
    if (was_away && display >= 0)
        go_back(placement, window, display);
    if (!was_away && placement->away)
        log_info("the display is gone");
    return !was_away && placement->away;
}

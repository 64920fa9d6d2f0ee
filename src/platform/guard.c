// SPDX-License-Identifier: MIT
#include "platform/guard.h"

#include "base/log.h"

/* Without an event, too: not every server tells that another window lies over this one. */
#define GUARD_ROUND (20 * TICK_S)
/* What a window manager does is done by then. */
#define GUARD_SETTLES (100 * TICK_MS)

static bool is_gone(SDL_Window *window)
{
    return (SDL_GetWindowFlags(window) & (SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED)) != 0;
}

static bool is_away(SDL_Window *window, bool full_screen)
{
    Uint32 flags = SDL_GetWindowFlags(window);
    return is_gone(window) || (flags & SDL_WINDOW_INPUT_FOCUS) == 0 ||
           (full_screen && (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) == 0);
}

static void bring_back(SDL_Window *window, bool full_screen)
{
    if (full_screen && (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN_DESKTOP) == 0)
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_RaiseWindow(window);
    SDL_SetWindowKeyboardGrab(window, SDL_TRUE);
}

void guard_hold(SDL_Window *window)
{
    SDL_SetWindowAlwaysOnTop(window, SDL_TRUE);
    SDL_SetWindowKeyboardGrab(window, SDL_TRUE);
}

void guard_start(struct guard *guard, SDL_Window *window, tick now)
{
    /* Alt+Tab would make a full screen that has the keyboard small. */
    SDL_SetHintWithPriority(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0", SDL_HINT_OVERRIDE);
    SDL_ShowCursor(SDL_DISABLE);
    guard_hold(window);
    *guard = (struct guard){.on = true, .due = now + GUARD_SETTLES, .last = now - GUARD_PACE};
}

void guard_event(struct guard *guard, const SDL_WindowEvent *event, tick now)
{
    bool matters =
        event->event == SDL_WINDOWEVENT_MINIMIZED || event->event == SDL_WINDOWEVENT_HIDDEN ||
        event->event == SDL_WINDOWEVENT_FOCUS_LOST || event->event == SDL_WINDOWEVENT_MOVED ||
        event->event == SDL_WINDOWEVENT_SIZE_CHANGED;
    tick soon = now + GUARD_SETTLES;
    if (guard->on && matters && soon < guard->due)
        guard->due = soon;
}

bool guard_look(struct guard *guard, SDL_Window *window, bool full_screen, tick now)
{
    if (!guard->on || now < guard->due)
        return false;
    guard->due = now + GUARD_ROUND;
    if (!is_away(window, full_screen))
        return false;
    guard->due = now + GUARD_PACE;
    if (now < guard->last + GUARD_PACE)
        return false;
    guard->last = now;
    log_debug("the window was taken away and is brought back");
    if (is_gone(window))
        return true;
    bring_back(window, full_screen);
    return false;
}

tick guard_next(const struct guard *guard)
{
    return guard->on ? guard->due : TICK_NEVER;
}

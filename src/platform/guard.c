// SPDX-License-Identifier: MIT
#include "platform/guard.h"

#include "base/log.h"

/* Without an event, too: not every server tells that another window lies over this one. */
#define GUARD_ROUND (20 * TICK_S)
/* What a window manager does is done by then. */
#define GUARD_SETTLES (100 * TICK_MS)
/* After displays changed it takes longer until the window has its size. */
#define GUARD_PATIENCE (10 * TICK_S)
/* Where a new window does not help either, somebody else is stronger. */
#define GUARD_LONGEST_PACE (10 * TICK_MIN)

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

static void forget_place(struct guard *guard)
{
    guard->place = (struct x11_place){0};
    guard->pace = GUARD_PATIENCE;
}

static bool is_same(const struct x11_place *a, const struct x11_place *b)
{
    return SDL_RectEquals(&a->window, &b->window) && SDL_RectEquals(&a->screen, &b->screen);
}

/* A window manager was asked for a full screen, and has its reasons for a while. True: for too
 * long. */
static bool is_stuck(struct guard *guard, const struct x11_place *place, tick now)
{
    if (!is_same(&guard->place, place))
        guard->since = now;
    guard->place = *place;
    if (now < guard->since + GUARD_PATIENCE || now < guard->renewed + guard->pace)
        return false;
    guard->renewed = now;
    guard->pace = SDL_min(guard->pace * 2, GUARD_LONGEST_PACE);
    return true;
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
    forget_place(guard);
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
    /* SDL goes on to call it a full screen when another program moved it, or made it smaller. */
    struct x11_place place;
    bool told = full_screen && x11_look(window, &place), misplaced = told && !place.covered;
    bool stuck = misplaced && place.managed && is_stuck(guard, &place, now);
    bool away = is_away(window, full_screen) || (misplaced && !place.managed);
    if (!misplaced)
        forget_place(guard);
    guard->due = now + (away || misplaced ? GUARD_PACE : GUARD_ROUND);
    if (!stuck && (!away || now < guard->last + GUARD_PACE))
        return false;
    guard->last = now;
    log_debug("the window was taken away and is brought back");
    if (stuck || is_gone(window))
        return true;
    bring_back(window, full_screen);
    if (told && !place.managed)
        x11_put(window, &place.screen);
    return false;
}

tick guard_next(const struct guard *guard)
{
    return guard->on ? guard->due : TICK_NEVER;
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_GUARD_H
#define UNKNOT_PLATFORM_GUARD_H

#include "base/tick.h"
#include "platform/x11.h"

#include <SDL.h>
#include <stdbool.h>

/* Keeps the window of a kiosk where it is: over everything, as large as its display, with the
 * keyboard. Whatever takes it away - a window manager's shortcut, another program - it is brought
 * back, but never more often than every GUARD_PACE, so that two programs that both want to be in
 * front do not fight over every frame. One thread. */
#define GUARD_PACE (2 * TICK_S)

struct guard {
    bool on;
    tick due;               /* when to look again */
    tick last;              /* when it was brought back */
    struct x11_place place; /* where it is though it should not; empty: it is where it should be */
    tick since;             /* it is there */
    tick renewed, pace;     /* when that was mended, and how long to wait until the next time */
};

void guard_start(struct guard *guard, SDL_Window *window, tick now);
/* Something happened to the window. */
void guard_event(struct guard *guard, const SDL_WindowEvent *event, tick now);
/* Looks, if it is time. True: the window is gone, or stays where it does not belong, and another
 * one is to be opened in its place and held. SDL waits for the window manager when it shows a
 * window again, for ever where that one keeps it small on a desktop that is not seen; a new window
 * comes to the one that is. */
bool guard_look(struct guard *guard, SDL_Window *window, bool full_screen, tick now);
/* Over all others, with the keyboard. */
void guard_hold(SDL_Window *window);
/* When to look again; TICK_NEVER: not before something happens. */
tick guard_next(const struct guard *guard);

#endif

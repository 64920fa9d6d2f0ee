// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_X11_H
#define UNKNOT_PLATFORM_X11_H

#include <SDL.h>
#include <stdbool.h>

/* What SDL does not say of an X server, or leaves undone there. This is the one place that asks SDL
 * for what its window is made of; with another driver all of it does nothing. Main thread. */

/* The program has this window from now on. That one of somebody else vanished while SDL asked for
 * it, such as a window manager's that ended, is no reason to end, too; that this one did, is. */
void x11_begin(SDL_Window *window);

struct x11_place {
    SDL_Rect window;
    SDL_Rect screen; /* that the window is on, as the server has it now; SDL may remember another */
    bool covered;    /* by the window: the screen, or all of them */
    bool managed;    /* a window manager is there that knows what a full screen is */
};
/* False: it cannot be told, or every display is switched off. */
bool x11_look(SDL_Window *window, struct x11_place *out);
/* Where no window manager does it: puts the window there and gives it the keyboard. */
void x11_put(SDL_Window *window, const SDL_Rect *screen);

/* The server's own screen saver may come again. SDL asks the desktop by D-Bus to hold its saver
 * off, and where nobody answers there, it suspends the server's. SDL 2.26 never takes that back:
 * its half for D-Bus says that nothing is held, and it leaves it at that. Where D-Bus holds the
 * saver off this changes nothing. */
void x11_release_saver(SDL_Window *window);
/* Switches the displays off or on, whatever times the server was given for that. A key, a button or
 * a finger switches them on, too. Waits for the server. */
void x11_power(SDL_Window *window, bool on);

#endif

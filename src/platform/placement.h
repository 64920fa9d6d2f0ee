// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PLACEMENT_H
#define UNKNOT_PLATFORM_PLACEMENT_H

#include "base/tick.h"

#include <SDL.h>
#include <stdbool.h>

/* On which display a full screen belongs. When that one is taken away, the window manager or SDL
 * shows the window on one that is left; when it is there again, the window goes back to it. A
 * window that is no full screen stays where the person puts it. One thread.
 */
struct placement {
    int display;   /* where it belongs; SDL's numbers change as displays come and go */
    char name[64]; /* of that display; empty: it has none */
    bool away;     /* that display is not there */
    tick due;      /* when to look again; TICK_NEVER: when something happens */
};

void placement_init(struct placement *placement, int display);
/* The window was put on the display that it is on now. */
void placement_choose(struct placement *placement, SDL_Window *window);
/* Something happened to the displays or to the window. */
void placement_event(struct placement *placement, tick now);
/* Looks, if it is time. True: the display that the full screen was on went away. */
bool placement_look(struct placement *placement, SDL_Window *window, bool full_screen, tick now);

#endif

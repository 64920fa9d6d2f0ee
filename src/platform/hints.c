// SPDX-License-Identifier: MIT
#include "platform/hints.h"

#include <SDL_hints.h>
#include <stddef.h>

struct hint {
    const char *name, *value;
    SDL_HintPriority priority;
};

static const struct hint hints[] = {
    /* SDL would turn a signal, a lost display and Alt+F4 into the same event; signals.c keeps them
     * apart. */
    {SDL_HINT_NO_SIGNAL_HANDLERS, "1", SDL_HINT_OVERRIDE},
    /* Closing the window is a request like any other: nothing ends behind the loop's back. */
    {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0", SDL_HINT_OVERRIDE},
    /* SDL makes mouse events of touches and the reverse; each press would count twice. */
    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0", SDL_HINT_OVERRIDE},
    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0", SDL_HINT_OVERRIDE},
    /* Gamepads are looked at when the loop waits: SDL would do it a thousand times a second. */
    {SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0", SDL_HINT_OVERRIDE},
    /* The kernel's own drivers serve them all. SDL's would read raw reports, which some pads send
     * 250 times a second while they lie on the table. */
    {SDL_HINT_JOYSTICK_HIDAPI, "0", SDL_HINT_DEFAULT},
    /* Buttons go by their place on every pad: what a hint on the screen calls them is up to the
       make. */
    {SDL_HINT_GAMECONTROLLER_USE_BUTTON_LABELS, "0", SDL_HINT_DEFAULT},
    /* What holds the saver off, for the desktop's own list of it. */
    {SDL_HINT_APP_NAME, "unknot", SDL_HINT_DEFAULT},
    {SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "exercise", SDL_HINT_DEFAULT},
    /* The saver is held off only while an exercise runs, not from the first window on. */
    {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1", SDL_HINT_DEFAULT},
    /* A session stays on the screen when a message from elsewhere takes the focus. */
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0", SDL_HINT_DEFAULT},
    /* The compositor stays on: switching it off makes the whole desktop blink. */
    {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0", SDL_HINT_DEFAULT},
    /* Without a graphics card the window's own memory is painted on; SDL would otherwise try OpenGL
     * first, which costs 100 MB and half a second where it is emulated. */
    {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0", SDL_HINT_DEFAULT},
};

void hints_set(void)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        SDL_SetHintWithPriority(hints[i].name, hints[i].value, hints[i].priority);
}

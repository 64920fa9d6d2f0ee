// SPDX-License-Identifier: MIT
#include "platform/remote.h"

#include "base/catalog.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

const struct remote_button remote_buttons[REMOTE_BUTTONS] = {
    {SDLK_AUDIOPLAY, ACTION_PLAY_PAUSE, N_("Play")},
    {SDLK_RETURN, ACTION_CONTINUE, N_("OK")},
    {SDLK_RIGHT, ACTION_NEXT, N_("Right")},
    {SDLK_LEFT, ACTION_BACK, N_("Left")},
    {SDLK_UP, ACTION_UP, N_("Up")},
    {SDLK_DOWN, ACTION_DOWN, N_("Down")},
    {SDLK_MENU, ACTION_HELP, N_("Menu")},
    {SDLK_ESCAPE, ACTION_LEAVE, N_("Back")},
};

static const SDL_Keycode only_remotes[] = {
    SDLK_SELECT,    SDLK_RETURN2,    SDLK_EXECUTE,     SDLK_MENU,
    SDLK_CANCEL,    SDLK_STOP,       SDLK_AGAIN,       SDLK_AC_BACK,
    SDLK_AC_STOP,   SDLK_AC_FORWARD, SDLK_AUDIOPLAY,   SDLK_AUDIOSTOP,
    SDLK_AUDIONEXT, SDLK_AUDIOPREV,  SDLK_AUDIOREWIND, SDLK_AUDIOFASTFORWARD,
};

/* A key that SDL does not know is no sign of either. */
static const SDL_Keycode both[] = {
    SDLK_RETURN, SDLK_KP_ENTER, SDLK_ESCAPE,     SDLK_BACKSPACE, SDLK_RIGHT,     SDLK_LEFT,
    SDLK_UP,     SDLK_DOWN,     SDLK_PAGEUP,     SDLK_PAGEDOWN,  SDLK_HOME,      SDLK_APPLICATION,
    SDLK_PAUSE,  SDLK_VOLUMEUP, SDLK_VOLUMEDOWN, SDLK_MUTE,      SDLK_AUDIOMUTE, SDLK_UNKNOWN,
};

static bool is_digit(SDL_Keycode key)
{
    return (key >= SDLK_0 && key <= SDLK_9) || (key >= SDLK_KP_1 && key <= SDLK_KP_0);
}

enum key_owner key_owner(SDL_Keycode key)
{
    for (size_t i = 0; i < COUNT(only_remotes); i++)
        if (only_remotes[i] == key)
            return KEY_OF_REMOTES;
    for (size_t i = 0; i < COUNT(both); i++)
        if (both[i] == key)
            return KEY_OF_BOTH;
    return is_digit(key) ? KEY_OF_BOTH : KEY_OF_KEYBOARDS;
}

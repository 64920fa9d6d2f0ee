// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_REMOTE_H
#define UNKNOT_PLATFORM_REMOTE_H

#include "session/action.h"

#include <SDL_keyboard.h>

/* Remote controls. Their adapters send keys, most of which a keyboard sends, too, and nothing else
 * tells the two apart. So a key that only remotes have says that one is in use, and Enter, Esc, the
 * arrows and what else both have then count as its own, until a key that only keyboards have. A
 * person who knows better says so in the settings, and then none of it counts. */
enum key_owner {
    KEY_OF_KEYBOARDS,
    KEY_OF_BOTH,
    KEY_OF_REMOTES, /* or among the few with which a keyboard plays music */
};
enum key_owner key_owner(SDL_Keycode key);

/* A button that every remote has: what it sends, and what is written on it. */
struct remote_button {
    SDL_Keycode key;
    enum action action;
    const char *label;
};
enum { REMOTE_BUTTONS = 8 };
extern const struct remote_button remote_buttons[REMOTE_BUTTONS];

#endif

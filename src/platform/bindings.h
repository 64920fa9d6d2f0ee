// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_BINDINGS_H
#define UNKNOT_PLATFORM_BINDINGS_H

#include "document/document.h"
#include "session/session.h"

#include <SDL_gamecontroller.h>
#include <SDL_keyboard.h>

/* What keys, gamepad buttons and gestures mean: one table for each kind of device (bindings.c), and
 * over them what the user wrote under `keys:` in the settings. */

/* SDL's buttons, and the triggers as two more. The left stick counts as the directional pad. */
enum { PAD_LEFT_TRIGGER = SDL_CONTROLLER_BUTTON_MAX, PAD_RIGHT_TRIGGER, PAD_BUTTONS };

/* Whose names are shown: the keyboard's, a remote control's, those on a gamepad of that make, or
 * those of gestures. What a button does goes by its place on the pad, whatever is written on it
 * there. */
enum naming {
    NAMING_KEYBOARD,
    NAMING_REMOTE,
    NAMING_PAD, /* of no make that is known */
    NAMING_XBOX_360,
    NAMING_XBOX,
    NAMING_PLAYSTATION_3,
    NAMING_PLAYSTATION_4,
    NAMING_PLAYSTATION_5,
    NAMING_NINTENDO,
    NAMING_TOUCH,
    NAMINGS
};

enum { BINDINGS_MOST = 64, BINDINGS_LABEL = 24 };

/* One line of `keys:`. */
struct binding {
    enum device_kind device;
    int code;                   /* SDL_Keycode, or a button of the pad */
    char label[BINDINGS_LABEL]; /* of a key, as on the help screen */
    enum action action;         /* ACTION_NONE: it does nothing */
};

struct bindings {
    struct binding items[BINDINGS_MOST];
    size_t count;
    /* What is shown for each action; NULL: nothing asks for it. Labels of the user's own point into
     * `items`, so this is not to be copied. */
    const char *labels[NAMINGS][ACTION_COUNT];
};

/* `keys`: a NODE_MAP of texts, or NULL: as usual. A line that means nothing is an error in `diags`
 * and left out. `diags` is unused where there are no keys. */
void bindings_init(struct bindings *bindings, const struct node *keys, struct diag_list *diags);

/* Each returns false where there is no meaning. `held`: SDL_Keymod bits. */
bool bindings_key(const struct bindings *bindings, SDL_Keycode key, Uint16 held,
                  struct request *out);
/* Where digits are above Shift and signs elsewhere, what a key writes counts, not what it is. */
bool bindings_text(const struct bindings *bindings, const char *text, struct request *out);
bool bindings_button(const struct bindings *bindings, int button, struct request *out);

/* What is written on a gamepad of that type. */
enum naming naming_of_pad(SDL_GameControllerType type);
/* For a screen that is looked at by somebody who holds such a device. */
struct key_names bindings_names(const struct bindings *bindings, enum naming naming);

/* What goes on: by enum device_kind, as in timeline_options. */
void bindings_go_on(const struct bindings *bindings, const char *out[DEVICES]);

#endif

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

/* Devices that are shown with names of their own. */
enum bindings_device { DEVICE_KEYBOARD, DEVICE_PAD, DEVICE_TOUCH, DEVICES };

enum { BINDINGS_MOST = 64, BINDINGS_LABEL = 24 };

/* One line of `keys:`. */
struct binding {
    enum bindings_device device;
    int code;                   /* SDL_Keycode, or a button of the pad */
    char label[BINDINGS_LABEL]; /* as on the help screen */
    enum action action;         /* ACTION_NONE: it does nothing */
};

struct bindings {
    struct binding items[BINDINGS_MOST];
    size_t count;
    /* By device: what is shown for each action; NULL: nothing asks for it. Labels of the user's own
     * point into `items`, so this is not to be copied. */
    const char *labels[DEVICES][ACTION_COUNT];
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

#endif

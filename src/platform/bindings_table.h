// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_BINDINGS_TABLE_H
#define UNKNOT_PLATFORM_BINDINGS_TABLE_H

#include "platform/bindings.h"

/* Between bindings.c, which holds the tables, and bindings_read.c, which lays the user's own over
 * them. */
struct binding_button {
    const char *name; /* as under `keys:`; NULL: a button that no table knows */
    enum action action;
    /* As on the help screen. NULL: as on the make that it is like. */
    const char *labels[NAMINGS];
};
extern const struct binding_button binding_buttons[PAD_BUTTONS];
/* What the help screen calls them; NULL: no gesture asks for it. */
extern const char *const binding_gestures[ACTION_COUNT];

/* What is written there on such a pad. */
const char *binding_button_label(int button, enum naming naming);

/* The user's own meaning of a key or a button; NULL: none. */
const struct binding *binding_find(const struct bindings *bindings, enum device_kind device,
                                   int code);
/* The key that is named by the one character it writes; 0: it is no single character. */
SDL_Keycode binding_key_writing(const char *text);
/* The first key of the table for an action; 0: none. */
SDL_Keycode binding_key_asking(int action);

#endif

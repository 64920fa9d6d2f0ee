// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_ACTION_H
#define UNKNOT_SESSION_ACTION_H

#include "timeline/prompt.h"

#include <stdbool.h>
#include <stddef.h>

/* Everything a person can ask for, whatever device it comes from. One table (action.c) gives each
 * its name, its words for the help screen and its usual key; platform/ maps devices to it, `--keys`
 * files and tests name it.
 */
enum action {
    ACTION_NONE,
    ACTION_PLAY_PAUSE, /* space */
    ACTION_CONTINUE,   /* Enter: answer a question, pass a gate, choose what has the focus */
    ACTION_NEXT,       /* right: next step */
    ACTION_BACK,       /* left: start of this step; again: the step before */
    ACTION_UP,
    ACTION_DOWN,
    ACTION_REPEAT,      /* R: this step from its start */
    ACTION_LOUDER,      /* + */
    ACTION_SOFTER,      /* - */
    ACTION_MUTE,        /* M */
    ACTION_EYES_CLOSED, /* E */
    ACTION_FULL_SCREEN, /* F */
    ACTION_HELP,        /* ? */
    ACTION_LEAVE,       /* Esc */
    ACTION_SEEK,        /* to a time: no key of its own */
    ACTION_RATE,        /* 0-10: digits */
    ACTION_QUIT,        /* the window's close button, a signal */
    ACTION_FOCUS_NEXT,  /* Tab: to the next of what can be chosen, and round */
    ACTION_FOCUS_BACK,  /* Shift+Tab */
    ACTION_PAGE_ON,     /* Page Down: where something goes by pages; else as next */
    ACTION_PAGE_BACK,   /* Page Up: the same; else as back */
    ACTION_FIRST,       /* Home: of what is chosen from */
    ACTION_LAST,        /* End */
    ACTION_PICK,        /* what was pressed on the screen: no key of its own */
    ACTION_COUNT
};

struct action_info {
    enum action action;
    bool repeats;      /* holding the key down asks again and again */
    const char *name;  /* as in a --keys file: "play-pause" */
    const char *label; /* as on the help screen: "Play or pause" */
    const char *key;   /* as on a keyboard: "Space"; NULL: none */
};

/* What a device calls what asks for each action: by enum action, in English; NULL: nothing does. */
struct key_names {
    enum device_kind device;     /* the one that was used last */
    const char *const *used;     /* its names; the whole NULL: the usual keys */
    const char *const *keyboard; /* those of the keyboard that is there, too; as above */
    const char *const *spoken;   /* the device's, for who cannot look at it; as above */
};

/* Indexed by enum action. */
extern const struct action_info action_table[ACTION_COUNT];
/* What it is where nothing goes by pages. */
enum action action_plain(enum action action);
/* ACTION_NONE when there is no such name. */
enum action action_from_name(const char *name);

#endif

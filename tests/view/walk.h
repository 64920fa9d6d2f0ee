// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_WALK_H
#define TESTS_VIEW_WALK_H

#include "platform/platform.h"
#include "view/view.h"

/* One way through screens, walked by keyboard, remote control, gamepad and touch, each through SDL
 * and a window. What is drawn on the way is the same for all of them, in one golden file; the lines
 * that differ because they say what to press are in one for remotes, one for gamepads and one for
 * touch. Who says in the settings what keys are on is told the same, whatever their keys send. */
enum { WALK_WIDTH = 1280, WALK_HEIGHT = 720 };

/* What a finger does in place of a key. */
enum {
    WALK_NOWHERE = -1,   /* it makes the gesture */
    WALK_AWAY = -2,      /* no need */
    WALK_TOP_LEFT = -10, /* it taps a corner; these go round */
    WALK_TOP_RIGHT,
    WALK_BOTTOM_RIGHT,
    WALK_BOTTOM_LEFT,
};

/* What is only on the way - WALK_AWAY, and all corners but the last - is not looked at, and takes
 * no time. */
struct walk_step {
    const char *what;
    enum action action; /* ACTION_NONE: nobody presses anything */
    int under;          /* the item that a finger touches, or one of the above */
};

/* What is seen; what remotes, gamepads and touch say to press. */
enum walk_golden { WALK_SEEN, WALK_REMOTE, WALK_GAMEPAD, WALK_TOUCH, WALK_GOLDENS };

/* What is walked through. */
struct walk {
    const struct walk_step *steps;
    size_t count;
    const char *golden[WALK_GOLDENS];
    /* From its beginning, for each device. */
    struct view_context *(*set_out)(void *context);
    void (*before)(void *context, const struct walk_step *step); /* NULL: nothing happens */
    void (*draw)(void *context);
    const struct focus_items *(*items)(void *context); /* of the last picture */
    /* NULL: nothing was pressed. */
    void (*take)(void *context, const struct platform_input *input, tick passes);
    void (*come_back)(void *context);
};

void walk_by_every_device(const struct walk *walk, void *context);

#endif

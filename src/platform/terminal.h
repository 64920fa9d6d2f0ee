// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_TERMINAL_H
#define UNKNOT_PLATFORM_TERMINAL_H

#include "base/tick.h"
#include "session/session.h"

#include <stdbool.h>
#include <termios.h>

/* Key presses from the keyboard of a text terminal. When standard input is something else (a pipe,
 * nothing at all) there are no presses and everything else works.
 */
struct terminal {
    bool raw; /* `before` is to be put back */
    struct termios before;
    bool open;               /* standard input may still give presses */
    unsigned char bytes[16]; /* read and not yet understood */
    int count;
};

void terminal_init(struct terminal *terminal);
/* Puts the terminal back as it was. */
void terminal_finish(struct terminal *terminal);
/* The next press; false when there is none. Never blocks. */
bool terminal_read(struct terminal *terminal, struct request *request);
/* Sleeps until `until` on the monotonic clock, a press or a signal. */
void terminal_sleep(struct terminal *terminal, tick until);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_IDLE_H
#define UNKNOT_PLATFORM_IDLE_H

#include "base/tick.h"

#include <stdbool.h>

/* How long nobody has touched the computer's keyboard or mouse, in whatever program: asked of the X
 * server's screen saver, of GNOME's shell, or of logind, whichever answers first. logind knows it
 * only once the desktop thinks so, some minutes late. */
struct idle;

/* NULL: nobody can tell here. */
struct idle *idle_open(void);
void idle_close(struct idle *idle);
/* Who tells, for the log. */
const char *idle_source(const struct idle *idle);
/* 0 when it cannot be told at the moment. */
tick idle_time(struct idle *idle);

#endif

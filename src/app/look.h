// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_LOOK_H
#define UNKNOT_APP_LOOK_H

#include "app/options.h"
#include "view/view.h"

/* The part of the view's settings that comes from the command line: theme and motion. The rest is
 * zero. False: there is no such theme, and stderr says so. */
bool look_init(struct view_context *view, const struct options *options);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_LOOK_H
#define UNKNOT_PROGRAM_LOOK_H

#include "program/app.h"
#include "program/options.h"
#include "view/view.h"

/* The part of the view's settings that comes from the command line: theme, palette and motion. The
 * rest is zero. False: there is no such theme or palette, or its file has mistakes, and stderr says
 * so; a palette that only the settings name is said, too, and the usual one is drawn. The palette
 * lives as long as the app. */
bool look_init(struct view_context *view, struct app *app, const struct options *options);
/* Only the palette; NULL when none is named. False: the reason is in `diags`. */
bool look_palette(struct app *app, const struct options *options, struct diag_list *diags,
                  const struct palette **out);

#endif

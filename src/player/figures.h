// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_FIGURES_H
#define UNKNOT_PLAYER_FIGURES_H

#include "program/app.h"
#include "view/view.h"

/* The moving illustrations of one timeline, read once at its start. A figure that is missing or
 * wrong is a message, and its exercise plays without one.
 */
struct figures {
    struct figure_entry *items; /* sorted by name */
    size_t count;
};

void figures_read(struct figures *figures, struct app *app, const struct timeline *timeline,
                  struct diag_list *diags);
/* The same, and prints what is wrong. */
void figures_read_printing(struct figures *figures, struct app *app,
                           const struct timeline *timeline);
/* `figures` must outlive it. */
struct view_figures figures_for_view(struct figures *figures);

#endif

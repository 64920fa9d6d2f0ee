// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_PREFERENCES_H
#define UNKNOT_PROGRAM_PREFERENCES_H

#include "program/options.h"
#include "settings/settings.h"

/* What the person wants: what the command line says, else the settings file, else as usual. All
 * three become one struct options, so that whoever reads them need not ask where a value is from.
 */
struct preferences {
    const char *path; /* of the file; NULL: nothing is kept */
    struct settings settings;
};

/* Reads the settings, unless the options want none, and puts what they say into `options` wherever
 * the command line says nothing. What is wrong in the file is in `diags`. `options` points into
 * `out` from then on. */
void preferences_read(struct arena *arena, struct options *options, struct diag_list *diags,
                      struct preferences *out);
/* The settings as they are with what the command line says; for the screen that shows them. */
void preferences_overlay(struct settings *settings, const struct options *given);
/* From now on the options say what this setting does; they point into `settings`. */
void preferences_put(struct options *options, const struct settings *settings,
                     enum setting setting);

#endif

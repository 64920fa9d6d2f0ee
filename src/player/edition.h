// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_EDITION_H
#define UNKNOT_PLAYER_EDITION_H

#include "figure/palette.h"
#include "player/figures.h"
#include "program/app.h"

#include <stdatomic.h>

/* What one reading of a routine's files gave, with memory of its own: all that a session needs, or
 * what is wrong. It points nowhere else, so that it can be given up as soon as the session has
 * moved on to the next one. */
struct edition {
    struct app app;
    const struct routine *routine;
    const struct timeline *open, *closed; /* its layouts, for open and closed eyes */
    struct voice_manner manner;
    struct figures figures;
    const struct palette *palette; /* NULL: the default */
    const char *safety;
    bool good;              /* else `app.diags` says why not */
    struct text_list files; /* that it was made of, or could have been */
};

/* Reads everything that `options` name. Any thread; takes as long as the voice needs to measure the
 * lines, unless `*ending` becomes true. */
struct edition *edition_read(const struct options *options, const atomic_bool *ending);
/* NULL is fine. */
void edition_free(struct edition *edition);

/* The files that a session began with, in the arena of `app`. */
struct text_list edition_files(struct app *app, const struct options *options,
                               const struct timeline *timeline);

#endif

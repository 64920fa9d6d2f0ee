// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SETTINGS_PLACE_H
#define UNKNOT_SETTINGS_PLACE_H

#include "base/tick.h"
#include "settings/settings.h"

/* Where a session was left: a small file that the program writes, reads and removes itself. */
enum { PLACE_VERSION = 1 };
/* Nobody wants to go on tomorrow where yesterday ended. */
#define PLACE_GOOD_FOR (24 * TICK_H)

struct place {
    const char *id, *path; /* of the routine; `path` absolute */
    tick position;         /* in the routine */
    tick total;            /* its length then: with another one this is no place in it */
    int64_t left;          /* wall clock, seconds since 1970 */
};

/* Reads the file at `file`. False: there is no place to go on from; `*why` is NULL when there is no
 * file, else it says what is the matter in words that can follow "FILE: ". Texts live in the arena.
 */
bool place_read(struct arena *arena, const char *file, struct place *out, const char **why);
/* Whether `place` is one in the routine that `here` describes, at `here->left`. NULL: yes. */
const char *place_problem(const struct place *place, const struct place *here);
/* Writes it, and the folder if need be. The file is replaced as a whole, or not at all. Waits for
 * the disk. False: `why` can follow "FILE: ". */
bool place_keep(const char *file, const struct place *place, char why[SETTINGS_WHY]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SETTINGS_REPLACE_H
#define UNKNOT_SETTINGS_REPLACE_H

#include "base/arena.h"
#include "settings/settings.h"

/* For rooms that keep something: a small file written as a whole, or not at all. All wait for the
 * disk. False: `why` says why. */

/* The folders that `path` lies in, made if need be for this user alone. */
bool replace_folders(struct arena *arena, const char *path, char why[SETTINGS_WHY]);
/* Puts `text` into the file at `path`; its folder is there. */
bool replace_file(struct arena *arena, const char *path, const char *text, char why[SETTINGS_WHY]);
/* Fills `why` from `what` and errno; false. */
bool replace_failed(char why[SETTINGS_WHY], const char *what);

#endif

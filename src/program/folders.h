// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_FOLDERS_H
#define UNKNOT_PROGRAM_FOLDERS_H

#include "base/arena.h"

/* Where files are looked for. Results live in the arena. */

/* The user's own routines: $XDG_DATA_HOME/unknot/routines, or ~/.local/share/unknot/routines. NULL
 * when there is no home. It need not exist. */
const char *folders_user_routines(struct arena *arena);

/* The user's own pronunciations: voice/pronunciations.yaml in the same folder as those routines.
 * NULL when there is no home. It need not exist. */
const char *folders_user_pronunciations(struct arena *arena);

/* What is remembered between sessions: $XDG_CONFIG_HOME/unknot/settings.yaml, or below ~/.config.
 * NULL when there is no home. It need not exist. */
const char *folders_settings(struct arena *arena);

/* What was done: $XDG_DATA_HOME/unknot/history.db, or below ~/.local/share. NULL when there is no
 * home. It need not exist. */
const char *folders_history(struct arena *arena);

/* What a kiosk counts: counts.db in the folder of what the program keeps for itself. NULL when
 * there is no home. It need not exist. */
const char *folders_counts(struct arena *arena);

/* Gamepads that SDL does not know, as the community describes them: gamecontrollerdb.txt beside the
 * settings. NULL when there is no home. It need not exist. */
const char *folders_gamepads(struct arena *arena);

/* Where the place in a routine is kept: $XDG_STATE_HOME/unknot/places/ID.yaml, or below
 * ~/.local/state. NULL when there is no home. It need not exist. */
const char *folders_place(struct arena *arena, const char *id);

/* What the program keeps for itself: $XDG_STATE_HOME/unknot/NAME, or below ~/.local/state. NULL
 * when there is no home. It need not exist. */
const char *folders_state(struct arena *arena, const char *name);

/* For what is of no use once the user has logged out: $XDG_RUNTIME_DIR/unknot/NAME; where there is
 * no such folder, as folders_state. */
const char *folders_runtime(struct arena *arena, const char *name);

/* A folder that came with the program ("routines", "assets"), found from where the program itself
 * lies: ../share/unknot/NAME when installed, ../../NAME in a build tree, and beside the program
 * what was built ("catalogs"). NULL when there is none. */
const char *folders_installed(struct arena *arena, const char *name);

#endif

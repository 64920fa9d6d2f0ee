// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_KEY_SCRIPT_H
#define UNKNOT_PLAYER_KEY_SCRIPT_H

#include "document/document.h"
#include "session/session.h"

/* Scripted input: a YAML list of times and what is pressed then, in order.
 *
 *     - 0:05: space
 *     - 0:08: space
 *     - 1:30: rate 7
 *     - 1:31: screen
 *
 * Times count on the player's clock from the start, pauses included, at the speed of the session:
 * the same script fits every --speed. A press is a key ("space", "r", "?") or the name of an action
 * ("play-pause"); `rate N` answers a question, `seek TIME` jumps, `screen` prints the draw list,
 * and `becomes FILE` stands for somebody who saves that over the routine's file (--watch
 * --simulate). `again` is the last line: all begins anew then, without end.
 */
struct key_press {
    tick at;
    bool print_screen;   /* else: */
    const char *becomes; /* a file; NULL: `request` */
    struct request request;
};

/* All zero: nothing is pressed. */
struct key_script {
    struct key_press *presses;
    size_t count, next;
    tick again; /* from the first line to the first line; 0: it is gone through once */
    tick begun; /* the first line's zero, this time round */
};

/* False: the reasons are in `diags`. Lives in the arena. */
bool key_script_read(struct arena *arena, const char *path, struct diag_list *diags,
                     struct key_script *script);
/* The next press that is due at `at`, each once; NULL when none is. */
const struct key_press *key_script_take(struct key_script *script, tick at);
/* When the next press is due; TICK_NEVER after the last. */
tick key_script_next(const struct key_script *script);
/* The script's time at `now`, and the player's time at which the next press is due (or TICK_NEVER),
 * of one that was begun at `started`. */
tick key_script_time(tick started, double speed, tick now);
tick key_script_due(const struct key_script *script, tick started, double speed);

#endif

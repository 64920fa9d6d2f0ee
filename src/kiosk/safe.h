// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_SAFE_H
#define UNKNOT_KIOSK_SAFE_H

#include "settings/settings.h"

/* A kiosk that ends unclean three times in ten minutes begins in safe mode: with what is built in
 * and nothing of the user's. An hour later it is tried as usual again.
 *
 * A small file says what happened. Its times are seconds since the machine was started, sleep
 * included, so that a wall clock that is set changes nothing. Another start of the machine begins
 * anew: power that went away says nothing about the program.
 */
enum {
    SAFE_ENDS = 3,
    SAFE_WITHIN = 10 * 60,
    SAFE_CLEARS = 60 * 60,
    SAFE_BOOT = 64,
    SAFE_PATH = 256
};

struct safe {
    char boot[SAFE_BOOT]; /* which start of the machine; "" where it is not known */
    bool running;         /* begun and not finished */
    bool on;              /* safe mode, since `since` */
    int64_t since;
    int64_t ends[SAFE_ENDS]; /* the last unclean ones, oldest first */
    int count;
    char status[SAFE_PATH]; /* where monitoring looks, of the last config; "": nowhere */
};

/* The program begins at `at`. True: it did not finish the last time. Keep the record right then. */
bool safe_begin(struct safe *safe, const char *boot, int64_t at);
/* It ends as it should, a restart at night included. Keep the record then. */
void safe_finish(struct safe *safe);
/* Safe mode reads no config, and is what monitoring must hear of. A path of another kind than most
 * (quotes, backslashes, very long) counts as none; NULL is none. True: the record has to be kept.
 */
bool safe_remember_status(struct safe *safe, const char *path);
/* How long safe mode lasts from `at` on, in seconds; 0: it is off. */
int64_t safe_left(const struct safe *safe, int64_t at);

/* What the file at `path` says. One that lacks or is damaged is a new beginning: it must never be
 * what keeps a kiosk from starting. */
void safe_read(const char *path, struct safe *out);
/* Writes it, with its folder. Waits for the disk. False: `why` can follow "FILE: ". */
bool safe_keep(const char *path, const struct safe *safe, char why[SETTINGS_WHY]);

#endif

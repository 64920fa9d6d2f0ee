// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_HISTORY_H
#define UNKNOT_STORE_HISTORY_H

#include "base/diag.h"
#include "progress/record.h"

/* What was done, kept on disk: an interface with an SQLite version and a null one. A kiosk, which
 * keeps nothing personal, calls history_count() alone. Every call is one transaction: when it
 * returns true the fact is on the disk, whatever happens next. All calls wait for the disk: never
 * on the thread that draws (player/scribe.h has a thread for that). One thread at a time. Several
 * programs may use one file; each waits HISTORY_BUSY_MS at the most for the others.
 */
enum { HISTORY_BUSY_MS = 2000, HISTORY_WHY = 200 };

struct history; /* opaque */

/* What became of the file on opening; a message for the person where it is not HISTORY_FINE. */
enum history_state {
    HISTORY_FINE,
    HISTORY_MOVED,    /* it was corrupt: moved aside, a new one begun. `why` names where */
    HISTORY_NEWER,    /* made by a newer program: nothing is read or kept */
    HISTORY_READONLY, /* can be read, nothing is kept */
    HISTORY_UNUSABLE  /* neither: locked, no folder, disk full, ... */
};

/* Opens or makes the file with its folders and brings its schema up to date. Never NULL: where it
 * cannot be used the null version is given, and `why` says why in words that can follow "PATH: ".
 */
struct history *history_open(const char *path, enum history_state *state, char why[HISTORY_WHY]);
/* As history_open(), but makes no file, moves none, and writes nothing, but for what a crash left
 * half done. No file yet: HISTORY_FINE, and it has nothing. An old schema is brought up to date in
 * memory. */
struct history *history_open_to_read(const char *path, enum history_state *state,
                                     char why[HISTORY_WHY]);
/* How many damaged files were moved aside and still lie beside it. */
size_t history_moved_aside(const char *path);
/* Keeps nothing, has nothing. */
struct history *history_none(void);
void history_close(struct history *history); /* NULL is fine */

/* A session as it goes. `record` has what is known at the beginning; `*id` names it from then on.
 * All: false when it could not be kept (disk full, locked); `why` says it. */
bool history_begin(struct history *history, const struct record *record, int64_t *id,
                   char why[HISTORY_WHY]);
/* A step was done or skipped. `worked` and `lasted` are the session's so far. */
bool history_step(struct history *history, int64_t id, const struct record_step *step, tick worked,
                  tick lasted, char why[HISTORY_WHY]);
bool history_comfort(struct history *history, int64_t id, int before, int after,
                     char why[HISTORY_WHY]);
bool history_end(struct history *history, int64_t id, enum record_end end, tick left_at,
                 tick worked, tick lasted, char why[HISTORY_WHY]);
bool history_tick(struct history *history, const struct record_tick *ticked, bool there,
                  char why[HISTORY_WHY]);
/* A kiosk's: one more session of the routine on that day, and nothing else. */
bool history_count(struct history *history, int64_t day, const char *routine, bool finished,
                   char why[HISTORY_WHY]);
/* What was counted so far: sessions, and how many of them were finished. */
bool history_counted(struct history *history, size_t *sessions, size_t *finished,
                     char why[HISTORY_WHY]);

/* Everything from the day `since` on (INT64_MIN: all), counts as well, into the arena. */
bool history_read(struct history *history, struct arena *arena, int64_t since, struct records *out,
                  char why[HISTORY_WHY]);

/* Adds what is not there yet (the same routine begun at the same second is the same session): all
 * of it or nothing. `*added` sessions and ticks. */
bool history_import(struct history *history, const struct records *records, size_t *added,
                    char why[HISTORY_WHY]);
/* Forgets for good: overwritten (secure_delete), and the file made anew and smaller (VACUUM).
 * `*gone` sessions.
 *
 * Both need room for a journal. On a full disk everything is forgotten without one, in place: what
 * a power cut then leaves is damaged, and only what was to be gone is lost. A session or a day is
 * forgotten so only where the wish says it, since the power, or the program, that goes in that
 * moment may cost all that was to stay: the damaged file is then moved aside. */
struct history_wish {
    enum { FORGET_SESSION, FORGET_DAY, FORGET_EVERYTHING } what;
    int64_t which; /* id of the session; the day, with its ticks; everything: counts, and files that
                      were moved aside, too */
    bool in_place; /* without a journal */
};
enum history_forgot {
    HISTORY_FORGOTTEN,
    HISTORY_TRACES,  /* it is, but traces may be left: `why` says where */
    HISTORY_NO_ROOM, /* it is not, or traces are left; in place it can be done */
    HISTORY_NOT_FORGOTTEN
};
enum history_forgot history_forget(struct history *history, const struct history_wish *wish,
                                   size_t *gone, char why[HISTORY_WHY]);

#endif

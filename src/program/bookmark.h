// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_BOOKMARK_H
#define UNKNOT_PROGRAM_BOOKMARK_H

#include "session/session.h"
#include "settings/place.h"

#include <pthread.h>
#include <stdatomic.h>

/* Keeps where a session is, so that the next one can go on there: every half minute on a thread of
 * its own, since the picture does not wait for a disk, and when it is left. Main thread. */
#define BOOKMARK_EVERY (30 * TICK_S)
/* Whoever left so early has nothing to go on with. */
#define BOOKMARK_LEAST (20 * TICK_S)

struct bookmark {
    const char *file;   /* NULL: nothing is kept */
    struct place place; /* its position is the last one looked at */
    tick next;          /* when it is to be kept; 0: not looked at yet */
    bool begun;         /* the session plays: what an earlier one left is used up */
    bool stale;         /* there may be a file of that, and it says nothing any more */

    pthread_t thread;
    bool running;
    struct place kept; /* what the thread writes */
    atomic_bool written;
};

/* Where the routine was left: 0 when there is nothing to go on with; `*why` is NULL when there is
 * no file, else what is the matter with it, in words that can follow "FILE: ". */
tick bookmark_find(struct arena *arena, const char *file, const struct timeline *timeline,
                   const char **why);
/* Reads where the routine was left: `*resume`, 0 when there is nothing to go on with. What is wrong
 * with the file is a line in the log. `file` and the texts of the routine must outlive it. */
void bookmark_init(struct bookmark *bookmark, struct arena *arena, const char *file,
                   const struct timeline *timeline, tick *resume);
/* To be called each frame; never waits. */
void bookmark_look(struct bookmark *bookmark, const struct session *session, tick now);
/* The session is over: keeps its place, or removes the file when the end was reached. Waits for
 * the disk. */
void bookmark_finish(struct bookmark *bookmark, const struct session *session);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_TALLY_H
#define UNKNOT_PLAYER_TALLY_H

#include "base/arena.h"
#include "progress/progress.h"

#include <pthread.h>
#include <stdatomic.h>

/* What was done, for the screens: read from the history on a thread that ends when it is done,
 * since the picture does not wait for a disk. What is ticked by hand counts at once and is kept on
 * that thread, too. What a locked file or a full disk did not take is tried again; while the
 * history cannot be read, what was known of it is shown. Main thread. */
struct tally {
    const char *file;         /* NULL: nothing is kept, and nothing shown */
    const char *have;         /* what is at hand, as in the options */
    bool known;               /* it was read */
    struct progress progress; /* of today; before it is known, that of who did nothing yet */

    struct arena memory, shown; /* of the records, and of the progress */
    struct records records;
    bool asked;         /* to be read again */
    struct tally_tick { /* that is not written yet */
        bool wanted;    /* to be written at once */
        bool again;     /* could not be: with whatever is written or read next, or at the end */
        bool there;
        int64_t day;
    } ticks[CHECKLIST_ITEMS];

    pthread_t thread;
    bool running;
    struct tally_job *job; /* the thread's, while it runs */
    void (*wake)(void *context);
    void *context;
};

/* Reads nothing yet. `file` must outlive it. `wake` is called on the thread, once there is
 * something to look at; it may be NULL. `have`: see tally_have. */
void tally_init(struct tally *tally, const char *file, const char *have,
                void (*wake)(void *context), void *context);
/* Asks for it to be read (again), with the next look. */
void tally_ask(struct tally *tally);
/* To be called each frame; never waits. True: `progress` is another one. */
bool tally_look(struct tally *tally);
/* How long until there may be another day to show; TICK_NEVER: nothing is shown. */
tick tally_next(const struct tally *tally);
/* What is at hand, from now on; must outlive it. NULL: nobody said. */
void tally_have(struct tally *tally, const char *have);
/* It was done today, or it was not after all. Only what can be ticked by hand. */
void tally_tick(struct tally *tally, enum checklist_item item);
/* Writes what is not written yet; waits for the disk. */
void tally_finish(struct tally *tally);

#endif

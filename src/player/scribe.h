// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_SCRIBE_H
#define UNKNOT_PLAYER_SCRIBE_H

#include "store/history.h"

#include <pthread.h>

/* Writes one session into the history, on a thread of its own that begins with the first news: the
 * picture does not wait for a disk. What cannot be written is tried again with the next news; the
 * first failure is a line in the log. Main thread. */

/* How long the end of a session waits for the disk at the most. */
#define SCRIBE_PATIENCE (5 * TICK_S)

/* How it stands with the session; all but its beginning. */
struct scribe_facts {
    size_t rows; /* how many of them there are */
    enum record_end end;
    tick left_at, worked, lasted;
    int before, after;
};

struct scribe {
    /* Given, and there until scribe_finish(): the history; a kiosk's, which counts and keeps
     * nothing personal; the session as it begins; what was done or skipped, in that order. */
    const char *file;
    bool counts;
    const struct record *record;
    const struct record_step *rows;

    /* Main thread. */
    bool running;
    pthread_t thread;

    /* Both, under the lock. What is above belongs to the thread, too, once it was told of it. */
    pthread_mutex_t lock;
    pthread_cond_t changed, ended;
    struct scribe_facts wanted;
    bool news, writing, closing, over;

    /* The thread. */
    struct history *history;
    struct scribe_facts kept;
    int64_t id;
    bool is_begun, is_counted, complained;
};

/* What is given is set already. */
void scribe_init(struct scribe *scribe);
/* There is news: rows below `facts->rows`, and the record, do not change any more. Never waits. */
void scribe_tell(struct scribe *scribe, const struct scribe_facts *facts);
/* Whoever reads the history now finds there all that could be kept. Never waits. */
bool scribe_rests(struct scribe *scribe);
/* Waits SCRIBE_PATIENCE at the most for what is not written yet. False: the disk does not answer,
 * and the thread keeps this and all that was given, for good. */
bool scribe_finish(struct scribe *scribe);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_DIARY_H
#define UNKNOT_PLAYER_DIARY_H

#include "session/session.h"

/* What of a session is worth writing down, as it is done; the scribe writes it. Main thread. */

/* Whoever leaves earlier, and finished no step, has done nothing worth writing down. */
#define DIARY_LEAST (10 * TICK_S)

struct diary;

struct diary_options {
    const char *file;                /* NULL: nothing is kept */
    bool counts;                     /* a kiosk's: one more session, and nothing personal */
    const struct timeline *timeline; /* that the session begins with; looked at here only */
    bool whole; /* where it begins was asked for: else it goes on where an earlier one was left,
                   and only what is ahead is planned */
};

/* NULL: nothing is kept. The others are content with that. */
struct diary *diary_open(const struct diary_options *options);
/* To be called each frame; never waits. */
void diary_look(struct diary *diary, const struct session *session, tick now);
/* Whoever reads the history now finds there all that could be kept. Never waits. NULL: it does. */
bool diary_rests(struct diary *diary);
/* The session is over. Waits SCRIBE_PATIENCE at the most for what is not written yet. */
void diary_close(struct diary *diary, const struct session *session);

#endif

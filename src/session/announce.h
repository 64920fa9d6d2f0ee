// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_ANNOUNCE_H
#define UNKNOT_SESSION_ANNOUNCE_H

#include "session/session.h"

/* With the eyes closed every key answers in words: what changed, and what works now. */

/* What a person can tell apart about a session. */
struct announced {
    enum session_mode mode;
    size_t entry;
    int focus, rating, volume;
    bool muted, eyes_closed, confirm_leave, help, asks;
};

struct announced announce_before(const struct session *session);
/* Adds an EFFECT_SAY when something changed by a request, as far as the eyes are closed. */
void announce_change(struct session *session, const struct announced *before, struct effects *out);

/* While nothing runs: a soft sign that the player is still there, now and then with what to press.
 */
void announce_alive(struct session *session, struct effects *out);
/* When the next one is due; TICK_NEVER: none. */
tick announce_next(const struct session *session);

#endif

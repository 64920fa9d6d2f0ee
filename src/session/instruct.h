// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_INSTRUCT_H
#define UNKNOT_SESSION_INSTRUCT_H

#include "session/session.h"

/* What to press, said to closed eyes in the words of the device in use. Each adds a sentence or
 * more to the announcement. */

void instruct(struct session *session, enum prompt prompt);
/* Where nothing goes on by itself: what goes on. */
void instruct_waiting(struct session *session);
/* Every button that is of use without looking. */
void instruct_all(struct session *session);

#endif

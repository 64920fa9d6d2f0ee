// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_OTHER_LAYOUT_H
#define UNKNOT_PLAYER_OTHER_LAYOUT_H

#include "program/app.h"
#include "sound/voice.h"

/* The layout that a session does not begin with - for closed eyes, or for open ones - made on a
 * thread of its own while the session already runs, because the voice needs half a second to
 * measure its lines. */
struct other_layout;

/* Everything given must outlive it. NULL when
 * no thread can be had. */
struct other_layout *other_layout_start(const struct options *options, const struct timeline *like,
                                        const struct voice_manner *manner, bool eyes_closed);
/* The layout when it is made, else NULL. Lives as long as this does. Never waits. */
const struct timeline *other_layout_take(const struct other_layout *layout);
/* Ends at once, made or not. NULL is fine. */
void other_layout_end(struct other_layout *layout);

#endif

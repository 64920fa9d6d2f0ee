// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_UPDATES_H
#define UNKNOT_PLAYER_UPDATES_H

#include "player/watch.h"
#include "session/session.h"
#include "view/view.h"

/* How long the screen says that the session goes on with what was saved. */
#define UPDATES_SHOWN (2 * TICK_S)

/* What `--watch` brings to a session: the one place where it is handed over from one reading of its
 * files to the next. The first edition is the player's own app. */
struct updates {
    struct watch *watch;      /* NULL: nothing is watched */
    struct edition *edition;  /* that is played; NULL: the first */
    struct edition *retired;  /* the one before: the voice may still look at it */
    struct edition *mistaken; /* the last one, if it cannot be played */
    bool wrong;               /* the last one had mistakes, if only in a translation */
    struct view_notice notice;
};

struct player;

/* Begins to watch if that is wanted. The front is open. */
void updates_start(struct player *player);
/* Hands over to what was saved since, or tells what is wrong with it. Never waits. */
void updates_take(struct player *player, tick now);
/* The mistakes are shown, and this is what hides them: nothing else shall come of it. */
bool updates_hide(struct updates *updates, const struct session *session, enum action action);
/* When it has to be looked after next. */
tick updates_next(const struct updates *updates, tick now);
/* The sound is gone. */
void updates_end(struct updates *updates);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_REMIND_H
#define UNKNOT_KIOSK_REMIND_H

#include "base/tick.h"

#include <stdbool.h>

/* Breaks for one person at a computer: what counts is the time that somebody works there, not the
 * clock on the wall. Whoever was away for five minutes, or closed the lid, has rested, and the time
 * begins anew; so nothing has piled up when they come back.
 */
#define REMIND_LEAST (5 * TICK_MIN)
#define REMIND_MOST (6 * TICK_H)
#define REMIND_USUAL (40 * TICK_MIN)
#define REMIND_AWAY TICK_MIN           /* without a key or the mouse: nobody works there */
#define REMIND_RESTED (5 * TICK_MIN)   /* away for so long, or asleep, is a break of its own */
#define REMIND_LATER (5 * TICK_MIN)    /* what "in 5 minutes" means */
#define REMIND_PATIENCE (2 * TICK_MIN) /* an offer that nobody answers comes again, later */
#define REMIND_LOOKS (30 * TICK_S)     /* how often to ask whether somebody is there */

enum remind_answer { REMIND_START, REMIND_IN_5_MINUTES, REMIND_SKIP, REMIND_ANSWERS };

struct remind {
    tick every;
    tick worked; /* since the last break */
    tick due;    /* of `worked`: then one is offered */
    bool offers;
    tick offered; /* since when */
    tick now, slept;
};

/* What the edge knows at one moment. */
struct remind_look {
    tick now;   /* monotonic; may stand still while the machine sleeps */
    tick slept; /* how long it has slept since it was started */
    tick idle;  /* since the last key or movement; 0 where nobody can tell */
};

void remind_init(struct remind *remind, tick every, struct remind_look look);
/* Whether a break is offered now; true until it is answered, by time if by nobody. */
bool remind_step(struct remind *remind, struct remind_look look);
/* REMIND_START: the break is over when the next look is taken. */
void remind_answer(struct remind *remind, enum remind_answer answer);
/* The session that was begun is over: the time counts from here. */
void remind_return(struct remind *remind, struct remind_look look);
/* When to look next, on the clock of `now`. */
tick remind_wakes(const struct remind *remind);

#endif

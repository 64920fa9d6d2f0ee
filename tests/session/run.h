// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SESSION_RUN_H
#define UNKNOT_TESTS_SESSION_RUN_H

#include "session/by_hand.h"
#include "session/session.h"

#define FRAME (TICK_S / 60)
/* An arbitrary start: nothing may lean on the clock beginning at 0. */
#define DAWN (5000 * TICK_S)

/* A session with its clock and what came out of it so far. */
struct run {
    struct hand hand;
    struct session session;
    struct effects effects;
    tick now;
    size_t seen[EFFECT_CLOSE + 1];
};

void run_begin(struct run *run, struct session_options options);
/* One step at the run's time. */
void run_request_full(struct run *run, struct request request);
void run_request(struct run *run, enum action action);
/* Frame by frame. */
void run_pass(struct run *run, tick time);
/* The first effect of this kind of the last step; NULL: there was none. */
const struct effect *run_find(const struct run *run, enum effect_kind kind);
/* Cues that the last step handed out. */
size_t run_cues(const struct run *run, enum cue_kind kind);

/* For cmocka; `*state` is a struct run. Three steps of 10 s, the middle one begins with 5 s of
 * setup.
 */
int run_three(void **state);
/* Work, a wait, work until "continue", a question, work. */
int run_gates(void **state);
int run_tear_down(void **state);

#endif

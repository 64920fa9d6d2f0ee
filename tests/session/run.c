// SPDX-License-Identifier: MIT
#include "session/run.h"

#include <stdlib.h>

static void count_effects(struct run *run)
{
    for (size_t i = 0; i < run->effects.count; i++)
        run->seen[run->effects.items[i].kind]++;
}

void run_request_full(struct run *run, struct request request)
{
    session_step(&run->session, request, run->now, &run->effects);
    count_effects(run);
}

void run_request(struct run *run, enum action action)
{
    run_request_full(run, (struct request){.action = action});
}

void run_pass(struct run *run, tick time)
{
    for (tick end = run->now + time; run->now < end;) {
        run->now += end - run->now < FRAME ? end - run->now : FRAME;
        run_request(run, ACTION_NONE);
    }
}

void run_begin(struct run *run, struct session_options options)
{
    run->now = DAWN;
    session_init(&run->session, &run->hand.timeline, &options, run->now);
    run_request(run, ACTION_NONE);
}

/* Three steps of 10 s, the middle one with 5 s to get ready. */
int run_three(void **state)
{
    struct run *run = calloc(1, sizeof *run);
    hand_begin(&run->hand);
    hand_step(&run->hand, "One");
    hand_entry(&run->hand, ENTRY_WORK, 10 * TICK_S);
    hand_step(&run->hand, "Two");
    hand_entry(&run->hand, ENTRY_SETUP, 5 * TICK_S);
    hand_entry(&run->hand, ENTRY_WORK, 10 * TICK_S);
    hand_step(&run->hand, "Three");
    hand_entry(&run->hand, ENTRY_WORK, 10 * TICK_S);
    hand_end(&run->hand);
    run_begin(run, (struct session_options){.volume = 50});
    *state = run;
    return 0;
}

/* Work, a wait, work until "continue", a question, work. */
int run_gates(void **state)
{
    struct run *run = calloc(1, sizeof *run);
    hand_begin(&run->hand);
    hand_step(&run->hand, "One");
    hand_entry(&run->hand, ENTRY_WORK, 2 * TICK_S);
    hand_step(&run->hand, "Fetch your roller");
    hand_gate(&run->hand, ENTRY_WAIT, 60 * TICK_S);
    hand_step(&run->hand, "As long as you like");
    hand_gate(&run->hand, ENTRY_WORK, 0);
    hand_step(&run->hand, "How are you?");
    hand_gate(&run->hand, ENTRY_ASK, 0);
    hand_step(&run->hand, "Last");
    hand_entry(&run->hand, ENTRY_WORK, 2 * TICK_S);
    hand_end(&run->hand);
    run_begin(run, (struct session_options){.volume = 50});
    *state = run;
    return 0;
}

int run_tear_down(void **state)
{
    free(*state);
    return 0;
}

const struct effect *run_find(const struct run *run, enum effect_kind kind)
{
    for (size_t i = 0; i < run->effects.count; i++)
        if (run->effects.items[i].kind == kind)
            return &run->effects.items[i];
    return NULL;
}

size_t run_cues(const struct run *run, enum cue_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < run->effects.count; i++)
        count +=
            run->effects.items[i].kind == EFFECT_CUE && run->effects.items[i].cue->kind == kind;
    return count;
}

// SPDX-License-Identifier: MIT
#include "session/by_hand.h"
#include "session/session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

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

static void count_effects(struct run *run)
{
    for (size_t i = 0; i < run->effects.count; i++)
        run->seen[run->effects.items[i].kind]++;
}

static void request_full(struct run *run, struct request request)
{
    session_step(&run->session, request, run->now, &run->effects);
    count_effects(run);
}

static void request(struct run *run, enum action action)
{
    request_full(run, (struct request){.action = action});
}

static void pass(struct run *run, tick time)
{
    for (tick end = run->now + time; run->now < end;) {
        run->now += end - run->now < FRAME ? end - run->now : FRAME;
        request(run, ACTION_NONE);
    }
}

static void begin(struct run *run, struct session_options options)
{
    run->now = DAWN;
    session_init(&run->session, &run->hand.timeline, &options, run->now);
    request(run, ACTION_NONE);
}

/* Three steps of 10 s, the middle one with 5 s to get ready. */
static int set_up_three(void **state)
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
    begin(run, (struct session_options){.volume = 50});
    *state = run;
    return 0;
}

/* Work, a wait, work until "continue", a question, work. */
static int set_up_gates(void **state)
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
    begin(run, (struct session_options){.volume = 50});
    *state = run;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static const struct effect *find(const struct run *run, enum effect_kind kind)
{
    for (size_t i = 0; i < run->effects.count; i++)
        if (run->effects.items[i].kind == kind)
            return &run->effects.items[i];
    return NULL;
}

static void plays_to_the_end(void **state)
{
    struct run *run = *state;
    pass(run, run->hand.timeline.total);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.position, 35 * TICK_S);
    assert_int_equal(run->session.played, 35 * TICK_S);
    assert_int_equal(run->session.steps_done, 3);
    assert_int_equal(run->session.steps_skipped, 0);
    assert_int_equal(run->seen[EFFECT_CUE], run->hand.timeline.cue_count);
    assert_int_equal(run->seen[EFFECT_ENTRY], 4);
    assert_int_equal(run->seen[EFFECT_STEP_DONE], 3);
    assert_int_equal(run->seen[EFFECT_FINISHED], 1);
    assert_int_equal(session_next_change(&run->session, run->now), TICK_NEVER);
    request(run, ACTION_CONTINUE);
    assert_non_null(find(run, EFFECT_CLOSE));
}

static void does_not_end_early(void **state)
{
    struct run *run = *state;
    pass(run, run->hand.timeline.total - 1);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    pass(run, 1);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void cues_are_due_at_their_place(void **state)
{
    struct run *run = *state;
    while (run->session.mode == SESSION_PLAYING) {
        run->now += FRAME;
        request(run, ACTION_NONE);
        for (size_t i = 0; i < run->effects.count; i++) {
            const struct effect *effect = &run->effects.items[i];
            if (effect->kind != EFFECT_CUE)
                continue;
            assert_int_equal(effect->due, DAWN + effect->cue->at);
            assert_true(effect->due <= run->now + SESSION_LOOKAHEAD);
            assert_true(effect->due > run->now);
        }
    }
}

static void speed_scales_time_and_cues(void **state)
{
    struct run *run = *state;
    begin(run, (struct session_options){.speed = 4});
    pass(run, run->hand.timeline.total / 4 - 1);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    pass(run, 1);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_done, 3);
}

static void a_pause_stops_time(void **state)
{
    struct run *run = *state;
    pass(run, 5500 * TICK_MS);
    request(run, ACTION_PLAY_PAUSE);
    assert_non_null(find(run, EFFECT_FLUSH));
    assert_int_equal(find(run, EFFECT_SOUND)->sound, CUE_PAUSE);
    assert_int_equal(session_next_change(&run->session, run->now), TICK_NEVER);
    run->now += 3600 * TICK_S; /* asleep is no stall while paused */
    request(run, ACTION_NONE);
    assert_int_equal(run->effects.count, 0);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(find(run, EFFECT_SOUND)->sound, CUE_RESUME);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 5500 * TICK_MS);
    pass(run, run->hand.timeline.total - 5500 * TICK_MS);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static size_t cue_count(const struct run *run, enum cue_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < run->effects.count; i++)
        count +=
            run->effects.items[i].kind == EFFECT_CUE && run->effects.items[i].cue->kind == kind;
    return count;
}

static void what_had_not_sounded_comes_again(void **state)
{
    struct run *run = *state;
    pass(run, 4800 * TICK_MS); /* the tick of second 5 is handed out, not due */
    request(run, ACTION_PLAY_PAUSE);
    pass(run, 10 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(cue_count(run, CUE_REP), 1);
    const struct effect *cue = find(run, EFFECT_CUE);
    assert_int_equal(cue->cue->at, 5 * TICK_S);
    assert_int_equal(cue->due, run->now + 200 * TICK_MS);
}

static void a_line_cut_off_early_is_said_again(void **state)
{
    struct run *run = *state;
    pass(run, 900 * TICK_MS); /* of a line of 2 s */
    request(run, ACTION_PLAY_PAUSE);
    pass(run, TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(cue_count(run, CUE_SAY), 1);
    assert_int_equal(find(run, EFFECT_CUE)->due, run->now);
    pass(run, 1100 * TICK_MS); /* half of it was heard this time */
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(cue_count(run, CUE_SAY), 0);
}

static void a_stall_pauses_where_it_was(void **state)
{
    struct run *run = *state;
    pass(run, 4 * TICK_S);
    run->now += SESSION_STALL + 1;
    request(run, ACTION_PLAY_PAUSE); /* the key that woke the machine */
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_int_equal(run->session.pause, PAUSE_STALLED);
    assert_int_equal(run->session.position, 4 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 4 * TICK_S);
}

static void a_hiccup_goes_on(void **state)
{
    struct run *run = *state;
    run->now += SESSION_STALL;
    request(run, ACTION_NONE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, SESSION_STALL);
    run->now -= TICK_S; /* must not happen, must not hurt */
    request(run, ACTION_NONE);
    assert_int_equal(run->session.position, SESSION_STALL);
}

static void next_skips_a_step(void **state)
{
    struct run *run = *state;
    pass(run, TICK_S);
    request(run, ACTION_NEXT);
    assert_non_null(find(run, EFFECT_FLUSH));
    assert_int_equal(find(run, EFFECT_ENTRY)->entry, 1);
    assert_int_equal(cue_count(run, CUE_STEP_START), 1);
    assert_int_equal(cue_count(run, CUE_STEP_DONE), 0);
    assert_int_equal(run->session.position, 10 * TICK_S);
    assert_int_equal(run->session.steps_skipped, 1);
    request(run, ACTION_NEXT);
    assert_int_equal(run->session.position, 25 * TICK_S);
    request(run, ACTION_NEXT);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_skipped, 3);
    assert_int_equal(run->session.steps_done, 0);
    assert_int_equal(find(run, EFFECT_SOUND)->sound, CUE_SESSION_DONE);
}

static void back_once_and_twice(void **state)
{
    struct run *run = *state;
    pass(run, 20 * TICK_S);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 10 * TICK_S);
    pass(run, SESSION_BACK_AGAIN - FRAME);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    pass(run, 3 * TICK_S);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
}

static void a_step_done_twice_counts_once(void **state)
{
    struct run *run = *state;
    request(run, ACTION_NEXT);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.steps_skipped, 1);
    pass(run, 8 * TICK_S);
    request(run, ACTION_REPEAT);
    assert_int_equal(run->session.position, 0);
    pass(run, 12 * TICK_S);
    assert_int_equal(run->session.steps_done, 1);
    assert_int_equal(run->session.steps_skipped, 0);
    request(run, ACTION_BACK);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    pass(run, 10 * TICK_S);
    assert_int_equal(run->session.steps_done, 1);
}

static void a_step_seeked_into_is_not_whole(void **state)
{
    struct run *run = *state;
    request_full(run, (struct request){.action = ACTION_SEEK, .to = 9 * TICK_S});
    assert_int_equal(run->session.position, 9 * TICK_S);
    pass(run, 2 * TICK_S);
    assert_int_equal(run->session.steps_done, 0);
    request_full(run, (struct request){.action = ACTION_SEEK, .to = -TICK_S});
    assert_int_equal(run->session.position, 0);
    request_full(run, (struct request){.action = ACTION_SEEK, .to = TICK_NEVER});
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.position, run->hand.timeline.total);
}

static void begins_where_asked(void **state)
{
    struct run *run = *state;
    begin(run, (struct session_options){.from = 17 * TICK_S});
    assert_int_equal(find(run, EFFECT_ENTRY)->entry, 2);
    assert_int_equal(run->session.position, 17 * TICK_S);
    pass(run, 18 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_done, 1);
}

static void the_menu_does_what_it_says(void **state)
{
    struct run *run = *state;
    pass(run, 12 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.focus, MENU_RESUME);
    request(run, ACTION_DOWN);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 10 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_DOWN);
    request(run, ACTION_DOWN);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 25 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_UP);
    assert_int_equal(run->session.focus, MENU_END);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_LEFT);
    assert_non_null(find(run, EFFECT_LEFT));
}

static void the_menu_sets_volume_and_darkness(void **state)
{
    struct run *run = *state;
    request(run, ACTION_PLAY_PAUSE);
    run->session.focus = MENU_VOLUME;
    request(run, ACTION_NEXT);
    assert_int_equal(run->session.volume, 60);
    request(run, ACTION_BACK);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.volume, 40);
    assert_int_equal(run->session.position, 0);
    request(run, ACTION_DOWN);
    request(run, ACTION_CONTINUE);
    assert_true(run->session.eyes_closed);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void leaving_asks_once(void **state)
{
    struct run *run = *state;
    request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_true(run->session.confirm_leave);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_LEFT);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->effects.count, 0);
}

static void quitting_asks_nothing(void **state)
{
    struct run *run = *state;
    run->now += TICK_H;
    request(run, ACTION_QUIT);
    assert_int_equal(run->session.mode, SESSION_LEFT);
}

static void help_pauses_and_goes_on(void **state)
{
    struct run *run = *state;
    pass(run, TICK_S);
    request(run, ACTION_HELP);
    assert_true(run->session.help);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    request(run, ACTION_NEXT); /* not while reading */
    assert_int_equal(run->session.position, TICK_S);
    request(run, ACTION_LEAVE);
    assert_false(run->session.help);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_HELP);
    request(run, ACTION_HELP);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
}

static void volume_stays_in_bounds(void **state)
{
    struct run *run = *state;
    for (int i = 0; i < 12; i++)
        request(run, ACTION_LOUDER);
    assert_int_equal(run->session.volume, 100);
    request(run, ACTION_MUTE);
    assert_true(run->session.muted);
    for (int i = 0; i < 12; i++)
        request(run, ACTION_SOFTER);
    assert_int_equal(run->session.volume, 0);
    assert_false(run->session.muted);
    assert_int_equal(run->seen[EFFECT_VOLUME], 25);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(session_next_change(&run->session, run->now), run->now + SESSION_SHOW_VOLUME);
}

static void a_wait_goes_on_when_asked(void **state)
{
    struct run *run = *state;
    pass(run, 3 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_GATE);
    assert_int_equal(run->session.position, 2 * TICK_S);
    size_t cues = run->seen[EFFECT_CUE];
    pass(run, 10 * TICK_S);
    assert_int_equal(run->seen[EFFECT_CUE], cues); /* nothing of what follows */
    request(run, ACTION_CONTINUE);
    assert_non_null(find(run, EFFECT_STEP_DONE));
    assert_int_equal(find(run, EFFECT_ENTRY)->entry, 2);
    assert_int_equal(cue_count(run, CUE_STEP_START), 1);
    assert_int_equal(run->session.mode, SESSION_GATE);
}

static void a_wait_ends_by_itself(void **state)
{
    struct run *run = *state;
    pass(run, 62 * TICK_S - 1);
    assert_int_equal(run->session.entry, 1);
    assert_int_equal(session_next_change(&run->session, run->now), run->now + 1);
    pass(run, 1);
    assert_int_equal(run->session.entry, 2);
    assert_int_equal(session_next_change(&run->session, run->now), run->now);
}

static void a_stalled_wait_pauses(void **state)
{
    struct run *run = *state;
    pass(run, 10 * TICK_S);
    run->now += TICK_H;
    request(run, ACTION_NONE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_GATE);
    assert_int_equal(run->session.gate_spent, 8 * TICK_S);
}

static void work_until_continue_pauses_and_ends(void **state)
{
    struct run *run = *state;
    pass(run, 3 * TICK_S);
    request(run, ACTION_CONTINUE);
    pass(run, 100 * TICK_S);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    run->now += TICK_H; /* asleep: nothing is lost by it here, and nothing counts */
    request(run, ACTION_NONE);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    pass(run, 10 * TICK_S);
    request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_ASKING);
    assert_int_equal(run->session.steps_done, 3);
}

static void go_to_question(struct run *run)
{
    pass(run, 3 * TICK_S);
    request(run, ACTION_CONTINUE);
    request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_ASKING);
}

static void a_question_can_be_skipped(void **state)
{
    struct run *run = *state;
    go_to_question(run);
    assert_int_equal(session_next_change(&run->session, run->now), TICK_NEVER);
    request(run, ACTION_PLAY_PAUSE); /* nothing is chosen: not an answer */
    assert_int_equal(run->session.mode, SESSION_ASKING);
    request(run, ACTION_CONTINUE);
    assert_null(find(run, EFFECT_RATED));
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    pass(run, 3 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void rate(struct run *run, int rating)
{
    request_full(run, (struct request){.action = ACTION_RATE, .rating = rating});
}

static void a_question_is_answered(void **state)
{
    struct run *run = *state;
    go_to_question(run);
    assert_int_equal(run->session.rating, -1);
    request(run, ACTION_NEXT);
    assert_int_equal(run->session.rating, 5);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.rating, 4);
    rate(run, 11);
    rate(run, -1);
    assert_int_equal(run->session.rating, 4);
    rate(run, 1);
    rate(run, 0);
    assert_int_equal(run->session.rating, 10);
    request(run, ACTION_NEXT);
    assert_int_equal(run->session.rating, 10);
    rate(run, 0);
    request(run, ACTION_BACK);
    assert_int_equal(run->session.rating, 0);
    rate(run, 7);
    request(run, ACTION_LEAVE);
    request(run, ACTION_PLAY_PAUSE);
    request(run, ACTION_CONTINUE);
    assert_int_equal(find(run, EFFECT_RATED)->rating, 7);
    assert_int_equal(find(run, EFFECT_RATED)->entry, 3);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void an_empty_timeline_is_over_at_once(void **state)
{
    (void)state;
    struct run *run = calloc(1, sizeof *run);
    hand_begin(&run->hand);
    begin(run, (struct session_options){0});
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    request(run, ACTION_BACK);
    free(run);
}

/* 40 minutes: more entries and cues than one step's effects can hold at this speed. */
static void forty_minutes_at_any_speed(void **state)
{
    (void)state;
    struct run *run = calloc(1, sizeof *run);
    hand_begin(&run->hand);
    for (int i = 0; i < 240; i++) {
        hand_step(&run->hand, "Step");
        hand_entry(&run->hand, ENTRY_SETUP, 2 * TICK_S);
        hand_entry(&run->hand, ENTRY_WORK, 8 * TICK_S);
    }
    hand_end(&run->hand);
    static const double speeds[] = {1, 7.5, 100};
    for (size_t i = 0; i < sizeof speeds / sizeof *speeds; i++) {
        for (size_t kind = 0; kind <= EFFECT_CLOSE; kind++)
            run->seen[kind] = 0;
        begin(run, (struct session_options){.speed = speeds[i]});
        tick frame = speeds[i] > 50 ? TICK_S : FRAME;
        while (run->session.mode != SESSION_FINISHED) {
            run->now += frame;
            request(run, ACTION_NONE);
        }
        tick real = tick_from_seconds(2400 / speeds[i]);
        assert_in_range(run->now - DAWN, real - 2 * frame, real + 20 * frame);
        for (int j = 0; j < 200; j++)
            request(run, ACTION_NONE);
        assert_int_equal(run->seen[EFFECT_CUE], run->hand.timeline.cue_count);
        assert_int_equal(run->seen[EFFECT_ENTRY], 480);
        assert_int_equal(run->session.steps_done, 240);
        assert_int_equal(run->session.played, 2400 * TICK_S);
    }
    free(run);
}

#define THREE(test) cmocka_unit_test_setup_teardown(test, set_up_three, tear_down)
#define GATES(test) cmocka_unit_test_setup_teardown(test, set_up_gates, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        THREE(plays_to_the_end),
        THREE(does_not_end_early),
        THREE(cues_are_due_at_their_place),
        THREE(speed_scales_time_and_cues),
        THREE(a_pause_stops_time),
        THREE(what_had_not_sounded_comes_again),
        THREE(a_line_cut_off_early_is_said_again),
        THREE(a_stall_pauses_where_it_was),
        THREE(a_hiccup_goes_on),
        THREE(next_skips_a_step),
        THREE(back_once_and_twice),
        THREE(a_step_done_twice_counts_once),
        THREE(a_step_seeked_into_is_not_whole),
        THREE(begins_where_asked),
        THREE(the_menu_does_what_it_says),
        THREE(the_menu_sets_volume_and_darkness),
        THREE(leaving_asks_once),
        THREE(quitting_asks_nothing),
        THREE(help_pauses_and_goes_on),
        THREE(volume_stays_in_bounds),
        GATES(a_wait_goes_on_when_asked),
        GATES(a_wait_ends_by_itself),
        GATES(a_stalled_wait_pauses),
        GATES(work_until_continue_pauses_and_ends),
        GATES(a_question_can_be_skipped),
        GATES(a_question_is_answered),
        cmocka_unit_test(an_empty_timeline_is_over_at_once),
        cmocka_unit_test(forty_minutes_at_any_speed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

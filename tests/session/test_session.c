// SPDX-License-Identifier: MIT
#include "session/run.h"

#include "check.h"

#include <stdlib.h>

static void plays_to_the_end(void **state)
{
    struct run *run = *state;
    run_pass(run, run->hand.timeline.total);
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
    run_request(run, ACTION_CONTINUE);
    assert_non_null(run_find(run, EFFECT_CLOSE));
}

static void does_not_end_early(void **state)
{
    struct run *run = *state;
    run_pass(run, run->hand.timeline.total - 1);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_pass(run, 1);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void cues_are_due_at_their_place(void **state)
{
    struct run *run = *state;
    while (run->session.mode == SESSION_PLAYING) {
        run->now += FRAME;
        run_request(run, ACTION_NONE);
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

static void the_first_cues_come_before_it_begins(void **state)
{
    struct run *run = *state;
    tick begins = run->now + 100 * TICK_MS;
    session_init(&run->session, &run->hand.timeline, &(struct session_options){.speed = 1}, begins);
    run_request(run, ACTION_NONE);
    assert_int_equal(run_find(run, EFFECT_CUE)->due, begins);
    run->now = begins - TICK_MS;
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.position, 0);
    run->now = begins + 50 * TICK_MS;
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.position, 50 * TICK_MS);
}

static void speed_scales_time_and_cues(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){.speed = 4});
    run_pass(run, run->hand.timeline.total / 4 - 1);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_pass(run, 1);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_done, 3);
}

static void a_pause_stops_time(void **state)
{
    struct run *run = *state;
    run_pass(run, 5500 * TICK_MS);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_non_null(run_find(run, EFFECT_FLUSH));
    assert_int_equal(run_find(run, EFFECT_SOUND)->sound, CUE_PAUSE);
    assert_int_equal(session_next_change(&run->session, run->now), TICK_NEVER);
    run->now += 3600 * TICK_S; /* asleep is no stall while paused */
    run_request(run, ACTION_NONE);
    assert_int_equal(run->effects.count, 0);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run_find(run, EFFECT_SOUND)->sound, CUE_RESUME);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 5500 * TICK_MS);
    run_pass(run, run->hand.timeline.total - 5500 * TICK_MS);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void what_had_not_sounded_comes_again(void **state)
{
    struct run *run = *state;
    run_pass(run, 4800 * TICK_MS); /* the tick of second 5 is handed out, not due */
    run_request(run, ACTION_PLAY_PAUSE);
    run_pass(run, 10 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run_cues(run, CUE_REP), 1);
    const struct effect *cue = run_find(run, EFFECT_CUE);
    assert_int_equal(cue->cue->at, 5 * TICK_S);
    assert_int_equal(cue->due, run->now + 200 * TICK_MS);
}

static void a_line_cut_off_early_is_said_again(void **state)
{
    struct run *run = *state;
    run_pass(run, 900 * TICK_MS); /* of a line of 2 s */
    run_request(run, ACTION_PLAY_PAUSE);
    run_pass(run, TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run_cues(run, CUE_SAY), 1);
    assert_int_equal(run_find(run, EFFECT_CUE)->due, run->now);
    run_pass(run, 1100 * TICK_MS); /* half of it was heard this time */
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run_cues(run, CUE_SAY), 0);
}

static void a_stall_pauses_where_it_was(void **state)
{
    struct run *run = *state;
    run_pass(run, 4 * TICK_S);
    run->now += SESSION_STALL + 1;
    run_request(run, ACTION_PLAY_PAUSE); /* the key that woke the machine */
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_int_equal(run->session.pause, PAUSE_STALLED);
    assert_int_equal(run->session.position, 4 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 4 * TICK_S);
}

static void a_sleep_pauses_though_the_clock_stood_still(void **state)
{
    struct run *run = *state;
    run_pass(run, 4 * TICK_S);
    run_request_full(run, (struct request){.slept = true});
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_int_equal(run->session.pause, PAUSE_STALLED);
    assert_int_equal(run->session.position, 4 * TICK_S);
}

static void a_picture_that_went_away_pauses(void **state)
{
    struct run *run = *state;
    run_pass(run, 4 * TICK_S);
    run_request_full(run, (struct request){.vanished = true});
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_int_equal(run->session.pause, PAUSE_UNSEEN);
    assert_int_equal(run->session.position, 4 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void a_picture_that_is_not_there_at_first_pauses(void **state)
{
    struct run *run = *state;
    session_init(&run->session, run->session.timeline, &(struct session_options){0}, run->now);
    run_request_full(run, (struct request){.vanished = true});
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_int_equal(run->session.pause, PAUSE_UNSEEN);
    assert_int_equal(run->session.position, 0);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void closed_eyes_need_no_picture(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){.eyes_closed = true});
    run_pass(run, 4 * TICK_S);
    run_request_full(run, (struct request){.vanished = true});
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void a_hiccup_goes_on(void **state)
{
    struct run *run = *state;
    run->now += SESSION_STALL;
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, SESSION_STALL);
    run->now -= TICK_S; /* must not happen, must not hurt */
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.position, SESSION_STALL);
}

static void next_skips_a_step(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S);
    run_request(run, ACTION_NEXT);
    assert_non_null(run_find(run, EFFECT_FLUSH));
    assert_int_equal(run_find(run, EFFECT_ENTRY)->entry, 1);
    assert_int_equal(run_cues(run, CUE_STEP_START), 1);
    assert_int_equal(run_cues(run, CUE_STEP_DONE), 0);
    assert_int_equal(run->session.position, 10 * TICK_S);
    assert_int_equal(run->session.steps_skipped, 1);
    run_request(run, ACTION_NEXT);
    assert_int_equal(run->session.position, 25 * TICK_S);
    run_request(run, ACTION_NEXT);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_skipped, 3);
    assert_int_equal(run->session.steps_done, 0);
    assert_int_equal(run_find(run, EFFECT_SOUND)->sound, CUE_SESSION_DONE);
}

static void back_once_and_twice(void **state)
{
    struct run *run = *state;
    run_pass(run, 20 * TICK_S);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 10 * TICK_S);
    run_pass(run, SESSION_BACK_AGAIN - FRAME);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    run_pass(run, 3 * TICK_S);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
}

static void a_step_done_twice_counts_once(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_NEXT);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.steps_skipped, 1);
    run_pass(run, 8 * TICK_S);
    run_request(run, ACTION_REPEAT);
    assert_int_equal(run->session.position, 0);
    run_pass(run, 12 * TICK_S);
    assert_int_equal(run->session.steps_done, 1);
    assert_int_equal(run->session.steps_skipped, 0);
    run_request(run, ACTION_BACK);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.position, 0);
    run_pass(run, 10 * TICK_S);
    assert_int_equal(run->session.steps_done, 1);
}

static void a_step_seeked_into_is_not_whole(void **state)
{
    struct run *run = *state;
    run_request_full(run, (struct request){.action = ACTION_SEEK, .to = 9 * TICK_S});
    assert_int_equal(run->session.position, 9 * TICK_S);
    run_pass(run, 2 * TICK_S);
    assert_int_equal(run->session.steps_done, 0);
    run_request_full(run, (struct request){.action = ACTION_SEEK, .to = -TICK_S});
    assert_int_equal(run->session.position, 0);
    run_request_full(run, (struct request){.action = ACTION_SEEK, .to = TICK_NEVER});
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.position, run->hand.timeline.total);
}

/* Not the setup, not the pause, and what is done again once more. */
static void work_is_counted_by_step(void **state)
{
    struct run *run = *state;
    run_pass(run, 18 * TICK_S);
    assert_int_equal(run->session.worked, 13 * TICK_S);
    assert_int_equal(run->session.work[0], 10 * TICK_S);
    assert_int_equal(run->session.work[1], 3 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    run_pass(run, TICK_MIN);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_REPEAT);
    run_pass(run, 6 * TICK_S);
    assert_int_equal(run->session.work[1], 4 * TICK_S);
    run_request(run, ACTION_NEXT);
    run_pass(run, TICK_MIN);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.work[2], 10 * TICK_S);
    assert_int_equal(run->session.worked, 24 * TICK_S);
}

static void begins_where_asked(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){.from = 17 * TICK_S});
    assert_int_equal(run_find(run, EFFECT_ENTRY)->entry, 2);
    assert_int_equal(run->session.position, 17 * TICK_S);
    run_pass(run, 18 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_done, 1);
}

static void an_empty_timeline_is_over_at_once(void **state)
{
    (void)state;
    struct run *run = calloc(1, sizeof *run);
    hand_begin(&run->hand);
    run_begin(run, (struct session_options){0});
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    run_request(run, ACTION_BACK);
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
        run_begin(run, (struct session_options){.speed = speeds[i]});
        tick frame = speeds[i] > 50 ? TICK_S : FRAME;
        while (run->session.mode != SESSION_FINISHED) {
            run->now += frame;
            run_request(run, ACTION_NONE);
        }
        tick real = tick_from_seconds(2400 / speeds[i]);
        assert_in_range(run->now - DAWN, real - 2 * frame, real + 20 * frame);
        for (int j = 0; j < 200; j++)
            run_request(run, ACTION_NONE);
        assert_int_equal(run->seen[EFFECT_CUE], run->hand.timeline.cue_count);
        assert_int_equal(run->seen[EFFECT_ENTRY], 480);
        assert_int_equal(run->session.steps_done, 240);
        assert_int_equal(run->session.played, 2400 * TICK_S);
    }
    free(run);
}

#define THREE(test) cmocka_unit_test_setup_teardown(test, run_three, run_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        THREE(plays_to_the_end),
        THREE(does_not_end_early),
        THREE(cues_are_due_at_their_place),
        THREE(the_first_cues_come_before_it_begins),
        THREE(speed_scales_time_and_cues),
        THREE(a_pause_stops_time),
        THREE(what_had_not_sounded_comes_again),
        THREE(a_line_cut_off_early_is_said_again),
        THREE(a_stall_pauses_where_it_was),
        THREE(a_sleep_pauses_though_the_clock_stood_still),
        THREE(a_picture_that_went_away_pauses),
        THREE(a_picture_that_is_not_there_at_first_pauses),
        THREE(closed_eyes_need_no_picture),
        THREE(a_hiccup_goes_on),
        THREE(next_skips_a_step),
        THREE(back_once_and_twice),
        THREE(a_step_done_twice_counts_once),
        THREE(a_step_seeked_into_is_not_whole),
        THREE(work_is_counted_by_step),
        THREE(begins_where_asked),
        cmocka_unit_test(an_empty_timeline_is_over_at_once),
        cmocka_unit_test(forty_minutes_at_any_speed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

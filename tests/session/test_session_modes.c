// SPDX-License-Identifier: MIT
#include "session/run.h"

#include "check.h"

static void the_menu_does_what_it_says(void **state)
{
    struct run *run = *state;
    run_pass(run, 12 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.focus, MENU_RESUME);
    run_request(run, ACTION_DOWN);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 10 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_DOWN);
    run_request(run, ACTION_DOWN);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 25 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_UP);
    assert_int_equal(run->session.focus, MENU_END);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_LEFT);
    assert_non_null(run_find(run, EFFECT_LEFT));
}

static void the_menu_sets_volume_and_darkness(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_PLAY_PAUSE);
    run->session.focus = MENU_VOLUME;
    run_request(run, ACTION_NEXT);
    assert_int_equal(run->session.volume, 60);
    run_request(run, ACTION_BACK);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.volume, 40);
    assert_int_equal(run->session.position, 0);
    run_request(run, ACTION_DOWN);
    run_request(run, ACTION_CONTINUE);
    assert_true(run->session.eyes_closed);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void pick(struct run *run, int what)
{
    run_request_full(run, (struct request){.action = ACTION_PICK, .pick = what});
}

static void a_line_of_the_menu_can_be_pressed(void **state)
{
    struct run *run = *state;
    run_pass(run, 12 * TICK_S);
    pick(run, MENU_END); /* nothing is there to be pressed while it plays */
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_request(run, ACTION_PLAY_PAUSE);
    pick(run, MENU_ITEMS);
    pick(run, -1);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    pick(run, MENU_REPEAT);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 10 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    pick(run, MENU_END);
    assert_int_equal(run->session.mode, SESSION_LEFT);
}

static void leaving_asks_once(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    assert_true(run->session.confirm_leave);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    run_request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_LEFT);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->effects.count, 0);
}

static void quitting_asks_nothing(void **state)
{
    struct run *run = *state;
    run->now += TICK_H;
    run_request(run, ACTION_QUIT);
    assert_int_equal(run->session.mode, SESSION_LEFT);
}

static void help_pauses_and_goes_on(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S);
    run_request(run, ACTION_HELP);
    assert_true(run->session.help);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    run_request(run, ACTION_NEXT); /* not while reading */
    assert_int_equal(run->session.position, TICK_S);
    run_request(run, ACTION_LEAVE);
    assert_false(run->session.help);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_HELP);
    run_request(run, ACTION_HELP);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
}

static void volume_stays_in_bounds(void **state)
{
    struct run *run = *state;
    for (int i = 0; i < 12; i++)
        run_request(run, ACTION_LOUDER);
    assert_int_equal(run->session.volume, 100);
    run_request(run, ACTION_MUTE);
    assert_true(run->session.muted);
    for (int i = 0; i < 12; i++)
        run_request(run, ACTION_SOFTER);
    assert_int_equal(run->session.volume, 0);
    assert_false(run->session.muted);
    assert_int_equal(run->seen[EFFECT_VOLUME], 25);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(session_next_change(&run->session, run->now), run->now + SESSION_SHOW_VOLUME);
}

static void a_wait_goes_on_when_asked(void **state)
{
    struct run *run = *state;
    run_pass(run, 3 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_GATE);
    assert_int_equal(run->session.position, 2 * TICK_S);
    size_t cues = run->seen[EFFECT_CUE];
    run_pass(run, 10 * TICK_S);
    assert_int_equal(run->seen[EFFECT_CUE], cues); /* nothing of what follows */
    run_request(run, ACTION_CONTINUE);
    assert_non_null(run_find(run, EFFECT_STEP_DONE));
    assert_int_equal(run_find(run, EFFECT_ENTRY)->entry, 2);
    assert_int_equal(run_cues(run, CUE_STEP_START), 1);
    assert_int_equal(run->session.mode, SESSION_GATE);
}

static void a_wait_ends_by_itself(void **state)
{
    struct run *run = *state;
    run_pass(run, 62 * TICK_S - 1);
    assert_int_equal(run->session.entry, 1);
    assert_int_equal(session_next_change(&run->session, run->now), run->now + 1);
    run_pass(run, 1);
    assert_int_equal(run->session.entry, 2);
    assert_int_equal(session_next_change(&run->session, run->now), run->now);
}

static void a_stalled_wait_pauses(void **state)
{
    struct run *run = *state;
    run_pass(run, 10 * TICK_S);
    run->now += TICK_H;
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_GATE);
    assert_int_equal(run->session.gate_spent, 8 * TICK_S);
}

static void work_until_continue_pauses_and_ends(void **state)
{
    struct run *run = *state;
    run_pass(run, 3 * TICK_S);
    run_request(run, ACTION_CONTINUE);
    run_pass(run, 100 * TICK_S);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    run->now += TICK_H; /* asleep: nothing is lost by it here, and nothing counts */
    run_request(run, ACTION_NONE);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    run_pass(run, 10 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.gate_spent, 100 * TICK_S);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_ASKING);
    assert_int_equal(run->session.steps_done, 3);
}

static void go_to_question(struct run *run)
{
    run_pass(run, 3 * TICK_S);
    run_request(run, ACTION_CONTINUE);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_ASKING);
}

static void a_question_can_be_skipped(void **state)
{
    struct run *run = *state;
    go_to_question(run);
    assert_int_equal(session_next_change(&run->session, run->now), TICK_NEVER);
    run_request(run, ACTION_PLAY_PAUSE); /* nothing is chosen: not an answer */
    assert_int_equal(run->session.mode, SESSION_ASKING);
    run_request(run, ACTION_CONTINUE);
    assert_null(run_find(run, EFFECT_RATED));
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    run_pass(run, 3 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void rate(struct run *run, int rating)
{
    run_request_full(run, (struct request){.action = ACTION_RATE, .rating = rating});
}

static void a_question_is_answered(void **state)
{
    struct run *run = *state;
    go_to_question(run);
    assert_int_equal(run->session.rating, -1);
    run_request(run, ACTION_NEXT);
    assert_int_equal(run->session.rating, 5);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.rating, 4);
    rate(run, 11);
    rate(run, -1);
    assert_int_equal(run->session.rating, 4);
    rate(run, 1);
    rate(run, 0);
    assert_int_equal(run->session.rating, 10);
    run_request(run, ACTION_NEXT);
    assert_int_equal(run->session.rating, 10);
    rate(run, 0);
    run_request(run, ACTION_BACK);
    assert_int_equal(run->session.rating, 0);
    rate(run, 7);
    run_request(run, ACTION_LEAVE);
    run_request(run, ACTION_PLAY_PAUSE);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run_find(run, EFFECT_RATED)->rating, 7);
    assert_int_equal(run_find(run, EFFECT_RATED)->entry, 3);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void a_rating_pressed_twice_is_the_answer(void **state)
{
    struct run *run = *state;
    go_to_question(run);
    pick(run, RATING_MOST + 1);
    assert_int_equal(run->session.rating, -1);
    pick(run, 3);
    pick(run, 8);
    assert_int_equal(run->session.rating, 8);
    assert_int_equal(run->session.mode, SESSION_ASKING);
    pick(run, 8);
    assert_int_equal(run_find(run, EFFECT_RATED)->rating, 8);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

/* The middle one of three steps is left out, the last one is done. */
static void come_to_the_end(struct run *run, struct session_options options)
{
    run_begin(run, options);
    run_pass(run, 11 * TICK_S);
    run_request(run, ACTION_NEXT);
    run_pass(run, 11 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
}

static void the_end_asks_what_has_changed(void **state)
{
    struct run *run = *state;
    come_to_the_end(run, (struct session_options){.ask = true, .before = {true, 4}});
    assert_true(run->session.asks);
    assert_null(session_comfort_change(&run->session));
    run_request(run, ACTION_PLAY_PAUSE); /* nothing is chosen: not an answer */
    assert_true(run->session.asks);
    pick(run, 6);
    assert_true(run->session.asks);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run_find(run, EFFECT_RATED)->rating, 6);
    assert_int_equal(run_find(run, EFFECT_RATED)->entry, run->hand.timeline.entry_count);
    assert_false(run->session.asks);
    assert_true(run->session.after.said);
    assert_int_equal(run->session.after.rating, 6);
    assert_string_equal(session_comfort_change(&run->session),
                        "Your back feels better: {0} before, {1} now.");
    assert_null(run_find(run, EFFECT_CLOSE));
    run_request(run, ACTION_CONTINUE);
    assert_non_null(run_find(run, EFFECT_CLOSE));
}

static void the_last_question_can_be_skipped(void **state)
{
    struct run *run = *state;
    come_to_the_end(run, (struct session_options){.ask = true, .before = {true, 4}});
    run_request(run, ACTION_CONTINUE);
    assert_false(run->session.asks);
    assert_false(run->session.after.said);
    assert_null(run_find(run, EFFECT_RATED));
    come_to_the_end(run, (struct session_options){.ask = true, .before = {true, 4}});
    run_request(run, ACTION_LEAVE);
    assert_non_null(run_find(run, EFFECT_CLOSE));
}

static void the_end_asks_nothing_without_a_reason(void **state)
{
    struct run *run = *state;
    come_to_the_end(run, (struct session_options){.ask = true}); /* nothing was said before */
    assert_false(run->session.asks);
    come_to_the_end(run, (struct session_options){.before = {true, 4}}); /* not wanted */
    assert_false(run->session.asks);
    run_begin(run, (struct session_options){.ask = true, .before = {true, 4}});
    for (int i = 0; i < 3; i++)
        run_request(run, ACTION_NEXT); /* nothing was done */
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_false(run->session.asks);
}

static void offer(struct run *run)
{
    run_begin(run, (struct session_options){.volume = 50, .resume = 17 * TICK_S});
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    assert_non_null(run_find(run, EFFECT_OFFER));
    assert_int_equal(run_cues(run, CUE_SAY), 0);
}

static void one_press_resumes_and_another_begins_anew(void **state)
{
    static const struct {
        enum action first, second;
        tick at;
    } ways[] = {
        {ACTION_NONE, ACTION_CONTINUE, 17 * TICK_S},
        {ACTION_NONE, ACTION_PLAY_PAUSE, 17 * TICK_S},
        {ACTION_NONE, ACTION_REPEAT, 0},
        {ACTION_DOWN, ACTION_CONTINUE, 0},
        {ACTION_NEXT, ACTION_PLAY_PAUSE, 0},
    };
    struct run *run = *state;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        offer(run);
        run_pass(run, 3 * TICK_S);
        run_request(run, ways[i].first);
        run_request(run, ways[i].second);
        assert_int_equal(run->session.mode, SESSION_PLAYING);
        assert_int_equal(run->session.position, ways[i].at);
        assert_non_null(run_find(run, EFFECT_ENTRY));
        run_pass(run, 2 * TICK_S);
        assert_int_equal(run->session.position, ways[i].at + 2 * TICK_S);
    }
}

static void a_line_of_the_offer_can_be_pressed(void **state)
{
    struct run *run = *state;
    offer(run);
    pick(run, OFFER_ITEMS);
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    pick(run, OFFER_ANEW);
    assert_int_equal(run->session.position, 0);
    offer(run);
    pick(run, OFFER_RESUME);
    assert_int_equal(run->session.position, 17 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void who_does_nothing_goes_on(void **state)
{
    struct run *run = *state;
    offer(run);
    run_pass(run, SESSION_OFFER - TICK_S);
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    run_pass(run, TICK_S + FRAME);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_in_range(run->session.position, 17 * TICK_S, 17 * TICK_S + 2 * FRAME);
}

static void who_looks_at_the_choice_is_not_hurried(void **state)
{
    static const enum action looks[] = {ACTION_DOWN, ACTION_HELP};
    struct run *run = *state;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        offer(run);
        run_request(run, looks[i]);
        run_pass(run, 3 * SESSION_OFFER);
        run_request(run, looks[i]);
        run_pass(run, 3 * SESSION_OFFER);
        assert_int_equal(run->session.mode, SESSION_OFFERING);
    }
}

static void nobody_is_taken_on_who_did_not_see_it_count(void **state)
{
    struct run *run = *state;
    offer(run);
    run_request_full(run, (struct request){.vanished = true});
    run_pass(run, 3 * SESSION_OFFER);
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);

    offer(run); /* and the machine sleeps: the count begins anew */
    run->now += 100 * SESSION_OFFER;
    run_request(run, ACTION_NONE);
    run_pass(run, SESSION_OFFER - TICK_S);
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    run_pass(run, TICK_S + FRAME);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void an_offer_can_be_left(void **state)
{
    struct run *run = *state;
    offer(run);
    run_request(run, ACTION_LEAVE);
    assert_int_equal(run->session.mode, SESSION_LEFT);
}

static void a_place_behind_the_end_is_not_offered(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){.resume = TICK_H});
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

#define THREE(test) cmocka_unit_test_setup_teardown(test, run_three, run_tear_down)
#define GATES(test) cmocka_unit_test_setup_teardown(test, run_gates, run_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        THREE(the_menu_does_what_it_says),
        THREE(the_menu_sets_volume_and_darkness),
        THREE(a_line_of_the_menu_can_be_pressed),
        THREE(leaving_asks_once),
        THREE(quitting_asks_nothing),
        THREE(help_pauses_and_goes_on),
        THREE(volume_stays_in_bounds),
        THREE(one_press_resumes_and_another_begins_anew),
        THREE(a_line_of_the_offer_can_be_pressed),
        THREE(who_does_nothing_goes_on),
        THREE(who_looks_at_the_choice_is_not_hurried),
        THREE(an_offer_can_be_left),
        THREE(nobody_is_taken_on_who_did_not_see_it_count),
        THREE(a_place_behind_the_end_is_not_offered),
        GATES(a_wait_goes_on_when_asked),
        GATES(a_wait_ends_by_itself),
        GATES(a_stalled_wait_pauses),
        GATES(work_until_continue_pauses_and_ends),
        GATES(a_question_can_be_skipped),
        GATES(a_question_is_answered),
        GATES(a_rating_pressed_twice_is_the_answer),
        THREE(the_end_asks_what_has_changed),
        THREE(the_last_question_can_be_skipped),
        THREE(the_end_asks_nothing_without_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

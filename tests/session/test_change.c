// SPDX-License-Identifier: MIT
#include "check.h"
#include "session/run.h"

#include <stdlib.h>

/* The routine as it was changed; made like the one of run_three. */
static struct hand edited;
static struct arena arena;

static void change(struct run *run)
{
    hand_end(&edited);
    struct timeline_match match = timeline_match(&arena, &run->hand.timeline, &edited.timeline);
    session_change(&run->session, &match, &edited.timeline, &run->effects);
}

static void edit(const char *const *titles, const int *seconds, size_t count)
{
    hand_begin(&edited);
    for (size_t i = 0; i < count; i++) {
        hand_step(&edited, titles[i]);
        hand_entry(&edited, ENTRY_WORK, seconds[i] * TICK_S);
    }
}

static void change_to(struct run *run, const char *const *titles, const int *seconds, size_t count)
{
    edit(titles, seconds, count);
    change(run);
}

static const char *const titles[] = {"One", "Two", "Three"};

static void it_goes_on_in_the_same_moment(void **state)
{
    struct run *run = *state;
    run_pass(run, 26 * TICK_S); /* 1 s into the third */
    change_to(run, titles, (const int[]){20, 10, 10}, 3);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 31 * TICK_S);
    assert_non_null(run_find(run, EFFECT_FLUSH));
    assert_null(run_find(run, EFFECT_ENTRY));
    assert_int_equal(run->session.steps_done, 2);
    run_pass(run, 10 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    assert_int_equal(run->session.steps_done, 3);
}

static void a_step_that_is_gone_leads_to_the_one_instead(void **state)
{
    struct run *run = *state;
    run_pass(run, 17 * TICK_S);
    change_to(run, (const char *const[]){"One", "Three"}, (const int[]){10, 10}, 2);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
    assert_int_equal(run->session.position, 10 * TICK_S);
    assert_int_equal(run_find(run, EFFECT_ENTRY)->entry, 1);
    assert_int_equal(run->session.steps_done, 1);
    assert_int_equal(run->session.steps_skipped, 0);
}

static void paused_stays_paused(void **state)
{
    struct run *run = *state;
    run_pass(run, 12 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    change_to(run, (const char *const[]){"New", "One", "Two", "Three"},
              (const int[]){10, 10, 10, 10}, 4);
    assert_int_equal(run->session.mode, SESSION_PAUSED);
    run_pass(run, 5 * TICK_S);
    assert_int_equal(run->session.position, 20 * TICK_S);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void a_line_hardly_begun_is_said_again(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S / 2);
    change_to(run, titles, (const int[]){20, 10, 10}, 3);
    run_request(run, ACTION_NONE);
    assert_int_equal(run_cues(run, CUE_SAY), 1);
    run_pass(run, 15 * TICK_S / 10);
    change_to(run, titles, (const int[]){20, 10, 10}, 3);
    run_request(run, ACTION_NONE);
    assert_int_equal(run_cues(run, CUE_SAY), 0);
}

static void the_end_stays_the_end(void **state)
{
    struct run *run = *state;
    run_pass(run, 40 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    change_to(run, titles, (const int[]){20, 10, 100}, 3);
    assert_int_equal(run->session.mode, SESSION_FINISHED);
    run_pass(run, TICK_S);
    assert_int_equal(run->session.position, 130 * TICK_S);
}

static void an_offer_stays_an_offer(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){.resume = 26 * TICK_S});
    change_to(run, titles, (const int[]){20, 10, 10}, 3);
    assert_int_equal(run->session.mode, SESSION_OFFERING);
    assert_int_equal(run->session.resume, 31 * TICK_S);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.position, 31 * TICK_S);
}

static void a_gate_may_come_and_go(void **state)
{
    struct run *run = *state;
    run_pass(run, 5 * TICK_S);
    hand_begin(&edited);
    hand_step(&edited, "One");
    hand_gate(&edited, ENTRY_WORK, 0);
    hand_step(&edited, "Last");
    hand_entry(&edited, ENTRY_WORK, 5 * TICK_S);
    change(run);
    assert_int_equal(run->session.mode, SESSION_GATE);
    run_pass(run, 5 * TICK_S);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.entry, 1);
}

/* Wherever it is and whatever becomes of it: a place that there is, and an end. */
static void any_change_at_any_time(void **state)
{
    static const char *const any[] = {"One", "Two", "Three", "Four"};
    struct run *run = *state;
    srand(20);
    for (int round = 0; round < 300; round++) {
        const char *chosen[6];
        int seconds[6];
        size_t count = 1 + (size_t)(rand() % 6);
        for (size_t i = 0; i < count; i++) {
            chosen[i] = any[rand() % 4];
            seconds[i] = 1 + rand() % 20;
        }
        run_begin(run, (struct session_options){.volume = 50});
        run_pass(run, rand() % 40 * TICK_S);
        if (rand() % 3 == 0)
            run_request(run, ACTION_PLAY_PAUSE);
        enum session_mode before = run->session.mode;
        change_to(run, chosen, seconds, count);
        assert_int_equal(run->session.mode, before);
        run_pass(run, TICK_S);
        if (run->session.mode == SESSION_PAUSED)
            run_request(run, ACTION_PLAY_PAUSE);
        run_pass(run, 121 * TICK_S);
        assert_int_equal(run->session.mode, SESSION_FINISHED);
        assert_true(run->session.steps_done <= edited.timeline.step_count);
    }
}

static int clean_up(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, run_three, run_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_goes_on_in_the_same_moment), TEST(a_step_that_is_gone_leads_to_the_one_instead),
        TEST(paused_stays_paused),           TEST(a_line_hardly_begun_is_said_again),
        TEST(the_end_stays_the_end),         TEST(an_offer_stays_an_offer),
        TEST(a_gate_may_come_and_go),        TEST(any_change_at_any_time),
    };
    return cmocka_run_group_tests(tests, NULL, clean_up);
}

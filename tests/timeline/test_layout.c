// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/script.h"

static int begin(void **state)
{
    static struct script script;
    script_begin(&script);
    *state = &script;
    return 0;
}

static int end(void **state)
{
    script_end(*state);
    return 0;
}

static struct exercise *with_setup(struct script *s, const char *title, int seconds)
{
    struct exercise *exercise = make_exercise(s, title);
    exercise->setup.length = seconds * TICK_S;
    exercise->switching.length = 5 * TICK_S;
    exercise->rest = 30 * TICK_S;
    return exercise;
}

static void test_setup_comes_before_the_dose(void **state)
{
    struct script *s = *state;
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, with_setup(s, "Lean", 8), for_seconds(60))));
    assert_string_equal(entries_text(s, timeline), "0+8 setup Lean\n"
                                                   "8+60 work Lean\n");
    assert_int_equal(timeline->work, 60 * TICK_S);
    assert_int_equal(timeline->total, 68 * TICK_S);
}

static void test_per_side_is_the_dose_on_each(void **state)
{
    struct script *s = *state;
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, with_setup(s, "Lean", 8), per_side(for_seconds(60)))));
    assert_string_equal(entries_text(s, timeline), "0+8 setup Lean left\n"
                                                   "8+60 work Lean left\n"
                                                   "68+5 switch Switch sides right\n"
                                                   "73+60 work Lean right\n");
    assert_int_equal(timeline->step_count, 1);
    assert_int_equal(timeline->steps[0].start, 0);
    assert_int_equal(timeline->steps[0].end, timeline->total);
    assert_int_equal(timeline->steps[0].last_entry, 3);
}

static void test_no_time_to_switch_needs_no_entry(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    const struct timeline *timeline = compile(s, LIST(s, work(s, lean, per_side(for_seconds(20)))));
    assert_string_equal(entries_text(s, timeline), "0+20 work Lean left\n"
                                                   "20+20 work Lean right\n");
}

static void test_sets_rest_between_never_after(void **state)
{
    struct script *s = *state;
    struct exercise *bridge = with_setup(s, "Bridge", 6);
    set_tempo(bridge, 2, 1, 2);
    const struct timeline *timeline = compile(s, LIST(s, work(s, bridge, in_sets(2, reps(10)))));
    assert_string_equal(entries_text(s, timeline), "0+6 setup Bridge\n"
                                                   "6+50 work Bridge 1/2 10r\n"
                                                   "56+30 rest Rest 2/2\n"
                                                   "86+50 work Bridge 2/2 10r\n");
    assert_int_equal(timeline->work, 0); /* reps are not timed work */
}

static void test_sets_per_side_switch_once(void **state)
{
    struct script *s = *state;
    const struct timeline *timeline = compile(
        s, LIST(s, work(s, with_setup(s, "Hold", 0), per_side(in_sets(2, for_seconds(10))))));
    assert_string_equal(entries_text(s, timeline), "0+10 work Hold left 1/2\n"
                                                   "10+30 rest Rest left 2/2\n"
                                                   "40+10 work Hold left 2/2\n"
                                                   "50+5 switch Switch sides right\n"
                                                   "55+10 work Hold right 1/2\n"
                                                   "65+30 rest Rest right 2/2\n"
                                                   "95+10 work Hold right 2/2\n");
}

static void test_alternating_changes_with_each_rep(void **state)
{
    struct script *s = *state;
    struct exercise *dog = make_exercise(s, "Bird dog");
    set_tempo(dog, 2, 1, 2);
    const struct timeline *timeline = compile(s, LIST(s, work(s, dog, alternating(reps(4)))));
    assert_string_equal(entries_text(s, timeline), "0+20 work Bird dog alternating 4r\n");
    struct moment moment;
    timeline_moment(timeline, 0, 4 * TICK_S, &moment);
    assert_int_equal(moment.side, SIDE_LEFT);
    timeline_moment(timeline, 0, 5 * TICK_S, &moment);
    assert_int_equal(moment.side, SIDE_RIGHT);
    timeline_moment(timeline, 0, 10 * TICK_S, &moment);
    assert_int_equal(moment.side, SIDE_LEFT);
    timeline_moment(timeline, 0, 20 * TICK_S, &moment);
    assert_int_equal(moment.side, SIDE_RIGHT);
}

static void test_alternating_changes_with_each_breath(void **state)
{
    struct script *s = *state;
    struct exercise *twist = make_exercise(s, "Twist");
    set_breathing(twist, 4, 0, 4, 0);
    const struct timeline *timeline = compile(s, LIST(s, work(s, twist, alternating(breaths(3)))));
    struct moment moment;
    timeline_moment(timeline, 0, 9 * TICK_S, &moment);
    assert_int_equal(moment.side, SIDE_RIGHT);
    assert_int_equal(moment.breath.number, 2);
}

static void test_alternating_needs_something_to_count(void **state)
{
    struct script *s = *state;
    struct exercise *still = make_exercise(s, "Stand");
    assert_null(compile(s, LIST(s, work(s, still, alternating(for_seconds(60))))));
    assert_string_equal(diags_text(s),
                        "1: error: 'alternating' changes sides with every rep or breath, and this "
                        "step has neither; write 'per side', or add 'tempo:' or 'breathe:'\n");
}

static void test_repeat_rests_between_rounds(void **state)
{
    struct script *s = *state;
    struct exercise *a = with_setup(s, "A", 4), *b = make_exercise(s, "B");
    struct step_list round = LIST(s, work(s, a, for_seconds(10)), work(s, b, for_seconds(20)));
    const struct timeline *timeline = compile(s, LIST(s, repeat(s, 2, 15, round)));
    assert_string_equal(entries_text(s, timeline), "0+4 setup A\n"
                                                   "4+10 work A\n"
                                                   "14+20 work B\n"
                                                   "34+15 rest Rest\n"
                                                   "49+4 setup A\n"
                                                   "53+10 work A\n"
                                                   "63+20 work B\n");
    assert_int_equal(timeline->step_count, 4);
    assert_int_equal(timeline->entries[3].source->line, 3); /* the repeat's */
}

static void test_rest_shows_what_is_to_come(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, a, for_seconds(10)), rest(s, 30), wait_for(s, "Fetch it", 0),
                        work(s, b, for_seconds(10)), rest(s, 5)));
    assert_ptr_equal(timeline->entries[1].exercise, b);
    assert_int_equal(timeline->entries[1].step, 1);
    assert_ptr_equal(timeline->entries[2].exercise, b);
    assert_null(timeline->entries[4].exercise);
    assert_int_equal(timeline->entries[4].step, 1);
}

static void test_nested_routines_play_in_place(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    struct step_list inner = LIST(s, work(s, b, for_seconds(5)));
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, a, for_seconds(10)), nested(s, inner), nested(s, inner)));
    assert_string_equal(entries_text(s, timeline), "0+10 work A\n"
                                                   "10+5 work B\n"
                                                   "15+5 work B\n");
}

static void test_equipment_decides(void **state)
{
    struct script *s = *state;
    struct exercise *roll = make_exercise(s, "Roll"), *hug = make_exercise(s, "Hug");
    struct step_list steps = LIST(s, with(s, "foam-roller", LIST(s, work(s, roll, for_seconds(60))),
                                          LIST(s, work(s, hug, for_seconds(30)))));
    assert_string_equal(entries_text(s, compile(s, steps)), "0+60 work Roll\n");
    const char *things[] = {"mat"};
    struct text_list mat = {things, 1};
    s->options.equipment = &mat;
    assert_string_equal(entries_text(s, compile(s, steps)), "0+30 work Hug\n");
    things[0] = "foam-roller";
    assert_string_equal(entries_text(s, compile(s, steps)), "0+60 work Roll\n");
}

static void test_nothing_left_is_an_error(void **state)
{
    struct script *s = *state;
    struct exercise *roll = make_exercise(s, "Roll");
    struct text_list nothing = {NULL, 0};
    s->options.equipment = &nothing;
    struct step_list only = LIST(s, with(s, "foam-roller", LIST(s, work(s, roll, for_seconds(60))),
                                         (struct step_list){NULL, 0}));
    assert_null(compile(s, LIST(s, repeat(s, 1000000000, 10, only))));
    assert_string_equal(diags_text(s), "1: error: nothing is left to do in this routine; add "
                                       "'otherwise:' to its 'with:' steps for people who do not "
                                       "have the equipment\n");
}

static void test_gates_take_no_time(void **state)
{
    struct script *s = *state;
    struct exercise *a = with_setup(s, "A", 3);
    const struct timeline *timeline =
        compile(s, LIST(s, wait_for(s, "Fetch your roller", 120), work(s, a, until_continue()),
                        ask(s, "comfort")));
    assert_string_equal(entries_text(s, timeline), "0+0 wait Fetch your roller!\n"
                                                   "0+3 setup A\n"
                                                   "3+0 work A!\n"
                                                   "3+0 ask comfort!\n");
    assert_int_equal(timeline->entries[0].at_most, 120 * TICK_S);
    assert_int_equal(timeline->total, 3 * TICK_S);
}

static void test_kiosks_do_not_ask(void **state)
{
    struct script *s = *state;
    s->options.ask = false;
    struct exercise *a = make_exercise(s, "A");
    const struct timeline *timeline =
        compile(s, LIST(s, ask(s, "comfort"), work(s, a, for_seconds(10)), ask(s, "comfort")));
    assert_string_equal(entries_text(s, timeline), "0+10 work A\n");
}

static void test_reps_need_a_tempo(void **state)
{
    struct script *s = *state;
    assert_null(compile(s, LIST(s, work(s, make_exercise(s, "Bridge"), reps(10)))));
    assert_string_equal(diags_text(s), "1: error: 'Bridge' is dosed in reps but has no tempo; add "
                                       "'tempo: {lift: 2 s, hold: 1 s, lower: 2 s}'\n");
}

static void test_breaths_need_breathing(void **state)
{
    struct script *s = *state;
    assert_null(compile(s, LIST(s, work(s, make_exercise(s, "Sit"), breaths(10)))));
    assert_string_equal(diags_text(s), "1: error: 'Sit' is dosed in breaths but does not say how "
                                       "to breathe; add 'breathe: {in: 4 s, out: 6 s}'\n");
}

static void test_what_moves_the_figure(void **state)
{
    struct script *s = *state;
    struct exercise *all = make_exercise(s, "All"), *none = make_exercise(s, "None");
    struct exercise *tempo = make_exercise(s, "Tempo"), *still = make_exercise(s, "Still");
    set_breathing(all, 4, 0, 4, 0);
    set_tempo(all, 2, 1, 2);
    set_tempo(tempo, 2, 1, 2);
    set_breathing(still, 4, 0, 6, 0);
    still->drive = DRIVE_STILL;
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, all, reps(3)), work(s, all, for_seconds(16)),
                        work(s, tempo, for_seconds(12)), work(s, none, for_seconds(5)),
                        work(s, still, for_seconds(15)), work(s, still, breaths(2))));
    static const enum drive expected[] = {DRIVE_TEMPO,   DRIVE_BREATH, DRIVE_TEMPO,
                                          DRIVE_DEFAULT, DRIVE_STILL,  DRIVE_BREATH};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(timeline->entries[i].drive, expected[i]);
    assert_string_equal(entries_text(s, timeline), "0+15 work All 3r 1b\n"
                                                   "15+16 work All 2b\n"
                                                   "31+12 work Tempo\n"
                                                   "43+5 work None\n"
                                                   "48+15 work Still 1b\n"
                                                   "63+20 work Still 2b\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_setup_comes_before_the_dose, begin, end),
        cmocka_unit_test_setup_teardown(test_per_side_is_the_dose_on_each, begin, end),
        cmocka_unit_test_setup_teardown(test_no_time_to_switch_needs_no_entry, begin, end),
        cmocka_unit_test_setup_teardown(test_sets_rest_between_never_after, begin, end),
        cmocka_unit_test_setup_teardown(test_sets_per_side_switch_once, begin, end),
        cmocka_unit_test_setup_teardown(test_alternating_changes_with_each_rep, begin, end),
        cmocka_unit_test_setup_teardown(test_alternating_changes_with_each_breath, begin, end),
        cmocka_unit_test_setup_teardown(test_alternating_needs_something_to_count, begin, end),
        cmocka_unit_test_setup_teardown(test_repeat_rests_between_rounds, begin, end),
        cmocka_unit_test_setup_teardown(test_rest_shows_what_is_to_come, begin, end),
        cmocka_unit_test_setup_teardown(test_nested_routines_play_in_place, begin, end),
        cmocka_unit_test_setup_teardown(test_equipment_decides, begin, end),
        cmocka_unit_test_setup_teardown(test_nothing_left_is_an_error, begin, end),
        cmocka_unit_test_setup_teardown(test_gates_take_no_time, begin, end),
        cmocka_unit_test_setup_teardown(test_kiosks_do_not_ask, begin, end),
        cmocka_unit_test_setup_teardown(test_reps_need_a_tempo, begin, end),
        cmocka_unit_test_setup_teardown(test_breaths_need_breathing, begin, end),
        cmocka_unit_test_setup_teardown(test_what_moves_the_figure, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

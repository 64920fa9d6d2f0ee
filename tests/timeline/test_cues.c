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

static const char *sounds_of(struct script *s, struct step_list steps)
{
    const struct timeline *timeline = compile(s, steps);
    assert_non_null(timeline);
    return cues_text(s, timeline, ALL_SOUNDS);
}

static const char *lines_of(struct script *s, struct step_list steps)
{
    const struct timeline *timeline = compile(s, steps);
    assert_non_null(timeline);
    return cues_text(s, timeline, ONLY(CUE_SAY));
}

static void test_a_hold(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    lean->setup.length = 8 * TICK_S;
    assert_string_equal(sounds_of(s, LIST(s, work(s, lean, for_seconds(60)), rest(s, 5))),
                        "5 last-seconds\n6 last-seconds\n7 last-seconds\n"
                        "8 step-start\n38 halfway\n"
                        "65 last-seconds\n66 last-seconds\n67 last-seconds\n68 step-done\n"
                        "70 last-seconds\n71 last-seconds\n72 last-seconds\n73 session-done\n");
}

static void test_short_work_does_not_tick(void **state)
{
    struct script *s = *state;
    assert_string_equal(sounds_of(s, LIST(s, work(s, make_exercise(s, "Lean"), for_seconds(5)))),
                        "0 step-start\n5 session-done\n");
}

static void test_breathing_is_not_ticked_into(void **state)
{
    struct script *s = *state;
    struct exercise *box = make_exercise(s, "Box");
    set_breathing(box, 4, 2, 6, 1);
    assert_string_equal(sounds_of(s, LIST(s, work(s, box, breaths(2)), rest(s, 1))),
                        "0 step-start\n0 breathe-in 4\n4 hold 2\n6 breathe-out 6\n12 hold 1\n"
                        "13 breathe-in 4\n17 hold 2\n19 breathe-out 6\n25 hold 1\n26 step-done\n"
                        "27 session-done\n");
}

static void test_halfway_falls_between_breaths(void **state)
{
    struct script *s = *state;
    struct exercise *ten = make_exercise(s, "Ten");
    set_breathing(ten, 4, 0, 6, 0);
    const struct timeline *timeline = compile(s, LIST(s, work(s, ten, breaths(5))));
    assert_string_equal(cues_text(s, timeline, ONLY(CUE_HALFWAY)), "20 halfway\n");
}

static void test_reps_tick_and_top(void **state)
{
    struct script *s = *state;
    struct exercise *bridge = make_exercise(s, "Bridge");
    set_tempo(bridge, 2, 1, 2);
    bridge->rest = 2 * TICK_S;
    assert_string_equal(sounds_of(s, LIST(s, work(s, bridge, in_sets(2, reps(2))), rest(s, 1))),
                        "0 step-start\n2 rep-top\n5 rep\n7 rep-top\n10 set-done\n"
                        "12 step-start\n14 rep-top\n17 rep\n19 rep-top\n22 step-done\n"
                        "23 session-done\n");
}

static void test_sides(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    lean->switching.length = 5 * TICK_S;
    assert_string_equal(sounds_of(s, LIST(s, work(s, lean, per_side(for_seconds(5))))),
                        "0 step-start\n5 switch\n7 last-seconds\n8 last-seconds\n9 last-seconds\n"
                        "10 step-start\n15 session-done\n");
    lean->switching.length = 0;
    assert_string_equal(sounds_of(s, LIST(s, work(s, lean, per_side(for_seconds(5))))),
                        "0 step-start\n5 switch\n10 session-done\n");
}

static void test_gates_sound_only_at_their_beginning(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    add_line(s, lean, LINE_START, "Lean in.");
    add_line(s, lean, LINE_HALFWAY, "Never.");
    const struct timeline *timeline = compile(
        s, LIST(s, wait_for(s, "Fetch it", 0), work(s, lean, until_continue()), ask(s, "comfort")));
    assert_string_equal(cues_text(s, timeline, ~0u),
                        "0 say Fetch it\n0 step-start\n0 say Lean. Lean in. [Lean in.]\n"
                        "0 say Rate your comfort from zero to ten. "
                        "[Rate your comfort from 0 to 10.]\n");
    assert_int_equal(timeline->cues[0].entry, 0);
    assert_int_equal(timeline->cues[1].entry, 1);
    assert_int_equal(timeline->cues[3].entry, 2);
}

static void test_names_sides_and_what_is_next(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean"), *roll = make_exercise(s, "Roll");
    lean->setup = (struct setup){.length = 8 * TICK_S, .say = "Stand in a doorway."};
    lean->switching.length = 5 * TICK_S;
    add_line(s, lean, LINE_START, "Lean to the {side}.");
    roll->setup = (struct setup){.length = 8 * TICK_S, .say = "Lie down.", .show = "Lie back"};
    assert_string_equal(lines_of(s, LIST(s, work(s, lean, per_side(for_seconds(60))), rest(s, 20),
                                         work(s, roll, for_seconds(60)), rest(s, 5))),
                        "0 say Lean. Left side first. Stand in a doorway. [Stand in a doorway.]\n"
                        "8 say Lean to the left.\n"
                        "68 say Switch to the right side.\n"
                        "73 say Lean to the right.\n"
                        "133 say Rest. Next: Roll. [Next: Roll]\n"
                        "153 say Roll. Lie down. [Lie back]\n"
                        "221 say Rest. [-]\n");
}

static void test_a_setup_that_names_the_side_does_so_alone(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    lean->setup = (struct setup){.length = 8 * TICK_S, .say = "Raise your {side} arm."};
    const struct timeline *timeline = compile(s, LIST(s, work(s, lean, per_side(for_seconds(9)))));
    assert_string_equal(timeline->cues[0].text, "Lean. Raise your left arm.");
}

static void test_sets_are_announced_while_resting(void **state)
{
    struct script *s = *state;
    struct exercise *hold = make_exercise(s, "Hold");
    hold->rest = 10 * TICK_S;
    add_line(s, hold, LINE_START, "Press.");
    assert_string_equal(lines_of(s, LIST(s, work(s, hold, in_sets(2, for_seconds(20))))),
                        "0 say Hold. [-]\n1.75 say Press.\n"
                        "20 say Rest. Next: set 2 of 2. [Next: set 2 of 2]\n30 say [Press.]\n");
    hold->rest = 0;
    assert_string_equal(lines_of(s, LIST(s, work(s, hold, in_sets(2, for_seconds(20))))),
                        "0 say Hold. [-]\n1.75 say Press.\n"
                        "20 say Set 2 of 2. [-]\n20 say [Press.]\n");
}

static void test_every_kind_of_time(void **state)
{
    struct script *s = *state;
    struct exercise *hold = make_exercise(s, "Hold");
    hold->setup.length = 10 * TICK_S;
    add_line(s, hold, LINE_START, "Start.");
    add_line(s, hold, LINE_HALFWAY, "Half.");
    add_line(s, hold, LINE_END, "End.");
    add_line(s, hold, LINE_AT, "At twenty.")->offset = 20 * TICK_S;
    add_line(s, hold, LINE_BEFORE_END, "Ten left.")->offset = 10 * TICK_S;
    add_line(s, hold, LINE_EVERY, "Again.")->offset = 40 * TICK_S;
    assert_string_equal(lines_of(s, LIST(s, work(s, hold, for_seconds(120)))),
                        "0 say Hold. [-]\n10 say Start.\n30 say At twenty.\n50 say Again.\n"
                        "70 say Half.\n90 say Again.\n120 say Ten left.\n128 say End.\n");
}

static void test_breath_lines_are_said_twice_and_shown_always(void **state)
{
    struct script *s = *state;
    struct exercise *cat = make_exercise(s, "Cat");
    cat->setup.length = 5 * TICK_S;
    set_breathing(cat, 4, 0, 4, 0);
    add_line(s, cat, LINE_BREATH, "Sink.")->breath = BREATH_IN;
    add_line(s, cat, LINE_BREATH, "Round.")->breath = BREATH_OUT;
    assert_string_equal(lines_of(s, LIST(s, work(s, cat, breaths(4)))),
                        "0 say Cat. [-]\n5 say Sink.\n9 say Round.\n13 say Sink.\n17 say Round.\n"
                        "21 say [Sink.]\n25 say [Round.]\n29 say [Sink.]\n33 say [Round.]\n");
}

static void test_a_start_line_is_read_before_the_first_breath_line(void **state)
{
    struct script *s = *state;
    struct exercise *cat = make_exercise(s, "Cat");
    cat->setup.length = 5 * TICK_S;
    set_breathing(cat, 4, 0, 4, 0);
    add_line(s, cat, LINE_START, "Move with your breath.");
    add_line(s, cat, LINE_BREATH, "Sink.")->breath = BREATH_IN;
    add_line(s, cat, LINE_BREATH, "Round.")->breath = BREATH_OUT;
    assert_string_equal(lines_of(s, LIST(s, work(s, cat, breaths(4)))),
                        "0 say Cat. [-]\n5 say Move with your breath.\n7.32 say [Sink.]\n"
                        "9 say Round.\n13 say Sink.\n17 say Round.\n21 say Sink.\n"
                        "25 say [Round.]\n29 say [Sink.]\n33 say [Round.]\n");
}

static void test_words_for_half_a_breath_leave_with_it(void **state)
{
    struct script *s = *state;
    struct exercise *breathe = make_exercise(s, "Breathe");
    breathe->setup.length = 5 * TICK_S;
    set_breathing(breathe, 4, 0, 6, 0);
    add_line(s, breathe, LINE_START, "Slowly.");
    add_line(s, breathe, LINE_BREATH, "Fill.")->breath = BREATH_IN;
    assert_string_equal(lines_of(s, LIST(s, work(s, breathe, breaths(3)))),
                        "0 say Breathe. [-]\n5 say Slowly.\n6.5 say [Fill.]\n9 say [Slowly.]\n"
                        "15 say Fill.\n19 say [Slowly.]\n25 say Fill.\n29 say [Slowly.]\n");
}

static void test_tempo_lines_follow_the_reps(void **state)
{
    struct script *s = *state;
    struct exercise *bridge = make_exercise(s, "Bridge");
    bridge->setup.length = 5 * TICK_S;
    set_tempo(bridge, 2, 1, 2);
    add_line(s, bridge, LINE_TEMPO, "Up.")->phase = "lift";
    add_line(s, bridge, LINE_TEMPO, "Down.")->phase = "lower";
    add_line(s, bridge, LINE_TEMPO, "Not here.")->phase = "press";
    assert_string_equal(lines_of(s, LIST(s, work(s, bridge, reps(3)))),
                        "0 say Bridge. [-]\n5 say Up.\n8 say Down.\n10 say Up.\n13 say Down.\n"
                        "15 say [Up.]\n18 say [Down.]\n");
}

static void test_sides_in_alternating_lines(void **state)
{
    struct script *s = *state;
    struct exercise *dog = make_exercise(s, "Dog");
    dog->setup.length = 5 * TICK_S;
    set_tempo(dog, 2, 1, 2);
    add_line(s, dog, LINE_TEMPO, "Reach, {side}.")->phase = "lift";
    assert_string_equal(lines_of(s, LIST(s, work(s, dog, alternating(reps(3))))),
                        "0 say Dog. [-]\n5 say Reach, left.\n8 say []\n10 say Reach, right.\n"
                        "13 say []\n15 say [Reach, left.]\n18 say []\n");
}

static void test_captions_over_time(void **state)
{
    struct script *s = *state;
    struct exercise *hold = make_exercise(s, "Hold");
    hold->setup = (struct setup){.length = 8 * TICK_S, .say = "Sit.", .show = "Sit down"};
    add_line(s, hold, LINE_START, "Start.");
    add_line(s, hold, LINE_HALFWAY, "Half.")->show = "";
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, hold, for_seconds(40)), wait_for(s, "Get up", 0)));
    assert_string_equal(timeline_caption(timeline, 0, 0)->caption, "Sit down");
    assert_string_equal(timeline_caption(timeline, 0, 8 * TICK_S)->caption, "Sit down");
    assert_string_equal(timeline_caption(timeline, 1, 0)->caption, "Start.");
    assert_string_equal(timeline_caption(timeline, 1, 20 * TICK_S - 1)->caption, "Start.");
    assert_null(timeline_caption(timeline, 1, 20 * TICK_S));
    assert_string_equal(timeline_caption(timeline, 2, 3600 * TICK_S)->caption, "Get up");
}

static void test_cues_in_an_interval(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "Lean");
    const struct timeline *timeline = compile(s, LIST(s, work(s, lean, for_seconds(10))));
    size_t first;
    /* start and name at 0, three ticks, the end at 10 */
    assert_int_equal(timeline_cues(timeline, -1, 0, &first), 2);
    assert_int_equal(first, 0);
    assert_int_equal(timeline_cues(timeline, 0, 7 * TICK_S - 1, &first), 0);
    assert_int_equal(timeline_cues(timeline, 0, 7 * TICK_S, &first), 1);
    assert_int_equal(first, 2);
    assert_int_equal(timeline_cues(timeline, 7 * TICK_S, 10 * TICK_S, &first), 3);
    assert_int_equal(first, 3);
    assert_int_equal(timeline_cues(timeline, 10 * TICK_S, TICK_NEVER, &first), 0);
    assert_int_equal(timeline_cues(timeline, 8 * TICK_S, 7 * TICK_S, &first), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_hold),
        TEST(test_short_work_does_not_tick),
        TEST(test_breathing_is_not_ticked_into),
        TEST(test_halfway_falls_between_breaths),
        TEST(test_reps_tick_and_top),
        TEST(test_sides),
        TEST(test_gates_sound_only_at_their_beginning),
        TEST(test_names_sides_and_what_is_next),
        TEST(test_a_setup_that_names_the_side_does_so_alone),
        TEST(test_sets_are_announced_while_resting),
        TEST(test_every_kind_of_time),
        TEST(test_breath_lines_are_said_twice_and_shown_always),
        TEST(test_a_start_line_is_read_before_the_first_breath_line),
        TEST(test_words_for_half_a_breath_leave_with_it),
        TEST(test_tempo_lines_follow_the_reps),
        TEST(test_sides_in_alternating_lines),
        TEST(test_captions_over_time),
        TEST(test_cues_in_an_interval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

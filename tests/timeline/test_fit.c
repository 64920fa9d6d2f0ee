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

static struct step optional(struct step step)
{
    step.optional = true;
    return step;
}

static struct step at_least(struct step step, int seconds)
{
    step.at_least = seconds * TICK_S;
    return step;
}

static const char *fitted(struct script *s, int seconds, struct step_list steps)
{
    s->options.fit = seconds * TICK_S;
    const struct timeline *timeline = compile(s, steps);
    assert_non_null(timeline);
    return entries_text(s, timeline);
}

static void test_what_fits_stays_as_written(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A");
    struct step_list steps = LIST(s, optional(at_least(work(s, a, for_seconds(60)), 10)));
    assert_string_equal(fitted(s, 60, steps), "0+60 work A\n");
    assert_string_equal(fitted(s, 600, steps), "0+60 work A\n");
}

static void test_optional_steps_go_last_first(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    struct exercise *c = make_exercise(s, "C"), *d = make_exercise(s, "D");
    struct step_list steps =
        LIST(s, work(s, a, for_seconds(60)), optional(work(s, b, for_seconds(60))),
             optional(work(s, c, for_seconds(10))), at_least(work(s, d, for_seconds(60)), 30));
    assert_string_equal(fitted(s, 180, steps), "0+60 work A\n60+60 work B\n120+60 work D\n");
    assert_string_equal(fitted(s, 179, steps), "0+60 work A\n60+60 work D\n");
    assert_string_equal(fitted(s, 110, steps), "0+60 work A\n60+50 work D\n");
    assert_int_equal(s->diags.count, 0);
}

static void test_a_rest_goes_with_its_step(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    struct step_list steps =
        LIST(s, work(s, a, for_seconds(60)), rest(s, 20), optional(work(s, b, for_seconds(60))));
    assert_string_equal(fitted(s, 100, steps), "0+60 work A\n");
    struct step_list two =
        LIST(s, optional(work(s, b, for_seconds(60))), rest(s, 20), work(s, a, for_seconds(60)));
    assert_string_equal(fitted(s, 100, two), "0+60 work A\n");
}

static void test_optional_repeats_go_round_by_round_inside(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    struct step_list round =
        LIST(s, work(s, a, for_seconds(30)), optional(work(s, b, for_seconds(30))));
    struct step_list steps = LIST(s, repeat(s, 3, 10, round));
    assert_string_equal(fitted(s, 170, steps), "0+30 work A\n30+30 work B\n60+10 rest Rest\n"
                                               "70+30 work A\n100+30 work B\n130+10 rest Rest\n"
                                               "140+30 work A\n");
    struct step_list whole = LIST(s, work(s, a, for_seconds(30)),
                                  optional(repeat(s, 2, 10, LIST(s, work(s, b, for_seconds(30))))));
    assert_string_equal(fitted(s, 60, whole), "0+30 work A\n");
}

static void test_shrinking_is_even(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    struct exercise *c = make_exercise(s, "C");
    struct step_list steps =
        LIST(s, at_least(work(s, a, for_seconds(120)), 60), work(s, c, for_seconds(10)),
             at_least(work(s, b, for_seconds(60)), 40));
    /* 80 s to spare, 40 s to save: each gives up half of what it can. */
    assert_string_equal(fitted(s, 150, steps), "0+90 work A\n90+10 work C\n100+50 work B\n");
    assert_string_equal(fitted(s, 110, steps), "0+60 work A\n60+10 work C\n70+40 work B\n");
}

static void test_sides_stay_equal(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A");
    a->switching.length = 5 * TICK_S;
    struct step_list steps = LIST(s, at_least(work(s, a, per_side(for_seconds(60))), 20));
    assert_string_equal(fitted(s, 86, steps),
                        "0+40 work A left\n40+5 switch Switch sides right\n45+40 work A right\n");
    const struct timeline *timeline = compile(s, steps);
    assert_int_equal(timeline->steps[0].dose->duration, 40 * TICK_S);
}

static void test_breaths_keep_their_tempo(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    set_breathing(a, 4, 0, 6, 0);
    set_tempo(b, 2, 1, 2);
    struct step_list by_time = LIST(s, at_least(work(s, a, for_seconds(120)), 55));
    assert_string_equal(fitted(s, 97, by_time), "0+90 work A 9b\n");
    assert_string_equal(fitted(s, 10, by_time), "0+60 work A 6b\n");
    struct step_list by_breaths = LIST(s, at_least(work(s, a, breaths(12)), 55));
    assert_string_equal(fitted(s, 97, by_breaths), "0+90 work A 9b\n");
    struct step_list by_reps = LIST(s, at_least(work(s, b, reps(10)), 21));
    assert_string_equal(fitted(s, 42, by_reps), "0+40 work B 8r\n");
    assert_string_equal(fitted(s, 5, by_reps), "0+25 work B 5r\n");
}

static void test_too_little_time_is_said(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A");
    assert_string_equal(fitted(s, 30, LIST(s, at_least(work(s, a, for_seconds(120)), 90))),
                        "0+90 work A\n");
    assert_string_equal(diags_text(s),
                        "0: warning: 'Test' does not fit into 30 s: the shortest it can be is 1 "
                        "min 30 s; mark steps as 'optional: true' or give them 'at least:'\n");
}

static void test_something_is_always_left(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "A"), *b = make_exercise(s, "B");
    assert_string_equal(fitted(s, 1,
                               LIST(s, optional(work(s, a, for_seconds(60))),
                                    optional(work(s, b, for_seconds(60))))),
                        "0+60 work A\n");
    assert_string_equal(
        fitted(s, 1, LIST(s, rest(s, 10), optional(work(s, a, for_seconds(60))), rest(s, 5))),
        "0+10 rest Rest\n10+60 work A\n70+5 rest Rest\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_what_fits_stays_as_written), TEST(test_optional_steps_go_last_first),
        TEST(test_a_rest_goes_with_its_step),  TEST(test_optional_repeats_go_round_by_round_inside),
        TEST(test_shrinking_is_even),          TEST(test_sides_stay_equal),
        TEST(test_breaths_keep_their_tempo),   TEST(test_too_little_time_is_said),
        TEST(test_something_is_always_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/script.h"

#include <limits.h>

/* No routine may take long or much memory, whatever numbers stand in it. */

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

static struct exercise *plain(struct script *s)
{
    return make_exercise(s, "A");
}

static void assert_refused(struct script *s, struct step_list steps, const char *expected)
{
    assert_null(compile(s, steps));
    assert_string_equal(diags_text(s), expected);
}

static void test_a_repeat_without_end(void **state)
{
    struct script *s = *state;
    struct step_list round = LIST(s, work(s, plain(s), for_seconds(1)));
    assert_refused(s, LIST(s, repeat(s, 1000000000, 0, round)),
                   "2: error: the routine grows beyond 10000 entries here; repeat less often or "
                   "use fewer sets\n");
}

static void test_the_inner_repeat_is_blamed_when_it_is_to_blame(void **state)
{
    struct script *s = *state;
    struct step_list inner =
        LIST(s, repeat(s, 1000000, 0, LIST(s, work(s, plain(s), for_seconds(1)))));
    assert_refused(s, LIST(s, repeat(s, 2, 0, inner)),
                   "2: error: the routine grows beyond 10000 entries here; repeat less often or "
                   "use fewer sets\n");
}

static void test_repeats_that_do_nothing(void **state)
{
    struct script *s = *state;
    struct text_list nothing = {NULL, 0};
    s->options.equipment = &nothing;
    struct step_list steps = LIST(s, with(s, "ball", LIST(s, work(s, plain(s), for_seconds(1))),
                                          (struct step_list){NULL, 0}));
    for (int depth = 0; depth < 12; depth++)
        steps = LIST(s, repeat(s, INT_MAX, 0, steps));
    assert_null(compile(s, steps));
}

static void test_routines_that_multiply_and_do_nothing(void **state)
{
    struct script *s = *state;
    struct text_list nothing = {NULL, 0};
    s->options.equipment = &nothing;
    struct step_list steps = LIST(s, with(s, "ball", LIST(s, work(s, plain(s), for_seconds(1))),
                                          (struct step_list){NULL, 0}));
    for (int depth = 0; depth < 12; depth++) {
        struct step once = nested(s, steps);
        steps = LIST(s, once, once, once, once, once, once, once, once, once, once);
    }
    assert_null(compile(s, steps));
    assert_true(text_starts(s->diags.items[0].message, "the routine repeats itself too deeply"));
}

static void test_routines_nested_too_deep(void **state)
{
    struct script *s = *state;
    struct step_list steps = LIST(s, work(s, plain(s), for_seconds(1)));
    for (int depth = 0; depth < 100000; depth++)
        steps = LIST(s, nested(s, steps));
    assert_null(compile(s, steps));
    assert_true(text_starts(s->diags.items[0].message, "the routine repeats itself too deeply"));
}

static void test_too_long(void **state)
{
    struct script *s = *state;
    assert_refused(s,
                   LIST(s, work(s, plain(s), for_seconds(4 * 3600)),
                        work(s, plain(s), for_seconds(2 * 3600 + 1))),
                   "2: error: the routine grows beyond 6 h here; repeat less often or give smaller "
                   "doses\n");
}

static void test_exactly_six_hours_is_fine(void **state)
{
    struct script *s = *state;
    const struct timeline *timeline = compile(s, LIST(s, work(s, plain(s), for_seconds(6 * 3600))));
    assert_int_equal(timeline->total, TIMELINE_MAX_LENGTH);
}

static void test_exactly_ten_thousand_entries_are_fine(void **state)
{
    struct script *s = *state;
    struct step_list round = LIST(s, work(s, plain(s), for_seconds(1)));
    const struct timeline *timeline = compile(s, LIST(s, repeat(s, 10000, 0, round)));
    assert_non_null(timeline);
    assert_int_equal(timeline->entry_count, 10000);
    assert_null(compile(s, LIST(s, repeat(s, 10001, 0, round))));
}

static void test_reps_without_end(void **state)
{
    struct script *s = *state;
    struct exercise *bridge = plain(s);
    set_tempo(bridge, 2, 1, 2);
    assert_refused(s, LIST(s, work(s, bridge, reps(INT_MAX))),
                   "1: error: this step lasts longer than 6 h; give it a smaller dose\n");
}

static void test_breaths_without_end(void **state)
{
    struct script *s = *state;
    struct exercise *calm = plain(s);
    set_breathing(calm, 4, 0, 6, 0);
    assert_refused(s, LIST(s, work(s, calm, breaths(INT_MAX))),
                   "1: error: this step lasts longer than 6 h; give it a smaller dose\n");
}

static void test_sets_without_end(void **state)
{
    struct script *s = *state;
    assert_refused(s, LIST(s, work(s, plain(s), in_sets(INT_MAX, for_seconds(6 * 3600)))),
                   "1: error: 2147483647 sets are too many; give it 2500 or fewer\n");
}

static void test_the_shortest_breath_and_rep(void **state)
{
    struct script *s = *state;
    struct exercise *pant = plain(s), *twitch = plain(s);
    pant->breathing = (struct breathing){.given = true, .pattern = {{1, 0, 1, 0}}};
    twitch->tempo = (struct tempo){.phases = {{"lift", TEMPO_AWAY, 1}}, .count = 1};
    assert_null(compile(s, LIST(s, work(s, pant, for_seconds(6 * 3600)))));
    assert_null(compile(s, LIST(s, work(s, twitch, for_seconds(6 * 3600)))));
    pant->drive = DRIVE_STILL;
    assert_null(compile(s, LIST(s, work(s, pant, for_seconds(6 * 3600)))));
    pant->breathing.pattern.length[BREATH_OUT] = 50000;
    struct step_list round = LIST(s, work(s, pant, for_seconds(2)));
    assert_null(compile(s, LIST(s, repeat(s, 9999, 0, round))));
    assert_int_equal(s->diags.errors, 4);
}

static void test_lines_without_end(void **state)
{
    struct script *s = *state;
    struct exercise *chatty = plain(s);
    for (int i = 0; i < 50; i++)
        add_line(s, chatty, LINE_EVERY, "Again.")->offset = TICK_S / 5;
    assert_null(compile(s, LIST(s, work(s, chatty, for_seconds(6 * 3600)))));
    assert_string_equal(s->diags.items[0].message,
                        "this line is said too often; use a longer time");
    struct exercise *late = plain(s);
    for (int i = 0; i < 400; i++)
        add_line(s, late, LINE_AT, "Late.")->offset = TICK_H;
    struct step_list round = LIST(s, work(s, late, for_seconds(1)));
    assert_null(compile(s, LIST(s, repeat(s, 10000, 0, round))));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_repeat_without_end),
        TEST(test_the_inner_repeat_is_blamed_when_it_is_to_blame),
        TEST(test_repeats_that_do_nothing),
        TEST(test_routines_that_multiply_and_do_nothing),
        TEST(test_routines_nested_too_deep),
        TEST(test_too_long),
        TEST(test_exactly_six_hours_is_fine),
        TEST(test_exactly_ten_thousand_entries_are_fine),
        TEST(test_reps_without_end),
        TEST(test_breaths_without_end),
        TEST(test_sets_without_end),
        TEST(test_the_shortest_breath_and_rep),
        TEST(test_lines_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

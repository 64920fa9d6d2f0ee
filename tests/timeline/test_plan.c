// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "check.h"
#include "routine/library.h"
#include "timeline/plan.h"
#include "timeline/script.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static const char *printed(struct script *s, const struct timeline *timeline,
                           bool (*print)(const struct timeline *, FILE *))
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_true(print(timeline, out));
    fclose(out);
    const char *copy = arena_copy(&s->arena, text, length);
    free(text);
    return copy;
}

static void test_a_plan_for_people(void **state)
{
    struct script *s = *state;
    struct exercise *lean = make_exercise(s, "lean"), *bridge = make_exercise(s, "bridge");
    struct exercise *box = make_exercise(s, "box");
    lean->title = "Doorway stretch";
    lean->setup = (struct setup){.length = 3 * TICK_S, .say = "Stand."};
    lean->switching.length = 5 * TICK_S;
    add_line(s, lean, LINE_START, "Lean.");
    set_tempo(bridge, 2, 1, 2);
    bridge->rest = 30 * TICK_S;
    bridge->id = NULL;
    bridge->title = "Brücke";
    set_breathing(box, 4, 0, 4, 0);
    box->breathing.pattern.length[BREATH_OUT] = 4500 * TICK_MS;
    s->routine.about = "A bit of everything.";
    const struct timeline *timeline = compile(
        s, LIST(s, wait_for(s, "Fetch it", 0), work(s, lean, per_side(for_seconds(20))),
                work(s, bridge, in_sets(2, reps(10))), rest(s, 10), work(s, box, breaths(3))));
    assert_string_equal(
        printed(s, timeline, plan_print_text),
        "Test\n"
        "A bit of everything.\n"
        "\n"
        "  start      length      kind    what             side   set      amount        from\n"
        "\n"
        "   0:00                  wait    Fetch it                         waits         "
        "test.yaml:1\n"
        "   0:00                    say           \"Fetch it\"\n"
        "\n"
        "1 of 3  lean: {dose: 20 s per side}\n"
        "   0:00        0:03      setup   Doorway stretch  left                          "
        "test.yaml:2\n"
        "   0:00                    last-seconds  every 1 s, 3 times\n"
        "   0:00                    say           \"Doorway stretch. Left side first. Stand.\"\n"
        "   0:03        0:20      work    Doorway stretch  left                          "
        "test.yaml:2\n"
        "   0:03                    step-start\n"
        "   0:03                    say           \"Lean.\"  test.yaml:101\n"
        "   0:20                    last-seconds  every 1 s, 3 times\n"
        "   0:23        0:05      switch  Switch sides     right                         "
        "test.yaml:2\n"
        "   0:23                    switch\n"
        "   0:23                    say           \"Switch to the right side.\"\n"
        "   0:25                    last-seconds  every 1 s, 3 times\n"
        "   0:28        0:20      work    Doorway stretch  right                         "
        "test.yaml:2\n"
        "   0:28                    step-start\n"
        "   0:28                    say           \"Lean.\"  test.yaml:101\n"
        "   0:45                    last-seconds  every 1 s, 3 times\n"
        "   0:48                    step-done\n"
        "\n"
        "2 of 3  step: Brücke, dose: 2 sets of 10 reps\n"
        "   0:48        0:50      work    Brücke                  1 of 2   10 reps       "
        "test.yaml:3\n"
        "   0:48                    step-start\n"
        "   0:48                    say           \"Brücke.\"\n"
        "   0:50                    rep-top       every 5 s, 10 times\n"
        "   0:53                    rep           every 5 s, 9 times\n"
        "   1:38                    set-done\n"
        "   1:38        0:30      rest    Rest                    2 of 2                 "
        "test.yaml:3\n"
        "   1:38                    say           \"Rest. Next: set 2 of 2.\"  shown as \"Next: "
        "set "
        "2 of 2\"\n"
        "   2:05                    last-seconds  every 1 s, 3 times\n"
        "   2:08        0:50      work    Brücke                  2 of 2   10 reps       "
        "test.yaml:3\n"
        "   2:08                    step-start\n"
        "   2:10                    rep-top       every 5 s, 10 times\n"
        "   2:13                    rep           every 5 s, 9 times\n"
        "   2:58                    step-done\n"
        "\n"
        "   2:58        0:10      rest    Rest                                           "
        "test.yaml:4\n"
        "   2:58                    say           \"Rest. Next: box.\"  shown as \"Next: box\"\n"
        "   3:05                    last-seconds  every 1 s, 3 times\n"
        "\n"
        "3 of 3  box: {dose: 3 breaths}\n"
        "   3:08        0:25.500  work    box                              3 breaths     "
        "test.yaml:5\n"
        "   3:08                    step-start\n"
        "   3:08        0:04        breathe-in    every 8.5 s, 3 times\n"
        "   3:08                    say           \"box.\"\n"
        "   3:12        0:04.500    breathe-out   every 8.5 s, 3 times\n"
        "   3:33.500                session-done\n"
        "\n"
        "1:05.500 of timed work plus 2 x 10 reps\n"
        "3:33.500 in all: work 2:45.500, getting ready 0:03, rest 0:40, switching sides 0:05, and "
        "as long as you take 1 time\n");
}

/* The line with the sum of the work: the last but one. */
static const char *work_line(struct script *s, struct step_list steps)
{
    const char *text = printed(s, compile(s, steps), plan_print_text);
    const char *all = strstr(text, " in all");
    assert_non_null(all);
    while (all[-1] != '\n')
        all--;
    const char *from = all - 1;
    while (from[-1] != '\n')
        from--;
    return arena_copy(&s->arena, from, (size_t)(all - 1 - from));
}

static void test_the_sum_of_the_work(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "a");
    set_tempo(a, 1, 0, 1);
    struct step timed = work(s, a, for_seconds(3601)), ten = work(s, a, reps(10));
    struct step two = work(s, a, in_sets(2, reps(10))), sided = work(s, a, per_side(reps(8)));
    assert_string_equal(work_line(s, LIST(s, timed)), "1:00:01 of timed work");
    assert_string_equal(work_line(s, LIST(s, rest(s, 5))), "0:00 of timed work");
    assert_string_equal(work_line(s, LIST(s, ten)), "10 reps");
    assert_string_equal(work_line(s, LIST(s, ten, two, timed)),
                        "1:00:01 of timed work plus 3 x 10 reps");
    assert_string_equal(work_line(s, LIST(s, sided, two)), "8 reps per side plus 2 x 10 reps");
    assert_string_equal(work_line(s, LIST(s, sided, two, work(s, a, reps(1)), work(s, a, reps(2)),
                                          work(s, a, reps(3)))),
                        "42 reps");
}

static struct json_object *get(struct json_object *object, const char *key)
{
    struct json_object *value = NULL;
    assert_true(json_object_object_get_ex(object, key, &value));
    return value;
}

static void assert_text(struct json_object *object, const char *key, const char *expected)
{
    struct json_object *value = get(object, key);
    if (expected)
        assert_string_equal(json_object_get_string(value), expected);
    else
        assert_null(value);
}

static void test_a_plan_for_programs(void **state)
{
    struct script *s = *state;
    struct exercise *box = make_exercise(s, "box");
    set_breathing(box, 4, 0, 4, 0);
    box->breathing.pattern.length[BREATH_OUT] = 4500 * TICK_MS;
    box->setup.length = 2 * TICK_S;
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, box, per_side(breaths(3))), wait_for(s, "Say \"hi\"\n", 0)));
    struct json_object *plan = json_tokener_parse(printed(s, timeline, plan_print_json));
    assert_non_null(plan);
    assert_text(plan, "routine", "test");
    assert_text(plan, "title", "Test");
    assert_text(plan, "work_s", "51.000");
    assert_text(plan, "total_s", "53.000");
    struct json_object *entries = get(plan, "entries");
    assert_int_equal(json_object_array_length(entries), timeline->entry_count);
    struct json_object *first = json_object_array_get_idx(entries, 1);
    assert_text(first, "start_s", "2.000");
    assert_text(first, "length_s", "25.500");
    assert_text(first, "kind", "work");
    assert_text(first, "exercise", "box");
    assert_text(first, "title", "box");
    assert_text(first, "side", "left");
    assert_text(first, "set", "1");
    assert_text(first, "of_sets", "1");
    assert_text(first, "rep_count", "0");
    assert_text(first, "source", "test.yaml:1");
    assert_text(get(first, "breath"), "in_s", "4.000");
    assert_text(get(first, "breath"), "out_s", "4.500");
    assert_text(get(first, "breath"), "count", "3");
    struct json_object *last = json_object_array_get_idx(entries, 3);
    assert_text(last, "kind", "wait");
    assert_text(last, "title", "Say \"hi\"\n");
    assert_text(last, "exercise", NULL);
    assert_text(last, "side", NULL);
    assert_text(last, "breath", NULL);
    assert_text(last, "waits", "true");
    struct json_object *cues = get(plan, "cues");
    assert_int_equal(json_object_array_length(cues), timeline->cue_count);
    for (size_t i = 0; i < timeline->cue_count; i++) {
        struct json_object *cue = json_object_array_get_idx(cues, i);
        assert_text(cue, "kind", cue_kind_name(timeline->cues[i].kind));
        assert_text(cue, "text", timeline->cues[i].text);
        assert_float_equal(json_object_get_double(get(cue, "at_s")),
                           tick_to_seconds(timeline->cues[i].at), 0.0005);
        assert_non_null(get(cue, "length_s"));
        assert_non_null(get(cue, "source"));
    }
    json_object_put(plan);
}

/* Once, however often it is repeated. */
static void test_a_plan_says_which_way_it_went(void **state)
{
    struct script *s = *state;
    static const char *things[] = {"mat"};
    const struct text_list equipment = {things, 1};
    struct step_list either = LIST(s, work(s, make_exercise(s, "a"), for_seconds(5)));
    struct step with = {.kind = STEP_WITH, .text = "ball", .steps = either, .otherwise = either};
    with.span = rest(s, 1).span;
    struct step_list list = LIST(s, repeat(s, 3, 0, LIST(s, with)));
    for (int said = 0; said < 2; said++) {
        s->options.equipment = said ? &equipment : NULL;
        const struct timeline *timeline = compile(s, list);
        assert_int_equal(timeline->way_count, 1);
        struct json_object *plan = json_tokener_parse(printed(s, timeline, plan_print_json));
        struct json_object *ways = get(plan, "ways");
        assert_int_equal(json_object_array_length(ways), 1);
        assert_text(json_object_array_get_idx(ways, 0), "with", "ball");
        assert_text(json_object_array_get_idx(ways, 0), "takes", said ? "otherwise" : "steps");
        assert_text(json_object_array_get_idx(ways, 0), "said", said ? "true" : "false");
        json_object_put(plan);
        assert_non_null(strstr(printed(s, timeline, plan_print_text),
                               said ? "with ball: otherwise, because it is not at hand"
                                    : "with ball: its steps, because nobody said"));
    }
    s->options.equipment = NULL;
}

static void test_a_full_disk_is_noticed(void **state)
{
    struct script *s = *state;
    struct exercise *a = make_exercise(s, "a");
    const struct timeline *timeline =
        compile(s, LIST(s, repeat(s, 3000, 0, LIST(s, work(s, a, for_seconds(1))))));
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_false(plan_print_text(timeline, full));
    fclose(full);
    full = fopen("/dev/full", "w");
    assert_false(plan_print_json(timeline, full));
    fclose(full);
}

/* Whole plans of the routines that come with the program, against tests/timeline/golden. After a
 * change that was meant: UNKNOT_GOLDEN_WRITE=1 build/debug/tests/test_timeline_plan */
static void check_golden_as(struct script *s, const char *id, const char *name)
{
    static const char *const folders[] = {"routines"};
    struct library library;
    library_open(&library, &s->arena, folders, 1);
    const struct routine *routine = routine_find(&library, id, &s->diags);
    diag_print(&s->diags, stderr, false);
    assert_non_null(routine);
    const struct timeline *timeline = timeline_compile(&s->arena, routine, &s->options, &s->diags);
    diag_print(&s->diags, stderr, false);
    assert_non_null(timeline);
    assert_int_equal(s->diags.count, 0);
    const char *text = printed(s, timeline, plan_print_text);
    const char *path = arena_format(&s->arena, "tests/timeline/golden/%s.txt", name);
    if (getenv("UNKNOT_GOLDEN_WRITE")) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(text, file) >= 0);
        fclose(file);
    }
    const char *expected, *error;
    size_t length;
    assert_true(file_read(&s->arena, path, 1 << 20, &expected, &length, &error));
    assert_string_equal(text, expected);
}

static void check_golden(struct script *s, const char *id)
{
    check_golden_as(s, id, id);
}

static void test_the_daily_routine_without_a_roller(void **state)
{
    struct script *s = *state;
    static const char *things[] = {"mat"};
    const struct text_list equipment = {things, 1};
    s->options.equipment = &equipment;
    check_golden_as(s, "daily-mobility", "daily-mobility-without-roller");
}

static void test_the_daily_routine_with_a_roller(void **state)
{
    struct script *s = *state;
    static const char *things[] = {"mat", "foam roller"};
    const struct text_list equipment = {things, 2};
    s->options.equipment = &equipment;
    check_golden_as(s, "daily-mobility", "daily-mobility-with-roller");
}

static void test_the_daily_routine(void **state)
{
    struct script *s = *state;
    check_golden(s, "daily-mobility");
}

static void test_the_breathing_routine(void **state)
{
    struct script *s = *state;
    check_golden(s, "breathing-4-6");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_plan_for_people),
        TEST(test_the_sum_of_the_work),
        TEST(test_a_plan_for_programs),
        TEST(test_a_full_disk_is_noticed),
        TEST(test_the_daily_routine),
        TEST(test_the_breathing_routine),
        TEST(test_the_daily_routine_without_a_roller),
        TEST(test_the_daily_routine_with_a_roller),
        TEST(test_a_plan_says_which_way_it_went),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

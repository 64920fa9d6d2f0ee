// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/script.h"

#include <string.h>

/* The voice of these tests takes 100 ms a character, so "1234567890" takes a second. */

static int begin(void **state)
{
    static struct script script;
    script_begin(&script);
    script.options.voice = &slow_voice;
    *state = &script;
    return 0;
}

static int end(void **state)
{
    script_end(*state);
    return 0;
}

static struct exercise *hold(struct script *s)
{
    struct exercise *exercise = make_exercise(s, "Hold");
    exercise->setup.length = 5 * TICK_S;
    return exercise;
}

static const char *lines_of(struct script *s, struct exercise *exercise, struct dose dose)
{
    const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, dose)));
    assert_non_null(timeline);
    return cues_text(s, timeline, ONLY(CUE_SAY));
}

static void test_a_line_knows_its_length(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_START, "Press hard.");
    const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, for_seconds(60))));
    size_t first;
    timeline_cues(timeline, 5 * TICK_S - 1, 5 * TICK_S, &first);
    while (timeline->cues[first].kind != CUE_SAY)
        first++;
    assert_int_equal(timeline->cues[first].length, 1100 * TICK_MS);
    assert_int_equal(s->diags.count, 0);
}

static void test_an_end_line_ends_with_the_work(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_END, "Let go now, slowly.");
    assert_string_equal(lines_of(s, exercise, for_seconds(60)),
                        "0 say Hold. [-]\n62.8 say Let go now, slowly.\n");
}

static void test_the_lower_line_moves_into_the_next_gap(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_HALFWAY, "Halfway there now.");
    add_line(s, exercise, LINE_AT, "Breathe out as you press.")->offset = 29 * TICK_S;
    assert_string_equal(lines_of(s, exercise, for_seconds(60)),
                        "0 say Hold. [-]\n34 say Breathe out as you press.\n"
                        "36.75 say Halfway there now.\n");
    assert_string_equal(diags_text(s), "");
}

static void test_a_line_without_a_gap_is_left_out_with_a_warning(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    const char *longest = "This line goes on and on until nobody remembers how it began, and then "
                          "goes on some more.";
    add_line(s, exercise, LINE_AT, longest)->offset = 29 * TICK_S;
    add_line(s, exercise, LINE_HALFWAY, "Halfway.");
    assert_string_equal(
        lines_of(s, exercise, for_seconds(60)),
        "0 say Hold. [-]\n34 say This line goes on and on until nobody remembers how it began, and "
        "then goes on some more.\n");
    assert_string_equal(
        diags_text(s),
        "102: warning: this line is not spoken, because \"This line goes on and on until nobody "
        "remembers how it began, and then goes on some more.\" is being said then; move one of "
        "them or say less\n");
}

static void test_of_two_timed_lines_the_earlier_wins(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_AT, "And this one is too late, as it happens, all the time.")
        ->offset = 20 * TICK_S;
    add_line(s, exercise, LINE_BEFORE_END, "Second.")->offset = 39 * TICK_S;
    assert_string_equal(lines_of(s, exercise, for_seconds(60)),
                        "0 say Hold. [-]\n25 say And this one is too late, as it happens, all the "
                        "time.\n");
    assert_int_equal(s->diags.warnings, 1);
    assert_int_equal(s->diags.items[0].span.line, 102);
}

static void test_a_line_longer_than_what_is_left(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_START, "Press your palms together, hard.");
    assert_string_equal(lines_of(s, exercise, for_seconds(2)),
                        "0 say Hold. [-]\n5 say [Press your palms together, hard.]\n");
    assert_string_equal(diags_text(s),
                        "101: warning: this line takes 3.2 s to say, but there are only 2 s for "
                        "it, so it is not spoken; say less\n");
}

static void test_a_breath_line_longer_than_its_breath(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    set_breathing(exercise, 2, 0, 6, 0);
    add_line(s, exercise, LINE_BREATH, "Now breathe in as deeply as you can.")->breath = BREATH_IN;
    add_line(s, exercise, LINE_BREATH, "And out.")->breath = BREATH_OUT;
    assert_string_equal(lines_of(s, exercise, breaths(2)),
                        "0 say Hold. [-]\n5 say [Now breathe in as deeply as you can.]\n"
                        "7 say And out.\n13 say [Now breathe in as deeply as you can.]\n"
                        "15 say And out.\n");
    assert_string_equal(diags_text(s),
                        "101: warning: this line takes 3.6 s to say, but there are only 2 s for "
                        "it, so it is not spoken; say less\n");
}

static void test_a_setup_too_short_for_its_words(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    exercise->setup = (struct setup){
        .length = 2 * TICK_S, .say = "Come onto hands and knees.", .span = {&s->source, 77, 1, 1}};
    add_line(s, exercise, LINE_START, "Breathe.");
    /* Without it nobody would know what to do: it is said, and what follows waits. */
    assert_string_equal(lines_of(s, exercise, for_seconds(30)),
                        "0 say Hold. Come onto hands and knees. [Come onto hands and knees.]\n"
                        "3.2 say Breathe.\n");
    assert_string_equal(diags_text(s),
                        "77: warning: the name of 'Hold' and how to get there take 3.2 s to say, "
                        "but the setup lasts 2 s; give it 4 s or more, or say less\n");
}

static void test_rests_say_what_fits(void **state)
{
    struct script *s = *state;
    struct exercise *bird = make_exercise(s, "Bird dog");
    bird->setup.length = 5 * TICK_S;
    static const struct {
        int seconds;
        const char *first;
    } cases[] = {{3, "0 say Rest. Next: Bird dog. [Next: Bird dog]\n"},
                 {2, "0 say Rest. [Next: Bird dog]\n"}};
    for (size_t i = 0; i < 2; i++) {
        const struct timeline *timeline =
            compile(s, LIST(s, rest(s, cases[i].seconds), work(s, bird, for_seconds(30))));
        const char *text = cues_text(s, timeline, ONLY(CUE_SAY));
        assert_true(text_starts(text, cases[i].first));
    }
    assert_int_equal(s->diags.count, 0);
}

static void test_a_side_that_cannot_be_said_is_shown(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    exercise->switching.length = 1 * TICK_S;
    assert_string_equal(lines_of(s, exercise, per_side(for_seconds(20))),
                        "0 say Hold. Left side first. [-]\n25 say [Switch to the right side.]\n");
    exercise->switching.length = 2 * TICK_S;
    assert_string_equal(lines_of(s, exercise, per_side(for_seconds(20))),
                        "0 say Hold. Left side first. [-]\n"
                        "25 say Right side. [Switch to the right side.]\n");
}

static void test_a_switch_says_how_to_get_there(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    exercise->setup.length = 0;
    exercise->switching = (struct setup){.length = 6 * TICK_S, .say = "Roll to the {side}."};
    const char *text = lines_of(s, exercise, per_side(for_seconds(10)));
    assert_non_null(strstr(text, "10 say Switch to the right side. Roll to the right. "
                                 "[Roll to the right.]\n"));
    assert_string_equal(diags_text(s), "");
    exercise->switching.length = 3 * TICK_S;
    text = lines_of(s, exercise, per_side(for_seconds(10)));
    assert_non_null(strstr(text, "10 say Switch to the right side. [Roll to the right.]\n"));
    assert_string_equal(diags_text(s), "0: warning: there is no time to say this while the sides "
                                       "change; give it 5 s or more\n");
}

static void test_the_plan_shows_what_moved_and_what_is_not_spoken(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_HALFWAY, "Halfway there now.");
    add_line(s, exercise, LINE_AT, "Breathe out as you press.")->offset = 29 * TICK_S;
    add_line(s, exercise, LINE_AT, "No time for this.")->offset = 30 * TICK_S;
    exercise->lines[2].offset = 29 * TICK_S + 100 * TICK_MS;
    const struct timeline *timeline =
        compile(s, LIST(s, work(s, exercise, for_seconds(60)), rest(s, 5)));
    size_t moved = 0;
    for (size_t i = 0; i < timeline->cue_count; i++)
        moved += timeline->cues[i].moved > 0;
    assert_int_equal(moved, 2);
    assert_int_equal(timeline->left_out_count, 0);
    exercise->lines[2].offset = 29 * TICK_S;
    exercise->lines[2].say = "Far too many words to find any room between all the others in time.";
    add_line(s, exercise, LINE_AT, "Lost.")->offset = 29500 * TICK_MS;
    timeline = compile(s, LIST(s, work(s, exercise, for_seconds(60)), rest(s, 5)));
    assert_int_equal(timeline->left_out_count, 2);
    assert_string_equal(timeline->left_out[0].text, "Lost.");
    assert_int_equal(timeline->left_out[0].at, 34500 * TICK_MS);
}

static void test_too_short_to_start(void **state)
{
    struct script *s = *state;
    struct dose half = for_seconds(1);
    half.duration = TICK_S / 2;
    lines_of(s, hold(s), half);
    assert_string_equal(diags_text(s), "1: warning: this step is so short that its start cue is "
                                       "cut off; make it 1 s or longer\n");
}

static void test_a_line_that_never_comes(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_AT, "Never.")->offset = 60 * TICK_S;
    add_line(s, exercise, LINE_BEFORE_END, "Nor this.")->offset = 61 * TICK_S;
    assert_string_equal(lines_of(s, exercise, for_seconds(60)), "0 say Hold. [-]\n");
    assert_int_equal(s->diags.warnings, 2);
    assert_string_equal(s->diags.items[0].message,
                        "this line never comes: the work it belongs to lasts 1 min; give it an "
                        "earlier time");
}

static void test_a_side_where_there_is_none(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_START, "Turn to the {side}.");
    lines_of(s, exercise, for_seconds(20));
    assert_string_equal(diags_text(s),
                        "101: warning: '{side}' stands for left or right, but the dose has no "
                        "sides; write 'per side' or 'alternating' in it\n");
}

static void test_each_warning_once_in_a_repeat(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = hold(s);
    add_line(s, exercise, LINE_START, "Press your palms together, hard.");
    for (int i = 0; i < 80; i++)
        add_line(s, exercise, LINE_AT, "Never.")->offset = (100 + i) * TICK_S;
    compile(s, LIST(s, repeat(s, 50, 5, LIST(s, work(s, exercise, in_sets(3, for_seconds(2)))))));
    assert_true(s->diags.warnings >= 81);
    size_t once = s->diags.warnings;
    script_end(s);
    begin(state);
    exercise = hold(s);
    add_line(s, exercise, LINE_START, "Press your palms together, hard.");
    for (int i = 0; i < 80; i++)
        add_line(s, exercise, LINE_AT, "Never.")->offset = (100 + i) * TICK_S;
    compile(s, LIST(s, work(s, exercise, in_sets(3, for_seconds(2)))));
    assert_int_equal(s->diags.warnings, once);
}

/* Whatever the lines: no two are ever spoken at once inside an entry, and the first always is. */
static void test_random_lines_never_overlap(void **state)
{
    struct script *s = *state;
    static const char *const texts[] = {"Go.", "Keep your shoulders low.",
                                        "Let the breath come by itself, in its own time.",
                                        "Softly now, and a little further with each breath out."};
    uint32_t seed = 12345;
    for (int round = 0; round < 200; round++) {
        script_end(s);
        begin(state);
        struct exercise *exercise = hold(s);
        set_breathing(exercise, 4, 1, 5, 1);
        exercise->drive = DRIVE_STILL;
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            struct line *line =
                add_line(s, exercise, (enum line_when)(seed >> 8) % 8, texts[(seed >> 16) % 4]);
            line->phase = "lift";
            line->breath = (enum breath_phase)((seed >> 20) % BREATH_PHASES);
            line->offset = (tick)(1 + (seed >> 12) % 50) * TICK_S;
        }
        const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, for_seconds(60))));
        tick free_from = 0;
        for (size_t i = 0; i < timeline->cue_count; i++) {
            const struct cue *cue = &timeline->cues[i];
            if (!cue->text)
                continue;
            assert_true(cue->at >= free_from);
            free_from = cue->at + cue->length;
        }
        assert_string_equal(timeline->cues[0].text, "Hold.");
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_line_knows_its_length),
        TEST(test_an_end_line_ends_with_the_work),
        TEST(test_the_lower_line_moves_into_the_next_gap),
        TEST(test_a_line_without_a_gap_is_left_out_with_a_warning),
        TEST(test_of_two_timed_lines_the_earlier_wins),
        TEST(test_a_line_longer_than_what_is_left),
        TEST(test_a_breath_line_longer_than_its_breath),
        TEST(test_a_setup_too_short_for_its_words),
        TEST(test_rests_say_what_fits),
        TEST(test_a_side_that_cannot_be_said_is_shown),
        TEST(test_a_switch_says_how_to_get_there),
        TEST(test_the_plan_shows_what_moved_and_what_is_not_spoken),
        TEST(test_too_short_to_start),
        TEST(test_a_line_that_never_comes),
        TEST(test_a_side_where_there_is_none),
        TEST(test_each_warning_once_in_a_repeat),
        TEST(test_random_lines_never_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

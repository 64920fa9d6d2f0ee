// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/guidance.h"
#include "timeline/script.h"

#include <string.h>

/* What closed eyes hear besides. The voice of these tests takes 100 ms a character. */

static int begin(void **state)
{
    static struct script script;
    script_begin(&script);
    script.options.voice = &slow_voice;
    script.options.eyes_closed = true;
    *state = &script;
    return 0;
}

static int end(void **state)
{
    script_end(*state);
    return 0;
}

static struct exercise *exercise_of(struct script *s, const char *title, int setup)
{
    struct exercise *exercise = make_exercise(s, title);
    exercise->setup.length = setup * TICK_S;
    return exercise;
}

static const char *lines(struct script *s, struct step_list steps)
{
    const struct timeline *timeline = compile(s, steps);
    assert_non_null(timeline);
    return cues_text(s, timeline, ONLY(CUE_SAY) | ONLY(CUE_ALIVE));
}

static void test_a_step_tells_its_dose(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 20);
    const char *text = lines(s, LIST(s, work(s, exercise, for_seconds(20))));
    assert_string_equal(text, "0 say Hold, 20 seconds. [-]\n");
}

static void test_doses_in_words(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 30);
    set_tempo(exercise, 2, 1, 2);
    static const char *const said[] = {"Hold, 1 minute 30 seconds per side. Left side first.",
                                       "Hold, 2 sets of 10.", "Hold, 1 time.",
                                       "Hold, 10 times, changing sides."};
    const struct dose doses[] = {per_side(for_seconds(90)), in_sets(2, reps(10)), reps(1),
                                 alternating(reps(10))};
    for (size_t i = 0; i < sizeof doses / sizeof *doses; i++) {
        const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, doses[i])));
        assert_string_equal(timeline->cues[0].text, said[i]);
    }
}

static void test_the_opening_tells_how_much_there_is(void **state)
{
    struct script *s = *state;
    s->routine.title = "Loosen";
    struct exercise *exercise = exercise_of(s, "Hold", 20);
    const char *text =
        lines(s, LIST(s, work(s, exercise, for_seconds(20)), work(s, exercise, for_seconds(20))));
    assert_string_equal(text, "0 say Loosen. 2 exercises, about 1 minute. [-]\n"
                              "3.85 say Exercise 1 of 2. Hold, 20 seconds. [-]\n"
                              "40 say Last exercise. Hold, 20 seconds. [-]\n");
}

static void test_a_place_with_little_room_is_brief(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 6), *first = exercise_of(s, "Lean", 20);
    exercise->setup.length += 100 * TICK_MS;
    const char *text =
        lines(s, LIST(s, work(s, first, for_seconds(20)), work(s, exercise, for_seconds(20)),
                      work(s, exercise, for_seconds(20))));
    assert_non_null(strstr(text, "say Exercise 1 of 3. Lean"));
    assert_non_null(strstr(text, "say 2 of 3. Hold"));
    assert_non_null(strstr(text, "say Last. Hold"));
}

static void test_an_opening_without_room_comes_during_the_work(void **state)
{
    struct script *s = *state;
    s->routine.title = "Loosen";
    struct exercise *exercise = exercise_of(s, "Hold", 6);
    const char *text =
        lines(s, LIST(s, work(s, exercise, for_seconds(20)), work(s, exercise, for_seconds(14))));
    assert_string_equal(text, "0 say Hold, 20 seconds. [-]\n"
                              "6 say Loosen. 2 exercises, 46 seconds. [-]\n"
                              "26 say Last. Hold, 14 seconds. [-]\n");
}

static void test_a_dose_without_room_comes_during_the_work(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 4);
    add_line(s, exercise, LINE_START, "Go on, hold it.");
    const char *text = lines(s, LIST(s, work(s, exercise, for_seconds(20))));
    assert_string_equal(text, "0 say Hold. [-]\n4 say Go on, hold it.\n"
                              "5.75 say This one: 20 seconds. [-]\n");
    assert_string_equal(diags_text(s), "");
}

static void test_reps_are_counted_and_lines_wait_for_the_number(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Lift", 10);
    set_tempo(exercise, 2, 1, 2);
    add_line(s, exercise, LINE_START, "Go.");
    const char *text = lines(s, LIST(s, work(s, exercise, reps(3))));
    assert_string_equal(text, "0 say Lift, 3 times. [-]\n10.15 say 1. [-]\n10.6 say Go.\n"
                              "15.15 say 2. [-]\n20.15 say 3. [-]\n");
}

static void test_alternating_reps_tell_their_side(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Lift", 10);
    set_tempo(exercise, 2, 1, 2);
    const char *text = lines(s, LIST(s, work(s, exercise, alternating(reps(2)))));
    assert_string_equal(text, "0 say Lift, 2 times, changing sides. [-]\n10.15 say 1, left. [-]\n"
                              "15.15 say 2, right. [-]\n");
}

static void test_lines_wait_for_the_longest_number(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Lift", 10);
    set_tempo(exercise, 2, 1, 2);
    add_line(s, exercise, LINE_HALFWAY, "Halfway.");
    const char *text = lines(s, LIST(s, work(s, exercise, alternating(reps(2)))));
    assert_string_equal(text, "0 say Lift, 2 times, changing sides. [-]\n10.15 say 1, left. [-]\n"
                              "15.15 say 2, right. [-]\n16.3 say Halfway.\n");
}

static void test_halfway_and_ten_seconds(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 10);
    const char *text = lines(s, LIST(s, work(s, exercise, for_seconds(60))));
    assert_string_equal(text, "0 say Hold, 1 minute. [-]\n40 say Halfway. [-]\n"
                              "60 say 10 seconds left. [-]\n");
}

static void test_the_last_breath_is_named(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Breathe", 10);
    set_breathing(exercise, 4, 0, 6, 0);
    exercise->drive = DRIVE_BREATH;
    const char *text = lines(s, LIST(s, work(s, exercise, breaths(2))));
    assert_string_equal(text, "0 say Breathe, 2 breaths. [-]\n20 say Last breath. [-]\n");
}

static void test_an_authors_line_is_never_pushed_away(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 10);
    add_line(s, exercise, LINE_HALFWAY, "Half of it is done.");
    add_line(s, exercise, LINE_BEFORE_END, "Stay with it a little longer.")->offset = 10 * TICK_S;
    const char *text = lines(s, LIST(s, work(s, exercise, for_seconds(60))));
    assert_string_equal(text, "0 say Hold, 1 minute. [-]\n40 say Half of it is done.\n"
                              "60 say Stay with it a little longer.\n");
}

static void test_a_gate_tells_how_to_go_on(void **state)
{
    struct script *s = *state;
    const char *text = lines(s, LIST(s, wait_for(s, "Fetch your roller", 0)));
    assert_string_equal(text,
                        "0 say Fetch your roller. Press Enter to go on. [Fetch your roller]\n");
}

/* The plan's words are a keyboard's; what is spoken goes by the device. */
static void test_a_gate_tells_each_device_its_own_way(void **state)
{
    struct script *s = *state;
    static const char *const go_on[DEVICES] = {"Return", "OK", "Lower button", NULL};
    static const char *const said[][DEVICES] = {
        {"Fetch it. Press Return to go on.", "Fetch it. Press OK to go on.",
         "Fetch it. Lower button to go on.", "Fetch it. Tap to go on."},
        {"Hold, for as long as you like. Press Return to go on.",
         "Hold, for as long as you like. Press OK to go on.",
         "Hold, for as long as you like. Lower button to go on.",
         "Hold, for as long as you like. Swipe left to go on."},
        {"Rate your back from zero to ten. Left and right choose, Return answers.",
         "Rate your back from zero to ten. Left and right choose, OK answers.",
         "Rate your back from zero to ten. Left and right choose, Lower button answers.",
         "Rate your back from zero to ten. Swipe left for more, right for less, then tap with two "
         "fingers."},
    };
    s->options.go_on = go_on;
    s->options.ask = true;
    struct exercise *exercise = exercise_of(s, "Hold", 0);
    const struct timeline *timeline =
        compile(s, LIST(s, wait_for(s, "Fetch it", 0), work(s, exercise, until_continue()),
                        ask(s, "back")));
    size_t gates = 0;
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        if (cue->texts == NULL)
            continue;
        assert_string_equal(cue->text, said[gates][DEVICE_KEYBOARD]);
        for (int device = 0; device < DEVICES; device++)
            assert_string_equal(cue_text(cue, device), said[gates][device]);
        gates++;
    }
    assert_int_equal(gates, 3);
}

static tick longest_silence(const struct timeline *timeline)
{
    tick longest = 0, heard = 0;
    for (size_t i = 0; i < timeline->cue_count; i++) {
        const struct cue *cue = &timeline->cues[i];
        bool breath =
            cue->kind == CUE_BREATHE_IN || cue->kind == CUE_BREATHE_OUT || cue->kind == CUE_HOLD;
        if (breath || (cue->kind == CUE_SAY && cue->text == NULL))
            continue;
        longest = cue->at - heard > longest ? cue->at - heard : longest;
        heard = cue->at + cue->length;
    }
    return timeline->total - heard > longest ? timeline->total - heard : longest;
}

static void test_silence_is_broken_by_the_time_left(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Hold", 10);
    const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, for_seconds(300))));
    assert_string_equal(cues_text(s, timeline, ONLY(CUE_SAY)),
                        "0 say Hold, 5 minutes. [-]\n40 say 4 minutes 30 seconds left. [-]\n"
                        "70 say 4 minutes left. [-]\n100 say 3 minutes 30 seconds left. [-]\n"
                        "130 say 3 minutes left. [-]\n160 say Halfway. [-]\n"
                        "190 say 2 minutes left. [-]\n220 say 1 minute 30 seconds left. [-]\n"
                        "250 say 1 minute left. [-]\n280 say 30 seconds left. [-]\n"
                        "300 say 10 seconds left. [-]\n");
}

static void test_no_silence_is_too_long_whatever_the_length(void **state)
{
    struct script *s = *state;
    for (int seconds = 5; seconds < 400; seconds += 7) {
        struct exercise *exercise = exercise_of(s, "Hold", seconds % 50);
        set_breathing(exercise, 4, 0, 6, 0);
        const struct timeline *timeline =
            compile(s, LIST(s, work(s, exercise, for_seconds(seconds)), rest(s, seconds / 3 + 1),
                            work(s, exercise, for_seconds(400 - seconds))));
        if (longest_silence(timeline) > GUIDANCE_SILENCE)
            fail_msg("%d s: %.1f s of silence", seconds,
                     tick_to_seconds(longest_silence(timeline)));
    }
}

static void test_entries_are_the_same_with_open_eyes(void **state)
{
    struct script *s = *state;
    struct exercise *exercise = exercise_of(s, "Lift", 10);
    set_tempo(exercise, 2, 1, 2);
    struct step_list steps =
        LIST(s, work(s, exercise, in_sets(2, per_side(reps(5)))), rest(s, 50), ask(s, "comfort"));
    const char *closed = entries_text(s, compile(s, steps));
    s->options.eyes_closed = false;
    assert_string_equal(closed, entries_text(s, compile(s, steps)));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_step_tells_its_dose),
        TEST(test_doses_in_words),
        TEST(test_the_opening_tells_how_much_there_is),
        TEST(test_a_place_with_little_room_is_brief),
        TEST(test_an_opening_without_room_comes_during_the_work),
        TEST(test_a_dose_without_room_comes_during_the_work),
        TEST(test_reps_are_counted_and_lines_wait_for_the_number),
        TEST(test_alternating_reps_tell_their_side),
        TEST(test_lines_wait_for_the_longest_number),
        TEST(test_halfway_and_ten_seconds),
        TEST(test_the_last_breath_is_named),
        TEST(test_an_authors_line_is_never_pushed_away),
        TEST(test_a_gate_tells_how_to_go_on),
        TEST(test_a_gate_tells_each_device_its_own_way),
        TEST(test_silence_is_broken_by_the_time_left),
        TEST(test_no_silence_is_too_long_whatever_the_length),
        TEST(test_entries_are_the_same_with_open_eyes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

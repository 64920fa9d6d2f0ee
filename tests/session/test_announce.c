// SPDX-License-Identifier: MIT
#include "session/run.h"

#include "check.h"

/* With the eyes closed every key answers in words. */

static const char *said(struct run *run)
{
    const struct effect *effect = run_find(run, EFFECT_SAY);
    return effect ? effect->text : "";
}

static const char *answer(struct run *run, enum action action)
{
    run_request(run, action);
    return said(run);
}

static void open_eyes_are_told_nothing(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S);
    static const enum action presses[] = {ACTION_PLAY_PAUSE, ACTION_DOWN, ACTION_LOUDER,
                                          ACTION_NEXT,       ACTION_HELP, ACTION_HELP,
                                          ACTION_LEAVE,      ACTION_LEAVE};
    for (size_t i = 0; i < sizeof presses / sizeof *presses; i++)
        assert_string_equal(answer(run, presses[i]), "");
}

static void every_key_answers(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S);
    assert_string_equal(answer(run, ACTION_EYES_CLOSED),
                        "Eyes closed. From here on everything is said.");
    assert_string_equal(answer(run, ACTION_LOUDER), "Volume 60.");
    assert_string_equal(answer(run, ACTION_PLAY_PAUSE), "Paused. 34 seconds left. Space goes on.");
    assert_string_equal(answer(run, ACTION_DOWN), "Repeat this step.");
    assert_string_equal(answer(run, ACTION_DOWN), "Skip this step.");
    assert_string_equal(answer(run, ACTION_DOWN), "Volume 60. Left and right change it.");
    assert_string_equal(answer(run, ACTION_BACK), "Volume 50.");
    assert_string_equal(answer(run, ACTION_DOWN), "Eyes closed.");
    assert_string_equal(answer(run, ACTION_DOWN), "End the session.");
    run_request(run, ACTION_MUTE);
    assert_string_equal(answer(run, ACTION_MUTE), "Sound on.");
    assert_string_equal(answer(run, ACTION_PLAY_PAUSE), "Going on. One.");
    assert_true(answer(run, ACTION_HELP)[0] != '\0');
    assert_string_equal(answer(run, ACTION_HELP), "Going on. One.");
    assert_string_equal(answer(run, ACTION_LEAVE),
                        "End the session? Escape ends it. Space goes on.");
    assert_string_equal(answer(run, ACTION_LEAVE), "The session has ended.");
}

static const char *told(struct run *run, size_t count, uint32_t line)
{
    struct session_mistakes mistakes = {.count = count, .line = line};
    session_mistakes(&run->session, &mistakes, &run->effects);
    return said(run);
}

static const char *told_of_translation(struct run *run, size_t count, uint32_t line)
{
    struct session_mistakes mistakes = {.count = count, .line = line, .translation = true};
    session_mistakes(&run->session, &mistakes, &run->effects);
    return said(run);
}

static void a_file_that_is_saved_with_mistakes_is_told_of(void **state)
{
    struct run *run = *state;
    run_pass(run, TICK_S);
    assert_string_equal(told(run, 1, 7), "");
    run_request(run, ACTION_EYES_CLOSED);
    assert_string_equal(told(run, 1, 7), "The file has a mistake, line 7. It plays on as it was.");
    assert_string_equal(told(run, 1, 0), "The file has a mistake. It plays on as it was.");
    assert_string_equal(told(run, 3, 7),
                        "The file has 3 mistakes, the first in line 7. It plays on as it was.");
    assert_string_equal(told_of_translation(run, 1, 7),
                        "The translation has a mistake, line 7. It plays on without it.");
    assert_string_equal(told_of_translation(run, 1, 0),
                        "The translation has a mistake. It plays on without it.");
    assert_string_equal(
        told_of_translation(run, 3, 7),
        "The translation has 3 mistakes, the first in line 7. It plays on without them.");
    assert_string_equal(told(run, 0, 0), "The file is right again.");
}

static void a_step_reached_while_paused_is_named(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_string_equal(answer(run, ACTION_NEXT), "Two. Paused.");
}

static void opening_the_eyes_is_answered_too(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    assert_string_equal(answer(run, ACTION_EYES_CLOSED), "Eyes open.");
    assert_string_equal(answer(run, ACTION_LOUDER), "");
}

static void the_end_is_told_after_its_sound(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    while (run->session.mode != SESSION_FINISHED)
        run_pass(run, FRAME);
    assert_string_equal(said(run),
                        "That was By hand. You have moved for 35 seconds. Press enter to "
                        "close.");
    assert_true(run_find(run, EFFECT_SAY)->due > run->now + TICK_S);
}

static void a_sleeping_machine_says_why_it_paused(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run->now += TICK_H;
    assert_string_equal(answer(run, ACTION_NONE),
                        "Paused, because the machine stood still. 35 seconds left. Space goes on.");
}

static void a_rating_is_read_out(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    while (run->session.mode != SESSION_ASKING)
        run_request(run, ACTION_NEXT);
    assert_string_equal(answer(run, ACTION_UP), "5.");
    assert_string_equal(answer(run, ACTION_UP), "6.");
}

/* Signs of life in `time`, and the words among them. */
static size_t signs(struct run *run, tick time, size_t *words)
{
    size_t count = 0;
    *words = 0;
    for (tick end = run->now + time; run->now < end;) {
        run->now += TICK_S / 2;
        run_request(run, ACTION_NONE);
        const struct effect *sound = run_find(run, EFFECT_SOUND);
        count += sound && sound->sound == CUE_ALIVE;
        *words += run_find(run, EFFECT_SAY) != NULL;
    }
    return count;
}

static void a_pause_gives_signs_of_life_and_falls_silent(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run_request(run, ACTION_PLAY_PAUSE);
    assert_int_equal(session_next_change(&run->session, run->now), run->now + 30 * TICK_S);
    size_t words;
    assert_int_equal(signs(run, 4 * TICK_MIN, &words), 8);
    assert_int_equal(words, 2);
    (void)signs(run, 7 * TICK_MIN, &words);
    assert_int_equal(signs(run, 20 * TICK_MIN, &words), 0);
    assert_true(session_next_change(&run->session, run->now) == TICK_NEVER);
}

static void a_pause_with_open_eyes_is_silent(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_PLAY_PAUSE);
    size_t words;
    assert_int_equal(signs(run, 2 * TICK_MIN, &words), 0);
}

static void a_gate_gives_signs_of_life(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run_pass(run, 3 * TICK_S);
    assert_int_equal(run->session.mode, SESSION_GATE);
    size_t words;
    assert_int_equal(signs(run, 40 * TICK_S, &words), 1);
}

/* The other timeline is the same one with one more line at its start, as far as this goes. */
static void other_words_are_spoken_with_the_eyes_closed(void **state)
{
    struct run *run = *state;
    struct timeline other = *run->session.timeline;
    struct cue cues[64];
    assert_true(other.cue_count + 1 < 64);
    for (size_t i = 0; i < other.cue_count; i++)
        cues[i] = other.cues[i];
    cues[other.cue_count] = (struct cue){.at = other.total,
                                         .kind = CUE_SAY,
                                         .text = "Only heard.",
                                         .entry = (uint32_t)other.entry_count - 1};
    other.cue_count++;
    other.cues = cues;
    run_pass(run, TICK_S);
    run_request(run, ACTION_EYES_CLOSED); /* before the other layout is there */
    assert_null(run_find(run, EFFECT_FLUSH));
    session_other_layout(&run->session, &other);
    run_request(run, ACTION_NONE);
    assert_non_null(run_find(run, EFFECT_FLUSH));
    size_t heard = 0;
    while (run->session.mode != SESSION_FINISHED) {
        run_pass(run, FRAME);
        for (size_t i = 0; i < run->effects.count; i++) {
            const struct effect *effect = &run->effects.items[i];
            heard += effect->kind == EFFECT_CUE && effect->cue->text &&
                     text_equal(effect->cue->text, "Only heard.");
        }
    }
    assert_int_equal(heard, 1);
}

#define THREE(test) cmocka_unit_test_setup_teardown(test, run_three, run_tear_down)
#define GATES(test) cmocka_unit_test_setup_teardown(test, run_gates, run_tear_down)

static void the_last_question_is_heard(void **state)
{
    struct run *run = *state;
    run_begin(run, (struct session_options){
                       .volume = 50, .eyes_closed = true, .ask = true, .before = {true, 4}});
    while (run->session.mode != SESSION_FINISHED)
        run_pass(run, FRAME);
    assert_string_equal(said(run), "That was By hand. You have moved for 35 seconds. How does your "
                                   "back feel now, from zero to ten? Left and right choose, enter "
                                   "skips.");
    assert_string_equal(answer(run, ACTION_NEXT), "5.");
    assert_string_equal(answer(run, ACTION_DOWN), "4.");
    assert_string_equal(answer(run, ACTION_CONTINUE),
                        "Your back feels the same: 4 before and now.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        THREE(a_file_that_is_saved_with_mistakes_is_told_of),
        THREE(open_eyes_are_told_nothing),
        THREE(every_key_answers),
        THREE(a_step_reached_while_paused_is_named),
        THREE(opening_the_eyes_is_answered_too),
        THREE(the_end_is_told_after_its_sound),
        THREE(a_sleeping_machine_says_why_it_paused),
        GATES(a_rating_is_read_out),
        THREE(the_last_question_is_heard),
        THREE(a_pause_gives_signs_of_life_and_falls_silent),
        THREE(a_pause_with_open_eyes_is_silent),
        GATES(a_gate_gives_signs_of_life),
        THREE(other_words_are_spoken_with_the_eyes_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

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

static const char *const remote[ACTION_COUNT] = {
    [ACTION_PLAY_PAUSE] = "Play", [ACTION_CONTINUE] = "OK", [ACTION_NEXT] = "Right",
    [ACTION_BACK] = "Left",       [ACTION_UP] = "Up",       [ACTION_DOWN] = "Down",
    [ACTION_LEAVE] = "Back"};

/* What a pad, a remote and a finger are told; where the same is asked for, by what else. */
static void every_device_is_told_its_own_way(void **state)
{
    struct run *run = *state;
    static const char *const pad[ACTION_COUNT] = {
        [ACTION_PLAY_PAUSE] = "Start",  [ACTION_CONTINUE] = "Lower button",
        [ACTION_NEXT] = "Right",        [ACTION_BACK] = "Left",
        [ACTION_LOUDER] = "RT",         [ACTION_SOFTER] = "LT",
        [ACTION_LEAVE] = "Right button"};
    static const char *const touch[ACTION_COUNT] = {[ACTION_PLAY_PAUSE] = "Tap",
                                                    [ACTION_NEXT] = "Swipe left",
                                                    [ACTION_BACK] = "Swipe right",
                                                    [ACTION_LEAVE] = "Swipe down"};
    static const struct {
        struct key_names keys;
        const char *paused, *leaving, *help;
    } devices[] = {
        {{DEVICE_KEYBOARD, NULL, NULL, NULL},
         "Paused. 35 seconds left. Space goes on.",
         "End the session? Escape ends it. Space goes on.",
         "The keys. Space: pause, and go on. Right: next step. Left: back. R: repeat this step. "
         "Plus and Minus: volume. E: screen on. Escape: leave. Press Enter to go on."},
        {{DEVICE_REMOTE, remote, NULL, remote},
         "Paused. 35 seconds left. OK goes on.",
         "End the session? Back ends it. OK goes on.",
         "The keys. Play: pause, and go on. Right: next step. Left: back. Up and Down: volume. "
         "Back: leave. Press OK to go on."},
        {{DEVICE_PAD, pad, NULL, pad},
         "Paused. 35 seconds left. Start to go on.",
         "End the session? Right button to end it, Start to go on.",
         "The buttons. Start: pause, and go on. Right: next step. Left: back. RT and LT: volume. "
         "Right button: leave. Lower button to go on."},
        {{DEVICE_TOUCH, touch, NULL, touch},
         "Paused. 35 seconds left. Tap with two fingers to go on.",
         "End the session? Swipe down again to end it. Tap with two fingers to go on.",
         "The gestures. Tap with two fingers: pause, and go on. Swipe left: next step. Swipe "
         "right: back. Swipe down: leave. Tap to go on."},
    };
    run_request(run, ACTION_EYES_CLOSED);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        run->session.keys = devices[i].keys;
        assert_string_equal(answer(run, ACTION_PLAY_PAUSE), devices[i].paused);
        assert_string_equal(answer(run, ACTION_LEAVE), devices[i].leaving);
        assert_string_equal(answer(run, ACTION_HELP), devices[i].help);
        run_request(run, ACTION_HELP);
        run_request(run, ACTION_PLAY_PAUSE);
    }
}

/* The first reminder with words, of what is held open. */
static const char *reminder(struct run *run)
{
    for (int i = 0; i < 1000; i++) {
        run->now += TICK_S / 2;
        run_request(run, ACTION_NONE);
        if (said(run)[0] != '\0')
            return said(run);
    }
    return "";
}

/* What is said of OK is true on that line alone. */
static void a_remote_goes_on_by_what_every_one_has(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run->session.keys = (struct key_names){DEVICE_REMOTE, remote, NULL, remote};
    run_request(run, ACTION_PLAY_PAUSE);
    assert_string_equal(reminder(run), "Still paused. OK goes on.");
    run_request(run, ACTION_UP);
    assert_string_equal(reminder(run), "Still paused. Play goes on.");
    run_request(run, ACTION_DOWN);
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_PLAYING);
}

static void what_waits_says_how_it_goes_on(void **state)
{
    struct run *run = *state;
    run_request(run, ACTION_EYES_CLOSED);
    run->session.keys.device = DEVICE_TOUCH;
    while (run->session.mode != SESSION_GATE)
        run_pass(run, FRAME);
    run_request(run, ACTION_CONTINUE); /* what would go on by itself */
    assert_int_equal(run->session.mode, SESSION_GATE);
    assert_string_equal(reminder(run), "Swipe left to go on.");
    run_request(run, ACTION_CONTINUE);
    assert_int_equal(run->session.mode, SESSION_ASKING);
    assert_string_equal(reminder(run), "Swipe left for more, right for less, then tap with two "
                                       "fingers.");
    run_request(run, ACTION_PLAY_PAUSE);
    run->session.keys.device = DEVICE_KEYBOARD;
    assert_string_equal(reminder(run), "Left and right choose, Enter answers.");
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
                        "That was By hand. You have moved for 35 seconds. Press Enter to "
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
                                   "back feel now, from zero to ten? Left and right choose, Enter "
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
        THREE(every_device_is_told_its_own_way),
        THREE(a_remote_goes_on_by_what_every_one_has),
        GATES(what_waits_says_how_it_goes_on),
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

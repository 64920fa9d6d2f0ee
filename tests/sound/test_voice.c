// SPDX-License-Identifier: MIT
#include "sound/lines.h"
#include "sound/pcm.h"
#include "sound/speakable.h"
#include "sound/thread.h"
#include "sound/voice.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void typography_becomes_plain(void **state)
{
    (void)state;
    static const struct {
        const char *text, *plain;
    } cases[] = {
        {"Breathe in.", "Breathe in."},
        {"Don\xE2\x80\x99t rush \xE2\x80\x94 stay.", "Don't rush ,  stay."},
        {"90\xC2\xB0", "90 degrees"},
        {"caf\xC3\xA9", "cafe"},
        {"\xE4\xBD\xA0 ok \xFF", "  ok  "},
        {"a\tb\nc", "a b c"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char plain[SPEAKABLE_SIZE];
        speakable_text(cases[i].text, plain);
        assert_string_equal(plain, cases[i].plain);
    }
}

static void long_lines_and_words_are_cut(void **state)
{
    (void)state;
    char text[20001], plain[SPEAKABLE_SIZE];
    memset(text, 'w', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    speakable_text(text, plain);
    assert_int_equal(strlen(plain), ROUTINE_MAX_WORD);
    for (size_t i = 0; i < sizeof text - 1; i += 5)
        text[i] = ' ';
    speakable_text(text, plain);
    assert_int_equal(strlen(plain), ROUTINE_MAX_LINE);
}

enum { RATE = 16000 };

static void tone(int16_t *samples, size_t count, float level)
{
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)(level * 32767 * sinf((float)i * 0.1F));
}

static void loudness_is_even_and_peaks_are_kept_in(void **state)
{
    (void)state;
    static const float levels[] = {0.02F, 0.2F, 0.9F};
    for (size_t i = 0; i < 3; i++) {
        int16_t samples[RATE] = {0};
        tone(samples, RATE / 2, levels[i]); /* and half a second of pause, which does not count */
        pcm_normalise(samples, RATE, RATE);
        double sum = 0;
        for (size_t s = 0; s < RATE / 2; s++)
            sum += (double)samples[s] * samples[s];
        double loudness = sqrt(sum / (RATE / 2.0)) / 32768;
        assert_true(loudness > 0.97 * (double)PCM_LOUDNESS);
        assert_true(loudness < 1.03 * (double)PCM_LOUDNESS);
    }
    int16_t click[RATE] = {0};
    click[RATE / 2] = 1000;
    pcm_normalise(click, RATE, RATE);
    assert_true(click[RATE / 2] <= (int)(PCM_PEAK * 32768) + 1);
    int16_t silence[RATE] = {0};
    pcm_normalise(silence, RATE, RATE);
    assert_int_equal(silence[5], 0);
}

static void ends_are_led_to_zero(void **state)
{
    (void)state;
    int16_t samples[RATE];
    for (size_t i = 0; i < RATE; i++)
        samples[i] = 10000;
    pcm_fade_ends(samples, RATE, RATE);
    assert_int_equal(samples[0], 0);
    assert_int_equal(samples[RATE - 1], 0);
    assert_int_equal(samples[RATE / 2], 10000);
    int16_t one[1] = {10000};
    pcm_fade_ends(one, 1, RATE);
    pcm_fade_ends(one, 0, RATE);
}

static int loudest(const int16_t *samples, size_t count)
{
    int most = 0;
    for (size_t i = 0; i < count; i++)
        most = abs(samples[i]) > most ? abs(samples[i]) : most;
    return most;
}

static void the_voice_speaks_the_same_each_time(void **state)
{
    (void)state;
    struct voice *voice = voice_create();
    assert_non_null(voice);
    int rate;
    size_t count, again;
    int16_t *first = voice_speak(voice, "Switch to the right side.", &rate, &count);
    int16_t *second = voice_speak(voice, "Switch to the right side.", &rate, &again);
    assert_int_equal(count, again);
    assert_in_range(count, rate * 12 / 10, rate * 25 / 10);
    /* The ends are silent, but not for long. */
    assert_true(abs(first[0]) < 30 && abs(first[count - 1]) < 30);
    assert_true(loudest(first, (size_t)rate / 10) > 300);
    assert_true(loudest(first + count - rate / 5, (size_t)rate / 5) > 300);
    assert_true(loudest(first, count) > 8000);
    free(first);
    free(second);
    assert_null(voice_speak(voice, "", &rate, &count));
    assert_int_equal(count, 0);
    assert_null(voice_speak(voice, "\xE4\xBD\xA0\xE5\xA5\xBD", &rate, &count));
    voice_destroy(voice);
    voice_destroy(NULL);
}

static void a_faster_session_speaks_faster_within_limits(void **state)
{
    (void)state;
    struct voice *voice = voice_create();
    int rate;
    size_t normal, faster, fastest, beyond;
    static const char line[] = "Let your shoulders drop and breathe.";
    free(voice_speak(voice, line, &rate, &normal));
    voice_set_speed(voice, 1.3);
    free(voice_speak(voice, line, &rate, &faster));
    voice_set_speed(voice, 1.6);
    free(voice_speak(voice, line, &rate, &fastest));
    voice_set_speed(voice, 60);
    free(voice_speak(voice, line, &rate, &beyond));
    assert_true(faster < normal && fastest < faster);
    assert_int_equal(beyond, fastest);
    voice_destroy(voice);
}

static void a_line_is_as_long_as_it_is_measured(void **state)
{
    (void)state;
    struct voice *voice = voice_create();
    struct voice_measure measure = voice_measure_of(voice);
    for (int i = 0; i < 40; i++) {
        char line[32];
        snprintf(line, sizeof line, "Rep %d.", i % 20);
        tick length = measure.length(measure.context, line);
        assert_in_range(length, 400 * TICK_MS, 2 * TICK_S);
        int rate;
        size_t count;
        if (i == 17) {
            int16_t *samples = voice_speak(voice, line, &rate, &count);
            assert_in_range((tick)count * TICK_S / rate, length - 100, length + 100);
            free(samples);
        }
    }
    assert_int_equal(measure.length(measure.context, ""), 0);
    voice_destroy(voice);
}

/* A timeline of spoken lines only, `gap` apart. */
struct script {
    struct timeline timeline;
    struct cue *cues;
    char (*texts)[48];
};

static struct script script_make(size_t count, tick gap)
{
    struct script script = {.cues = calloc(count, sizeof(struct cue)),
                            .texts = calloc(count, sizeof *script.texts)};
    for (size_t i = 0; i < count; i++) {
        snprintf(script.texts[i], sizeof script.texts[i], "Line number %zu.", i);
        script.cues[i] =
            (struct cue){.at = (tick)i * gap, .kind = CUE_SAY, .text = script.texts[i]};
    }
    script.timeline.cues = script.cues;
    script.timeline.cue_count = count;
    return script;
}

static void script_free(struct script *script)
{
    free(script->cues);
    free(script->texts);
}

static void wait_idle(struct lines *lines)
{
    while (!lines_idle(lines))
        thread_sleep(2 * TICK_MS);
}

static bool is_made(struct lines *lines, const struct script *script, size_t index)
{
    const struct cue *cue = &script->cues[index];
    struct line_clip *line = lines_take(lines, cue->text, cue->at);
    bool made = line != NULL && atomic_load(&line->clip.ready) && line->clip.frames > 0;
    if (line != NULL)
        lines_release(lines, line);
    return made;
}

static void lines_are_made_ahead_of_their_time(void **state)
{
    (void)state;
    struct script script = script_make(20, 10 * TICK_S);
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    lines_prepare(lines, &script.timeline, 30 * TICK_S);
    wait_idle(lines);
    /* Lines 3 to 7 and no more. */
    size_t held = lines_held(lines);
    assert_in_range(held, 5 * SOUND_RATE, 5 * 4 * SOUND_RATE);
    for (size_t i = 3; i <= 7; i++)
        assert_true(is_made(lines, &script, i));
    assert_false(is_made(lines, &script, 19));
    lines_destroy(lines);
    script_free(&script);
}

static void a_seek_makes_what_is_needed_there(void **state)
{
    (void)state;
    struct script script = script_make(40, 10 * TICK_S);
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    lines_prepare(lines, &script.timeline, 0);
    lines_prepare(lines, &script.timeline, 300 * TICK_S);
    wait_idle(lines);
    assert_true(is_made(lines, &script, 30));
    lines_prepare(lines, &script.timeline, 0);
    wait_idle(lines);
    assert_true(is_made(lines, &script, 0));
    lines_destroy(lines);
    script_free(&script);
}

/* What says what to press is there in time for whoever takes up another device before it. */
static void another_devices_words_are_made_ahead_too(void **state)
{
    (void)state;
    static const char *const texts[DEVICES] = {"Press Enter to go on.", "Press OK to go on.",
                                               "Lower button to go on.", "Tap to go on."};
    struct script script = script_make(3, 10 * TICK_S);
    script.cues[2].texts = texts;
    script.cues[2].text = texts[DEVICE_KEYBOARD];
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    lines_prepare(lines, &script.timeline, 0);
    wait_idle(lines);
    assert_true(is_made(lines, &script, 2));
    lines_set_device(lines, DEVICE_TOUCH);
    wait_idle(lines);
    script.cues[2].text = texts[DEVICE_TOUCH];
    assert_true(is_made(lines, &script, 2));
    script.cues[2].text = texts[DEVICE_REMOTE];
    assert_false(is_made(lines, &script, 2));
    lines_destroy(lines);
    script_free(&script);
}

/* Whether others are still to be made when it is ready. */
static bool comes_before_others(const struct script *script)
{
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    struct line_clip *urgent = lines_take(lines, "Breathe out now.", 10 * TICK_S);
    lines_prepare(lines, &script->timeline, 0);
    assert_non_null(urgent);
    while (!atomic_load(&urgent->clip.ready))
        thread_sleep(TICK_MS);
    bool before = !lines_idle(lines);
    assert_true(urgent->clip.frames > SOUND_RATE / 2);
    lines_release(lines, urgent);
    lines_destroy(lines);
    return before;
}

/* Who looks too late on a busy machine finds them all made, and looks again; were it the last, it
 * would be so each time. */
static void a_line_asked_for_comes_before_all_others(void **state)
{
    (void)state;
    struct script script = script_make(10, 5 * TICK_S);
    bool before = false;
    for (int i = 0; i < 20 && !before; i++)
        before = comes_before_others(&script);
    assert_true(before);
    script_free(&script);
}

static void memory_stays_bounded_over_a_long_routine(void **state)
{
    (void)state;
    struct script script = script_make(400, 6 * TICK_S);
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    for (tick at = 0; at < 2400 * TICK_S; at += 600 * TICK_S) {
        lines_prepare(lines, &script.timeline, at);
        wait_idle(lines);
        assert_true(is_made(lines, &script, (size_t)(at / (6 * TICK_S))));
        assert_true(lines_held(lines) <= LINES_MOST_BYTES + 1024 * 1024);
    }
    lines_destroy(lines);
    script_free(&script);
}

static void taking_more_lines_than_fit_is_refused(void **state)
{
    (void)state;
    struct lines *lines = lines_create(1, &(struct voice_manner){0});
    struct line_clip *taken[LINES_MOST + 1];
    for (int i = 0; i <= LINES_MOST; i++) {
        char text[16];
        snprintf(text, sizeof text, "%d", i);
        taken[i] = lines_take(lines, text, i);
    }
    assert_non_null(taken[LINES_MOST - 1]);
    assert_null(taken[LINES_MOST]);
    for (int i = 0; i < LINES_MOST / 2; i++)
        lines_release(lines, taken[i]);
    wait_idle(lines);
    assert_non_null(lines_take(lines, "again", LINES_AHEAD * 2));
    lines_destroy(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typography_becomes_plain),
        cmocka_unit_test(long_lines_and_words_are_cut),
        cmocka_unit_test(loudness_is_even_and_peaks_are_kept_in),
        cmocka_unit_test(ends_are_led_to_zero),
        cmocka_unit_test(the_voice_speaks_the_same_each_time),
        cmocka_unit_test(a_faster_session_speaks_faster_within_limits),
        cmocka_unit_test(a_line_is_as_long_as_it_is_measured),
        cmocka_unit_test(lines_are_made_ahead_of_their_time),
        cmocka_unit_test(a_seek_makes_what_is_needed_there),
        cmocka_unit_test(another_devices_words_are_made_ahead_too),
        cmocka_unit_test(a_line_asked_for_comes_before_all_others),
        cmocka_unit_test(memory_stays_bounded_over_a_long_routine),
        cmocka_unit_test(taking_more_lines_than_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

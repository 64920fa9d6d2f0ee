// SPDX-License-Identifier: MIT
#include "sound/breath.h"
#include "sound/cues.h"
#include "sound/measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* No sample may jump further than a 1 kHz tone at a quarter of full scale does. */
#define MOST_STEP 0.035

struct heard {
    float *samples;
    size_t count;
};

static struct heard hear(enum cue_kind kind)
{
    struct clip clip = {.samples = NULL};
    cues_render(kind, &clip);
    struct heard heard = {calloc(clip.frames + 1, sizeof(float)), clip.frames};
    for (size_t i = 0; i < clip.frames; i++)
        heard.samples[i] = (float)clip.samples[i] / 32768.0F;
    free(clip.samples);
    return heard;
}

static struct heard hear_breath(enum cue_kind kind, enum cue_kind after, double seconds)
{
    struct heard heard = {NULL, (size_t)(seconds * SOUND_RATE)};
    heard.samples = calloc(heard.count + 1, sizeof(float));
    struct breath breath;
    breath_init(&breath, kind, after, heard.count);
    size_t made = 0, got;
    /* In odd pieces, as the mixer asks for it. */
    while ((got = breath_render(&breath, heard.samples + made, 331)) > 0)
        made += got;
    assert_int_equal(made, heard.count);
    return heard;
}

static double pitch_at(const struct heard *heard, double seconds)
{
    size_t first = (size_t)(seconds * SOUND_RATE), window = SOUND_RATE / 12;
    assert_true(first + window <= heard->count);
    return measure_pitch(heard->samples + first, window);
}

static void assert_gentle(const struct heard *heard, const char *what)
{
    double peak = measure_peak(heard->samples, heard->count);
    double step = measure_step(heard->samples, heard->count);
    double above = measure_share_above(heard->samples, heard->count, 2000);
    double end = measure_peak(heard->samples + heard->count - 48, 48);
    if (peak < 0.02 || peak > 0.5 || step > MOST_STEP || above > 0.01 || end > 0.002)
        fail_msg("%s: peak %.3f, step %.4f, above 2 kHz %.4f, end %.4f", what, peak, step, above,
                 end);
}

static void every_cue_is_gentle(void **state)
{
    (void)state;
    for (int kind = CUE_STEP_START; kind < CUE_KINDS; kind++) {
        struct heard heard = hear(kind);
        if (kind == CUE_BREATHE_IN || kind == CUE_BREATHE_OUT)
            assert_int_equal(heard.count, 0);
        else
            assert_gentle(&heard, cue_kind_name(kind));
        free(heard.samples);
    }
}

static void every_cue_begins_softly(void **state)
{
    (void)state;
    for (int kind = CUE_STEP_START; kind < CUE_KINDS; kind++) {
        struct heard heard = hear(kind);
        /* Two milliseconds in, nothing is near its peak yet. */
        if (heard.count > 0)
            assert_true(measure_peak(heard.samples, 96) <
                        0.3 * measure_peak(heard.samples, heard.count));
        free(heard.samples);
    }
}

static void a_spoken_line_is_no_clip(void **state)
{
    (void)state;
    struct heard heard = hear(CUE_SAY);
    assert_int_equal(heard.count, 0);
    free(heard.samples);
}

/* Pitches at the times in the table; the same pitch again is told by the dip between two notes. */
static void contours_differ(void **state)
{
    (void)state;
    static const struct {
        enum cue_kind kind;
        double at[4], pitch[4];
    } contours[] = {
        {CUE_STEP_START, {0.05, 0.4}, {294, 440}},
        {CUE_STEP_DONE, {0.05, 0.5}, {440, 294}},
        {CUE_SET_DONE, {0.05, 0.26, 0.55}, {370, 494, 370}},
        {CUE_SWITCH, {0.08, 0.3, 0.52, 0.74}, {330, 494, 330, 494}},
        {CUE_HALFWAY, {0.05, 0.35}, {440, 440}},
        {CUE_HOLD, {0.1, 0.9}, {294, 294}},
        {CUE_LAST_SECONDS, {0.02}, {440}},
        {CUE_REP, {0.01}, {370}},
        {CUE_PAUSE, {0, 0.5}, {330, 220}},
        {CUE_RESUME, {0, 0.5}, {220, 330}},
        {CUE_SESSION_DONE, {0.05, 1.2}, {147, 440}},
        {CUE_ALIVE, {0.15, 0.75}, {294, 294}},
    };
    for (size_t i = 0; i < sizeof contours / sizeof *contours; i++) {
        struct heard heard = hear(contours[i].kind);
        for (int n = 0; n < 4 && contours[i].pitch[n] > 0; n++) {
            double pitch = pitch_at(&heard, contours[i].at[n]);
            if (pitch < contours[i].pitch[n] * 0.95 || pitch > contours[i].pitch[n] * 1.05)
                fail_msg("%s: %.0f Hz at %.2f s", cue_kind_name(contours[i].kind), pitch,
                         contours[i].at[n]);
        }
        free(heard.samples);
    }
}

static void the_top_of_a_rep_bends_up(void **state)
{
    (void)state;
    struct heard heard = hear(CUE_REP_TOP);
    assert_true(pitch_at(&heard, 0.15) > 1.2 * pitch_at(&heard, 0));
    free(heard.samples);
}

static void breath_tones_are_gentle_at_any_length(void **state)
{
    (void)state;
    static const double lengths[] = {0.3, 1, 4, 12};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct heard in = hear_breath(CUE_BREATHE_IN, CUE_BREATHE_OUT, lengths[i]);
        assert_gentle(&in, "breathe-in");
        free(in.samples);
        struct heard out = hear_breath(CUE_BREATHE_OUT, CUE_BREATHE_IN, lengths[i]);
        assert_gentle(&out, "breathe-out");
        free(out.samples);
        struct heard hold = hear_breath(CUE_HOLD, CUE_BREATHE_IN, lengths[i]);
        assert_gentle(&hold, "hold");
        free(hold.samples);
    }
}

static void breath_rises_swells_and_falls_over_the_whole_phase(void **state)
{
    (void)state;
    struct heard in = hear_breath(CUE_BREATHE_IN, CUE_BREATHE_OUT, 4);
    struct heard out = hear_breath(CUE_BREATHE_OUT, CUE_BREATHE_IN, 6);
    assert_true(pitch_at(&in, 3.3) > 1.3 * pitch_at(&in, 0.5));
    assert_true(pitch_at(&in, 2) > 1.1 * pitch_at(&in, 0.5));
    assert_true(pitch_at(&out, 0.7) > 1.3 * pitch_at(&out, 5.2));
    double early = measure_rms(in.samples, SOUND_RATE / 2);
    double middle = measure_rms(in.samples + (size_t)2 * SOUND_RATE, SOUND_RATE / 2);
    double late = measure_rms(in.samples + (size_t)7 * SOUND_RATE / 2, SOUND_RATE / 2);
    assert_true(middle > 4 * early && middle > 2 * late);
    /* Out fades longer than it swells. */
    assert_true(measure_rms(out.samples + SOUND_RATE, SOUND_RATE) >
                2 * measure_rms(out.samples + (size_t)4 * SOUND_RATE, SOUND_RATE));
    free(in.samples);
    free(out.samples);
}

static void a_hold_stays_where_the_breath_left_it(void **state)
{
    (void)state;
    struct heard full = hear_breath(CUE_HOLD, CUE_BREATHE_IN, 3);
    struct heard empty = hear_breath(CUE_HOLD, CUE_BREATHE_OUT, 3);
    struct heard in = hear_breath(CUE_BREATHE_IN, CUE_BREATHE_OUT, 3);
    assert_true(pitch_at(&full, 0.6) > 320 && pitch_at(&full, 2.4) < 340);
    assert_true(pitch_at(&empty, 0.6) > 212 && pitch_at(&empty, 2.4) < 228);
    double begin = measure_rms(full.samples + SOUND_RATE / 2, SOUND_RATE / 2);
    double end = measure_rms(full.samples + (size_t)2 * SOUND_RATE, SOUND_RATE / 2);
    assert_true(begin < 1.15 * end && end < 1.15 * begin);
    assert_true(begin < 0.5 * measure_rms(in.samples + SOUND_RATE, SOUND_RATE));
    free(full.samples);
    free(empty.samples);
    free(in.samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cue_is_gentle),
        cmocka_unit_test(every_cue_begins_softly),
        cmocka_unit_test(a_spoken_line_is_no_clip),
        cmocka_unit_test(contours_differ),
        cmocka_unit_test(the_top_of_a_rep_bends_up),
        cmocka_unit_test(breath_tones_are_gentle_at_any_length),
        cmocka_unit_test(breath_rises_swells_and_falls_over_the_whole_phase),
        cmocka_unit_test(a_hold_stays_where_the_breath_left_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

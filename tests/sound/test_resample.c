// SPDX-License-Identifier: MIT
#include "sound/resample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const int rates[] = {4000, 8000, 11025, 16000, 22050, 44100, 48000, 88200, 96000, 192000};
enum { RATES = sizeof rates / sizeof *rates };
#define TWO_PI 6.283185307179586

static struct clip tone_from(int rate, double hertz, double seconds)
{
    size_t count = (size_t)(seconds * rate);
    int16_t *samples = malloc(count * sizeof *samples);
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)lrint(16384 * sin(TWO_PI * hertz * (double)i / rate));
    struct clip clip;
    resample(samples, count, rate, &clip);
    free(samples);
    return clip;
}

/* Every frame at its place, no drift: the tone itself is what comes out. */
static void a_tone_stays_the_tone_it_is(void **state)
{
    (void)state;
    for (int r = 0; r < RATES; r++) {
        double hertz = rates[r] / 8.0 < 3000 ? rates[r] / 8.0 : 3000;
        struct clip clip = tone_from(rates[r], hertz, 1);
        assert_in_range(clip.frames, SOUND_RATE - 12, SOUND_RATE + 12);
        double error = 0;
        for (size_t i = SOUND_RATE / 10; i < SOUND_RATE * 9 / 10; i++) {
            double ideal = 0.5 * sin(TWO_PI * hertz * (double)i / SOUND_RATE);
            error = fmax(error, fabs(clip.samples[i] / 32768.0 - ideal));
        }
        if (error > 0.002)
            fail_msg("%d Hz: off by %g", rates[r], error);
        free(clip.samples);
    }
}

static void what_our_rate_cannot_hold_is_left_out(void **state)
{
    (void)state;
    struct clip clip = tone_from(96000, 30000, 0.5);
    double most = 0;
    for (size_t i = 1000; i + 1000 < clip.frames; i++)
        most = fmax(most, abs(clip.samples[i]) / 32768.0);
    assert_true(most < 0.001);
    free(clip.samples);
}

static void a_steady_level_has_no_ripple(void **state)
{
    (void)state;
    for (int r = 0; r < RATES; r++) {
        enum { COUNT = 20000 };
        static int16_t samples[COUNT];
        for (size_t i = 0; i < COUNT; i++)
            samples[i] = 16000;
        struct clip clip;
        resample(samples, COUNT, rates[r], &clip);
        for (size_t i = clip.frames / 4; i < clip.frames * 3 / 4; i++)
            assert_in_range(clip.samples[i], 15960, 16040);
        free(clip.samples);
    }
}

static void short_sounds_are_no_special_case(void **state)
{
    (void)state;
    int16_t samples[4] = {9000, 9000, 9000, 9000};
    for (size_t count = 0; count <= 4; count++) {
        struct clip clip;
        resample(samples, count, 24000, &clip);
        assert_int_equal(clip.frames, 2 * count);
        free(clip.samples);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tone_stays_the_tone_it_is),
        cmocka_unit_test(what_our_rate_cannot_hold_is_left_out),
        cmocka_unit_test(a_steady_level_has_no_ripple),
        cmocka_unit_test(short_sounds_are_no_special_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

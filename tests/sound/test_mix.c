// SPDX-License-Identifier: MIT
#include "sound/measure.h"
#include "sound/studio.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int64_t came_back(struct studio *studio)
{
    struct order order;
    assert_true(mix_done(&studio->mix, &order));
    return order.began;
}

static void a_clip_begins_at_its_frame(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip mark;
    make_mark(&mark);
    studio_run(studio, 1);
    for (int i = 0; i < 20; i++) {
        double due = (double)studio->now / 1e6 + 0.3 + 0.0137 * i;
        struct order order = order_of(&mark, BUS_CUES, due);
        assert_true(mix_play(&studio->mix, &order));
        studio_run(studio, 0.75);
        int64_t began = came_back(studio);
        double due_frame = (due - (double)MIX_LATENCY / 1e6) * SOUND_RATE;
        assert_true(fabs((double)began - due_frame) < 2);
        assert_true(studio->recorded[began] > 0.4F);
        assert_true(studio->recorded[began - 1] == 0.0F && studio->recorded[began + 1] == 0.0F);
    }
    free(mark.samples);
    free(studio);
}

static void what_comes_late_begins_at_once_or_not_at_all(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip mark;
    make_mark(&mark);
    studio_run(studio, 1);
    struct order order = order_of(&mark, BUS_CUES, (double)studio->now / 1e6 - 0.02);
    mix_play(&studio->mix, &order);
    size_t next = studio->frames;
    studio_run(studio, 0.5);
    assert_int_equal(came_back(studio), next);
    order = order_of(&mark, BUS_CUES, (double)studio->now / 1e6 - 0.2);
    mix_play(&studio->mix, &order);
    studio_run(studio, 0.5);
    assert_int_equal(came_back(studio), ORDER_MISSED);
    free(mark.samples);
    free(studio);
}

static void a_clip_that_is_not_ready_is_left_out(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tone;
    make_clip(&tone, 0.5, 300, 0.3F);
    atomic_store(&tone.ready, false);
    studio_run(studio, 1);
    struct order order = order_of(&tone, BUS_VOICE, 1.3);
    mix_play(&studio->mix, &order);
    studio_run(studio, 0.5);
    assert_int_equal(came_back(studio), ORDER_MISSED);
    assert_true(measure_peak(studio->recorded, studio->frames) == 0);
    /* Ready just in time. */
    order = order_of(&tone, BUS_VOICE, 2);
    mix_play(&studio->mix, &order);
    studio_run(studio, 0.3);
    atomic_store(&tone.ready, true);
    studio_run(studio, 1);
    assert_true(came_back(studio) >= 0);
    free(tone.samples);
    free(studio);
}

static void breath_ducks_under_the_voice_without_a_click(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip voice;
    make_clip(&voice, 2, 400, 0);
    studio_run(studio, 0.5);
    struct order hold = {.bus = BUS_BREATH,
                         .cue = CUE_HOLD,
                         .after = CUE_BREATHE_IN,
                         .due = TICK_S,
                         .patience = 40 * TICK_MS,
                         .frames = (size_t)8 * SOUND_RATE};
    mix_play(&studio->mix, &hold);
    struct order line = order_of(&voice, BUS_VOICE, 4);
    studio_run(studio, 3);
    mix_play(&studio->mix, &line);
    studio_run(studio, 6);
    double before = level_at(studio, 3), under = level_at(studio, 4.8);
    double after = level_at(studio, 7.5);
    assert_true(under < 0.4 * before && under > 0.2 * before);
    assert_true(after > 0.85 * before);
    /* On the way down and up it passes through the middle: a ramp, no switch. */
    assert_true(level_at(studio, 6.15) < 0.8 * before && level_at(studio, 6.15) > under);
    assert_true(step_of(studio) < 0.003);
    free(voice.samples);
    free(studio);
}

static void a_newer_line_fades_the_older_out(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip low, high;
    make_clip(&low, 3, 200, 0.3F);
    make_clip(&high, 1, 500, 0.3F);
    studio_run(studio, 0.5);
    struct order first = order_of(&low, BUS_VOICE, 1), second = order_of(&high, BUS_VOICE, 2);
    mix_play(&studio->mix, &first);
    mix_play(&studio->mix, &second);
    studio_run(studio, 3.5);
    size_t at = (size_t)(2.3 * SOUND_RATE);
    assert_true(measure_power(studio->recorded + at, 4800, 200) <
                0.001 * measure_power(studio->recorded + at, 4800, 500));
    assert_true(level_at(studio, 3.2) == 0);
    assert_true(step_of(studio) < 0.04);
    free(low.samples);
    free(high.samples);
    free(studio);
}

static void flush_forgets_and_fades(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tone;
    make_clip(&tone, 3, 300, 0.5F);
    studio_run(studio, 0.5);
    struct order now = order_of(&tone, BUS_CUES, 0.7), later = order_of(&tone, BUS_CUES, 1.2);
    mix_play(&studio->mix, &now);
    mix_play(&studio->mix, &later);
    studio_run(studio, 0.5);
    mix_flush(&studio->mix);
    struct order after = order_of(&tone, BUS_VOICE, 2);
    mix_play(&studio->mix, &after);
    studio_run(studio, 0.7);
    assert_true(level_at(studio, 1.2) == 0);
    studio_run(studio, 1);
    assert_true(level_at(studio, 2.2) > 0.3);
    assert_true(step_of(studio) < 0.03);
    free(tone.samples);
    free(studio);
}

static void mute_and_volume_move_softly(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tone;
    make_clip(&tone, 6, 300, 0.5F);
    studio_run(studio, 0.5);
    struct order order = order_of(&tone, BUS_CUES, 0.7);
    mix_play(&studio->mix, &order);
    studio_run(studio, 1.5);
    atomic_store(&studio->mix.volume, 50);
    studio_run(studio, 1);
    atomic_store(&studio->mix.muted, true);
    studio_run(studio, 1);
    atomic_store(&studio->mix.muted, false);
    studio_run(studio, 1);
    double full = level_at(studio, 1.5), half = level_at(studio, 2.5);
    assert_true(half > 0.28 * full && half < 0.36 * full);
    assert_true(level_at(studio, 3.5) == 0);
    assert_true(level_at(studio, 4.5) > 0.98 * half && level_at(studio, 4.5) < 1.02 * half);
    assert_true(step_of(studio) < 0.03);
    free(tone.samples);
    free(studio);
}

static void ten_loud_sounds_never_clip(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tones[10];
    studio_run(studio, 0.5);
    for (int i = 0; i < 10; i++) {
        make_clip(&tones[i], 2, 200 + 30 * (float)i, 0.7F);
        struct order order = order_of(&tones[i], BUS_CUES, 0.8 + 0.07 * i);
        order.cue = (enum cue_kind)(CUE_STEP_START + i);
        mix_play(&studio->mix, &order);
    }
    studio_run(studio, 4);
    assert_true(measure_peak(studio->recorded, studio->frames) < 0.995);
    assert_true(measure_peak(studio->recorded, studio->frames) > 0.9);
    for (int i = 0; i < 10; i++)
        free(tones[i].samples);
    free(studio);
}

static void the_limiter_leaves_quiet_sound_alone(void **state)
{
    (void)state;
    struct limiter limiter = {0};
    for (int i = 0; i <= 80; i++)
        assert_true(limiter_gain(&limiter, 0.01F * (float)i) == 1.0F);
    assert_true(limiter_gain(&limiter, 8.0F) * 8.0F < 1.0F);
    /* It lets go slowly. */
    float held = limiter_gain(&limiter, 0.1F);
    assert_true(held < 0.2F);
    for (int i = 0; i < SOUND_RATE; i++)
        held = limiter_gain(&limiter, 0.1F);
    assert_true(held == 1.0F);
}

static void a_ramp_arrives_in_its_frames(void **state)
{
    (void)state;
    struct ramp ramp = {1, 1, 0};
    ramp_to(&ramp, 0.25F, 100);
    float before = 1;
    for (int i = 0; i < 100; i++) {
        float now = ramp_next(&ramp);
        assert_true(before - now < 0.0076F && now <= before);
        before = now;
    }
    assert_true(fabsf(before - 0.25F) < 1e-4F);
    ramp_to(&ramp, 1, 0);
    assert_true(ramp_next(&ramp) == 1.0F);
}

/* Every order comes back exactly once, whatever is asked. */
static void orders_are_bounded_and_all_come_back(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tone;
    make_clip(&tone, 0.2, 300, 0.1F);
    studio_run(studio, 0.2);
    int given = 0, back = 0;
    for (int i = 0; i < 400; i++) {
        struct order order = order_of(&tone, (enum bus)(i % 2), 0.5 + 0.001 * i);
        given += mix_play(&studio->mix, &order);
    }
    assert_int_equal(given, MIX_MOST);
    studio_run(studio, 2);
    struct order order;
    while (mix_done(&studio->mix, &order))
        back++;
    assert_int_equal(back, given);
    order = order_of(&tone, BUS_CUES, (double)studio->now / 1e6 + 0.3);
    assert_true(mix_play(&studio->mix, &order));
    mix_discard(&studio->mix);
    assert_int_equal(came_back(studio), ORDER_FORGOTTEN);
    assert_int_equal(studio->mix.outstanding, 0);
    free(tone.samples);
    free(studio);
}

static void a_cue_too_fast_to_tell_apart_is_left_out(void **state)
{
    (void)state;
    struct studio *studio = studio_open();
    struct clip tone;
    make_clip(&tone, 0.2, 300, 0.1F);
    studio_run(studio, 0.2);
    for (int i = 0; i < 10; i++) {
        struct order order = order_of(&tone, BUS_CUES, 0.5 + 0.02 * i);
        mix_play(&studio->mix, &order);
    }
    studio_run(studio, 1);
    struct order order;
    int played = 0;
    while (mix_done(&studio->mix, &order))
        played += order.began >= 0;
    assert_in_range(played, 3, 4);
    free(tone.samples);
    free(studio);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clip_begins_at_its_frame),
        cmocka_unit_test(what_comes_late_begins_at_once_or_not_at_all),
        cmocka_unit_test(a_clip_that_is_not_ready_is_left_out),
        cmocka_unit_test(breath_ducks_under_the_voice_without_a_click),
        cmocka_unit_test(a_newer_line_fades_the_older_out),
        cmocka_unit_test(flush_forgets_and_fades),
        cmocka_unit_test(mute_and_volume_move_softly),
        cmocka_unit_test(ten_loud_sounds_never_clip),
        cmocka_unit_test(the_limiter_leaves_quiet_sound_alone),
        cmocka_unit_test(a_ramp_arrives_in_its_frames),
        cmocka_unit_test(orders_are_bounded_and_all_come_back),
        cmocka_unit_test(a_cue_too_fast_to_tell_apart_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "sound/ambience.h"
#include "sound/loop.h"
#include "sound/make_sound.h"
#include "sound/measure.h"
#include "sound/studio.h"
#include "sound/thread.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A source whose n-th frame is n, and minus n on the right. */
struct numbers {
    size_t length, at;
    int rewinds; /* that still work */
};

static size_t read_numbers(void *context, float *pairs, size_t frames)
{
    struct numbers *numbers = context;
    size_t count = 0;
    for (; count < frames && numbers->at < numbers->length; count++, numbers->at++) {
        pairs[2 * count] = (float)numbers->at;
        pairs[2 * count + 1] = -(float)numbers->at;
    }
    return count;
}

static bool rewind_numbers(void *context)
{
    struct numbers *numbers = context;
    numbers->at = 0;
    return numbers->rewinds-- > 0;
}

static struct loop *loop_over(struct numbers *numbers, size_t fade)
{
    struct loop_source source = {{read_numbers, numbers}, rewind_numbers};
    return loop_create(&source, fade);
}

static void the_end_fades_into_the_beginning(void **state)
{
    (void)state;
    enum { LENGTH = 5000, FADE = 1000, COUNT = 3 * LENGTH };
    static float pairs[2 * COUNT];
    struct numbers numbers = {LENGTH, 0, 100};
    struct loop *loop = loop_over(&numbers, FADE);
    /* In pieces of every size. */
    for (size_t made = 0, piece = 1; made < COUNT; made += piece, piece = piece % 700 + 1) {
        piece = made + piece > COUNT ? COUNT - made : piece;
        assert_int_equal(loop_read(loop, pairs + 2 * made, piece), piece);
    }
    for (size_t i = 0; i < COUNT; i++) {
        size_t place = i < LENGTH ? i : (i - FADE) % (LENGTH - FADE) + FADE;
        if (place < LENGTH - FADE)
            assert_true(pairs[2 * i] == (float)place);
        else
            assert_true(pairs[2 * i] <= LENGTH && pairs[2 * i] >= 0);
        assert_true(pairs[2 * i + 1] == -pairs[2 * i]);
    }
    loop_destroy(loop);
    loop_destroy(NULL);
}

static void short_and_broken_sounds_go_round_or_end(void **state)
{
    (void)state;
    static float pairs[2 * 3000];
    for (size_t length = 1; length < 40; length++) {
        struct numbers numbers = {length, 0, 100000};
        struct loop *loop = loop_over(&numbers, 16);
        assert_int_equal(loop_read(loop, pairs, 3000), 3000);
        for (size_t i = 0; i < 3000; i++)
            assert_true(fabsf(pairs[2 * i]) < 1.5F * (float)length);
        loop_destroy(loop);
    }
    struct numbers none = {0, 0, 100};
    struct loop *loop = loop_over(&none, 16);
    assert_int_equal(loop_read(loop, pairs, 10), 0);
    assert_int_equal(loop_read(loop, pairs, 10), 0);
    loop_destroy(loop);
    struct numbers once = {100, 0, 0};
    loop = loop_over(&once, 16);
    assert_int_equal(loop_read(loop, pairs, 3000), 84);
    loop_destroy(loop);
}

static void feed_tone(struct studio *studio)
{
    while (stream_room(studio->stream) >= 64) {
        float pairs[128];
        for (size_t i = 0; i < 64; i++, studio->fed++) {
            float wave = 0.8F * sinf((float)(studio->fed % 240) * 6.2831853F / 240);
            pairs[2 * i] = wave;
            pairs[2 * i + 1] = -wave;
        }
        stream_put(studio->stream, pairs, 64);
    }
}

static void feed_noise(struct studio *studio)
{
    static uint32_t seed = 1;
    while (stream_room(studio->stream) >= 64) {
        float pairs[128];
        for (size_t i = 0; i < 128; i++) {
            seed = seed * 1664525 + 1013904223;
            pairs[i] = seed >> 31 ? 1.0F : -1.0F;
        }
        stream_put(studio->stream, pairs, 64);
    }
}

static struct studio *studio_with(void (*feed)(struct studio *studio))
{
    struct studio *studio = studio_open();
    studio->stream = malloc(sizeof *studio->stream);
    stream_init(studio->stream);
    studio->mix.ambience = studio->stream;
    studio->feed = feed;
    studio->stereo = true;
    return studio;
}

/* The largest change of a 200 Hz tone of this height, and a little for the ramps. */
#define SMOOTH(height) (1.1 * (height)*6.2831853 * 200 / SOUND_RATE + 1.0 / 16384)
#define AMBIENCE_HEIGHT (0.8 * 0.35)

static void ambience_fades_in_out_and_in_again(void **state)
{
    (void)state;
    struct studio *studio = studio_with(feed_tone);
    studio_run(studio, 1);
    assert_true(measure_peak(studio->recorded, studio->frames) == 0);
    atomic_store(&studio->mix.ambient, true);
    studio_run(studio, 5);
    atomic_store(&studio->mix.ambient, false);
    studio_run(studio, 3);
    atomic_store(&studio->mix.ambient, true);
    studio_run(studio, 5);
    atomic_store(&studio->mix.closed, true);
    studio_run(studio, 2);
    double full = level_at(studio, 5);
    assert_true(fabs(full - AMBIENCE_HEIGHT / sqrt(2)) < 0.01);
    assert_true(level_at(studio, 1.5) < 0.25 * full && level_at(studio, 2.5) > 0.4 * full);
    assert_true(level_at(studio, 6.7) < 0.6 * full && level_at(studio, 6.7) > 0.3 * full);
    assert_true(level_at(studio, 7.6) == 0 && level_at(studio, 13) > 0.95 * full);
    assert_true(level_at(studio, 14.2) > 0.3 * full && level_at(studio, 14.7) == 0);
    assert_int_equal(atomic_load(&studio->mix.sounding), 0);
    assert_true(step_of(studio) < SMOOTH(AMBIENCE_HEIGHT));
    studio_close(studio);
}

static void ambience_ducks_under_the_voice(void **state)
{
    (void)state;
    struct studio *studio = studio_with(feed_tone);
    struct clip voice;
    make_clip(&voice, 2, 400, 0);
    atomic_store(&studio->mix.ambient, true);
    studio_run(studio, 5);
    struct order line = order_of(&voice, BUS_VOICE, 6);
    mix_play(&studio->mix, &line);
    studio_run(studio, 6);
    double before = level_at(studio, 5), under = level_at(studio, 7);
    assert_true(under > 0.29 * before && under < 0.35 * before);
    /* Down within 150 ms, before the first word; up again in 600 ms; at an even pace. */
    assert_true(level_at(studio, 5.7) > 0.95 * before && level_at(studio, 6) < 1.1 * under);
    assert_true(level_at(studio, 8.24) > 1.3 * under && level_at(studio, 8.24) < 0.8 * before);
    assert_true(level_at(studio, 8.9) > 0.99 * before);
    for (double at = 5.5; at < 9; at += 0.05) {
        double change = fabs(level_at(studio, at + 0.05) - level_at(studio, at)) / before;
        assert_true(change < 0.68 * 0.05 / 0.15 + 0.02);
    }
    assert_true(step_of(studio) < SMOOTH(AMBIENCE_HEIGHT));
    free(voice.samples);
    studio_close(studio);
}

static void a_voice_that_is_off_ducks_nothing(void **state)
{
    (void)state;
    struct studio *studio = studio_with(feed_tone);
    struct clip voice;
    make_clip(&voice, 2, 400, 0.5F);
    atomic_store(&studio->mix.ambient, true);
    atomic_store(&studio->mix.volumes[BUS_VOICE], 0);
    studio_run(studio, 5);
    struct order line = order_of(&voice, BUS_VOICE, 6);
    mix_play(&studio->mix, &line);
    studio_run(studio, 4);
    assert_true(fabs(level_at(studio, 7) / level_at(studio, 5) - 1) < 0.01);
    free(voice.samples);
    studio_close(studio);
}

/* What the file's thread could not deliver in time is a fade, no gap. */
static void a_stream_that_runs_dry_goes_out_softly(void **state)
{
    (void)state;
    struct studio *studio = studio_with(feed_tone);
    atomic_store(&studio->mix.ambient, true);
    studio_run(studio, 4);
    studio->feed = NULL;
    studio_run(studio, 3);
    assert_true(level_at(studio, 6) == 0);
    studio->feed = feed_tone;
    studio_run(studio, 4);
    assert_true(level_at(studio, 10.5) > 0.15);
    studio->feed = NULL;
    studio_run(studio, 0.5);
    atomic_store(&studio->mix.ambient, false); /* a slow fade that the stream does not last for */
    studio_run(studio, 2);
    assert_true(step_of(studio) < SMOOTH(AMBIENCE_HEIGHT));
    studio_close(studio);
}

static void everything_at_full_volume_never_clips(void **state)
{
    (void)state;
    struct studio *studio = studio_with(feed_noise);
    struct clip voice, cues[6];
    atomic_store(&studio->mix.ambient, true);
    studio_run(studio, 4);
    make_clip(&voice, 3, 180, 1);
    struct order line = order_of(&voice, BUS_VOICE, 5);
    struct order breath = {.bus = BUS_BREATH,
                           .cue = CUE_BREATHE_IN,
                           .after = CUE_BREATHE_OUT,
                           .due = 5 * TICK_S,
                           .patience = 40 * TICK_MS,
                           .frames = (size_t)4 * SOUND_RATE};
    mix_play(&studio->mix, &line);
    mix_play(&studio->mix, &breath);
    for (int i = 0; i < 6; i++) {
        make_clip(&cues[i], 2, 220 + 40 * (float)i, 1);
        struct order order = order_of(&cues[i], BUS_CUES, 5.2 + 0.1 * i);
        order.cue = (enum cue_kind)(CUE_STEP_START + i);
        mix_play(&studio->mix, &order);
    }
    studio_run(studio, 6);
    assert_true(measure_peak(studio->recorded, studio->frames) < 0.995);
    assert_true(measure_peak(studio->recorded, studio->frames) > 0.9);
    free(voice.samples);
    for (int i = 0; i < 6; i++)
        free(cues[i].samples);
    studio_close(studio);
}

static void each_kind_has_its_volume(void **state)
{
    (void)state;
    for (int bus = BUS_VOICE; bus < BUS_AMBIENCE; bus++) {
        struct studio *studio = studio_open();
        struct clip tone;
        make_clip(&tone, 9, 300, 0.4F);
        struct order order = order_of(&tone, (enum bus)bus, 0.5);
        order.frames = tone.frames;
        mix_play(&studio->mix, &order);
        studio_run(studio, 2);
        atomic_store(&studio->mix.volumes[bus], 50);
        studio_run(studio, 2);
        atomic_store(&studio->mix.volumes[bus], 0);
        studio_run(studio, 2);
        atomic_store(&studio->mix.volumes[bus], 100);
        for (int other = 0; other < BUSES; other++)
            if (other != bus)
                atomic_store(&studio->mix.volumes[other], 0);
        studio_run(studio, 2);
        double full = level_at(studio, 1.5), half = level_at(studio, 3.5);
        assert_true(half > 0.28 * full && half < 0.36 * full);
        assert_true(level_at(studio, 5.5) == 0);
        assert_true(fabs(level_at(studio, 7.5) / full - 1) < 0.02);
        assert_true(step_of(studio) < 0.03);
        free(tone.samples);
        studio_close(studio);
    }
}

static char path[64];

/* Plays a file for `seconds` at the pace that its thread keeps. */
static void play_file(struct studio *studio, double seconds)
{
    for (double at = 0; at < seconds; at += 0.1) {
        for (int i = 0; i < 5000 && stream_filled(studio->mix.ambience) < STREAM_FRAMES / 2; i++)
            thread_sleep(TICK_MS);
        studio_run(studio, 0.1);
    }
}

static void a_file_goes_round_without_a_seam(void **state)
{
    (void)state;
    static const struct {
        enum made_format format;
        int rate, channels;
    } kinds[] = {{MADE_FLAC, 44100, 2}, {MADE_OGG, 48000, 2}, {MADE_WAV, 96000, 1}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        unlink(path);
        make_sound(path, kinds[i].format, kinds[i].rate, kinds[i].channels, 2.5, 200);
        struct studio *studio = studio_open();
        struct ambience *ambience = ambience_create(path);
        studio->mix.ambience = ambience_stream(ambience);
        studio->stereo = true;
        atomic_store(&studio->mix.ambient, true);
        play_file(studio, 9);
        for (double at = 3.5; at < 8.9; at += 0.1)
            assert_true(level_at(studio, at) > 0.09 && level_at(studio, at) < 0.2);
        size_t at = (size_t)4 * SOUND_RATE;
        assert_true(fabs(measure_pitch(studio->recorded + at, SOUND_RATE / 8) - 200) < 6);
        if (!(step_of(studio) < SMOOTH(0.5 * 0.35 * 1.42)))
            fail_msg("kind %zu: a step of %g", i, step_of(studio));
        ambience_destroy(ambience);
        studio_close(studio);
    }
}

static void a_file_that_cannot_be_used_is_silence(void **state)
{
    (void)state;
    log_set_level(LOG_ERROR);
    for (int kind = 0; kind < 3; kind++) {
        unlink(path);
        if (kind > 0)
            make_sound(path, MADE_FLAC, 44100, 1, 1, 200);
        if (kind == 2)
            make_shorter(path, 100);
        if (kind == 1)
            make_bytes(path, "no sound", 8);
        struct studio *studio = studio_open();
        struct ambience *ambience = ambience_create(path);
        studio->mix.ambience = ambience_stream(ambience);
        atomic_store(&studio->mix.ambient, true);
        thread_sleep(20 * TICK_MS);
        studio_run(studio, 2);
        assert_true(measure_peak(studio->recorded, studio->frames) == 0);
        ambience_destroy(ambience);
        studio_close(studio);
    }
    ambience_destroy(NULL);
    log_set_level(LOG_WARNING);
}

static int make_path(void **state)
{
    (void)state;
    strcpy(path, "/tmp/unknot-ambience-XXXXXX");
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_path(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_end_fades_into_the_beginning),
        cmocka_unit_test(short_and_broken_sounds_go_round_or_end),
        cmocka_unit_test(ambience_fades_in_out_and_in_again),
        cmocka_unit_test(ambience_ducks_under_the_voice),
        cmocka_unit_test(a_voice_that_is_off_ducks_nothing),
        cmocka_unit_test(a_stream_that_runs_dry_goes_out_softly),
        cmocka_unit_test(everything_at_full_volume_never_clips),
        cmocka_unit_test(each_kind_has_its_volume),
        cmocka_unit_test(a_file_goes_round_without_a_seam),
        cmocka_unit_test(a_file_that_cannot_be_used_is_silence),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}

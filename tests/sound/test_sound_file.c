// SPDX-License-Identifier: MIT
#include "sound/make_sound.h"
#include "sound/measure.h"
#include "sound/sound_file.h"

#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct sound_limit limit = {.bytes = 4U << 20, .seconds = 10};
static char folder[64], path[96];

static struct clip load(void)
{
    struct clip clip;
    char why[SOUND_WHY] = "";
    if (!sound_file_load(path, &limit, &clip, why))
        fail_msg("%s", why);
    return clip;
}

static void assert_refused(const char *why_part)
{
    struct clip clip = {.frames = 7};
    char why[SOUND_WHY] = "";
    assert_false(sound_file_load(path, &limit, &clip, why));
    assert_int_equal(clip.frames, 0);
    assert_null(clip.samples);
    if (strstr(why, why_part) == NULL)
        fail_msg("'%s', not '%s'", why, why_part);
}

static double pitch_of(const struct clip *clip)
{
    static float samples[SOUND_RATE / 8];
    for (size_t i = 0; i < SOUND_RATE / 8; i++)
        samples[i] = (float)clip->samples[i + SOUND_RATE / 4] / 32768.0F;
    return measure_pitch(samples, SOUND_RATE / 8);
}

static void every_kind_keeps_its_length_and_pitch(void **state)
{
    (void)state;
    static const struct {
        enum made_format format;
        int rate, channels;
    } kinds[] = {
        {MADE_WAV, 8000, 1},        {MADE_WAV, 44100, 2},  {MADE_WAV, 96000, 1},
        {MADE_WAV_FLOAT, 48000, 2}, {MADE_FLAC, 44100, 1}, {MADE_FLAC, 96000, 2},
        {MADE_OGG, 44100, 2},       {MADE_OGG, 22050, 1},  {MADE_OPUS, 48000, 2},
        {MADE_MP3, 44100, 2},       {MADE_MP3, 22050, 1},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        make_sound(path, kinds[i].format, kinds[i].rate, kinds[i].channels, 2, 400);
        struct clip clip = load();
        if (labs((long)clip.frames - 2L * SOUND_RATE) > SOUND_RATE / 20)
            fail_msg("kind %zu: %zu frames", i, clip.frames);
        assert_true(fabs(pitch_of(&clip) - 400) < 6);
        free(clip.samples);
    }
}

static void its_ending_says_nothing(void **state)
{
    (void)state;
    static const unsigned char midi[] = "MThd\0\0\0\6\0\0\0\1\0\140";
    static const unsigned char module[] = "Extended Module: and so on, for a while longer";
    make_bytes(path, midi, sizeof midi);
    assert_refused("none of WAV");
    make_bytes(path, module, sizeof module);
    assert_refused("none of WAV");
    make_sound(path, MADE_AIFF, 44100, 1, 1, 400);
    assert_refused("none of WAV");
}

/* Behind an ID3 tag the decoder looks again at what it is. */
static void a_tag_lets_nothing_in(void **state)
{
    (void)state;
    make_sound(path, MADE_AIFF, 44100, 1, 1, 400);
    size_t length = size_of_file(path);
    unsigned char *bytes = malloc(length + 10);
    memcpy(bytes, "ID3\3\0\0\0\0\0\0", 10);
    FILE *file = fopen(path, "rb");
    assert_int_equal(fread(bytes + 10, 1, length, file), length);
    fclose(file);
    make_bytes(path, bytes, length + 10);
    free(bytes);
    struct clip clip;
    char why[SOUND_WHY];
    assert_false(sound_file_load(path, &limit, &clip, why));
}

static void what_cannot_be_read_is_said(void **state)
{
    (void)state;
    unlink(path);
    assert_refused("No such file");
    make_bytes(path, "", 0);
    assert_refused("it is empty");
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused("not a regular file");
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_refused("it is a directory");
    rmdir(path);
    assert_int_equal(symlink("/dev/zero", path), 0);
    assert_refused("not a regular file");
    unlink(path);
}

static void limits_hold(void **state)
{
    (void)state;
    make_sound(path, MADE_FLAC, 8000, 1, 10, 400);
    struct clip clip = load();
    assert_in_range(clip.frames, 10 * SOUND_RATE - 500, 10 * SOUND_RATE + 500);
    free(clip.samples);
    make_sound(path, MADE_FLAC, 8000, 1, 10.1, 400);
    assert_refused("longer than 10 seconds");
    make_sound(path, MADE_WAV, 96000, 2, 11, 400);
    assert_refused("too large");
    make_sound(path, MADE_WAV, 44100, 6, 1, 400);
    assert_refused("more than two channels");
    make_sound(path, MADE_WAV, 2000, 1, 1, 400);
    assert_refused("sample rate");
}

/* A header that claims four gigabytes and holds a tenth of a second. */
static void what_a_header_claims_is_not_believed(void **state)
{
    (void)state;
    make_sound(path, MADE_WAV, 44100, 1, 1, 400);
    int fd = open(path, O_WRONLY);
    assert_int_equal(pwrite(fd, "\xF0\xFF\xFF\xFF", 4, 4), 4);
    assert_int_equal(pwrite(fd, "\xF0\xFF\xFF\xFF", 4, 40), 4);
    close(fd);
    make_shorter(path, 44 + 8820);
    struct clip clip = load();
    assert_in_range(clip.frames, 4700, 4900);
    free(clip.samples);
}

/* Cut anywhere, or with any byte changed: some of it, or a reason; never a crash. */
static void damage_is_survived(void **state)
{
    (void)state;
    static const enum made_format formats[] = {MADE_WAV, MADE_FLAC, MADE_OGG, MADE_OPUS, MADE_MP3};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
        uint32_t seed = 1;
        for (int round = 0; round < 60; round++) {
            make_sound(path, formats[f], 48000, 1, 0.3, 400);
            size_t length = size_of_file(path);
            if (round < 20)
                make_shorter(path, length * (size_t)round / 20);
            int fd = open(path, O_WRONLY);
            for (int i = 0; round >= 20 && i < 8; i++) {
                seed = seed * 1664525 + 1013904223;
                unsigned char byte = (unsigned char)(seed >> 24);
                size_t at = (seed >> 4) % (round % 2 == 0 ? length : 200);
                assert_int_equal(pwrite(fd, &byte, 1, (off_t)at), 1);
            }
            close(fd);
            struct clip clip;
            char why[SOUND_WHY] = "";
            if (sound_file_load(path, &limit, &clip, why))
                assert_true(clip.frames <= 10U * SOUND_RATE + 500);
            else
                assert_true(why[0] != '\0');
            free(clip.samples);
        }
    }
}

static void wild_samples_are_tamed(void **state)
{
    (void)state;
    make_sound(path, MADE_WAV_FLOAT, 48000, 1, 0.1, 400);
    static const uint32_t wild[] = {0x7FC00000, 0x7F800000, 0xFF800000, 0x7F7FFFFF, 0xFFFFFFFF};
    int fd = open(path, O_WRONLY);
    size_t length = size_of_file(path);
    assert_int_equal(pwrite(fd, wild, sizeof wild, (off_t)(length - 400)), sizeof wild);
    close(fd);
    char why[SOUND_WHY];
    struct sound_file *file = sound_file_open(path, &limit, why);
    static float pairs[2 * 8000];
    size_t got = sound_file_read(file, pairs, 8000);
    assert_int_equal(got, 4800);
    for (size_t i = 0; i < 2 * got; i++)
        assert_true(pairs[i] >= -1 && pairs[i] <= 1);
    assert_int_equal(sound_file_read(file, pairs, 10), 0);
    assert_true(sound_file_rewind(file));
    assert_int_equal(sound_file_read(file, pairs, 10), 10);
    sound_file_close(file);
    sound_file_close(NULL);
}

static int make_folder(void **state)
{
    (void)state;
    /* In memory where that can be had: a disk may write every new file through. */
    strcpy(folder, "/dev/shm/unknot-file-XXXXXX");
    if (mkdtemp(folder) == NULL)
        strcpy(folder, "/tmp/unknot-file-XXXXXX");
    if (access(folder, F_OK) != 0 && mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/sound", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_keeps_its_length_and_pitch),
        cmocka_unit_test(its_ending_says_nothing),
        cmocka_unit_test(a_tag_lets_nothing_in),
        cmocka_unit_test(what_cannot_be_read_is_said),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(what_a_header_claims_is_not_believed),
        cmocka_unit_test(damage_is_survived),
        cmocka_unit_test(wild_samples_are_tamed),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

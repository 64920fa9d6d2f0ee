// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "sound/lines.h"
#include "sound/make_sound.h"
#include "sound/measure.h"
#include "sound/pcm.h"
#include "sound/recorded.h"
#include "sound/thread.h"
#include "sound/voice.h"
#include "timeline/line_id.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char text[] = "Switch to the right side.";
static char folder[64], path[160];

static tick length_of(struct voice *voice, const char *line)
{
    struct voice_measure measure = voice_measure_of(voice);
    return measure.length(measure.context, line);
}

static void a_recording_is_as_loud_as_the_voice_without_its_silence(void **state)
{
    (void)state;
    enum { RATE = SOUND_RATE };
    static int16_t samples[3 * RATE];
    for (size_t i = RATE; i < (size_t)2 * RATE; i++)
        samples[i] = (int16_t)(800 * sin((double)i * 0.1));
    size_t kept = pcm_trim(samples, (size_t)3 * RATE, RATE);
    assert_in_range(kept, RATE + RATE * 65 / 1000, RATE + RATE * 100 / 1000);
    assert_true(abs(samples[0]) == 0 && abs(samples[RATE / 50]) > 0);
    static int16_t silence[RATE];
    assert_int_equal(pcm_trim(silence, RATE, RATE), RATE);
    assert_int_equal(pcm_trim(silence, 3, RATE), 3);
    assert_int_equal(pcm_trim(silence, 0, RATE), 0);

    make_sound(path, MADE_FLAC, 44100, 2, 3, 300);
    struct clip clip;
    assert_true(recorded_load(folder, text, true, &clip));
    float heard[RATE];
    for (size_t i = 0; i < RATE; i++)
        heard[i] = (float)clip.samples[RATE + i] / 32768.0F;
    assert_true(fabs(measure_rms(heard, RATE) / (double)PCM_LOUDNESS - 1) < 0.03);
    assert_int_equal(clip.samples[0], 0);
    free(clip.samples);
}

static void a_line_is_as_long_as_its_recording(void **state)
{
    (void)state;
    struct voice *voice = voice_create();
    tick spoken = length_of(voice, text);
    make_sound(path, MADE_FLAC, 22050, 1, 3, 300);
    voice_set_manner(voice, &(struct voice_manner){.recordings = folder, .warn = true});
    assert_in_range(length_of(voice, text), 2990 * TICK_MS, 3010 * TICK_MS);
    tick other = length_of(voice, "Switch to the left side.");
    assert_true(other < 2 * spoken);
    voice_set_manner(voice, &(struct voice_manner){0});
    assert_int_equal(length_of(voice, text), spoken);
    voice_destroy(voice);
}

static void a_broken_recording_leaves_it_to_the_voice(void **state)
{
    (void)state;
    struct voice *voice = voice_create();
    tick spoken = length_of(voice, text);
    make_bytes(path, "fLaC and nothing else that makes sense here", 40);
    log_set_level(LOG_ERROR);
    voice_set_manner(voice, &(struct voice_manner){.recordings = folder, .warn = true});
    assert_int_equal(length_of(voice, text), spoken);
    make_sound(path, MADE_FLAC, 22050, 1, 31, 300);
    struct clip clip;
    assert_false(recorded_load(folder, text, true, &clip));
    assert_false(recorded_load(NULL, text, true, &clip));
    log_set_level(LOG_WARNING);
    voice_destroy(voice);
}

static void the_worker_takes_the_recording(void **state)
{
    (void)state;
    make_sound(path, MADE_FLAC, 44100, 1, 3, 300);
    struct lines *lines =
        lines_create(1, &(struct voice_manner){.recordings = folder, .warn = true});
    struct line_clip *recorded = lines_take(lines, text, 0);
    struct line_clip *spoken = lines_take(lines, "Rest.", 0);
    while (!atomic_load(&recorded->clip.ready) || !atomic_load(&spoken->clip.ready))
        thread_sleep(TICK_MS);
    assert_in_range(recorded->clip.frames, 3 * SOUND_RATE - 500, 3 * SOUND_RATE + 500);
    assert_in_range(spoken->clip.frames, SOUND_RATE / 4, SOUND_RATE);
    lines_release(lines, recorded);
    lines_release(lines, spoken);
    lines_destroy(lines);
}

static int make_folder(void **state)
{
    (void)state;
    char id[LINE_ID_SIZE];
    strcpy(folder, "/tmp/unknot-recorded-XXXXXX");
    line_id(text, id);
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/%s.flac", folder, id);
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
        cmocka_unit_test(a_recording_is_as_loud_as_the_voice_without_its_silence),
        cmocka_unit_test(a_line_is_as_long_as_its_recording),
        cmocka_unit_test(a_broken_recording_leaves_it_to_the_voice),
        cmocka_unit_test(the_worker_takes_the_recording),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "sound/cues.h"
#include "sound/make_sound.h"
#include "sound/measure.h"
#include "sound/mix.h"
#include "sound/sound.h"
#include "sound/thread.h"

#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <SDL.h>

enum {
    CHUNK = 1024,
    PATIENCE = 120000, /* milliseconds until something that is waited for never comes */
};

/* The player's clock, driven by the device: each call from the audio thread is one chunk later, and
 * waits for the test when it is that far. A recorded session is then exact to the frame, however
 * fast the driver and however busy the machine is. */
static atomic_int chunks, permitted;
static pthread_t test_thread;
static char folder[64];

static tick time_of_chunk(int chunk)
{
    return (tick)llround((double)chunk * CHUNK * 1e6 / SOUND_RATE);
}

static tick now(void)
{
    return time_of_chunk(atomic_load(&chunks));
}

static tick clock_of_device(void)
{
    if (pthread_equal(pthread_self(), test_thread))
        return now();
    while (atomic_load(&chunks) >= atomic_load(&permitted))
        thread_sleep(TICK_MS / 5);
    return time_of_chunk(atomic_fetch_add(&chunks, 1));
}

static const char *in_folder(const char *name)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void use_driver(const char *driver, const char *file)
{
    SDL_setenv("SDL_AUDIODRIVER", driver, 1);
    SDL_setenv("SDL_DISKAUDIOFILE", file, 1);
    SDL_setenv("SDL_DISKAUDIODELAY", "1", 1);
    atomic_store(&chunks, 0);
    atomic_store(&permitted, INT_MAX);
}

static const struct sound_options usual = {
    .voice = false, .volume = 100, .volumes = BUS_FULL, .speed = 1};

static struct sound *open_sound(const struct sound_options *options)
{
    struct sound *sound = sound_create(options, clock_of_device);
    for (int i = 0; i < PATIENCE && !sound_ready(sound); i++)
        thread_sleep(TICK_MS);
    assert_true(sound_ready(sound));
    return sound;
}

/* From here on the device's time stands still, but for wait_until. */
static void hold_time(void)
{
    atomic_store(&permitted, atomic_load(&chunks) + 1);
}

static void let_time_go(void)
{
    atomic_store(&permitted, INT_MAX);
}

static void wait_until(struct sound *sound, tick until)
{
    while (now() < until) {
        if (atomic_load(&chunks) == atomic_load(&permitted))
            atomic_fetch_add(&permitted, 1);
        sound_tend(sound, now());
        thread_sleep(TICK_MS / 5);
    }
}

/* Hands out cues as a session does, a third of a second ahead; gives the time of the first. */
static tick play_cues(struct sound *sound, const struct cue *cues, size_t count)
{
    const tick ahead = 300 * TICK_MS;
    hold_time();
    tick start = now() + TICK_S;
    for (size_t i = 0; i < count; i++) {
        wait_until(sound, start + cues[i].at - ahead);
        sound_cue(sound, &cues[i], start + cues[i].at);
    }
    wait_until(sound, start + cues[count - 1].at + 5 * TICK_S);
    let_time_go();
    return start;
}

struct recording {
    float *samples;
    size_t count;
    long offset; /* frames before the mixer's first one */
};

static struct recording read_recording(const char *path)
{
    struct recording recording = {NULL, 0, 0};
    struct stat status;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &status), 0);
    size_t frames = (size_t)status.st_size / 4;
    int16_t *raw = malloc(frames * 4 + 4);
    recording.count = fread(raw, 4, frames, file);
    recording.samples = malloc((recording.count + 1) * sizeof(float));
    for (size_t i = 0; i < recording.count; i++)
        recording.samples[i] = (float)raw[2 * i] / 32768.0F;
    free(raw);
    fclose(file);
    return recording;
}

static double likeness(const float *heard, const struct clip *clip, size_t count)
{
    double sum = 0, ours = 0, theirs = 0;
    for (size_t i = 0; i < count; i++) {
        double expected = clip->samples[i] / 32768.0;
        sum += (double)heard[i] * expected;
        ours += (double)heard[i] * (double)heard[i];
        theirs += expected * expected;
    }
    return ours > 0 ? sum / sqrt(ours * theirs) : 0;
}

/* Where within `around` frames of `place` the clip is found by its shape; -1 when nothing is like
 * it. */
static long find_clip(const struct recording *recording, const struct clip *clip, long place,
                      long around)
{
    enum { SHAPE = SOUND_RATE / 8 };
    double best = 0.9;
    long found = -1;
    for (long at = place - around; at < place + around; at++) {
        if (at < 0 || (size_t)at + SHAPE > recording->count)
            continue;
        double like = likeness(recording->samples + at, clip, SHAPE);
        if (like > best) {
            best = like;
            found = at;
        }
    }
    return found;
}

static long frame_at(tick due)
{
    return lround((double)(due - MIX_LATENCY) * SOUND_RATE / 1e6);
}

/* The driver writes silence before the mixer is hooked in, whole chunks of it: where the first
 * sound is says how many. From then on, everything is exact. */
static void settle(struct recording *recording, tick due)
{
    size_t first = 0;
    while (first < recording->count && recording->samples[first] == 0)
        first++;
    long late = (long)first - frame_at(due);
    recording->offset = lround((double)late / CHUNK) * CHUNK;
    assert_true(recording->offset >= 0 && labs(late - recording->offset) < CHUNK / 4);
}

static void assert_heard(const struct recording *recording, enum cue_kind kind, tick due)
{
    struct clip clip = {.samples = NULL};
    cues_render(kind, &clip);
    long place = frame_at(due) + recording->offset;
    long found = find_clip(recording, &clip, place, CHUNK);
    free(clip.samples);
    if (labs(found - place) > 2)
        fail_msg("%s is at frame %ld, not %ld", cue_kind_name(kind), found, place);
}

static double level(const struct recording *recording, tick at, tick length)
{
    size_t first = (size_t)(frame_at(at) + recording->offset);
    size_t count = (size_t)(length * SOUND_RATE / TICK_S);
    assert_true(first + count <= recording->count);
    return measure_rms(recording->samples + first, count);
}

static void a_recorded_session_has_every_cue_at_its_place(void **state)
{
    (void)state;
    static const struct cue cues[] = {
        {.at = 0, .kind = CUE_STEP_START},
        {.at = 2600 * TICK_MS, .kind = CUE_REP},
        {.at = 3100 * TICK_MS, .kind = CUE_REP_TOP},
        {.at = 4 * TICK_S, .kind = CUE_BREATHE_IN, .length = 3 * TICK_S},
        {.at = 7 * TICK_S, .kind = CUE_HALFWAY},
        {.at = 9 * TICK_S, .kind = CUE_SAY, .text = "Switch to the right side."},
        {.at = 12 * TICK_S, .kind = CUE_SWITCH},
        {.at = 14500 * TICK_MS, .kind = CUE_LAST_SECONDS},
        {.at = 15500 * TICK_MS, .kind = CUE_LAST_SECONDS},
        {.at = 16500 * TICK_MS, .kind = CUE_STEP_DONE},
        {.at = 19500 * TICK_MS, .kind = CUE_SESSION_DONE},
    };
    enum { COUNT = sizeof cues / sizeof *cues };
    struct timeline timeline = {.cues = (struct cue *)cues, .cue_count = COUNT};
    use_driver("disk", in_folder("session.raw"));
    struct sound_options options = usual;
    options.voice = true;
    struct sound *sound = sound_create(&options, clock_of_device);
    sound_prepare(sound, &timeline, 0);
    while (!sound_ready(sound))
        thread_sleep(TICK_MS);
    tick start = play_cues(sound, cues, COUNT);
    assert_true(sound_silent(sound));
    sound_destroy(sound);

    struct recording recording = read_recording(in_folder("session.raw"));
    settle(&recording, start);
    for (size_t i = 0; i < COUNT; i++)
        if (cues[i].kind != CUE_SAY && cues[i].kind != CUE_BREATHE_IN)
            assert_heard(&recording, cues[i].kind, start + cues[i].at);
    tick breath = start + 4 * TICK_S, line = start + 9 * TICK_S;
    assert_true(level(&recording, breath + 1800 * TICK_MS, 300 * TICK_MS) > 0.04);
    assert_true(level(&recording, breath, 200 * TICK_MS) < 0.01);
    assert_true(level(&recording, breath + 3020 * TICK_MS - 200 * TICK_MS, 100 * TICK_MS) < 0.02);
    assert_true(level(&recording, line - 200 * TICK_MS, 190 * TICK_MS) < 0.002);
    assert_true(level(&recording, line, 1500 * TICK_MS) > 0.05);
    assert_true(measure_peak(recording.samples, recording.count) < 0.95);
    assert_true(level(&recording, start - 800 * TICK_MS, 700 * TICK_MS) == 0);
    free(recording.samples);
}

static int count_lost(void *context, SDL_Event *event)
{
    if (event->type == SDL_AUDIODEVICEREMOVED)
        atomic_fetch_add((atomic_int *)context, 1);
    return 0;
}

static void a_device_lost_at_once_is_tried_again_and_again(void **state)
{
    (void)state;
    use_driver("disk", "/dev/full");
    atomic_int lost = 0;
    SDL_AddEventWatch(count_lost, &lost);
    struct sound *sound = open_sound(&usual);
    static const struct cue rep = {.kind = CUE_REP};
    for (int i = 0; i < PATIENCE && atomic_load(&lost) < 3; i++) {
        /* Time flies, so that no pause between two tries is waited for. */
        sound_tend(sound, (tick)i * TICK_S);
        sound_cue(sound, &rep, now() + 100 * TICK_MS);
        thread_sleep(TICK_MS);
    }
    SDL_DelEventWatch(count_lost, &lost);
    assert_true(atomic_load(&lost) >= 3);
    sound_destroy(sound);
}

static void no_device_is_no_error(void **state)
{
    (void)state;
    use_driver("no-such-driver", "");
    struct sound_options options = usual;
    options.voice = true;
    struct sound *sound = open_sound(&options);
    static const struct cue cues[] = {{.kind = CUE_SAY, .text = "Nobody hears this."},
                                      {.kind = CUE_BREATHE_OUT, .length = TICK_S}};
    for (int i = 0; i < 1000; i++) {
        sound_cue(sound, &cues[i % 2], (tick)i * TICK_MS);
        sound_now(sound, CUE_PAUSE);
        sound_flush(sound);
        assert_false(sound_tend(sound, (tick)i * 20 * TICK_MS));
    }
    for (int i = 0; i < PATIENCE && !sound_silent(sound); i++)
        thread_sleep(TICK_MS);
    assert_true(sound_silent(sound));
    sound_set_volume(sound, 10, true);
    sound_destroy(sound);
    sound_destroy(NULL);
}

static void sound_comes_back_with_a_device(void **state)
{
    (void)state;
    use_driver("no-such-driver", "");
    struct sound *sound = open_sound(&usual);
    assert_false(sound_tend(sound, 0));
    use_driver("disk", in_folder("back.raw"));
    bool open = false;
    for (int i = 0; i < PATIENCE && !open; i++) {
        open = sound_tend(sound, (tick)i * TICK_S);
        thread_sleep(TICK_MS);
    }
    assert_true(open);
    static const struct cue rep = {.kind = CUE_STEP_START};
    tick start = play_cues(sound, &rep, 1);
    sound_destroy(sound);
    struct recording recording = read_recording(in_folder("back.raw"));
    settle(&recording, start);
    assert_heard(&recording, CUE_STEP_START, start);
    free(recording.samples);
}

static void push(Uint32 type, Uint32 which)
{
    SDL_Event event = {.adevice = {.type = type, .which = which}};
    SDL_PushEvent(&event);
    SDL_FlushEvents(SDL_AUDIODEVICEADDED, SDL_AUDIODEVICEREMOVED);
}

static void a_thousand_device_events_are_survived(void **state)
{
    (void)state;
    use_driver("disk", in_folder("events.raw"));
    struct sound *sound = open_sound(&usual);
    static const struct cue out = {.kind = CUE_BREATHE_OUT, .length = TICK_S};
    for (int i = 0; i < 1000; i++) {
        push(i % 2 == 0 ? SDL_AUDIODEVICEREMOVED : SDL_AUDIODEVICEADDED, (Uint32)(i % 5));
        sound_tend(sound, (tick)i * TICK_S);
        sound_cue(sound, &out, now() + 50 * TICK_MS);
    }
    bool open = false;
    for (int i = 0; i < PATIENCE && !open; i++) {
        open = sound_tend(sound, (tick)(2000 + i) * TICK_S);
        thread_sleep(TICK_MS);
    }
    assert_true(open);
    /* An event of a device that is not ours closes nothing. */
    push(SDL_AUDIODEVICEREMOVED, 0);
    assert_true(sound_tend(sound, (2000 + PATIENCE) * TICK_S));
    sound_destroy(sound);
}

static void leaving_in_the_middle_of_a_sound_does_not_click(void **state)
{
    (void)state;
    use_driver("disk", in_folder("leave.raw"));
    struct sound *sound = open_sound(&usual);
    hold_time();
    sound_now(sound, CUE_SESSION_DONE);
    wait_until(sound, now() + TICK_S);
    assert_false(sound_silent(sound));
    let_time_go();
    sound_destroy(sound);
    struct recording recording = read_recording(in_folder("leave.raw"));
    assert_true(measure_peak(recording.samples, recording.count) > 0.05);
    assert_true(measure_peak(recording.samples + recording.count - 64, 64) < 0.001);
    assert_true(measure_step(recording.samples, recording.count) < 0.035);
    free(recording.samples);
}

/* Time flies here; where the file's thread comes late, that is soft, too. */
static void assert_soft_ambience(const char *path)
{
    struct recording recording = read_recording(path);
    assert_true(measure_peak(recording.samples, recording.count) > 0.1);
    assert_true(measure_step(recording.samples, recording.count) < 0.01);
    free(recording.samples);
}

static void play_ambience(struct sound *sound)
{
    hold_time();
    tick until = now() + 8 * TICK_S;
    while (now() < until) {
        wait_until(sound, now() + TICK_S / 2);
        thread_sleep(140 * TICK_MS); /* the file's thread looks three times a second */
    }
    let_time_go();
}

static void ambience_comes_back_with_a_device(void **state)
{
    (void)state;
    make_sound(in_folder("ambience.flac"), MADE_FLAC, 44100, 2, 3, 200);
    static char file[128];
    strcpy(file, in_folder("ambience.flac"));
    use_driver("disk", in_folder("before.raw"));
    struct sound_options options = usual;
    options.ambience = file;
    struct sound *sound = open_sound(&options);
    sound_set_ambience(sound, true);
    play_ambience(sound);
    use_driver("disk", in_folder("after.raw"));
    push(SDL_AUDIODEVICEREMOVED, 2);
    bool lost = false, open = false;
    for (int i = 1; i < PATIENCE && !(lost && open); i++) {
        open = sound_tend(sound, (tick)i * TICK_S);
        lost = lost || !open;
        thread_sleep(TICK_MS);
    }
    assert_true(lost && open);
    play_ambience(sound);
    sound_destroy(sound);
    assert_soft_ambience(in_folder("before.raw"));
    assert_soft_ambience(in_folder("after.raw"));
}

static void own_sounds_replace_the_built_in_ones(void **state)
{
    (void)state;
    make_sound(in_folder("rep.wav"), MADE_WAV, 22050, 1, 0.5, 900);
    /* None of these may be played, or even decoded; the built-in cue is. */
    make_bytes(in_folder("halfway.ogg"), "MThd\0\0\0\6\0\0\0\1\0\140", 14);
    make_bytes(in_folder("step-done.mp3"), "", 0);
    make_bytes(in_folder("step-start.flac"), "fLaC\0\0\0\42garbage that is no FLAC", 32);
    mkdir(in_folder("switch-sides.wav"), 0700);
    static const struct cue cues[] = {{.at = 0, .kind = CUE_REP},
                                      {.at = TICK_S, .kind = CUE_HALFWAY},
                                      {.at = 3 * TICK_S, .kind = CUE_STEP_DONE},
                                      {.at = 6 * TICK_S, .kind = CUE_STEP_START},
                                      {.at = 9 * TICK_S, .kind = CUE_SWITCH}};
    use_driver("disk", in_folder("own.raw"));
    struct sound_options options = usual;
    options.cues = folder;
    log_set_level(LOG_ERROR);
    struct sound *sound = open_sound(&options);
    log_set_level(LOG_WARNING);
    tick start = play_cues(sound, cues, 5);
    sound_destroy(sound);
    struct recording recording = read_recording(in_folder("own.raw"));
    settle(&recording, start);
    for (size_t i = 1; i < 5; i++)
        assert_heard(&recording, cues[i].kind, start + cues[i].at);
    const float *rep = recording.samples + frame_at(start) + recording.offset + SOUND_RATE / 10;
    assert_in_range((long)measure_pitch(rep, SOUND_RATE / 4), 894, 906);
    free(recording.samples);
}

static int make_folder(void **state)
{
    (void)state;
    test_thread = pthread_self();
    strcpy(folder, "/tmp/unknot-sound-XXXXXX");
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    static const char *const files[] = {"session.raw",   "back.raw",        "events.raw",
                                        "leave.raw",     "own.raw",         "rep.wav",
                                        "halfway.ogg",   "step-start.flac", "step-done.mp3",
                                        "ambience.flac", "before.raw",      "after.raw"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(in_folder(files[i]));
    rmdir(in_folder("switch-sides.wav"));
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recorded_session_has_every_cue_at_its_place),
        cmocka_unit_test(a_device_lost_at_once_is_tried_again_and_again),
        cmocka_unit_test(no_device_is_no_error),
        cmocka_unit_test(sound_comes_back_with_a_device),
        cmocka_unit_test(a_thousand_device_events_are_survived),
        cmocka_unit_test(ambience_comes_back_with_a_device),
        cmocka_unit_test(leaving_in_the_middle_of_a_sound_does_not_click),
        cmocka_unit_test(own_sounds_replace_the_built_in_ones),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

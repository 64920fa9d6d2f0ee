// SPDX-License-Identifier: MIT
/* Measures, in real time, how far from its place each cue is heard: plays cues at uneven times
 * through whatever sound server is there, records what the server plays (parec, from the monitor of
 * the sink called "out"), finds each cue by its shape and prints how the distances spread. No test:
 * it depends on the machine and takes as long as it says. Run it with tests/sound/latency. */
#include "sound/cues.h"
#include "sound/sound.h"
#include "sound/thread.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CHUNK = 480, SHAPE = SOUND_RATE / 20, MOST_CUES = 20000 };

struct recorder {
    pthread_t thread;
    FILE *pipe;
    int16_t *samples; /* one channel */
    size_t count, capacity;
    /* Sums for the straight line through (frames recorded, time of arrival): the server's frames
     * are not exactly 1/48000 s long. Microseconds since `begin`. */
    double n, x, y, xx, xy;
    tick begin;
    atomic_bool over;
};

static tick now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (tick)time.tv_sec * TICK_S + (tick)time.tv_nsec / 1000;
}

static void *record(void *context)
{
    struct recorder *recorder = context;
    int16_t chunk[2 * CHUNK];
    size_t got;
    while (!atomic_load(&recorder->over) && (got = fread(chunk, 4, CHUNK, recorder->pipe)) > 0) {
        for (size_t i = 0; i < got && recorder->count < recorder->capacity; i++)
            recorder->samples[recorder->count++] = chunk[2 * i];
        double frames = (double)recorder->count, arrival = (double)(now() - recorder->begin);
        recorder->n += 1;
        recorder->x += frames;
        recorder->y += arrival;
        recorder->xx += frames * frames;
        recorder->xy += frames * arrival;
    }
    return NULL;
}

static double likeness(const int16_t *heard, const int16_t *shape)
{
    double sum = 0, ours = 1, theirs = 1;
    for (int i = 0; i < SHAPE; i++) {
        sum += (double)heard[i] * shape[i];
        ours += (double)heard[i] * heard[i];
        theirs += (double)shape[i] * shape[i];
    }
    return sum / sqrt(ours * theirs);
}

static long find(const struct recorder *recorder, const int16_t *shape, long from, long to)
{
    double best = 0.95;
    long found = -1;
    for (long at = from < 0 ? 0 : from; at < to && (size_t)at + SHAPE < recorder->count; at++) {
        if (abs(recorder->samples[at + SHAPE / 4]) + abs(recorder->samples[at + SHAPE / 4 + 20]) <
            200)
            continue;
        double like = likeness(recorder->samples + at, shape);
        if (like > best) {
            best = like;
            found = at;
        }
    }
    return found;
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static size_t play(double seconds, tick *dues)
{
    struct sound *sound =
        sound_create(&(struct sound_options){.volume = 100, .volumes = BUS_FULL, .speed = 1}, now);
    while (!sound_ready(sound))
        thread_sleep(5 * TICK_MS);
    static const struct cue rep = {.kind = CUE_LAST_SECONDS};
    tick end = now() + tick_from_seconds(seconds), due = now() + TICK_S;
    size_t count = 0;
    while (due < end && count < MOST_CUES) {
        while (now() < due - 300 * TICK_MS) {
            sound_tend(sound, now());
            thread_sleep(10 * TICK_MS);
        }
        sound_cue(sound, &rep, due);
        dues[count++] = due;
        due += 700 * TICK_MS + (tick)((count * 7919) % 600) * TICK_MS;
    }
    thread_sleep(2 * TICK_S);
    sound_destroy(sound);
    return count;
}

static void report(const struct recorder *recorder, const tick *dues, size_t count)
{
    struct clip clip = {.samples = NULL};
    cues_render(CUE_LAST_SECONDS, &clip);
    double *away = calloc(count + 1, sizeof *away), *spread = calloc(count + 1, sizeof *spread);
    size_t found = 0;
    double period = (recorder->n * recorder->xy - recorder->x * recorder->y) /
                    (recorder->n * recorder->xx - recorder->x * recorder->x);
    double base = (recorder->y - period * recorder->x) / recorder->n;
    printf("the server plays %.2f frames a second\n", 1e6 / period);
    double last = 0;
    for (size_t i = 0; i < count; i++) {
        double place = ((double)(dues[i] - recorder->begin) - base) / period;
        long around = found == 0 ? SOUND_RATE / 2 : SOUND_RATE / 15;
        long middle = lround(place + last);
        long at = find(recorder, clip.samples, middle - around, middle + around);
        if (at < 0) {
            printf("cue %zu of %zu was not found\n", i, count);
            continue;
        }
        last = (double)at - place;
        away[found++] = last * 1000 / SOUND_RATE;
    }
    memcpy(spread, away, found * sizeof *spread);
    qsort(spread, found, sizeof *spread, compare);
    double median = found > 0 ? spread[found / 2] : 0;
    printf("%zu of %zu cues found; median %.2f ms after their place\n", found, count, median);
    for (size_t i = 0; i < found; i++)
        spread[i] = fabs(away[i] - median);
    qsort(spread, found, sizeof *spread, compare);
    if (found > 0)
        printf("from the median: half within %.2f ms, 99%% within %.2f ms, all within %.2f ms\n",
               spread[found / 2], spread[(found - 1) * 99 / 100], spread[found - 1]);
    double first = 0, second = 0;
    size_t half = found / 2;
    for (size_t i = 0; i < half; i++) {
        first += away[i];
        second += away[found - 1 - i];
    }
    if (half > 0)
        printf("second half against the first: %+.2f ms\n", (second - first) / (double)half);
    free(away);
    free(spread);
    free(clip.samples);
}

int main(int argc, char **argv)
{
    double seconds = argc > 1 ? atof(argv[1]) : 60;
    static tick dues[MOST_CUES];
    struct recorder recorder = {.capacity = (size_t)((seconds + 10) * SOUND_RATE), .begin = now()};
    recorder.samples = calloc(recorder.capacity, sizeof *recorder.samples);
    recorder.pipe = popen("parec -d out.monitor --raw --format=s16le --rate=48000 --channels=2 "
                          "--latency-msec=10 2>/dev/null",
                          "r");
    if (recorder.pipe == NULL || !thread_start(&recorder.thread, record, &recorder)) {
        fprintf(stderr, "parec cannot be started\n");
        free(recorder.samples);
        return 1;
    }
    thread_sleep(TICK_S);
    size_t count = play(seconds, dues);
    atomic_store(&recorder.over, true);
    pthread_join(recorder.thread, NULL);
    report(&recorder, dues, count);
    free(recorder.samples);
    return pclose(recorder.pipe) == -1;
}

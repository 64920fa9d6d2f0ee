// SPDX-License-Identifier: MIT
/* usage: sound_write_down RECORDING.raw
 * Writes down what is heard in a recorded session (as sound/session makes it, at full volume), from
 * the recording alone: "AT KIND LENGTH", by time, in seconds. KIND is a cue, found by its shape, or
 * "speech", a stretch of it, in which a short pause counts as speech. */
#include "base/arena.h"
#include "sound/clip.h"
#include "sound/hum.h"
#include "sound/recording.h"
#include "sound/seek.h"

#include <stdio.h>
#include <stdlib.h>

#define SPOKEN 0.003 /* of full scale, above 2 kHz */
#define PAUSE 0.32   /* seconds; longer than within nearly any line, shorter than between two */
#define SHORTEST 0.1

struct event {
    double at, length;
    const char *kind;
};

struct events {
    struct event *items;
    size_t count;
};

static void add(struct events *events, double at, const char *kind, double length)
{
    events->items = memory_resize(events->items, (events->count + 1) * sizeof *events->items);
    events->items[events->count++] = (struct event){at, length, kind};
}

static void add_cues(struct events *events, struct recording *recording, size_t count)
{
    struct sought_list cues;
    seek_cues(recording->tones, count, &cues);
    for (size_t i = 0; i < cues.count; i++)
        add(events, cues.items[i].at, cue_kind_name(cues.items[i].kind), 0);
    free(cues.items);
}

static void add_breaths(struct events *events, const struct recording *recording, size_t count)
{
    struct hum_list hums;
    hum_find(recording->tones, count, &hums);
    for (size_t i = 0; i < hums.count; i++)
        add(events, hums.items[i].at, cue_kind_name(hums.items[i].kind), hums.items[i].length);
    free(hums.items);
}

static void add_speech(struct events *events, const struct recording *recording)
{
    double from = 0, until = -1;
    for (size_t i = 0; i < recording->count / (SOUND_RATE / SPEECH_RATE); i++) {
        double at = (double)i / SPEECH_RATE;
        bool spoken = (double)recording->speech[i] > SPOKEN;
        if (until >= 0 && at - until > PAUSE) {
            if (until - from >= SHORTEST)
                add(events, from, "speech", until - from);
            until = -1;
        }
        if (spoken && until < 0)
            from = at;
        if (spoken)
            until = at;
    }
}

static int by_time(const void *a, const void *b)
{
    double left = ((const struct event *)a)->at, right = ((const struct event *)b)->at;
    return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
    struct recording recording;
    struct events events = {NULL, 0};
    if (argc != 2 || !recording_read(&recording, argv[1]))
        return 2;
    size_t tones = recording.count / (SOUND_RATE / TONES_RATE);
    add_cues(&events, &recording, tones);
    add_breaths(&events, &recording, tones);
    add_speech(&events, &recording);
    if (events.count > 0)
        qsort(events.items, events.count, sizeof *events.items, by_time);
    for (size_t i = 0; i < events.count; i++)
        printf("%.3f %s %.3f\n", events.items[i].at, events.items[i].kind, events.items[i].length);
    free(events.items);
    recording_finish(&recording);
    return 0;
}

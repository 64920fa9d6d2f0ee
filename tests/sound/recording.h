// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_RECORDING_H
#define UNKNOT_TESTS_SOUND_RECORDING_H

#include "timeline/timeline.h"

#include <stddef.h>

/* A recorded session, and copies of it in which one kind of sound is easy to find. Nothing but the
 * voice has anything above 2 kHz, and the tones need nothing above it. */
enum {
    TONES_RATE = 6000, /* what is below 2 kHz, at this rate */
    SPEECH_RATE = 500, /* how loud it is above 2 kHz, this often */
};

struct recording {
    double pace; /* how long one of its seconds took; 1 when nothing is said about it */
    size_t count;
    float *samples; /* at SOUND_RATE; of full scale 1 */
    float *tones;
    float *speech;
};

/* Raw signed 16-bit samples of two channels; both must be the same. False, with a message. */
bool recording_read(struct recording *recording, const char *path);
void recording_of(struct recording *recording, float *samples, size_t count); /* takes `samples` */
void recording_finish(struct recording *recording);

/* One sound by itself, to look for. */
struct sample {
    struct recording sound;
    bool spoken;
    double energy; /* of what is compared */
};

struct voice;
/* False for a cue that makes no sound. `after`: the breath before it. */
bool sample_make(struct sample *sample, const struct cue *cue, enum cue_kind after,
                 struct voice *voice);
void sample_finish(struct sample *sample);

struct found {
    double at;   /* seconds into the recording */
    double gain; /* tones: how loud against how it was made; speech: likeness, 1 at the most */
};

/* Looks for it from `at` - `around` to `at` + `around`. */
struct found sample_find(const struct sample *sample, const struct recording *recording, double at,
                         double around);

#endif

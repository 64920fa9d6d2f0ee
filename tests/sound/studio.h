// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_STUDIO_H
#define UNKNOT_TESTS_SOUND_STUDIO_H

#include "sound/mix.h"

/* A mixer on a pretended device: what it plays, in one long recording of its left side. */
enum { STUDIO_CHUNK = 512, STUDIO_RECORDED = 20 * SOUND_RATE };

struct studio {
    struct mix mix;
    tick now;
    size_t frames;
    float recorded[STUDIO_RECORDED];
    bool stereo; /* the right side may differ */
    /* Called before each chunk: what fills the ambience. NULL: nobody. */
    void (*feed)(struct studio *studio);
    struct stream *stream; /* for it */
    size_t fed;
};

struct studio *studio_open(void);
void studio_run(struct studio *studio, double seconds);
void studio_close(struct studio *studio);

/* Largest change from one frame to the next. */
double step_of(const struct studio *studio);
/* Loudness of a tenth of a second. */
double level_at(const struct studio *studio, double seconds);

/* A steady tone with soft ends; `level` of full scale. */
void make_clip(struct clip *clip, double seconds, float hertz, float level);
/* One frame that cannot be missed. */
void make_mark(struct clip *clip);
/* `due` in seconds. */
struct order order_of(const struct clip *clip, enum bus bus, double due);

#endif

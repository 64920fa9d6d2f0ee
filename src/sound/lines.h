// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_LINES_H
#define UNKNOT_SOUND_LINES_H

#include "sound/clip.h"
#include "sound/voice.h"
#include "timeline/timeline.h"

/* Spoken lines, made in a worker before they are due: first those already asked for, then those the
 * timeline says next, as far ahead as LINES_AHEAD and LINES_MOST_BYTES allow. What lies behind the
 * playhead is given up when room is needed. A text that returns is made once.
 */
#define LINES_AHEAD (40 * TICK_S) /* of real time */
enum {
    LINES_MOST = 64,
    LINES_MOST_BYTES = 4 * 1024 * 1024, /* 43 s of nothing but speech */
};

struct line_clip {
    struct clip clip; /* no frames when the text gives no sound */
    char *text;       /* NULL: free place */
    int users;        /* orders that play it */
    bool making;      /* the worker has it in hand, outside the lock */
    tick last_needed; /* place on the timeline */
};

struct lines;

/* Starts the worker; NULL when no thread can be had. `speed`: of the session. What `manner` points
 * to must outlive it. */
struct lines *lines_create(double speed, const struct voice_manner *manner);
/* Makes no more lines, and no longer looks at the timeline or the manner; what is made stays. Waits
 * for the line in hand, at most some tens of milliseconds. NULL is fine. */
void lines_stop(struct lines *lines);
/* NULL is fine. */
void lines_destroy(struct lines *lines);

/* From now on they are spoken in another manner, and what was made is made anew. What the old one
 * points to is looked at until lines_settled. */
void lines_set_manner(struct lines *lines, const struct voice_manner *manner);
bool lines_settled(struct lines *lines);

/* The lines of `timeline` from `position` on are wanted. It must outlive the next call. */
void lines_prepare(struct lines *lines, const struct timeline *timeline, tick position);
/* Instead of a position: words that belong to none. */
#define LINES_ASIDE (-TICK_S)
/* In the words of this kind of device; at first in a keyboard's. */
void lines_set_device(struct lines *lines, enum device_kind device);
/* The clip of a text due at `position`, ready or being made; NULL when there is no room. Each take
 * needs a lines_release. */
struct line_clip *lines_take(struct lines *lines, const char *text, tick position);
void lines_release(struct lines *lines, struct line_clip *line);

/* True when no line is left to be made within the window. */
bool lines_idle(struct lines *lines);
/* Bytes of samples held, for tests and the doctor. */
size_t lines_held(struct lines *lines);

#endif

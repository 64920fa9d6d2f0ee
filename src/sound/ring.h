// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_RING_H
#define UNKNOT_SOUND_RING_H

#include "base/tick.h"
#include "sound/bus.h"
#include "sound/clip.h"
#include "timeline/timeline.h"

/* One thread puts, one takes, neither ever waits: how the main thread and the audio thread talk. */
struct order {
    enum order_kind { ORDER_PLAY, ORDER_FLUSH } kind;
    enum bus bus;
    enum cue_kind cue;
    enum cue_kind after;     /* breath: the breath cue before it */
    tick due;                /* on the player's clock */
    tick patience;           /* how late it may still begin; later, it is left out */
    size_t frames;           /* breath: length of the phase; else 0: all of the clip */
    const struct clip *clip; /* NULL: a breath tone; may become ready after it was ordered */
    void *owner;             /* of the clip; comes back with the order */
    int64_t began;           /* device frame it began at, or one of the two below */
};

enum {
    ORDER_MISSED = -1,    /* could not begin in time */
    ORDER_FORGOTTEN = -2, /* flushed, or there was no device */
};

enum { RING_SIZE = 256 }; /* a power of two */

struct ring {
    struct order orders[RING_SIZE];
    atomic_uint head, tail; /* next to take, next to put; both only ever grow */
};

void ring_init(struct ring *ring);
/* False when there is no room. */
bool ring_put(struct ring *ring, const struct order *order);
/* False when there is nothing. */
bool ring_take(struct ring *ring, struct order *order);

#endif

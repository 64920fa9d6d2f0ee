// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_STREAM_H
#define UNKNOT_SOUND_STREAM_H

#include <stdatomic.h>
#include <stddef.h>

/* A second of sound on its way from the thread that reads a file to the one that mixes: one puts,
 * one takes, neither ever waits. Frames are pairs of samples of full scale 1, at SOUND_RATE. */
enum { STREAM_FRAMES = 65536 }; /* a power of two */

struct stream {
    float pairs[2 * STREAM_FRAMES];
    atomic_uint head, tail; /* next to take, next to put; both only ever grow */
};

void stream_init(struct stream *stream);
/* Frames that can be put now; for the putting thread. */
size_t stream_room(const struct stream *stream);
/* At most stream_room(). */
void stream_put(struct stream *stream, const float *pairs, size_t frames);
/* Frames that can be taken now; for the taking thread. */
size_t stream_filled(const struct stream *stream);
/* As many as there are, `frames` at most; gives how many. */
size_t stream_take(struct stream *stream, float *pairs, size_t frames);

#endif

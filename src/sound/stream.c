// SPDX-License-Identifier: MIT
#include "sound/stream.h"

#include <string.h>

void stream_init(struct stream *stream)
{
    atomic_init(&stream->head, 0);
    atomic_init(&stream->tail, 0);
}

size_t stream_room(const struct stream *stream)
{
    unsigned tail = atomic_load_explicit(&stream->tail, memory_order_relaxed);
    return STREAM_FRAMES - (tail - atomic_load_explicit(&stream->head, memory_order_acquire));
}

size_t stream_filled(const struct stream *stream)
{
    unsigned head = atomic_load_explicit(&stream->head, memory_order_relaxed);
    return atomic_load_explicit(&stream->tail, memory_order_acquire) - head;
}

static size_t until_edge(unsigned at, size_t frames)
{
    size_t left = STREAM_FRAMES - at % STREAM_FRAMES;
    return frames < left ? frames : left;
}

void stream_put(struct stream *stream, const float *pairs, size_t frames)
{
    unsigned tail = atomic_load_explicit(&stream->tail, memory_order_relaxed);
    size_t first = until_edge(tail, frames);
    memcpy(stream->pairs + (size_t)2 * (tail % STREAM_FRAMES), pairs, first * 2 * sizeof *pairs);
    memcpy(stream->pairs, pairs + 2 * first, (frames - first) * 2 * sizeof *pairs);
    atomic_store_explicit(&stream->tail, tail + (unsigned)frames, memory_order_release);
}

size_t stream_take(struct stream *stream, float *pairs, size_t frames)
{
    size_t filled = stream_filled(stream);
    frames = frames < filled ? frames : filled;
    unsigned head = atomic_load_explicit(&stream->head, memory_order_relaxed);
    size_t first = until_edge(head, frames);
    memcpy(pairs, stream->pairs + (size_t)2 * (head % STREAM_FRAMES), first * 2 * sizeof *pairs);
    memcpy(pairs + 2 * first, stream->pairs, (frames - first) * 2 * sizeof *pairs);
    atomic_store_explicit(&stream->head, head + (unsigned)frames, memory_order_release);
    return frames;
}

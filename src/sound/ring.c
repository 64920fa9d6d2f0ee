// SPDX-License-Identifier: MIT
#include "sound/ring.h"

void ring_init(struct ring *ring)
{
    atomic_init(&ring->head, 0);
    atomic_init(&ring->tail, 0);
}

bool ring_put(struct ring *ring, const struct order *order)
{
    unsigned tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);
    if (tail - atomic_load_explicit(&ring->head, memory_order_acquire) == RING_SIZE)
        return false;
    ring->orders[tail % RING_SIZE] = *order;
    atomic_store_explicit(&ring->tail, tail + 1, memory_order_release);
    return true;
}

bool ring_take(struct ring *ring, struct order *order)
{
    unsigned head = atomic_load_explicit(&ring->head, memory_order_relaxed);
    if (head == atomic_load_explicit(&ring->tail, memory_order_acquire))
        return false;
    *order = ring->orders[head % RING_SIZE];
    atomic_store_explicit(&ring->head, head + 1, memory_order_release);
    return true;
}

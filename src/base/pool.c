// SPDX-License-Identifier: MIT
#include "base/pool.h"

#include "base/text.h"

#include <stdlib.h>

enum { SLOTS_LEAST = 64 };

/* Open addressing; half of the slots at least are free. */
static struct pool_slot *slots_create(size_t count)
{
    struct pool_slot *slots = memory_alloc(count * sizeof *slots);
    memset(slots, 0, count * sizeof *slots);
    return slots;
}

void pool_init(struct pool *pool, struct arena *arena)
{
    *pool = (struct pool){arena, slots_create(SLOTS_LEAST), 0, SLOTS_LEAST - 1};
}

void pool_finish(struct pool *pool)
{
    free(pool->slots);
    *pool = (struct pool){.arena = NULL};
}

static bool is_same(const struct pool_slot *slot, const char *text, size_t length, uint64_t hash)
{
    return slot->hash == hash && slot->length == length && memcmp(slot->text, text, length) == 0;
}

/* The slot of that text, or a free one for it. */
static struct pool_slot *slot_of(const struct pool *pool, const char *text, size_t length,
                                 uint64_t hash)
{
    size_t at = hash & pool->mask;
    while (pool->slots[at].text != NULL && !is_same(&pool->slots[at], text, length, hash))
        at = (at + 1) & pool->mask;
    return &pool->slots[at];
}

static void grow(struct pool *pool)
{
    struct pool_slot *old = pool->slots;
    size_t size = pool->mask + 1;
    pool->slots = slots_create(size * 2);
    pool->mask = size * 2 - 1;
    for (size_t i = 0; i < size; i++)
        if (old[i].text != NULL)
            *slot_of(pool, old[i].text, old[i].length, old[i].hash) = old[i];
    free(old);
}

const char *pool_text(struct pool *pool, const char *text, size_t length)
{
    if (pool->count > pool->mask / 2)
        grow(pool);
    uint64_t hash = text_hash(text, length);
    struct pool_slot *slot = slot_of(pool, text, length, hash);
    if (slot->text == NULL) {
        *slot = (struct pool_slot){arena_copy(pool->arena, text, length), length, hash};
        pool->count++;
    }
    return slot->text;
}

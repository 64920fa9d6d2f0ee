// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_POOL_H
#define UNKNOT_BASE_POOL_H

#include "base/arena.h"

#include <stdint.h>

/* Texts that come again and again, each kept once: ten thousand sessions have a hundred titles. */
struct pool {
    struct arena *arena; /* of the texts, which stay when the pool is finished */
    struct pool_slot {
        const char *text; /* NULL: free */
        size_t length;
        uint64_t hash;
    } * slots;
    size_t count, mask;
};

void pool_init(struct pool *pool, struct arena *arena);
void pool_finish(struct pool *pool);
/* The same text for the same bytes; it ends in NUL. */
const char *pool_text(struct pool *pool, const char *text, size_t length);

#endif

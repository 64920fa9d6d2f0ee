// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_ARENA_H
#define UNKNOT_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Memory that is given out piece by piece and returned all at once. Everything made from one
 * routine lives in one arena; nothing in it is freed alone, so nothing in it can be freed twice.
 *
 * Pieces are zeroed. When the system has no memory left the program says so and ends with exit
 * code 3: no caller can do better, and none has to check. Not for use by two threads at once.
 */
struct arena {
    struct arena_block *first; /* newest block; NULL while empty */
};

void arena_init(struct arena *arena);
/* Frees every piece; the arena is empty and can be used again. */
void arena_finish(struct arena *arena);
/* Forgets every piece but keeps the newest block for reuse: for scratch space, frame by frame. */
void arena_reset(struct arena *arena);

/* Aligned for any type. A size of 0 gives a valid pointer to nothing. */
void *arena_alloc(struct arena *arena, size_t size);
/* Room for one more: returns `items` as it is while `count` < `*capacity`, else a larger copy. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity,
                 size_t item_size);

char *arena_copy(struct arena *arena, const char *text, size_t length);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Bytes held from the system, for tests and the doctor. */
size_t arena_held(const struct arena *arena);

/* malloc and realloc with the same promise: memory, or the end of the program with a message. */
void *memory_alloc(size_t size);
void *memory_resize(void *memory, size_t size);

#endif

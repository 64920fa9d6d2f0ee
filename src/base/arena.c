// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Blocks grow with what is held. What a usual routine needs fits into the first two; a large one
 * gets huge pages, because half of the time it takes to read it would go into page faults. */
enum { BLOCK_LEAST = 64 * 1024, BLOCK_GROWTH = 4, BLOCK_MOST = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    void *mapping; /* NULL: from calloc */
    size_t mapped;
    size_t used, size;
    size_t dirty; /* bytes from here on are still zero, as they came */
    alignas(max_align_t) unsigned char bytes[];
};

static _Noreturn void out_of_memory(void)
{
    static const char message[] = "unknot: error: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(3);
}

void *memory_alloc(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size > 0 ? size : 1);
    if (resized == NULL)
        out_of_memory();
    return resized;
}

void arena_init(struct arena *arena)
{
    arena->first = NULL;
}

void arena_finish(struct arena *arena)
{
    struct arena_block *block = arena->first;
    while (block != NULL) {
        struct arena_block *next = block->next;
        if (block->mapping != NULL)
            munmap(block->mapping, block->mapped);
        else
            free(block);
        block = next;
    }
    arena->first = NULL;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *kept = arena->first;
    if (kept == NULL)
        return;
    arena->first = kept->next;
    arena_finish(arena);
    kept->next = NULL;
    kept->used = 0;
    arena->first = kept;
}

static struct arena_block *small_block(size_t room)
{
    struct arena_block *block = calloc(1, sizeof *block + room);
    if (block == NULL)
        out_of_memory();
    return block;
}

/* Whole huge pages straight from the system, which hands them out zeroed; `*room` becomes what
 * fits. What is mapped too much, to begin at a huge page, is never touched and so costs nothing. */
static struct arena_block *huge_block(size_t *room)
{
    size_t size = sizeof(struct arena_block) + *room;
    size = (size + BLOCK_MOST - 1) / BLOCK_MOST * BLOCK_MOST;
    size_t mapped = size + BLOCK_MOST;
    void *mapping = mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapping == MAP_FAILED)
        out_of_memory();
    size_t skipped = -(uintptr_t)mapping % BLOCK_MOST;
    struct arena_block *block = (void *)((unsigned char *)mapping + skipped);
    madvise(block, size, MADV_HUGEPAGE); /* a wish; small pages work as well */
    block->mapping = mapping;
    block->mapped = mapped;
    *room = size - sizeof *block;
    return block;
}

static struct arena_block *block_add(struct arena *arena, size_t size)
{
    size_t room = arena->first != NULL ? arena->first->size * BLOCK_GROWTH : BLOCK_LEAST;
    room = room < BLOCK_MOST / 2 ? room : BLOCK_MOST - sizeof(struct arena_block);
    room = room > size ? room : size;
    struct arena_block *block = room < BLOCK_MOST / 2 ? small_block(room) : huge_block(&room);
    block->size = room;
    block->next = arena->first;
    arena->first = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t step = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + step - 1) / step * step;
    struct arena_block *block = arena->first;
    if (block == NULL || block->size - block->used < size)
        block = block_add(arena, size);
    unsigned char *piece = block->bytes + block->used;
    if (block->dirty > block->used) {
        size_t end = block->dirty - block->used;
        memset(piece, 0, size < end ? size : end);
    }
    block->used += size;
    if (block->dirty < block->used)
        block->dirty = block->used;
    return piece;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    size_t larger = *capacity < 8 ? 8 : *capacity * 2;
    void *copy = arena_alloc(arena, larger * item_size);
    if (count > 0)
        memcpy(copy, items, count * item_size);
    *capacity = larger;
    return copy;
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_vformat(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *text = arena_alloc(arena, (size_t)(length > 0 ? length : 0) + 1);
    if (length > 0)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vformat(arena, format, args);
    va_end(args);
    return text;
}

size_t arena_held(const struct arena *arena)
{
    size_t held = 0;
    for (const struct arena_block *block = arena->first; block != NULL; block = block->next)
        held += sizeof *block + block->size;
    return held;
}

// SPDX-License-Identifier: MIT
#include "document/keys.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Up to here comparing each with each is quicker than hashing. */
enum { FEW_KEYS = 12 };

/* Open addressing: indices + 1 of the keys met, 0 where free. */
struct key_set {
    uint32_t *slots;
    size_t mask;
};

/* The index of an equal key met before, or `count` after remembering this one at `kept`. */
static size_t find_or_add(struct key_set *set, const struct node *keys, const char *text,
                          size_t kept)
{
    size_t at = text_hash(text, strlen(text)) & set->mask;
    for (; set->slots[at] != 0; at = (at + 1) & set->mask)
        if (text_equal(keys[set->slots[at] - 1].text, text))
            return set->slots[at] - 1;
    set->slots[at] = (uint32_t)kept + 1;
    return kept;
}

static size_t find_among_few(const struct node *keys, const char *text, size_t kept)
{
    size_t i = 0;
    while (i < kept && !text_equal(keys[i].text, text))
        i++;
    return i;
}

static struct key_set key_set_create(size_t count)
{
    size_t size = 16;
    while (size < count * 2)
        size *= 2;
    struct key_set set = {memory_alloc(size * sizeof *set.slots), size - 1};
    memset(set.slots, 0, size * sizeof *set.slots);
    return set;
}

void keys_make_unique(struct node *map, struct arena *arena, struct diag_list *diags)
{
    bool few = map->count <= FEW_KEYS;
    struct key_set set = {0};
    if (!few)
        set = key_set_create(map->count);
    size_t kept = 0;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = &map->keys[i];
        size_t same = few ? find_among_few(map->keys, key->text, kept)
                          : find_or_add(&set, map->keys, key->text, kept);
        if (same < kept) {
            diag_error(diags, key->span, "%s is given twice; it is already on line %u",
                       node_quoted(key, arena), (unsigned)map->keys[same].span.line);
            continue;
        }
        map->keys[kept] = *key;
        map->items[kept++] = map->items[i];
    }
    map->count = (uint32_t)kept;
    free(set.slots);
}

// SPDX-License-Identifier: MIT
#include "sound/measured.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a */
static size_t hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037U;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211U;
    return (size_t)hash;
}

/* The place of the text, or the free one where it belongs. */
static struct measured_line *find(struct measured_line *places, size_t capacity, const char *text)
{
    size_t at = hash_of(text) & (capacity - 1);
    while (places[at].text != NULL && strcmp(places[at].text, text) != 0)
        at = (at + 1) & (capacity - 1);
    return &places[at];
}

static void make_room(struct measured *measured)
{
    if (measured->count * 2 < measured->capacity)
        return;
    size_t capacity = measured->capacity > 0 ? measured->capacity * 2 : 64;
    struct measured_line *places = memory_alloc(capacity * sizeof *places);
    memset(places, 0, capacity * sizeof *places);
    for (size_t i = 0; i < measured->capacity; i++)
        if (measured->places[i].text != NULL)
            *find(places, capacity, measured->places[i].text) = measured->places[i];
    free(measured->places);
    measured->places = places;
    measured->capacity = capacity;
}

void measured_finish(struct measured *measured)
{
    for (size_t i = 0; i < measured->capacity; i++)
        free(measured->places[i].text);
    free(measured->places);
    *measured = (struct measured){0};
}

struct measured_line *measured_at(struct measured *measured, const char *text)
{
    make_room(measured);
    struct measured_line *place = find(measured->places, measured->capacity, text);
    if (place->text == NULL) {
        size_t size = strlen(text) + 1;
        place->text = memcpy(memory_alloc(size), text, size);
        place->length = -1;
        measured->count++;
    }
    return place;
}

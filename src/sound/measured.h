// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_MEASURED_H
#define UNKNOT_SOUND_MEASURED_H

#include "base/tick.h"

#include <stdbool.h>
#include <stddef.h>

/* Texts and how long each takes to say: a hash table with open addressing. */
struct measured_line {
    char *text; /* NULL: free place */
    tick length;
};

struct measured {
    struct measured_line *places; /* NULL while empty */
    size_t count, capacity;       /* capacity: a power of two, or 0 */
};

void measured_finish(struct measured *measured);
/* The place of a text, added with length -1 when it is new. Valid until the next call. */
struct measured_line *measured_at(struct measured *measured, const char *text);

#endif

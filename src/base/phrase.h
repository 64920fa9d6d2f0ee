// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_PHRASE_H
#define UNKNOT_BASE_PHRASE_H

#include "base/arena.h"

#include <stddef.h>

/* Writes `pattern` with {0}, {1}, ... replaced into `out`; always ends in NUL, never in the middle
 * of a character. */
const char *phrase_fill(char *out, size_t size, const char *pattern, const char *const *values,
                        size_t count);
/* The same in memory of the arena, as long as it needs to be. */
const char *phrase_make(struct arena *arena, const char *pattern, const char *const *values,
                        size_t count);
/* Small letters made capitals, for Latin; the rest stays. */
const char *phrase_capitals(char *out, size_t size, const char *text);

#endif

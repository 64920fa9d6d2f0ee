// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_FILE_H
#define UNKNOT_BASE_FILE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads a whole regular file of at most `most` bytes into the arena. A directory, a FIFO, a device,
 * a file above the limit or one that cannot be opened is refused, without ever blocking: `*error`
 * then says why in words that can follow "cannot read FILE: ". The text is followed by a NUL that
 * `*length` does not count. */
bool file_read(struct arena *arena, const char *path, size_t most, const char **text,
               size_t *length, const char **error);

#endif

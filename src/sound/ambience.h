// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_AMBIENCE_H
#define UNKNOT_SOUND_AMBIENCE_H

#include "sound/stream.h"

/* A person's own sound behind everything, from a file that goes round and round. A thread of its
 * own opens and decodes it, a second ahead, so that memory stays flat however long it is. A file
 * that cannot be used is a log entry, and silence. */
struct ambience;

/* Begins to read `path`, which is copied. NULL when no thread can be had. */
struct ambience *ambience_create(const char *path);
/* Where the sound comes out: lives as long as the ambience. */
struct stream *ambience_stream(struct ambience *ambience);
/* Ends the thread; after a second without an answer of the disk it leaves it to itself. The stream
 * must no longer be in use. NULL is fine. */
void ambience_destroy(struct ambience *ambience);

#endif

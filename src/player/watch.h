// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_WATCH_H
#define UNKNOT_PLAYER_WATCH_H

#include "player/edition.h"

/* Looks after the files of a session and reads them anew when they change, on a thread of its own,
 * because reading takes longer than a frame. Main thread. */
struct watch;

/* Begins to watch. `files`: those that the session began with. `wake` is called from the thread
 * when there is something to take. Simulated: without a thread, since only watch_reads brings
 * anything new. NULL: no thread can be had. */
struct watch *watch_start(const struct options *options, const struct text_list *files,
                          void (*wake)(void *context), void *context);
/* The newest reading since the last call, good or not, for the caller to free; else NULL. Never
 * waits. */
struct edition *watch_take(struct watch *watch);
/* For scripts: as if the routine's file held what this one does. Comes with the next take. */
void watch_becomes(struct watch *watch, const char *path);
/* Reads no more: nobody is woken after that. NULL is fine. */
void watch_stop(struct watch *watch);
/* Stopped or not. NULL is fine. */
void watch_end(struct watch *watch);

#endif

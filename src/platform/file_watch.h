// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_FILE_WATCH_H
#define UNKNOT_PLATFORM_FILE_WATCH_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>

/* Waits until one of some files is another than before. What counts is what stat says of each path,
 * so it does not matter how an editor saves: over the file, or another renamed over it, or through
 * a symbolic link, or in a folder made anew. The kernel's notes on the folders only say when to
 * look; where they cannot be had, as on a network's disk, it looks every now and then.
 *
 * One thread, except file_watch_stop.
 */
struct file_watch {
    struct arena arena; /* of the list */
    struct file_state *files;
    size_t count;
    int notes;      /* descriptor; -1: none to be had */
    bool looks;     /* some file is where no notes come from */
    int look_every; /* milliseconds, then */
    int stop[2];    /* a pipe; -1: none, and the watch cannot be stopped while it waits */
};

/* `look_every`: milliseconds, for files that nobody tells about. */
void file_watch_init(struct file_watch *watch, int look_every);
void file_watch_finish(struct file_watch *watch);

/* From now on it is about these files and folders (a folder: what is in it comes or goes); they
 * need not exist. What was in the list before is compared with how it was when the last wait ended.
 */
void file_watch_set(struct file_watch *watch, const struct text_list *paths);
/* Returns true when something is another and has been left alone for a moment, so that a file is
 * not read half written; false when it is stopped. Nothing runs while nothing changes. */
bool file_watch_wait(struct file_watch *watch);
/* Any thread: ends the waiting for ever. */
void file_watch_stop(struct file_watch *watch);

#endif

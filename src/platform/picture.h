// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PICTURE_H
#define UNKNOT_PLATFORM_PICTURE_H

#include "base/tick.h"
#include "platform/picture_child.h"

/* Picture files, decoded one at a time in a confined child (picture_child.h) and scaled to where
 * they are shown. Nothing here waits: a picture is missing until it is ready, and stays missing
 * when it cannot be read, with one line in the log. One thread.
 */
enum { PICTURE_SLOTS = 32 };
#define PICTURE_TIMEOUT (4 * TICK_S)

enum picture_state {
    PICTURE_EMPTY,
    PICTURE_QUEUED,
    PICTURE_RUNNING,
    PICTURE_READY,
    PICTURE_FAILED
};

struct picture_slot {
    enum picture_state state;
    char *name; /* path of the file */
    uint32_t room_w, room_h;
    struct picture_page *page; /* running or ready */
    pid_t child;               /* running */
    tick deadline;             /* running */
    uint64_t used;             /* when it was last asked for, in calls of pictures_poll */
};

struct pictures {
    struct picture_slot slots[PICTURE_SLOTS];
    struct picture_filter filter;
    size_t bytes, most_bytes; /* held for pictures that are ready */
    uint64_t time;            /* counts calls of pictures_poll */
    uint64_t generation;      /* grows when a picture became ready or failed */
};

void pictures_init(struct pictures *pictures, size_t most_bytes);
/* Ends children that still run. */
void pictures_finish(struct pictures *pictures);
/* The picture fitted into the room, or NULL: not ready yet (it is being read from now on), or
 * failed. Valid until the next pictures_poll. */
const struct picture_page *pictures_get(struct pictures *pictures, const char *name,
                                        uint32_t room_w, uint32_t room_h);
/* Starts, collects and ends children. Call once a frame. */
void pictures_poll(struct pictures *pictures, tick now);
/* Some picture is neither ready nor failed: poll again soon. */
bool pictures_waiting(const struct pictures *pictures);

#endif

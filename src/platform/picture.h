// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PICTURE_H
#define UNKNOT_PLATFORM_PICTURE_H

#include "base/tick.h"
#include "platform/picture_child.h"

#include <sys/stat.h>

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

/* Where a picture is shown, in pixels. */
struct picture_room {
    uint32_t width, height; /* it is scaled to fit */
    uint32_t radius;        /* its corners are rounded by so much */
};

struct picture_slot {
    enum picture_state state;
    char *name; /* path of the file */
    struct picture_room room;
    const char *why;           /* failed: the reason in words */
    struct picture_page *page; /* running or ready */
    pid_t child;               /* running */
    tick deadline;             /* running */
    struct stat facts;         /* of the file that it was read from */
    uint64_t used;             /* when it was last asked for, in calls of pictures_poll */
};

struct pictures {
    struct picture_slot slots[PICTURE_SLOTS];
    struct picture_filter filter;
    size_t bytes, most_bytes; /* held for pictures that are ready */
    uint64_t time;            /* counts calls of pictures_poll */
    uint64_t generation;      /* grows when a picture became ready or failed */
    bool quiet;               /* no lines in the log */
};

void pictures_init(struct pictures *pictures, size_t most_bytes);
/* Ends children that still run. */
void pictures_finish(struct pictures *pictures);
/* The picture, scaled and rounded, when it is ready: `page` is valid until the next pictures_poll.
 * Otherwise NULL: it is being read from now on, or has failed. The name "" has failed. */
enum picture_state pictures_get(struct pictures *pictures, const char *name,
                                struct picture_room room, const struct picture_page **page);
/* Reads those anew whose file is another than it was. */
void pictures_refresh(struct pictures *pictures);
/* Starts, collects and ends children. Call once a frame. */
void pictures_poll(struct pictures *pictures, tick now);
/* Some picture is neither ready nor failed: poll again soon. */
bool pictures_waiting(const struct pictures *pictures);

/* Reads one picture and waits for it, for up to PICTURE_TIMEOUT. NULL: it can be shown; else why
 * not, in words that can follow "picture FILE: ". */
const char *picture_problem(const char *name);

#endif

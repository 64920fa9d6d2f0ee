// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PICTURE_CHILD_H
#define UNKNOT_PLATFORM_PICTURE_CHILD_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Decodes one picture file in a process of its own that can do nothing else. The decoder has known
 * holes; here a hostile file reaches a process that
 *
 *   - has one open file, the picture, and the memory below, and can get no more of either;
 *   - may call read, exit and nothing else of the system (seccomp);
 *   - has three seconds of processor time, and ends when the player does.
 *
 * It is a fork without exec, so after the fork it uses nothing but system calls and its own memory:
 * no malloc, no lock that another thread might have held.
 */

enum { PICTURE_MOST_SIDE = 8192, PICTURE_MOST_PIXELS = 4096 * 4096 };
enum { PICTURE_MOST_BYTES = 32 * 1024 * 1024 }; /* of the file */

enum picture_status {
    PICTURE_CRASHED, /* ended without a word: the value of fresh memory */
    PICTURE_DECODED,
    PICTURE_UNCONFINED, /* the system would not limit the process */
    PICTURE_UNREADABLE,
    PICTURE_BROKEN, /* not a picture, cut off, or wrong inside */
    PICTURE_TOO_LARGE,
    PICTURE_STATUSES
};
/* In words that can follow "picture FILE: ". */
const char *picture_status_text(enum picture_status status);

/* Memory shared with the child. */
struct picture_page {
    uint32_t status;         /* enum picture_status, written last */
    uint32_t width, height;  /* of what was decoded, scaled to fit */
    uint32_t room_w, room_h; /* what it has to fit into */
    uint32_t radius;         /* by which its corners are rounded */
    uint32_t pixels[];       /* 0xAARRGGBB, premultiplied; `width` in a row */
};

size_t picture_page_bytes(uint32_t room_w, uint32_t room_h);

/* The system calls a child may make, as the kernel wants them. */
struct picture_filter {
    struct sock_filter code[128];
    unsigned short length; /* 0: could not be made */
};
bool picture_filter_make(struct picture_filter *filter);

/* Starts the child on the open file. -1: no process could be made. The caller keeps `file`. */
pid_t picture_child_start(int file, struct picture_filter *filter, struct picture_page *page);

#endif

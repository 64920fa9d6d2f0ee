// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PICTURE_DECODE_H
#define UNKNOT_PLATFORM_PICTURE_DECODE_H

#include "platform/picture_child.h"

/* The decoder itself: stb_image, then stb_image_resize. Called in the confined child and nowhere
 * else. */

/* A block given out from the bottom up; only the newest piece can grow or be given back. */
struct picture_memory {
    unsigned char *bytes;
    size_t size, used;
    size_t newest; /* where the newest piece begins */
};
/* NULL when there is no room. */
void *picture_memory_take(struct picture_memory *memory, size_t size);

/* Fills the page's width, height and pixels. */
enum picture_status picture_decode(struct picture_memory *memory, const unsigned char *file,
                                   size_t length, struct picture_page *page);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_RUN_H
#define UNKNOT_PLATFORM_RUN_H

#include "platform/font.h"

/* One line of text as runs: stretches that one font can show, and, in tabular text, single digits
 * in cells of one width. */

#define RUN_MOST_SIZE 2000.0f

/* Coverage of a line's visible part. */
struct run_mask {
    uint8_t *bytes; /* owned by the caller, from malloc; NULL: nothing to see */
    int width, height;
    int left, top; /* of the first byte, from the line's start and its baseline */
};

/* 0 when no font can show it. A text longer than any screen is cut. */
float run_width(struct font_set *fonts, struct draw_type type, const char *text, size_t length);
void run_render(struct font_set *fonts, struct draw_type type, const char *text, size_t length,
                struct run_mask *out);

#endif

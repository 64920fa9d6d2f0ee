// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_FADE_H
#define UNKNOT_VIEW_FADE_H

#include "view/motion.h"

/* Where a series of pictures is: one of them is seen, and `share` of the one after it, from 0 to
 * below 1. A breath or a rep carries the series along with it. In a loop each picture has its share
 * of the turn: it fades in quickly at the beginning of that, but for the very first time, and then
 * stands still.
 */
struct fade {
    size_t picture, next;
    double share;
};

/* `count`: pictures, at least 1. */
struct fade fade_at(const struct moment *moment, size_t count);

#endif

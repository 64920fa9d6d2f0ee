// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_STAND_IN_PAST_H
#define TESTS_VIEW_STAND_IN_PAST_H

#include "progress/progress.h"

/* What somebody did until a Wednesday, made by hand. */
enum stand_in_past {
    PAST_UNKNOWN, /* nothing is kept: NULL */
    PAST_NONE,    /* nothing was done yet */
    PAST_ONE,     /* one session today, rated before it */
    PAST_FULL,    /* twelve weeks, and every state that an item can have */
    PASTS
};
/* Good until the next call. */
const struct progress *stand_in_past(enum stand_in_past kind);

#endif

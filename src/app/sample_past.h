// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_SAMPLE_PAST_H
#define UNKNOT_APP_SAMPLE_PAST_H

#include "progress/progress.h"

/* What somebody might have done who began `weeks` ago, for pictures: the same each time, and on a
 * Thursday. 0: nothing yet. */
enum { SAMPLE_WEEKS = 12 };
void sample_past(struct arena *arena, int weeks, struct progress *out);

#endif

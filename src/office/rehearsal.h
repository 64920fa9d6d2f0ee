// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_REHEARSAL_H
#define UNKNOT_OFFICE_REHEARSAL_H

#include "base/tick.h"

#include <stdbool.h>
#include <stdio.h>

/* `unknot remind --simulate`: what happens at a desk, a line each, and when a break is offered.
 *
 *     40 min work       # work, away or asleep
 *     later             # start, later or skip: the answer to an offer
 */
/* False: a line means nothing, which stderr says. */
bool rehearsal_run(tick every, FILE *in, FILE *out);

#endif

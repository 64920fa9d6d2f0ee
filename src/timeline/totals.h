// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_TOTALS_H
#define UNKNOT_TIMELINE_TOTALS_H

#include "timeline/page.h"
#include "timeline/timeline.h"

/* "12:00 of timed work plus 2 x 10 reps", then "15:34 in all: work 13:40, ...". */
void plan_totals(struct page *page, const struct timeline *timeline);

#endif

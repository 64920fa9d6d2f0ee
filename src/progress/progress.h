// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_PROGRESS_H
#define UNKNOT_PROGRESS_PROGRESS_H

#include "progress/suggestion.h"
#include "progress/trend.h"

/* All that is shown of what somebody did, as of one day. */
struct progress {
    int64_t today;
    struct checklist_week week;
    bool suggests;
    struct suggestion suggestion; /* if it does */
    struct trend trend;
};

/* The lists are in the arena; the records and `equipment`, as in checklist_suggest, may go. */
void progress_compute(struct arena *arena, const struct records *records, int64_t today,
                      const struct text_list *equipment, struct progress *out);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_SUGGESTION_H
#define UNKNOT_PROGRESS_SUGGESTION_H

#include "progress/checklist.h"

/* What to do next, by a plain rule. Of the items that a routine can do, whose target is not met and
 * for which something done today still counts, the one that is the furthest behind: the share of
 * the week (or month) that is over tonight, less the share of the target that is done. Of two that
 * are as far behind, the one that the guide asks for more often. What is not behind is not
 * suggested.
 */
struct suggestion {
    enum checklist_item item;
    int missing; /* sessions or days that are left to do this week (or month) */
    int today;   /* how often today, so that the day counts; 1 for most */
};
/* `week` was counted for `today`. False: nothing is short. */
bool checklist_suggest(const struct checklist_week *week, int64_t today, struct suggestion *out);

/* What to say of it, in English: `one` where `count` is one. {0} stands for it. */
struct suggestion_text {
    const char *one, *many;
    int count;
};
struct suggestion_text suggestion_text(const struct suggestion *suggestion);

#endif

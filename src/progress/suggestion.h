// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_SUGGESTION_H
#define UNKNOT_PROGRESS_SUGGESTION_H

#include "progress/checklist.h"

/* What to do next, by a plain rule. Of the items that a routine can do, whose target is not met and
 * for which something done today still counts, the one of which the most is missing: as many
 * sessions or days as it asks for by tonight, less those that are done. Where a day takes several
 * sessions, as the breaks do, each that is still to do today has its part of that. Of two of which
 * as much is missing, the one that the guide asks for more often. Where nothing is missing nothing
 * is suggested.
 *
 * Sessions and days, not shares of a target: what is asked for once a month is then never more than
 * one behind, however late in the month. It has its turn when the week is less behind than that,
 * as on a Monday once the day's breath is done, and does not stand before the week until then.
 */
struct suggestion {
    enum checklist_item item;
    int missing;  /* sessions or days that are left to do this week (or month) */
    int today;    /* how often today, so that the day counts; 1 for most */
    bool without; /* the thing that it is usually done with is not at hand: it is not named */
};
/* `week` was counted for `today`. `equipment`: what is at hand, as routines write it; NULL:
 * everything. False: nothing is short. */
bool checklist_suggest(const struct checklist_week *week, int64_t today,
                       const struct text_list *equipment, struct suggestion *out);

/* What to say of it, in English: `one` where `count` is one. {0} stands for it. */
struct suggestion_text {
    const char *one, *many;
    int count;
};
struct suggestion_text suggestion_text(const struct suggestion *suggestion);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_DOSE_H
#define UNKNOT_ROUTINE_DOSE_H

#include "base/tick.h"
#include "document/document.h"

#include <stdbool.h>

/* How much of an exercise: what a prescription says after its name.
 *
 *     dose   = amount [ "per side" | "alternating" ]
 *     amount = duration | N "sets of" ( N ["reps"] | duration ) | N "reps" | N "breaths"
 *            | "until continue"
 */
enum dose_amount { DOSE_TIME, DOSE_REPS, DOSE_BREATHS, DOSE_UNTIL_CONTINUE };

enum dose_sides {
    DOSE_NO_SIDES,
    DOSE_PER_SIDE,    /* the full amount on each side */
    DOSE_ALTERNATING, /* one block that changes side with every rep or breath */
};

struct dose {
    enum dose_amount amount;
    enum dose_sides sides;
    tick duration; /* DOSE_TIME: of one set on one side */
    int count;     /* DOSE_REPS, DOSE_BREATHS: of one set on one side */
    int sets;      /* 1 or more */
};

/* Both read a NODE_TEXT; on failure the reason, with what to write instead, is in `diags`. */
bool dose_read(const struct node *node, struct diag_list *diags, struct dose *dose);
/* duration = 90 s | 2 min | 1 min 30 s | 1m30s | 1:30 | 1.5 min | 1 h; above zero, at most 6 h. */
bool duration_read(const struct node *node, struct diag_list *diags, tick *duration);
/* The same where 0 s has a meaning: no rest, no switch. */
bool duration_read_from_zero(const struct node *node, struct diag_list *diags, tick *duration);
/* The same without a file, for the command line: "8:06", "90s", "2 min"; zero is allowed. */
bool duration_parse(const char *text, tick *duration);

/* The dose as one long-form text: "2 sets of 10 reps", "1 min per side". */
const char *dose_words(const struct dose *dose, struct arena *arena);

#endif

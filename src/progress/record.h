// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_RECORD_H
#define UNKNOT_PROGRESS_RECORD_H

#include "base/arena.h"
#include "base/civil.h"
#include "base/text.h"
#include "base/tick.h"

/* What somebody did: sessions with their steps, and things ticked by hand. Plain data, which the
 * history (store/) keeps and everything in this room is computed from. Texts and lists belong to
 * the arena of whoever made them.
 */
enum { RECORD_ID = 64, RECORD_TITLE = 200, RECORD_STEPS = 10000 };

enum record_end {
    RECORD_OPEN,     /* it runs, or the power went in the middle of it */
    RECORD_FINISHED, /* the end was reached */
    RECORD_LEFT,     /* stopped before it, at `left_at` */
    RECORD_ENDS
};
/* Their words in files, indexed by enum record_end. */
extern const char *const record_end_words[RECORD_ENDS];

/* How the back felt: 0, very stiff, to 10, at ease. */
enum { RECORD_UNSAID = -1, RECORD_RATING_MOST = 10 };

struct record_step {
    const char *exercise;       /* id; "" for a step that has no exercise file */
    const char *title;          /* as it was shown */
    struct text_list counts_as; /* words of `counts as:` */
    bool done;                  /* else it was skipped */
    tick work;                  /* that was done of it */
};

struct record {
    int64_t id;     /* of the history; rises with time of writing; 0: not kept yet */
    int64_t begun;  /* seconds since 1970 UTC */
    int32_t offset; /* of the wall clock then and there: seconds east of UTC */
    tick lasted;    /* from the beginning to the end, pauses included: by the monotonic clock */
    const char *routine, *title; /* its id, and as it was shown */
    struct text_list counts_as;  /* of the routine */
    tick planned, worked;        /* time of work: in the routine, and done */
    enum record_end end;
    tick left_at;      /* RECORD_LEFT: the place in the routine; else 0 */
    int before, after; /* RECORD_UNSAID, or how the back felt, to RECORD_RATING_MOST */
    struct record_step *steps;
    size_t step_count;
};

/* Something ticked by hand on one day: it is there or it is not. */
struct record_tick {
    int64_t day;      /* from 1 January 1970, as the wall showed it */
    const char *item; /* a word of the checklist (checklist.h) */
};

/* A kiosk's, which keeps nothing of a person: how often a routine was played on one day. */
struct record_count {
    int64_t day;         /* as the wall showed it */
    const char *routine; /* its id */
    int64_t sessions, finished;
};

struct records {
    struct record *sessions; /* by `begun`, then `id` */
    size_t session_count;
    struct record_tick *ticks; /* by day */
    size_t tick_count;
    struct record_count *counts; /* by day, then routine */
    size_t count_count;
};

/* The day on the wall where and when the session began. One after midnight belongs to its own day.
 */
int64_t record_day(const struct record *record);
/* Whether a session counts as `word`. It does if the routine says so, the end was reached and at
 * least three quarters of the planned work were done; or if a step that was done says so. */
bool record_counts(const struct record *record, const char *word);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_TIPS_H
#define UNKNOT_ROUTINE_TIPS_H

#include "routine/library.h"

/* The short cards of tips.yaml: why backs get tight, habits and what to do instead, what to expect,
 * when to stop. Each is short enough to be read in passing and to be spoken. One file is used, the
 * first that the library finds; nobody depends on a card being in it.
 */
enum {
    TIPS_MAX_TEXT = 160,  /* characters of a text or a fix */
    TIPS_MAX_CARDS = 200, /* in one file */
};

enum tip_kind {
    TIP_SAFETY, /* when to stop */
    TIP_CAUSE,  /* why backs get tight */
    TIP_HABIT,  /* something in the day that does harm, and its fix */
    TIP_RULE,   /* how to stretch */
    TIP_CARE,   /* heat, ice, water */
    TIP_WEEK,   /* what to aim for in a week */
    TIP_EXPECT, /* what changes, and when */
    TIP_KINDS
};

struct tip {
    const char *id;
    enum tip_kind kind;
    const char *title, *text;  /* in the language of the file */
    const char *fix;           /* TIP_HABIT: what to do instead; else NULL */
    const char *figure;        /* name of a figure file that goes with it; NULL: none */
    struct text_list pictures; /* as an exercise's; a habit's first shows the problem, its last the
                                  fix */
    const char *source;        /* where the fact is from; NULL: not said */
    struct span span;
};

struct tips {
    const char *path;
    const char *title;
    const char *language;    /* "en" unless said */
    const struct tip *cards; /* by kind, and within one in the order of the file */
    size_t count;            /* of all cards; at least one */
    struct {
        const struct tip *cards; /* part of the above */
        size_t count;            /* may be 0 */
    } of[TIP_KINDS];
};

/* The cards of the file that the library uses. NULL: there is none, which is no mistake, or it has
 * mistakes, which are in `diags`. Everything lives in the library's arena. */
const struct tips *tips_find(struct library *library, struct diag_list *diags);
/* The same for one file, as for `unknot check`. NULL: the reasons are in `diags`. */
const struct tips *tips_read(struct library *library, const char *path, struct diag_list *diags);
/* The same for a text in memory, which must outlive the arena's use. `name` stands for the path. */
const struct tips *tips_parse(struct library *library, const char *name, const char *text,
                              size_t length, struct diag_list *diags);

/* The card called `id`; NULL when there is none, also for `tips` NULL. */
const struct tip *tips_card(const struct tips *tips, const char *id);
/* When to stop: the text of the first card about it. NULL: none says so, also for `tips` NULL. */
const char *tips_safety(const struct tips *tips);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_LAYOUT_H
#define UNKNOT_TIMELINE_LAYOUT_H

#include "timeline/timeline.h"

/* The compiler's working state. A routine goes through four passes, each in its own file:
 *
 *   unroll    the tree of steps -> a flat list of items (repeats, nested routines, equipment)
 *   fit       drops and shrinks items so that the whole fits into a given time
 *   entries   items -> entries and steps of the timeline (sides, sets, rests, setup)
 *   cues      entries -> cues (sounds, then spoken lines without collisions)
 */

/* One set on one side of an exercise, measured. */
struct work {
    tick length;
    int reps, breaths;
    enum drive drive;
    bool gate;
};

/* A step after unrolling: work, a rest, a wait or a question. */
struct item {
    const struct step *step; /* of a rest between rounds: the repeat */
    const struct dose *dose; /* STEP_WORK: after fitting */
    tick length;             /* with setup, sides, sets and rests */
    enum step_kind kind;     /* STEP_WORK, STEP_REST, STEP_WAIT or STEP_ASK */
    uint16_t entries;        /* how many it becomes */
    bool dropped;
    bool again; /* in the second round of a repeat or later */
};

/* The items that an optional step became: items first to end-1. */
struct item_range {
    size_t first, end;
};

/* A spoken line looking for its place in an entry: see sayings.h. */
struct saying;

/* What a setup says, kept because a routine says the same again in every round. */
struct setup_words {
    const struct exercise *exercise;
    enum side side;
    const char *name, *how; /* NULL: nothing but the name */
    const char *text;       /* both */
    const char *show;
};
enum { SETUP_WORDS = 64 };

struct layout {
    struct arena *arena;   /* of the timeline */
    struct arena *scratch; /* gone when the timeline is made */
    struct diag_list *diags;
    const struct timeline_options *options;
    struct timeline *timeline;
    bool failed;

    struct item *items; /* not in an arena, so that growing leaves nothing behind */
    size_t item_count, item_capacity;
    struct item_range *optional; /* outer ones before those inside them */
    size_t optional_count, optional_capacity;
    size_t entry_count; /* of all items so far */
    tick length;
    size_t breaths;            /* guided so far */
    size_t visits;             /* steps looked at: bounds the work when repeats do nothing */
    int depth;                 /* of nested steps and routines */
    const struct step *repeat; /* the repeat that is in its second round or later */

    bool *again; /* of each timeline step: warnings about it have been given */
    struct cue *cues;
    size_t cue_count, cue_capacity, caption_count, left_out_capacity, way_capacity;
    size_t entry;                                /* whose cues are being made */
    size_t lines_tried;                          /* so far */
    struct setup_words setup_words[SETUP_WORDS]; /* by the exercise's address */

    struct saying *sayings;
    size_t saying_count, saying_capacity;
    tick busy_until; /* a spoken line lasts until here, on the timeline */
    /* What the last setup had no time to tell closed eyes, so that the work does. */
    const char *owed_opening; /* NULL: nothing */
    bool owed_dose;
    tick heard_until; /* something other than breath was heard until here */
};

/* Says why the routine cannot be laid out; the passes stop. */
void layout_fail(struct layout *layout, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Measures a step's exercise at a dose. False: the reason is in the diagnostics. */
bool layout_measure(struct layout *layout, const struct step *step, const struct dose *dose,
                    struct work *work);
/* The length of work with its setup, sides, sets and rests. */
tick layout_whole_length(const struct exercise *exercise, const struct dose *dose,
                         const struct work *work);

void layout_unroll(struct layout *layout, const struct routine *routine);
void layout_fit(struct layout *layout);
void layout_entries(struct layout *layout);
void layout_cues(struct layout *layout);
/* The sounds and the spoken lines of entry `layout->entry`. */
void layout_sounds(struct layout *layout);
void layout_lines(struct layout *layout);

/* Whether a warning about the current entry tells anything new. */
bool layout_warns(const struct layout *layout);
/* A cue of the current entry, `into` after its start. NULL when there are too many. */
struct cue *layout_cue(struct layout *layout, enum cue_kind kind, tick into, tick length);

/* What moves the figure: DRIVE_DEFAULT when only the figure can say. */
enum drive layout_drive(const struct exercise *exercise, const struct dose *dose);

#endif

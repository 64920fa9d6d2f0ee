// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_DRAFT_H
#define UNKNOT_ROUTINE_DRAFT_H

#include "routine/reader.h"

/* An exercise while it is being read. A step that changes something of an exercise starts from a
 * copy of the exercise's draft, so overriding is reading on. `say`, `show` and `setup` are changed
 * key by key, everything else as a whole. */
struct draft_line {
    struct line line;     /* `when` is final only without `phase` */
    const char *phase;    /* a breath or tempo phase, told apart when all is read; else NULL */
    struct span own_say;  /* where this file says it; no source: taken from the exercise */
    struct span own_show; /* the same for what is shown */
};

struct draft {
    struct exercise exercise;
    struct draft_line *lines;
    size_t line_count, line_capacity;
    bool pattern_failed; /* a mistake in the tempo or the breath: nothing more is said about them */
    struct span own_moves, own_figure, own_picture; /* no source: not said in this file */
};

/* With every default filled in; `title` NULL: the file says it. */
void draft_init(struct draft *draft, const char *id, const char *title, struct span span);
void draft_copy(struct draft *draft, const struct draft *from, struct arena *arena);
/* A reader_field for the keys of enum exercise_key; `target` is the draft. */
reader_field draft_field;
/* When all keys are read: checks what must fit together and makes the exercise's lines. */
void draft_finish(struct reader *reader, struct draft *draft);

/* The parts, each in a file of its own. */
void draft_read_breathing(struct reader *reader, const struct node *value, struct draft *draft);
void draft_read_tempo(struct reader *reader, const struct node *value, struct draft *draft);
void draft_read_lines(struct reader *reader, const struct node *value, bool show,
                      struct draft *draft);
void draft_finish_lines(struct reader *reader, struct draft *draft);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_DIAG_H
#define UNKNOT_BASE_DIAG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* What is wrong with a file the user wrote, and where. One run collects every independent mistake;
 * they are printed in the order of the file, each once:
 *
 *     routines/daily.yaml:7:5: error: no exercise is called 'cat-cw'; did you mean 'cat-cow'?
 *       - cat-cw: 2 min
 *         ^~~~~~
 *
 * The message is made where the cause is known and says what to write instead.
 */

/* One file's text. Outlives every span that points at it. */
struct source {
    const char *name; /* as the user named it */
    const char *text; /* not NUL-terminated; NULL when the file could not be read */
    size_t length;    /* bytes */
};

/* A place in a source: line and column from 1, column and length in characters, as editors count.
 * Line 0 stands for the file as a whole; a NULL source for no file at all (a command line). */
struct span {
    const struct source *source;
    uint32_t line, column, length;
};

enum diag_severity {
    DIAG_WARNING,
    DIAG_FLAW, /* an error to whoever mends the file; what it spoils has something in its place */
    DIAG_ERROR,
};

struct diag {
    enum diag_severity severity;
    struct span span;
    const char *message;
};

struct diag_list {
    struct arena *arena; /* owns items and messages */
    struct diag *items;
    size_t count, capacity;
    size_t errors, flaws, warnings;
    bool strict;    /* warnings count and print as errors */
    bool forgiving; /* set while something is read that can be done without: errors are flaws */
};

void diag_init(struct diag_list *list, struct arena *arena);
/* The same message at the same place is kept once. */
void diag_error(struct diag_list *list, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diag_warning(struct diag_list *list, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Errors and flaws: what `unknot check` does not let pass. */
size_t diag_mistakes(const struct diag_list *list);
/* By source (in the order first met), line and column. */
void diag_sort(struct diag_list *list);
/* Sorts them first. */
void diag_print(struct diag_list *list, FILE *out, bool colour);

/* The line that a message is about, or a window of it around the mistake, without control
 * characters. */
enum { DIAG_EXCERPT_COLUMNS = 100 };
struct diag_excerpt {
    char text[DIAG_EXCERPT_COLUMNS * 4 + 1]; /* UTF-8, ends with a NUL */
    size_t bytes;                            /* of it */
    size_t from, marked;                     /* bytes: where the mistake is; may be 0 long */
    uint32_t columns_before, columns_marked; /* the same in columns of a terminal */
};
/* False: it is about no line. */
bool diag_excerpt(const struct diag *diag, struct diag_excerpt *out);

#endif

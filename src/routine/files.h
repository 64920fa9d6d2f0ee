// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_FILES_H
#define UNKNOT_ROUTINE_FILES_H

#include "routine/draft.h"

#include <sys/types.h>

/* A routine or exercise file that a library has read, or is reading. A file is known by its inode,
 * so that one with two paths is read, and blamed, once. */
struct library_file {
    struct library_file *next;
    dev_t device;
    ino_t inode;
    enum library_kind kind;
    const char *id, *path;
    const char *language;              /* LIBRARY_EXERCISE: in which it was read */
    const struct diag_list *told;      /* where its mistakes went */
    const struct library_file *reader; /* the file that names it, while it is being read */
    bool reading;
    bool flawed;             /* something of it was read as the original has it */
    struct draft *exercise;  /* NULL: it has mistakes */
    struct routine *routine; /* NULL: it has mistakes */
};

/* The exercise called `name`, in a language, or as written. NULL, with `*known` true: the file has
 * mistakes, reported there. */
const struct draft *files_exercise(struct library *library, const char *name, const char *language,
                                   struct diag_list *diags, bool *known);
/* The routine file at `path`, named by the file `reader` (NULL: by the user). NULL with `*problem`
 * set: it cannot be played from here, which the caller reports; else it has mistakes, which are
 * reported there. */
const struct routine *files_routine(struct library *library, const char *path,
                                    struct library_file *reader, struct diag_list *diags,
                                    const char **problem);

/* In exercise_file.c and routine_file.c: check the tree `root` of a file and put what it says into
 * `file`. `spoilt`: the tree came with an error, so there is nothing to put there. */
void exercise_file_take(struct library *library, struct library_file *file, const char *path,
                        const struct node *root, bool spoilt, struct diag_list *diags);
void routine_file_take(struct library *library, struct library_file *file, const char *path,
                       const struct node *root, bool spoilt, struct diag_list *diags);

#endif

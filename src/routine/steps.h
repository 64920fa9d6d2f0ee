// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_STEPS_H
#define UNKNOT_ROUTINE_STEPS_H

#include "routine/files.h"

/* Reads the value of a `steps` key. A step with a mistake is reported and left out; the next one is
 * read all the same. `file` is the routine that the steps belong to. */
void steps_read(struct reader *reader, struct library_file *file, const struct node *list,
                struct step_list *steps);
/* In work.c: an entry that is an exercise, or a one-off step (`base` NULL and the title given). */
bool work_read(struct reader *reader, const struct node *name, const struct node *value,
               struct step *step);
bool work_read_one_off(struct reader *reader, const struct node *map, const struct node *title,
                       struct step *step);
/* In needs.c: what the steps need, each thing once; an error when there are too many. */
void needs_collect(struct reader *reader, struct routine *routine);

#endif

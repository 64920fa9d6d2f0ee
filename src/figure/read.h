// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_READ_H
#define UNKNOT_FIGURE_READ_H

#include "document/document.h"
#include "figure/model.h"

/* In which words the limbs of a body are told apart: near and far, or left and right. */
enum pose_words { POSE_WORDS_SIDE, POSE_WORDS_FRONT, POSE_WORD_SETS };
enum pose_words pose_words(const struct figure *figure);

/* The parts of a figure file. Each reports its mistakes and goes on with what is left, so that one
 * run finds them all. */
void read_poses(struct figure *figure, const struct node *list, struct diag_list *diags);
void read_props(struct figure *figure, const struct node *list, struct diag_list *diags);
/* Where a pose has a prop: `key` names it, `map` says what differs from the pose before. False:
 * `key` is no prop's name. */
bool read_prop_move(const struct figure *figure, const struct node *key, const struct node *map,
                    struct pose *pose, struct diag_list *diags);
void read_muscles(struct figure *figure, const struct node *list, struct diag_list *diags);

/* The box of every instant, both ways round. */
struct figure_box bounds_of(const struct figure *figure);

/* The words of the file format, for the schema and its test. */
struct figure_words {
    const char *const *words;
    size_t count;
};
struct figure_words figure_keys(void);
struct figure_words figure_pose_keys(enum pose_words set);
/* Into `names`, which must outlive the words. */
struct figure_words figure_prop_names(const char *names[PROP_KINDS]);
struct figure_words figure_prop_keys(void);
/* Bit per word of figure_prop_keys. */
uint32_t figure_prop_takes(enum prop_kind kind);
uint32_t figure_prop_moves(void); /* of those, what a pose may change */
struct figure_words figure_muscle_places(void);
struct figure_words figure_muscle_keys(void);

#endif

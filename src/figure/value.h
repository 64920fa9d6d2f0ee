// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_VALUE_H
#define UNKNOT_FIGURE_VALUE_H

#include "document/document.h"
#include "figure/vec.h"

/* Checked values of a figure file. Each reports what is wrong where it stands, and says what to
 * write instead; then it returns false and leaves `out` alone. `name` is the key in words.
 */

bool value_number(struct diag_list *diags, const struct node *node, const char *name, float least,
                  float most, float *out);
/* [x, y] within the stage: 300 cm to each side, 300 up, 20 below the ground; seen from above, the
 * stage has no ground and y too reaches 300 to each side. */
bool value_point(struct diag_list *diags, const struct node *node, const char *name, bool above,
                 struct vec *out);
/* [x, y], made one long. */
bool value_direction(struct diag_list *diags, const struct node *node, const char *name,
                     struct vec *out);
/* [from, to] or one number for both. */
bool value_range(struct diag_list *diags, const struct node *node, const char *name, float least,
                 float most, float *from, float *to);
/* One of `words`, as its index. */
bool value_word(struct diag_list *diags, const struct node *node, const char *name,
                const char *const *words, size_t count, int *out);
/* A mapping, or a list, and not empty. */
bool value_map(struct diag_list *diags, const struct node *node, const char *name);
bool value_list(struct diag_list *diags, const struct node *node, const char *name, size_t most);

/* "'mat', 'floor' or 'wall'", in the arena. */
const char *value_choices(struct arena *arena, const char *const *words, size_t count);
/* Says that `key` is none of `words`, and which it may have been. */
void value_unknown(struct diag_list *diags, const struct node *key, const char *what,
                   const char *const *words, size_t count);

#endif

// SPDX-License-Identifier: MIT
#ifndef TESTS_VIEW_GOLDEN_H
#define TESTS_VIEW_GOLDEN_H

#include "view/draw.h"

/* Screens as text, to the tenth of a pixel, against files in GOLDEN_FOLDER. After a change that was
 * meant: UNKNOT_GOLDEN_WRITE=1 before the test writes them; look at the differences that git shows.
 */
#define GOLDEN_FOLDER "tests/view/golden"

/* Fails at the first line that differs, since that is what a reader wants to see. `who`: whose text
 * it is; NULL: there is only one. */
void golden_check(const char *path, const char *who, const char *text);
/* As draw_list_print has it. */
void golden_check_list(const char *path, const struct draw_list *list);

#endif

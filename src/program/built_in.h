// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_BUILT_IN_H
#define UNKNOT_PROGRAM_BUILT_IN_H

#include "routine/library.h"

/* A routine that is part of the program, for a kiosk in safe mode: it needs no file, no figure and
 * no thing. A colon is in no name of a file that the library has. */
#define BUILT_IN_ROUTINE "unknot:breathe-and-move"

/* NULL never: it has no mistakes, which a test holds it to. */
const struct routine *built_in_routine(struct library *library, struct diag_list *diags);

#endif

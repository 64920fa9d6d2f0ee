// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_TEMPO_H
#define UNKNOT_TIMELINE_TEMPO_H

#include "routine/routine.h"

/* Arithmetic of one rep. */

/* Length of one rep; 0 when no tempo is given. */
tick tempo_length(const struct tempo *tempo);
/* When the far end of the movement is reached for the first time; 0 when it never is. */
tick tempo_top(const struct tempo *tempo);
/* How far the movement is at `fraction` of a phase: 0 in the first pose, 1 in the last. Each phase
 * eases in and out; phases of the same motion share the way by their lengths. */
double tempo_height(const struct tempo *tempo, int phase, double fraction);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_HISTORY_TABLE_H
#define UNKNOT_APP_HISTORY_TABLE_H

#include "progress/record.h"

#include <stdio.h>

/* What was done as lines that a person reads, the newest last; what was ticked by hand stands
 * behind the sessions of its day. */
void history_table_print(struct arena *arena, const struct records *records, FILE *out);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_COUNTS_TABLE_H
#define UNKNOT_APP_COUNTS_TABLE_H

#include "progress/record.h"

#include <stdio.h>

/* What a kiosk counted as lines that a person reads: a line for each week and routine, how often it
 * was played and to its end, and how often on each day. Nothing stands behind `today`. */
void counts_table_print(struct arena *arena, const struct records *records, int64_t today,
                        FILE *out);

#endif

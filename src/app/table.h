// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_TABLE_H
#define UNKNOT_APP_TABLE_H

#include "base/arena.h"

#include <stdio.h>

/* A table for the terminal: columns as wide as what is in them, two spaces apart. */
enum { TABLE_COLUMNS = 12, TABLE_WIDEST = 44 };

struct table {
    struct arena *arena;
    int columns;
    unsigned right; /* a bit for each column whose texts stand on the right */
    struct table_row {
        const char *cells[TABLE_COLUMNS];
    } * rows;
    size_t count, capacity;
};

/* A row to be filled, as wide as the table; NULL is "". Texts live until the table is printed. What
 * would break the line in one is printed as '?', what is too long is cut. */
const char **table_add(struct table *table);
void table_print(const struct table *table, FILE *out);

#endif

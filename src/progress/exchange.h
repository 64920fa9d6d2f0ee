// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRESS_EXCHANGE_H
#define UNKNOT_PROGRESS_EXCHANGE_H

#include "base/diag.h"
#include "progress/record.h"

/* What was done as a file of one's own. JSON has everything, one session a line, and is read back
 * (routines/schema/history.schema.json); CSV is a table for a spreadsheet. Whatever the history
 * holds, what is written can be read: characters that have no business in a title become '?',
 * numbers stay within their bounds. Reading and writing again gives the same bytes.
 */
enum {
    EXCHANGE_VERSION = 1,
    /* Of a file that is read: thirty years of four sessions a day. */
    EXCHANGE_MAX_BYTES = 64 * 1024 * 1024,
    EXCHANGE_MAX_DEPTH = 7,
    EXCHANGE_MAX_LISTS = 1200000, /* lists and objects together */
    EXCHANGE_MAX_VALUES = 4000000,
    EXCHANGE_MAX_SESSIONS = 100000,
    EXCHANGE_MAX_TICKS = 100000,
    EXCHANGE_MAX_WORDS = 32, /* of one `counts_as` */
    EXCHANGE_MAX_ERRORS = 20,
};
/* A year: no session is longer. */
#define EXCHANGE_MAX_TIME (366 * (24 * TICK_H))
/* Years that can be written, wherever the wall stands: 1 January of the year 1 and 31 December 9999
 * as days, and instants that are as far from them as an offset may be. */
enum { EXCHANGE_FIRST_DAY = -719162, EXCHANGE_LAST_DAY = 2932896 };
#define EXCHANGE_FIRST_BEGUN INT64_C(-62135510400)
#define EXCHANGE_LAST_BEGUN INT64_C(253402214400)

/* False: the file took no more. */
bool exchange_print_json(const struct records *records, FILE *out);
bool exchange_print_csv(const struct records *records, FILE *out);
/* A kiosk's: a line for each routine on each day. */
bool exchange_print_counts(const struct records *records, FILE *out);

/* `source` outlives the list of messages; each says which value it is about:
 * "sessions[3].begun: ...". All of it or nothing: false, and `out` is empty, where one thing is
 * wrong. Sessions come sorted, with an id of 0. */
bool exchange_read_json(struct arena *arena, const struct source *source, struct diag_list *diags,
                        struct records *out);

#endif

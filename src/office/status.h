// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_STATUS_H
#define UNKNOT_OFFICE_STATUS_H

#include "base/tick.h"

#include <stdbool.h>
#include <stddef.h>

/* The small file by which somebody else's monitoring knows how a kiosk is: JSON as of
 * assets/kiosk/status.schema.json, replaced as a whole. It holds nothing of a person. */
enum { STATUS_ID = 64 };
#define STATUS_EVERY (30 * TICK_S) /* a file that is older is of a program that hangs */
#define STATUS_NONE INT64_MIN      /* of an instant, in seconds since 1970 UTC */

struct status_facts {
    const char *state;  /* "starting", "idle", "choosing", "notice", "session", "thanks" */
    int64_t next_break; /* STATUS_NONE: none is in sight */
    struct {
        int64_t ended; /* STATUS_NONE: there was none since the start */
        bool finished; /* not left before its end */
        char routine[STATUS_ID];
    } last_session;
    bool config_good; /* the files of the last reading have no error */
    size_t errors;
    bool safe_mode;
    int unclean_ends; /* within the last ten minutes */
};

struct status {
    const char *path; /* NULL: nobody wants to know */
    const char *version;
    int64_t started;
    bool written, failed;
    tick due;
    struct status_facts last;
};

/* `path` outlives it. `started`: when the program was. */
void status_init(struct status *status, const char *path, const char *version, int64_t started);
/* Writes the file when the facts are others, and every STATUS_EVERY. `frame`: when the last picture
 * was shown; `wall`: now. Does not wait for the disk. */
void status_look(struct status *status, const struct status_facts *facts, int64_t frame,
                 int64_t wall, tick now);
tick status_next(const struct status *status);
/* The program ends: a file that says "stopped". */
void status_end(struct status *status, int64_t wall);

#endif

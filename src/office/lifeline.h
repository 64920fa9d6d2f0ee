// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_LIFELINE_H
#define UNKNOT_OFFICE_LIFELINE_H

#include "kiosk/safe.h"
#include "office/status.h"
#include "platform/platform.h"
#include "platform/service.h"
#include "program/app.h"

/* What keeps a kiosk alive, and tells others how it is: the service manager with its watchdog, the
 * record of how it ended the last times, the status file. The order of a program that uses it:
 *
 *     lifeline_begin    first of all
 *     lifeline_safe     then nothing of the user's is read
 *     lifeline_beat     after each picture
 *     lifeline_end      whatever it ends for; a program that does not get there ended unclean
 */
struct lifeline {
    struct service service;
    struct safe safe;
    const char *record; /* file; NULL: there is no place for one */
    struct status status;
    struct status_facts facts; /* kept up to date by whoever knows them */
    uint64_t frames, unseen;   /* pictures shown; beats of a display that is off */
    int64_t frame;             /* when the last picture was */
    bool ready, was_safe;
};

/* `arena` outlives it. */
void lifeline_begin(struct lifeline *lifeline, struct arena *arena);
void lifeline_end(struct lifeline *lifeline);

/* It began in safe mode. */
bool lifeline_safe(const struct lifeline *lifeline);
/* It did, and that is over: time to begin anew, when nobody is there. */
bool lifeline_safe_is_over(const struct lifeline *lifeline);

/* The config was read, or read anew: where the status belongs, NULL for nowhere; it outlives the
 * lifeline, or the next call. In safe mode it is where it was the last time. */
void lifeline_status_file(struct lifeline *lifeline, const char *path);
void lifeline_reloading(struct lifeline *lifeline);
void lifeline_reloaded(struct lifeline *lifeline);

/* After each picture, shown or left out for want of something new; `state`: how far things are, in
 * any unit. Ready with the first one. */
void lifeline_beat(struct lifeline *lifeline, struct platform *platform, tick state, tick now);
/* When the next beat must come, at the latest. */
tick lifeline_next(const struct lifeline *lifeline, tick now);

#endif

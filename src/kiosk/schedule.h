// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_SCHEDULE_H
#define UNKNOT_KIOSK_SCHEDULE_H

#include "kiosk/calendar.h"

/* When breaks fall. Where they lie is a pure function of the config and the civil time; what has
 * become of them is a small state that is stepped with both clocks. The wall clock says when a
 * break is due. The monotonic one measures notice and delay, so that setting the wall clock neither
 * shortens nor repeats one.
 *
 * However the wall clock jumps and however long the machine slept, a step begins at most one break:
 * one whose moment was missed by no more than `late`. Else the next one is waited for.
 */

/* The first break after `instant`; CALENDAR_NEVER: there is none within 400 days. Times that the
 * wall shows twice are two breaks where they come every so often, one where they were listed. */
int64_t schedule_next(const struct kiosk_config *config, const struct zone *zone, int64_t instant);
/* Which of `count` routines is the turn of the break at an instant: the next one with each, also
 * from one day to the next and past weekends and holidays. It needs no memory of the last one. */
size_t schedule_turn(const struct kiosk_config *config, const struct zone *zone, int64_t instant,
                     size_t count);

enum schedule_state {
    SCHEDULE_WAITS,
    SCHEDULE_NOTICE, /* of the one that begins at `begins` */
    SCHEDULE_BEGINS, /* now: said once */
};

struct schedule {
    int64_t slot;  /* of the next break, or of the one that is pending; CALENDAR_NEVER */
    bool pending;  /* its notice was given: it begins by the monotonic clock */
    tick begins;   /* if pending */
    int postponed; /* how often it was */
    int64_t done;  /* slot of the last one that began or was skipped; 0: none yet */
    bool begun;    /* there was one; it began at `begun_at` */
    struct clocks begun_at, last; /* and when the last step was */
};

/* Breaks that fall before now are left out: a program that starts anew must not repeat one. */
void schedule_init(struct schedule *schedule, const struct kiosk_config *config,
                   const struct zone *zone, struct clocks moment);
/* The config is another one now; a break that is pending stays, unless there are none any more. */
void schedule_reload(struct schedule *schedule, const struct kiosk_config *config,
                     const struct zone *zone, struct clocks moment);
/* `busy`: somebody is in the middle of a session, or of choosing one; a break whose notice falls
 * into it is skipped, and so is one that is pending. */
enum schedule_state schedule_step(struct schedule *schedule, const struct kiosk_config *config,
                                  const struct zone *zone, struct clocks moment, bool busy);
/* Whether the one that is pending can be postponed; and that it is. */
bool schedule_can_postpone(const struct schedule *schedule, const struct kiosk_config *config);
void schedule_postpone(struct schedule *schedule, const struct kiosk_config *config);
/* Not the one that is pending. */
void schedule_skip(struct schedule *schedule, const struct kiosk_config *config,
                   const struct zone *zone, struct clocks moment);
/* When the next break begins, as it is shown; CALENDAR_NEVER: none is in sight. */
int64_t schedule_shown(const struct schedule *schedule);
/* When it must be stepped next, at the latest; a jump of the wall clock is noticed then. */
tick schedule_wakes(const struct schedule *schedule, const struct kiosk_config *config);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_CARE_H
#define UNKNOT_KIOSK_CARE_H

#include "kiosk/calendar.h"

/* What keeps a panel whole that shows the same for months: the picture wanders by a few pixels, and
 * outside office hours it is dimmed and then sleeps. Both directions wander at once, with periods
 * that have nothing in common, so that no stroke of a letter or a line stays for long; the picture
 * moves by one pixel at a time, and not at all while a session plays.
 */
#define CARE_MOVES (40 * TICK_S)
/* Of the shorter side of the picture: how far it wanders from its middle. */
#define CARE_REACH_X (12.0 / 1080)
#define CARE_REACH_Y (11.0 / 1080)
/* How long dimming takes, and getting bright again. */
#define CARE_DIMS (20 * TICK_S)
#define CARE_BRIGHTENS (500 * TICK_MS)

struct care {
    int64_t step;   /* of the wandering */
    tick moves;     /* when the next one is due */
    tick last;      /* monotonic, of the last call */
    double light;   /* brightness of the picture now, 0 to 1 */
    int64_t minute; /* of the wall for which these were found: */
    bool open, sleep;
};

/* Other office hours: the next step looks at the clock, even in the same minute. */
void care_reload(struct care *care);

/* What somebody does right now. */
enum care_use {
    CARE_NOBODY,
    CARE_SOMEBODY, /* touched it a moment ago */
    CARE_SESSION,  /* a session plays: nothing may jump */
};

void care_init(struct care *care, tick now);
void care_step(struct care *care, const struct kiosk_config *config, const struct zone *zone,
               struct clocks moment, enum care_use use);

/* Where the picture is moved to, in pixels, on one whose shorter side has so many. */
struct care_shift {
    int x, y;
};
struct care_shift care_shift(const struct care *care, const struct kiosk_config *config,
                             int shorter_side);
/* Whether the display may be switched off. */
bool care_sleeps(const struct care *care, enum care_use use);
/* When care_step changes something next, at the latest. */
tick care_wakes(const struct care *care, const struct kiosk_config *config, enum care_use use);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_CHORD_H
#define UNKNOT_KIOSK_CHORD_H

#include "kiosk/config.h"
#include "settings/settings.h"

/* The way out of a kiosk, for the one who looks after it. The chord alone leaves where there is no
 * PIN; else it asks for it, as do five presses of Esc or Back, and a tap on each corner of the
 * screen, clockwise from the top left. Without a PIN these do nothing, and with neither there is no
 * way out.
 *
 * Wrong PINs cost time: two are free, then it is 30 s, doubled with each up to an hour. A try is
 * counted and kept before it is compared, so that pulling the plug forgives none.
 */
enum {
    CHORD_KNOCKS = 5,
    CHORD_CORNERS = 4,
    CHORD_FREE_TRIES = 2,
    CHORD_FIRST_WAIT = 30, /* seconds */
    CHORD_LONGEST_WAIT = 3600,
    CHORD_FORGIVEN = 24 * 3600, /* seconds after the last try */
};
#define CHORD_IN_A_ROW (4 * TICK_S)  /* within which knocks, or corners, belong together */
#define CHORD_PATIENCE (20 * TICK_S) /* so long after the last digit the question goes away */

enum chord_event {
    CHORD_TIME,   /* nothing, but time passed */
    CHORD_HELD,   /* the keys of the chord are down */
    CHORD_KNOCK,  /* Esc, Back, B */
    CHORD_CORNER, /* `value`: 0 to 3, clockwise from the top left */
    CHORD_DIGIT,  /* `value`: 0 to 9 */
    CHORD_ERASE,
    CHORD_ENTER,
    CHORD_CANCEL,
    CHORD_KEPT, /* what CHORD_KEEP asked for is done, or cannot be */
};

struct chord_input {
    enum chord_event event;
    int value;
};

enum chord_effect {
    CHORD_NOTHING,
    CHORD_KEEP,  /* put the tries on the disk, then come back with CHORD_KEPT */
    CHORD_LEAVE, /* put the tries on the disk, then end the kiosk */
};

enum chord_state {
    CHORD_SHUT,   /* nothing of it is seen */
    CHORD_ASKING, /* for the PIN */
    CHORD_TRYING, /* until CHORD_KEPT */
    CHORD_WRONG,  /* was; a digit begins anew */
    CHORD_WAITS,  /* until `open_again`, for tries that were wrong */
};

struct chord {
    enum chord_state state;
    int digits; /* entered so far */
    int tries;  /* wrong ones, and the one that is being compared */
    tick open_again;
    tick touched; /* when the last input was, while asking */
    int knocks, corners;
    tick first_knock, first_corner;
    char entered[KIOSK_PIN_MOST];
};

void chord_init(struct chord *chord);
enum chord_effect chord_step(struct chord *chord, const struct kiosk_config *config,
                             struct chord_input input, tick now);
/* Which corner a press is in, of a picture of this size; -1: none. */
int chord_corner(float x, float y, int width, int height);
/* When it changes by itself: CHORD_TIME then. TICK_NEVER: it does not. */
tick chord_wakes(const struct chord *chord);

/* The tries in the file at `path`; a wait that is not over at the wall time `wall` goes on. */
void chord_read(const char *path, struct chord *chord, int64_t wall, tick now);
/* Writes them, with the folder. Waits for the disk. False: `why` can follow "FILE: ". */
bool chord_keep(const char *path, const struct chord *chord, int64_t wall, char why[SETTINGS_WHY]);

#endif

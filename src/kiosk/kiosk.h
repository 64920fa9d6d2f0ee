// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_KIOSK_H
#define UNKNOT_KIOSK_KIOSK_H

#include "home/home.h"
#include "kiosk/care.h"
#include "kiosk/chord.h"
#include "kiosk/restart.h"
#include "kiosk/schedule.h"

/* What an office sees: a pure step from (state, input, both clocks) to what the program has to do.
 * It reads no clock, no file and draws nothing.
 *
 *     idle -> (any press) -> session -> thanks -> idle          idle -> choose -> session
 *     idle -> notice of a break -> session, later, or not at all
 *
 * Over any of them lies the question for the PIN; over those that wait for somebody, a warning that
 * nobody seems to be there, and then it is idle again. A session that nobody paused is never cut
 * short: its waits and questions go on by themselves.
 */
#define KIOSK_THANKS_LASTS (12 * TICK_S)
#define KIOSK_BREATH_IN (4 * TICK_S)
#define KIOSK_BREATH_OUT (6 * TICK_S)
/* From one picture of the idle screen to the next: its circle moves by less than a pixel. */
#define KIOSK_FRAME (TICK_S / 15)

enum kiosk_place {
    KIOSK_IDLE,
    KIOSK_CHOOSE,
    KIOSK_NOTICE, /* of a break that begins by itself */
    KIOSK_SESSION,
    KIOSK_THANKS,
    KIOSK_PLACES
};

/* What can be chosen. Cards are HOME_ITEM_CARD and on. */
enum kiosk_item {
    KIOSK_ITEM_START,
    KIOSK_ITEM_POSTPONE,
    KIOSK_ITEM_SKIP,
    KIOSK_ITEM_CHOOSE,
    KIOSK_ITEM_LANGUAGE, /* the next one of those that are offered */
    KIOSK_ITEM_BACK,
    /* Of the question for the PIN, which has the screen for itself. */
    KIOSK_ITEM_DIGIT, /* 0, and the nine after it */
    KIOSK_ITEM_ERASE = KIOSK_ITEM_DIGIT + 10,
    KIOSK_ITEM_ENTER,
    KIOSK_ITEM_CANCEL,
};

/* What there is to play, read from files. */
struct kiosk_content {
    struct home_content offered; /* that can be chosen, the usual one first; and the tips */
    const struct home_card *const *breaks;
    size_t break_count; /* 0: there can be none */
    bool wrong;         /* a file is: for the one who looks after it */
    bool safe;          /* safe mode: the same */
};

struct kiosk_world {
    const struct kiosk_config *config;
    const struct zone *zone;
    const struct kiosk_content *content;
};

struct kiosk {
    enum kiosk_place place;
    struct schedule schedule;
    struct care care;
    struct chord chord;
    struct restart restart;
    const struct home_card *card; /* KIOSK_PLAY: which; good until the content is read anew */
    size_t turn;                  /* KIOSK_NOTICE: which of the breaks */
    size_t language;              /* of those that are offered */
    int focus;                    /* enum kiosk_item */
    struct scroll scroll;         /* of what can be chosen */
    int focus_below;              /* what had it before the PIN was asked for */
    tick last_now, since;         /* the last step; the place */
    tick touched;                 /* when the last press was */
    tick deserted;      /* nobody there: idle again then; TICK_NEVER: nobody is waited for */
    bool passes;        /* KIOSK_SESSION: the last press is for the session */
    struct civil clock; /* now, as the wall shows it */
    bool next_known;
    struct civil next; /* when the next break begins */
    int next_in;       /* days until then */
};

struct kiosk_input {
    enum action action; /* ACTION_NONE: a press that means nothing else */
    int digit;          /* ACTION_RATE */
    bool chord;         /* its keys are held */
    bool tapped;        /* a press on the screen, at x, y: then `action` does not count */
    float x, y;
    int width, height;         /* of the screen, in the same pixels */
    struct scroll_input moves; /* what a wheel or a finger does besides pressing */
};

enum kiosk_effect {
    KIOSK_NOTHING,
    KIOSK_CHIME, /* a break was announced */
    KIOSK_PLAY,  /* the routine of `card`; then kiosk_return */
    KIOSK_OTHER_LANGUAGE,
    KIOSK_KEEP,    /* the tries at the PIN, then kiosk_kept */
    KIOSK_RESTART, /* at night, while nobody is there */
    KIOSK_LEAVE,   /* by the chord or the PIN, whose tries are to be kept */
};

void kiosk_init(struct kiosk *kiosk, const struct kiosk_world *world, struct clocks moment);
/* Config and content are others now. Not in a session. */
void kiosk_reload(struct kiosk *kiosk, const struct kiosk_world *world, struct clocks moment);
/* Lets the time pass, then takes a press; NULL: there was none. `items` are those of the last
 * picture. A press that comes with something that was due by itself is dropped. */
enum kiosk_effect kiosk_step(struct kiosk *kiosk, const struct kiosk_world *world,
                             const struct focus_items *items, const struct kiosk_input *input,
                             struct clocks moment);
/* What KIOSK_KEEP asked for is done, or cannot be. */
enum kiosk_effect kiosk_kept(struct kiosk *kiosk, const struct kiosk_world *world, tick now);
/* While a session plays, after each of its steps: what is to be asked of it. ACTION_CONTINUE where
 * it waits for nobody, ACTION_QUIT where it is given up. */
enum action kiosk_attend(struct kiosk *kiosk, const struct kiosk_world *world,
                         const struct session *session, struct clocks moment);
/* The session is over; `finished`: it was played to its end. */
void kiosk_return(struct kiosk *kiosk, const struct kiosk_world *world, bool finished,
                  struct clocks moment);
/* When the screen changes next, if nobody presses anything. */
tick kiosk_next_change(const struct kiosk *kiosk, const struct kiosk_world *world,
                       struct clocks moment);

/* How long until it is idle again, while that is shown; 0: it is not. */
tick kiosk_warning(const struct kiosk *kiosk, const struct kiosk_config *config);
/* The one that is shown now; NULL: none is. */
const struct tip *kiosk_tip(const struct kiosk *kiosk, const struct kiosk_world *world);
/* Of the circle on the idle screen, 0 to 1. */
double kiosk_fullness(const struct kiosk *kiosk);
/* Whether the circle moves: not for a panel that rests. */
bool kiosk_breathes(const struct kiosk *kiosk);
/* Nothing at all is shown: the display may be switched off. */
bool kiosk_sleeps(const struct kiosk *kiosk);

#endif

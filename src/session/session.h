// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_SESSION_H
#define UNKNOT_SESSION_SESSION_H

#include "session/action.h"
#include "timeline/match.h"

/* One routine being played: a pure step from (state, request, now) to effects. It reads no clock,
 * draws nothing and makes no sound, so forty minutes play in a unit test in milliseconds.
 *
 * Session time advances only while playing, by as much as `now` does. When `now` jumps by more than
 * SESSION_STALL between two steps, the machine was asleep or stopped: the session pauses where it
 * was and nothing is skipped. `now` is a monotonic time that never goes back.
 */
#define SESSION_STALL (2 * TICK_S)
/* Cues are handed out this long before they are due, so that sound can place them exactly. */
#define SESSION_LOOKAHEAD (300 * TICK_MS)
/* BACK this soon after the start of a step goes to the step before. */
#define SESSION_BACK_AGAIN (2 * TICK_S)
/* How long the screen shows the volume after it was changed. */
#define SESSION_SHOW_VOLUME (2 * TICK_S)
enum { SESSION_VOLUME_STEP = 10 };
/* Whoever does nothing goes on after this long: who was interrupted and came back to the mat wants
 * that, and for all others the way back is one press. */
#define SESSION_OFFER (10 * TICK_S)

enum session_mode {
    SESSION_PLAYING,
    SESSION_PAUSED,
    SESSION_GATE,     /* a wait, or work "until continue": goes on with ACTION_CONTINUE */
    SESSION_ASKING,   /* a rating: chosen with ACTION_RATE or the arrows; ACTION_CONTINUE gives
                         the answer, or skips the question when nothing is chosen */
    SESSION_OFFERING, /* before the beginning: go on where the last session was left, or anew */
    SESSION_FINISHED, /* the end was reached; perhaps `asks` a last rating */
    SESSION_LEFT,     /* stopped by the person before the end */
    SESSION_MODES
};

enum session_pause {
    PAUSE_ASKED,   /* by the person */
    PAUSE_STALLED, /* the clock jumped */
    PAUSE_UNSEEN,  /* the picture went away */
};

/* The lines of the pause menu, top to bottom. */
enum session_menu {
    MENU_RESUME,
    MENU_REPEAT,
    MENU_SKIP,
    MENU_VOLUME, /* left and right change it */
    MENU_EYES_CLOSED,
    MENU_END,
    MENU_ITEMS
};
/* Their words, indexed by enum session_menu. */
extern const char *const session_menu_labels[MENU_ITEMS];

/* What SESSION_OFFERING offers. */
enum session_offer { OFFER_RESUME, OFFER_ANEW, OFFER_ITEMS };

enum session_mark { MARK_NONE, MARK_SKIPPED, MARK_DONE };

/* How the back feels, from 0, very stiff, to RATING_MOST, at ease. All zero: not said. */
enum { RATING_MOST = 10, RATING_MIDDLE = 5 };
struct comfort {
    bool said;
    int rating;
};

enum { SESSION_SAID = 400 }; /* characters of an announcement */

struct session {
    const struct timeline *timeline;   /* the layout that is played */
    const struct timeline *layouts[2]; /* for open and for closed eyes; NULL: not there yet */
    double speed;                      /* 1 is real time; breath and reps scale too */
    enum session_mode mode;
    enum session_mode resume_mode; /* mode to go back to from SESSION_PAUSED */
    enum session_pause pause;
    bool confirm_leave; /* SESSION_PAUSED, and leaving was asked for once */
    size_t entry;       /* where the playhead is; entry_count when the end was passed */
    tick position;      /* playhead: in the timeline */
    tick gate_spent;    /* time spent on the current gate */
    tick played;        /* time spent in entries so far, pauses and gates left out */
    tick resume;        /* SESSION_OFFERING: the place; 0: nothing to offer */
    tick offer_until;   /* SESSION_OFFERING: the focus is chosen then */
    tick owed;          /* time that has passed but had no room in `effects`: spent next */
    tick last_now;
    bool begun; /* the first step was made */
    bool whole; /* the current step was played from its start */

    size_t next_cue;        /* the first cue that was not handed out */
    const struct cue *line; /* the spoken line handed out last, and its time; NULL: none */
    tick line_due;
    const struct cue *again; /* SESSION_PAUSED: line to say again on going on; NULL: none */

    int focus;  /* enum session_menu: chosen line of the pause menu; enum
                   session_offer: of the offer */
    int rating; /* chosen on the asking screen, 0-10; -1: none yet */
    /* What was said before the work, and last after some of it. */
    struct comfort before, after;
    bool ask;  /* compare with what was said before */
    bool asks; /* SESSION_FINISHED, and how the back feels now has no answer yet */
    bool eyes_closed, help, muted;
    bool help_paused;      /* the help screen stopped a running session: closing it goes on */
    struct key_names keys; /* of the device in use, as announcements call them; all zero: a
                              keyboard's as usual. To be set by who makes the requests */
    int volume;            /* 0 to 100 */
    tick volume_until;     /* the screen shows the volume until then */
    char announcement[SESSION_SAID]; /* what EFFECT_SAY says */
    tick quiet_from;                 /* nothing has been said since, while nothing runs */
    tick alive_from;                 /* the person has done nothing since */
    int signs;                       /* of life, since then */
    uint32_t steps_done, steps_skipped;
    uint8_t marks[TIMELINE_MAX_ENTRIES]; /* enum session_mark of each step */
    tick worked;                         /* time spent on work so far, setup and rests left out */
    tick work[TIMELINE_MAX_ENTRIES];     /* of it, on each step */
};

struct session_options {
    double speed;          /* 0 stands for 1 */
    tick from;             /* where to begin */
    tick resume;           /* offer to begin here; 0: no offer */
    struct comfort before; /* was asked before the session */
    bool ask;              /* at the end again, where the routine does not ask there itself */
    int volume;
    bool muted, eyes_closed;
};

/* `timeline` is laid out for closed eyes when the session begins with closed eyes, else for open
 * ones. It must outlive the session. No time passes before `begins`: steps before it hand out what
 * is due first, so that sound can place that, too. */
void session_init(struct session *session, const struct timeline *timeline,
                  const struct session_options *options, tick begins);

/* The same routine laid out for the other state of the eyes: from now on it is used whenever they
 * are opened or closed. NULL is fine: there is none yet. It must outlive the session. */
void session_other_layout(struct session *session, const struct timeline *other);

struct effects;
/* What is wrong with the routine's file as it was saved. */
struct session_mistakes {
    size_t count;     /* 0: nothing any more */
    uint32_t line;    /* of the first; 0: in none */
    bool translation; /* it is only in another language, and is played without them */
};
/* Who has the eyes closed is told. */
void session_mistakes(struct session *session, const struct session_mistakes *mistakes,
                      struct effects *out);

/* The routine was changed: goes on with the timeline that `match` leads to, at the place it finds
 * there, and `closed`, the same for closed eyes. `match` is from the timeline that the session was
 * given, which is no longer looked at. Paused stays paused; a line that was hardly begun is said
 * again. Both timelines must outlive the session. */
void session_change(struct session *session, const struct timeline_match *match,
                    const struct timeline *closed, struct effects *out);

/* In English, what changed between the two ratings, {0} and {1}; NULL: there is nothing to compare.
 */
const char *session_comfort_change(const struct session *session);

/* A 1 with a 0 after it is a 10: keyboards have no key for it. `chosen`: so far; -1: nothing. */
int rating_typed(int chosen, int digit);

struct request {
    enum action action;
    bool slept; /* the machine was suspended since the last step: the same as a jump of the clock,
                   which stands still meanwhile */
    bool vanished; /* the picture went away since the last step: minimised, or its display taken
                      away; or, with the first step, it is not there. Pauses what runs, and no offer
                      is taken by itself any more, unless the eyes are closed: then nobody looks
                      at it */
    tick to;       /* ACTION_SEEK */
    int rating;    /* ACTION_RATE */
    int pick;      /* ACTION_PICK: a line of the menu or the offer, or a rating */
};

enum effect_kind {
    EFFECT_CUE,       /* `cue` is to sound at `due` */
    EFFECT_FLUSH,     /* forget cues that are not due yet, fade what sounds */
    EFFECT_SOUND,     /* `sound` now: pause, resume, and what ends by a press */
    EFFECT_OFFER,     /* SESSION_OFFERING began */
    EFFECT_ENTRY,     /* the playhead came to entry `entry` */
    EFFECT_SAY,       /* `text` aloud at `due`: good until the next step */
    EFFECT_VOLUME,    /* volume or mute changed */
    EFFECT_RATED,     /* the question `entry` was answered: `rating`; that after the last entry
                         has the number behind it */
    EFFECT_STEP_DONE, /* a whole step was done (not skipped): `entry` is its last */
    EFFECT_FULL_SCREEN,
    EFFECT_FINISHED,
    EFFECT_LEFT,
    EFFECT_CLOSE, /* SESSION_FINISHED, and the person has seen enough */
};

struct effect {
    enum effect_kind kind;
    const struct cue *cue;
    enum cue_kind sound;
    const char *text;
    tick due; /* on the clock that `now` is read from; may have passed by a frame */
    size_t entry;
    int rating;
};

enum { SESSION_MAX_EFFECTS = 64 };

/* Filled anew by each step. When more is due than fits, the rest comes with the next step. */
struct effects {
    struct effect items[SESSION_MAX_EFFECTS];
    size_t count;
};

/* Lets the time up to `now` pass, then applies one request (ACTION_NONE: none). A request that
 * comes with a jump of the clock is the one that woke the machine: it is dropped, unless it is
 * ACTION_QUIT. */
void session_step(struct session *session, struct request request, tick now, struct effects *out);

/* What is at the playhead. The timeline must have entries. */
void session_moment(const struct session *session, struct moment *out);
/* When something on the timeline or the screen's clocks changes next, if nobody presses a key;
 * TICK_NEVER while nothing moves. A running step changes all the time: `now`. */
tick session_next_change(const struct session *session, tick now);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_SESSION_H
#define UNKNOT_SESSION_SESSION_H

#include "session/action.h"
#include "timeline/timeline.h"

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

enum session_mode {
    SESSION_PLAYING,
    SESSION_PAUSED,
    SESSION_GATE,     /* a wait, or work "until continue": goes on with ACTION_CONTINUE */
    SESSION_ASKING,   /* a rating; ACTION_RATE answers, ACTION_CONTINUE skips */
    SESSION_FINISHED, /* the end was reached */
    SESSION_LEFT,     /* stopped by the person before the end */
};

enum session_pause {
    PAUSE_ASKED,   /* by the person */
    PAUSE_STALLED, /* the clock jumped */
};

struct session {
    const struct timeline *timeline;
    double speed; /* 1 is real time; breath and reps scale too */
    enum session_mode mode;
    enum session_mode resume_mode; /* mode to go back to from SESSION_PAUSED */
    enum session_pause pause;
    bool confirm_leave; /* SESSION_PAUSED because leaving was asked for once */
    size_t entry;       /* where the playhead is */
    tick position;      /* playhead: in the timeline */
    tick gate_spent;    /* time spent on the current gate */
    tick last_now;
    tick cued_until; /* cues up to here have been handed out */
    int focus;       /* chosen line of the pause menu */
    int rating;      /* chosen on the asking screen, 0-10; -1: none yet */
    bool eyes_closed, help, muted;
    int volume; /* 0 to 100 */
    uint32_t steps_done, steps_skipped;
};

struct session_options {
    double speed;
    tick from; /* where to begin */
    int volume;
    bool muted, eyes_closed;
};

void session_init(struct session *session, const struct timeline *timeline,
                  const struct session_options *options, tick now);

struct request {
    enum action action;
    tick to;    /* ACTION_SEEK */
    int rating; /* ACTION_RATE */
};

enum effect_kind {
    EFFECT_CUE,       /* `cue` is to sound at `due` */
    EFFECT_FLUSH,     /* forget cues that are not due yet, fade what sounds */
    EFFECT_SOUND,     /* `sound` now: pause, resume, a rating */
    EFFECT_ENTRY,     /* the playhead came to entry `entry` */
    EFFECT_VOLUME,    /* volume or mute changed */
    EFFECT_RATED,     /* a question was answered: `rating` */
    EFFECT_STEP_DONE, /* a whole step was done (not skipped): `entry` is its last */
    EFFECT_FULL_SCREEN,
    EFFECT_FINISHED,
    EFFECT_LEFT,
};

struct effect {
    enum effect_kind kind;
    const struct cue *cue;
    enum cue_kind sound;
    tick due; /* on the clock that `now` is read from */
    size_t entry;
    int rating;
};

enum { SESSION_MAX_EFFECTS = 64 };

/* Filled anew by each step. When more cues are due than fit, the rest comes with the next step. */
struct effects {
    struct effect items[SESSION_MAX_EFFECTS];
    size_t count;
};

/* Applies one request (ACTION_NONE to only let time pass) and moves to `now`. */
void session_step(struct session *session, struct request request, tick now, struct effects *out);

/* What is at the playhead. */
void session_moment(const struct session *session, struct moment *out);
/* When something on the timeline or the screen's clocks changes next, if nobody presses a key;
 * TICK_NEVER while nothing moves. A screen with a moving figure changes all the time: `now`. */
tick session_next_change(const struct session *session, tick now);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_PLAYER_H
#define UNKNOT_PLAYER_PLAYER_H

#include "platform/bindings.h"
#include "player/diary.h"
#include "player/keeper.h"
#include "player/key_script.h"
#include "player/other_layout.h"
#include "player/tally.h"
#include "player/updates.h"
#include "player/visit.h"
#include "program/app.h"
#include "program/bookmark.h"
#include "program/preferences.h"
#include "session/session.h"
#include "sound/sound.h"

/* One routine being played: the session in the middle, a front that shows it and takes what the
 * person presses, and the sound. The loop in player.c is the whole story of a frame.
 */
struct player;

/* Where a session is shown. Each front keeps its own state in `player->front`. */
struct front {
    /* Made by the front; every due time is on it. */
    tick (*now)(struct player *player);
    /* The machine was suspended since the last call. */
    bool (*slept)(struct player *player);
    /* The picture went away since the last call. NULL: there never is one. */
    bool (*vanished)(struct player *player);
    /* What the device in use calls its buttons. NULL: it is a keyboard, as usual. */
    struct key_names (*keys)(struct player *player);
    /* The next thing that was asked for since the last call; false when there is none. */
    bool (*take)(struct player *player, struct request *request);
    void (*effect)(struct player *player, const struct effect *effect);
    /* Puts the session on the screen as it is at `now`. */
    void (*show)(struct player *player, tick now);
    /* Returns at `until`, or as soon as something was asked for. */
    void (*wait)(struct player *player, tick until);
    /* Prints what is on the screen as text, for scripted keys. */
    void (*print_screen)(struct player *player, tick now);
    /* The session goes on with `player->updates.edition`. */
    void (*change)(struct player *player);
    /* `player->updates.notice` tells of mistakes. */
    void (*notice)(struct player *player);
    void (*close)(struct player *player);
    /* Any thread: makes `wait` return. */
    void (*wake)(struct player *player);
    /* A front whose last screen stays until the person closes it. */
    bool lingers;
};

struct player {
    struct app *app;
    const struct options *options;
    struct preferences preferences;
    struct visit *visit; /* NULL: not from the home screen */
    const struct timeline *timeline;
    struct other_layout *other_layout; /* NULL: none */
    struct bindings bindings;          /* what keys mean */
    const char *go_on[DEVICES];        /* by them */
    struct keeper keeper;
    struct bookmark bookmark;
    struct tally tally;  /* the end shows the week */
    bool tallied;        /* it was asked for */
    struct diary *diary; /* NULL: nothing is kept */
    tick resume;         /* where the routine was left; 0: nothing to offer */
    struct updates updates;
    struct session session;
    struct effects effects;
    struct sound *sound; /* NULL: none */
    bool no_sound;       /* there should be sound, and there is no device */
    struct key_script own_keys, *keys;
    tick started; /* on the front's clock: what the times of the keys count from */
    const struct front *front;
    void *front_state; /* owned by the front */
    tick finished;     /* on the front's clock; 0: not yet */
    bool over;
};

/* Opens a front and sets `player->front`. False: it cannot be opened here; the reason is in
 * `*why`, in words that can follow "there is no window: ". */
bool front_window_open(struct player *player, const char **why);
bool front_terminal_open(struct player *player, const char **why);

/* One picture of where the session will begin. */
void player_show_first(struct player *player);
/* What the last step of the session asked for. */
void player_apply_effects(struct player *player);
/* Keeps what is to be remembered, because the program is about to end. Waits for the disk. */
void player_save(struct player *player);
/* Plays until the end or until the person leaves. The front is open and gets closed. */
enum exit_code player_run(struct player *player);

#endif

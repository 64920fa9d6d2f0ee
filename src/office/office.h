// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_OFFICE_H
#define UNKNOT_OFFICE_OFFICE_H

#include "base/civil.h"
#include "kiosk/kiosk.h"
#include "office/kiosk_files.h"
#include "office/kiosk_watch.h"
#include "office/lifeline.h"
#include "office/only_one.h"
#include "platform/platform.h"
#include "player/key_script.h"
#include "player/sample.h"
#include "program/preferences.h"
#include "view/view.h"

/* A kiosk in its window, and the sessions that are played there. */
struct office {
    struct app *app;
    struct only_one one; /* on this display, with this state folder */
    struct lifeline lifeline;
    struct kiosk_files files;
    struct kiosk_watch watch;
    struct preferences preferences; /* none: as usual */
    struct zone zone;
    struct kiosk kiosk;
    struct kiosk_world world;
    const char *tries; /* where those at the PIN are kept; NULL: nowhere */
    struct platform *platform;
    struct view_figures figures;
    struct view_context view;
    struct text_metrics metrics;
    struct draw_list list;
    struct focus_items items;
    struct sample chime;
    tick chime_until;
    struct key_script keys;
    tick started;
    bool awake;     /* the screen saver is kept away, and the displays are on */
    tick off_again; /* while they sleep: when they are switched off, whoever moved a mouse */
    bool over;
    enum exit_code code;
};

/* Reads what the options name. Whatever is wrong there, the kiosk is shown: what is wrong is in
 * `files`. `office->lifeline` has begun. */
void office_init(struct office *office, const struct options *options);
/* False: there is no window, and `why` says why. */
bool office_open(struct office *office, const char **why);
/* Until it is left, told to end, or is to begin anew: `code` says which. */
void office_run(struct office *office);
void office_close(struct office *office);
void office_finish(struct office *office);

/* ---- between the files of this room */

struct clocks office_moment(void);
/* Does what kiosk_step() asks for. */
void office_apply(struct office *office, enum kiosk_effect effect);
/* One press in the screens' own terms. */
struct kiosk_input office_input(const struct office *office, const struct platform_input *input);
/* Tells those who look after it from elsewhere. `state`: differs whenever things went on. After
 * each picture. */
void office_beat(struct office *office, tick state);
/* When something changes by itself, at the latest. */
tick office_next(struct office *office);
int office_volume(const struct office *office);
void office_tend_display(struct office *office);
/* What it has read (reload.c): read anew where a file is another one, or somebody asked for that.
 */
void office_look_at_files(struct office *office);
void office_watch_files(struct office *office);
void office_other_language(struct office *office);
/* Plays the routine that was chosen, in the same window, and comes back (session.c). */
void office_play(struct office *office);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_VIEW_H
#define UNKNOT_VIEW_VIEW_H

#include "base/catalog.h"
#include "base/diag.h"
#include "base/text.h"
#include "figure/figure.h"
#include "figure/palette.h"
#include "home/home.h"
#include "session/session.h"
#include "view/draw.h"
#include "view/theme.h"

/* The screens. Each call writes the whole screen into the draw list anew and keeps nothing: what is
 * on the screen follows from the session and these settings. Sizes are fractions of the screen's
 * shorter side, everything that is read stays 5 % away from the edges, and places come from what
 * was measured, so one code serves landscape, portrait and anything between 640x360 and 4K.
 */

/* The moving illustrations, kept by whoever reads files. */
struct view_figures {
    void *context;
    /* NULL: there is none, and the screen does without. */
    const struct figure *(*find)(void *context, const struct exercise *exercise);
};

/* What became of the routine's files being saved while it is played. */
struct view_notice {
    /* With errors, the session plays on as it was; with nothing but flaws, without what they are
     * about. NULL: there is nothing wrong, or it was hidden. */
    const struct diag_list *mistakes;
    tick updated_until; /* it goes on with what was saved: said until then */
};

struct view_context {
    struct draw_list *list; /* emptied by each screen */
    const struct text_metrics *metrics;
    const struct theme *theme;
    const struct palette *body;         /* who is drawn; NULL: the default */
    float width, height;                /* physical pixels */
    bool reduced_motion;                /* the breathing circle keeps its size and fades instead */
    bool no_sound;                      /* no sound device at the moment: the screen says so */
    const struct view_figures *figures; /* NULL: none */
    struct key_names keys;              /* of who looks at it; all zero: a keyboard as usual */
    const char *safety;                 /* when to stop; NULL: the program's own words for it */
    /* Filled by a screen of a session with what a press on it can choose: the `pick` of a request.
     * NULL: nobody asks. */
    struct focus_items *targets;
    const struct progress *progress;  /* the end of a session shows the week; NULL: it does not */
    const struct view_notice *notice; /* NULL: the files are not looked after */
    const struct catalog *words;      /* the program's own, in the user's language; NULL: English */
};

/* The session as it is at its `last_now`: the player, with what lies over it, or the end. */
void view_session(const struct view_context *view, const struct session *session);

/* The screens outside a session. Fills `items` with what can be chosen and where it is. */
void view_home(const struct view_context *view, const struct home *home,
               const struct home_content *content, struct focus_items *items);

struct kiosk;
struct kiosk_world;
/* What an office sees outside a session, and at its end. Fills `items`, as above. */
void view_kiosk(const struct view_context *view, const struct kiosk *kiosk,
                const struct kiosk_world *world, struct focus_items *items);
/* What a kiosk shows over a session that was drawn: the question for the PIN, the warning that
 * nobody seems to be there, or nothing. */
void view_kiosk_over(const struct view_context *view, const struct kiosk *kiosk,
                     const struct kiosk_world *world, struct focus_items *items);

/* A title and some lines, for what is wrong and what to do about it. */
void view_message(const struct view_context *view, const char *title,
                  const struct text_list *lines);

#endif

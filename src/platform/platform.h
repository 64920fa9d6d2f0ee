// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PLATFORM_H
#define UNKNOT_PLATFORM_PLATFORM_H

#include "base/tick.h"
#include "session/session.h"
#include "settings/settings.h"
#include "view/draw.h"

#include <stdbool.h>

/* The window: what a frame is shown in and where presses come from. The loop of whoever owns it:
 *
 *     platform_size(p, &width, &height);
 *     ... make a draw list of that size, measuring with platform_metrics(p) ...
 *     platform_present(p, &list);
 *     platform_wait(p, next change);
 *     while (platform_take(p, &input)) ...
 *
 * All calls on the thread that opened it, except platform_wake.
 */
struct platform;
struct bindings;
struct kiosk_chord;

struct platform_options {
    const char *title;
    bool hidden;       /* never shown, to try what there is */
    bool no_card;      /* painted on the processor, though there may be a graphics card */
    bool windowed;     /* else the whole screen */
    bool corner;       /* with `windowed`: small, in a corner of the screen, above other windows */
    int width, height; /* of the window, also after full screen; 0: three quarters of the screen */
    int display;       /* from 0; one that does not exist means the first */
    /* What keys and buttons mean; outlives the platform. NULL: as usual. */
    const struct bindings *bindings;
    const char *gamepads; /* a file that names their buttons; NULL, or not there: none */
};

/* The exit code when the display goes away while it is open, with a message: the same that every
 * command has for something that is missing around the program. */
enum { PLATFORM_DISPLAY_LOST = 3 };

/* NULL: there is no display; `*why` says so in words that can follow "there is no window: ". Call
 * signals_init first, so that Ctrl+C becomes an ACTION_QUIT. */
struct platform *platform_open(const struct platform_options *options, const char **why);
void platform_close(struct platform *platform);

/* A kiosk, from now on: no key, button or gesture, and nothing that a window manager asks for,
 * closes the window, makes it smaller or lets it go behind another one; the keyboard is its own
 * where the display allows that, the pointer is hidden, and every press is handed out, though it
 * means nothing. `chord` is the one thing that leaves: what it comes to is up to the caller. Again
 * with another one: from then on it is that. */
void platform_keep_in(struct platform *platform, const struct kiosk_chord *chord);

/* Whom to call before the program ends because the display went away; NULL: nobody. It has a
 * second.
 */
void platform_when_lost(struct platform *platform, void (*lost)(void *context), void *context);

/* Of the drawing area now, in physical pixels; 0 while there is nothing to draw on. Ask each frame.
 */
void platform_size(struct platform *platform, float *width, float *height);
/* The picture went away since the last call: the window was minimised, every display switched off,
 * or the one that it was on taken away. A window that another one covers counts as seen: nobody
 * tells.
 */
bool platform_vanished(struct platform *platform);
/* Somebody begins to look: what went away before is forgotten, and a picture that is not there now
 * counts as one that went away. */
void platform_expect_seen(struct platform *platform);
struct text_metrics platform_metrics(struct platform *platform);

/* Shows the list. false: nothing had to be shown, because nothing changed or there is nothing to
 * draw on; that costs next to nothing. */
bool platform_present(struct platform *platform, const struct draw_list *list);
/* The next list is shown as a whole, changed or not. */
void platform_repaint(struct platform *platform);

/* Shows pictures anew whose files have changed. */
void platform_refresh(struct platform *platform);

/* Returns at `until` on clock_now's clock, or earlier when something is to be taken or drawn anew.
 * A time sooner than the next frame is due waits for that frame: 60 a second where a graphics card
 * shows them, and no more than half of one processor where none does. Nothing runs while it waits.
 */
void platform_wait(struct platform *platform, tick until);
/* Any thread: makes platform_wait return. */
void platform_wake(struct platform *platform);

struct platform_input {
    struct request request; /* ACTION_NONE for a press that only means its place */
    bool tapped;            /* a press on the screen; `request` is what it means on no button */
    float x, y;             /* where, in pixels; on the screen */
    bool pointed;           /* the mouse is at x, y now; no press */
    int notches;            /* that a wheel was turned towards the person; `request`: the volume */
    float dragged;          /* pixels that a finger went down since the last time; no request */
    bool lifted;            /* the finger that dragged: `request` is what its swipe means, if any */
    bool chord;             /* the chord of platform_keep_in is held */
};
/* Whether something was asked for, not only shown. */
static inline bool platform_is_press(const struct platform_input *input)
{
    return input->tapped || input->request.action != ACTION_NONE;
}
/* The next thing asked for; false when there is none. Never waits. */
bool platform_take(struct platform *platform, struct platform_input *out);

/* What the device that was used last calls what asks for each action. */
struct key_names platform_key_names(const struct platform *platform);
/* What keys are on, as the person says: from now on they are called so, whatever was pressed.
 * KEYS_ON_EITHER, as at first: by what is pressed. Gamepads and fingers keep their own names. */
void platform_name_keys(struct platform *platform, enum setting_keys_on keys_on);

/* While on, the screen saver stays away. Off at first. */
void platform_keep_awake(struct platform *platform, bool on);
/* Switches the displays off or on, where the display server is told so: an X server. To be said
 * again now and then while they are to be off, since whoever moves the mouse switches them on. */
void platform_power(struct platform *platform, bool on);
void platform_toggle_full_screen(struct platform *platform);

/* For the doctor and the benchmark. */
struct platform_facts {
    const char *video, *renderer; /* names of SDL's drivers; "window surface": no graphics card */
    bool accelerated;
    tick frame_interval; /* that the governor aims at now */
    uint64_t frames;     /* presented so far */
};
struct platform_facts platform_facts(const struct platform *platform);

/* Draws a list without a window and writes it as a PNG. The metrics are the fonts it will be drawn
 * with: make the list with them. Needs no display. */
struct shot;
struct shot *shot_create(void);
void shot_destroy(struct shot *shot);
struct text_metrics shot_metrics(struct shot *shot);
/* Waits for the pictures the list names. false: `*why` can follow "cannot write FILE: ". */
bool shot_write(struct shot *shot, const struct draw_list *list, const char *path,
                const char **why);

#endif

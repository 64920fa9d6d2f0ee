// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_VISIT_H
#define UNKNOT_PLAYER_VISIT_H

#include "platform/platform.h"
#include "player/key_script.h"
#include "program/app.h"
#include "session/session.h"
#include "view/view.h"

/* Who looks on while a session is played, as a kiosk does. */
struct visit_host {
    void *context;
    /* False: the press is not for the session. */
    bool (*press)(void *context, const struct platform_input *input);
    /* Before it begins, now and then while it is known ever better how long its lines take; a
     * picture is shown right after. `lines`: how many are known. */
    void (*prepare)(void *context, size_t lines);
    /* Once a frame: what the host asks of the session; ACTION_NONE: nothing. */
    enum action (*attend)(void *context, const struct session *session);
    /* When it wants to be asked again, at the latest. */
    tick (*next)(void *context);
    /* Over the session, which is in the list; or something else instead. */
    void (*draw)(void *context, const struct view_context *view, const struct session *session);
};

/* A session that was begun on the home screen: what it shares with that, and what it says when it
 * is over. */
struct visit {
    struct platform *platform;     /* stays open */
    struct key_script *keys;       /* go on where they are */
    tick started;                  /* what their times count from */
    int volume;                    /* at the end of the session */
    struct comfort before;         /* how the back felt */
    bool offered;                  /* to go on where it was left: it is not asked again */
    tick resume;                   /* what was chosen then; 0: from the start */
    const struct routine *routine; /* NULL: it is read from the file that the options name */
    const struct visit_host *host; /* NULL: nobody */
    bool counts;                   /* a kiosk's: its sessions are counted */
    bool quit;                     /* the person wants to close the program, not only the session */
};

/* Plays what the options name. `visit` NULL: with a window or terminal of its own. */
enum exit_code play_in(struct app *app, const struct options *given, struct visit *visit);

#endif

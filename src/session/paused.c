// SPDX-License-Identifier: MIT
#include "session/modes.h"

const char *const session_menu_labels[MENU_ITEMS] = {
    [MENU_RESUME] = N_("Resume"),           [MENU_REPEAT] = N_("Repeat this step"),
    [MENU_SKIP] = N_("Skip this step"),     [MENU_VOLUME] = N_("Volume"),
    [MENU_EYES_CLOSED] = N_("Eyes closed"), [MENU_END] = N_("End the session"),
};

void session_pause(struct session *session, enum session_pause why, struct effects *out)
{
    session->resume_mode = session->mode;
    session->mode = SESSION_PAUSED;
    session->pause = why;
    session->confirm_leave = false;
    session->focus = MENU_RESUME;
    cues_take_back(session);
    effects_add(out, EFFECT_FLUSH);
    effects_add(out, EFFECT_SOUND)->sound = CUE_PAUSE;
}

void session_resume(struct session *session, struct effects *out)
{
    if (session->mode != SESSION_PAUSED)
        return;
    session->mode = session->resume_mode;
    session->confirm_leave = false;
    effects_add(out, EFFECT_SOUND)->sound = CUE_RESUME;
}

static void on_resume(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session_resume(session, out);
}

static void on_repeat(struct session *session, const struct request *request, struct effects *out)
{
    session_on_repeat(session, request, out);
    session_resume(session, out);
}

static void on_skip(struct session *session, const struct request *request, struct effects *out)
{
    session_on_next(session, request, out);
    session_resume(session, out);
}

static void on_eyes_closed(struct session *session, const struct request *request,
                           struct effects *out)
{
    (void)request;
    session->eyes_closed = !session->eyes_closed;
    session_resume(session, out);
}

static void on_volume(struct session *session, const struct request *request, struct effects *out)
{
    mode_common.on[ACTION_MUTE](session, request, out);
}

/* What Enter does on each line of the menu. */
static const struct {
    void (*choose)(struct session *session, const struct request *request, struct effects *out);
} menu[MENU_ITEMS] = {
    [MENU_RESUME] = {on_resume},
    [MENU_REPEAT] = {on_repeat},
    [MENU_SKIP] = {on_skip},
    [MENU_VOLUME] = {on_volume},
    [MENU_EYES_CLOSED] = {on_eyes_closed},
    [MENU_END] = {session_on_quit},
};

static void choose(struct session *session, const struct request *request, struct effects *out)
{
    menu[session->focus].choose(session, request, out);
}

static void pick(struct session *session, const struct request *request, struct effects *out)
{
    if (request->pick < 0 || request->pick >= MENU_ITEMS)
        return;
    session->focus = request->pick;
    choose(session, request, out);
}

static void up(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    session->focus = (session->focus + MENU_ITEMS - 1) % MENU_ITEMS;
}

static void down(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    session->focus = (session->focus + 1) % MENU_ITEMS;
}

static void left(struct session *session, const struct request *request, struct effects *out)
{
    if (session->focus == MENU_VOLUME)
        session_on_softer(session, request, out);
    else
        session_on_back(session, request, out);
}

static void right(struct session *session, const struct request *request, struct effects *out)
{
    if (session->focus == MENU_VOLUME)
        session_on_louder(session, request, out);
    else
        session_on_next(session, request, out);
}

static void leave(struct session *session, const struct request *request, struct effects *out)
{
    if (session->confirm_leave)
        session_on_quit(session, request, out);
    session->confirm_leave = true;
    session->focus = MENU_RESUME;
}

const struct mode mode_paused = {.on = {
                                     [ACTION_PLAY_PAUSE] = on_resume,
                                     [ACTION_CONTINUE] = choose,
                                     [ACTION_NEXT] = right,
                                     [ACTION_BACK] = left,
                                     [ACTION_UP] = up,
                                     [ACTION_DOWN] = down,
                                     [ACTION_FOCUS_NEXT] = down,
                                     [ACTION_FOCUS_BACK] = up,
                                     [ACTION_REPEAT] = on_repeat,
                                     [ACTION_SEEK] = session_on_seek,
                                     [ACTION_LEAVE] = leave,
                                     [ACTION_PICK] = pick,
                                 }};

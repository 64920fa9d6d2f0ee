// SPDX-License-Identifier: MIT
#include "session/modes.h"

/* What works in every mode, and the modes that know nothing but a way out. */

static void show_volume(struct session *session, struct effects *out)
{
    session->volume_until = session->last_now + SESSION_SHOW_VOLUME;
    effects_add(out, EFFECT_VOLUME);
}

static void set_volume(struct session *session, int volume, struct effects *out)
{
    session->volume = volume < 0 ? 0 : volume > 100 ? 100 : volume;
    session->muted = false;
    show_volume(session, out);
}

void session_on_louder(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    set_volume(session, session->volume + SESSION_VOLUME_STEP, out);
}

void session_on_softer(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    set_volume(session, session->volume - SESSION_VOLUME_STEP, out);
}

static void mute(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session->muted = !session->muted;
    show_volume(session, out);
}

static void eyes_closed(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    session->eyes_closed = !session->eyes_closed;
}

static void full_screen(struct session *session, const struct request *request, struct effects *out)
{
    (void)session;
    (void)request;
    effects_add(out, EFFECT_FULL_SCREEN);
}

/* Nobody can read the keys and follow the exercise at once, so a running session waits. */
static void open_help(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session->help = true;
    session->help_paused = session->mode != SESSION_PAUSED && session->mode != SESSION_FINISHED;
    if (session->help_paused)
        session_pause(session, PAUSE_ASKED, out);
}

void session_on_leave(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session_pause(session, PAUSE_ASKED, out);
    session->confirm_leave = true;
}

void session_on_quit(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session->mode = SESSION_LEFT;
    session->help = false;
    effects_add(out, EFFECT_FLUSH);
    effects_add(out, EFFECT_LEFT);
}

const struct mode mode_common = {.on = {
                                     [ACTION_LOUDER] = session_on_louder,
                                     [ACTION_SOFTER] = session_on_softer,
                                     [ACTION_MUTE] = mute,
                                     [ACTION_EYES_CLOSED] = eyes_closed,
                                     [ACTION_FULL_SCREEN] = full_screen,
                                     [ACTION_HELP] = open_help,
                                     [ACTION_LEAVE] = session_on_leave,
                                     [ACTION_QUIT] = session_on_quit,
                                 }};

static void close_help(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session->help = false;
    if (session->help_paused)
        session_resume(session, out);
    session->help_paused = false;
}

const struct mode mode_help = {.on = {
                                   [ACTION_HELP] = close_help,
                                   [ACTION_LEAVE] = close_help,
                                   [ACTION_CONTINUE] = close_help,
                                   [ACTION_PLAY_PAUSE] = close_help,
                               }};

void session_on_close(struct session *session, const struct request *request, struct effects *out)
{
    (void)session;
    (void)request;
    effects_add(out, EFFECT_CLOSE);
}

const struct mode mode_finished = {.on = {
                                       [ACTION_CONTINUE] = session_on_close,
                                       [ACTION_PLAY_PAUSE] = session_on_close,
                                       [ACTION_LEAVE] = session_on_close,
                                       [ACTION_QUIT] = session_on_close,
                                   }};

// SPDX-License-Identifier: MIT
#include "session/modes.h"

/* Before the beginning: go on where the last session was left, or begin anew. */

void session_offer(struct session *session, struct effects *out)
{
    session->mode = SESSION_OFFERING;
    session->focus = OFFER_RESUME;
    session->offer_until = session->last_now + SESSION_OFFER;
    effects_add(out, EFFECT_OFFER);
}

static void begin_at(struct session *session, tick at, struct effects *out)
{
    session->mode = SESSION_PLAYING;
    session->entry = timeline_entry_at(session->timeline, at);
    tick into = at - session->timeline->entries[session->entry].start;
    playhead_jump(session, session->entry, into, out);
}

static void choose(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    begin_at(session, session->focus == OFFER_RESUME ? session->resume : session->position, out);
}

static void pick(struct session *session, const struct request *request, struct effects *out)
{
    if (request->pick < 0 || request->pick >= OFFER_ITEMS)
        return;
    session->focus = request->pick;
    choose(session, request, out);
}

static void anew(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    begin_at(session, session->position, out);
}

/* Whoever looks at the choice is there and is not hurried. */
static void change(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    session->focus = session->focus == OFFER_RESUME ? OFFER_ANEW : OFFER_RESUME;
    session->offer_until = TICK_NEVER;
}

void session_offer_hold(struct session *session, bool jumped, bool unseen)
{
    if (session->mode != SESSION_OFFERING || session->offer_until == TICK_NEVER)
        return;
    if (unseen)
        session->offer_until = TICK_NEVER;
    else if (jumped)
        session->offer_until = session->last_now + SESSION_OFFER;
}

void session_offer_look(struct session *session, struct effects *out)
{
    if (session->help && session->offer_until > 0)
        session->offer_until = TICK_NEVER;
    if (session->mode == SESSION_OFFERING && session->last_now >= session->offer_until)
        choose(session, NULL, out);
}

const struct mode mode_offering = {.on = {
                                       [ACTION_PLAY_PAUSE] = choose,
                                       [ACTION_CONTINUE] = choose,
                                       [ACTION_REPEAT] = anew,
                                       [ACTION_NEXT] = change,
                                       [ACTION_BACK] = change,
                                       [ACTION_UP] = change,
                                       [ACTION_DOWN] = change,
                                       [ACTION_SEEK] = session_on_seek,
                                       [ACTION_LEAVE] = session_on_quit,
                                       [ACTION_PICK] = pick,
                                   }};

// SPDX-License-Identifier: MIT
#include "session/modes.h"

/* While time runs, and on a gate. On a remote control Enter is the one key everybody finds, so it
 * pauses what runs and opens what waits. */

const struct mode mode_playing = {.on = {
                                      [ACTION_PLAY_PAUSE] = session_on_pause,
                                      [ACTION_CONTINUE] = session_on_pause,
                                      [ACTION_NEXT] = session_on_next,
                                      [ACTION_BACK] = session_on_back,
                                      [ACTION_REPEAT] = session_on_repeat,
                                      [ACTION_UP] = session_on_louder,
                                      [ACTION_DOWN] = session_on_softer,
                                      [ACTION_SEEK] = session_on_seek,
                                  }};

static void open_gate(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    playhead_open_gate(session, out);
}

static bool is_wait(const struct session *session)
{
    return session->timeline->entries[session->entry].kind == ENTRY_WAIT;
}

/* Nothing runs during a wait, so "play" can only mean: go on. */
static void play_gate(struct session *session, const struct request *request, struct effects *out)
{
    if (is_wait(session))
        playhead_open_gate(session, out);
    else
        session_on_pause(session, request, out);
}

/* Who has had enough of what lasts as long as they like has done it. */
static bool ends_here(const struct session *session)
{
    return playhead_step_after(session) == session->entry + 1;
}

static void next_gate(struct session *session, const struct request *request, struct effects *out)
{
    if (is_wait(session) || ends_here(session))
        playhead_open_gate(session, out);
    else
        session_on_next(session, request, out);
}

const struct mode mode_gate = {.on = {
                                   [ACTION_PLAY_PAUSE] = play_gate,
                                   [ACTION_CONTINUE] = open_gate,
                                   [ACTION_NEXT] = next_gate,
                                   [ACTION_BACK] = session_on_back,
                                   [ACTION_REPEAT] = session_on_repeat,
                                   [ACTION_UP] = session_on_louder,
                                   [ACTION_DOWN] = session_on_softer,
                                   [ACTION_SEEK] = session_on_seek,
                               }};

// SPDX-License-Identifier: MIT
#include "session/modes.h"

/* A cue is handed out once, in the order of the timeline. A gate holds back the cues of what
 * follows it, even those of the same instant. */

static tick scaled(const struct session *session, tick time)
{
    return tick_from_seconds(tick_to_seconds(time) / session->speed);
}

/* The first entry from `from` on, up to `to`, that the playhead cannot pass by itself. */
static bool gate_between(const struct session *session, size_t from, size_t to)
{
    const struct timeline *timeline = session->timeline;
    for (size_t i = from; i < to && i < timeline->entry_count; i++)
        if (playhead_mode(session, i) != SESSION_PLAYING)
            return true;
    return false;
}

static tick horizon(const struct session *session)
{
    return session->position +
           tick_from_seconds(tick_to_seconds(SESSION_LOOKAHEAD) * session->speed);
}

static void hand_out(struct session *session, const struct cue *cue, tick due, struct effects *out)
{
    struct effect *effect = effects_add(out, EFFECT_CUE);
    effect->cue = cue;
    effect->due = due;
    effect->entry = cue->entry;
    if (cue->kind == CUE_SAY && cue->text) {
        session->line = cue;
        session->line_due = due;
    }
}

void cues_hand_out(struct session *session, struct effects *out)
{
    const struct timeline *timeline = session->timeline;
    if (session->again && effects_room(out)) {
        hand_out(session, session->again, session->last_now, out);
        session->again = NULL;
    }
    tick until = horizon(session);
    while (session->next_cue < timeline->cue_count && effects_room(out)) {
        const struct cue *cue = &timeline->cues[session->next_cue];
        if (cue->at > until || gate_between(session, session->entry, cue->entry))
            return;
        hand_out(session, cue, session->last_now + scaled(session, cue->at - session->position),
                 out);
        session->next_cue++;
    }
}

void cues_take_back(struct session *session)
{
    const struct timeline *timeline = session->timeline;
    session->again = NULL;
    while (session->next_cue > 0 && timeline->cues[session->next_cue - 1].at > session->position)
        session->next_cue--;
    const struct cue *line = session->line;
    tick heard = session->last_now - session->line_due;
    if (line && heard >= 0 && 2 * heard < scaled(session, line->length))
        session->again = line;
    session->line = NULL;
}

static void go_on_after(struct session *session, tick time)
{
    const struct timeline *timeline = session->timeline;
    size_t first;
    timeline_cues(timeline, time, timeline->total, &first);
    while (first < timeline->cue_count && timeline->cues[first].entry < session->entry)
        first++;
    session->next_cue = first;
    session->line = NULL;
    session->again = NULL;
}

void cues_jump(struct session *session)
{
    go_on_after(session, session->position - 1);
}

void cues_changed(struct session *session)
{
    go_on_after(session, session->position);
}

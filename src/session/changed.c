// SPDX-License-Identifier: MIT
#include "session/modes.h"

#include <string.h>

/* The routine was changed while it is played. */

static void carry_marks(struct session *session, const struct timeline_match *match)
{
    uint8_t old[TIMELINE_MAX_ENTRIES];
    memcpy(old, session->marks, sizeof old);
    memset(session->marks, MARK_NONE, sizeof session->marks);
    session->steps_done = session->steps_skipped = 0;
    for (size_t i = 0; i < match->from->step_count; i++) {
        if (match->steps[i] == MATCH_GONE)
            continue;
        session->marks[match->steps[i]] = old[i];
        session->steps_done += old[i] == MARK_DONE;
        session->steps_skipped += old[i] == MARK_SKIPPED;
    }
}

/* What was spent on a step that is gone was spent all the same: `worked` stays. */
static void carry_work(struct session *session, const struct timeline_match *match)
{
    tick old[TIMELINE_MAX_ENTRIES];
    memcpy(old, session->work, sizeof old);
    memset(session->work, 0, sizeof session->work);
    for (size_t i = 0; i < match->from->step_count; i++)
        if (match->steps[i] != MATCH_GONE)
            session->work[match->steps[i]] += old[i];
}

static tick carry_time(const struct timeline_match *match, tick time)
{
    size_t entry = timeline_entry_at(match->from, time);
    struct timeline_place place =
        timeline_follow(match, entry, time - match->from->entries[entry].start);
    return match->to->entries[place.entry].start + place.into;
}

/* Before it has begun there are only times. */
static void carry_beginning(struct session *session, const struct timeline_match *match)
{
    session->position = carry_time(match, session->position);
    session->resume = session->resume > 0 ? carry_time(match, session->resume) : 0;
    session->entry = timeline_entry_at(session->timeline, session->position);
    cues_jump(session);
}

/* The line that is to be said again, if it is still said there. */
static const struct cue *same_line(const struct session *session, const struct cue *line)
{
    const struct timeline *timeline = session->timeline;
    const struct entry *entry = &timeline->entries[session->entry];
    size_t first;
    size_t count = timeline_cues(timeline, entry->start - 1, entry->start + entry->length, &first);
    for (size_t i = first; line != NULL && i < first + count; i++)
        if (timeline->cues[i].text != NULL && text_equal(timeline->cues[i].text, line->text))
            return &timeline->cues[i];
    return NULL;
}

static void carry_place(struct session *session, const struct timeline_place *place,
                        struct effects *out)
{
    if (!place->same) {
        session->entry = place->entry;
        session->position = session->timeline->entries[place->entry].start;
        playhead_jump(session, place->entry, 0, out);
        return;
    }
    const struct cue *again = session->again;
    playhead_carry(session, place->entry, place->into);
    cues_changed(session);
    session->again = same_line(session, again);
}

static bool is_over(const struct session *session)
{
    return session->mode == SESSION_FINISHED ||
           (session->mode == SESSION_PAUSED && session->resume_mode == SESSION_FINISHED);
}

static bool is_offering(const struct session *session)
{
    return session->mode == SESSION_OFFERING ||
           (session->mode == SESSION_PAUSED && session->resume_mode == SESSION_OFFERING);
}

void session_change(struct session *session, const struct timeline_match *match,
                    const struct timeline *closed, struct effects *out)
{
    out->count = 0;
    if (session->mode == SESSION_LEFT)
        return;
    struct timeline_place place =
        timeline_follow(match, session->entry,
                        session->entry < match->from->entry_count
                            ? session->position - match->from->entries[session->entry].start
                            : 0);
    if (session->mode != SESSION_PAUSED)
        cues_take_back(session);
    carry_marks(session, match);
    carry_work(session, match);
    session->layouts[false] = match->to;
    session->layouts[true] = closed;
    session->timeline = session->layouts[session->eyes_closed];
    effects_add(out, EFFECT_FLUSH);
    if (is_over(session)) {
        session->entry = place.entry;
        session->position = session->timeline->total;
        cues_changed(session);
    } else if (is_offering(session) || !session->begun) {
        carry_beginning(session, match);
    } else {
        carry_place(session, &place, out);
    }
}

// SPDX-License-Identifier: MIT
#include "session/modes.h"

static const struct entry *current(const struct session *session)
{
    return &session->timeline->entries[session->entry];
}

/* The step an entry counts for; NULL when it stands outside all of them. */
static const struct timeline_step *step_of(const struct session *session, size_t entry)
{
    const struct timeline *timeline = session->timeline;
    if (entry >= timeline->entry_count)
        return NULL;
    uint32_t step = timeline->entries[entry].step;
    if (step >= timeline->step_count || entry < timeline->steps[step].first_entry ||
        entry > timeline->steps[step].last_entry)
        return NULL;
    return &timeline->steps[step];
}

enum session_mode playhead_mode(const struct session *session, size_t entry)
{
    if (entry >= session->timeline->entry_count)
        return SESSION_FINISHED;
    const struct entry *e = &session->timeline->entries[entry];
    return e->kind == ENTRY_ASK ? SESSION_ASKING : e->gate ? SESSION_GATE : SESSION_PLAYING;
}

static void set_mode(struct session *session, enum session_mode mode)
{
    if (session->mode == SESSION_PAUSED && mode != SESSION_FINISHED)
        session->resume_mode = mode;
    else
        session->mode = mode;
}

static void mark(struct session *session, size_t step, enum session_mark mark)
{
    uint8_t *old = &session->marks[step];
    if (*old >= mark)
        return;
    session->steps_skipped -= *old == MARK_SKIPPED;
    session->steps_skipped += mark == MARK_SKIPPED;
    session->steps_done += mark == MARK_DONE;
    *old = (uint8_t)mark;
}

static void finish(struct session *session, struct effects *out)
{
    session->position = session->timeline->total;
    set_mode(session, SESSION_FINISHED);
    session_ask_after(session);
    effects_add(out, EFFECT_FINISHED);
}

/* The playhead is at `entry` now, at its start. */
static void enter(struct session *session, size_t entry, struct effects *out)
{
    session->entry = entry;
    session->gate_spent = 0;
    session->rating = -1;
    if (entry >= session->timeline->entry_count) {
        finish(session, out);
        return;
    }
    session->position = current(session)->start;
    const struct timeline_step *step = step_of(session, entry);
    if (step && step->first_entry == entry)
        session->whole = true;
    set_mode(session, playhead_mode(session, entry));
    effects_add(out, EFFECT_ENTRY)->entry = entry;
}

/* The current entry is over; what belongs to it must have been handed out before it is left. */
static void leave(struct session *session, struct effects *out)
{
    const struct timeline_step *step = step_of(session, session->entry);
    bool ends_step = step && step->last_entry == session->entry;
    if (ends_step && session->whole) {
        mark(session, (size_t)(step - session->timeline->steps), MARK_DONE);
        effects_add(out, EFFECT_STEP_DONE)->entry = session->entry;
    }
    /* When a gate ends is not on the timeline, so what sounds there is not either. */
    bool gate = current(session)->gate;
    enter(session, session->entry + 1, out);
    if (gate && session->mode == SESSION_FINISHED)
        effects_add(out, EFFECT_SOUND)->sound = CUE_SESSION_DONE;
    else if (gate && ends_step)
        effects_add(out, EFFECT_SOUND)->sound = CUE_STEP_DONE;
}

static void note_work(struct session *session, tick time)
{
    const struct entry *entry = current(session);
    if (entry->kind != ENTRY_WORK)
        return;
    session->worked += time;
    session->work[entry->step] += time;
}

/* Both return what is left of `time`. */
static tick pass_entry(struct session *session, tick time)
{
    const struct entry *entry = current(session);
    tick room = entry->start + entry->length - session->position;
    tick taken = time < room ? time : room;
    session->position += taken;
    session->played += taken;
    note_work(session, taken);
    return time - taken;
}

static tick pass_gate(struct session *session, tick time)
{
    tick at_most = current(session)->at_most;
    tick room = at_most > 0 ? at_most - session->gate_spent : time;
    tick taken = time < room ? time : room;
    session->gate_spent += taken;
    note_work(session, taken);
    return time - taken;
}

static bool entry_over(const struct session *session)
{
    const struct entry *entry = current(session);
    if (session->mode == SESSION_PLAYING)
        return session->position >= entry->start + entry->length;
    return entry->at_most > 0 && session->gate_spent >= entry->at_most;
}

static bool runs(const struct session *session)
{
    return session->mode == SESSION_PLAYING || session->mode == SESSION_GATE ||
           session->mode == SESSION_ASKING;
}

void playhead_pass(struct session *session, tick time, struct effects *out)
{
    while (runs(session)) {
        time =
            session->mode == SESSION_PLAYING ? pass_entry(session, time) : pass_gate(session, time);
        if (!entry_over(session))
            return;
        /* A fast session may pass many entries at once. What does not fit waits. */
        if (!effects_room(out)) {
            session->owed = time;
            return;
        }
        leave(session, out);
    }
}

/* Steps that end between the playhead and `entry`, this one included. */
static void mark_skipped(struct session *session, size_t entry)
{
    const struct timeline *timeline = session->timeline;
    for (size_t i = session->entry; i < entry && i < timeline->entry_count; i++) {
        const struct timeline_step *step = step_of(session, i);
        if (step && step->last_entry == i)
            mark(session, (size_t)(step - timeline->steps), MARK_SKIPPED);
    }
}

void playhead_jump(struct session *session, size_t entry, tick into, struct effects *out)
{
    mark_skipped(session, entry);
    effects_add(out, EFFECT_FLUSH);
    bool stays =
        step_of(session, entry) && step_of(session, entry) == step_of(session, session->entry);
    bool back = entry < session->entry ||
                (entry == session->entry && entry < session->timeline->entry_count &&
                 current(session)->start + into <= session->position);
    bool whole = stays && back && session->whole;
    session->owed = 0;
    session->whole = whole;
    enter(session, entry, out);
    if (entry >= session->timeline->entry_count) {
        session->next_cue = session->timeline->cue_count;
        effects_add(out, EFFECT_SOUND)->sound = CUE_SESSION_DONE;
        return;
    }
    session->position += into;
    session->whole = whole || (session->whole && into == 0);
    cues_jump(session);
}

void playhead_carry(struct session *session, size_t entry, tick into)
{
    session->entry = entry;
    session->position = current(session)->start + into;
    set_mode(session, playhead_mode(session, entry));
}

void playhead_open_gate(struct session *session, struct effects *out)
{
    effects_add(out, EFFECT_FLUSH);
    session->line = NULL;
    leave(session, out);
}

size_t playhead_step_start(const struct session *session)
{
    const struct timeline_step *step = step_of(session, session->entry);
    return step ? step->first_entry : session->entry;
}

size_t playhead_step_before(const struct session *session)
{
    size_t start = playhead_step_start(session);
    if (start == 0)
        return 0;
    const struct timeline_step *step = step_of(session, start - 1);
    return step ? step->first_entry : start - 1;
}

size_t playhead_step_after(const struct session *session)
{
    const struct timeline_step *step = step_of(session, session->entry);
    return (step ? step->last_entry : session->entry) + 1;
}

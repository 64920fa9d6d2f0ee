// SPDX-License-Identifier: MIT
#include "session/announce.h"
#include "session/modes.h"

#include <assert.h>
#include <string.h>

/* Room that cues and passing time leave for what one request can bring. */
enum { EFFECTS_SPARE = 12 };

bool effects_room(const struct effects *out)
{
    return out->count + EFFECTS_SPARE < SESSION_MAX_EFFECTS;
}

struct effect *effects_add(struct effects *out, enum effect_kind kind)
{
    assert(out->count < SESSION_MAX_EFFECTS);
    struct effect *effect = &out->items[out->count++];
    *effect = (struct effect){.kind = kind};
    return effect;
}

void session_init(struct session *session, const struct timeline *timeline,
                  const struct session_options *options, tick begins)
{
    memset(session, 0, sizeof *session);
    session->timeline = session->layouts[options->eyes_closed] = timeline;
    session->speed = options->speed > 0 ? options->speed : 1;
    session->volume = options->volume;
    session->muted = options->muted;
    session->eyes_closed = options->eyes_closed;
    session->rating = -1;
    session->before = options->before;
    session->ask = options->ask;
    session->last_now = session->quiet_from = session->alive_from = begins;
    tick from = options->from < 0 ? 0 : options->from;
    session->position = from < timeline->total ? from : timeline->total;
    session->entry = timeline->entry_count > 0 ? timeline_entry_at(timeline, session->position) : 0;
    bool fits = options->resume > 0 && options->resume < timeline->total;
    session->resume = fits ? options->resume : 0;
    session->mode = fits ? SESSION_OFFERING : SESSION_PLAYING;
    session->offer_until = begins + SESSION_OFFER;
}

static void begin(struct session *session, struct effects *out)
{
    session->begun = true;
    if (session->mode == SESSION_OFFERING) {
        session_offer(session, out);
        return;
    }
    bool empty = session->timeline->entry_count == 0;
    tick into = empty ? 0 : session->position - session->timeline->entries[session->entry].start;
    playhead_jump(session, session->entry, into, out);
}

static const struct mode *mode_of(const struct session *session)
{
    static const struct mode left; /* nothing matters any more */
    static const struct mode *const modes[SESSION_MODES] = {
        [SESSION_PLAYING] = &mode_playing,
        [SESSION_PAUSED] = &mode_paused,
        [SESSION_GATE] = &mode_gate,
        [SESSION_ASKING] = &mode_asking,
        [SESSION_OFFERING] = &mode_offering,
        [SESSION_FINISHED] = &mode_finished,
        [SESSION_LEFT] = &left,
    };
    return session->help ? &mode_help : session->asks ? &mode_asking_after : modes[session->mode];
}

static void apply(struct session *session, const struct request *request, struct effects *out)
{
    if (session->mode == SESSION_LEFT || request->action >= ACTION_COUNT)
        return;
    const struct mode *mode = mode_of(session);
    if (!mode->on[request->action])
        mode = &mode_common;
    if (mode->on[request->action])
        mode->on[request->action](session, request, out);
}

/* Whether a gap in time would cost the person something. */
static bool time_matters(const struct session *session)
{
    if (session->mode == SESSION_PLAYING)
        return true;
    return (session->mode == SESSION_GATE || session->mode == SESSION_ASKING) &&
           session->timeline->entries[session->entry].at_most > 0;
}

static tick routine_time(const struct session *session, tick time)
{
    if (session->speed == 1)
        return time;
    return tick_from_seconds(tick_to_seconds(time) * session->speed);
}

void session_other_layout(struct session *session, const struct timeline *other)
{
    bool closed = session->timeline == session->layouts[true];
    if (other)
        session->layouts[!closed] = other;
}

/* Says everything once the eyes are closed, and what the screen does not show once they are open.
 */
static void follow_the_eyes(struct session *session, struct effects *out)
{
    const struct timeline *wanted = session->layouts[session->eyes_closed];
    if (!wanted || wanted == session->timeline)
        return;
    session->timeline = wanted;
    cues_changed(session);
    effects_add(out, EFFECT_FLUSH);
}

void session_step(struct session *session, struct request request, tick now, struct effects *out)
{
    out->count = 0;
    if (session->mode == SESSION_LEFT)
        return;
    request.action = action_plain(request.action);
    const struct announced before = announce_before(session);
    tick passed = now > session->last_now && session->begun ? now - session->last_now : 0;
    bool jumped = passed > SESSION_STALL || (request.slept && session->begun);
    if (jumped && time_matters(session)) {
        session_pause(session, PAUSE_STALLED, out);
        if (request.action != ACTION_QUIT)
            request.action = ACTION_NONE;
    }
    session->last_now = now > session->last_now ? now : session->last_now;
    if (!session->begun)
        begin(session, out);
    if (request.vanished && !session->eyes_closed && time_matters(session))
        session_pause(session, PAUSE_UNSEEN, out);
    session_offer_hold(session, jumped, request.vanished && !session->eyes_closed);
    tick owed = session->owed;
    session->owed = 0;
    playhead_pass(session, owed + (jumped ? 0 : routine_time(session, passed)), out);
    apply(session, &request, out);
    session_offer_look(session, out);
    if (session->mode != SESSION_LEFT)
        follow_the_eyes(session, out);
    if (session->mode != SESSION_PAUSED && session->mode != SESSION_OFFERING &&
        session->mode != SESSION_LEFT)
        cues_hand_out(session, out);
    announce_change(session, &before, out);
    announce_alive(session, out);
}

void session_moment(const struct session *session, struct moment *out)
{
    const struct timeline *timeline = session->timeline;
    assert(timeline->entry_count > 0);
    size_t entry = session->entry;
    if (entry >= timeline->entry_count)
        entry = timeline->entry_count - 1;
    tick into = session->position - timeline->entries[entry].start;
    timeline_moment(timeline, entry, into + session->gate_spent, out);
}

static tick gate_next_change(const struct session *session, tick now)
{
    const struct entry *entry = &session->timeline->entries[session->entry];
    if (entry->kind == ENTRY_WORK)
        return now;
    if (entry->at_most == 0)
        return TICK_NEVER;
    tick left = (entry->at_most - session->gate_spent) % TICK_S;
    return now + tick_from_seconds(tick_to_seconds(left > 0 ? left : TICK_S) / session->speed);
}

tick session_next_change(const struct session *session, tick now)
{
    tick next = TICK_NEVER;
    if (session->mode == SESSION_PLAYING || session->owed > 0)
        next = now;
    else if (session->mode == SESSION_GATE || session->mode == SESSION_ASKING)
        next = gate_next_change(session, now);
    else if (session->mode == SESSION_OFFERING && session->offer_until != TICK_NEVER)
        next = session->offer_until - (session->offer_until - now - 1) / TICK_S * TICK_S;
    tick alive = announce_next(session);
    next = alive < next ? alive : next;
    if (session->volume_until > now && session->volume_until < next)
        next = session->volume_until;
    return next;
}

void session_on_pause(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    session_pause(session, PAUSE_ASKED, out);
}

void session_on_next(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    playhead_jump(session, playhead_step_after(session), 0, out);
}

void session_on_back(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    size_t start = playhead_step_start(session);
    tick since = session->position - session->timeline->entries[start].start + session->gate_spent;
    bool again = since < SESSION_BACK_AGAIN;
    playhead_jump(session, again ? playhead_step_before(session) : start, 0, out);
}

void session_on_repeat(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    playhead_jump(session, playhead_step_start(session), 0, out);
}

void session_on_seek(struct session *session, const struct request *request, struct effects *out)
{
    const struct timeline *timeline = session->timeline;
    if (request->to >= timeline->total) {
        playhead_jump(session, timeline->entry_count, 0, out);
        return;
    }
    tick to = request->to < 0 ? 0 : request->to;
    size_t entry = timeline_entry_at(timeline, to);
    playhead_jump(session, entry, to - timeline->entries[entry].start, out);
}

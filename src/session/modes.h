// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SESSION_MODES_H
#define UNKNOT_SESSION_MODES_H

#include "base/catalog.h"
#include "session/session.h"

/* Inside the room: what each mode does with a request. One table per mode; NULL: see the common
 * table; NULL there, too: ignored. Time has already passed when a handler runs. */
struct mode {
    void (*on[ACTION_COUNT])(struct session *session, const struct request *request,
                             struct effects *out);
};

extern const struct mode mode_playing, mode_gate, mode_asking, mode_paused, mode_offering,
    mode_finished, mode_asking_after, mode_help, mode_common;

/* True while another effect fits; one that is not about a cue always leaves some room for those
 * that a request may bring. */
bool effects_room(const struct effects *out);
struct effect *effects_add(struct effects *out, enum effect_kind kind);

/* playhead.c: the only functions that move the playhead. */
/* Lets `time` of the routine pass. */
void playhead_pass(struct session *session, tick time, struct effects *out);
/* Jumps to an entry, `into` after its start; steps that are jumped over count as skipped. An entry
 * past the last ends the session. */
void playhead_jump(struct session *session, size_t entry, tick into, struct effects *out);
/* The same moment in a timeline that has changed. */
void playhead_carry(struct session *session, size_t entry, tick into);
/* Leaves the gate the playhead is on. */
void playhead_open_gate(struct session *session, struct effects *out);
/* The first entry of this step, of the one before, and the one after its last. */
size_t playhead_step_start(const struct session *session);
size_t playhead_step_before(const struct session *session);
size_t playhead_step_after(const struct session *session);
enum session_mode playhead_mode(const struct session *session, size_t entry);

/* cues.c */
/* Hands out what is due within the look-ahead. */
void cues_hand_out(struct session *session, struct effects *out);
/* Takes back what has not sounded yet, and remembers a line that was cut off early. */
void cues_take_back(struct session *session);
/* Goes on with the cues of this entry from `position` on. */
void cues_jump(struct session *session);
/* Goes on with the cues of another timeline, from the playhead on. */
void cues_changed(struct session *session);

/* asking.c: at the end, whether to ask how the back feels. */
void session_ask_after(struct session *session);

/* offering.c */
void session_offer(struct session *session, struct effects *out);
/* Nothing is chosen for somebody who could not see that it would be. */
void session_offer_hold(struct session *session, bool jumped, bool unseen);
/* The time is up. */
void session_offer_look(struct session *session, struct effects *out);

/* paused.c */
void session_pause(struct session *session, enum session_pause why, struct effects *out);
void session_resume(struct session *session, struct effects *out);

/* session.c: what more than one mode does. */
void session_on_pause(struct session *session, const struct request *request, struct effects *out);
void session_on_next(struct session *session, const struct request *request, struct effects *out);
void session_on_back(struct session *session, const struct request *request, struct effects *out);
void session_on_repeat(struct session *session, const struct request *request, struct effects *out);
void session_on_seek(struct session *session, const struct request *request, struct effects *out);
void session_on_louder(struct session *session, const struct request *request, struct effects *out);
void session_on_softer(struct session *session, const struct request *request, struct effects *out);
void session_on_leave(struct session *session, const struct request *request, struct effects *out);
void session_on_quit(struct session *session, const struct request *request, struct effects *out);
void session_on_close(struct session *session, const struct request *request, struct effects *out);

#endif

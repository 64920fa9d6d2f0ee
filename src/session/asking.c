// SPDX-License-Identifier: MIT
#include "session/modes.h"

/* The first press of an arrow shows where the mark is; the next ones move it. */
static void change(struct session *session, int by)
{
    int rating = session->rating < 0 ? RATING_MIDDLE : session->rating + by;
    session->rating = rating < 0 ? 0 : rating > RATING_MOST ? RATING_MOST : rating;
}

static void more(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    change(session, 1);
}

static void less(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    (void)out;
    change(session, -1);
}

int rating_typed(int chosen, int digit)
{
    return chosen == 1 && digit == 0 ? RATING_MOST : digit;
}

static void rate(struct session *session, const struct request *request, struct effects *out)
{
    (void)out;
    if (request->rating < 0 || request->rating > RATING_MOST)
        return;
    session->rating = rating_typed(session->rating, request->rating);
}

const char *session_comfort_change(const struct session *session)
{
    const struct comfort *before = &session->before, *after = &session->after;
    if (!before->said || !after->said)
        return NULL;
    return after->rating > before->rating   ? N_("Your back feels better: {0} before, {1} now.")
           : after->rating < before->rating ? N_("Your back feels stiffer: {0} before, {1} now.")
                                            : N_("Your back feels the same: {0} before and now.");
}

/* Only where something was done that can have changed it. */
void session_ask_after(struct session *session)
{
    const struct timeline *timeline = session->timeline;
    size_t count = timeline->entry_count;
    bool asked = count > 0 && entry_asks_comfort(&timeline->entries[count - 1]);
    session->asks = session->ask && session->before.said && session->steps_done > 0 && !asked;
}

static void keep_comfort(struct session *session)
{
    const struct timeline *timeline = session->timeline;
    bool begins = timeline->step_count > 0 && session->entry < timeline->steps[0].first_entry;
    struct comfort said = {true, session->rating};
    if (session->asks || entry_asks_comfort(&timeline->entries[session->entry]))
        *(begins ? &session->before : &session->after) = said;
}

static void answer(struct session *session, const struct request *request, struct effects *out)
{
    (void)request;
    if (session->rating >= 0) {
        struct effect *effect = effects_add(out, EFFECT_RATED);
        effect->entry = session->entry;
        effect->rating = session->rating;
        keep_comfort(session);
    }
    if (session->asks)
        session->asks = false;
    else
        playhead_open_gate(session, out);
}

static void answer_if_chosen(struct session *session, const struct request *request,
                             struct effects *out)
{
    if (session->rating >= 0)
        answer(session, request, out);
}

/* The same once more gives the answer: no finger looks for a button after that. */
static void pick(struct session *session, const struct request *request, struct effects *out)
{
    if (request->pick < 0 || request->pick > RATING_MOST)
        return;
    if (session->rating == request->pick)
        answer(session, request, out);
    else
        session->rating = request->pick;
}

/* What chooses an answer, in a session and after it. */
#define ANSWERS                                                                                    \
    [ACTION_PLAY_PAUSE] = answer_if_chosen, [ACTION_CONTINUE] = answer, [ACTION_NEXT] = more,      \
    [ACTION_BACK] = less, [ACTION_UP] = more, [ACTION_DOWN] = less, [ACTION_FOCUS_NEXT] = more,    \
    [ACTION_FOCUS_BACK] = less, [ACTION_RATE] = rate, [ACTION_PICK] = pick

const struct mode mode_asking = {.on = {ANSWERS, [ACTION_SEEK] = session_on_seek}};

const struct mode mode_asking_after = {
    .on = {ANSWERS, [ACTION_LEAVE] = session_on_close, [ACTION_QUIT] = session_on_close}};

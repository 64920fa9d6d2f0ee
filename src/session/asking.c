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

static void keep_comfort(struct session *session)
{
    const struct timeline *timeline = session->timeline;
    bool begins = timeline->step_count > 0 && session->entry < timeline->steps[0].first_entry;
    struct comfort said = {true, session->rating};
    if (entry_asks_comfort(&timeline->entries[session->entry]))
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

const struct mode mode_asking = {.on = {
                                     [ACTION_PLAY_PAUSE] = answer_if_chosen,
                                     [ACTION_CONTINUE] = answer,
                                     [ACTION_NEXT] = more,
                                     [ACTION_BACK] = less,
                                     [ACTION_UP] = more,
                                     [ACTION_DOWN] = less,
                                     [ACTION_FOCUS_NEXT] = more,
                                     [ACTION_FOCUS_BACK] = less,
                                     [ACTION_RATE] = rate,
                                     [ACTION_SEEK] = session_on_seek,
                                     [ACTION_PICK] = pick,
                                 }};

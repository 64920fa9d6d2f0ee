// SPDX-License-Identifier: MIT
#include "session/announce.h"

#include "session/modes.h"

#include <stdio.h>

/* A word that follows a sound waits until that has been heard. */
#define AFTER_SOUND (500 * TICK_MS)
#define AFTER_LAST_SOUND (2200 * TICK_MS)
#define ALIVE_EVERY (30 * TICK_S)
/* Somebody who has fallen asleep is left alone. */
#define ALIVE_MOST (10 * TICK_MIN)
enum { REMINDER_EVERY = 4 };

struct announced announce_before(const struct session *session)
{
    return (struct announced){
        .mode = session->mode,
        .entry = session->entry,
        .focus = session->focus,
        .rating = session->rating,
        .volume = session->volume,
        .muted = session->muted,
        .eyes_closed = session->eyes_closed,
        .confirm_leave = session->confirm_leave,
        .help = session->help,
    };
}

/* "12 minutes", "1 minute", "40 seconds" */
static const char *time_words(tick time, char out[TICK_TEXT])
{
    int64_t seconds = (time + TICK_S - 1) / TICK_S, minutes = (seconds + 30) / 60;
    bool long_time = seconds >= 90;
    int64_t count = long_time ? minutes : seconds;
    (void)snprintf(out, TICK_TEXT, "%lld %s%s", (long long)count, long_time ? "minute" : "second",
                   count == 1 ? "" : "s");
    return out;
}

static const char *title_here(const struct session *session)
{
    struct moment moment;
    session_moment(session, &moment);
    return moment.entry->title;
}

static tick left_here(const struct session *session)
{
    return session->timeline->total - session->position;
}

typedef bool teller(struct session *session, const struct announced *before);

#define SAY(session, ...)                                                                          \
    ((void)snprintf((session)->announcement, sizeof(session)->announcement, __VA_ARGS__), true)

static bool tell_eyes(struct session *session, const struct announced *before)
{
    if (session->eyes_closed == before->eyes_closed)
        return false;
    return session->eyes_closed ? SAY(session, "Eyes closed. From here on everything is said.")
                                : SAY(session, "Eyes open.");
}

static bool tell_end(struct session *session, const struct announced *before)
{
    char played[TICK_TEXT];
    if (session->mode == before->mode)
        return false;
    if (session->mode == SESSION_LEFT)
        return SAY(session, "The session has ended.");
    if (session->mode != SESSION_FINISHED)
        return false;
    return SAY(session, "That was %s. You have moved for %s. Press enter to close.",
               session->timeline->routine->title, time_words(session->played, played));
}

static bool tell_help(struct session *session, const struct announced *before)
{
    if (session->help == before->help || !session->help)
        return false;
    return SAY(session,
               "The keys. Space: pause, and go on. Right: next step. Left: back. R: repeat "
               "this step. Plus and minus: volume. E: screen on. Escape: leave. Press "
               "enter to go on.");
}

static bool tell_leaving(struct session *session, const struct announced *before)
{
    if (!session->confirm_leave || before->confirm_leave)
        return false;
    return SAY(session, "End the session? Escape ends it. Space goes on.");
}

static bool tell_offer(struct session *session, const struct announced *before)
{
    char gone[TICK_TEXT];
    if (session->mode != SESSION_OFFERING)
        return false;
    if (before->mode != SESSION_OFFERING)
        return SAY(session, "You left after %s. Enter goes on from there. R begins anew.",
                   time_words(session->resume, gone));
    return session->focus != before->focus &&
           SAY(session, "%s.", session->focus == OFFER_RESUME ? "Go on" : "Begin anew");
}

static bool tell_pause(struct session *session, const struct announced *before)
{
    char left[TICK_TEXT];
    if (session->mode != SESSION_PAUSED || before->mode == SESSION_PAUSED)
        return false;
    return SAY(session, "%s. %s left. Space goes on.",
               session->pause == PAUSE_STALLED ? "Paused, because the machine stood still"
                                               : "Paused",
               time_words(left_here(session), left));
}

static bool tell_going_on(struct session *session, const struct announced *before)
{
    if (before->mode != SESSION_PAUSED || session->mode == SESSION_PAUSED)
        return false;
    if (session->mode == SESSION_ASKING || session->again != NULL ||
        session->entry != before->entry)
        return false; /* what follows speaks for itself */
    return SAY(session, "Going on. %s.", title_here(session));
}

static bool tell_place(struct session *session, const struct announced *before)
{
    if (session->mode != SESSION_PAUSED || session->entry == before->entry)
        return false;
    return SAY(session, "%s. Paused.", title_here(session));
}

static bool tell_volume(struct session *session, const struct announced *before)
{
    if (session->muted != before->muted && !session->muted && session->volume == before->volume)
        return SAY(session, "Sound on.");
    return session->volume != before->volume && SAY(session, "Volume %d.", session->volume);
}

static bool tell_focus(struct session *session, const struct announced *before)
{
    if (session->mode != SESSION_PAUSED || session->focus == before->focus)
        return false;
    if (session->focus == MENU_VOLUME)
        return SAY(session, "Volume %d. Left and right change it.", session->volume);
    return SAY(session, "%s.", session_menu_labels[session->focus]);
}

static bool tell_rating(struct session *session, const struct announced *before)
{
    return session->mode == SESSION_ASKING && session->rating != before->rating &&
           session->rating >= 0 && SAY(session, "%d.", session->rating);
}

/* The first that has something to say says it. */
static teller *const tellers[] = {tell_eyes,  tell_end,    tell_help,  tell_leaving,
                                  tell_offer, tell_pause,  tell_place, tell_going_on,
                                  tell_focus, tell_volume, tell_rating};

static tick delay(const struct session *session, const struct announced *before)
{
    if (session->mode == before->mode)
        return 0;
    return session->mode == SESSION_FINISHED ? AFTER_LAST_SOUND : AFTER_SOUND;
}

static void say(struct session *session, tick after, struct effects *out)
{
    struct effect *effect = effects_add(out, EFFECT_SAY);
    effect->text = session->announcement;
    effect->due = session->last_now + after;
}

void announce_change(struct session *session, const struct announced *before, struct effects *out)
{
    if (session->mode != before->mode || session->entry != before->entry) {
        session->quiet_from = session->alive_from = session->last_now;
        session->signs = 0;
    }
    if (!session->eyes_closed && !before->eyes_closed)
        return;
    for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++) {
        if (!tellers[i](session, before))
            continue;
        session->quiet_from = session->last_now;
        say(session, delay(session, before), out);
        return;
    }
}

static bool waits(const struct session *session)
{
    return session->mode == SESSION_PAUSED || session->mode == SESSION_GATE ||
           session->mode == SESSION_ASKING;
}

tick announce_next(const struct session *session)
{
    if (!session->eyes_closed || !session->begun || !waits(session) ||
        session->last_now - session->alive_from > ALIVE_MOST)
        return TICK_NEVER;
    return session->quiet_from + ALIVE_EVERY;
}

void announce_alive(struct session *session, struct effects *out)
{
    if (session->last_now < announce_next(session))
        return;
    session->quiet_from = session->last_now;
    effects_add(out, EFFECT_SOUND)->sound = CUE_ALIVE;
    if (++session->signs % REMINDER_EVERY != 0)
        return;
    if (session->mode == SESSION_PAUSED)
        (void)SAY(session, "Still paused. Space goes on.");
    else
        (void)SAY(session, "Press enter to go on.");
    say(session, 3 * AFTER_SOUND, out);
}

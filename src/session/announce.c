// SPDX-License-Identifier: MIT
#include "session/announce.h"

#include "base/phrase.h"
#include "session/instruct.h"
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
        .asks = session->asks,
    };
}

static const char *number(int64_t value, char out[TICK_TEXT])
{
    (void)snprintf(out, TICK_TEXT, "%lld", (long long)value);
    return out;
}

enum { TIME_SAID = 64 };

/* "12 minutes", "1 minute", "40 seconds" */
static const char *time_words(const struct session *session, tick time, char out[TIME_SAID])
{
    const struct catalog *words = session->timeline->words;
    int64_t seconds = (time + TICK_S - 1) / TICK_S, minutes = (seconds + 30) / 60;
    bool long_time = seconds >= 90;
    uint64_t count = (uint64_t)(long_time ? minutes : seconds);
    char text[TICK_TEXT];
    const char *value = number((int64_t)count, text);
    const char *pattern = long_time ? catalog_count(words, "{0} minute", "{0} minutes", count)
                                    : catalog_count(words, "{0} second", "{0} seconds", count);
    return phrase_fill(out, TIME_SAID, pattern, &value, 1);
}

static const char *title_here(const struct session *session)
{
    struct moment moment;
    session_moment(session, &moment);
    bool own = moment.entry->kind == ENTRY_REST || moment.entry->kind == ENTRY_SWITCH;
    return own ? catalog_text(session->timeline->words, moment.entry->title) : moment.entry->title;
}

static tick left_here(const struct session *session)
{
    return session->timeline->total - session->position;
}

typedef bool teller(struct session *session, const struct announced *before);

static bool say_with(struct session *session, const char *english, const char *a, const char *b)
{
    const char *values[] = {a, b};
    phrase_fill(session->announcement, sizeof session->announcement,
                catalog_text(session->timeline->words, english), values, 2);
    return true;
}

static bool say_number(struct session *session, const char *english, int value)
{
    char text[TICK_TEXT];
    return say_with(session, english, number(value, text), "");
}

static bool say_text(struct session *session, const char *english)
{
    return say_with(session, english, "", "");
}

/* What was announced, and what to press. */
static bool and_press(struct session *session, enum prompt prompt)
{
    instruct(session, prompt);
    return true;
}

static bool tell_eyes(struct session *session, const struct announced *before)
{
    if (session->eyes_closed == before->eyes_closed)
        return false;
    return session->eyes_closed
               ? say_text(session, N_("Eyes closed. From here on everything is said."))
               : say_text(session, N_("Eyes open."));
}

static bool tell_end(struct session *session, const struct announced *before)
{
    char played[TIME_SAID];
    if (session->mode == before->mode)
        return false;
    if (session->mode == SESSION_LEFT)
        return say_text(session, N_("The session has ended."));
    if (session->mode != SESSION_FINISHED)
        return false;
    (void)say_with(session,
                   session->asks ? N_("That was {0}. You have moved for {1}. How does your back "
                                      "feel now, from zero to ten?")
                                 : N_("That was {0}. You have moved for {1}."),
                   session->timeline->routine->title, time_words(session, session->played, played));
    return and_press(session, session->asks ? PROMPT_RATE_AFTER : PROMPT_CLOSE);
}

static bool tell_change(struct session *session, const struct announced *before)
{
    const char *change = session_comfort_change(session);
    char from[TICK_TEXT], to[TICK_TEXT];
    if (!before->asks || session->asks)
        return false;
    if (change != NULL)
        return say_with(session, change, number(session->before.rating, from),
                        number(session->after.rating, to));
    (void)say_text(session, "");
    return and_press(session, PROMPT_CLOSE);
}

static bool tell_help(struct session *session, const struct announced *before)
{
    if (session->help == before->help || !session->help)
        return false;
    (void)say_text(session, "");
    instruct_all(session);
    return true;
}

static bool tell_leaving(struct session *session, const struct announced *before)
{
    if (!session->confirm_leave || before->confirm_leave)
        return false;
    (void)say_text(session, N_("End the session?"));
    return and_press(session, PROMPT_LEAVE);
}

static bool tell_offer(struct session *session, const struct announced *before)
{
    char gone[TIME_SAID];
    if (session->mode != SESSION_OFFERING)
        return false;
    if (before->mode != SESSION_OFFERING) {
        (void)say_with(session, N_("You left after {0}."),
                       time_words(session, session->resume, gone), "");
        return and_press(session, PROMPT_OFFER);
    }
    return session->focus != before->focus &&
           say_text(session, session->focus == OFFER_RESUME ? N_("Go on.") : N_("Begin anew."));
}

static bool tell_pause(struct session *session, const struct announced *before)
{
    char left[TIME_SAID];
    if (session->mode != SESSION_PAUSED || before->mode == SESSION_PAUSED)
        return false;
    (void)say_with(session,
                   session->pause == PAUSE_STALLED
                       ? N_("Paused, because the machine stood still. {0} left.")
                       : N_("Paused. {0} left."),
                   time_words(session, left_here(session), left), "");
    return and_press(session, PROMPT_RESUME);
}

static bool tell_going_on(struct session *session, const struct announced *before)
{
    if (before->mode != SESSION_PAUSED || session->mode == SESSION_PAUSED)
        return false;
    if (session->mode == SESSION_ASKING || session->again != NULL ||
        session->entry != before->entry)
        return false; /* what follows speaks for itself */
    return say_with(session, N_("Going on. {0}."), title_here(session), "");
}

static bool tell_place(struct session *session, const struct announced *before)
{
    if (session->mode != SESSION_PAUSED || session->entry == before->entry)
        return false;
    return say_with(session, N_("{0}. Paused."), title_here(session), "");
}

static bool tell_volume(struct session *session, const struct announced *before)
{
    if (session->muted != before->muted && !session->muted && session->volume == before->volume)
        return say_text(session, N_("Sound on."));
    return session->volume != before->volume &&
           say_number(session, N_("Volume {0}."), session->volume);
}

static bool tell_focus(struct session *session, const struct announced *before)
{
    if (session->mode != SESSION_PAUSED || session->focus == before->focus)
        return false;
    if (session->focus == MENU_VOLUME)
        return say_number(session, N_("Volume {0}. Left and right change it."), session->volume);
    return say_with(session, "{0}.",
                    catalog_text(session->timeline->words, session_menu_labels[session->focus]),
                    "");
}

static bool tell_rating(struct session *session, const struct announced *before)
{
    return (session->mode == SESSION_ASKING || session->asks) &&
           session->rating != before->rating && session->rating >= 0 &&
           say_number(session, "{0}.", session->rating);
}

/* The first that has something to say says it. */
static teller *const tellers[] = {tell_eyes,     tell_end,   tell_change, tell_help,
                                  tell_leaving,  tell_offer, tell_pause,  tell_place,
                                  tell_going_on, tell_focus, tell_volume, tell_rating};

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

static const char *words_for(const struct session_mistakes *mistakes)
{
    static const char *const words[][3] = {
        {N_("The file has a mistake. It plays on as it was."),
         N_("The file has a mistake, line {0}. It plays on as it was."),
         N_("The file has {1} mistakes, the first in line {0}. It plays on as it was.")},
        {N_("The translation has a mistake. It plays on without it."),
         N_("The translation has a mistake, line {0}. It plays on without it."),
         N_("The translation has {1} mistakes, the first in line {0}. It plays on without them.")},
    };
    if (mistakes->count == 0)
        return N_("The file is right again.");
    return words[mistakes->translation][mistakes->line == 0 ? 0 : mistakes->count == 1 ? 1 : 2];
}

void session_mistakes(struct session *session, const struct session_mistakes *mistakes,
                      struct effects *out)
{
    char how_many[TICK_TEXT], where[TICK_TEXT];
    out->count = 0;
    if (!session->eyes_closed || session->mode == SESSION_LEFT)
        return;
    (void)say_with(session, words_for(mistakes), number((int64_t)mistakes->line, where),
                   number((int64_t)mistakes->count, how_many));
    session->quiet_from = session->last_now;
    say(session, 0, out);
}

static bool waits(const struct session *session)
{
    return session->mode == SESSION_PAUSED || session->mode == SESSION_GATE ||
           session->mode == SESSION_ASKING || session->asks;
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
    (void)say_text(session, session->mode == SESSION_PAUSED ? N_("Still paused.") : "");
    instruct_waiting(session);
    say(session, 3 * AFTER_SOUND, out);
}

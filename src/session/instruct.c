// SPDX-License-Identifier: MIT
#include "session/instruct.h"

#include "base/catalog.h"
#include "base/phrase.h"

#include <string.h>

/* What is written on a key is not always what it is called aloud; and who cannot see what lies
 * under a finger taps with two. */
static const char *aloud(const char *name)
{
    static const struct {
        const char *name, *aloud;
    } words[] = {{"Esc", N_("Escape")},
                 {"+", N_("Plus")},
                 {"-", N_("Minus")},
                 {"Tap", N_("Tap with two fingers")}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].name, name) == 0)
            return words[i].aloud;
    return name;
}

/* In English; NULL: nothing on this device asks for it. */
static const char *button(const struct session *session, enum action action)
{
    const char *const *names = session->keys.spoken;
    return names != NULL ? names[action] : action_table[action].key;
}

/* Whoever took every button from an action has a keyboard, where it can be asked for. */
static const char *some_button(const struct session *session, enum action action)
{
    const char *name = button(session, action);
    if (name == NULL && session->keys.keyboard != NULL)
        name = session->keys.keyboard[action];
    if (name == NULL)
        name = action_table[action].key;
    return catalog_text(session->timeline->words, aloud(name));
}

/* One sentence more. */
static void add(struct session *session, const char *pattern, const char *const *values,
                size_t count)
{
    size_t used = strlen(session->announcement), size = sizeof session->announcement;
    if (used > 0 && used + 1 < size)
        session->announcement[used++] = ' ';
    phrase_fill(session->announcement + used, size - used,
                catalog_text(session->timeline->words, pattern), values, count);
}

/* Not every remote has Play, and its OK goes on from a pause, too, as long as that is the line of
 * the menu that is chosen. */
static enum action going_on(const struct session *session)
{
    bool chosen = session->mode == SESSION_PAUSED && session->focus == MENU_RESUME;
    return chosen && session->keys.device == DEVICE_REMOTE ? ACTION_CONTINUE : ACTION_PLAY_PAUSE;
}

void instruct(struct session *session, enum prompt prompt)
{
    const char *buttons[PROMPT_BUTTONS] = {
        [PROMPT_GO_ON] = some_button(session, ACTION_CONTINUE),
        [PROMPT_PLAY] = some_button(session, going_on(session)),
        [PROMPT_ESCAPE] = some_button(session, ACTION_LEAVE),
        [PROMPT_REPEAT] = some_button(session, ACTION_REPEAT),
    };
    add(session, prompt_pattern(prompt, session->keys.device), buttons, PROMPT_BUTTONS);
}

void instruct_waiting(struct session *session)
{
    bool wait = session->mode == SESSION_GATE &&
                session->timeline->entries[session->entry].kind == ENTRY_WAIT;
    instruct(session, session->mode == SESSION_PAUSED   ? PROMPT_RESUME
                      : session->asks                   ? PROMPT_RATE_AFTER
                      : session->mode == SESSION_ASKING ? PROMPT_RATE
                      : wait                            ? PROMPT_WAIT
                                                        : PROMPT_ENOUGH);
}

static bool add_buttons(struct session *session, const char *pattern, enum action first,
                        enum action second)
{
    const char *a = button(session, first), *b = button(session, second);
    if (a == NULL || b == NULL)
        return false;
    const struct catalog *words = session->timeline->words;
    const char *values[] = {catalog_text(words, aloud(a)), catalog_text(words, aloud(b))};
    add(session, pattern, values, 2);
    return true;
}

void instruct_all(struct session *session)
{
    static const char *const titles[DEVICES] = {[DEVICE_KEYBOARD] = N_("The keys."),
                                                [DEVICE_REMOTE] = N_("The keys."),
                                                [DEVICE_PAD] = N_("The buttons."),
                                                [DEVICE_TOUCH] = N_("The gestures.")};
    /* The first row whose buttons are there is enough of those with the same words. */
    static const struct {
        enum action first, second;
        const char *pattern;
    } rows[] = {
        {ACTION_PLAY_PAUSE, ACTION_PLAY_PAUSE, N_("{0}: pause, and go on.")},
        {ACTION_NEXT, ACTION_NEXT, N_("{0}: next step.")},
        {ACTION_BACK, ACTION_BACK, N_("{0}: back.")},
        {ACTION_REPEAT, ACTION_REPEAT, N_("{0}: repeat this step.")},
        {ACTION_LOUDER, ACTION_SOFTER, N_("{0} and {1}: volume.")},
        {ACTION_UP, ACTION_DOWN, N_("{0} and {1}: volume.")},
        {ACTION_EYES_CLOSED, ACTION_EYES_CLOSED, N_("{0}: screen on.")},
        {ACTION_LEAVE, ACTION_LEAVE, N_("{0}: leave.")},
    };
    const char *told = "";
    add(session, titles[session->keys.device], NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(told, rows[i].pattern) != 0 &&
            add_buttons(session, rows[i].pattern, rows[i].first, rows[i].second))
            told = rows[i].pattern;
    instruct(session, PROMPT_WAIT);
}

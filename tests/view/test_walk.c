// SPDX-License-Identifier: MIT
#include "view/golden.h"
#include "view/stand_in.h"
#include "view/stand_in_home.h"
#include "view/walk.h"

#include "check.h"

/* The way through every screen that a person meets; a kiosk's are in
 * test_walk_kiosk.c. */

static const struct walk_step steps[] = {
    {"to the second card", ACTION_NEXT, WALK_AWAY},
    {"a file with mistakes", ACTION_CONTINUE, HOME_ITEM_CARD + 1},
    {"home", ACTION_LEAVE, WALK_NOWHERE},
    {"keys", ACTION_HELP, WALK_NOWHERE},
    {"no keys", ACTION_LEAVE, WALK_NOWHERE},
    {"to the first card", ACTION_BACK, WALK_AWAY},
    {"to the week", ACTION_UP, WALK_AWAY},
    {"the week", ACTION_CONTINUE, HOME_ITEM_WEEK},
    {"to what is ticked by hand", ACTION_UP, WALK_AWAY},
    {"it is not done", ACTION_CONTINUE, HOME_ITEM_TICK + CHECKLIST_WATER},
    {"to a button of the week", ACTION_DOWN, WALK_AWAY},
    {"to the other button of the week", ACTION_BACK, WALK_AWAY},
    {"twelve weeks", ACTION_CONTINUE, HOME_ITEM_NEXT},
    {"home from the weeks", ACTION_LEAVE, WALK_NOWHERE},
    {"to learn", ACTION_NEXT, WALK_AWAY},
    {"to the settings", ACTION_NEXT, WALK_AWAY},
    {"settings", ACTION_CONTINUE, HOME_ITEM_SETTINGS},
    {"to the way out", ACTION_UP, WALK_AWAY},
    {"to the last thing", ACTION_UP, WALK_AWAY},
    {"it is at hand", ACTION_CONTINUE, HOME_ITEM_WISH + SETTING_EQUIPMENT + 7},
    {"home from the settings", ACTION_LEAVE, WALK_NOWHERE},
    {"to the button beside it", ACTION_BACK, WALK_AWAY},
    {"learn", ACTION_CONTINUE, HOME_ITEM_LEARN},
    {"its next page", ACTION_CONTINUE, HOME_ITEM_NEXT},
    {"home from there", ACTION_LEAVE, WALK_NOWHERE},
    {"to the cards", ACTION_DOWN, WALK_AWAY},
    {"to the left", ACTION_BACK, WALK_AWAY},
    {"to the first card again", ACTION_BACK, WALK_AWAY},
    {"before a session", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"to the other button", ACTION_NEXT, WALK_AWAY},
    {"back", ACTION_CONTINUE, HOME_ITEM_HOME},
    {"before a session again", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"the countdown", ACTION_CONTINUE, HOME_ITEM_START},
    {"a session", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"pause", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"on", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"its menu", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"to its last line", ACTION_UP, WALK_AWAY},
    {"to the line before", ACTION_UP, WALK_AWAY},
    {"eyes closed", ACTION_CONTINUE, MENU_EYES_CLOSED},
    {"the menu in the dark", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"to its last line again", ACTION_UP, WALK_AWAY},
    {"to the line before again", ACTION_UP, WALK_AWAY},
    {"eyes open", ACTION_CONTINUE, MENU_EYES_CLOSED},
    {"keys in a session", ACTION_HELP, WALK_NOWHERE},
    {"no keys in a session", ACTION_HELP, WALK_NOWHERE},
    {"the next step", ACTION_NEXT, WALK_NOWHERE},
    {"and the next", ACTION_NEXT, WALK_NOWHERE},
    {"the one before", ACTION_BACK, WALK_NOWHERE},
    {"leave?", ACTION_LEAVE, WALK_NOWHERE},
    {"leave", ACTION_LEAVE, WALK_NOWHERE},
    {"before it goes on", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"its countdown", ACTION_CONTINUE, HOME_ITEM_START},
    {"go on or begin anew?", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"go on", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"step by step", ACTION_NEXT, WALK_NOWHERE},
    {"to the end", ACTION_NEXT, WALK_NOWHERE},
    {"wait for somebody", ACTION_NEXT, WALK_NOWHERE},
    {"as long as you like", ACTION_NEXT, WALK_NOWHERE},
    {"a question", ACTION_NEXT, WALK_NOWHERE},
    {"an answer", ACTION_NEXT, RATING_MIDDLE},
    {"the end", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"home after a session", ACTION_PLAY_PAUSE, WALK_NOWHERE},
};
enum { STEPS = sizeof steps / sizeof *steps };

/* Who is walking, and where. */
struct person {
    struct stand_in stand_in;
    struct home home;
    struct home_content content;
    struct progress progress;
    struct focus_items items;
    struct session session;
    bool in_session;
    tick left_at; /* where the last session was left; 0: none was */
    tick now;
};

static void draw(void *context)
{
    struct person *person = context;
    struct view_context *view = &person->stand_in.view;
    if (person->in_session)
        view_session(view, &person->session);
    else
        view_home(view, &person->home, &person->content, &person->items);
}

static void begin(struct person *person)
{
    struct session_options options = {.volume = 60, .resume = person->left_at};
    struct effects effects;
    session_init(&person->session, person->stand_in.timeline, &options, person->now);
    session_step(&person->session, (struct request){0}, person->now, &effects);
    person->in_session = true;
}

static void end(struct person *person)
{
    person->left_at = person->session.mode == SESSION_LEFT ? person->session.position : 0;
    person->in_session = false;
    home_return(&person->home, &person->content, person->now);
}

static const struct focus_items *items(void *context)
{
    const struct person *person = context;
    return person->in_session ? &person->stand_in.targets : &person->items;
}

static void take(void *context, const struct platform_input *input, tick passes)
{
    struct person *person = context;
    person->now += passes;
    if (person->in_session) {
        struct effects effects;
        struct request request = input->request;
        int target = input->tapped ? focus_at(&person->stand_in.targets, input->x, input->y) : -1;
        if (target >= 0)
            request = (struct request){.action = ACTION_PICK, .pick = target};
        session_step(&person->session, request, person->now, &effects);
        for (size_t i = 0; i < effects.count; i++)
            if (effects.items[i].kind == EFFECT_LEFT || effects.items[i].kind == EFFECT_CLOSE)
                end(person);
        return;
    }
    const struct home_input press = {
        .action = input->request.action, .tapped = input->tapped, .x = input->x, .y = input->y};
    enum home_effect effect =
        home_step(&person->home, &person->content, &person->items, &press, person->now);
    if (effect == HOME_PLAY)
        begin(person);
    if (effect == HOME_TICKED)
        person->progress.week.lines[person->home.ticked].ticked ^= true;
}

static struct view_context *set_out(void *context)
{
    struct person *person = context;
    *person = (struct person){.content = stand_in_home(6)};
    person->progress = *stand_in_past(PAST_FULL);
    person->content.progress = &person->progress;
    stand_in_init(&person->stand_in, false, false);
    person->stand_in.view.targets = &person->stand_in.targets;
    person->content.cards[0].turn = 0; /* nothing moves by itself */
    home_init(&person->home, 0);
    return &person->stand_in.view;
}

static void come_back(void *context)
{
    struct person *person = context;
    stand_in_finish(&person->stand_in);
}

static void every_device_walks_through_every_screen(void **state)
{
    (void)state;
    static struct person person;
    const struct walk walk = {
        .steps = steps,
        .count = STEPS,
        .golden = {GOLDEN_FOLDER "/walk.txt", GOLDEN_FOLDER "/walk-remote.txt",
                   GOLDEN_FOLDER "/walk-gamepad.txt", GOLDEN_FOLDER "/walk-touch.txt"},
        .set_out = set_out,
        .draw = draw,
        .items = items,
        .take = take,
        .come_back = come_back};
    walk_by_every_device(&walk, &person);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_device_walks_through_every_screen),
    };
    return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}

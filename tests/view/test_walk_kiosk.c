// SPDX-License-Identifier: MIT
#include "view/golden.h"
#include "view/stand_in.h"
#include "view/stand_in_office.h"
#include "view/walk.h"

#include "check.h"

/* The way through everything that a kiosk shows, in an office where time passes. */

/* By touch they are corners. */
#define FOUR_KNOCKS                                                                                \
    {"a knock", ACTION_LEAVE, WALK_TOP_LEFT}, {"two", ACTION_LEAVE, WALK_TOP_RIGHT},               \
        {"three", ACTION_LEAVE, WALK_BOTTOM_RIGHT},                                                \
    {                                                                                              \
        "four", ACTION_LEAVE, WALK_AWAY                                                            \
    }

static const struct walk_step steps[] = {
    {"what can be chosen", ACTION_DOWN, KIOSK_ITEM_CHOOSE},
    {"to the last one", ACTION_DOWN, WALK_AWAY},
    {"a session", ACTION_CONTINUE, HOME_ITEM_CARD + 3},
    {"its menu", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"nobody seems to be there", ACTION_NONE, WALK_NOWHERE},
    {"somebody is", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"it goes on", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"leave?", ACTION_LEAVE, WALK_NOWHERE},
    {"idle after it was left", ACTION_LEAVE, WALK_NOWHERE},
    {"a break is announced", ACTION_NONE, WALK_NOWHERE},
    {"to five minutes later", ACTION_NEXT, WALK_AWAY},
    {"postponed", ACTION_CONTINUE, KIOSK_ITEM_POSTPONE},
    {"announced again", ACTION_NONE, WALK_NOWHERE},
    {"to not this time", ACTION_BACK, WALK_AWAY},
    {"skipped", ACTION_CONTINUE, KIOSK_ITEM_SKIP},
    {"the next one is announced", ACTION_NONE, WALK_NOWHERE},
    {"it begins", ACTION_CONTINUE, KIOSK_ITEM_START},
    {"done", ACTION_NONE, WALK_NOWHERE},
    {"idle after it was thanked for", ACTION_PLAY_PAUSE, WALK_NOWHERE},
    {"what can be chosen, once more", ACTION_DOWN, KIOSK_ITEM_CHOOSE},
    {"to the last one again", ACTION_DOWN, WALK_AWAY},
    {"to the other language", ACTION_DOWN, WALK_AWAY},
    {"in the other language", ACTION_CONTINUE, KIOSK_ITEM_LANGUAGE},
    {"nobody chooses", ACTION_NONE, WALK_NOWHERE},
    {"idle, in the first language", ACTION_NONE, WALK_NOWHERE},
    {"a file is wrong", ACTION_NONE, WALK_NOWHERE},
    FOUR_KNOCKS,
    {"the question for the PIN", ACTION_LEAVE, WALK_BOTTOM_LEFT},
    {"to nine", ACTION_UP, WALK_AWAY},
    {"to six", ACTION_UP, WALK_AWAY},
    {"a digit", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 6},
    {"another one", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 6},
    {"back to nine", ACTION_DOWN, WALK_AWAY},
    {"to OK", ACTION_DOWN, WALK_AWAY},
    {"a wrong PIN", ACTION_CONTINUE, KIOSK_ITEM_ENTER},
    {"to the way out of it", ACTION_DOWN, WALK_AWAY},
    {"never mind", ACTION_CONTINUE, KIOSK_ITEM_CANCEL},
    {"safe mode", ACTION_NONE, WALK_NOWHERE},
    {"dimmed", ACTION_NONE, WALK_NOWHERE},
    {"asleep", ACTION_NONE, WALK_NOWHERE},
    {"awake", ACTION_LEAVE, WALK_NOWHERE},
    {"a break of the next day", ACTION_NONE, WALK_NOWHERE},
    FOUR_KNOCKS,
    {"the question over it", ACTION_LEAVE, WALK_BOTTOM_LEFT},
    {"the break is over", ACTION_NONE, WALK_NOWHERE},
    {"up to nine", ACTION_UP, WALK_AWAY},
    {"up to six", ACTION_UP, WALK_AWAY},
    {"to five", ACTION_BACK, WALK_AWAY},
    {"to four", ACTION_BACK, WALK_AWAY},
    {"four is right", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 4},
    {"to seven", ACTION_DOWN, WALK_AWAY},
    {"seven is right", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 7},
    {"up to four", ACTION_UP, WALK_AWAY},
    {"up to one", ACTION_UP, WALK_AWAY},
    {"one is right", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 1},
    {"and so is another one", ACTION_CONTINUE, KIOSK_ITEM_DIGIT + 1},
    {"down to four", ACTION_DOWN, WALK_AWAY},
    {"down to seven", ACTION_DOWN, WALK_AWAY},
    {"to erase", ACTION_DOWN, WALK_AWAY},
    {"to nought", ACTION_NEXT, WALK_AWAY},
    {"to OK again", ACTION_NEXT, WALK_AWAY},
    {"out", ACTION_CONTINUE, KIOSK_ITEM_ENTER},
};
enum { STEPS = sizeof steps / sizeof *steps };

struct guest {
    struct stand_in stand_in;
    struct stand_in_office office;
    struct session session;
    struct focus_items items;
    bool in_session, out;
};

static void pass(struct guest *guest, tick time)
{
    guest->office.clocks.now += time;
    guest->office.clocks.wall += time / TICK_S;
}

/* ---- what happens by itself */

static void nobody_presses(struct guest *guest)
{
    const struct kiosk_config *config = &guest->office.config;
    pass(guest, config->nobody.after - config->nobody.warning / 2);
}

static void nobody_is_there(struct guest *guest)
{
    pass(guest, guest->office.config.nobody.warning);
}

static void a_break_comes(struct guest *guest)
{
    const struct stand_in_office *office = &guest->office;
    int64_t begins = schedule_shown(&office->kiosk.schedule);
    tick until = (begins - office->clocks.wall) * TICK_S - office->config.breaks.notice;
    pass(guest, until);
}

static void it_is_played(struct guest *guest)
{
    struct stand_in_office *office = &guest->office;
    kiosk_return(&office->kiosk, &office->world, true, office->clocks);
    guest->in_session = false;
}

static void a_file_is_wrong(struct guest *guest)
{
    guest->office.content.wrong = true;
}

static void it_failed_too_often(struct guest *guest)
{
    guest->office.content.wrong = false;
    guest->office.content.safe = true;
    guest->office.content.offered.count = 1;
}

/* Of the same day, or the next. */
static void until(struct guest *guest, int hour, int minute)
{
    int64_t seconds = (hour * INT64_C(60) + minute) * 60, day = 24 * INT64_C(3600);
    pass(guest, (seconds - guest->office.clocks.wall % day + day) % day * TICK_S);
}

static void it_gets_dim(struct guest *guest)
{
    until(guest, 18, 1);
}

static void nothing_is_shown(struct guest *guest)
{
    until(guest, 19, 1);
}

static void the_next_day(struct guest *guest)
{
    until(guest, 9, 0);
}

static void before(void *context, const struct walk_step *step)
{
    static const struct {
        const char *step;
        void (*happens)(struct guest *guest);
    } events[] = {{"nobody seems to be there", nobody_presses},
                  {"a break is announced", a_break_comes},
                  {"announced again", a_break_comes},
                  {"the next one is announced", a_break_comes},
                  {"done", it_is_played},
                  {"nobody chooses", nobody_presses},
                  {"idle, in the first language", nobody_is_there},
                  {"a file is wrong", a_file_is_wrong},
                  {"safe mode", it_failed_too_often},
                  {"dimmed", it_gets_dim},
                  {"asleep", nothing_is_shown},
                  {"a break of the next day", the_next_day}};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (text_equal(events[i].step, step->what))
            events[i].happens(context);
}

/* ---- what the program does */

static void play(struct guest *guest)
{
    struct session_options options = {.volume = 60};
    struct effects effects;
    tick now = guest->office.clocks.now;
    session_init(&guest->session, guest->stand_in.timeline, &options, now);
    session_step(&guest->session, (struct request){0}, now, &effects);
    guest->in_session = true;
}

static void speak(struct guest *guest, const char *language)
{
    guest->stand_in.view.words = NULL;
    if (!text_equal(language, "en"))
        stand_in_speak(&guest->stand_in, language);
}

static void apply(struct guest *guest, enum kiosk_effect effect)
{
    struct stand_in_office *office = &guest->office;
    if (effect == KIOSK_PLAY)
        play(guest);
    if (effect == KIOSK_OTHER_LANGUAGE)
        speak(guest, office->config.languages.items[office->kiosk.language]);
    if (effect == KIOSK_KEEP)
        apply(guest, kiosk_kept(&office->kiosk, &office->world, office->clocks.now));
    guest->out |= effect == KIOSK_LEAVE;
}

static void pass_on(struct guest *guest, struct request request)
{
    struct stand_in_office *office = &guest->office;
    struct effects effects;
    session_step(&guest->session, request, office->clocks.now, &effects);
    for (size_t i = 0; i < effects.count; i++)
        guest->in_session &= effects.items[i].kind != EFFECT_LEFT;
    if (guest->in_session)
        kiosk_attend(&office->kiosk, &office->world, &guest->session, office->clocks);
    else
        kiosk_return(&office->kiosk, &office->world, false, office->clocks);
}

static void take(void *context, const struct platform_input *input, tick passes)
{
    struct guest *guest = context;
    struct stand_in_office *office = &guest->office;
    struct kiosk_input given = {.width = WALK_WIDTH, .height = WALK_HEIGHT};
    bool in_session = guest->in_session;
    office->clocks.now += passes;
    if (input != NULL) {
        given.action = input->request.action;
        given.tapped = input->tapped;
        given.x = input->x;
        given.y = input->y;
    }
    apply(guest, kiosk_step(&office->kiosk, &office->world, &guest->items,
                            input != NULL ? &given : NULL, office->clocks));
    if (in_session)
        pass_on(guest, office->kiosk.passes ? input->request : (struct request){0});
}

/* ---- what is seen */

static void draw(void *context)
{
    struct guest *guest = context;
    const struct view_context *view = &guest->stand_in.view;
    const struct stand_in_office *office = &guest->office;
    if (!guest->in_session) {
        view_kiosk(view, &office->kiosk, &office->world, &guest->items);
        return;
    }
    view_session(view, &guest->session);
    view_kiosk_over(view, &office->kiosk, &office->world, &guest->items);
}

static const struct focus_items *items(void *context)
{
    const struct guest *guest = context;
    return &guest->items;
}

static struct view_context *set_out(void *context)
{
    struct guest *guest = context;
    *guest = (struct guest){.in_session = false};
    stand_in_init(&guest->stand_in, false, false);
    stand_in_office(&guest->office);
    guest->office.config.leave.pin = "4711";
    guest->office.config.panel.off = TICK_H;
    return &guest->stand_in.view;
}

static void come_back(void *context)
{
    struct guest *guest = context;
    assert_true(guest->out);
    stand_in_finish(&guest->stand_in);
}

static void every_device_walks_through_every_screen(void **state)
{
    (void)state;
    static struct guest guest;
    const struct walk walk = {
        .steps = steps,
        .count = STEPS,
        .golden = {GOLDEN_FOLDER "/walk-kiosk.txt", GOLDEN_FOLDER "/walk-kiosk-remote.txt",
                   GOLDEN_FOLDER "/walk-kiosk-gamepad.txt", GOLDEN_FOLDER "/walk-kiosk-touch.txt"},
        .set_out = set_out,
        .before = before,
        .draw = draw,
        .items = items,
        .take = take,
        .come_back = come_back};
    walk_by_every_device(&walk, &guest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_device_walks_through_every_screen),
    };
    return cmocka_run_group_tests_name("walk of a kiosk", tests, NULL, NULL);
}

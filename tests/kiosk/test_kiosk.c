// SPDX-License-Identifier: MIT
#include "kiosk/kiosk.h"

#include "base/zones.h"
#include "check.h"
#include "session/by_hand.h"

#include <stdlib.h>
#include <string.h>

/* An office that is as usual, with two routines to choose from and two that take turns. */
struct office {
    struct kiosk_config config;
    struct zone zone;
    struct home_card cards[2];
    const struct home_card *breaks[2];
    struct kiosk_content content;
    struct kiosk_world world;
    struct kiosk kiosk;
    struct clocks clocks;
    struct focus_items items;
    int effects[KIOSK_LEAVE + 1];
};

static void open_at(struct office *office, int hour, int minute)
{
    office->clocks = (struct clocks){instant_of(2026, 11, 3, hour, minute), 77 * TICK_H};
    kiosk_init(&office->kiosk, &office->world, office->clocks);
    memset(office->effects, 0, sizeof office->effects);
}

/* A Tuesday at 10:12, in UTC. */
static int set_up(void **state)
{
    struct office *office = calloc(1, sizeof *office);
    kiosk_config_usual(&office->config);
    office->zone = zone_named("UTC");
    for (int i = 0; i < 2; i++) {
        office->cards[i] = (struct home_card){.path = i == 0 ? "a.yaml" : "b.yaml",
                                              .title = "A",
                                              .read = true,
                                              .total = 2 * TICK_MIN};
        office->breaks[i] = &office->cards[i];
    }
    office->content = (struct kiosk_content){.offered = {.cards = office->cards, .count = 2},
                                             .breaks = office->breaks,
                                             .break_count = 2};
    office->world = (struct kiosk_world){&office->config, &office->zone, &office->content};
    open_at(office, 10, 12);
    *state = office;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static enum kiosk_effect give(struct office *office, struct kiosk_input input)
{
    input.width = 1920;
    input.height = 1080;
    enum kiosk_effect effect =
        kiosk_step(&office->kiosk, &office->world, &office->items, &input, office->clocks);
    office->effects[effect]++;
    return effect;
}

static enum kiosk_effect press(struct office *office, enum action action)
{
    return give(office, (struct kiosk_input){.action = action});
}

static enum kiosk_effect type(struct office *office, int digit)
{
    return give(office, (struct kiosk_input){.action = ACTION_RATE, .digit = digit});
}

/* The first thing that happens by itself within so many seconds. */
static enum kiosk_effect pass(struct office *office, int seconds)
{
    for (int i = 0; i < seconds; i++) {
        office->clocks.wall++;
        office->clocks.now += TICK_S;
        enum kiosk_effect effect =
            kiosk_step(&office->kiosk, &office->world, &office->items, NULL, office->clocks);
        office->effects[effect]++;
        if (effect != KIOSK_NOTHING)
            return effect;
    }
    return KIOSK_NOTHING;
}

static void choose(struct office *office, int item)
{
    struct focus_box box = {(float)item, 0, 1, 1};
    focus_add(&office->items, item, box, box);
    office->kiosk.focus = item;
}

static void any_press_begins_and_the_end_is_thanked_for(void **state)
{
    static const struct kiosk_input begin[] = {
        {.action = ACTION_NONE}, /* a key that means nothing else */
        {.action = ACTION_CONTINUE},
        {.action = ACTION_PLAY_PAUSE},
        {.action = ACTION_HELP},
        {.action = ACTION_RATE, .digit = 7},
        {.tapped = true, .x = 900, .y = 500},
    };
    struct office *office = *state;
    for (size_t i = 0; i < sizeof begin / sizeof *begin; i++) {
        open_at(office, 10, 12);
        assert_int_equal(give(office, begin[i]), KIOSK_PLAY);
        assert_ptr_equal(office->kiosk.card, &office->cards[0]);
        kiosk_return(&office->kiosk, &office->world, true, office->clocks);
        assert_int_equal(office->kiosk.place, KIOSK_THANKS);
        pass(office, 11);
        assert_int_equal(office->kiosk.place, KIOSK_THANKS);
        pass(office, 1);
        assert_int_equal(office->kiosk.place, KIOSK_IDLE);
    }
}

static void what_turns_the_volume_or_wants_out_begins_nothing(void **state)
{
    static const enum action actions[] = {ACTION_LEAVE, ACTION_LOUDER,      ACTION_SOFTER,
                                          ACTION_MUTE,  ACTION_FULL_SCREEN, ACTION_QUIT};
    struct office *office = *state;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
        assert_int_equal(press(office, actions[i]), KIOSK_NOTHING);
        assert_int_equal(office->kiosk.place, KIOSK_IDLE);
    }
}

static void an_arrow_chooses_and_who_goes_away_is_not_waited_for(void **state)
{
    struct office *office = *state;
    press(office, ACTION_DOWN);
    assert_int_equal(office->kiosk.place, KIOSK_CHOOSE);
    choose(office, HOME_ITEM_CARD + 1);
    assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_PLAY);
    assert_ptr_equal(office->kiosk.card, &office->cards[1]);

    open_at(office, 10, 12);
    press(office, ACTION_DOWN);
    pass(office, 69);
    assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 0);
    pass(office, 1);
    assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 20 * TICK_S);
    choose(office, HOME_ITEM_CARD + 1);
    assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_NOTHING); /* only: I am here */
    assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 20 * TICK_S);
    pass(office, 1);
    assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 0);
    pass(office, 90);
    assert_int_equal(office->kiosk.place, KIOSK_IDLE);
}

static void a_break_is_announced_and_begins_by_itself(void **state)
{
    struct office *office = *state;
    assert_int_equal(pass(office, 20 * 60), KIOSK_CHIME);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 10, 29));
    assert_int_equal(office->kiosk.place, KIOSK_NOTICE);
    assert_int_equal(pass(office, 60), KIOSK_PLAY);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 10, 30));
    const struct home_card *first = office->kiosk.card;
    kiosk_return(&office->kiosk, &office->world, true, office->clocks);
    assert_int_equal(pass(office, 3600), KIOSK_CHIME);
    assert_int_equal(pass(office, 3600), KIOSK_PLAY);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 11, 0));
    assert_ptr_not_equal(office->kiosk.card, first); /* they take turns */
}

static void a_break_can_be_begun_put_off_or_left_out(void **state)
{
    struct office *office = *state;
    pass(office, 20 * 60);
    assert_int_equal(press(office, ACTION_NONE), KIOSK_NOTHING);
    choose(office, KIOSK_ITEM_START);
    assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_PLAY);
    kiosk_return(&office->kiosk, &office->world, false, office->clocks);
    assert_int_equal(office->kiosk.place, KIOSK_IDLE);
    assert_int_equal(pass(office, 3600), KIOSK_CHIME);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 10, 59)); /* not that one again */

    choose(office, KIOSK_ITEM_POSTPONE);
    press(office, ACTION_CONTINUE);
    assert_int_equal(office->kiosk.place, KIOSK_IDLE);
    assert_int_equal(office->kiosk.next.minute, 11 * 60 + 5);
    assert_int_equal(pass(office, 3600), KIOSK_CHIME);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 11, 4));

    choose(office, KIOSK_ITEM_SKIP);
    press(office, ACTION_CONTINUE);
    assert_int_equal(office->kiosk.place, KIOSK_IDLE);
    assert_int_equal(pass(office, 3600), KIOSK_CHIME);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 11, 29));
}

static const struct timeline *three_kinds(struct hand *hand)
{
    hand_begin(hand);
    hand_step(hand, "work");
    hand_entry(hand, ENTRY_WORK, 40 * TICK_MIN);
    hand_step(hand, "wait");
    hand_gate(hand, ENTRY_WAIT, 0);
    hand_step(hand, "end");
    hand_entry(hand, ENTRY_WORK, 10 * TICK_S);
    return hand_end(hand);
}

/* The first thing that is asked of the session. */
static enum action attend(struct office *office, struct session *session, int seconds)
{
    static struct effects effects;
    for (int i = 0; i < 4 * seconds; i++) {
        office->clocks.now += TICK_S / 4;
        office->clocks.wall += i % 4 == 3;
        session_step(session, (struct request){0}, office->clocks.now, &effects);
        enum action asked = kiosk_attend(&office->kiosk, &office->world, session, office->clocks);
        if (asked != ACTION_NONE) {
            session_step(session, (struct request){.action = asked}, office->clocks.now, &effects);
            return asked;
        }
    }
    return ACTION_NONE;
}

static void a_session_that_nobody_paused_runs_to_its_end(void **state)
{
    static struct hand hand;
    static struct session session;
    struct office *office = *state;
    press(office, ACTION_CONTINUE);
    session_init(&session, three_kinds(&hand), &(struct session_options){.speed = 1},
                 office->clocks.now);
    assert_int_equal(attend(office, &session, 40 * 60 + 30), ACTION_NONE);
    assert_int_equal(session.mode, SESSION_GATE);
    assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 0);
    assert_int_equal(attend(office, &session, 31), ACTION_CONTINUE);
    assert_int_equal(attend(office, &session, 15), ACTION_NONE);
    assert_int_equal(session.mode, SESSION_FINISHED);
    /* The breaks that fell into it, at 10:30, were left out quietly. */
    kiosk_return(&office->kiosk, &office->world, true, office->clocks);
    assert_int_equal(pass(office, 3600), KIOSK_CHIME);
    assert_int_equal(office->clocks.wall, instant_of(2026, 11, 3, 10, 59));
}

static void a_session_that_was_paused_is_given_up_with_a_warning(void **state)
{
    static struct hand hand;
    static struct session session;
    static struct effects effects;
    struct office *office = *state;
    press(office, ACTION_CONTINUE);
    session_init(&session, three_kinds(&hand), &(struct session_options){.speed = 1},
                 office->clocks.now);
    attend(office, &session, 60);
    press(office, ACTION_PLAY_PAUSE);
    assert_true(office->kiosk.passes);
    session_step(&session, (struct request){.action = ACTION_PLAY_PAUSE}, office->clocks.now,
                 &effects);
    assert_int_equal(attend(office, &session, 72), ACTION_NONE);
    assert_true(kiosk_warning(&office->kiosk, &office->config) > 0);
    press(office, ACTION_PLAY_PAUSE);
    assert_false(office->kiosk.passes); /* only: I am here */
    assert_int_equal(attend(office, &session, 89), ACTION_NONE);
    assert_int_equal(attend(office, &session, 2), ACTION_QUIT);
    assert_int_equal(session.mode, SESSION_LEFT);
    press(office, ACTION_QUIT);
    assert_false(office->kiosk.passes);
}

/* Whatever a person pressed before going away: an exercise that still plays is not cut short, and
 * everything else is left after 90 s, the last 20 of them with a warning. */
static void every_screen_is_left_with_a_warning_but_no_exercise(void **state)
{
    static const enum action presses[] = {ACTION_PLAY_PAUSE, ACTION_LEAVE,       ACTION_HELP,
                                          ACTION_REPEAT,     ACTION_EYES_CLOSED, ACTION_LOUDER};
    static struct hand hand;
    static struct session session;
    static struct effects effects;
    struct office *office = *state;
    int left = 0;
    for (size_t i = 0; i < sizeof presses / sizeof *presses; i++) {
        open_at(office, 10, 12);
        press(office, ACTION_CONTINUE);
        session_init(&session, three_kinds(&hand), &(struct session_options){.speed = 1},
                     office->clocks.now);
        assert_int_equal(attend(office, &session, 60), ACTION_NONE);
        press(office, presses[i]);
        session_step(&session, (struct request){.action = presses[i]}, office->clocks.now,
                     &effects);
        if (session.mode == SESSION_PLAYING) {
            for (int minute = 0; minute < 38; minute++) {
                assert_int_equal(attend(office, &session, 60), ACTION_NONE);
                assert_int_equal(kiosk_warning(&office->kiosk, &office->config), 0);
            }
            continue;
        }
        int seconds = 0, warned = 0;
        for (; attend(office, &session, 1) == ACTION_NONE && seconds < 100; seconds++)
            warned += kiosk_warning(&office->kiosk, &office->config) > 0;
        assert_int_equal(seconds, 89); /* in the next one it was over */
        assert_int_equal(warned, 20);
        assert_int_equal(session.mode, SESSION_LEFT);
        left++;
    }
    assert_true(left >= 2);
}

static void how_the_back_feels_is_not_asked(void **state)
{
    static struct hand hand;
    static struct session session;
    struct office *office = *state;
    hand_begin(&hand);
    hand_step(&hand, "ask");
    hand_gate(&hand, ENTRY_ASK, 0)->title = "comfort";
    hand_step(&hand, "end");
    hand_entry(&hand, ENTRY_WORK, 10 * TICK_S);
    press(office, ACTION_CONTINUE);
    session_init(&session, hand_end(&hand), &(struct session_options){.speed = 1},
                 office->clocks.now);
    assert_true(entry_asks_comfort(&hand.entries[0]));
    assert_int_equal(attend(office, &session, 1), ACTION_CONTINUE);
    assert_int_equal(session.mode, SESSION_PLAYING);
}

static void knock(struct office *office)
{
    for (int i = 0; i < CHORD_KNOCKS; i++)
        press(office, ACTION_LEAVE);
}

static void the_pin_leaves_from_everywhere(void **state)
{
    struct office *office = *state;
    office->config.leave.pin = "4711";
    for (int place = 0; place < KIOSK_PLACES; place++) {
        open_at(office, 10, 12);
        office->kiosk.place = (enum kiosk_place)place;
        office->kiosk.since = office->clocks.now;
        if (place == KIOSK_NOTICE) {
            open_at(office, 10, 28);
            pass(office, 60);
        }
        knock(office);
        assert_int_equal(office->kiosk.chord.state, CHORD_ASKING);
        static const int wrong[] = {4, 7, 1, 2}, right[] = {4, 7, 1, 1};
        for (int i = 0; i < 4; i++)
            type(office, wrong[i]);
        office->items.count = 0;
        choose(office, KIOSK_ITEM_ENTER);
        assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_KEEP);
        assert_int_equal(kiosk_kept(&office->kiosk, &office->world, office->clocks.now),
                         KIOSK_NOTHING);
        choose(office, KIOSK_ITEM_DIGIT + 7); /* where the pointer rests */
        for (int i = 0; i < 4; i++)
            type(office, right[i]);
        assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_KEEP);
        assert_int_equal(kiosk_kept(&office->kiosk, &office->world, office->clocks.now),
                         KIOSK_LEAVE);
    }
}

static void a_press_in_a_corner_is_about_the_way_out(void **state)
{
    static const float corners[][2] = {{10, 10}, {1910, 10}, {1910, 1070}, {10, 1070}};
    struct office *office = *state;
    assert_int_equal(give(office, (struct kiosk_input){.tapped = true, .x = 10, .y = 10}),
                     KIOSK_PLAY); /* there is none */
    office->config.leave.pin = "4711";
    open_at(office, 10, 12);
    for (int i = 0; i < 4; i++)
        assert_int_equal(
            give(office,
                 (struct kiosk_input){.tapped = true, .x = corners[i][0], .y = corners[i][1]}),
            KIOSK_NOTHING);
    assert_int_equal(office->kiosk.chord.state, CHORD_ASKING);
}

static void nothing_else_leads_out(void **state)
{
    struct office *office = *state;
    srand(6);
    office->config.leave.pin = "471100";
    for (int i = 0; i < 200000; i++) {
        struct kiosk_input input = {.action = (enum action)(rand() % ACTION_COUNT),
                                    .digit = rand() % 4, /* never the right ones */
                                    .tapped = rand() % 4 == 0,
                                    .x = (float)(rand() % 2200 - 100),
                                    .y = (float)(rand() % 1300 - 100)};
        if (rand() % 3 == 0)
            input.action = ACTION_LEAVE;
        office->items.count = 0;
        for (int item = 0; item < 40; item++)
            if (rand() % 2)
                choose(office, rand() % 40);
        office->clocks.now += rand() % (4 * TICK_S);
        enum kiosk_effect effect = give(office, input);
        if (effect == KIOSK_KEEP)
            effect = kiosk_kept(&office->kiosk, &office->world, office->clocks.now);
        assert_int_not_equal(effect, KIOSK_LEAVE);
        if (effect == KIOSK_PLAY)
            assert_non_null(office->kiosk.card);
        if (office->kiosk.place == KIOSK_SESSION && rand() % 3 == 0)
            kiosk_return(&office->kiosk, &office->world, rand() % 2, office->clocks);
        assert_true(kiosk_next_change(&office->kiosk, &office->world, office->clocks) >
                    office->clocks.now);
    }
}

/* Everything that happens in a week, second by second; a session takes two minutes. */
static void a_week_passes(void **state)
{
    struct office *office = *state;
    enum { WEEK = 7 * 24 * 3600, PER_DAY = 19, DAYS = 5 };
    int64_t end = office->clocks.wall + WEEK;
    int effects[KIOSK_LEAVE + 1] = {0};
    while (office->clocks.wall < end) {
        enum kiosk_effect effect = pass(office, (int)(end - office->clocks.wall));
        effects[effect]++;
        if (effect == KIOSK_RESTART) {
            assert_int_equal(office->kiosk.clock.minute, 4 * 60);
            kiosk_init(&office->kiosk, &office->world, office->clocks);
        }
        if (effect == KIOSK_PLAY) {
            pass(office, 120);
            kiosk_return(&office->kiosk, &office->world, true, office->clocks);
        }
    }
    assert_int_equal(effects[KIOSK_CHIME], DAYS * PER_DAY);
    assert_int_equal(effects[KIOSK_PLAY], DAYS * PER_DAY);
    assert_int_equal(effects[KIOSK_RESTART], 7);
    assert_int_equal(office->kiosk.place, KIOSK_IDLE);
}

static void at_night_it_is_dim_and_still_and_a_press_wakes_it(void **state)
{
    struct office *office = *state;
    open_at(office, 20, 0);
    pass(office, 60);
    assert_false(kiosk_breathes(&office->kiosk));
    assert_true(office->kiosk.care.light < 0.31);
    tick next = kiosk_next_change(&office->kiosk, &office->world, office->clocks);
    assert_true(next >= office->clocks.now + TICK_S);
    assert_int_equal(press(office, ACTION_CONTINUE), KIOSK_PLAY);
    assert_true(kiosk_breathes(&office->kiosk));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(any_press_begins_and_the_end_is_thanked_for),
        TEST(what_turns_the_volume_or_wants_out_begins_nothing),
        TEST(an_arrow_chooses_and_who_goes_away_is_not_waited_for),
        TEST(a_break_is_announced_and_begins_by_itself),
        TEST(a_break_can_be_begun_put_off_or_left_out),
        TEST(a_session_that_nobody_paused_runs_to_its_end),
        TEST(a_session_that_was_paused_is_given_up_with_a_warning),
        TEST(every_screen_is_left_with_a_warning_but_no_exercise),
        TEST(how_the_back_feels_is_not_asked),
        TEST(the_pin_leaves_from_everywhere),
        TEST(a_press_in_a_corner_is_about_the_way_out),
        TEST(nothing_else_leads_out),
        TEST(a_week_passes),
        TEST(at_night_it_is_dim_and_still_and_a_press_wakes_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "home/home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Two routines, of which the second has mistakes, and seven cards to learn from. */
static struct home_trouble trouble = {.file = "broken.yaml"};
static const struct tip cards[7];
static const struct tips tips = {
    .cards = cards,
    .count = 7,
    .of = {[TIP_CAUSE] = {cards, 4}, [TIP_HABIT] = {cards + 4, 2}, [TIP_SAFETY] = {cards + 6, 1}},
};

static const char *palettes[] = {"iris", "lagoon"};
static const char *languages[] = {"auto", "en", "de"};
static const char *things[] = {"mat", "foam roller"};

struct visit {
    struct home_card routines[2];
    struct home_content content;
    struct wishes wishes;
    struct focus_items items;
    struct home home;
    tick now;
};

static void set_out(struct visit *visit)
{
    *visit = (struct visit){.now = TICK_S};
    visit->routines[0] = (struct home_card){.title = "Good", .read = true, .turn = 5 * TICK_S};
    visit->routines[1] = (struct home_card){.title = "Broken", .read = true, .trouble = &trouble};
    settings_usual(&visit->wishes.now);
    visit->wishes.palettes = (struct text_list){palettes, 2};
    visit->wishes.languages = (struct text_list){languages, 3};
    visit->wishes.things = (struct text_list){things, 2};
    visit->content = (struct home_content){
        .cards = visit->routines, .count = 2, .tips = &tips, .wishes = &visit->wishes};
    home_init(&visit->home, visit->now);
}

/* One below the other, as a screen would yield them. */
static void yield(struct visit *visit)
{
    static const int ids[HOME_PLACES][7] = {
        [HOME_CARDS] = {HOME_ITEM_CARD, HOME_ITEM_CARD + 1, HOME_ITEM_LEARN, HOME_ITEM_SETTINGS,
                        -1},
        [HOME_BEFORE] = {HOME_ITEM_RESUME, HOME_ITEM_START, HOME_ITEM_HOME, HOME_ITEM_RATING + 4,
                         HOME_ITEM_THING, HOME_ITEM_FLAWS, -1},
        [HOME_LEARN] = {HOME_ITEM_NEXT, HOME_ITEM_PREVIOUS, HOME_ITEM_HOME, -1},
        [HOME_TROUBLE] = {HOME_ITEM_HOME, HOME_ITEM_AGAIN, -1},
        [HOME_WEEK] = {HOME_ITEM_TICK + CHECKLIST_WATER, HOME_ITEM_NEXT, HOME_ITEM_PREVIOUS,
                       HOME_ITEM_HOME, -1},
        [HOME_SETTINGS] = {HOME_ITEM_WISH, HOME_ITEM_WISH + 1, HOME_ITEM_WISH + SETTING_EQUIPMENT,
                           HOME_ITEM_HOME, -1},
    };
    visit->items.count = 0;
    for (int i = 0; ids[visit->home.place][i] >= 0; i++) {
        struct focus_box box = {0, (float)visit->items.count * 20, 100, 10};
        bool resume = ids[visit->home.place][i] == HOME_ITEM_RESUME;
        if (resume && visit->content.cards[visit->home.card].resume == 0)
            continue;
        focus_add(&visit->items, ids[visit->home.place][i], box, box);
    }
}

static enum home_effect press(struct visit *visit, enum action action)
{
    yield(visit);
    const struct home_input input = {.action = action};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

static enum home_effect tap(struct visit *visit, float y)
{
    yield(visit);
    const struct home_input input = {.tapped = true, .x = 5, .y = y, .action = ACTION_PLAY_PAUSE};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

static enum home_effect wait(struct visit *visit, tick length)
{
    visit->now += length;
    return press(visit, ACTION_NONE);
}

static void two_presses_and_five_seconds_begin_a_session(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
    wait(&visit, HOME_MOVES);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), TICK_NEVER);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(wait(&visit, HOME_COUNTDOWN - 1), HOME_NOTHING);
    assert_int_equal(wait(&visit, 1), HOME_PLAY);
    assert_int_equal(visit.home.card, 0);
    home_return(&visit.home, &visit.content, visit.now);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD);
}

static void any_press_shortens_the_countdown_and_back_stops_it(void **state)
{
    (void)state;
    static const enum action others[] = {ACTION_CONTINUE, ACTION_NEXT, ACTION_HELP, ACTION_MUTE};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct visit visit;
        set_out(&visit);
        press(&visit, ACTION_CONTINUE);
        press(&visit, ACTION_CONTINUE);
        assert_int_equal(press(&visit, ACTION_LEAVE), HOME_NOTHING);
        assert_int_equal(visit.home.place, HOME_BEFORE);
        assert_int_equal(wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
        press(&visit, ACTION_CONTINUE);
        assert_int_equal(press(&visit, others[i]), HOME_PLAY);
    }
}

static void a_tap_chooses_and_beside_it_nothing_happens(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    assert_int_equal(tap(&visit, 15), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_CARDS);
    tap(&visit, 5);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    tap(&visit, 5);
    assert_int_equal(tap(&visit, 200), HOME_PLAY);
}

static void flaws_can_be_looked_at_and_stop_nothing(void **state)
{
    static struct home_trouble flaws = {.file = "flawed.yaml"};
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.routines[0].flaws = &flaws;
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    visit.home.focus = HOME_ITEM_FLAWS;
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
    assert_ptr_equal(visit.home.trouble, &flaws);
    press(&visit, ACTION_CONTINUE);
    press(&visit, ACTION_CONTINUE);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_PLAY);
}

static void mistakes_lead_to_the_trouble_screen(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    press(&visit, ACTION_DOWN);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
    assert_ptr_equal(visit.home.trouble, &trouble);
    press(&visit, ACTION_DOWN);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_RELOAD);
    visit.content.count = 1; /* the file is gone */
    home_return(&visit.home, &visit.content, visit.now);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD);
}

static void learning_goes_page_by_page_and_home(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    tap(&visit, 45);
    assert_int_equal(visit.home.place, HOME_LEARN);
    assert_int_equal(learn_pages(&tips), 5);
    for (size_t page = 0; page < 4; page++) {
        assert_int_equal(visit.home.page, page);
        assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
        press(&visit, ACTION_PLAY_PAUSE);
    }
    assert_int_equal(visit.home.page, 4);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    press(&visit, ACTION_FOCUS_BACK);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, 3);
    press(&visit, ACTION_LEAVE);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
}

static void the_week_has_two_pages_and_things_to_tick(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.home.focus = HOME_ITEM_WEEK;
    yield(&visit);
    focus_add(&visit.items, HOME_ITEM_WEEK, (struct focus_box){0}, (struct focus_box){0});
    const struct home_input enter = {.action = ACTION_CONTINUE};
    home_step(&visit.home, &visit.content, &visit.items, &enter, visit.now);
    assert_int_equal(visit.home.place, HOME_WEEK);
    assert_int_equal(visit.home.page, HOME_WEEK_LIST);
    assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
    press(&visit, ACTION_UP);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_TICKED);
    assert_int_equal(visit.home.ticked, CHECKLIST_WATER);
    assert_int_equal(tap(&visit, 5), HOME_TICKED);
    assert_int_equal(press(&visit, ACTION_DOWN), HOME_NOTHING);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    press(&visit, ACTION_FOCUS_BACK);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, HOME_WEEK_LIST);
    assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
    press(&visit, ACTION_UP);
    press(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    press(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(press(&visit, ACTION_LEAVE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_WEEK);
}

/* What routines do cannot be ticked. */
static void only_what_is_done_by_hand_is_ticked(void **state)
{
    (void)state;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        struct visit visit;
        set_out(&visit);
        visit.home.place = HOME_WEEK;
        visit.home.focus = HOME_ITEM_TICK + i;
        visit.items.count = 0;
        focus_add(&visit.items, visit.home.focus, (struct focus_box){0}, (struct focus_box){0});
        const struct home_input enter = {.action = ACTION_CONTINUE};
        assert_int_equal(home_step(&visit.home, &visit.content, &visit.items, &enter, visit.now),
                         checklist_table[i].by_hand ? HOME_TICKED : HOME_NOTHING);
    }
}

static void every_card_is_on_one_page(void **state)
{
    (void)state;
    size_t count = 0;
    for (size_t page = 0; page < learn_pages(&tips); page++) {
        struct learn_page shown = learn_page_at(&tips, page);
        assert_ptr_equal(shown.cards, cards + count);
        assert_in_range(shown.count, 1, 3);
        count += shown.count;
    }
    assert_int_equal(count, 7);
    assert_int_equal(learn_pages(NULL), 0);
}

static void a_figure_moves_for_a_while_and_rests_in_its_first_pose(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    wait(&visit, 2500 * TICK_MS);
    assert_true(home_turn(&visit.home, &visit.content, 0) == 0.5);
    assert_true(home_turn(&visit.home, &visit.content, 1) == 0);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
    wait(&visit, HOME_MOVES);
    assert_true(home_turn(&visit.home, &visit.content, 0) == 0);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), TICK_NEVER);
    press(&visit, ACTION_UP);
    press(&visit, ACTION_DOWN);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
}

static void help_closes_with_any_press_and_leaving_at_home_closes(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    press(&visit, ACTION_HELP);
    assert_true(visit.home.help);
    assert_int_equal(press(&visit, ACTION_LEAVE), HOME_NOTHING);
    assert_false(visit.home.help);
    assert_int_equal(press(&visit, ACTION_FULL_SCREEN), HOME_FULL_SCREEN);
    assert_int_equal(press(&visit, ACTION_LEAVE), HOME_CLOSE);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(press(&visit, ACTION_QUIT), HOME_CLOSE);
}

static void nothing_found_is_no_reason_to_fall(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.content = (struct home_content){0};
    struct focus_items none = {.count = 0};
    for (int action = 0; action < ACTION_QUIT; action++) {
        const struct home_input input = {.action = (enum action)action};
        home_step(&visit.home, &visit.content, &none, &input, visit.now);
        assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), TICK_NEVER);
    }
}

static struct visit *at_settings(void)
{
    static struct visit visit;
    set_out(&visit);
    visit.home.focus = HOME_ITEM_SETTINGS;
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_SETTINGS);
    assert_int_equal(visit.home.focus, HOME_ITEM_WISH);
    return &visit;
}

static void left_and_right_change_what_up_and_down_choose(void **state)
{
    (void)state;
    struct visit *visit = at_settings();
    assert_int_equal(press(visit, ACTION_BACK), HOME_CHANGED);
    assert_int_equal(visit->home.changed, SETTING_VOLUME);
    assert_int_equal(visit->wishes.now.values[SETTING_VOLUME].number, 70);
    assert_int_equal(press(visit, ACTION_DOWN), HOME_NOTHING);
    assert_int_equal(visit->home.focus, HOME_ITEM_WISH + 1);
    assert_int_equal(press(visit, ACTION_NEXT), HOME_NOTHING); /* as loud as it gets */
    assert_int_equal(press(visit, ACTION_CONTINUE), HOME_CHANGED);
    assert_int_equal(visit->wishes.now.values[SETTING_VOICE_VOLUME].number, 0);
    press(visit, ACTION_UP);
    press(visit, ACTION_UP); /* round */
    assert_int_equal(visit->home.focus, HOME_ITEM_HOME);
    assert_int_equal(press(visit, ACTION_NEXT), HOME_NOTHING);
    assert_int_equal(press(visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit->home.place, HOME_CARDS);
    assert_int_equal(visit->home.focus, HOME_ITEM_SETTINGS);
}

static void a_finger_changes_the_row_it_is_on(void **state)
{
    (void)state;
    struct visit *visit = at_settings();
    struct home_input input = {.tapped = true, .x = 60, .y = 5};
    yield(visit);
    assert_int_equal(home_step(&visit->home, &visit->content, &visit->items, &input, visit->now),
                     HOME_CHANGED);
    assert_int_equal(visit->wishes.now.values[SETTING_VOLUME].number, 70);
    input.x = 90;
    assert_int_equal(home_step(&visit->home, &visit->content, &visit->items, &input, visit->now),
                     HOME_CHANGED);
    assert_int_equal(visit->wishes.now.values[SETTING_VOLUME].number, 80);
    input.y = 15; /* between two rows */
    assert_int_equal(home_step(&visit->home, &visit->content, &visit->items, &input, visit->now),
                     HOME_NOTHING);
}

static void every_row_goes_its_way(void **state)
{
    (void)state;
    struct wishes *wishes = &at_settings()->wishes;
    const struct settings *now = &wishes->now;
    assert_int_equal(wishes_count(wishes), SETTING_EQUIPMENT + 2);
    wishes->now.values[SETTING_VOLUME].number = 75;
    assert_true(wishes_change(wishes, SETTING_VOLUME, WISHES_LESS));
    assert_int_equal(now->values[SETTING_VOLUME].number, 70);
    wishes->now.values[SETTING_VOLUME].number = 0;
    assert_false(wishes_change(wishes, SETTING_VOLUME, WISHES_LESS));
    assert_true(wishes_change(wishes, SETTING_THEME, WISHES_LESS));
    assert_string_equal(setting_word(now, SETTING_THEME), "contrast");
    assert_true(wishes_change(wishes, SETTING_THEME, WISHES_MORE));
    assert_string_equal(setting_word(now, SETTING_THEME), "night");
    assert_true(wishes_change(wishes, SETTING_PALETTE, WISHES_ROUND));
    assert_string_equal(setting_word(now, SETTING_PALETTE), "iris");
    assert_true(wishes_change(wishes, SETTING_LANGUAGE, WISHES_LESS));
    assert_string_equal(setting_word(now, SETTING_LANGUAGE), "de");
}

/* Nobody who was never asked is without a mat. */
static void what_is_at_hand_is_everything_until_it_is_said(void **state)
{
    (void)state;
    struct visit *visit = at_settings();
    const struct setting_value *list = &visit->wishes.now.values[SETTING_EQUIPMENT];
    assert_true(wishes_has(&visit->wishes, WISHES_FIRST_THING));
    press(visit, ACTION_DOWN);
    press(visit, ACTION_DOWN);
    assert_int_equal(press(visit, ACTION_CONTINUE), HOME_CHANGED);
    assert_int_equal(visit->home.changed, SETTING_EQUIPMENT);
    assert_string_equal(list->text, "foam roller");
    assert_false(wishes_has(&visit->wishes, WISHES_FIRST_THING));
    assert_true(wishes_change(&visit->wishes, WISHES_FIRST_THING + 1, WISHES_LESS));
    assert_string_equal(list->text, "");
    assert_false(wishes_has(&visit->wishes, WISHES_FIRST_THING + 1));
    assert_true(wishes_change(&visit->wishes, WISHES_FIRST_THING, WISHES_MORE));
    assert_string_equal(list->text, "mat");
}

static enum home_effect type(struct visit *visit, int digit)
{
    yield(visit);
    const struct home_input input = {.action = ACTION_RATE, .rating = digit};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

static void how_the_back_feels_is_asked_and_nobody_is_hurried(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    press(&visit, ACTION_CONTINUE);
    assert_false(visit.home.comfort.said);
    tap(&visit, 45); /* the fourth */
    assert_true(visit.home.comfort.said);
    assert_int_equal(visit.home.comfort.rating, 4);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(type(&visit, 1), HOME_NOTHING);
    assert_int_equal(visit.home.comfort.rating, 1);
    assert_int_equal(wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
    type(&visit, 0);
    assert_int_equal(visit.home.comfort.rating, 10);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(tap(&visit, 45), HOME_NOTHING);
    assert_int_equal(wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
    press(&visit, ACTION_LEAVE);
    press(&visit, ACTION_CONTINUE);
    assert_false(visit.home.comfort.said);
}

static void what_a_routine_can_do_without_is_said_right_before_it(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.routines[0].either = (struct text_list){things + 1, 1};
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(tap(&visit, 65), HOME_CHANGED);
    assert_int_equal(visit.home.changed, SETTING_EQUIPMENT);
    assert_int_equal(visit.home.focus, HOME_ITEM_THING);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    size_t row = wishes_row(&visit.wishes, "foam roller");
    assert_false(wishes_has(&visit.wishes, row));
    assert_true(wishes_has(&visit.wishes, wishes_row(&visit.wishes, "mat")));
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_CHANGED);
    assert_true(wishes_has(&visit.wishes, row));
    visit.content.wishes = NULL;
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    visit.content.wishes = &visit.wishes;
    visit.routines[0].trouble = &trouble; /* nothing is left of it */
    press(&visit, ACTION_UP);
    visit.home.focus = HOME_ITEM_START;
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
}

static void a_routine_that_asks_itself_is_not_asked_about(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.routines[0].asks = true;
    press(&visit, ACTION_CONTINUE);
    type(&visit, 7);
    assert_false(visit.home.comfort.said);
}

/* From opening the card with a routine that was left: a press chooses, and once more begins. */
static bool begins_where_it_was_left(enum action choose)
{
    struct visit visit;
    set_out(&visit);
    visit.routines[0].resume = 8 * TICK_MIN;
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_RESUME);
    press(&visit, choose);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_PLAY);
    return visit.home.resume;
}

static void a_routine_that_was_left_goes_on_or_begins_anew(void **state)
{
    (void)state;
    assert_true(begins_where_it_was_left(ACTION_MUTE));
    assert_false(begins_where_it_was_left(ACTION_DOWN));
    struct visit visit;
    set_out(&visit);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(press(&visit, ACTION_CONTINUE), HOME_PLAY);
    assert_false(visit.home.resume);
}

/* An answer takes the focus from the scale to what comes first, and leaves a choice as it is. */
static void an_answer_keeps_what_was_chosen(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.routines[0].resume = 8 * TICK_MIN;
    press(&visit, ACTION_CONTINUE);
    visit.home.focus = HOME_ITEM_RATING + 4;
    press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_RESUME);
    visit.home.focus = HOME_ITEM_START;
    yield(&visit);
    const struct home_input seven = {.action = ACTION_RATE, .rating = 7};
    home_step(&visit.home, &visit.content, &visit.items, &seven, visit.now);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
}

/* Forty cards in rows of four, of which two are in sight, as the screen would say after it. */
static enum home_effect handle(struct visit *visit, struct home_input input)
{
    static struct home_card forty[40];
    struct focus_items *items = &visit->items;
    visit->content.cards = forty;
    visit->content.count = 40;
    yield(visit);
    for (int i = 2; i < 40 && visit->home.place == HOME_CARDS; i++)
        focus_add(items, HOME_ITEM_CARD + i, (struct focus_box){0}, (struct focus_box){0});
    items->list = (struct focus_list){.item = HOME_ITEM_CARD,
                                      .count = 40,
                                      .columns = 4,
                                      .shown = 2,
                                      .first = visit->home.scroll.first,
                                      .most = 8,
                                      .pitch = 100};
    return home_step(&visit->home, &visit->content, items, &input, visit->now);
}

static void the_wheel_scrolls_and_the_focus_stays_in_sight(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.home.focus = HOME_ITEM_CARD + 2;
    handle(&visit, (struct home_input){.notches = 1, .action = ACTION_SOFTER});
    assert_int_equal(visit.home.scroll.first, 1);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 6);
    handle(&visit, (struct home_input){.notches = 99});
    assert_int_equal(visit.home.scroll.first, 8);
    handle(&visit, (struct home_input){.notches = -99});
    assert_int_equal(visit.home.scroll.first, 0);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 6);
    visit.home.focus = HOME_ITEM_LEARN;
    handle(&visit, (struct home_input){.notches = 3});
    assert_int_equal(visit.home.scroll.first, 3);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
}

static void a_finger_drags_rows_and_chooses_none(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    handle(&visit, (struct home_input){.dragged = -50});
    assert_int_equal(visit.home.scroll.first, 0);
    handle(&visit, (struct home_input){.dragged = -170});
    assert_int_equal(visit.home.scroll.first, 2);
    handle(&visit, (struct home_input){.dragged = 130});
    assert_int_equal(visit.home.scroll.first, 1);
    /* What had taken the rows along is no swipe; where none could go, it is one. */
    assert_int_equal(handle(&visit, (struct home_input){.lifted = true, .action = ACTION_LEAVE}),
                     HOME_NOTHING);
    visit.home.scroll.first = 0;
    handle(&visit, (struct home_input){.dragged = 300});
    assert_int_equal(handle(&visit, (struct home_input){.lifted = true, .action = ACTION_LEAVE}),
                     HOME_CLOSE);
}

static enum home_effect hit(struct visit *visit, enum action action)
{
    return handle(visit, (struct home_input){.action = action});
}

static void pages_go_by_what_is_in_sight(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.home.focus = HOME_ITEM_CARD + 2;
    hit(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 10);
    assert_int_equal(visit.home.scroll.first, 2);
    hit(&visit, ACTION_PAGE_BACK);
    hit(&visit, ACTION_PAGE_BACK);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD);
    assert_int_equal(visit.home.scroll.first, 0);
    hit(&visit, ACTION_LAST);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 39);
    hit(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 39);
    hit(&visit, ACTION_FIRST);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD);
    /* From the buttons below the cards. */
    visit.home.focus = HOME_ITEM_LEARN;
    hit(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
    hit(&visit, ACTION_PAGE_BACK);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD + 39);
}

static void cards_stay_where_they_were_scrolled_to(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    visit.home.focus = HOME_ITEM_CARD + 10;
    visit.home.scroll.first = 2;
    hit(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    assert_int_equal(visit.home.scroll.first, 0);
    hit(&visit, ACTION_LEAVE);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.scroll.first, 2);
}

/* Twelve rows, numbered down two columns, of which four are in sight. */
static void settings_scroll_like_cards(void **state)
{
    (void)state;
    struct scroll scroll = {0};
    struct focus_list list = {.item = HOME_ITEM_WISH,
                              .count = 23,
                              .down = true,
                              .columns = 2,
                              .shown = 4,
                              .most = 8,
                              .pitch = 60};
    int focus = HOME_ITEM_WISH + 13;
    assert_true(scroll_handle(&scroll, &list, &(struct scroll_input){.notches = 3}, &focus));
    assert_int_equal(scroll.first, 3);
    assert_int_equal(focus, HOME_ITEM_WISH + 15);
    assert_true(scroll_handle(&scroll, &list, &(struct scroll_input){.dragged = -130}, &focus));
    assert_int_equal(scroll.first, 5);
    assert_true(scroll_handle(&scroll, &list, &(struct scroll_input){.lifted = true}, &focus));
    assert_true(scroll_press(&scroll, &list, ACTION_PAGE_BACK, &focus));
    assert_int_equal(focus, HOME_ITEM_WISH + 13);
    assert_int_equal(scroll.first, 1);
    assert_false(scroll_press(&scroll, &list, ACTION_DOWN, &focus));
}

static void what_cannot_be_chosen_scrolls_by_arrows(void **state)
{
    (void)state;
    struct scroll scroll = {0};
    const struct focus_list list = {.columns = 1, .shown = 3, .most = 5, .pitch = 60};
    int focus = HOME_ITEM_HOME;
    assert_true(scroll_press(&scroll, &list, ACTION_DOWN, &focus));
    assert_int_equal(scroll.first, 1);
    assert_true(scroll_press(&scroll, &list, ACTION_PAGE_ON, &focus));
    assert_int_equal(scroll.first, 4);
    assert_true(scroll_press(&scroll, &list, ACTION_LAST, &focus));
    assert_int_equal(scroll.first, 5);
    assert_true(scroll_press(&scroll, &list, ACTION_FIRST, &focus));
    assert_true(scroll_press(&scroll, &list, ACTION_UP, &focus));
    assert_int_equal(scroll.first, 0);
    assert_int_equal(focus, HOME_ITEM_HOME);
}

static void tips_are_turned_by_page_wheel_and_swipe(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    size_t last = learn_pages(&tips) - 1;
    visit.home.place = HOME_LEARN;
    visit.home.focus = HOME_ITEM_NEXT;
    const struct {
        struct home_input input;
        size_t page;
    } ways[] = {
        {{.action = ACTION_PAGE_ON}, 1},
        {{.action = ACTION_PAGE_BACK}, 0},
        {{.notches = 1, .action = ACTION_SOFTER}, 1},
        {{.notches = -1, .action = ACTION_LOUDER}, 0},
        {{.notches = -1, .action = ACTION_LOUDER}, 0},
        {{.lifted = true, .action = ACTION_NEXT}, 1},
        {{.lifted = true, .action = ACTION_BACK}, 0},
        {{.action = ACTION_LAST}, last},
        {{.action = ACTION_PAGE_ON}, last},
        {{.action = ACTION_FIRST}, 0},
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        yield(&visit);
        home_step(&visit.home, &visit.content, &visit.items, &ways[i].input, visit.now);
        assert_int_equal(visit.home.page, ways[i].page);
    }
}

/* Where nothing goes by pages, Page Down is the key to the right. */
static void before_a_session_page_down_is_an_arrow(void **state)
{
    (void)state;
    assert_int_equal(action_plain(ACTION_PAGE_ON), ACTION_NEXT);
    assert_int_equal(action_plain(ACTION_PAGE_BACK), ACTION_BACK);
    assert_int_equal(action_plain(ACTION_FIRST), ACTION_FIRST);
    assert_int_equal(action_plain(ACTION_UP), ACTION_UP);
}

static void the_focus_goes_below_the_mouse(void **state)
{
    (void)state;
    struct visit visit;
    set_out(&visit);
    yield(&visit);
    const struct home_input at = {.pointed = true, .x = 5, .y = 45},
                            beside = {.pointed = true, .x = 5, .y = 15};
    home_step(&visit.home, &visit.content, &visit.items, &at, visit.now);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
    home_step(&visit.home, &visit.content, &visit.items, &beside, visit.now);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
    assert_int_equal(visit.home.place, HOME_CARDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_routine_that_was_left_goes_on_or_begins_anew),
        cmocka_unit_test(an_answer_keeps_what_was_chosen),
        cmocka_unit_test(the_wheel_scrolls_and_the_focus_stays_in_sight),
        cmocka_unit_test(a_finger_drags_rows_and_chooses_none),
        cmocka_unit_test(pages_go_by_what_is_in_sight),
        cmocka_unit_test(cards_stay_where_they_were_scrolled_to),
        cmocka_unit_test(settings_scroll_like_cards),
        cmocka_unit_test(what_cannot_be_chosen_scrolls_by_arrows),
        cmocka_unit_test(tips_are_turned_by_page_wheel_and_swipe),
        cmocka_unit_test(before_a_session_page_down_is_an_arrow),
        cmocka_unit_test(the_focus_goes_below_the_mouse),
        cmocka_unit_test(left_and_right_change_what_up_and_down_choose),
        cmocka_unit_test(a_finger_changes_the_row_it_is_on),
        cmocka_unit_test(every_row_goes_its_way),
        cmocka_unit_test(what_is_at_hand_is_everything_until_it_is_said),
        cmocka_unit_test(what_a_routine_can_do_without_is_said_right_before_it),
        cmocka_unit_test(two_presses_and_five_seconds_begin_a_session),
        cmocka_unit_test(any_press_shortens_the_countdown_and_back_stops_it),
        cmocka_unit_test(a_tap_chooses_and_beside_it_nothing_happens),
        cmocka_unit_test(mistakes_lead_to_the_trouble_screen),
        cmocka_unit_test(flaws_can_be_looked_at_and_stop_nothing),
        cmocka_unit_test(learning_goes_page_by_page_and_home),
        cmocka_unit_test(the_week_has_two_pages_and_things_to_tick),
        cmocka_unit_test(only_what_is_done_by_hand_is_ticked),
        cmocka_unit_test(every_card_is_on_one_page),
        cmocka_unit_test(a_figure_moves_for_a_while_and_rests_in_its_first_pose),
        cmocka_unit_test(help_closes_with_any_press_and_leaving_at_home_closes),
        cmocka_unit_test(how_the_back_feels_is_asked_and_nobody_is_hurried),
        cmocka_unit_test(a_routine_that_asks_itself_is_not_asked_about),
        cmocka_unit_test(nothing_found_is_no_reason_to_fall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void two_presses_and_five_seconds_begin_a_session(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
    visit_wait(&visit, HOME_MOVES);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), TICK_NEVER);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit_wait(&visit, HOME_COUNTDOWN - 1), HOME_NOTHING);
    assert_int_equal(visit_wait(&visit, 1), HOME_PLAY);
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
        visit_begin(&visit);
        visit_press(&visit, ACTION_CONTINUE);
        visit_press(&visit, ACTION_CONTINUE);
        assert_int_equal(visit_press(&visit, ACTION_LEAVE), HOME_NOTHING);
        assert_int_equal(visit.home.place, HOME_BEFORE);
        assert_int_equal(visit_wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
        visit_press(&visit, ACTION_CONTINUE);
        assert_int_equal(visit_press(&visit, others[i]), HOME_PLAY);
    }
}

static void a_tap_chooses_and_beside_it_nothing_happens(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    assert_int_equal(visit_tap(&visit, 15), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_CARDS);
    visit_tap(&visit, 5);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    visit_tap(&visit, 5);
    assert_int_equal(visit_tap(&visit, 200), HOME_PLAY);
}

static void flaws_can_be_looked_at_and_stop_nothing(void **state)
{
    static struct home_trouble flaws = {.file = "flawed.yaml"};
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit.routines[0].flaws = &flaws;
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    visit.home.focus = HOME_ITEM_FLAWS;
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
    assert_ptr_equal(visit.home.trouble, &flaws);
    visit_press(&visit, ACTION_CONTINUE);
    visit_press(&visit, ACTION_CONTINUE);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_PLAY);
}

static void mistakes_lead_to_the_trouble_screen(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit_press(&visit, ACTION_DOWN);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
    assert_ptr_equal(visit.home.trouble, visit.routines[1].trouble);
    visit_press(&visit, ACTION_DOWN);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_RELOAD);
    visit.content.count = 1; /* the file is gone */
    home_return(&visit.home, &visit.content, visit.now);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_CARD);
}

static void learning_goes_page_by_page_and_home(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit_tap(&visit, 45);
    assert_int_equal(visit.home.place, HOME_LEARN);
    assert_int_equal(learn_pages(visit.content.tips), 5);
    for (size_t page = 0; page < 4; page++) {
        assert_int_equal(visit.home.page, page);
        assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
        visit_press(&visit, ACTION_PLAY_PAUSE);
    }
    assert_int_equal(visit.home.page, 4);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    visit_press(&visit, ACTION_FOCUS_BACK);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, 3);
    visit_press(&visit, ACTION_LEAVE);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_LEARN);
}

static void the_week_has_two_pages_and_things_to_tick(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit.home.focus = HOME_ITEM_WEEK;
    visit_yield(&visit);
    focus_add(&visit.items, HOME_ITEM_WEEK, (struct focus_box){0}, (struct focus_box){0});
    const struct home_input enter = {.action = ACTION_CONTINUE};
    home_step(&visit.home, &visit.content, &visit.items, &enter, visit.now);
    assert_int_equal(visit.home.place, HOME_WEEK);
    assert_int_equal(visit.home.page, HOME_WEEK_LIST);
    assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
    visit_press(&visit, ACTION_UP);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_TICKED);
    assert_int_equal(visit.home.ticked, CHECKLIST_WATER);
    assert_int_equal(visit_tap(&visit, 5), HOME_TICKED);
    assert_int_equal(visit_press(&visit, ACTION_DOWN), HOME_NOTHING);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    visit_press(&visit, ACTION_FOCUS_BACK);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.page, HOME_WEEK_LIST);
    assert_int_equal(visit.home.focus, HOME_ITEM_NEXT);
    visit_press(&visit, ACTION_UP);
    visit_press(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(visit.home.focus, HOME_ITEM_HOME);
    visit_press(&visit, ACTION_PAGE_ON);
    assert_int_equal(visit.home.page, HOME_WEEK_TREND);
    assert_int_equal(visit_press(&visit, ACTION_LEAVE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_CARDS);
    assert_int_equal(visit.home.focus, HOME_ITEM_WEEK);
}

/* What routines do cannot be ticked. */
static void only_what_is_done_by_hand_is_ticked(void **state)
{
    (void)state;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        struct visit visit;
        visit_begin(&visit);
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
    struct visit visit;
    size_t count = 0;
    visit_begin(&visit);
    for (size_t page = 0; page < learn_pages(visit.content.tips); page++) {
        struct learn_page shown = learn_page_at(visit.content.tips, page);
        assert_ptr_equal(shown.cards, visit.content.tips->cards + count);
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
    visit_begin(&visit);
    visit_wait(&visit, 2500 * TICK_MS);
    assert_true(home_turn(&visit.home, &visit.content, 0) == 0.5);
    assert_true(home_turn(&visit.home, &visit.content, 1) == 0);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
    visit_wait(&visit, HOME_MOVES);
    assert_true(home_turn(&visit.home, &visit.content, 0) == 0);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), TICK_NEVER);
    visit_press(&visit, ACTION_UP);
    visit_press(&visit, ACTION_DOWN);
    assert_int_equal(home_next_change(&visit.home, &visit.content, visit.now), visit.now);
}

static void help_closes_with_any_press_and_leaving_at_home_closes(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit_press(&visit, ACTION_HELP);
    assert_true(visit.home.help);
    assert_int_equal(visit_press(&visit, ACTION_LEAVE), HOME_NOTHING);
    assert_false(visit.home.help);
    assert_int_equal(visit_press(&visit, ACTION_FULL_SCREEN), HOME_FULL_SCREEN);
    assert_int_equal(visit_press(&visit, ACTION_LEAVE), HOME_CLOSE);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_press(&visit, ACTION_QUIT), HOME_CLOSE);
}

static void nothing_found_is_no_reason_to_fall(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
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
    visit_begin(&visit);
    visit.home.focus = HOME_ITEM_SETTINGS;
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit.home.place, HOME_SETTINGS);
    assert_int_equal(visit.home.focus, HOME_ITEM_WISH);
    return &visit;
}

static void left_and_right_change_what_up_and_down_choose(void **state)
{
    (void)state;
    struct visit *visit = at_settings();
    assert_int_equal(visit_press(visit, ACTION_BACK), HOME_CHANGED);
    assert_int_equal(visit->home.changed, SETTING_VOLUME);
    assert_int_equal(visit->wishes.now.values[SETTING_VOLUME].number, 70);
    assert_int_equal(visit_press(visit, ACTION_DOWN), HOME_NOTHING);
    assert_int_equal(visit->home.focus, HOME_ITEM_WISH + 1);
    assert_int_equal(visit_press(visit, ACTION_NEXT), HOME_NOTHING); /* as loud as it gets */
    assert_int_equal(visit_press(visit, ACTION_CONTINUE), HOME_CHANGED);
    assert_int_equal(visit->wishes.now.values[SETTING_VOICE_VOLUME].number, 0);
    visit_press(visit, ACTION_UP);
    visit_press(visit, ACTION_UP); /* round */
    assert_int_equal(visit->home.focus, HOME_ITEM_HOME);
    assert_int_equal(visit_press(visit, ACTION_NEXT), HOME_NOTHING);
    assert_int_equal(visit_press(visit, ACTION_CONTINUE), HOME_NOTHING);
    assert_int_equal(visit->home.place, HOME_CARDS);
    assert_int_equal(visit->home.focus, HOME_ITEM_SETTINGS);
}

static void a_finger_changes_the_row_it_is_on(void **state)
{
    (void)state;
    struct visit *visit = at_settings();
    struct home_input input = {.tapped = true, .x = 60, .y = 5};
    visit_yield(visit);
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
    assert_true(wishes_change(wishes, SETTING_KEYS_ON, WISHES_LESS));
    assert_string_equal(setting_word(now, SETTING_KEYS_ON), "remote");
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
    visit_press(visit, ACTION_DOWN);
    visit_press(visit, ACTION_DOWN);
    assert_int_equal(visit_press(visit, ACTION_CONTINUE), HOME_CHANGED);
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
    visit_yield(visit);
    const struct home_input input = {.action = ACTION_RATE, .rating = digit};
    return home_step(&visit->home, &visit->content, &visit->items, &input, visit->now);
}

static void how_the_back_feels_is_asked_and_nobody_is_hurried(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit_press(&visit, ACTION_CONTINUE);
    assert_false(visit.home.comfort.said);
    visit_tap(&visit, 45); /* the fourth */
    assert_true(visit.home.comfort.said);
    assert_int_equal(visit.home.comfort.rating, 4);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(type(&visit, 1), HOME_NOTHING);
    assert_int_equal(visit.home.comfort.rating, 1);
    assert_int_equal(visit_wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
    type(&visit, 0);
    assert_int_equal(visit.home.comfort.rating, 10);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_tap(&visit, 45), HOME_NOTHING);
    assert_int_equal(visit_wait(&visit, 2 * HOME_COUNTDOWN), HOME_NOTHING);
    visit_press(&visit, ACTION_LEAVE);
    visit_press(&visit, ACTION_CONTINUE);
    assert_false(visit.home.comfort.said);
}

static void what_a_routine_can_do_without_is_said_right_before_it(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit.routines[0].either = (struct text_list){visit.wishes.things.items + 1, 1};
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_tap(&visit, 65), HOME_CHANGED);
    assert_int_equal(visit.home.changed, SETTING_EQUIPMENT);
    assert_int_equal(visit.home.focus, HOME_ITEM_THING);
    assert_int_equal(visit.home.place, HOME_BEFORE);
    size_t row = wishes_row(&visit.wishes, "foam roller");
    assert_false(wishes_has(&visit.wishes, row));
    assert_true(wishes_has(&visit.wishes, wishes_row(&visit.wishes, "mat")));
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_CHANGED);
    assert_true(wishes_has(&visit.wishes, row));
    visit.content.wishes = NULL;
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_NOTHING);
    visit.content.wishes = &visit.wishes;
    visit.routines[0].trouble = visit.routines[1].trouble; /* nothing is left of it */
    visit_press(&visit, ACTION_UP);
    visit.home.focus = HOME_ITEM_START;
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.place, HOME_TROUBLE);
}

static void a_routine_that_asks_itself_is_not_asked_about(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit.routines[0].asks = true;
    visit_press(&visit, ACTION_CONTINUE);
    type(&visit, 7);
    assert_false(visit.home.comfort.said);
}

/* From opening the card with a routine that was left: a press chooses, and once more begins. */
static bool begins_where_it_was_left(enum action choose)
{
    struct visit visit;
    visit_begin(&visit);
    visit.routines[0].resume = 8 * TICK_MIN;
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_RESUME);
    visit_press(&visit, choose);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_PLAY);
    return visit.home.resume;
}

static void a_routine_that_was_left_goes_on_or_begins_anew(void **state)
{
    (void)state;
    assert_true(begins_where_it_was_left(ACTION_MUTE));
    assert_false(begins_where_it_was_left(ACTION_DOWN));
    struct visit visit;
    visit_begin(&visit);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit_press(&visit, ACTION_CONTINUE), HOME_PLAY);
    assert_false(visit.home.resume);
}

/* An answer takes the focus from the scale to what comes first, and leaves a choice as it is. */
static void an_answer_keeps_what_was_chosen(void **state)
{
    (void)state;
    struct visit visit;
    visit_begin(&visit);
    visit.routines[0].resume = 8 * TICK_MIN;
    visit_press(&visit, ACTION_CONTINUE);
    visit.home.focus = HOME_ITEM_RATING + 4;
    visit_press(&visit, ACTION_CONTINUE);
    assert_int_equal(visit.home.focus, HOME_ITEM_RESUME);
    visit.home.focus = HOME_ITEM_START;
    visit_yield(&visit);
    const struct home_input seven = {.action = ACTION_RATE, .rating = 7};
    home_step(&visit.home, &visit.content, &visit.items, &seven, visit.now);
    assert_int_equal(visit.home.focus, HOME_ITEM_START);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_routine_that_was_left_goes_on_or_begins_anew),
        cmocka_unit_test(an_answer_keeps_what_was_chosen),
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

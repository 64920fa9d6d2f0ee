// SPDX-License-Identifier: MIT
#include "visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Forty cards in rows of four, of which two are in sight, as the screen would say after it. */
static enum home_effect handle(struct visit *visit, struct home_input input)
{
    static struct home_card forty[40];
    struct focus_items *items = &visit->items;
    visit->content.cards = forty;
    visit->content.count = 40;
    visit_yield(visit);
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
    visit_begin(&visit);
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
    visit_begin(&visit);
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
    visit_begin(&visit);
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
    visit_begin(&visit);
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
    visit_begin(&visit);
    size_t last = learn_pages(visit.content.tips) - 1;
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
        visit_yield(&visit);
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
    visit_begin(&visit);
    visit_yield(&visit);
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
        cmocka_unit_test(the_wheel_scrolls_and_the_focus_stays_in_sight),
        cmocka_unit_test(a_finger_drags_rows_and_chooses_none),
        cmocka_unit_test(pages_go_by_what_is_in_sight),
        cmocka_unit_test(cards_stay_where_they_were_scrolled_to),
        cmocka_unit_test(settings_scroll_like_cards),
        cmocka_unit_test(what_cannot_be_chosen_scrolls_by_arrows),
        cmocka_unit_test(tips_are_turned_by_page_wheel_and_swipe),
        cmocka_unit_test(before_a_session_page_down_is_an_arrow),
        cmocka_unit_test(the_focus_goes_below_the_mouse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "home/focus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Ids by place, the last row being a button below the first column:
 *
 *     0 1 2
 *     3 4 5
 *     6
 *     9
 */
static struct focus_items grid(void)
{
    static struct focus_items items;
    items.count = 0;
    for (int i = 0; i < 7; i++) {
        struct focus_box box = {(float)(i % 3) * 110, (float)(i / 3) * 90, 100, 80};
        focus_add(&items, i, box, i < 6 ? box : (struct focus_box){0});
    }
    focus_add(&items, 9, (struct focus_box){0, 280, 60, 30}, (struct focus_box){0, 190, 60, 30});
    return items;
}

static void it_goes_to_the_nearest(void **state)
{
    (void)state;
    static const struct {
        int from;
        enum focus_way way;
        int to;
    } moves[] = {
        {0, FOCUS_RIGHT, 1}, {1, FOCUS_RIGHT, 2}, {4, FOCUS_LEFT, 3},
        {1, FOCUS_DOWN, 4},  {4, FOCUS_UP, 1},    {3, FOCUS_DOWN, 6},
        {6, FOCUS_DOWN, 9},  {9, FOCUS_UP, 6},    {6, FOCUS_UP, 3},
    };
    struct focus_items items = grid();
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
        assert_int_equal(focus_move(&items, moves[i].from, moves[i].way), moves[i].to);
}

static void it_comes_in_again_in_the_same_row_or_column(void **state)
{
    (void)state;
    struct focus_items items = grid();
    assert_int_equal(focus_move(&items, 2, FOCUS_RIGHT), 0);
    assert_int_equal(focus_move(&items, 3, FOCUS_LEFT), 5);
    assert_int_equal(focus_move(&items, 0, FOCUS_UP), 9);
    assert_int_equal(focus_move(&items, 9, FOCUS_DOWN), 0);
    assert_int_equal(focus_move(&items, 9, FOCUS_RIGHT), 9);
}

static void every_item_is_reached_by_arrows_and_by_tab(void **state)
{
    (void)state;
    struct focus_items items = grid();
    bool seen[10] = {[0] = true};
    for (int round = 0; round < 10; round++)
        for (int id = 0; id < 10; id++)
            for (int way = FOCUS_LEFT; seen[id] && way <= FOCUS_DOWN; way++)
                seen[focus_move(&items, id, (enum focus_way)way)] = true;
    for (size_t i = 0; i < items.count; i++)
        assert_true(seen[items.items[i].id]);
    int id = 0;
    for (size_t i = 0; i < items.count; i++)
        id = focus_move(&items, id, FOCUS_ON);
    assert_int_equal(id, 0);
}

static void only_what_is_in_sight_is_tapped(void **state)
{
    (void)state;
    struct focus_items items = grid();
    assert_int_equal(focus_at(&items, 5, 5), 0);
    assert_int_equal(focus_at(&items, 105, 5), FOCUS_NONE);
    assert_int_equal(focus_at(&items, 5, 200), 9); /* where the seventh would be */
}

static void what_is_gone_loses_it_to_the_first(void **state)
{
    (void)state;
    struct focus_items items = grid(), none = {.count = 0};
    assert_int_equal(focus_keep(&items, 4), 4);
    assert_int_equal(focus_keep(&items, 77), 0);
    assert_int_equal(focus_keep(&none, 4), FOCUS_NONE);
    assert_int_equal(focus_move(&none, 4, FOCUS_UP), FOCUS_NONE);
    assert_int_equal(focus_at(&none, 0, 0), FOCUS_NONE);
}

static void too_many_are_left_out(void **state)
{
    (void)state;
    static struct focus_items items;
    for (int i = 0; i < FOCUS_MOST + 5; i++)
        focus_add(&items, i, (struct focus_box){0, (float)i, 1, 1}, (struct focus_box){0});
    assert_int_equal(items.count, FOCUS_MOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_to_the_nearest),
        cmocka_unit_test(it_comes_in_again_in_the_same_row_or_column),
        cmocka_unit_test(every_item_is_reached_by_arrows_and_by_tab),
        cmocka_unit_test(only_what_is_in_sight_is_tapped),
        cmocka_unit_test(what_is_gone_loses_it_to_the_first),
        cmocka_unit_test(too_many_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "kiosk/remind.h"

#include "check.h"

struct desk {
    struct remind remind;
    struct remind_look look;
};

static struct desk desk_of(tick every)
{
    struct desk desk = {.look = {.now = 9 * TICK_H, .slept = 3 * TICK_H}};
    remind_init(&desk.remind, every, desk.look);
    return desk;
}

/* Looks when it is asked to, as the program does; how often a break is newly offered. */
static int pass(struct desk *desk, tick length, bool somebody)
{
    tick end = desk->look.now + length;
    int offers = 0;
    while (desk->look.now < end) {
        tick wakes = remind_wakes(&desk->remind), next = wakes < end ? wakes : end;
        assert_true(wakes > desk->look.now);
        desk->look.idle = somebody ? 0 : desk->look.idle + next - desk->look.now;
        desk->look.now = next;
        bool before = desk->remind.offers;
        offers += remind_step(&desk->remind, desk->look) && !before;
    }
    return offers;
}

static void sleep_for(struct desk *desk, tick length)
{
    desk->look.slept += length;
    desk->look.idle += length;
}

static void only_time_at_work_counts(void **state)
{
    (void)state;
    struct desk desk = desk_of(40 * TICK_MIN);
    for (int i = 0; i < 10; i++) {
        assert_int_equal(pass(&desk, 3 * TICK_MIN, true), 0);
        assert_int_equal(pass(&desk, 3 * TICK_MIN, false), 0); /* reads for one, is away for two */
    }
    assert_in_range(desk.remind.worked / TICK_MIN, 30, 40);
    assert_int_equal(pass(&desk, 10 * TICK_MIN, true), 1);
}

static void whoever_was_away_has_rested(void **state)
{
    (void)state;
    struct desk desk = desk_of(40 * TICK_MIN);
    assert_int_equal(pass(&desk, 39 * TICK_MIN, true), 0);
    assert_int_equal(pass(&desk, 5 * TICK_MIN, false), 0);
    assert_true(desk.remind.worked == 0);
    assert_int_equal(pass(&desk, 8 * TICK_H, false), 0);
    assert_int_equal(pass(&desk, 39 * TICK_MIN, true), 0);
    assert_int_equal(pass(&desk, 2 * TICK_MIN, true), 1);
}

static void a_night_asleep_brings_no_burst(void **state)
{
    (void)state;
    struct desk desk = desk_of(40 * TICK_MIN);
    int offers = pass(&desk, 35 * TICK_MIN, true);
    sleep_for(&desk, 10 * TICK_H);
    offers += pass(&desk, 39 * TICK_MIN, true);
    assert_int_equal(offers, 0);
    assert_int_equal(pass(&desk, TICK_MIN + REMIND_LOOKS + TICK_S, true), 1);
    sleep_for(&desk, TICK_H); /* over an offer */
    assert_int_equal(pass(&desk, TICK_MIN, true), 0);
    assert_false(desk.remind.offers);
    desk.look.now += 3 * TICK_H; /* stopped */
    assert_false(remind_step(&desk.remind, desk.look));
    assert_true(desk.remind.worked == 0);
}

static void every_answer_does_what_it_says(void **state)
{
    (void)state;
    struct desk desk = desk_of(30 * TICK_MIN);
    assert_int_equal(pass(&desk, 30 * TICK_MIN + TICK_S, true), 1);
    remind_answer(&desk.remind, REMIND_IN_5_MINUTES);
    assert_int_equal(pass(&desk, 5 * TICK_MIN - TICK_S, true), 0);
    assert_int_equal(pass(&desk, 2 * TICK_S, true), 1);
    remind_answer(&desk.remind, REMIND_SKIP);
    assert_int_equal(pass(&desk, 30 * TICK_MIN - TICK_S, true), 0);
    assert_int_equal(pass(&desk, 2 * TICK_S, true), 1);
    remind_answer(&desk.remind, REMIND_START);
    desk.look.now += 3 * TICK_MIN;
    remind_return(&desk.remind, desk.look);
    assert_int_equal(pass(&desk, 30 * TICK_MIN - TICK_S, true), 0);
}

static void an_offer_that_nobody_answers_comes_again(void **state)
{
    (void)state;
    struct desk desk = desk_of(30 * TICK_MIN);
    assert_int_equal(pass(&desk, 30 * TICK_MIN + TICK_S, true), 1);
    assert_int_equal(pass(&desk, REMIND_PATIENCE, true), 0);
    assert_false(desk.remind.offers);
    assert_int_equal(pass(&desk, 6 * TICK_MIN, true), 1);
    assert_int_equal(pass(&desk, 6 * TICK_MIN, false), 0);
    assert_true(desk.remind.worked == 0);
}

static void it_sleeps_nearly_all_the_time(void **state)
{
    (void)state;
    struct desk desk = desk_of(40 * TICK_MIN);
    int looks = 0;
    for (tick end = desk.look.now + 39 * TICK_MIN; desk.look.now < end; looks++) {
        desk.look.now = remind_wakes(&desk.remind);
        remind_step(&desk.remind, desk.look);
    }
    assert_true(looks <= 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_time_at_work_counts),
        cmocka_unit_test(whoever_was_away_has_rested),
        cmocka_unit_test(a_night_asleep_brings_no_burst),
        cmocka_unit_test(every_answer_does_what_it_says),
        cmocka_unit_test(an_offer_that_nobody_answers_comes_again),
        cmocka_unit_test(it_sleeps_nearly_all_the_time),
    };
    return cmocka_run_group_tests_name("kiosk_remind", tests, NULL, NULL);
}

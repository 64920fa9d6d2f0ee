// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/tick.h"
#include "check.h"

static void clock_reads_like_a_clock(void **state)
{
    (void)state;
    char text[TICK_TEXT];
    assert_string_equal(tick_clock(0, text), "0:00");
    assert_string_equal(tick_clock(8 * TICK_MIN + 6 * TICK_S + 999 * TICK_MS, text), "8:06");
    assert_string_equal(tick_clock(TICK_H + 2 * TICK_MIN + 3 * TICK_S, text), "1:02:03");
    assert_string_equal(tick_clock(-5 * TICK_S, text), "-0:05");
}

static void countdown_shows_one_until_it_is_over(void **state)
{
    (void)state;
    char text[TICK_TEXT];
    assert_string_equal(tick_countdown(3 * TICK_S, text), "0:03");
    assert_string_equal(tick_countdown(2 * TICK_S + 1, text), "0:03");
    assert_string_equal(tick_countdown(1, text), "0:01");
    assert_string_equal(tick_countdown(0, text), "0:00");
    assert_string_equal(tick_countdown(-1, text), "0:00");
}

static void words_are_those_of_a_routine(void **state)
{
    (void)state;
    static const struct {
        tick t;
        const char *words;
    } cases[] = {
        {0, "0 s"},          {5 * TICK_S, "5 s"},           {90 * TICK_S, "1 min 30 s"},
        {2 * TICK_H, "2 h"}, {2500 * TICK_MS, "2.5 s"},     {TICK_H + 20 * TICK_MIN, "1 h 20 min"},
        {59999600, "1 min"}, {-90 * TICK_S, "-1 min 30 s"},
    };
    char text[TICK_TEXT];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(tick_words(cases[i].t, text), cases[i].words);
}

static void seconds_go_there_and_back(void **state)
{
    (void)state;
    assert_int_equal(tick_from_seconds(1.5), 1500000);
    assert_int_equal(tick_from_seconds(0.1 + 0.2), 300000);
    assert_true(tick_to_seconds(250 * TICK_MS) == 0.25);
}

int run_tick_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clock_reads_like_a_clock),
        cmocka_unit_test(countdown_shows_one_until_it_is_over),
        cmocka_unit_test(words_are_those_of_a_routine),
        cmocka_unit_test(seconds_go_there_and_back),
    };
    return cmocka_run_group_tests_name("tick", tests, NULL, NULL);
}

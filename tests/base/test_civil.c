// SPDX-License-Identifier: MIT
#include "base/civil.h"

#include "base/zones.h"
#include "check.h"

static void every_day_of_eight_centuries_is_itself(void **state)
{
    (void)state;
    int64_t day = civil_day_of(1600, 1, 1);
    int weekday = 5; /* a Saturday */
    assert_int_equal(civil_day_of(1970, 1, 1), 0);
    for (; day < civil_day_of(2400, 1, 1); day++, weekday = (weekday + 1) % 7) {
        struct civil civil = civil_of(day * 86400 + 86399);
        assert_int_equal(civil_day_of(civil.year, civil.month, civil.day), day);
        assert_int_equal(civil.weekday, weekday);
        assert_int_equal(civil.minute, 1439);
    }
    assert_false(civil_is_date(2026, 2, 29));
    assert_true(civil_is_date(2024, 2, 29));
    assert_false(civil_is_date(2100, 2, 29));
    assert_false(civil_is_date(2026, 13, 1));
    assert_false(civil_is_date(2026, 4, 31));
    assert_int_equal(civil_month_days(2026, 2), 28);
    assert_int_equal(civil_month_days(2028, 2), 29);
    assert_int_equal(civil_month_days(2026, 4), 30);
    assert_int_equal(civil_month_days(2026, 12), 31);
}

static void times_of_both_changes_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int year, month, day, minute, count;
        const char *first;
    } cases[] = {
        {"Europe/Berlin", 2026, 3, 29, 150, 1, "2026-03-29 03:00"},
        {"Europe/Berlin", 2026, 10, 25, 150, 2, "2026-10-25 02:30"},
        {"Europe/Berlin", 2026, 10, 25, 180, 1, "2026-10-25 03:00"},
        {"America/New_York", 2026, 3, 8, 121, 1, "2026-03-08 03:00"},
        {"America/New_York", 2026, 11, 1, 60, 2, "2026-11-01 01:00"},
        {"Australia/Lord_Howe", 2026, 4, 5, 105, 2, "2026-04-05 01:45"},
        {"Australia/Lord_Howe", 2026, 10, 4, 125, 1, "2026-10-04 02:30"},
        {"Asia/Kolkata", 2026, 10, 25, 150, 1, "2026-10-25 02:30"},
        {"Pacific/Apia", 2011, 12, 30, 600, 1, "2011-12-31 00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct zone zone = zone_named(cases[i].zone);
        int64_t local = instant_of(cases[i].year, cases[i].month, cases[i].day, 0, 0), at[2];
        assert_int_equal(civil_instants(&zone, local + cases[i].minute * 60, at), cases[i].count);
        assert_string_equal(wall_text(&zone, at[0]), cases[i].first);
        if (cases[i].count == 2)
            assert_true(at[0] < at[1]);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_eight_centuries_is_itself),
        cmocka_unit_test(times_of_both_changes_are_found),
    };
    return cmocka_run_group_tests_name("civil", tests, NULL, NULL);
}

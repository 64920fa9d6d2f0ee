// SPDX-License-Identifier: MIT
#include "progress/trend.h"

#include "check.h"
#include "progress/past.h"

static struct past past;
static struct arena arena;
static struct trend trend;

/* A Thursday; the twelfth week begins on 8 June, the first on 23 March. */
static int64_t today(void)
{
    return civil_day_of(2026, 6, 11);
}

static int64_t first_day(void)
{
    return civil_day_of(2026, 3, 23);
}

static void compute(void)
{
    trend_compute(&arena, &past.records, today(), &trend);
}

static void rate(int64_t day, int before, int after)
{
    struct record *record = past_session(&past, day * CIVIL_DAY_S + 12 * HOUR_S, 0, "stretch");
    record->before = before;
    record->after = after;
}

static void nothing_yet_is_twelve_empty_weeks(void **state)
{
    (void)state;
    past_begin(&past);
    compute();
    assert_int_equal(trend.first, first_day());
    assert_int_equal(trend.today, today());
    assert_true(trend.started == INT64_MAX);
    assert_int_equal(trend.point_count, 0);
    for (int i = 0; i < TREND_DAYS; i++)
        assert_int_equal(trend.days[i].sessions, 0);
    for (int i = 0; i < TREND_WEEKS; i++)
        assert_false(trend.weeks[i].before_said || trend.weeks[i].after_said);
}

static void days_have_their_sessions_and_their_work(void **state)
{
    (void)state;
    past_begin(&past);
    past_day(&past, first_day() - 1, "stretch", 1);
    past_day(&past, first_day(), "stretch", 1);
    past_day(&past, today(), "stretch", 2);
    past_day(&past, today() + 3, "stretch", 1); /* before the clock was set back */
    past_day(&past, today() + 4, "stretch", 1);
    past_session(&past, today() * CIVIL_DAY_S, 0, "stretch")->worked = 0; /* left at once */
    compute();
    assert_int_equal(trend.days[0].sessions, 1);
    assert_int_equal(trend.days[TREND_DAYS - 4].sessions, 2);
    assert_int_equal(trend.days[TREND_DAYS - 4].worked, 20 * TICK_MIN);
    assert_int_equal(trend.days[TREND_DAYS - 1].sessions, 1);
    assert_int_equal(trend.started, first_day() - 1);
}

static void one_entry_is_a_point_and_a_median(void **state)
{
    (void)state;
    past_begin(&past);
    rate(today(), 4, RECORD_UNSAID);
    compute();
    assert_int_equal(trend.point_count, 1);
    assert_int_equal(trend.points[0].day, today());
    assert_int_equal(trend.points[0].before, 4);
    assert_int_equal(trend.points[0].after, RECORD_UNSAID);
    assert_true(trend.weeks[11].before_said);
    assert_false(trend.weeks[11].after_said);
    assert_true(trend.weeks[11].before == 4.0);
    assert_int_equal(trend.started, today());
}

static void the_median_is_the_one_in_the_middle(void **state)
{
    (void)state;
    static const struct {
        int count, ratings[6];
        double median;
    } cases[] = {
        {1, {0}, 0},
        {1, {10}, 10},
        {2, {0, 10}, 5},
        {2, {3, 4}, 3.5},
        {3, {9, 1, 2}, 2},
        {4, {10, 0, 4, 5}, 4.5},
        {5, {7, 7, 7, 0, 0}, 7},
        {6, {1, 1, 1, 2, 2, 2}, 1.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        past_begin(&past);
        for (int n = 0; n < cases[i].count; n++)
            rate(first_day() + 7 + n, RECORD_UNSAID, cases[i].ratings[n]);
        rate(first_day() + 6, 1, 1);
        rate(first_day() + 14, 1, 1);
        compute();
        assert_true(trend.weeks[1].after_said);
        assert_false(trend.weeks[1].before_said);
        assert_true(trend.weeks[1].after == cases[i].median);
    }
}

/* Who flies west lives some days twice, and who flies east begins sooner than the one before. */
static void points_are_in_the_order_of_their_days(void **state)
{
    (void)state;
    past_begin(&past);
    int64_t noon = today() * CIVIL_DAY_S;
    past_session(&past, noon, 13 * HOUR_S, "stretch")->after = 5;
    past_session(&past, noon + HOUR_S, -10 * HOUR_S, "stretch")->after = 6;
    past_session(&past, noon + 2 * HOUR_S, 13 * HOUR_S, "stretch")->after = 7;
    past_session(&past, noon + 3 * HOUR_S, -10 * HOUR_S, "stretch")->after = 8;
    compute();
    static const int order[] = {6, 8, 5, 7};
    assert_int_equal(trend.point_count, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(trend.points[i].after, order[i]);
}

static void weeks_count_from_the_day_of_the_first_session(void **state)
{
    (void)state;
    static const struct {
        int days_ago, week;
    } cases[] = {{0, 1}, {6, 1}, {7, 2}, {13, 2}, {14, 3}, {400, 58}, {-3, 1}};
    past_begin(&past);
    compute();
    assert_int_equal(trend_week_number(&trend), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        past_begin(&past);
        past_day(&past, today() - cases[i].days_ago, "stretch", 1);
        compute();
        assert_int_equal(trend_week_number(&trend), cases[i].week);
    }
}

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_yet_is_twelve_empty_weeks),
        cmocka_unit_test(days_have_their_sessions_and_their_work),
        cmocka_unit_test(one_entry_is_a_point_and_a_median),
        cmocka_unit_test(the_median_is_the_one_in_the_middle),
        cmocka_unit_test(weeks_count_from_the_day_of_the_first_session),
        cmocka_unit_test(points_are_in_the_order_of_their_days),
    };
    return cmocka_run_group_tests_name("trend", tests, set_up, tear_down);
}

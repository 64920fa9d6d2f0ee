// SPDX-License-Identifier: MIT
#include "progress/checklist.h"

#include "base/zones.h"
#include "check.h"
#include "progress/past.h"
#include "routine/keywords.h"

static struct past past;

static struct checklist_week week_of(int64_t today)
{
    struct checklist_week week;
    checklist_count(&past.records, today, &week);
    return week;
}

/* A breathing session that begins at a time on a wall in some zone, and on which day it counts.
 * Every one is asked for in the week of its day, and in the weeks before and after. */
static void sessions_count_on_the_day_of_the_wall_where_they_began(void **state)
{
    (void)state;
    static const struct {
        const char *zone;
        int utc[5]; /* year, month, day, hour, minute */
        int day[3];
        int weekday;
    } cases[] = {
        /* Winter, then the last hour before the clocks go forward, the first after it, the evening
         * of that Sunday, and the first minutes of the Monday. */
        {"Europe/Berlin", {2026, 3, 28, 22, 59}, {2026, 3, 28}, 5},
        {"Europe/Berlin", {2026, 3, 28, 23, 0}, {2026, 3, 29}, 6},
        {"Europe/Berlin", {2026, 3, 29, 0, 59}, {2026, 3, 29}, 6},
        {"Europe/Berlin", {2026, 3, 29, 1, 0}, {2026, 3, 29}, 6},
        {"Europe/Berlin", {2026, 3, 29, 21, 59}, {2026, 3, 29}, 6},
        {"Europe/Berlin", {2026, 3, 29, 22, 0}, {2026, 3, 30}, 0},
        {"Europe/Berlin", {2026, 10, 25, 0, 30}, {2026, 10, 25}, 6}, /* 2:30, twice */
        {"Europe/Berlin", {2026, 10, 25, 1, 30}, {2026, 10, 25}, 6},
        {"Europe/Berlin", {2026, 10, 25, 22, 59}, {2026, 10, 25}, 6},
        {"Europe/Berlin", {2026, 10, 25, 23, 0}, {2026, 10, 26}, 0},
        {"America/New_York", {2026, 3, 9, 3, 59}, {2026, 3, 8}, 6},
        {"America/New_York", {2026, 3, 9, 4, 0}, {2026, 3, 9}, 0},
        {"America/New_York", {2026, 11, 2, 4, 59}, {2026, 11, 1}, 6},
        {"America/New_York", {2026, 11, 2, 5, 0}, {2026, 11, 2}, 0},
        {"America/Havana", {2026, 3, 8, 5, 0}, {2026, 3, 8}, 6}, /* the day begins at 1:00 */
        {"America/Havana", {2026, 11, 1, 4, 30}, {2026, 11, 1}, 6},
        {"America/Havana", {2026, 11, 1, 5, 30}, {2026, 11, 1}, 6}, /* 0:30, again */
        {"Australia/Lord_Howe", {2026, 4, 4, 13, 0}, {2026, 4, 5}, 6},
        {"Australia/Lord_Howe", {2026, 4, 5, 13, 29}, {2026, 4, 5}, 6},
        {"Australia/Lord_Howe", {2026, 4, 5, 13, 30}, {2026, 4, 6}, 0},
        {"Pacific/Apia", {2011, 12, 30, 9, 59}, {2011, 12, 29}, 3},
        {"Pacific/Apia", {2011, 12, 30, 10, 0}, {2011, 12, 31}, 5}, /* there was no Friday */
        {"Asia/Kolkata", {2027, 12, 31, 18, 29}, {2027, 12, 31}, 4},
        {"Asia/Kolkata", {2027, 12, 31, 18, 30}, {2028, 1, 1}, 5},
        {"UTC", {2024, 12, 30, 0, 0}, {2024, 12, 30}, 0}, /* a week of two years */
        {"UTC", {2025, 1, 5, 23, 59}, {2025, 1, 5}, 6},
        {"UTC", {1969, 12, 28, 23, 59}, {1969, 12, 28}, 6},
        {"UTC", {1969, 12, 29, 0, 0}, {1969, 12, 29}, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int *utc = cases[i].utc, *date = cases[i].day;
        struct zone zone = zone_named(cases[i].zone);
        int64_t begun = instant_of(utc[0], utc[1], utc[2], utc[3], utc[4]);
        int64_t day = civil_day_of(date[0], date[1], date[2]), monday = day - cases[i].weekday;
        past_begin(&past);
        past_session(&past, begun, zone.offset(zone.data, begun), "breathing");
        for (int other = -7; other < 14; other++) {
            int64_t today = monday + other;
            bool same = other >= 0 && other < 7;
            struct checklist_week week = week_of(today);
            struct checklist_line *line = &week.lines[CHECKLIST_BREATHING];
            if (line->done != same || line->today != (today == day) ||
                (same && line->days[cases[i].weekday] != 1) ||
                week.monday != monday + (other < 0 ? -7
                                         : same    ? 0
                                                   : 7))
                fail_msg("%s %s, asked %+d days from Monday: %d done, %d today", cases[i].zone,
                         wall_text(&zone, begun), other, line->done, line->today);
        }
    }
}

/* Begun at 23:58 and over at 0:09: of the day, week and month in which it began. */
static void who_goes_on_past_midnight_did_it_the_day_before(void **state)
{
    (void)state;
    int64_t sunday = civil_day_of(2026, 5, 31);
    past_begin(&past);
    past_session(&past, sunday * CIVIL_DAY_S + 86280, 0, "workspace-check");
    assert_int_equal(week_of(sunday).lines[CHECKLIST_WORKSPACE].today, 1);
    assert_int_equal(week_of(sunday).lines[CHECKLIST_WORKSPACE].done, 1);
    assert_int_equal(week_of(sunday + 1).lines[CHECKLIST_WORKSPACE].today, 0);
    assert_int_equal(week_of(sunday + 1).lines[CHECKLIST_WORKSPACE].done, 0);
}

/* Out of Berlin on Monday evening, and into New York, where it is Monday still. */
static void the_wall_of_the_place_counts_and_not_that_of_home(void **state)
{
    (void)state;
    int64_t monday = civil_day_of(2026, 6, 8);
    past_begin(&past);
    past_session(&past, instant_of(2026, 6, 8, 21, 30), 2 * HOUR_S, "breathing");
    past_session(&past, instant_of(2026, 6, 9, 3, 30), -4 * HOUR_S, "breathing");
    past_session(&past, instant_of(2026, 6, 9, 4, 10), 9 * HOUR_S, "breathing");
    struct checklist_line line = week_of(monday).lines[CHECKLIST_BREATHING];
    assert_int_equal(line.today, 2);
    assert_int_equal(line.days[1], 1);
    assert_int_equal(line.done, 2);
}

/* What was written before the clock was set back is of a day to come, and stays where it is. */
static void a_clock_that_was_set_back_takes_nothing_away(void **state)
{
    (void)state;
    int64_t monday = civil_day_of(2026, 6, 8);
    past_begin(&past);
    past_day(&past, monday + 4, "breathing", 1);
    past_day(&past, monday + 1, "breathing", 1);
    struct checklist_line line = week_of(monday + 1).lines[CHECKLIST_BREATHING];
    assert_int_equal(line.done, 2);
    assert_int_equal(line.today, 1);
    assert_int_equal(line.days[4], 1);
}

static void the_workspace_check_is_of_the_month(void **state)
{
    (void)state;
    static const struct {
        int done[3], asked[3];
        int count;
    } cases[] = {
        {{2026, 2, 1}, {2026, 2, 28}, 1},    {{2026, 2, 28}, {2026, 2, 1}, 1},
        {{2026, 2, 28}, {2026, 3, 1}, 0},    {{2026, 3, 1}, {2026, 2, 28}, 0},
        {{2024, 2, 29}, {2024, 2, 26}, 1},   {{2024, 2, 29}, {2024, 3, 1}, 0},
        {{2025, 12, 31}, {2026, 1, 1}, 0},   {{2025, 12, 31}, {2025, 12, 1}, 1},
        {{2025, 12, 31}, {2024, 12, 31}, 0}, {{2026, 4, 30}, {2026, 4, 1}, 1},
        {{2026, 5, 1}, {2026, 4, 30}, 0}, /* of one week, and of two months */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int *done = cases[i].done, *asked = cases[i].asked;
        int64_t day = civil_day_of(done[0], done[1], done[2]);
        int64_t today = civil_day_of(asked[0], asked[1], asked[2]);
        past_begin(&past);
        past_day(&past, day, "workspace-check", 1);
        assert_int_equal(week_of(today).lines[CHECKLIST_WORKSPACE].done, cases[i].count);
        past_begin(&past);
        past_tick(&past, day, "workspace-check");
        assert_int_equal(week_of(today).lines[CHECKLIST_WORKSPACE].done, cases[i].count);
    }
}

static void a_day_of_breaks_has_four_of_them(void **state)
{
    (void)state;
    int64_t monday = civil_day_of(2026, 6, 8);
    past_begin(&past);
    past_day(&past, monday, "posture-break", 3);
    assert_int_equal(week_of(monday).lines[CHECKLIST_BREAKS].done, 0);
    assert_int_equal(week_of(monday).lines[CHECKLIST_BREAKS].today, 3);
    past_day(&past, monday, "posture-break", 1);
    assert_int_equal(week_of(monday).lines[CHECKLIST_BREAKS].done, 1);
    past_day(&past, monday, "posture-break", 4);
    past_day(&past, monday + 1, "posture-break", 6);
    assert_int_equal(week_of(monday).lines[CHECKLIST_BREAKS].done, 2);
    assert_int_equal(week_of(monday).lines[CHECKLIST_BREAKS].days[1], 6);
}

static void sessions_count_each_and_days_once(void **state)
{
    (void)state;
    int64_t monday = civil_day_of(2026, 6, 8);
    past_begin(&past);
    past_day(&past, monday, "myofascial-release", 2);
    past_day(&past, monday, "full-mobility", 2);
    past_day(&past, monday, "breathing", 2);
    struct checklist_week week = week_of(monday + 6);
    assert_int_equal(week.lines[CHECKLIST_RELEASE].done, 2);
    assert_int_equal(week.lines[CHECKLIST_MOBILITY].done, 1);
    assert_int_equal(week.lines[CHECKLIST_BREATHING].done, 1);
    assert_int_equal(week.lines[CHECKLIST_BREATHING].days[0], 2);
}

static void what_is_ticked_counts_on_its_day(void **state)
{
    (void)state;
    int64_t monday = civil_day_of(2026, 6, 8);
    past_begin(&past);
    past_tick(&past, monday - 1, "water");
    past_tick(&past, monday, "water");
    past_tick(&past, monday + 2, "water");
    past_tick(&past, monday + 2, "full-body-strength");
    past_tick(&past, monday + 2, "nonsense");
    past_day(&past, monday + 2, "full-body-strength", 1);
    struct checklist_week week = week_of(monday + 2);
    assert_int_equal(week.lines[CHECKLIST_WATER].done, 2);
    assert_true(week.lines[CHECKLIST_WATER].ticked);
    assert_int_equal(week.lines[CHECKLIST_STRENGTH].done, 1); /* the same training */
    assert_false(week_of(monday + 1).lines[CHECKLIST_WATER].ticked);
}

static void nobody_who_did_nothing_has_a_week_of_zeros(void **state)
{
    (void)state;
    past_begin(&past);
    struct checklist_week week = week_of(civil_day_of(2026, 6, 10));
    assert_int_equal(week.monday, civil_day_of(2026, 6, 8));
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        assert_int_equal(week.lines[i].done, 0);
        assert_int_equal(week.lines[i].today, 0);
        assert_false(week.lines[i].ticked);
    }
}

/* A routine can say of itself what the checklist counts: only water cannot be done in one. */
static void the_words_are_those_that_routines_count_as(void **state)
{
    (void)state;
    for (int i = 0; i < CHECKLIST_ITEMS; i++) {
        const struct checklist_info *info = &checklist_table[i];
        assert_int_equal(checklist_find(info->word), i);
        assert_int_equal(keywords_find(&counts_words, info->word) >= 0, i != CHECKLIST_WATER);
        assert_true(info->by_hand || keywords_find(&counts_words, info->word) >= 0);
        assert_in_range(info->target, 1, info->count == COUNT_DAYS ? 7 : 20);
        assert_in_range(info->a_day, 1, 10);
    }
    assert_int_equal(checklist_find("strength"), CHECKLIST_ITEMS); /* two sets are no training */
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(sessions_count_on_the_day_of_the_wall_where_they_began),
        cmocka_unit_test(who_goes_on_past_midnight_did_it_the_day_before),
        cmocka_unit_test(the_wall_of_the_place_counts_and_not_that_of_home),
        cmocka_unit_test(a_clock_that_was_set_back_takes_nothing_away),
        cmocka_unit_test(the_workspace_check_is_of_the_month),
        cmocka_unit_test(a_day_of_breaks_has_four_of_them),
        cmocka_unit_test(sessions_count_each_and_days_once),
        cmocka_unit_test(what_is_ticked_counts_on_its_day),
        cmocka_unit_test(nobody_who_did_nothing_has_a_week_of_zeros),
        cmocka_unit_test(the_words_are_those_that_routines_count_as),
    };
    return cmocka_run_group_tests_name("checklist", tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "progress/suggestion.h"

#include "check.h"
#include "progress/past.h"

static struct past past;

/* A Monday, the first of a month of thirty days. */
static int64_t first_monday(void)
{
    return civil_day_of(2026, 6, 1);
}

static bool suggest(int64_t today, struct suggestion *out)
{
    struct checklist_week week;
    checklist_count(&past.records, today, &week);
    return checklist_suggest(&week, today, NULL, out);
}

/* On how many days from Monday on each was done, and what comes of it on that weekday. */
static void the_most_that_is_missing_is_suggested(void **state)
{
    (void)state;
    enum { NONE = -1 };
    static const struct {
        int weekday;
        int done[CHECKLIST_ITEMS]; /* release, mobility, breaks, breathing, workspace */
        int item, missing, today;
    } cases[] = {
        /* Nothing yet: what the guide asks for most often. */
        {0, {0, 0, 0, 0, 1}, CHECKLIST_BREATHING, 7, 1},
        /* The day's breath is done: then what is asked for less often; the breaks of today are
         * four times to get up for one day. */
        {0, {0, 0, 0, 1, 1}, CHECKLIST_MOBILITY, 4, 1},
        {0, {0, 1, 0, 1, 1}, CHECKLIST_RELEASE, 3, 1},
        {0, {1, 1, 0, 1, 1}, CHECKLIST_BREAKS, 5, 4},
        {4, {2, 3, 0, 5, 1}, CHECKLIST_BREAKS, 3, 4},
        {0, {1, 1, 1, 1, 1}, NONE, 0, 0},
        /* All is done by Saturday but three days of breath, of which two are left. */
        {5, {3, 4, 5, 4, 1}, CHECKLIST_BREATHING, 2, 1},
        /* The breath of today comes first, and then the roller, which is less than one behind. */
        {5, {2, 4, 5, 5, 1}, CHECKLIST_BREATHING, 2, 1},
        {5, {2, 4, 5, 6, 1}, CHECKLIST_RELEASE, 1, 1},
        {5, {0, 4, 5, 5, 1}, CHECKLIST_RELEASE, 3, 1},
        {6, {3, 2, 5, 6, 1}, CHECKLIST_MOBILITY, 1, 1},
        {6, {3, 4, 5, 7, 1}, NONE, 0, 0},
        {6, {5, 6, 5, 7, 1}, NONE, 0, 0},
        /* Ahead of the days: nothing is short, though nothing is full. */
        {2, {2, 2, 3, 3, 1}, NONE, 0, 0},
        /* The month is young, and then it is not. */
        {6, {3, 4, 5, 7, 0}, CHECKLIST_WORKSPACE, 1, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct suggestion out = {.missing = 0};
        past_begin(&past);
        for (int item = 0; item <= CHECKLIST_WORKSPACE; item++)
            for (int n = 0; n < cases[i].done[item]; n++)
                past_day(&past, first_monday() + (n < 7 ? n : 6), checklist_table[item].word,
                         checklist_table[item].a_day);
        bool found = suggest(first_monday() + cases[i].weekday, &out);
        if (found != (cases[i].item != NONE) ||
            (found && ((int)out.item != cases[i].item || out.missing != cases[i].missing ||
                       out.today != cases[i].today)))
            fail_msg("case %zu: found %d, item %d, missing %d, today %d", i, found, (int)out.item,
                     out.missing, out.today);
    }
}

/* Each week has its dose of the guide, and the month one check: on which days of June 2026, which
 * begins on a Monday, and after what was done in the week, it is the check that is suggested. */
static void the_month_waits_for_the_week(void **state)
{
    (void)state;
    static const struct {
        int day;                       /* of the month */
        int done[CHECKLIST_WORKSPACE]; /* days of the week on which each was done */
        enum checklist_item item;
    } cases[] = {
        /* Who does nothing hears of the week, on the last day of the month as on any. */
        {22, {0, 0, 0, 0}, CHECKLIST_BREATHING},
        {28, {0, 0, 0, 0}, CHECKLIST_BREATHING},
        {30, {0, 0, 0, 0}, CHECKLIST_BREATHING},
        /* The breath of today is missing, and then it is not. */
        {29, {0, 0, 0, 0}, CHECKLIST_BREATHING},
        {29, {0, 0, 0, 1}, CHECKLIST_WORKSPACE},
        {22, {0, 0, 0, 1}, CHECKLIST_WORKSPACE},
        {15, {0, 0, 0, 1}, CHECKLIST_MOBILITY},
        /* Late in the month, and a whole time behind in the week. */
        {25, {0, 4, 5, 4}, CHECKLIST_RELEASE},
        {25, {2, 1, 5, 4}, CHECKLIST_MOBILITY},
        {28, {3, 4, 0, 7}, CHECKLIST_BREAKS},
        /* In a week that goes as it should. */
        {24, {2, 2, 3, 3}, CHECKLIST_WORKSPACE},
        {25, {1, 3, 3, 4}, CHECKLIST_WORKSPACE},
        {3, {2, 2, 3, 3}, CHECKLIST_WORKSPACE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct suggestion out;
        int64_t today = first_monday() + cases[i].day - 1, monday = checklist_monday(today);
        past_begin(&past);
        for (int item = 0; item < CHECKLIST_WORKSPACE; item++)
            for (int n = 0; n < cases[i].done[item]; n++)
                past_day(&past, monday + n, checklist_table[item].word,
                         checklist_table[item].a_day);
        if (!suggest(today, &out) || out.item != cases[i].item)
            fail_msg("case %zu: item %d", i, (int)out.item);
    }
}

/* Somebody who plays the daily routine each morning, and the roller where it is suggested, is told
 * of everything else sooner or later, and of the check before the month is over. */
static void a_month_of_mornings_hears_of_everything(void **state)
{
    (void)state;
    int told[CHECKLIST_ITEMS] = {0};
    past_begin(&past);
    for (int day = 0; day < 30; day++) {
        struct suggestion out;
        past_day(&past, first_monday() + day, "breathing", 1);
        past_day(&past, first_monday() + day, "full-mobility", 1);
        if (!suggest(first_monday() + day, &out))
            continue;
        told[out.item]++;
        if (out.item == CHECKLIST_RELEASE)
            past_day(&past, first_monday() + day, "myofascial-release", 1);
    }
    assert_in_range(told[CHECKLIST_RELEASE], 6, 12);
    assert_in_range(told[CHECKLIST_BREAKS], 5, 15);
    assert_in_range(told[CHECKLIST_WORKSPACE], 3, 9);
}

static void a_day_that_counts_already_is_not_asked_for_again(void **state)
{
    (void)state;
    struct suggestion out;
    int64_t sunday = first_monday() + 6;
    past_begin(&past);
    for (int item = 0; item <= CHECKLIST_WORKSPACE; item++)
        if (item != CHECKLIST_BREATHING)
            for (int n = 0; n < 5; n++)
                past_day(&past, first_monday() + n, checklist_table[item].word,
                         checklist_table[item].a_day);
    assert_true(suggest(sunday, &out));
    assert_int_equal(out.item, CHECKLIST_BREATHING);
    assert_int_equal(out.missing, 1); /* one more day is left of the week */
    past_day(&past, sunday, "breathing", 1);
    assert_false(suggest(sunday, &out));
}

/* Nobody said what there is; nothing is there; something else is; the roller is, after it. */
static void what_is_not_at_hand_is_not_named(void **state)
{
    (void)state;
    static const char *things[] = {"ball", "foam roller"};
    static const struct text_list none = {NULL, 0}, ball = {things, 1}, both = {things, 2};
    static const struct {
        const struct text_list *equipment;
        enum checklist_item item;
        bool without;
        const char *many;
    } cases[] = {
        {NULL, CHECKLIST_RELEASE, false, "Roller: {0} more times this week. Three minutes count."},
        {&both, CHECKLIST_RELEASE, false, "Roller: {0} more times this week. Three minutes count."},
        {&none, CHECKLIST_RELEASE, true,
         "Myofascial release: {0} more times this week. Three minutes count."},
        {&ball, CHECKLIST_RELEASE, true,
         "Myofascial release: {0} more times this week. Three minutes count."},
        /* What is done with nothing is called as ever. */
        {&none, CHECKLIST_BREATHING, false,
         "Breathing: {0} more days this week. Five minutes count."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct checklist_week week;
        struct suggestion out;
        bool release = cases[i].item == CHECKLIST_RELEASE;
        past_begin(&past);
        past_day(&past, first_monday(), "workspace-check", 1);
        past_day(&past, first_monday(), "full-mobility", 1);
        past_day(&past, first_monday(), "breathing", release);
        checklist_count(&past.records, first_monday(), &week);
        assert_true(checklist_suggest(&week, first_monday(), cases[i].equipment, &out));
        assert_int_equal(out.item, cases[i].item);
        assert_int_equal(out.without, cases[i].without);
        assert_string_equal(suggestion_text(&out).many, cases[i].many);
    }
}

static void some_breaks_of_a_day_leave_the_others(void **state)
{
    (void)state;
    struct suggestion out;
    past_begin(&past);
    past_day(&past, first_monday(), "breathing", 1);
    past_day(&past, first_monday(), "posture-break", 3);
    assert_true(suggest(first_monday(), &out));
    assert_int_equal(out.item, CHECKLIST_BREAKS);
    assert_int_equal(out.today, 1);
}

/* Nothing that a routine cannot do, and nothing that is met, on any day and after any week. */
static void no_week_leads_to_a_suggestion_that_makes_no_sense(void **state)
{
    (void)state;
    uint32_t random = 7;
    int found = 0;
    for (int run = 0; run < 2000; run++) {
        int64_t today = first_monday() + run % 60;
        struct checklist_week week;
        struct suggestion out;
        past_begin(&past);
        for (int i = 0; i < 30; i++) {
            random = random * 1664525 + 1013904223;
            past_day(&past, today - (random >> 8) % 10, checklist_table[(random >> 20) % 7].word,
                     1 + (int)((random >> 28) % 4));
        }
        checklist_count(&past.records, today, &week);
        if (!checklist_suggest(&week, today, NULL, &out))
            continue;
        const struct checklist_info *info = &checklist_table[out.item];
        assert_true(out.item < CHECKLIST_STRENGTH);
        assert_in_range(out.missing, 1, info->target);
        assert_in_range(out.today, 1, info->a_day);
        assert_true(week.lines[out.item].done + out.missing <= info->target);
        found++;
    }
    assert_in_range(found, 200, 2000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_that_is_missing_is_suggested),
        cmocka_unit_test(the_month_waits_for_the_week),
        cmocka_unit_test(a_month_of_mornings_hears_of_everything),
        cmocka_unit_test(a_day_that_counts_already_is_not_asked_for_again),
        cmocka_unit_test(what_is_not_at_hand_is_not_named),
        cmocka_unit_test(some_breaks_of_a_day_leave_the_others),
        cmocka_unit_test(no_week_leads_to_a_suggestion_that_makes_no_sense),
    };
    return cmocka_run_group_tests_name("suggestion", tests, NULL, NULL);
}

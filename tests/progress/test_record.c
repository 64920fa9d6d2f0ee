// SPDX-License-Identifier: MIT
#include "progress/record.h"

#include "check.h"
#include "progress/past.h"

static void a_session_counts_by_its_routine_once_most_of_it_is_done(void **state)
{
    (void)state;
    static const struct {
        enum record_end end;
        tick worked;
        bool counts;
    } cases[] = {
        {RECORD_FINISHED, 10 * TICK_MIN, true},
        {RECORD_FINISHED, 7 * TICK_MIN + 30 * TICK_S, true},
        {RECORD_FINISHED, 7 * TICK_MIN + 29 * TICK_S, false}, /* the rest was skipped */
        {RECORD_LEFT, 10 * TICK_MIN, false},
        {RECORD_OPEN, 10 * TICK_MIN, false}, /* the power went */
    };
    struct past past;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        past_begin(&past);
        struct record *record = past_session(&past, 0, 0, "breathing");
        record->end = cases[i].end;
        record->worked = cases[i].worked;
        assert_int_equal(record_counts(record, "breathing"), cases[i].counts);
        assert_false(record_counts(record, "full-mobility"));
    }
}

static void a_step_counts_by_itself_if_it_was_done(void **state)
{
    (void)state;
    static const char *breathing[] = {"stretch", "breathing"}, *release[] = {"myofascial-release"};
    struct record_step steps[] = {
        {.counts_as = {breathing, 2}, .done = true},
        {.counts_as = {release, 1}, .done = false},
    };
    struct past past;
    past_begin(&past);
    struct record *record = past_session(&past, 0, 0, "full-mobility");
    record->end = RECORD_LEFT;
    record->steps = steps;
    record->step_count = 2;
    assert_true(record_counts(record, "breathing"));
    assert_true(record_counts(record, "stretch"));
    assert_false(record_counts(record, "myofascial-release"));
    assert_false(record_counts(record, "full-mobility"));
    record->end = RECORD_OPEN;
    assert_true(record_counts(record, "breathing"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_counts_by_its_routine_once_most_of_it_is_done),
        cmocka_unit_test(a_step_counts_by_itself_if_it_was_done),
    };
    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}

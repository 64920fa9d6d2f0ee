// SPDX-License-Identifier: MIT
#include "suite.h"

#include "check.h"
#include "routine/dose.h"

struct duration_case {
    const char *text;
    tick length; /* -1: refused */
};

static void durations_are_read(void **state)
{
    (void)state;
    static const struct duration_case cases[] = {
        {"90 s", 90 * TICK_S},
        {"90s", 90 * TICK_S},
        {"2 min", 2 * TICK_MIN},
        {"1 min 30 s", 90 * TICK_S},
        {"1m30s", 90 * TICK_S},
        {"1:30", 90 * TICK_S},
        {"8:06", 486 * TICK_S},
        {"1:02:03", 3723 * TICK_S},
        {"1.5 min", 90 * TICK_S},
        {"0.25 s", 250 * TICK_MS},
        {"0.0000019 s", 1},
        {"6 h", 6 * TICK_H},
        {"  3 s ", 3 * TICK_S},
        {"0 s", 0},
        {"0:00", 0},
        {"6:00:01", -1},
        {"99999999999999999999 h", -1},
        {"99999999999999999999:00:00", -1},
        {"6 h 1 s", -1},
        {"90", -1},
        {"", -1},
        {"s", -1},
        {"1 s 2 s", -1},
        {"1 s 2 min", -1},
        {"1:60", -1},
        {"1:5", -1},
        {"1:", -1},
        {":30", -1},
        {"1:00:00:00", -1},
        {"1.5:30", -1},
        {"-1 s", -1},
        {"+1 s", -1},
        {"1,5 s", -1},
        {"1. s", -1},
        {".5 s", -1},
        {"1e3 s", -1},
        {"1 s per side", -1},
        {"1 \xC3\xA4", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tick length = -1;
        bool read = duration_parse(cases[i].text, &length);
        if (read != (cases[i].length >= 0) || (read && length != cases[i].length))
            fail_msg("'%s' gives %d, %lld", cases[i].text, read, (long long)length);
    }
}

struct dose_case {
    const char *text;
    const char *words; /* NULL: refused */
    struct dose dose;
};

static void doses_are_read_and_written(void **state)
{
    (void)state;
    static const struct dose_case cases[] = {
        {"2 min", "2 min", {DOSE_TIME, DOSE_NO_SIDES, 2 * TICK_MIN, 0, 1}},
        {"1:00 per side", "1 min per side", {DOSE_TIME, DOSE_PER_SIDE, TICK_MIN, 0, 1}},
        {"2 sets of 10", "2 sets of 10 reps", {DOSE_REPS, DOSE_NO_SIDES, 0, 10, 2}},
        {"1 set of 1 rep", "1 rep", {DOSE_REPS, DOSE_NO_SIDES, 0, 1, 1}},
        {"3 sets of 40 s per side",
         "3 sets of 40 s per side",
         {DOSE_TIME, DOSE_PER_SIDE, 40 * TICK_S, 0, 3}},
        {"2 sets of 1:30", "2 sets of 1 min 30 s", {DOSE_TIME, DOSE_NO_SIDES, 90 * TICK_S, 0, 2}},
        {"12 reps alternating", "12 reps alternating", {DOSE_REPS, DOSE_ALTERNATING, 0, 12, 1}},
        {"1 breath", "1 breath", {DOSE_BREATHS, DOSE_NO_SIDES, 0, 1, 1}},
        {"until continue", "until continue", {DOSE_UNTIL_CONTINUE, DOSE_NO_SIDES, 0, 0, 1}},
        {"2 sets of 10 per sides", NULL, {0}},
        {"10", NULL, {0}},
        {"two sets of 10", NULL, {0}},
        {"2 sets 10", NULL, {0}},
        {"2 sets of 10 min 5", NULL, {0}},
        {"per side", NULL, {0}},
        {"1 min per side per side", NULL, {0}},
        {"until continue please", NULL, {0}},
        {"1001 reps", NULL, {0}},
        {"x", NULL, {0}},
        {"\xFF\xFE", NULL, {0}},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diag_list diags;
        diag_init(&diags, &arena);
        struct node node = {.kind = NODE_TEXT, .text = cases[i].text};
        struct dose dose;
        bool read = dose_read(&node, &diags, &dose);
        assert_int_equal(read, diags.errors == 0);
        if (read != (cases[i].words != NULL))
            fail_msg("'%s': %d", cases[i].text, read);
        if (!read)
            continue;
        const struct dose *want = &cases[i].dose;
        assert_int_equal(dose.amount, want->amount);
        assert_int_equal(dose.sides, want->sides);
        assert_int_equal(dose.duration, want->duration);
        assert_int_equal(dose.count, want->count);
        assert_int_equal(dose.sets, want->sets);
        assert_string_equal(dose_words(&dose, &arena), cases[i].words);
    }
    arena_finish(&arena);
}

static void a_list_is_no_dose(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct diag_list diags;
    diag_init(&diags, &arena);
    struct node node = {.kind = NODE_LIST};
    struct dose dose;
    tick length;
    assert_false(dose_read(&node, &diags, &dose));
    assert_false(duration_read(&node, &diags, &length));
    assert_int_equal(diags.errors, 2);
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_are_read),
        cmocka_unit_test(doses_are_read_and_written),
        cmocka_unit_test(a_list_is_no_dose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + run_library_tests() + run_hostile_tests() +
           run_translation_tests();
}

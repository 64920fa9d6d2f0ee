// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/breath.h"
#include "timeline/script.h"

static int begin(void **state)
{
    static struct script script;
    script_begin(&script);
    *state = &script;
    return 0;
}

static int end(void **state)
{
    script_end(*state);
    return 0;
}

static struct exercise *breathing(struct script *s, int in, int hold, int out, int rest_seconds)
{
    struct exercise *exercise = make_exercise(s, "Breathe");
    set_breathing(exercise, in, hold, out, rest_seconds);
    return exercise;
}

static const struct entry *only_entry(struct script *s, const struct exercise *exercise,
                                      struct dose dose)
{
    const struct timeline *timeline = compile(s, LIST(s, work(s, exercise, dose)));
    assert_non_null(timeline);
    assert_int_equal(timeline->entry_count, 1);
    return timeline->entries;
}

static void test_time_becomes_whole_breaths(void **state)
{
    struct script *s = *state;
    struct exercise *ten = breathing(s, 4, 0, 6, 0);
    static const struct {
        int seconds, breaths;
    } cases[] = {{120, 12}, {124, 12}, {125, 13}, {3, 1}, {16, 2}, {300, 30}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct entry *entry = only_entry(s, ten, for_seconds(cases[i].seconds));
        assert_int_equal(entry->breaths, cases[i].breaths);
        assert_int_equal(entry->length, 10 * TICK_S * cases[i].breaths);
        assert_int_equal(entry->breath_starts[entry->breaths], entry->length);
    }
}

static void test_ends_on_an_exhale(void **state)
{
    struct script *s = *state;
    struct exercise *five = breathing(s, 2, 0, 3, 0);
    const struct timeline *timeline = compile(s, LIST(s, work(s, five, for_seconds(17))));
    struct moment moment;
    timeline_moment(timeline, 0, timeline->total, &moment);
    assert_true(moment.breathes);
    assert_int_equal(moment.breath.phase, BREATH_OUT);
    assert_int_equal(moment.breath.number, 3);
    assert_int_equal(moment.breath.into, 3 * TICK_S);
    assert_true(moment.breath.fullness < 1e-9);
}

static void test_ramp_lengthens_evenly(void **state)
{
    struct script *s = *state;
    struct exercise *slow = breathing(s, 4, 0, 4, 0);
    slow->breathing.ramps = true;
    slow->breathing.ramp_to = (struct breath_pattern){{5 * TICK_S, 0, 7 * TICK_S, 0}};
    const struct entry *entry = only_entry(s, slow, for_seconds(50));
    assert_int_equal(entry->breaths, 5);
    static const int starts[] = {0, 8, 17, 27, 38, 50};
    for (int i = 0; i <= 5; i++)
        assert_int_equal(entry->breath_starts[i], starts[i] * TICK_S);
    tick phases[BREATH_PHASES];
    breath_phases(&slow->breathing, 5, 4, phases);
    assert_int_equal(phases[BREATH_IN], 5 * TICK_S);
    assert_int_equal(phases[BREATH_OUT], 7 * TICK_S);
}

/* Rounding must neither lose nor make up a microsecond, whatever the pattern. */
static void test_phases_add_up(void **state)
{
    (void)state;
    struct breathing odd = {
        .given = true,
        .pattern = {{3333333, 1, 4999999, 7}},
        .ramps = true,
        .ramp_to = {{5000001, 0, 3000000, 1234567}},
    };
    for (int count = 1; count < 40; count++) {
        tick sum = 0;
        for (int i = 0; i < count; i++) {
            tick phases[BREATH_PHASES];
            assert_int_equal(breath_start(&odd, count, i), sum);
            breath_phases(&odd, count, i, phases);
            for (int phase = 0; phase < BREATH_PHASES; phase++) {
                assert_true(phases[phase] >= 0);
                sum += phases[phase];
            }
        }
        assert_int_equal(breath_sum(&odd, count), sum);
    }
}

static void test_nearest_and_fitting_agree_with_counting(void **state)
{
    (void)state;
    struct breathing ramp = {
        .given = true,
        .pattern = {{2 * TICK_S, 0, 2 * TICK_S, 0}},
        .ramps = true,
        .ramp_to = {{5 * TICK_S, 0, 6 * TICK_S, 0}},
    };
    for (tick length = 1; length < 90 * TICK_S; length += 123457) {
        int64_t nearest = 1, fitting = 0;
        for (int64_t count = 1; count < 60; count++) {
            tick sum = breath_sum(&ramp, count);
            tick off = sum > length ? sum - length : length - sum;
            tick best = breath_sum(&ramp, nearest);
            best = best > length ? best - length : length - best;
            nearest = off <= best ? count : nearest;
            fitting = sum <= length ? count : fitting;
        }
        assert_int_equal(breath_nearest(&ramp, length), nearest);
        assert_int_equal(breath_fitting(&ramp, length), fitting);
    }
}

static void test_breathing_under_a_hold_keeps_the_dose(void **state)
{
    struct script *s = *state;
    struct exercise *hold = breathing(s, 4, 0, 6, 0);
    hold->drive = DRIVE_STILL;
    const struct timeline *timeline = compile(s, LIST(s, work(s, hold, for_seconds(45))));
    assert_int_equal(timeline->total, 45 * TICK_S);
    assert_int_equal(timeline->entries[0].breaths, 4);
    struct moment moment;
    timeline_moment(timeline, 0, 39 * TICK_S, &moment);
    assert_true(moment.breathes);
    timeline_moment(timeline, 0, 40 * TICK_S, &moment);
    assert_false(moment.breathes);
}

static void test_fullness_is_a_raised_cosine(void **state)
{
    struct script *s = *state;
    struct exercise *box = breathing(s, 4, 2, 4, 2);
    const struct timeline *timeline = compile(s, LIST(s, work(s, box, breaths(2))));
    static const struct {
        int ms;
        enum breath_phase phase;
        double fullness;
    } cases[] = {
        {0, BREATH_IN, 0.0},      {1000, BREATH_IN, 0.146447}, {2000, BREATH_IN, 0.5},
        {4000, BREATH_HOLD, 1.0}, {5999, BREATH_HOLD, 1.0},    {6000, BREATH_OUT, 1.0},
        {8000, BREATH_OUT, 0.5},  {10000, BREATH_REST, 0.0},   {11500, BREATH_REST, 0.0},
        {12000, BREATH_IN, 0.0},  {14000, BREATH_IN, 0.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment;
        timeline_moment(timeline, 0, cases[i].ms * TICK_MS, &moment);
        assert_int_equal(moment.breath.phase, cases[i].phase);
        assert_float_equal(moment.breath.fullness, cases[i].fullness, 1e-5);
        assert_int_equal(moment.breath.number, cases[i].ms < 12000 ? 1 : 2);
        assert_int_equal(moment.breath.of, 2);
    }
}

static void test_breath_goes_round_on_a_gate(void **state)
{
    struct script *s = *state;
    struct exercise *calm = breathing(s, 4, 0, 6, 0);
    const struct timeline *timeline = compile(s, LIST(s, work(s, calm, until_continue())));
    struct moment moment;
    timeline_moment(timeline, 0, 1007 * TICK_S, &moment);
    assert_int_equal(moment.into, 1007 * TICK_S);
    assert_int_equal(moment.breath.phase, BREATH_OUT);
    assert_int_equal(moment.breath.number, 101);
    assert_int_equal(moment.breath.of, 0);
}

static void test_reps_can_follow_the_breath(void **state)
{
    struct script *s = *state;
    struct exercise *cat = breathing(s, 4, 0, 4, 0);
    cat->drive = DRIVE_BREATH;
    const struct entry *entry = only_entry(s, cat, reps(6));
    assert_int_equal(entry->length, 48 * TICK_S);
    assert_int_equal(entry->reps, 6);
    assert_int_equal(entry->breaths, 6);
}

static void test_rep_height_eases(void **state)
{
    struct script *s = *state;
    struct exercise *bridge = make_exercise(s, "Bridge");
    set_tempo(bridge, 2, 1, 2);
    const struct timeline *timeline = compile(s, LIST(s, work(s, bridge, reps(10))));
    static const struct {
        int ms, number, phase;
        double height;
    } cases[] = {
        {0, 1, 0, 0.0},      {1000, 1, 0, 0.5},   {2000, 1, 1, 1.0}, {2900, 1, 1, 1.0},
        {3000, 1, 2, 1.0},   {4000, 1, 2, 0.5},   {5000, 2, 0, 0.0}, {5500, 2, 0, 0.146447},
        {49000, 10, 2, 0.5}, {50000, 10, 2, 0.0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct moment moment;
        timeline_moment(timeline, 0, cases[i].ms * TICK_MS, &moment);
        assert_true(moment.moves_by_reps);
        assert_int_equal(moment.rep.number, cases[i].number);
        assert_int_equal(moment.rep.of, 10);
        assert_int_equal(moment.rep.phase, cases[i].phase);
        assert_float_equal(moment.rep.height, cases[i].height, 1e-5);
    }
}

static void test_two_lifts_share_the_way(void **state)
{
    struct script *s = *state;
    struct exercise *reach = make_exercise(s, "Reach");
    reach->tempo = (struct tempo){.phases = {{"lift", TEMPO_AWAY, 1 * TICK_S},
                                             {"hold", TEMPO_STAY, 1 * TICK_S},
                                             {"reach", TEMPO_AWAY, 3 * TICK_S},
                                             {"lower", TEMPO_BACK, 1 * TICK_S}},
                                  .count = 4};
    const struct timeline *timeline = compile(s, LIST(s, work(s, reach, reps(2))));
    static const double heights[] = {0.0, 0.25, 0.25, 0.25 + 0.75 * 0.25, 0.25 + 0.75 * 0.75, 1.0};
    for (int second = 0; second < 6; second++) {
        struct moment moment;
        timeline_moment(timeline, 0, second * TICK_S, &moment);
        assert_float_equal(moment.rep.height, heights[second], 1e-9);
    }
    assert_string_equal(cues_text(s, timeline, ONLY(CUE_REP) | ONLY(CUE_REP_TOP)),
                        "5 rep-top\n6 rep\n11 rep-top\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_time_becomes_whole_breaths, begin, end),
        cmocka_unit_test_setup_teardown(test_ends_on_an_exhale, begin, end),
        cmocka_unit_test_setup_teardown(test_ramp_lengthens_evenly, begin, end),
        cmocka_unit_test(test_phases_add_up),
        cmocka_unit_test(test_nearest_and_fitting_agree_with_counting),
        cmocka_unit_test_setup_teardown(test_breathing_under_a_hold_keeps_the_dose, begin, end),
        cmocka_unit_test_setup_teardown(test_fullness_is_a_raised_cosine, begin, end),
        cmocka_unit_test_setup_teardown(test_breath_goes_round_on_a_gate, begin, end),
        cmocka_unit_test_setup_teardown(test_reps_can_follow_the_breath, begin, end),
        cmocka_unit_test_setup_teardown(test_rep_height_eases, begin, end),
        cmocka_unit_test_setup_teardown(test_two_lifts_share_the_way, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

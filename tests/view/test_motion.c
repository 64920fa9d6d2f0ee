// SPDX-License-Identifier: MIT
#include "check.h"
#include "view/motion.h"

#include <math.h>

/* How far a loop of `loop` seconds is after `into` seconds of work that lasts `length`. */
static double at(double loop, double length, double into, bool gate)
{
    struct exercise exercise = {.loop = tick_from_seconds(loop), .drive = DRIVE_LOOP};
    struct entry entry = {.length = tick_from_seconds(length),
                          .gate = gate,
                          .drive = DRIVE_LOOP,
                          .exercise = &exercise};
    struct moment moment = {.entry = &entry, .into = tick_from_seconds(into)};
    return motion_at(&moment, NULL, true).amount;
}

static void a_loop_ends_with_the_work(void **state)
{
    (void)state;
    static const double lengths[] = {20, 24, 30, 45, 48, 61, 180};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        assert_true(at(24, lengths[i], 0, false) == 0);
        assert_true(at(24, lengths[i], lengths[i] - 0.01, false) > 0.998);
    }
    assert_true(fabs(at(24, 45, 22.5 / 2, false) - 0.5) < 1e-6);
}

static void a_loop_is_not_hurried(void **state)
{
    (void)state;
    assert_true(fabs(at(24, 12, 6, false) - 0.25) < 1e-6);
}

static void a_gate_has_no_length_to_fit(void **state)
{
    (void)state;
    assert_true(fabs(at(24, 0, 30, true) - 0.25) < 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loop_ends_with_the_work),
        cmocka_unit_test(a_loop_is_not_hurried),
        cmocka_unit_test(a_gate_has_no_length_to_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

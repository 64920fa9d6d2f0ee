// SPDX-License-Identifier: MIT
#include "view/fade.h"

#include "check.h"

/* A moment of a step that shows pictures. */
static struct fade in_loop(tick loop, tick into, size_t count)
{
    struct exercise exercise = {.title = "X", .loop = loop};
    struct entry entry = {.exercise = &exercise, .drive = DRIVE_LOOP};
    struct moment moment = {.entry = &entry, .into = into};
    return fade_at(&moment, count);
}

static void expect(struct fade fade, size_t picture, double least, double most)
{
    assert_int_equal(fade.picture, picture);
    assert_true(fade.share >= least && fade.share <= most);
}

static void each_picture_of_a_loop_has_its_share_of_the_turn(void **state)
{
    (void)state;
    const tick loop = 30 * TICK_S;
    expect(in_loop(loop, 0, 2), 0, 0, 0);
    expect(in_loop(loop, TICK_S / 2, 2), 0, 0, 0); /* the very first time: no fade */
    expect(in_loop(loop, 15 * TICK_S - 1, 2), 0, 0, 0);
    expect(in_loop(loop, 15 * TICK_S + TICK_S * 3 / 5, 2), 0, 0.49, 0.51);
    expect(in_loop(loop, 15 * TICK_S + TICK_S * 6 / 5, 2), 1, 0, 0);
    expect(in_loop(loop, 30 * TICK_S - 1, 2), 1, 0, 0);
    expect(in_loop(loop, 30 * TICK_S + TICK_S * 3 / 5, 2), 1, 0.49, 0.51);
    assert_int_equal(in_loop(loop, 30 * TICK_S + TICK_S, 2).next, 0);
    expect(in_loop(loop, 32 * TICK_S, 2), 0, 0, 0);
}

static void a_fade_takes_at_most_a_third_of_a_short_share(void **state)
{
    (void)state;
    const tick loop = 3 * TICK_S; /* a second each: fades take 0.3 s */
    expect(in_loop(loop, TICK_S + TICK_S * 15 / 100, 3), 0, 0.49, 0.51);
    expect(in_loop(loop, TICK_S + TICK_S * 31 / 100, 3), 1, 0, 0);
    expect(in_loop(loop, 2 * TICK_S + TICK_S / 10, 3), 1, 0.01, 0.49);
}

static void one_picture_never_fades(void **state)
{
    (void)state;
    for (tick into = 0; into < 20 * TICK_S; into += TICK_S / 10)
        expect(in_loop(4 * TICK_S, into, 1), 0, 0, 0);
}

static void breath_and_tempo_carry_the_pictures_along(void **state)
{
    (void)state;
    struct exercise exercise = {.title = "X"};
    struct entry entry = {.exercise = &exercise, .drive = DRIVE_BREATH};
    struct moment moment = {.entry = &entry, .breathes = true, .moves_by_reps = true};
    moment.breath.fullness = 0.25;
    expect(fade_at(&moment, 2), 0, 0.249, 0.251);
    expect(fade_at(&moment, 3), 0, 0.499, 0.501);
    moment.breath.fullness = 1;
    expect(fade_at(&moment, 3), 2, 0, 0);
    entry.drive = DRIVE_TEMPO;
    moment.rep.height = 0.75;
    expect(fade_at(&moment, 3), 1, 0.499, 0.501);
    entry.drive = DRIVE_STILL;
    expect(fade_at(&moment, 3), 0, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_picture_of_a_loop_has_its_share_of_the_turn),
        cmocka_unit_test(a_fade_takes_at_most_a_third_of_a_short_share),
        cmocka_unit_test(one_picture_never_fades),
        cmocka_unit_test(breath_and_tempo_carry_the_pictures_along),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

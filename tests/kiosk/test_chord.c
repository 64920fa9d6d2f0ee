// SPDX-License-Identifier: MIT
#include "kiosk/chord.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64], path[96];

struct door {
    struct kiosk_config config;
    struct chord chord;
    tick now;
    int64_t wall;
};

static struct door door_of(const char *pin, bool chord)
{
    struct door door = {.now = TICK_H, .wall = 1000000};
    kiosk_config_usual(&door.config);
    door.config.leave.pin = pin;
    if (chord)
        door.config.leave.chord = (struct kiosk_chord){KIOSK_CTRL | KIOSK_ALT, "q"};
    chord_init(&door.chord);
    return door;
}

static enum chord_effect give(struct door *door, enum chord_event event, int value)
{
    return chord_step(&door->chord, &door->config, (struct chord_input){event, value}, door->now);
}

static void pass(struct door *door, int64_t seconds)
{
    door->now += seconds * TICK_S;
    door->wall += seconds;
    give(door, CHORD_TIME, 0);
}

static void knock(struct door *door)
{
    for (int i = 0; i < CHORD_KNOCKS; i++)
        assert_int_equal(give(door, CHORD_KNOCK, 0), CHORD_NOTHING);
}

/* Whether it opens. What is kept is kept in the file. */
static bool enter(struct door *door, const char *pin)
{
    char why[SETTINGS_WHY];
    for (const char *digit = pin; *digit != '\0'; digit++)
        give(door, CHORD_DIGIT, *digit - '0');
    if (give(door, CHORD_ENTER, 0) != CHORD_KEEP)
        return false;
    assert_true(chord_keep(path, &door->chord, door->wall, why));
    bool leaves = give(door, CHORD_KEPT, 0) == CHORD_LEAVE;
    static const char none[KIOSK_PIN_MOST];
    assert_memory_equal(door->chord.entered, none, sizeof none);
    if (leaves)
        assert_true(chord_keep(path, &door->chord, door->wall, why));
    return leaves;
}

static void every_device_finds_the_way(void **state)
{
    (void)state;
    struct door door = door_of("7319", false);
    knock(&door);
    assert_int_equal(door.chord.state, CHORD_ASKING);
    give(&door, CHORD_KNOCK, 0); /* one too many */
    assert_int_equal(door.chord.state, CHORD_ASKING);
    assert_true(enter(&door, "7319"));
    for (int corner = 0; corner < CHORD_CORNERS; corner++)
        give(&door, CHORD_CORNER, corner);
    assert_int_equal(door.chord.state, CHORD_ASKING);
    give(&door, CHORD_DIGIT, 7);
    give(&door, CHORD_DIGIT, 7);
    give(&door, CHORD_ERASE, 0);
    assert_true(enter(&door, "319"));
    door = door_of("7319", true);
    assert_int_equal(give(&door, CHORD_HELD, 0), CHORD_NOTHING);
    assert_int_equal(door.chord.state, CHORD_ASKING);
    door = door_of(NULL, true);
    assert_int_equal(give(&door, CHORD_HELD, 0), CHORD_LEAVE);
}

static void without_a_pin_nothing_opens(void **state)
{
    (void)state;
    struct door door = door_of(NULL, false);
    uint32_t seed = 7;
    for (int i = 0; i < 100000; i++) {
        seed = seed * 1664525u + 1013904223u;
        enum chord_event event = (enum chord_event)((seed >> 16) % (CHORD_KEPT + 1));
        assert_int_equal(give(&door, event, (int)((seed >> 24) % 4)), CHORD_NOTHING);
        assert_int_equal(door.chord.state, CHORD_SHUT);
        door.now += (seed >> 12) % TICK_S;
    }
}

static void slow_knocks_and_other_corners_do_nothing(void **state)
{
    (void)state;
    struct door door = door_of("7319", false);
    for (int i = 0; i < 40; i++) {
        give(&door, CHORD_KNOCK, 0);
        pass(&door, 2);
    }
    static const int corners[] = {1, 2, 3, 0, 2, 1, 3, 0, 1, 3, 2, 0, 0, 1, 2};
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++)
        give(&door, CHORD_CORNER, corners[i]);
    assert_int_equal(door.chord.state, CHORD_SHUT);
    pass(&door, 5);
    give(&door, CHORD_CORNER, 3);
    assert_int_equal(door.chord.state, CHORD_SHUT);
    assert_int_equal(chord_corner(0, 0, 1920, 1080), 0);
    assert_int_equal(chord_corner(1919, 5, 1920, 1080), 1);
    assert_int_equal(chord_corner(1900, 1000, 1920, 1080), 2);
    assert_int_equal(chord_corner(10, 1070, 1920, 1080), 3);
    assert_int_equal(chord_corner(900, 10, 1920, 1080), -1);
    assert_int_equal(chord_corner(-5, -5, 1920, 1080), -1);
    assert_int_equal(chord_corner((float)strtod("nan", NULL), 5, 1920, 1080), -1);
}

static void a_question_that_nobody_answers_goes_away(void **state)
{
    (void)state;
    struct door door = door_of("7319", false);
    knock(&door);
    give(&door, CHORD_DIGIT, 7);
    pass(&door, 19);
    assert_int_equal(door.chord.digits, 1);
    pass(&door, 1);
    assert_int_equal(door.chord.state, CHORD_SHUT);
    assert_int_equal(door.chord.digits, 0);
    assert_true(chord_wakes(&door.chord) == TICK_NEVER);
}

/* All that can be tried in a day, with a file that outlives every kill. */
static void brute_force_takes_years(void **state)
{
    (void)state;
    unlink(path);
    struct door door = door_of("9999", false);
    int64_t end = door.wall + 24 * 3600;
    int tries = 0;
    for (int guess = 0; door.wall < end; guess = (guess + 1) % 9000) {
        char pin[8];
        snprintf(pin, sizeof pin, "%04d", guess);
        chord_init(&door.chord); /* killed before each try */
        chord_read(path, &door.chord, door.wall, door.now);
        knock(&door);
        while (door.chord.state == CHORD_WAITS) {
            give(&door, CHORD_DIGIT, 1); /* keeps the question open; does not count */
            assert_int_equal(give(&door, CHORD_ENTER, 0), CHORD_NOTHING);
            pass(&door, 5);
        }
        assert_int_equal(door.chord.state, CHORD_ASKING);
        assert_false(enter(&door, pin));
        tries++;
        pass(&door, 1);
    }
    assert_in_range(tries, 10, 40);
}

/* Killed after the try was kept, before it was compared. */
static void a_kill_forgives_no_try(void **state)
{
    (void)state;
    unlink(path);
    struct door door = door_of("7319", false);
    char why[SETTINGS_WHY];
    for (int i = 0; i < 4; i++) {
        chord_init(&door.chord);
        chord_read(path, &door.chord, door.wall, door.now);
        knock(&door);
        for (int k = 0; k < 4; k++)
            give(&door, CHORD_DIGIT, 1);
        if (give(&door, CHORD_ENTER, 0) == CHORD_KEEP)
            assert_true(chord_keep(path, &door.chord, door.wall, why));
    }
    assert_int_equal(door.chord.state, CHORD_WAITS);
    assert_int_equal(door.chord.tries, 3);
    /* A clock that was set back does not shorten it, one that went a day on ends it. */
    struct chord chord;
    chord_init(&chord);
    chord_read(path, &chord, door.wall - 100000, door.now);
    assert_true(chord.open_again == door.now + CHORD_FIRST_WAIT * TICK_S);
    chord_read(path, &chord, door.wall + CHORD_FORGIVEN + 1, door.now);
    assert_int_equal(chord.tries, 0);
    pass(&door, CHORD_FIRST_WAIT);
    if (door.chord.state == CHORD_SHUT)
        knock(&door);
    assert_true(enter(&door, "7319"));
    chord_read(path, &chord, door.wall, door.now);
    assert_int_equal(chord.tries, 0);
}

static void only_the_whole_pin_is_right(void **state)
{
    (void)state;
    static const char *const wrong[] = {"731", "73190", "0000", "7310", "9137", "731973197319"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct door door = door_of("7319", false);
        knock(&door);
        assert_false(enter(&door, wrong[i]));
        assert_int_equal(door.chord.state, CHORD_WRONG);
        assert_true(enter(&door, "7319"));
    }
    struct door door = door_of("123456789012", false);
    knock(&door);
    assert_true(enter(&door, "123456789012345")); /* what is above the most is not taken */
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-chord-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/tries.yaml", folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_device_finds_the_way),
        cmocka_unit_test(without_a_pin_nothing_opens),
        cmocka_unit_test(slow_knocks_and_other_corners_do_nothing),
        cmocka_unit_test(a_question_that_nobody_answers_goes_away),
        cmocka_unit_test(brute_force_takes_years),
        cmocka_unit_test(a_kill_forgives_no_try),
        cmocka_unit_test(only_the_whole_pin_is_right),
    };
    return cmocka_run_group_tests_name("kiosk_chord", tests, set_up, tear_down);
}

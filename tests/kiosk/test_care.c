// SPDX-License-Identifier: MIT
#include "kiosk/care.h"

#include "base/zones.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

enum { WIDE = 96, STROKE = 6 };

struct wall {
    struct kiosk_config config;
    struct zone zone;
    struct care care;
    struct clocks moment;
};

/* A Tuesday in June, at a time of day in Berlin. */
static struct wall wall_at(int hour, int minute)
{
    struct wall wall = {.zone = zone_named("Europe/Berlin")};
    kiosk_config_usual(&wall.config);
    wall.moment = (struct clocks){instant_of(2026, 6, 9, hour - 2, minute), 3 * TICK_H};
    care_init(&wall.care, wall.moment.now);
    return wall;
}

static void pass(struct wall *wall, int seconds, enum care_use use)
{
    for (int i = 0; i < seconds; i++) {
        wall->moment.wall++;
        wall->moment.now += TICK_S;
        care_step(&wall->care, &wall->config, &wall->zone, wall->moment, use);
    }
}

static struct care_shift shift_of(const struct wall *wall)
{
    return care_shift(&wall->care, &wall->config, 1080);
}

/* Bright strokes of letters, one upright and one level, watched for twelve hours: how long each
 * pixel is lit, in all and without a pause. */
struct panel {
    int lit[2][WIDE], in_a_row[2][WIDE], longest[2][WIDE];
};

static void light(struct panel *panel, int axis, int shift, int seconds)
{
    for (int i = 0; i < WIDE; i++) {
        bool on = i >= WIDE / 2 + shift && i < WIDE / 2 + shift + STROKE;
        panel->lit[axis][i] += on ? seconds : 0;
        panel->in_a_row[axis][i] = on ? panel->in_a_row[axis][i] + seconds : 0;
        if (panel->in_a_row[axis][i] > panel->longest[axis][i])
            panel->longest[axis][i] = panel->in_a_row[axis][i];
    }
}

static void nothing_bright_stays_in_twelve_hours(void **state)
{
    (void)state;
    static struct panel panel;
    struct wall wall = wall_at(8, 1);
    memset(&panel, 0, sizeof panel);
    for (int i = 0; i < 12 * 3600; i++) {
        pass(&wall, 1, CARE_NOBODY);
        struct care_shift shift = shift_of(&wall);
        light(&panel, 0, shift.x, 1);
        light(&panel, 1, shift.y, 1);
    }
    for (int axis = 0; axis < 2; axis++)
        for (int i = 0; i < WIDE; i++) {
            assert_true(panel.lit[axis][i] <= 12 * 3600 * 3 / 10);
            assert_true(panel.longest[axis][i] <= 10 * 60);
        }
}

/* Both ways and together: it goes over the whole square, and not just along a line. */
static void the_picture_wanders_over_a_square(void **state)
{
    (void)state;
    static bool seen[25][23];
    struct wall wall = wall_at(8, 1);
    struct care_shift before = shift_of(&wall);
    int places = 0;
    memset(seen, 0, sizeof seen);
    assert_true(before.x == 0 && before.y == 0);
    for (int i = 0; i < 600; i++) {
        pass(&wall, CARE_MOVES / TICK_S, CARE_NOBODY);
        struct care_shift shift = shift_of(&wall);
        assert_true(abs(shift.x - before.x) <= 1 && abs(shift.y - before.y) <= 1);
        assert_true(abs(shift.x) <= 12 && abs(shift.y) <= 11);
        places += !seen[shift.x + 12][shift.y + 11];
        seen[shift.x + 12][shift.y + 11] = true;
        before = shift;
    }
    assert_true(places > 25 * 23 / 3);
}

static void nothing_moves_in_a_session(void **state)
{
    (void)state;
    struct wall wall = wall_at(9, 0);
    pass(&wall, 1000, CARE_NOBODY);
    struct care_shift before = shift_of(&wall);
    for (int i = 0; i < 1800; i++) {
        pass(&wall, 1, CARE_SESSION);
        struct care_shift shift = shift_of(&wall);
        assert_true(shift.x == before.x && shift.y == before.y);
    }
    pass(&wall, CARE_MOVES / TICK_S - 1, CARE_NOBODY);
    assert_int_equal(shift_of(&wall).x, before.x);
    pass(&wall, 1, CARE_NOBODY);
    assert_int_equal(abs(shift_of(&wall).x - before.x), 1);
    wall.config.panel.shift = false;
    assert_true(shift_of(&wall).x == 0 && shift_of(&wall).y == 0);
    for (int side = 1; side < 2200; side += 7) {
        wall.config.panel.shift = true;
        struct care_shift shift = care_shift(&wall.care, &wall.config, side);
        assert_true(abs(shift.x) <= side / 40 && abs(shift.y) <= side / 40);
    }
}

static void the_panel_is_dimmed_and_sleeps_outside_office_hours(void **state)
{
    (void)state;
    struct wall wall = wall_at(17, 59);
    wall.config.panel.off = 30 * TICK_MIN;
    pass(&wall, 30, CARE_NOBODY);
    assert_true(wall.care.light > 0.99);
    pass(&wall, 40, CARE_NOBODY); /* 18:00:10 */
    assert_true(wall.care.light < 0.9 && wall.care.light > 0.3);
    pass(&wall, 60, CARE_NOBODY);
    assert_true(wall.care.light < 0.31 && wall.care.light > 0.29);
    assert_false(care_sleeps(&wall.care, CARE_NOBODY));
    pass(&wall, 10, CARE_SOMEBODY);
    assert_true(wall.care.light > 0.99);
    pass(&wall, 30 * 60, CARE_NOBODY);
    assert_true(care_sleeps(&wall.care, CARE_NOBODY));
    assert_false(care_sleeps(&wall.care, CARE_SOMEBODY));
    pass(&wall, 13 * 3600, CARE_NOBODY); /* 7:31 */
    assert_true(care_sleeps(&wall.care, CARE_NOBODY));
    pass(&wall, 1800, CARE_NOBODY);
    assert_false(care_sleeps(&wall.care, CARE_NOBODY));
    assert_true(wall.care.light > 0.99);
    assert_true(care_wakes(&wall.care, &wall.config, CARE_NOBODY) > wall.moment.now);
}

static void other_office_hours_wake_it_at_once(void **state)
{
    (void)state;
    static const struct kiosk_range later = {8 * 60, 20 * 60};
    struct wall wall = wall_at(19, 0);
    wall.config.panel.off = 30 * TICK_MIN;
    pass(&wall, 10, CARE_NOBODY);
    assert_true(care_sleeps(&wall.care, CARE_NOBODY));
    for (int day = 0; day < 7; day++)
        wall.config.hours[day] = (struct kiosk_ranges){&later, 1};
    care_reload(&wall.care);
    pass(&wall, 1, CARE_NOBODY);
    assert_false(care_sleeps(&wall.care, CARE_NOBODY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_bright_stays_in_twelve_hours),
        cmocka_unit_test(the_picture_wanders_over_a_square),
        cmocka_unit_test(nothing_moves_in_a_session),
        cmocka_unit_test(the_panel_is_dimmed_and_sleeps_outside_office_hours),
        cmocka_unit_test(other_office_hours_wake_it_at_once),
    };
    return cmocka_run_group_tests_name("kiosk_care", tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "kiosk/restart.h"

#include "base/zones.h"
#include "check.h"

static int32_t no_offset(void *data, int64_t instant)
{
    (void)data;
    (void)instant;
    return 0;
}

static const struct zone utc = {no_offset, NULL};
enum { HOUR = 3600, DAYS = 24 * HOUR };

static struct kiosk_config config_at(int restart)
{
    struct kiosk_config config;
    kiosk_config_usual(&config);
    config.restart = restart;
    return config;
}

/* Minute by minute from `wall` on: how often it begins anew in `hours`, and when for the last time.
 */
static int run(const struct kiosk_config *config, int64_t wall, int hours, int64_t *last)
{
    struct restart restart;
    tick now = 5 * TICK_S;
    int count = 0;
    restart_init(&restart, now);
    for (int minute = 0; minute < hours * 60; minute++, wall += 60, now += TICK_MIN) {
        if (!restart_is_due(&restart, config, &utc, (struct clocks){wall, now}))
            continue;
        count++;
        *last = wall;
        restart_init(&restart, now);
    }
    return count;
}

static void it_is_once_a_night(void **state)
{
    (void)state;
    struct kiosk_config config = config_at(4 * 60);
    int64_t last = 0, begin = 20000LL * DAYS + 12 * HOUR;
    assert_int_equal(run(&config, begin, 24 * 10, &last), 10);
    assert_int_equal(last % DAYS, 4 * HOUR);
    config = config_at(KIOSK_NEVER);
    assert_int_equal(run(&config, begin, 24 * 10, &last), 0);
}

static void a_busy_night_puts_it_off(void **state)
{
    (void)state;
    struct kiosk_config config = config_at(4 * 60);
    struct restart restart;
    int64_t wall = 20000LL * DAYS;
    restart_init(&restart, 0);
    assert_false(restart_is_due(&restart, &config, &utc, (struct clocks){wall, 0}));
    assert_true(
        restart_is_due(&restart, &config, &utc, (struct clocks){wall + 9 * HOUR, 9 * TICK_H}));
    assert_true(restart_is_due(&restart, &config, &utc,
                               (struct clocks){wall + 9 * HOUR + 60, 9 * TICK_H + TICK_MIN}));
}

static void a_clock_that_is_set_ends_nothing_that_has_just_begun(void **state)
{
    (void)state;
    struct kiosk_config config = config_at(4 * 60);
    struct restart restart;
    restart_init(&restart, 0);
    assert_false(restart_is_due(&restart, &config, &utc, (struct clocks){100, 0}));
    int64_t set = 20000LL * DAYS + 9 * HOUR;
    assert_false(restart_is_due(&restart, &config, &utc, (struct clocks){set, TICK_MIN}));
    assert_true(restart_is_due(&restart, &config, &utc, (struct clocks){set + HOUR, TICK_H}));

    /* From far in the future back to now: the next night, not in years. */
    restart_init(&restart, 0);
    assert_false(
        restart_is_due(&restart, &config, &utc, (struct clocks){40000LL * DAYS + 5 * HOUR, 0}));
    assert_false(restart_is_due(&restart, &config, &utc, (struct clocks){set, TICK_H}));
    assert_true(
        restart_is_due(&restart, &config, &utc, (struct clocks){set + 19 * HOUR, 20 * TICK_H}));
}

static void a_night_without_that_time_has_it_too(void **state)
{
    (void)state;
    struct zone zone = zone_named("Europe/Berlin");
    struct kiosk_config config = config_at(2 * 60 + 30);
    struct restart restart;
    int64_t spring = 1806195600; /* 28 March 2027, 02:00: 03:00 follows */
    restart_init(&restart, 0);
    assert_false(
        restart_is_due(&restart, &config, &zone, (struct clocks){spring - 2 * HOUR, TICK_H}));
    assert_false(restart_is_due(&restart, &config, &zone, (struct clocks){spring - 1, 3 * TICK_H}));
    assert_true(restart_is_due(&restart, &config, &zone, (struct clocks){spring, 4 * TICK_H}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_once_a_night),
        cmocka_unit_test(a_busy_night_puts_it_off),
        cmocka_unit_test(a_clock_that_is_set_ends_nothing_that_has_just_begun),
        cmocka_unit_test(a_night_without_that_time_has_it_too),
    };
    return cmocka_run_group_tests_name("kiosk_restart", tests, NULL, NULL);
}

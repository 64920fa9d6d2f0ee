// SPDX-License-Identifier: MIT
#include "kiosk/schedule.h"

#include "base/zones.h"
#include "check.h"

#include <string.h>

enum { WEEKS = 8, MINUTES = WEEKS * 7 * 24 * 60 };

static struct arena arena;

static struct kiosk_config config_of(const char *text)
{
    struct kiosk_config config;
    struct diag_list diags;
    diag_init(&diags, &arena);
    if (!kiosk_config_parse(&arena, "kiosk.yaml", text, strlen(text), &diags, &config))
        fail_msg("%s", diags.items[0].message);
    return config;
}

static const char office[] = "kiosk: Office\n"
                             "breaks: {every: 30 min, routines: [a, b, c]}\n"
                             "holidays: [12-25 to 01-01, 2026-10-26, 2026-03-30]\n"
                             "office hours: {monday to friday: '8:30 - 12:30, 13:00 - 18:00'}\n";
static const char always_40[] = "kiosk: Ward\n"
                                "breaks: {every: 40 min, routines: [a, b]}\n"
                                "office hours: {every day: '0:00 - 24:00'}\n";
static const char always_45[] = "kiosk: Ward\n"
                                "breaks: {every: 45 min}\n"
                                "office hours: {every day: '0:00 - 24:00'}\n";
static const char night[] = "kiosk: Night shift\n"
                            "breaks: {at: [1:30, 2:10, 2:30, 4:00, 23:00], routines: [a, b, c]}\n"
                            "office hours: {sunday to friday: '22:00 - 6:00'}\n";

static bool in_list(const int *list, size_t count, int value)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == value)
            return true;
    return false;
}

/* What the three files above mean, told in another way: by what the wall shows each minute. */
static bool is_office_slot(struct civil at)
{
    bool holiday = (at.month == 12 && at.day >= 25) || (at.month == 1 && at.day == 1) ||
                   (at.year == 2026 && at.month == 10 && at.day == 26) ||
                   (at.year == 2026 && at.month == 3 && at.day == 30);
    bool open = (at.minute > 510 && at.minute < 750) || (at.minute > 780 && at.minute < 1080);
    return !holiday && at.weekday < 5 && open && at.minute % 30 == 0;
}

static bool is_40_slot(struct civil at)
{
    return at.minute > 0 && at.minute % 40 == 0;
}

static bool is_45_slot(struct civil at)
{
    return at.minute > 0 && at.minute % 45 == 0;
}

static bool is_night_slot(struct civil at)
{
    static const int times[] = {90, 130, 150, 240, 1380};
    int evening = at.minute < 720 ? (at.weekday + 6) % 7 : at.weekday;
    return evening != 5 && in_list(times, 5, at.minute);
}

typedef bool is_slot(struct civil at);

static const struct calendar {
    const char *zone;
    const char *config;
    is_slot *is_slot;
    bool once; /* a time that the wall shows twice counts once */
    int year, month, day;
    int breaks;
} calendars[] = {
    {"Europe/Berlin", office, is_office_slot, false, 2026, 3, 2, 0},
    {"Europe/Berlin", office, is_office_slot, false, 2026, 10, 5, 0},
    {"Europe/Berlin", always_40, is_40_slot, false, 2026, 3, 2, 0},
    {"Europe/Berlin", always_45, is_45_slot, false, 2026, 10, 5, 0},
    {"Europe/Berlin", night, is_night_slot, true, 2026, 3, 2, 0},
    {"Europe/Berlin", night, is_night_slot, true, 2026, 10, 5, 0},
    {"America/New_York", office, is_office_slot, false, 2026, 12, 1, 0},
    {"America/New_York", night, is_night_slot, true, 2026, 2, 16, 0},
    {"America/New_York", always_40, is_40_slot, false, 2026, 10, 19, 0},
    {"Australia/Lord_Howe", always_40, is_40_slot, false, 2026, 3, 9, 0},
    {"Australia/Lord_Howe", night, is_night_slot, true, 2026, 9, 14, 0},
    {"Asia/Kolkata", office, is_office_slot, false, 2027, 12, 6, 0},
    {"Asia/Kolkata", always_45, is_45_slot, false, 2028, 1, 31, 0},
    {"Pacific/Apia", office, is_office_slot, false, 2011, 12, 1, 0},
    {"Pacific/Apia", always_45, is_45_slot, false, 2011, 12, 5, 0},
};
enum { CALENDARS = sizeof calendars / sizeof *calendars };

/* Whether a break is due at the minute `local`, where the wall showed `before` a minute ago and
 * nothing later than `latest` ever: also one that the clock jumped over. */
static bool is_due(const struct calendar *calendar, const struct kiosk_config *config,
                   int64_t local, int64_t before, int64_t latest)
{
    if (calendar->once && local <= latest)
        return false;
    bool due = calendar->is_slot(civil_of(local));
    for (int64_t skipped = before + 60; skipped < local && !due; skipped += 60)
        due = calendar->is_slot(civil_of(skipped)) && calendar_is_open(config, local);
    return due;
}

/* Breaks begin where the wall says, each after its notice, and each differs from the one before. */
static int live_through(const struct calendar *calendar)
{
    struct kiosk_config config = config_of(calendar->config);
    struct zone zone = zone_named(calendar->zone);
    struct schedule schedule;
    int64_t wall = instant_of(calendar->year, calendar->month, calendar->day, 0, 0);
    int64_t before = civil_local(&zone, wall), latest = before;
    size_t last_turn = SIZE_MAX, routines = config.breaks.routines.count;
    int64_t last_break = 0;
    int breaks = 0;
    bool noticed = false;
    struct clocks moment = {wall, 77 * TICK_S};
    schedule_init(&schedule, &config, &zone, moment);
    for (int minute = 1; minute <= MINUTES; minute++) {
        moment.wall += 60;
        moment.now += TICK_MIN;
        int64_t local = civil_local(&zone, moment.wall);
        bool due = is_due(calendar, &config, local, before, latest);
        enum schedule_state state = schedule_step(&schedule, &config, &zone, moment, false);
        if ((state == SCHEDULE_BEGINS) != due || (due && !noticed))
            fail_msg("%s %s: due %d, state %d, notice %d", calendar->zone,
                     wall_text(&zone, moment.wall), due, (int)state, noticed);
        noticed = state == SCHEDULE_NOTICE;
        before = local;
        latest = local > latest ? local : latest;
        if (!due)
            continue;
        breaks++;
        /* In an hour that comes twice, the turns do, too. */
        size_t turn = schedule_turn(&config, &zone, moment.wall, routines);
        bool again = civil_local(&zone, last_break) >= local ||
                     civil_local(&zone, moment.wall - 10800) + 10800 != local;
        if (routines > 1 && turn == last_turn && !again)
            fail_msg("%s %s: the same again", calendar->zone, wall_text(&zone, moment.wall));
        last_turn = turn;
        last_break = moment.wall;
    }
    return breaks;
}

static void breaks_fall_where_the_wall_says(void **state)
{
    (void)state;
    for (int i = 0; i < CALENDARS; i++) {
        int breaks = live_through(&calendars[i]);
        assert_in_range(breaks, 100, WEEKS * 7 * 36);
    }
}

/* A Tuesday in June, 9:50 in Berlin. */
struct day {
    struct kiosk_config config;
    struct zone zone;
    struct schedule schedule;
    struct clocks moment;
};

static struct day begin_day(const char *text)
{
    struct day day = {.config = config_of(text), .zone = zone_named("Europe/Berlin")};
    day.moment = (struct clocks){instant_of(2026, 6, 9, 7, 50), 5 * TICK_H};
    schedule_init(&day.schedule, &day.config, &day.zone, day.moment);
    return day;
}

static enum schedule_state step(struct day *day, bool busy)
{
    return schedule_step(&day->schedule, &day->config, &day->zone, day->moment, busy);
}

/* Goes on second by second; how many breaks began. */
static int pass(struct day *day, int seconds, bool busy)
{
    int begun = 0;
    for (int i = 0; i < seconds; i++) {
        day->moment.wall++;
        day->moment.now += TICK_S;
        begun += step(day, busy) == SCHEDULE_BEGINS;
    }
    return begun;
}

static void assert_next(const struct day *day, const char *time)
{
    assert_string_equal(wall_text(&day->zone, schedule_shown(&day->schedule)) + 11, time);
}

static void whoever_is_in_a_session_is_left_alone(void **state)
{
    (void)state;
    struct day day = begin_day(office);
    assert_next(&day, "10:00");
    assert_int_equal(pass(&day, 9 * 60 + 30, false), 0);
    assert_int_equal(step(&day, false), SCHEDULE_NOTICE);
    assert_int_equal(pass(&day, 10, true), 0); /* began one of their own */
    assert_next(&day, "10:30");
    assert_int_equal(pass(&day, 25 * 60, false), 0);
    assert_int_equal(pass(&day, 10 * 60, true), 0); /* over 10:30 */
    assert_next(&day, "11:00");
    assert_int_equal(pass(&day, 30 * 60, false), 1);
}

static void a_break_is_postponed_and_skipped(void **state)
{
    (void)state;
    struct day day = begin_day(office);
    pass(&day, 9 * 60 + 30, false);
    assert_true(schedule_can_postpone(&day.schedule, &day.config));
    schedule_postpone(&day.schedule, &day.config);
    assert_next(&day, "10:05");
    assert_int_equal(step(&day, false), SCHEDULE_WAITS);
    assert_int_equal(pass(&day, 5 * 60, false), 0);
    assert_int_equal(step(&day, false), SCHEDULE_NOTICE);
    schedule_postpone(&day.schedule, &day.config);
    assert_false(schedule_can_postpone(&day.schedule, &day.config));
    schedule_postpone(&day.schedule, &day.config);
    assert_next(&day, "10:10");
    assert_int_equal(pass(&day, 5 * 60 + 30, false), 1);
    assert_next(&day, "10:30");
    assert_int_equal(pass(&day, 19 * 60 + 30, false), 0);
    assert_int_equal(step(&day, false), SCHEDULE_NOTICE);
    schedule_skip(&day.schedule, &day.config, &day.zone, day.moment);
    assert_next(&day, "11:00");
    assert_int_equal(pass(&day, 29 * 60, false), 0);
    assert_int_equal(pass(&day, 2 * 60, false), 1);
}

static void another_config_counts_at_once(void **state)
{
    (void)state;
    struct day day = begin_day(office);
    struct kiosk_config other = config_of("kiosk: Office\nbreaks: {at: ['9:55', '11:15']}\n");
    schedule_reload(&day.schedule, &other, &day.zone, day.moment);
    assert_next(&day, "09:55");
    schedule_reload(&day.schedule, &day.config, &day.zone, day.moment);
    assert_next(&day, "10:00");
    pass(&day, 9 * 60 + 30, false);
    schedule_postpone(&day.schedule, &day.config);
    pass(&day, 60, false);
    day.config = other;
    schedule_reload(&day.schedule, &day.config, &day.zone, day.moment);
    assert_next(&day, "10:05"); /* it was promised */
    assert_int_equal(pass(&day, 5 * 60, false), 1);
    assert_next(&day, "11:15");
    day.config = config_of("kiosk: Office\nbreaks: none\n");
    schedule_reload(&day.schedule, &day.config, &day.zone, day.moment);
    assert_int_equal(pass(&day, 3600, false), 0);
}

/* However the clock jumps and however long the machine slept: at most one break at once, with its
 * notice, and only where it was missed by little. */
static void jumps_neither_repeat_nor_lose_a_break(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        int before, wall, slept; /* seconds: until it happens; how far each clock goes */
        int begun_soon;          /* within the next two minutes */
        const char *next;        /* after those */
    } cases[] = {
        {"asleep over 10:00, missed by 2 min", 300, 420, 0, 1, "10:30"},
        {"asleep over 10:00, missed by 10 min", 300, 900, 0, 0, "10:30"},
        {"asleep over four, the last missed by 1 min", 300, 2 * 3600 + 360, 0, 1, "13:30"},
        {"asleep overnight", 300, 86400, 0, 0, "10:00"},
        {"asleep over the weekend and a week", 300, 12 * 86400, 0, 0, "09:00"},
        {"set back an hour before one", 300, -3600, 0, 0, "09:00"},
        {"set back 5 min right after one", 660, -300, 0, 0, "10:30"},
        {"set back 30 min right after one", 660, -1800, 0, 0, "10:00"},
        {"set back a year", 660, -364 * 86400, 0, 0, "10:30"},
        {"set ahead a year, to just after one", 660, 364 * 86400, 0, 1, "10:30"},
        {"set ahead a minute right after one", 660, 60, 0, 0, "10:30"},
        {"stopped over 10:00 by 3 min", 300, 480, 480, 1, "10:30"},
        {"stopped over 10:00 by 20 min", 300, 1500, 1500, 0, "10:30"},
        {"set ahead in notice", 570, 20, 0, 1, "10:30"},
        {"set back in notice", 570, -3600, 0, 1, "09:30"},
        {"asleep in notice", 570, 3 * 3600, 0, 0, "13:30"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct day day = begin_day(office);
        pass(&day, cases[i].before, false);
        day.moment.wall += cases[i].wall;
        day.moment.now += cases[i].slept * TICK_S;
        int at_once = step(&day, false) == SCHEDULE_BEGINS, soon = pass(&day, 120, false);
        if (at_once != 0 || soon != cases[i].begun_soon)
            fail_msg("%s: %d at once, %d soon", cases[i].what, at_once, soon);
        const char *next = wall_text(&day.zone, schedule_shown(&day.schedule)) + 11;
        if (strcmp(next, cases[i].next) != 0)
            fail_msg("%s: next is %s", cases[i].what, next);
        int begun = pass(&day, 12 * 3600, false);
        if (begun > 18)
            fail_msg("%s: %d in half a day", cases[i].what, begun);
    }
}

/* Breaks never come nearer than half of what is usual, whatever the clocks do. */
static void no_walk_of_the_clocks_makes_a_burst(void **state)
{
    (void)state;
    uint32_t seed = 1;
    struct day day = begin_day(always_40);
    tick last = 0;
    int begun = 0;
    for (int i = 0; i < 200000; i++) {
        seed = seed * 1664525u + 1013904223u;
        int seconds = (int)(seed >> 24) % 60 + 1;
        day.moment.now += seconds * TICK_S;
        day.moment.wall += seconds;
        if ((seed >> 8) % 200 == 0)
            day.moment.wall += (int)((seed >> 10) % 20000) - 10000;
        if (step(&day, (seed >> 9) % 500 == 0) == SCHEDULE_BEGINS) {
            tick wall_too = day.moment.now - last;
            begun++;
            assert_true(last == 0 || wall_too > TICK_MIN);
            last = day.moment.now;
        }
        assert_true(schedule_wakes(&day.schedule, &day.config) > day.moment.now - TICK_S);
    }
    assert_in_range(begun, 500, 4000);
}

static void the_office_opens_and_closes(void **state)
{
    (void)state;
    struct kiosk_config config = config_of(office);
    struct zone zone = zone_named("Europe/Berlin");
    static const char *const turns[] = {"2026-12-23 12:30", "2026-12-23 13:00", "2026-12-23 18:00",
                                        "2026-12-24 08:30", "2026-12-24 12:30", "2026-12-24 13:00",
                                        "2026-12-24 18:00", "2027-01-04 08:30"};
    int64_t at = instant_of(2026, 12, 23, 9, 0);
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++) {
        at = calendar_next_turn(&config, &zone, at);
        assert_string_equal(wall_text(&zone, at), turns[i]);
        bool open = calendar_is_open(&config, civil_local(&zone, at));
        assert_int_equal(open, i % 2 == 1);
    }
    config = config_of("kiosk: Shut\noffice hours: {monday: closed}\n");
    assert_true(calendar_next_turn(&config, &zone, at) == CALENDAR_NEVER);
    assert_true(schedule_next(&config, &zone, at) == CALENDAR_NEVER);
    config = config_of("kiosk: Still\nbreaks: none\n");
    assert_true(schedule_next(&config, &zone, at) == CALENDAR_NEVER);
}

static void it_is_quiet_in_quiet_hours(void **state)
{
    (void)state;
    struct kiosk_config config =
        config_of("kiosk: Office\nvolume: 70\n"
                  "quiet hours: {'12:00 - 13:00': 20, '17:30 - 8:00': 0, '12:30 - 12:45': 30}\n");
    static const struct {
        int minute, volume;
    } cases[] = {{0, 0},    {479, 0},  {480, 70},  {719, 70}, {720, 20}, {755, 20},
                 {779, 20}, {780, 70}, {1049, 70}, {1050, 0}, {1439, 0}};
    int64_t day = instant_of(2026, 6, 9, 0, 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(calendar_volume(&config, day + cases[i].minute * 60), cases[i].volume);
}

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_fall_where_the_wall_says),
        cmocka_unit_test(whoever_is_in_a_session_is_left_alone),
        cmocka_unit_test(a_break_is_postponed_and_skipped),
        cmocka_unit_test(another_config_counts_at_once),
        cmocka_unit_test(jumps_neither_repeat_nor_lose_a_break),
        cmocka_unit_test(no_walk_of_the_clocks_makes_a_burst),
        cmocka_unit_test(the_office_opens_and_closes),
        cmocka_unit_test(it_is_quiet_in_quiet_hours),
    };
    return cmocka_run_group_tests_name("kiosk_schedule", tests, set_up, tear_down);
}

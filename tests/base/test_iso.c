// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/iso.h"
#include "check.h"

#include <string.h>

static void days_and_instants_are_written(void **state)
{
    char out[ISO_TEXT];
    (void)state;
    assert_string_equal(iso_day(0, out), "1970-01-01");
    assert_string_equal(iso_day(20780, out), "2026-11-23");
    assert_string_equal(iso_instant(0, 0, out), "1970-01-01T00:00:00+00:00");
    assert_string_equal(iso_instant(1795414200, 3600, out), "2026-11-23T07:10:00+01:00");
    assert_string_equal(iso_instant(1795414200, -12600, out), "2026-11-23T02:40:00-03:30");
    assert_string_equal(iso_instant(3599, -3600, out), "1969-12-31T23:59:59-01:00");
    assert_string_equal(iso_minute(1795414200, 3600, out), "07:10");
    /* Seconds of an offset cannot be written. */
    assert_string_equal(iso_instant(0, 3208, out), "1970-01-01T00:53:00+00:53");
}

static void what_cannot_be_written_is_still_text(void **state)
{
    static const int64_t far[] = {INT64_MIN, INT64_MAX, -99999999999999, 99999999999999};
    char out[ISO_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        assert_int_equal(strlen(iso_day(far[i], out)), 10);
        assert_int_equal(strlen(iso_instant(far[i], INT32_MAX, out)), 25);
        assert_int_equal(strlen(iso_instant(far[i], INT32_MIN, out)), 25);
        assert_int_equal(strlen(iso_minute(far[i], INT32_MIN, out)), 5);
    }
}

static void what_was_written_is_read(void **state)
{
    char out[ISO_TEXT];
    (void)state;
    for (int64_t instant = 0; instant < 253402214400; instant += 86400 * 11 + 3607)
        for (int32_t offset = -86340; offset <= 86340; offset += 12345 * 60 / 7 / 60 * 60) {
            int64_t read;
            int32_t read_offset;
            assert_true(iso_read_instant(iso_instant(instant, offset, out), &read, &read_offset));
            assert_int_equal(read, instant);
            assert_int_equal(read_offset, offset);
        }
    int64_t day = 1, instant;
    int32_t offset;
    assert_true(iso_read_day("2024-02-29", &day));
    assert_int_equal(day, civil_day_of(2024, 2, 29));
    assert_true(iso_read_instant("1970-01-01T00:00:01Z", &instant, &offset));
    assert_int_equal(instant, 1);
    assert_int_equal(offset, 0);
}

static void what_is_none_is_refused(void **state)
{
    static const char *const none[] = {
        "",           "2026",       "2026-11",     "2026-1-23",  "2026-11-23 ", " 2026-11-23",
        "2026-02-30", "2026-13-01", "2026-00-01",  "2026-01-00", "0000-01-01",  "20261123",
        "-026-11-23", "2026/11/23", "10000-01-01", "2025-02-29", "2026-11-2x",  "+026-11-23",
    };
    static const char *const no_instant[] = {
        "2026-11-23",
        "2026-11-23T07:10:00",
        "2026-11-23 07:10:00Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T07:60:00Z",
        "2026-11-23T07:10:60Z",
        "2026-11-23T07:10Z",
        "2026-11-23T07:10:00.5Z",
        "2026-11-23T07:10:00+01",
        "2026-11-23T07:10:00+24:00",
        "2026-11-23T07:10:00+01:60",
        "2026-11-23T07:10:00Z ",
        "2026-11-23T07:10:00z",
    };
    int64_t day, instant;
    int32_t offset;
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (iso_read_day(none[i], &day))
            fail_msg("'%s' is taken for a day", none[i]);
    for (size_t i = 0; i < sizeof no_instant / sizeof *no_instant; i++)
        if (iso_read_instant(no_instant[i], &instant, &offset))
            fail_msg("'%s' is taken for an instant", no_instant[i]);
}

int run_iso_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_instants_are_written),
        cmocka_unit_test(what_cannot_be_written_is_still_text),
        cmocka_unit_test(what_was_written_is_read),
        cmocka_unit_test(what_is_none_is_refused),
    };
    return cmocka_run_group_tests_name("iso", tests, NULL, NULL);
}

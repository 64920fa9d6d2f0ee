// SPDX-License-Identifier: MIT
#include "kiosk/safe.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], path[96];

/* As the program does: read, begin, keep. Through the file each time, as after a kill. */
static struct safe start(const char *boot, int64_t at)
{
    struct safe safe;
    char why[SETTINGS_WHY];
    safe_read(path, &safe);
    safe_begin(&safe, boot, at);
    if (!safe_keep(path, &safe, why))
        fail_msg("%s", why);
    return safe;
}

static void finish(struct safe safe)
{
    char why[SETTINGS_WHY];
    safe_finish(&safe);
    assert_true(safe_keep(path, &safe, why));
}

static void three_unclean_ends_in_ten_minutes_are_enough(void **state)
{
    (void)state;
    unlink(path);
    static const int64_t at[] = {100, 300, 500, 699};
    for (int i = 0; i < 4; i++) {
        struct safe safe = start("a", at[i]);
        assert_int_equal(safe_left(&safe, at[i]) > 0, i == 3);
    }
    struct safe safe = start("a", 1000); /* one more: it stays */
    assert_int_equal(safe_left(&safe, 1000), SAFE_CLEARS - 301);
    finish(safe);
    safe = start("a", 699 + SAFE_CLEARS - 1);
    assert_int_equal(safe_left(&safe, 699 + SAFE_CLEARS - 1), 1);
    assert_int_equal(safe_left(&safe, 699 + SAFE_CLEARS), 0);
    finish(safe);
    safe = start("a", 699 + SAFE_CLEARS);
    assert_int_equal(safe_left(&safe, 699 + SAFE_CLEARS), 0);
}

static void safe_mode_knows_where_monitoring_looks(void **state)
{
    (void)state;
    unlink(path);
    char why[SETTINGS_WHY], longest[SAFE_PATH + 1];
    struct safe safe = start("a", 100);
    assert_string_equal(safe.status, "");
    assert_true(safe_remember_status(&safe, "/run/un knot/status#1: 'x'.json"));
    assert_false(safe_remember_status(&safe, "/run/un knot/status#1: 'x'.json"));
    assert_true(safe_keep(path, &safe, why));
    safe = start("a", 101);
    assert_string_equal(safe.status, "/run/un knot/status#1: 'x'.json");
    safe = start("b", 5); /* another start of the machine: only the ends are forgotten */
    assert_string_equal(safe.status, "/run/un knot/status#1: 'x'.json");
    assert_int_equal(safe.count, 0);
    memset(longest, 'x', SAFE_PATH);
    longest[SAFE_PATH] = '\0';
    const char *const none[] = {NULL, "", "/a\"b", "/a\\b", "/a\nb", longest};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        safe_remember_status(&safe, "/kept");
        assert_true(safe_remember_status(&safe, none[i]));
        assert_string_equal(safe.status, "");
    }
}

static void seldom_or_clean_ends_are_nothing(void **state)
{
    (void)state;
    unlink(path);
    for (int64_t at = 1000; at < 100000; at += SAFE_WITHIN / 2) {
        struct safe safe = start("a", at);
        assert_int_equal(safe_left(&safe, at), 0);
    }
    unlink(path);
    for (int64_t at = 1000; at < 2000; at += 10) {
        struct safe safe = start("a", at);
        assert_int_equal(safe_left(&safe, at), 0);
        finish(safe);
    }
}

static void another_start_of_the_machine_begins_anew(void **state)
{
    (void)state;
    unlink(path);
    static const char *const boots[] = {"a", "b", "c", "d", "e"};
    for (int i = 0; i < 5; i++) {
        struct safe safe = start(boots[i], 60 + i);
        assert_int_equal(safe_left(&safe, 60 + i), 0);
    }
    for (int i = 0; i < 4; i++)
        start("f", 100 + i);
    struct safe safe = start("f", 104);
    assert_true(safe_left(&safe, 104) > 0);
    safe = start("g", 105);
    assert_int_equal(safe_left(&safe, 105), 0);
}

static void damage_is_a_new_beginning(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "[[[",
                                        "\xFF",
                                        "boot: [a]\nrunning: yes\n",
                                        "running: 99999999999999999999\nend 1: -5\n",
                                        "boot: \"a\"\nrunning: 1\nsafe since: 99999999\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        FILE *file = fopen(path, "wb");
        fputs(texts[i], file);
        fclose(file);
        struct safe safe = start("a", 50);
        assert_int_equal(safe_left(&safe, 50), 0);
        assert_true(safe.running);
    }
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    struct safe safe;
    char why[SETTINGS_WHY];
    safe_read(path, &safe);
    assert_false(safe.running);
    assert_false(safe_keep(path, &safe, why));
    assert_true(why[0] != '\0');
    rmdir(path);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-safe-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/safe.yaml", folder);
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
        cmocka_unit_test(three_unclean_ends_in_ten_minutes_are_enough),
        cmocka_unit_test(safe_mode_knows_where_monitoring_looks),
        cmocka_unit_test(seldom_or_clean_ends_are_nothing),
        cmocka_unit_test(another_start_of_the_machine_begins_anew),
        cmocka_unit_test(damage_is_a_new_beginning),
    };
    return cmocka_run_group_tests_name("kiosk_safe", tests, set_up, tear_down);
}

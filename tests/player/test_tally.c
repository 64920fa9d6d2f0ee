// SPDX-License-Identifier: MIT
#include "player/tally.h"

#include "check.h"
#include "program/day.h"
#include "progress/past.h"
#include "store/history.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* What the program takes for the clock on the wall: noon of a Wednesday in UTC, and in no zone does
 * midnight come by itself. */
enum { NOON = 1793793600, DAY = 24 * 60 * 60 };
static time_t wall = NOON;

time_t time(time_t *out)
{
    if (out != NULL)
        *out = wall;
    return wall;
}

static char folder[64], path[96];
static sqlite3 *other;

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-tally-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/history.db", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    char journal[sizeof path + 10];
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(journal);
    unlink(path);
    return rmdir(folder);
}

static void look_until(struct tally *tally)
{
    while (!tally_look(tally))
        usleep(1000);
}

static void read_anew(struct tally *tally)
{
    tally_ask(tally);
    look_until(tally);
}

/* Another program uses the file, and does not let go. */
static void lock_out(void)
{
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
}

static void let_in(void)
{
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
}

static bool has_ticked(const struct tally *tally, enum checklist_item item)
{
    return tally->progress.week.lines[item].ticked;
}

static size_t kept(void)
{
    struct arena arena;
    struct records records = {.tick_count = 0};
    char why[HISTORY_WHY];
    enum history_state state;
    arena_init(&arena);
    struct history *history = history_open_to_read(path, &state, why);
    assert_true(history_read(history, &arena, INT64_MIN, &records, why));
    history_close(history);
    arena_finish(&arena);
    return records.tick_count;
}

static void what_is_ticked_is_kept(void **state)
{
    (void)state;
    struct tally tally;
    tally_init(&tally, path, NULL, NULL, NULL);
    assert_false(tally.known);
    read_anew(&tally);
    assert_true(tally.known);
    tally_tick(&tally, CHECKLIST_WATER);
    assert_true(has_ticked(&tally, CHECKLIST_WATER));
    tally_look(&tally);
    look_until(&tally);
    assert_int_equal(kept(), 1);
    tally_tick(&tally, CHECKLIST_STRENGTH); /* at the end */
    tally_finish(&tally);
    assert_int_equal(kept(), 2);
}

/* What was known stays on the screen, what was ticked is tried again. */
static void a_locked_file_loses_nothing(void **state)
{
    (void)state;
    struct tally tally;
    tally_init(&tally, path, NULL, NULL, NULL);
    tally_tick(&tally, CHECKLIST_WATER);
    tally_look(&tally);
    look_until(&tally);
    lock_out();
    read_anew(&tally);
    assert_true(tally.known);
    assert_true(has_ticked(&tally, CHECKLIST_WATER));
    tally_tick(&tally, CHECKLIST_STRENGTH);
    tally_look(&tally);
    look_until(&tally);
    assert_true(has_ticked(&tally, CHECKLIST_STRENGTH));
    tally_look(&tally);
    assert_null(tally.job); /* not over and over */
    let_in();
    assert_int_equal(kept(), 1);
    read_anew(&tally);
    assert_int_equal(kept(), 2);
    assert_true(has_ticked(&tally, CHECKLIST_STRENGTH));
    tally_finish(&tally);
}

/* In a week of which only the roller is left. */
static void what_is_at_hand_counts_at_once(void **state)
{
    (void)state;
    static struct past past;
    struct tally tally;
    past_begin(&past);
    for (int item = CHECKLIST_MOBILITY; item <= CHECKLIST_WORKSPACE; item++)
        for (int day = 0; day < 7; day++)
            past_day(&past, checklist_monday(day_today()) + day, checklist_table[item].word,
                     checklist_table[item].a_day);
    tally_init(&tally, NULL, NULL, NULL, NULL);
    tally.records = past.records;
    tally_have(&tally, NULL);
    assert_true(tally.progress.suggests);
    assert_int_equal(tally.progress.suggestion.item, CHECKLIST_RELEASE);
    assert_false(tally.progress.suggestion.without);
    tally_have(&tally, "mat, ball");
    assert_true(tally.progress.suggestion.without);
    tally_have(&tally, "mat, foam-roller");
    assert_false(tally.progress.suggestion.without);
    tally_finish(&tally);
}

/* What was ticked stays with its day, also when that is over before it could be kept. */
static void a_day_ends_and_begins_without_its_ticks(void **state)
{
    (void)state;
    struct tally tally;
    tally_init(&tally, path, NULL, NULL, NULL);
    read_anew(&tally);
    tally_tick(&tally, CHECKLIST_WATER);
    wall += DAY;
    look_until(&tally);
    assert_false(has_ticked(&tally, CHECKLIST_WATER));
    tally_tick(&tally, CHECKLIST_WATER);
    assert_true(has_ticked(&tally, CHECKLIST_WATER));
    tally_finish(&tally);
    assert_int_equal(kept(), 2);
    wall = NOON;
}

static void it_is_looked_at_when_the_day_ends(void **state)
{
    (void)state;
    struct tally tally;
    tally_init(&tally, NULL, NULL, NULL, NULL);
    assert_true(tally_next(&tally) == TICK_NEVER);
    tally_finish(&tally);
    tally_init(&tally, path, NULL, NULL, NULL);
    assert_true(tally_next(&tally) == TICK_H);
    wall += 12 * 60 * 60 - 10;
    assert_true(tally_next(&tally) == 10 * TICK_S);
    assert_false(tally_look(&tally));
    wall += 10;
    assert_true(tally_look(&tally));
    tally_finish(&tally);
    wall = NOON;
}

static void what_cannot_be_read_is_not_known(void **state)
{
    (void)state;
    struct tally tally;
    lock_out();
    tally_init(&tally, path, NULL, NULL, NULL);
    read_anew(&tally);
    assert_false(tally.known);
    tally_finish(&tally);
    let_in();
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
    tzset();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_ticked_is_kept, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_locked_file_loses_nothing, make_folder, remove_folder),
        cmocka_unit_test(what_is_at_hand_counts_at_once),
        cmocka_unit_test_setup_teardown(a_day_ends_and_begins_without_its_ticks, make_folder,
                                        remove_folder),
        cmocka_unit_test(it_is_looked_at_when_the_day_ends),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_not_known, make_folder,
                                        remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "diary_pages.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char why[HISTORY_WHY];

static void keep_ticks(struct history *history)
{
    for (size_t i = 0; i < sample_records.tick_count; i++)
        assert_true(history_tick(history, &sample_records.ticks[i], true, why));
}

static void same_ticks(const struct records *records)
{
    assert_int_equal(records->tick_count, sample_records.tick_count);
    for (size_t i = 0; i < records->tick_count; i++) {
        assert_int_equal(records->ticks[i].day, sample_records.ticks[i].day);
        assert_string_equal(records->ticks[i].item, sample_records.ticks[i].item);
    }
}

static void what_is_kept_is_read(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    int64_t last = 0;
    for (size_t i = 0; i < sample_count; i++) {
        int64_t id = keep_by_steps(history, &samples[i]);
        assert_true(id > last);
        last = id;
    }
    keep_ticks(history);
    struct records here;
    assert_true(history_read(history, &arena, INT64_MIN, &here, why));
    struct records there = read_all(&arena);
    history_close(history);
    assert_int_equal(here.session_count, sample_count);
    assert_int_equal(there.session_count, sample_count);
    for (size_t i = 0; i < sample_count; i++) {
        same_record(&here.sessions[i], &samples[i]);
        same_record(&there.sessions[i], &samples[i]);
    }
    same_ticks(&there);
    /* Texts that come again are there once. */
    assert_ptr_equal(there.sessions[0].counts_as.items[1],
                     there.sessions[0].steps[0].counts_as.items[0]);
    assert_ptr_equal(there.ticks[0].item, there.ticks[2].item);
    arena_finish(&arena);
}

static void each_call_is_on_the_disk_at_once(void **state)
{
    (void)state;
    const struct record *sample = &samples[0];
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    struct record beginning = *sample;
    beginning.end = RECORD_OPEN;
    int64_t id = begin_fine(history, &beginning);
    assert_int_equal(read_all(&arena).sessions[0].end, RECORD_OPEN);
    for (size_t i = 0; i < sample->step_count; i++) {
        assert_true(history_step(history, id, &sample->steps[i], 10 + (tick)i, 20 + (tick)i, why));
        struct records records = read_all(&arena);
        assert_int_equal(records.sessions[0].step_count, i + 1);
        same_step(&records.sessions[0].steps[i], &sample->steps[i]);
        assert_int_equal(records.sessions[0].worked, 10 + i);
        assert_int_equal(records.sessions[0].lasted, 20 + i);
    }
    assert_true(history_comfort(history, id, 4, RECORD_UNSAID, why));
    assert_int_equal(read_all(&arena).sessions[0].before, 4);
    assert_int_equal(read_all(&arena).sessions[0].after, RECORD_UNSAID);
    assert_true(history_end(history, id, RECORD_LEFT, 7, 8, 9, why));
    assert_int_equal(read_all(&arena).sessions[0].left_at, 7);
    history_close(history);
    arena_finish(&arena);
}

static void a_tick_is_there_or_not(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    const struct record_tick water = {20393, "water"}, earlier = {20392, "water"};
    assert_true(history_tick(history, &water, false, why));
    assert_true(history_tick(history, &water, true, why));
    assert_true(history_tick(history, &water, true, why));
    assert_true(history_tick(history, &earlier, true, why));
    assert_int_equal(read_all(&arena).tick_count, 2);
    assert_true(history_tick(history, &water, false, why));
    struct records records = read_all(&arena);
    assert_int_equal(records.tick_count, 1);
    assert_int_equal(records.ticks[0].day, 20392);
    history_close(history);
    arena_finish(&arena);
}

static void reading_begins_on_a_day(void **state)
{
    (void)state;
    /* Days on the wall there, not in UTC. */
    static const struct {
        int64_t since;
        size_t sessions, ticks;
    } table[] = {
        {INT64_MIN, 4, 3}, {INT64_MIN + 1, 4, 3}, {0, 4, 2},         {20392, 4, 2},
        {20393, 3, 2},     {20394, 0, 0},         {INT64_MAX, 0, 0},
    };
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    size_t added;
    assert_true(history_import(history, &sample_records, &added, why));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct records records;
        assert_true(history_read(history, &arena, table[i].since, &records, why));
        assert_int_equal(records.session_count, table[i].sessions);
        assert_int_equal(records.tick_count, table[i].ticks);
        for (size_t k = 0; k < records.session_count; k++)
            assert_true(record_day(&records.sessions[k]) >= table[i].since);
    }
    history_close(history);
    arena_finish(&arena);
}

static void an_import_adds_what_is_missing(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    keep_by_steps(history, &samples[2]);
    assert_true(history_tick(history, &sample_records.ticks[0], true, why));
    size_t added;
    assert_true(history_import(history, &sample_records, &added, why));
    assert_int_equal(added, sample_count - 1 + 2);
    assert_true(history_import(history, &sample_records, &added, why));
    assert_int_equal(added, 0);
    struct records records = read_all(&arena);
    assert_int_equal(records.session_count, sample_count);
    same_ticks(&records);
    history_close(history);
    arena_finish(&arena);
}

/* Two players began the same in the same second: both come back. */
static void an_import_keeps_twins(void **state)
{
    (void)state;
    struct record twins[] = {samples[0], samples[0]};
    const struct records records = {.sessions = twins, .session_count = 2};
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    size_t added;
    assert_true(history_import(history, &records, &added, why));
    assert_int_equal(added, 2);
    assert_true(history_import(history, &records, &added, why));
    assert_int_equal(added, 0);
    assert_int_equal(read_all(&arena).session_count, 2);
    history_close(history);
    arena_finish(&arena);
}

/* All or nothing, and a message. */
static void what_makes_no_sense_is_not_kept(void **state)
{
    (void)state;
    const struct record good = samples[0];
    struct record bad[8];
    for (size_t i = 0; i < 8; i++)
        bad[i] = good;
    bad[0].begun = INT64_MAX;
    bad[1].offset = 90000;
    bad[2].lasted = -1;
    bad[3].planned = -1;
    bad[4].worked = INT64_MIN;
    bad[5].left_at = -1;
    bad[6].before = 11;
    bad[7].after = -2;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    for (size_t i = 0; i < 8; i++) {
        struct record both[] = {samples[1], bad[i]};
        const struct records records = {.sessions = both, .session_count = 2};
        size_t added = 9;
        int64_t id = 9;
        why[0] = '\0';
        assert_false(history_import(history, &records, &added, why));
        assert_string_equal(why, "what is to be kept makes no sense");
        assert_int_equal(added, 0);
        assert_false(history_begin(history, &bad[i], &id, why));
        assert_int_equal(id, 0);
        assert_int_equal(read_all(&arena).session_count, 0);
    }
    history_close(history);
    arena_finish(&arena);
}

static void forgotten_sessions_take_nothing_more(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    int64_t id = begin_fine(history, &samples[0]);
    size_t gone;
    assert_int_equal(forget(history, FORGET_SESSION, id, &gone), HISTORY_FORGOTTEN);
    assert_int_equal(gone, 1);
    why[0] = '\0';
    assert_false(history_step(history, id, &samples[0].steps[0], 1, 1, why));
    assert_string_equal(why, "the session was forgotten meanwhile");
    assert_false(history_comfort(history, id, 1, 1, why));
    assert_false(history_end(history, id, RECORD_FINISHED, 0, 1, 1, why));
    assert_int_equal(read_all(&arena).session_count, 0);
    int64_t next = begin_fine(history, &samples[0]);
    assert_true(next > id);
    history_close(history);
    arena_finish(&arena);
}

/* A session runs while all is forgotten, and another begins: what is done in the first is not
 * written down as the other's. Once none runs, numbers begin anew. */
static void no_number_is_given_to_two_that_run(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    struct record beginning = samples[0];
    beginning.end = RECORD_OPEN;
    keep_by_steps(history, &samples[2]);
    int64_t id = begin_fine(history, &beginning);
    size_t gone;
    assert_int_equal(forget(history, FORGET_EVERYTHING, 0, &gone), HISTORY_FORGOTTEN);
    assert_int_equal(gone, 2);
    int64_t other = begin_fine(history, &samples[2]);
    assert_int_not_equal(other, id);
    assert_false(history_step(history, id, &samples[0].steps[0], 1, 1, why));
    assert_int_equal(read_all(&arena).sessions[0].step_count, 0);
    assert_int_equal(forget(history, FORGET_EVERYTHING, 0, &gone), HISTORY_FORGOTTEN);
    assert_int_equal(begin_fine(history, &samples[2]), 1);
    history_close(history);
    arena_finish(&arena);
}

static bool file_has(const char *file, const char *text)
{
    char command[400];
    snprintf(command, sizeof command, "grep -qaF -- '%s' '%s'", text, file);
    return system(command) == 0;
}

/* What a session says is in the file before, and in none of its bytes afterwards. */
static void forgotten_is_gone(void **state)
{
    (void)state;
    static const char *const traces[] = {"SECRET-TITLE", "SECRET-STEP", "secret-routine"};
    enum { WAYS = 3, AROUND = 40, STEPS = 300 };
    for (int way = 0; way < WAYS; way++) {
        struct history *history = open_fine();
        struct record secret = samples[0];
        struct record_step steps[STEPS];
        for (size_t i = 0; i < STEPS; i++)
            steps[i] = (struct record_step){"e", "SECRET-STEP", {0}, true, 1};
        secret.title = "SECRET-TITLE", secret.routine = "secret-routine";
        secret.steps = steps, secret.step_count = STEPS;
        int64_t id = 0;
        for (int i = 0; i < AROUND; i++) {
            struct record other = samples[i % (int)sample_count];
            other.begun += (i - AROUND / 2) * (int64_t)CIVIL_DAY_S;
            if (i == AROUND / 2)
                id = keep_by_steps(history, &secret);
            keep_by_steps(history, &other);
        }
        struct stat before, after;
        assert_int_equal(stat(path, &before), 0);
        for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
            assert_true(file_has(path, traces[i]));
        size_t gone = 0;
        const struct history_wish wish = {.what = way,
                                          .which = way == 0 ? id : record_day(&secret)};
        assert_int_equal(history_forget(history, &wish, &gone, why), HISTORY_FORGOTTEN);
        assert_int_equal(gone, way == 0 ? 1 : way == 1 ? 3 : AROUND + 1);
        assert_int_equal(stat(path, &after), 0);
        assert_true(after.st_size < before.st_size);
        for (size_t i = 0; i < sizeof traces / sizeof *traces; i++) {
            assert_false(file_has(path, traces[i]));
            assert_false(file_has(in_folder("share/unknot/history.db-journal"), traces[i]));
        }
        history_close(history);
        shell("rm -r share");
    }
}

static void forgetting_everything_takes_what_was_moved_aside(void **state)
{
    (void)state;
    struct history *history = open_fine();
    shell("cd share/unknot && touch history.db.broken-2026-01-01 history.db.broken-2026-01-01-2"
          " history.db.broken-2026-01-01-journal mine.broken-2026");
    size_t gone;
    assert_int_equal(forget(history, FORGET_EVERYTHING, 0, &gone), HISTORY_FORGOTTEN);
    shell("cd share/unknot && ! ls | grep history.db.broken && test -e mine.broken-2026");
    history_close(history);
}

static int64_t number_in_file(const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *row;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(db);
    return number;
}

static void a_kiosk_counts(void **state)
{
    (void)state;
    struct history *history = open_fine();
    for (int i = 0; i < 5; i++)
        assert_true(history_count(history, 20393, "posture-break", i < 3, why));
    assert_true(history_count(history, 20394, "posture-break", true, why));
    assert_int_equal(number_in_file("SELECT count(*) FROM counts"), 3);
    assert_int_equal(number_in_file("SELECT sessions FROM counts WHERE day = 20393 AND finished"),
                     3);
    assert_int_equal(number_in_file("SELECT count(*) FROM sessions"), 0);
    size_t sessions, finished, gone;
    assert_true(history_counted(history, &sessions, &finished, why));
    assert_int_equal(sessions, 6);
    assert_int_equal(finished, 4);
    struct arena arena;
    arena_init(&arena);
    struct records records = read_all(&arena);
    assert_int_equal(records.count_count, 2);
    assert_int_equal(records.counts[0].day, 20393);
    assert_string_equal(records.counts[0].routine, "posture-break");
    assert_int_equal(records.counts[0].sessions, 5);
    assert_int_equal(records.counts[0].finished, 3);
    assert_int_equal(records.counts[1].sessions, 1);
    assert_true(history_read(history, &arena, 20394, &records, why));
    assert_int_equal(records.count_count, 1);
    arena_finish(&arena);
    assert_int_equal(forget(history, FORGET_EVERYTHING, 0, &gone), HISTORY_FORGOTTEN);
    assert_int_equal(gone, 0);
    assert_int_equal(number_in_file("SELECT count(*) FROM counts"), 0);
    assert_true(history_counted(history, &sessions, &finished, why));
    assert_int_equal(sessions + finished, 0);
    history_close(history);
}

static void none_keeps_nothing_and_is_content(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = history_none();
    struct records records;
    int64_t id = 7;
    size_t number = 7;
    assert_true(history_begin(history, &samples[0], &id, why));
    assert_true(history_step(history, id, &samples[0].steps[0], 1, 1, why));
    assert_true(history_comfort(history, id, 1, 1, why));
    assert_true(history_end(history, id, RECORD_LEFT, 1, 1, 1, why));
    assert_true(history_tick(history, &sample_records.ticks[0], true, why));
    assert_true(history_count(history, 1, "x", true, why));
    assert_true(history_read(history, &arena, 0, &records, why));
    assert_int_equal(records.session_count + records.tick_count, 0);
    assert_true(history_import(history, &sample_records, &number, why));
    assert_int_equal(number, 0);
    for (int what = FORGET_SESSION; what <= FORGET_EVERYTHING; what++)
        assert_int_equal(forget(history, what, 1, &number), HISTORY_FORGOTTEN);
    assert_int_equal(number, 0);
    history_close(history);
    history_close(NULL);
    arena_finish(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)
    const struct CMUnitTest tests[] = {
        TEST(what_is_kept_is_read),
        TEST(each_call_is_on_the_disk_at_once),
        TEST(a_tick_is_there_or_not),
        TEST(reading_begins_on_a_day),
        TEST(an_import_adds_what_is_missing),
        TEST(an_import_keeps_twins),
        TEST(what_makes_no_sense_is_not_kept),
        TEST(forgotten_sessions_take_nothing_more),
        TEST(no_number_is_given_to_two_that_run),
        TEST(forgotten_is_gone),
        TEST(forgetting_everything_takes_what_was_moved_aside),
        TEST(a_kiosk_counts),
        TEST(none_keeps_nothing_and_is_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

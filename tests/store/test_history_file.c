// SPDX-License-Identifier: MIT
/* What stands where the history should be. */
#include "diary_pages.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char why[HISTORY_WHY];
static enum history_state found;

static void make_from(const char *name)
{
    struct arena arena;
    arena_init(&arena);
    size_t length;
    shell("rm -rf share && mkdir -p share/unknot");
    run_sql(path, bytes_of(&arena, name, &length));
    arena_finish(&arena);
}

/* Everything that SQLite says of its tables, as text. */
static const char *schema_of(struct arena *arena)
{
    sqlite3 *db;
    sqlite3_stmt *row;
    char *text = arena_copy(arena, "", 0);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    static const char sql[] =
        "SELECT 'version ' || user_version FROM pragma_user_version UNION ALL"
        " SELECT * FROM (SELECT name || ': ' || sql FROM sqlite_schema WHERE sql NOT NULL"
        " ORDER BY name)";
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &row, NULL), SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW)
        text = arena_format(arena, "%s%s\n", text, (const char *)sqlite3_column_text(row, 0));
    sqlite3_finalize(row);
    sqlite3_close(db);
    return text;
}

struct old_file {
    const char *name;
    bool full, has_comfort, has_counts;
};
static const struct old_file old_files[] = {
    {"tests/store/old/version-1-empty.sql", false, false, false},
    {"tests/store/old/version-1.sql", true, false, false},
    {"tests/store/old/version-2.sql", true, true, true},
};
enum { OLD_FILES = sizeof old_files / sizeof *old_files };

static void has_all_of(const struct old_file *file, const struct records *records)
{
    assert_int_equal(records->session_count, file->full ? sample_count : 0);
    assert_int_equal(records->tick_count, file->full ? sample_records.tick_count : 0);
    for (size_t i = 0; i < records->session_count; i++) {
        struct record expected = samples[i];
        if (!file->has_comfort)
            expected.before = expected.after = RECORD_UNSAID;
        same_record(&records->sessions[i], &expected);
    }
}

static void old_files_are_brought_up_to_date(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    history_close(open_fine());
    const char *schema = schema_of(&arena);
    for (int i = 0; i < OLD_FILES; i++) {
        make_from(old_files[i].name);
        history_close(open_fine());
        struct records records = read_all(&arena);
        has_all_of(&old_files[i], &records);
        assert_string_equal(schema_of(&arena), schema);
        assert_true(is_sound(path));
        struct history *history = open_fine();
        int64_t id = keep_by_steps(history, &samples[0]);
        assert_int_equal(id, old_files[i].full ? sample_count + 1 : 1);
        history_close(history);
    }
    arena_finish(&arena);
}

static void old_files_are_read_as_they_are(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int i = 0; i < OLD_FILES; i++) {
        make_from(old_files[i].name);
        size_t before, after;
        const char *bytes = bytes_of(&arena, path, &before);
        struct records records = read_all(&arena);
        has_all_of(&old_files[i], &records);
        assert_memory_equal(bytes_of(&arena, path, &after), bytes, before);
        assert_int_equal(after, before);
    }
    shell("test \"$(ls share/unknot)\" = history.db");
    arena_finish(&arena);
}

static void a_newer_file_is_left_alone(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    history_close(open_fine());
    run_sql(path, "CREATE TABLE moods (mood TEXT); PRAGMA user_version = 3");
    size_t before, after;
    const char *bytes = bytes_of(&arena, path, &before);
    for (int reads = 0; reads < 2; reads++) {
        struct history *history = (reads ? history_open_to_read : history_open)(path, &found, why);
        assert_int_equal(found, HISTORY_NEWER);
        assert_string_equal(why, "it was made by a newer unknot, and is left as it is");
        int64_t id;
        assert_true(history_begin(history, &samples[0], &id, why));
        history_close(history);
        assert_memory_equal(bytes_of(&arena, path, &after), bytes, before);
        assert_int_equal(after, before);
    }
    arena_finish(&arena);
}

static void it_is_made_for_this_user_alone(void **state)
{
    (void)state;
    struct stat status;
    mode_t before = umask(0);
    struct history *history = open_fine();
    keep_by_steps(history, &samples[0]);
    static const struct {
        const char *name;
        mode_t mode;
    } table[] = {{"share", 0700},
                 {"share/unknot", 0700},
                 {"share/unknot/history.db", 0600},
                 {"share/unknot/history.db-journal", 0600}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_int_equal(stat(in_folder(table[i].name), &status), 0);
        assert_int_equal(status.st_mode & 0777, table[i].mode);
    }
    history_close(history);
    umask(before);
}

static void reading_makes_nothing(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct records records = read_all(&arena);
    assert_int_equal(records.session_count, 0);
    shell("test ! -e share");
    history_close(open_fine());
    struct history *history = history_open_to_read(path, &found, why);
    int64_t id;
    assert_false(history_begin(history, &samples[0], &id, why));
    assert_string_equal(why, "it cannot be written to");
    history_close(history);
    arena_finish(&arena);
}

static void other_things_are_no_history(void **state)
{
    (void)state;
    static const struct {
        const char *make, *reads, *opens; /* NULL: fine */
    } table[] = {
        {"mkdir -p share/unknot/history.db", "it is a directory", "it is a directory"},
        {"mkdir -p share/unknot && mkfifo share/unknot/history.db", "it is not a regular file",
         "it is not a regular file"},
        {"mkdir -p share/unknot && ln -s /dev/zero share/unknot/history.db",
         "it is not a regular file", "it is not a regular file"},
        {"touch share", "it cannot be looked at: Not a directory",
         "it cannot be looked at: Not a directory"},
        {"mkdir -p share/unknot && ln -s history.db share/unknot/history.db",
         "it cannot be looked at: Too many levels of symbolic links",
         "it cannot be looked at: Too many levels of symbolic links"},
        {"mkdir -p share/unknot && ln -s /nowhere/at/all share/unknot/history.db", NULL,
         "it cannot be opened: No such file or directory"},
        {"mkdir -p share/unknot elsewhere && touch elsewhere/my.db && "
         "ln -s ../../elsewhere/my.db share/unknot/history.db",
         NULL, NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        shell("rm -rf share elsewhere && %s", table[i].make);
        history_close(history_open_to_read(path, &found, why));
        assert_int_equal(found, table[i].reads != NULL ? HISTORY_UNUSABLE : HISTORY_FINE);
        if (table[i].reads != NULL)
            assert_string_equal(why, table[i].reads);
        history_close(history_open(path, &found, why));
        assert_int_equal(found, table[i].opens != NULL ? HISTORY_UNUSABLE : HISTORY_FINE);
        if (table[i].opens != NULL)
            assert_string_equal(why, table[i].opens);
    }
}

/* In a process of its own, for which the modes of files count. The result is that of `test`. */
static int as_somebody(int (*test)(void))
{
    shell("chmod 555 ."); /* it is this user's own where nobody else can be had */
    pid_t child = fork();
    if (child == 0)
        _exit(geteuid() == 0 && setuid(65534) != 0 ? 99 : test());
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    shell("chmod 755 .");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

static int look_at_read_only(void)
{
    struct arena arena;
    struct records records;
    arena_init(&arena);
    int64_t id;
    struct history *history = history_open(path, &found, why);
    int result = found != HISTORY_READONLY                                      ? 1
                 : strcmp(why, "it cannot be written to: nothing is kept") != 0 ? 2
                 : !history_read(history, &arena, INT64_MIN, &records, why)     ? 3
                 : records.session_count != sample_count                        ? 4
                 : history_begin(history, &samples[0], &id, why)                ? 5
                 : strcmp(why, "it cannot be written to") != 0                  ? 6
                                                                                : 0;
    history_close(history);
    history = history_open_to_read(path, &found, why);
    if (result == 0 &&
        (found != HISTORY_FINE || !history_read(history, &arena, INT64_MIN, &records, why) ||
         records.session_count != sample_count))
        result = 7;
    history_close(history);
    arena_finish(&arena);
    return result;
}

static void what_is_read_only_is_read(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "chmod 755 share share/unknot && chmod 444 share/unknot/history.db",
        "chmod 444 share/unknot/history.db && chmod 555 share share/unknot",
        "chmod 666 share/unknot/history.db && chmod 555 share share/unknot",
        "chmod 777 share share/unknot && chmod 444 share/unknot/history.db",
    };
    for (int version = 1; version < OLD_FILES; version++)
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            make_from(old_files[version].name);
            shell("%s", ways[i]);
            assert_int_equal(as_somebody(look_at_read_only), 0);
            shell("chmod -R u+w share && test ! -e share/unknot/history.db-journal");
        }
}

static int look_at_closed(void)
{
    history_close(history_open(path, &found, why));
    if (found != HISTORY_UNUSABLE)
        return 1;
    if (strstr(why, "Permission denied") == NULL)
        return fprintf(stderr, "%s\n", why), 2;
    history_close(history_open_to_read(path, &found, why));
    return 0;
}

static void where_nothing_can_be_made_nothing_is(void **state)
{
    (void)state;
    assert_int_equal(as_somebody(look_at_closed), 0);
    history_close(open_fine());
    shell("chmod 000 share/unknot/history.db && chmod 755 share share/unknot");
    assert_int_equal(as_somebody(look_at_closed), 0);
    shell("chmod 600 share/unknot/history.db && chmod 000 share/unknot");
    assert_int_equal(as_somebody(look_at_closed), 0);
    shell("chmod 700 share/unknot");
}

/* Two seconds are waited for each. */
static void a_locked_file_is_waited_for_and_left(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    int64_t id = begin_fine(history, &samples[0]);
    sqlite3 *other;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(history_step(history, id, &samples[0].steps[0], 1, 1, why));
    assert_string_equal(why, "another program uses it and does not let go");
    struct history *late = history_open(path, &found, why);
    assert_int_equal(found, HISTORY_UNUSABLE);
    assert_string_equal(why, "another program uses it and does not let go");
    history_close(late);
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    assert_true(history_step(history, id, &samples[0].steps[0], 1, 1, why));
    assert_int_equal(read_all(&arena).sessions[0].step_count, 1);
    history_close(history);
    arena_finish(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)
    const struct CMUnitTest tests[] = {
        TEST(old_files_are_brought_up_to_date),
        TEST(old_files_are_read_as_they_are),
        TEST(a_newer_file_is_left_alone),
        TEST(it_is_made_for_this_user_alone),
        TEST(reading_makes_nothing),
        TEST(other_things_are_no_history),
        TEST(what_is_read_only_is_read),
        TEST(where_nothing_can_be_made_nothing_is),
        TEST(a_locked_file_is_waited_for_and_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

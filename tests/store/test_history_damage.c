// SPDX-License-Identifier: MIT
/* A damaged file is as it was or moved aside: never a crash, never lost without a word. */
#include "diary_pages.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SESSIONS = 60 };

/* What is true of the sound file. */
struct sound {
    struct arena arena;
    const char *bytes;
    size_t length, sessions, steps;
};

static size_t steps_in(const struct records *records)
{
    size_t steps = 0;
    for (size_t i = 0; i < records->session_count; i++)
        steps += records->sessions[i].step_count;
    return steps;
}

static void make_sound_file(struct sound *sound)
{
    char why[HISTORY_WHY];
    size_t added;
    struct history *history = open_fine();
    for (int i = 0; i < SESSIONS; i++) {
        struct record record = samples[i % (int)sample_count];
        record.begun -= i * (int64_t)CIVIL_DAY_S;
        const struct records one = {.sessions = &record, .session_count = 1};
        assert_true(history_import(history, &one, &added, why));
    }
    assert_true(history_count(history, 1, "x", true, why));
    history_close(history);
    arena_init(&sound->arena);
    struct records records = read_all(&sound->arena);
    sound->sessions = records.session_count;
    sound->steps = steps_in(&records);
    sound->bytes = bytes_of(&sound->arena, path, &sound->length);
}

static void write_file(const char *file, const char *bytes, size_t length)
{
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, length, out), length);
    assert_int_equal(fclose(out), 0);
}

static void has_bytes(const char *file, const char *bytes, size_t length)
{
    struct arena arena;
    arena_init(&arena);
    size_t there;
    const char *found = bytes_of(&arena, file, &there);
    assert_int_equal(there, length);
    assert_memory_equal(found, bytes, length);
    arena_finish(&arena);
}

/* The only file that was moved aside, which is removed; or false. */
static bool take_moved(const char *bytes, size_t length)
{
    glob_t names;
    if (glob(in_folder("share/unknot/history.db.broken-*"), 0, NULL, &names) != 0)
        return false;
    assert_int_equal(names.gl_pathc, 1);
    has_bytes(names.gl_pathv[0], bytes, length);
    unlink(names.gl_pathv[0]);
    globfree(&names);
    return true;
}

static void has_rows(struct history *history, const struct sound *sound)
{
    char why[HISTORY_WHY] = "";
    struct arena arena;
    struct records records;
    arena_init(&arena);
    if (!history_read(history, &arena, INT64_MIN, &records, why))
        fail_msg("%s", why);
    assert_int_equal(records.session_count, sound->sessions);
    assert_int_equal(steps_in(&records), sound->steps);
    arena_finish(&arena);
}

/* The file with these bytes is opened. Returns what became of it; where it is fine, it has the rows
 * of `sound`, unless that is NULL. */
static enum history_state open_damaged(const struct sound *sound, const char *bytes, size_t length)
{
    enum history_state state;
    char why[HISTORY_WHY] = "";
    write_file(path, bytes, length);
    struct history *history = history_open_to_read(path, &state, why);
    if (state == HISTORY_FINE && length > 1 && sound != NULL)
        has_rows(history, sound);
    else if (state != HISTORY_FINE)
        assert_true(why[0] != '\0');
    history_close(history);
    has_bytes(path, bytes, length);

    why[0] = '\0';
    history = history_open(path, &state, why);
    assert_true(state != HISTORY_FINE || why[0] == '\0');
    if (state == HISTORY_FINE && length > 1 && sound != NULL)
        has_rows(history, sound);
    assert_int_equal(take_moved(bytes, length), state == HISTORY_MOVED);
    if (state == HISTORY_NEWER || state == HISTORY_UNUSABLE)
        has_bytes(path, bytes, length);
    if (state != HISTORY_FINE)
        assert_true(why[0] != '\0');
    if (state == HISTORY_FINE || state == HISTORY_MOVED)
        begin_fine(history, &samples[0]);
    history_close(history);
    return state;
}

static void any_bit_may_flip(void **state)
{
    (void)state;
    struct sound sound;
    make_sound_file(&sound);
    char *bytes = arena_copy(&sound.arena, sound.bytes, sound.length);
    size_t became[HISTORY_UNUSABLE + 1] = {0};
    /* All of the header and of the beginning of the first page, then here and there. */
    for (size_t at = 0; at < sound.length; at += at < 112 ? 1 : 97) {
        char flip = (char)(1 << (at % 8));
        bytes[at] ^= flip;
        became[open_damaged(&sound, bytes, sound.length)]++;
        bytes[at] ^= flip;
    }
    assert_true(became[HISTORY_MOVED] > 20);
    assert_true(became[HISTORY_FINE] > 20);
    assert_int_equal(became[HISTORY_UNUSABLE], 0);
    assert_in_range(became[HISTORY_NEWER], 1, 8);
    arena_finish(&sound.arena);
}

static void any_page_may_be_lost(void **state)
{
    (void)state;
    enum { PAGE = 4096 };
    struct sound sound;
    make_sound_file(&sound);
    for (size_t page = 0; page < sound.length; page += PAGE)
        for (int fill = -1; fill <= 1; fill++) {
            char *bytes = arena_copy(&sound.arena, sound.bytes, sound.length);
            if (fill == 1) /* what was meant for elsewhere */
                memcpy(bytes + page, sound.bytes + (page + PAGE) % sound.length, PAGE);
            else
                memset(bytes + page, fill, PAGE);
            /* A page that makes sense there cannot be told from the one that should be there. */
            const struct sound *expected = fill == 1 ? NULL : &sound;
            enum history_state became = open_damaged(expected, bytes, sound.length);
            assert_true(became == HISTORY_MOVED || became == HISTORY_FINE);
            assert_true(page > 0 || became == HISTORY_MOVED);
        }
    arena_finish(&sound.arena);
}

static void any_end_may_be_missing(void **state)
{
    (void)state;
    struct sound sound;
    make_sound_file(&sound);
    /* Nothing was in a file of no length; one byte is what SQLite itself may put there. */
    assert_int_equal(open_damaged(&sound, sound.bytes, 0), HISTORY_FINE);
    assert_int_equal(open_damaged(&sound, sound.bytes, 1), HISTORY_FINE);
    for (size_t length = 2; length < sound.length; length += length < 110 ? 3 : 307)
        assert_int_equal(open_damaged(&sound, sound.bytes, length), HISTORY_MOVED);
    arena_finish(&sound.arena);
}

static void other_files_are_moved(void **state)
{
    (void)state;
    shell("mkdir -p share/unknot");
    char noise[20000];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * i * 31 + i / 7);
    assert_int_equal(open_damaged(NULL, noise, sizeof noise), HISTORY_MOVED);
    static const char *const others[] = {
        "CREATE TABLE moods (mood TEXT)",
        "CREATE TABLE sessions (id INTEGER); PRAGMA user_version = 2",
        "CREATE TABLE sessions (id INTEGER); PRAGMA user_version = 1",
        "CREATE TABLE moods (mood TEXT); PRAGMA user_version = -1",
        "PRAGMA encoding = 'UTF-16'; CREATE TABLE moods (mood TEXT)",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct arena arena;
        arena_init(&arena);
        size_t length;
        shell("rm -f other.db");
        run_sql(in_folder("other.db"), others[i]);
        const char *bytes = bytes_of(&arena, in_folder("other.db"), &length);
        assert_int_equal(open_damaged(NULL, bytes, length), HISTORY_MOVED);
        arena_finish(&arena);
    }
}

static void many_may_be_moved_in_a_day(void **state)
{
    (void)state;
    shell("mkdir -p share/unknot");
    for (int i = 0; i < 5; i++) {
        enum history_state became;
        char why[HISTORY_WHY];
        write_file(path, "no history", 10);
        history_close(history_open(path, &became, why));
        assert_int_equal(became, HISTORY_MOVED);
    }
    shell("ls share/unknot | grep -c history.db.broken- | grep -qx 5");
}

/* A journal of a journey that never ended goes where the file goes. */
static void the_journal_goes_along(void **state)
{
    (void)state;
    enum history_state became;
    char why[HISTORY_WHY];
    shell("mkdir -p share/unknot && echo precious >share/unknot/history.db-journal");
    write_file(path, "no history", 10);
    history_close(history_open(path, &became, why));
    assert_int_equal(became, HISTORY_MOVED);
    shell("cd share/unknot && ! grep -q precious history.db-journal");
}

/* Of two programs that find the file damaged at the same moment, one moves it. */
static void two_may_find_it_at_once(void **state)
{
    (void)state;
    enum { TIMES = 15, PROGRAMS = 3 };
    shell("mkdir -p share/unknot");
    for (int i = 0; i < TIMES; i++) {
        struct arena arena;
        arena_init(&arena);
        shell("rm -f share/unknot/*");
        write_file(path, "no history", 10);
        pid_t children[PROGRAMS];
        for (int k = 0; k < PROGRAMS; k++) {
            children[k] = fork();
            if (children[k] != 0)
                continue;
            enum history_state became;
            char why[HISTORY_WHY];
            int64_t id;
            struct history *history = history_open(path, &became, why);
            bool good = (became == HISTORY_FINE || became == HISTORY_MOVED) &&
                        history_begin(history, &samples[k], &id, why);
            history_close(history);
            if (!good)
                fprintf(stderr, "state %d: %s\n", (int)became, why);
            _exit(good ? 0 : 1);
        }
        for (int k = 0; k < PROGRAMS; k++) {
            int status;
            waitpid(children[k], &status, 0);
            assert_int_equal(status, 0);
        }
        assert_true(take_moved("no history", 10));
        assert_int_equal(read_all(&arena).session_count, PROGRAMS);
        arena_finish(&arena);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)
    const struct CMUnitTest tests[] = {
        TEST(any_bit_may_flip),           TEST(any_page_may_be_lost),
        TEST(any_end_may_be_missing),     TEST(other_files_are_moved),
        TEST(many_may_be_moved_in_a_day), TEST(the_journal_goes_along),
        TEST(two_may_find_it_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

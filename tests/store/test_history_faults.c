// SPDX-License-Identifier: MIT
/* Whatever the system refuses, and whenever: what was acknowledged is there afterwards, the file is
 * sound, and what could not be kept was said. */
#include "diary_pages.h"
#include "faults.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STEPS = 4 };

/* What a call said of itself. */
struct said {
    bool opened, begun, steps[STEPS], comfort, end, tick;
    int64_t id;
};

static bool is_said(bool kept, char *why)
{
    if (!kept && why[0] == '\0')
        fail_msg("something failed without a word");
    if (kept && why[0] != '\0')
        fail_msg("kept, but: %s", why);
    why[0] = '\0';
    return kept;
}

static void play(struct said *said)
{
    char why[HISTORY_WHY] = "";
    enum history_state state;
    const struct record_step step = {"e", "Step", {0}, true, TICK_S};
    *said = (struct said){0};
    struct history *history = history_open(path, &state, why);
    assert_true(state != HISTORY_NEWER && state != HISTORY_READONLY && state != HISTORY_MOVED);
    said->opened = is_said(state == HISTORY_FINE, why);
    if (said->opened) {
        said->begun = is_said(history_begin(history, &samples[1], &said->id, why), why);
        for (int i = 0; i < STEPS && said->begun; i++)
            said->steps[i] =
                is_said(history_step(history, said->id, &step, i + 1, i + 1, why), why);
        if (said->begun) {
            said->comfort = is_said(history_comfort(history, said->id, 1, 2, why), why);
            said->end = is_said(history_end(history, said->id, RECORD_FINISHED, 0, 9, 9, why), why);
        }
        said->tick = is_said(history_tick(history, &sample_records.ticks[1], true, why), why);
    }
    history_close(history);
}

/* `before` sessions were there. */
static void has_what_was_said(const struct said *said, size_t before)
{
    struct arena arena;
    arena_init(&arena);
    history_close(open_fine());
    struct records records = read_all(&arena);
    assert_in_range(records.session_count, before + said->begun, before + 1);
    size_t steps = 0;
    for (int i = 0; i < STEPS; i++)
        steps += said->steps[i];
    if (said->begun) {
        const struct record *record = NULL;
        for (size_t i = 0; i < records.session_count; i++)
            if (records.sessions[i].id == said->id)
                record = &records.sessions[i];
        assert_non_null(record);
        assert_in_range(record->step_count, steps, STEPS);
        assert_true(!said->comfort || (record->before == 1 && record->after == 2));
        assert_true(!said->end || (record->end == RECORD_FINISHED && record->worked == 9));
    }
    assert_true(!said->tick || records.tick_count >= 1);
    for (size_t i = 0; i < records.session_count; i++) {
        const struct record *record = &records.sessions[i];
        if (record->id <= (int64_t)before)
            assert_int_equal(record->step_count, samples[record->id - 1].step_count);
    }
    assert_true(is_sound(path));
    arena_finish(&arena);
}

/* Thousands of times: by hand, since a shell takes longer than all the rest. */
static void make_from(const char *name)
{
    static const char *const names[] = {"share/unknot/history.db",
                                        "share/unknot/history.db-journal", "share/unknot", "share"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (remove(in_folder(names[i])) != 0 && errno != ENOENT)
            fail_msg("%s: %s", names[i], strerror(errno));
    if (name == NULL)
        return;
    struct arena arena;
    arena_init(&arena);
    size_t length;
    assert_int_equal(mkdir(in_folder("share"), 0700), 0);
    assert_int_equal(mkdir(in_folder("share/unknot"), 0700), 0);
    run_sql(path, bytes_of(&arena, name, &length));
    arena_finish(&arena);
}

/* The n-th for all n, once and from then on; a new file, and an old one that has to be brought up
 * to date. */
static void fail_everywhere(enum fault_kind kind, size_t least, size_t stride)
{
    static const char *const beginnings[] = {NULL, "tests/store/old/version-1.sql"};
    for (int old = 0; old < 2; old++)
        for (int stays = 0; stays < 2; stays++) {
            size_t n = 1;
            for (bool fired = true; fired; n += stride) {
                struct said said;
                make_from(beginnings[old]);
                faults_arm(kind, n, stays);
                play(&said);
                fired = faults_disarm();
                has_what_was_said(&said, old ? sample_count : 0);
            }
            assert_true(n > least);
        }
}

static void the_nth_call_of_the_system_fails(void **state)
{
    (void)state;
    fail_everywhere(FAULT_SYSTEM, 100, 1);
}

static void the_nth_allocation_fails(void **state)
{
    (void)state;
    fail_everywhere(FAULT_MEMORY, 500, 17);
}

/* A damaged file is moved or left, and nothing of it is gone. */
static void moving_may_fail(void **state)
{
    (void)state;
    bool fired = true;
    for (size_t n = 1; fired; n++) {
        enum history_state became;
        char why[HISTORY_WHY] = "";
        shell("rm -rf share && mkdir -p share/unknot && printf 'no history' "
              ">share/unknot/history.db");
        faults_arm(FAULT_SYSTEM, n, true);
        struct history *history = history_open(path, &became, why);
        fired = faults_disarm();
        history_close(history);
        assert_int_equal(became, fired ? HISTORY_UNUSABLE : HISTORY_MOVED);
        assert_true(why[0] != '\0');
        shell("grep -lq 'no history' share/unknot/history.db*");
        history_close(history_open(path, &became, why));
        assert_true(became == HISTORY_MOVED || became == HISTORY_FINE);
        shell("grep -lq 'no history' share/unknot/history.db.broken-*");
    }
}

/* An import is all there or not at all; what was to be forgotten is gone or said not to be. */
static void an_import_is_whole(void **state)
{
    (void)state;
    bool fired = true;
    for (size_t n = 1; fired; n++) {
        char why[HISTORY_WHY] = "";
        struct arena arena;
        size_t added;
        arena_init(&arena);
        make_from(NULL);
        struct history *history = open_fine();
        faults_arm(FAULT_SYSTEM, n, true);
        bool kept = is_said(history_import(history, &sample_records, &added, why), why);
        fired = faults_disarm();
        history_close(history);
        size_t there = read_all(&arena).session_count;
        assert_true(there == sample_count || (there == 0 && !kept));
        assert_int_equal(added, kept ? sample_count + 3 : 0);
        assert_true(is_sound(path));
        arena_finish(&arena);
    }
}

static void forgetting_is_whole(void **state)
{
    (void)state;
    bool fired = true;
    for (size_t n = 1; fired; n++) {
        char why[HISTORY_WHY] = "";
        struct arena arena;
        size_t gone;
        arena_init(&arena);
        make_from("tests/store/old/version-2.sql");
        struct history *history = open_fine();
        faults_arm(FAULT_SYSTEM, n, true);
        const struct history_wish wish = {.what = FORGET_EVERYTHING};
        bool forgot = is_said(history_forget(history, &wish, &gone, why) == HISTORY_FORGOTTEN, why);
        fired = faults_disarm();
        history_close(history);
        size_t there = read_all(&arena).session_count;
        assert_int_equal(there, gone > 0 ? 0 : there);
        assert_true(there == 0 || !forgot);
        assert_true(there == 0 || there == sample_count);
        assert_true(is_sound(path));
        arena_finish(&arena);
    }
}

static bool is_anywhere(const char *text)
{
    char command[PATH_MAX + 100];
    snprintf(command, sizeof command, "grep -rqaF -- '%s' '%s'", text, in_folder("share"));
    return system(command) == 0;
}

/* In place, and everything fails from the n-th call on, as if the power went: the file is as it
 * was, or as it is to be, or damaged and moved aside; and everything can be forgotten all the same.
 */
static void in_place_the_power_may_go(void **state)
{
    (void)state;
    bool fired = true;
    for (size_t n = 1; fired; n++) {
        char why[HISTORY_WHY] = "";
        enum history_state became;
        struct arena arena;
        size_t gone;
        arena_init(&arena);
        make_from("tests/store/old/version-2.sql");
        struct history *history = open_fine();
        faults_arm(FAULT_SYSTEM, n, true);
        const struct history_wish wish = {.what = FORGET_SESSION, .which = 1, .in_place = true};
        bool forgot = is_said(history_forget(history, &wish, &gone, why) == HISTORY_FORGOTTEN, why);
        history_close(history);
        fired = faults_disarm();
        history = history_open(path, &became, why);
        assert_true(became == HISTORY_FINE || became == HISTORY_MOVED);
        size_t there = read_all(&arena).session_count;
        assert_true(became == HISTORY_MOVED || there == sample_count - 1 ||
                    (there == sample_count && !forgot));
        assert_int_equal(forget(history, FORGET_EVERYTHING, 0, &gone), HISTORY_FORGOTTEN);
        history_close(history);
        assert_false(is_anywhere(samples[0].title));
        arena_finish(&arena);
    }
}

/* Fills it with sessions until it takes no more. The number that was acknowledged. */
static size_t fill_with_sessions(struct history *history, char why[HISTORY_WHY])
{
    size_t kept = 0;
    int64_t id;
    while (history_begin(history, &samples[2], &id, why))
        kept++;
    return kept;
}

/* For the two tests below: exit codes, since one of them runs in a process of its own. */
static int fill_a_disk(void)
{
    char why[HISTORY_WHY] = "";
    enum history_state became;
    struct records records;
    struct arena arena;
    arena_init(&arena);
    struct history *history = history_open(path, &became, why);
    size_t kept = became == HISTORY_FINE ? fill_with_sessions(history, why) : 0;
    int result = kept < 20                                                  ? 1
                 : strstr(why, "the disk is full") == NULL                  ? 2
                 : !history_read(history, &arena, INT64_MIN, &records, why) ? 3
                 : records.session_count != kept                            ? 4
                 : history_begin(history, &samples[2], &(int64_t){0}, why)  ? 5
                                                                            : 0;
    history_close(history);
    history = history_open(path, &became, why);
    if (result == 0 && (became != HISTORY_FINE || !is_sound(path)))
        result = 6;
    history_close(history);
    arena_finish(&arena);
    return result;
}

static void keep_secret(struct history *history, const char *title, int64_t begun, int64_t *id)
{
    struct record record = samples[0];
    record.title = title;
    record.begun = begun;
    *id = begin_fine(history, &record);
}

static void fill_the_rest(void)
{
    shell("head -c 2000000 /dev/zero >share/unknot/filler 2>/dev/null || true");
    shell("! sh -c 'echo more >share/unknot/more' 2>/dev/null");
}

/* There is room for three secrets, and then for nothing at all. */
static void forget_on_a_full_disk(void)
{
    static const char *const titles[] = {"SECRET-OF-A-SESSION", "SECRET-OF-A-DAY", "SECRET-OF-ALL"};
    char why[HISTORY_WHY] = "";
    struct arena arena;
    arena_init(&arena);
    struct history *history = open_fine();
    assert_int_equal(mount("none", in_folder("share/unknot"), "tmpfs", MS_REMOUNT, "size=1m"), 0);
    int64_t ids[3];
    for (int i = 0; i < 3; i++)
        keep_secret(history, titles[i], i * (int64_t)CIVIL_DAY_S, &ids[i]);
    size_t before = read_all(&arena).session_count;
    fill_the_rest();
    for (int what = FORGET_SESSION; what <= FORGET_EVERYTHING; what++) {
        size_t gone;
        struct history_wish wish = {.what = what, .which = what == FORGET_SESSION ? ids[0] : 1};
        assert_true(is_anywhere(titles[what]));
        if (what != FORGET_EVERYTHING) { /* which needs no leave */
            assert_int_equal(history_forget(history, &wish, &gone, why), HISTORY_NO_ROOM);
            assert_string_equal(why, "the disk is full");
            assert_int_equal(gone, 0);
            assert_int_equal(read_all(&arena).session_count, before - (size_t)what);
            wish.in_place = true;
        }
        assert_int_equal(history_forget(history, &wish, &gone, why), HISTORY_FORGOTTEN);
        assert_int_equal(gone, what == FORGET_EVERYTHING ? before - 2 : 1);
        assert_false(is_anywhere(titles[what]));
        assert_true(is_sound(path));
        fill_the_rest();
    }
    assert_int_equal(read_all(&arena).session_count, 0);
    shell("rm share/unknot/filler");
    keep_by_steps(history, &samples[0]); /* with a journal again */
    shell("test -e share/unknot/history.db-journal");
    history_close(history);
    arena_finish(&arena);
}

static void a_disk_may_be_full(void **state)
{
    (void)state;
    shell("mkdir -p share/unknot");
    if (mount("none", in_folder("share/unknot"), "tmpfs", 0, "size=128k") != 0)
        skip(); /* only root may */
    char why[HISTORY_WHY] = "", filler[PATH_MAX];
    enum history_state became;
    snprintf(filler, sizeof filler, "%s", in_folder("share/unknot/filler"));
    shell("head -c 200000 /dev/zero >share/unknot/filler 2>/dev/null || true");
    history_close(history_open(path, &became, why));
    assert_int_equal(became, HISTORY_UNUSABLE);
    assert_string_equal(why, "the disk is full");
    assert_int_equal(unlink(filler), 0);
    assert_int_equal(fill_a_disk(), 0);
    forget_on_a_full_disk();
    assert_int_equal(umount(in_folder("share/unknot")), 0);
}

static void a_file_may_be_as_long_as_it_may(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const struct rlimit limit = {100000, 100000};
        setrlimit(RLIMIT_FSIZE, &limit);
        _exit(fill_a_disk());
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_make, folder_remove)
    const struct CMUnitTest tests[] = {
        TEST(the_nth_call_of_the_system_fails),
        TEST(the_nth_allocation_fails),
        TEST(moving_may_fail),
        TEST(an_import_is_whole),
        TEST(forgetting_is_whole),
        TEST(in_place_the_power_may_go),
        TEST(a_disk_may_be_full),
        TEST(a_file_may_be_as_long_as_it_may),
    };
    faults_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}

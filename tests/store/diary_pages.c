// SPDX-License-Identifier: MIT
#include "diary_pages.h"

#include "base/file.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char folder[64], path[128];

int folder_make(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/unknot-store-XXXXXX",
             access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/share/unknot/history.db", folder);
    return 0;
}

int folder_remove(void **state)
{
    (void)state;
    shell("chmod -R u+w . && rm -rf '%s'", folder);
    return 0;
}

const char *in_folder(const char *name)
{
    static char there[PATH_MAX];
    snprintf(there, sizeof there, "%s/%s", folder, name);
    return there;
}

void shell(const char *format, ...)
{
    char line[1000], command[1200];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    snprintf(command, sizeof command, "cd '%s' && { %s; }", folder, line);
    if (system(command) != 0)
        fail_msg("failed: %s", command);
}

#define WORDS(...)                                                                                 \
    {                                                                                              \
        (const char *[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *)      \
    }
#define STEPS(...)                                                                                 \
    .steps = (struct record_step[]){__VA_ARGS__},                                                  \
    .step_count = sizeof((struct record_step[]){__VA_ARGS__}) / sizeof(struct record_step)

static char long_title[RECORD_TITLE + 1];

const struct record samples[] = {
    {.begun = 1761955200,
     .offset = 3600,
     .lasted = 1203 * TICK_S + 7,
     .routine = "daily-mobility",
     .title = "Daily mobility",
     .counts_as = WORDS("full-mobility", "mobility"),
     .planned = 1200 * TICK_S,
     .worked = 1100 * TICK_S + 1,
     .end = RECORD_FINISHED,
     .before = 3,
     .after = 7,
     STEPS({"cat-cow", "Cat-cow", WORDS("mobility"), true, 90 * TICK_S},
           {"glute-bridge", "Glute bridge", WORDS("strength", "stretch"), false, 0},
           {"", "Shake it all out, \"loose\" & 'easy'; ä 日本 👍", {0}, true, 1})},
    {.begun = 1761955201, /* nothing but a beginning, and the day before there */
     .offset = -34200,
     .routine = "breathing-4-6",
     .title = "",
     .before = RECORD_UNSAID,
     .after = RECORD_UNSAID},
    {.begun = 1761955201, /* the same second */
     .offset = 50400,
     .lasted = 5,
     .routine = "other",
     .title = long_title,
     .planned = TICK_S,
     .end = RECORD_LEFT,
     .left_at = 3 * TICK_H,
     .before = 0,
     .after = RECORD_UNSAID,
     STEPS({"x", "X", WORDS("breathing"), false, TICK_S})},
    {.begun = 1762041599, /* the last second of its day */
     .offset = 0,
     .lasted = TICK_H * 200,
     .routine = "'); DROP TABLE sessions; --",
     .title = "%s\t\\n",
     .counts_as = WORDS("awareness"),
     .worked = TICK_H,
     .end = RECORD_LEFT,
     .before = RECORD_UNSAID,
     .after = 10},
};
const size_t sample_count = sizeof samples / sizeof *samples;
const struct records sample_records = {
    .sessions = (struct record *)samples,
    .session_count = sizeof samples / sizeof *samples,
    .ticks = (struct record_tick[]){{-1, "water"}, {20393, "strength"}, {20393, "water"}},
    .tick_count = 3,
};

__attribute__((constructor)) static void make_long_title(void)
{
    memset(long_title, 'w', RECORD_TITLE);
}

static void same_words(const struct text_list *a, const struct text_list *b)
{
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++)
        assert_string_equal(a->items[i], b->items[i]);
}

void same_step(const struct record_step *a, const struct record_step *b)
{
    assert_string_equal(a->exercise, b->exercise);
    assert_string_equal(a->title, b->title);
    same_words(&a->counts_as, &b->counts_as);
    assert_int_equal(a->done, b->done);
    assert_int_equal(a->work, b->work);
}

void same_record(const struct record *a, const struct record *b)
{
    assert_int_equal(a->begun, b->begun);
    assert_int_equal(a->offset, b->offset);
    assert_int_equal(a->lasted, b->lasted);
    assert_string_equal(a->routine, b->routine);
    assert_string_equal(a->title, b->title);
    same_words(&a->counts_as, &b->counts_as);
    assert_int_equal(a->planned, b->planned);
    assert_int_equal(a->worked, b->worked);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->left_at, b->left_at);
    assert_int_equal(a->before, b->before);
    assert_int_equal(a->after, b->after);
    assert_int_equal(a->step_count, b->step_count);
    for (size_t i = 0; i < a->step_count; i++)
        same_step(&a->steps[i], &b->steps[i]);
}

struct history *open_fine(void)
{
    enum history_state state;
    char why[HISTORY_WHY] = "";
    struct history *history = history_open(path, &state, why);
    if (state != HISTORY_FINE)
        fail_msg("state %d: %s", (int)state, why);
    return history;
}

int64_t begin_fine(struct history *history, const struct record *record)
{
    char why[HISTORY_WHY] = "";
    int64_t id = -1;
    if (!history_begin(history, record, &id, why))
        fail_msg("%s", why);
    return id;
}

int64_t keep_by_steps(struct history *history, const struct record *record)
{
    char why[HISTORY_WHY];
    struct record beginning = *record;
    beginning.worked = beginning.lasted = beginning.left_at = 0;
    beginning.end = RECORD_OPEN;
    beginning.before = beginning.after = RECORD_UNSAID;
    int64_t id = begin_fine(history, &beginning);
    for (size_t i = 0; i < record->step_count; i++)
        assert_true(history_step(history, id, &record->steps[i], 1, 2, why));
    assert_true(history_comfort(history, id, record->before, record->after, why));
    if (record->end != RECORD_OPEN || record->lasted > 0)
        assert_true(history_end(history, id, record->end, record->left_at, record->worked,
                                record->lasted, why));
    return id;
}

enum history_forgot forget(struct history *history, int what, int64_t which, size_t *gone)
{
    char why[HISTORY_WHY];
    const struct history_wish wish = {.what = what, .which = which};
    return history_forget(history, &wish, gone, why);
}

struct records read_all(struct arena *arena)
{
    enum history_state state;
    char why[HISTORY_WHY] = "";
    struct records records = {0};
    struct history *history = history_open_to_read(path, &state, why);
    if (state != HISTORY_FINE || !history_read(history, arena, INT64_MIN, &records, why))
        fail_msg("state %d: %s", (int)state, why);
    history_close(history);
    return records;
}

void run_sql(const char *file, const char *sql)
{
    sqlite3 *db;
    char *error = NULL;
    assert_int_equal(sqlite3_open(file, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK)
        fail_msg("%s", error);
    sqlite3_close(db);
}

const char *bytes_of(struct arena *arena, const char *file, size_t *length)
{
    const char *bytes, *error;
    if (!file_read(arena, file, 10 << 20, &bytes, length, &error))
        fail_msg("%s: %s", file, error);
    return bytes;
}

bool is_sound(const char *file)
{
    sqlite3 *db;
    sqlite3_stmt *row = NULL;
    bool sound = sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                 sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &row, NULL) == SQLITE_OK &&
                 sqlite3_step(row) == SQLITE_ROW &&
                 strcmp((const char *)sqlite3_column_text(row, 0), "ok") == 0;
    sqlite3_finalize(row);
    sqlite3_close(db);
    return sound;
}

// SPDX-License-Identifier: MIT
#include "base/pool.h"
#include "store/sql.h"
#include "store/sqlite.h"

#include <stdio.h>
#include <string.h>

/* What is read goes into the arena; of texts that come again and again, one. */
struct reader {
    sqlite3 *db;
    struct arena *arena;
    struct arena scratch; /* of one row, or one session */
    struct pool pool;
};

/* A file may have been damaged in a way that nothing but the reader notices. */
static char *only_text(char *text)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        char *place = text + (at - text);
        if (text_next(&at, end) == TEXT_INVALID)
            *place = '?';
    }
    return text;
}

static const char *text_in(struct reader *reader, sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);
    if (text == NULL)
        return "";
    text = only_text(arena_copy(&reader->scratch, text, strlen(text)));
    return pool_text(&reader->pool, text, strlen(text));
}

static struct text_list words_in(struct reader *reader, sqlite3_stmt *row, int column)
{
    const char *text = text_in(reader, row, column);
    if (*text == '\0')
        return (struct text_list){0};
    struct text_list list = {.count = 1};
    for (const char *c = text; *c != '\0'; c++)
        list.count += *c == '\n';
    list.items = arena_alloc(reader->arena, list.count * sizeof *list.items);
    for (size_t i = 0; i < list.count; i++) {
        size_t length = strcspn(text, "\n");
        list.items[i] = pool_text(&reader->pool, text, length);
        text += length + 1;
    }
    return list;
}

static int rating_in(sqlite3_stmt *row, int column)
{
    return sqlite3_column_type(row, column) == SQLITE_NULL ? RECORD_UNSAID
                                                           : sqlite3_column_int(row, column);
}

static enum record_end end_in(sqlite3_stmt *row, int column)
{
    const char *word = (const char *)sqlite3_column_text(row, column);
    int end = 0;
    while (end < RECORD_ENDS && (word == NULL || !text_equal(word, record_end_words[end])))
        end++;
    return end < RECORD_ENDS ? (enum record_end)end : RECORD_OPEN;
}

/* The end of a list that was read row by row. */
static int after(sqlite3_stmt *rows, int code)
{
    sqlite3_finalize(rows);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int read_sessions(struct reader *reader, int64_t since, struct records *out)
{
    static const char sql[] =
        "SELECT id, begun, utc_offset, lasted, routine, title, counts_as, planned, worked, ended,"
        " left_at, comfort_before, comfort_after FROM sessions"
        " WHERE begun + utc_offset >= ? ORDER BY begun, id";
    sqlite3_stmt *row;
    int64_t least = since < INT64_MIN / CIVIL_DAY_S   ? INT64_MIN
                    : since > INT64_MAX / CIVIL_DAY_S ? INT64_MAX
                                                      : since * CIVIL_DAY_S;
    int code = sql_open(reader->db, sql, VALUES(NUMBER(least)), &row);
    size_t room = 0;
    while (code == SQLITE_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        arena_reset(&reader->scratch);
        out->sessions = arena_grow(reader->arena, out->sessions, out->session_count, &room,
                                   sizeof *out->sessions);
        out->sessions[out->session_count++] = (struct record){
            .id = sqlite3_column_int64(row, 0),
            .begun = sqlite3_column_int64(row, 1),
            .offset = sqlite3_column_int(row, 2),
            .lasted = sqlite3_column_int64(row, 3),
            .routine = text_in(reader, row, 4),
            .title = text_in(reader, row, 5),
            .counts_as = words_in(reader, row, 6),
            .planned = sqlite3_column_int64(row, 7),
            .worked = sqlite3_column_int64(row, 8),
            .end = end_in(row, 9),
            .left_at = sqlite3_column_int64(row, 10),
            .before = rating_in(row, 11),
            .after = rating_in(row, 12),
        };
        code = SQLITE_OK;
    }
    return after(row, code);
}

/* They grow in the scratch, so that what they have outgrown is not kept. */
static int read_steps_of(struct reader *reader, sqlite3_stmt *row, struct record *record)
{
    struct record_step *steps = NULL;
    size_t count = 0, room = 0;
    arena_reset(&reader->scratch);
    int code = sqlite3_bind_int64(row, 1, record->id);
    while (code == SQLITE_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        steps = arena_grow(&reader->scratch, steps, count, &room, sizeof *steps);
        steps[count++] = (struct record_step){
            .exercise = text_in(reader, row, 0),
            .title = text_in(reader, row, 1),
            .counts_as = words_in(reader, row, 2),
            .done = sqlite3_column_int(row, 3) != 0,
            .work = sqlite3_column_int64(row, 4),
        };
        code = SQLITE_OK;
    }
    sqlite3_reset(row);
    record->steps = arena_alloc(reader->arena, count * sizeof *steps);
    record->step_count = count;
    if (count > 0)
        memcpy(record->steps, steps, count * sizeof *steps);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int read_steps(struct reader *reader, struct records *out)
{
    static const char sql[] = "SELECT exercise, title, counts_as, done, work FROM steps"
                              " WHERE session = ? ORDER BY number";
    sqlite3_stmt *row;
    int code = sql_open(reader->db, sql, NO_VALUES, &row);
    for (size_t i = 0; i < out->session_count && code == SQLITE_OK; i++)
        code = read_steps_of(reader, row, &out->sessions[i]);
    sqlite3_finalize(row);
    return code;
}

static int read_ticks(struct reader *reader, int64_t since, struct records *out)
{
    sqlite3_stmt *row;
    int code = sql_open(reader->db, "SELECT day, item FROM ticks WHERE day >= ? ORDER BY day, item",
                        VALUES(NUMBER(since)), &row);
    size_t room = 0;
    while (code == SQLITE_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        arena_reset(&reader->scratch);
        out->ticks =
            arena_grow(reader->arena, out->ticks, out->tick_count, &room, sizeof *out->ticks);
        out->ticks[out->tick_count++] = (struct record_tick){
            .day = sqlite3_column_int64(row, 0),
            .item = text_in(reader, row, 1),
        };
        code = SQLITE_OK;
    }
    return after(row, code);
}

static int read_counts(struct reader *reader, int64_t since, struct records *out)
{
    static const char sql[] =
        "SELECT day, routine, sum(sessions), sum(sessions * finished)"
        " FROM counts WHERE day >= ? GROUP BY day, routine ORDER BY day, routine";
    sqlite3_stmt *row;
    int code = sql_open(reader->db, sql, VALUES(NUMBER(since)), &row);
    size_t room = 0;
    while (code == SQLITE_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        arena_reset(&reader->scratch);
        out->counts =
            arena_grow(reader->arena, out->counts, out->count_count, &room, sizeof *out->counts);
        out->counts[out->count_count++] = (struct record_count){
            .day = sqlite3_column_int64(row, 0),
            .routine = text_in(reader, row, 1),
            .sessions = sqlite3_column_int64(row, 2),
            .finished = sqlite3_column_int64(row, 3),
        };
        code = SQLITE_OK;
    }
    return after(row, code);
}

static int read_all(struct reader *reader, int64_t since, struct records *out)
{
    int code = sql_begin(reader->db, SQL_READ);
    if (code != SQLITE_OK)
        return code;
    code = read_sessions(reader, since, out);
    if (code == SQLITE_OK)
        code = read_steps(reader, out);
    if (code == SQLITE_OK)
        code = read_ticks(reader, since, out);
    if (code == SQLITE_OK)
        code = read_counts(reader, since, out);
    return sql_end(reader->db, code);
}

bool sqlite_read(struct history *history, struct arena *arena, int64_t since, struct records *out,
                 char *why)
{
    struct reader reader = {.db = ((struct history_sqlite *)history)->db, .arena = arena};
    arena_init(&reader.scratch);
    pool_init(&reader.pool, arena);
    int code = read_all(&reader, since, out);
    pool_finish(&reader.pool);
    arena_finish(&reader.scratch);
    if (code == SQLITE_OK)
        return true;
    sql_why(reader.db, code, why);
    *out = (struct records){0};
    return false;
}

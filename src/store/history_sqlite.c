// SPDX-License-Identifier: MIT
#include "store/sql.h"
#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3 *db_of(struct history *history)
{
    return ((struct history_sqlite *)history)->db;
}

/* The end of every call. */
static bool kept(sqlite3 *db, int code, char *why)
{
    if (code != SQLITE_OK)
        sql_why(db, code, why);
    return code == SQLITE_OK;
}

/* One statement as a transaction of its own. */
static bool keep(sqlite3 *db, char *why, const char *sql, const struct sql_value *values,
                 size_t count)
{
    int code = sql_begin(db, SQL_WRITE);
    if (code == SQLITE_OK)
        code = sql_end(db, sql_run(db, sql, values, count));
    return kept(db, code, why);
}

/* The words, one in each line. */
static char *lines_of(const struct text_list *words)
{
    size_t size = 1;
    for (size_t i = 0; i < words->count; i++)
        size += strlen(words->items[i]) + 1;
    char *lines = memory_alloc(size), *end = lines;
    for (size_t i = 0; i < words->count; i++)
        end += sprintf(end, "%s%s", i > 0 ? "\n" : "", words->items[i]);
    *end = '\0';
    return lines;
}

int sqlite_put_session(sqlite3 *db, const struct record *record, int64_t *id)
{
    char *counts_as = lines_of(&record->counts_as);
    int code = sql_run(
        db,
        "INSERT INTO sessions (begun, utc_offset, lasted, routine, title, counts_as, planned,"
        " worked, ended, left_at, comfort_before, comfort_after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        VALUES(NUMBER(record->begun), NUMBER(record->offset), NUMBER(record->lasted),
               TEXT(record->routine), TEXT(record->title), TEXT(counts_as), NUMBER(record->planned),
               NUMBER(record->worked), TEXT(record_end_words[record->end]), NUMBER(record->left_at),
               RATING(record->before), RATING(record->after)));
    free(counts_as);
    *id = code == SQLITE_OK ? sqlite3_last_insert_rowid(db) : 0;
    return code;
}

int sqlite_put_step(sqlite3 *db, int64_t id, const struct record_step *step)
{
    char *counts_as = lines_of(&step->counts_as);
    int code = sql_run(db,
                       "INSERT INTO steps (session, number, exercise, title, counts_as, done, work)"
                       " SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, ?6"
                       " FROM steps WHERE session = ?1",
                       VALUES(NUMBER(id), TEXT(step->exercise), TEXT(step->title), TEXT(counts_as),
                              NUMBER(step->done), NUMBER(step->work)));
    free(counts_as);
    return code;
}

static void close_sqlite(struct history *history)
{
    struct history_sqlite *sqlite = (struct history_sqlite *)history;
    sqlite3_close_v2(sqlite->db);
    free(sqlite->path);
    free(sqlite);
}

static bool begin(struct history *history, const struct record *record, int64_t *id, char *why)
{
    sqlite3 *db = db_of(history);
    int code = sql_begin(db, SQL_WRITE);
    if (code == SQLITE_OK)
        code = sql_end(db, sqlite_put_session(db, record, id));
    return kept(db, code, why);
}

/* Whether a statement that was to change one session did so: it may have been forgotten meanwhile,
 * by another program. */
static bool found(sqlite3 *db, char *why)
{
    bool changed = sqlite3_changes(db) > 0;
    if (!changed)
        snprintf(why, HISTORY_WHY, "the session was forgotten meanwhile");
    return changed;
}

static bool step(struct history *history, int64_t id, const struct record_step *step, tick worked,
                 tick lasted, char *why)
{
    sqlite3 *db = db_of(history);
    int code = sql_begin(db, SQL_WRITE);
    if (code != SQLITE_OK)
        return kept(db, code, why);
    code = sql_run(db, "UPDATE sessions SET worked = ?, lasted = ? WHERE id = ?",
                   VALUES(NUMBER(worked), NUMBER(lasted), NUMBER(id)));
    bool there = code != SQLITE_OK || found(db, why);
    if (code == SQLITE_OK && there)
        code = sqlite_put_step(db, id, step);
    return kept(db, sql_end(db, code), why) && there;
}

static bool comfort(struct history *history, int64_t id, int before, int after, char *why)
{
    sqlite3 *db = db_of(history);
    return keep(db, why, "UPDATE sessions SET comfort_before = ?, comfort_after = ? WHERE id = ?",
                VALUES(RATING(before), RATING(after), NUMBER(id))) &&
           found(db, why);
}

static bool end(struct history *history, int64_t id, enum record_end end, tick left_at, tick worked,
                tick lasted, char *why)
{
    sqlite3 *db = db_of(history);
    return keep(db, why,
                "UPDATE sessions SET ended = ?, left_at = ?, worked = ?, lasted = ? WHERE id = ?",
                VALUES(TEXT(record_end_words[end]), NUMBER(left_at), NUMBER(worked), NUMBER(lasted),
                       NUMBER(id))) &&
           found(db, why);
}

static bool keep_tick(struct history *history, const struct record_tick *ticked, bool there,
                      char *why)
{
    return keep(db_of(history), why,
                there ? "INSERT OR IGNORE INTO ticks (day, item) VALUES (?, ?)"
                      : "DELETE FROM ticks WHERE day = ? AND item = ?",
                VALUES(NUMBER(ticked->day), TEXT(ticked->item)));
}

static bool count(struct history *history, int64_t day, const char *routine, bool finished,
                  char *why)
{
    return keep(db_of(history), why,
                "INSERT INTO counts (day, routine, finished, sessions) VALUES (?, ?, ?, 1)"
                " ON CONFLICT DO UPDATE SET sessions = sessions + 1",
                VALUES(NUMBER(day), TEXT(routine), NUMBER(finished)));
}

static bool counted(struct history *history, size_t *sessions, size_t *finished, char *why)
{
    static const char sql[] = "SELECT coalesce(sum(sessions), 0) FROM counts WHERE finished >= ?";
    sqlite3 *db = db_of(history);
    int64_t all = 0, ended = 0;
    int code = sql_begin(db, SQL_READ);
    if (code == SQLITE_OK)
        code = sql_number(db, sql, VALUES(NUMBER(false)), &all);
    if (code == SQLITE_OK)
        code = sql_number(db, sql, VALUES(NUMBER(true)), &ended);
    code = sql_end(db, code);
    *sessions = (size_t)all;
    *finished = (size_t)ended;
    return kept(db, code, why);
}

const struct history_kind history_sqlite = {
    .close = close_sqlite,
    .begin = begin,
    .step = step,
    .comfort = comfort,
    .end = end,
    .tick = keep_tick,
    .count = count,
    .counted = counted,
    .read = sqlite_read,
    .import = sqlite_import,
    .forget = sqlite_forget,
};

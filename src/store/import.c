// SPDX-License-Identifier: MIT
#include "store/sql.h"
#include "store/sqlite.h"

/* Two players may have begun the same routine in the same second, so only what was there before
 * counts as the same. */
static int is_there(sqlite3 *db, const struct record *record, int64_t newest, bool *out)
{
    int64_t count = 0;
    int code =
        sql_number(db, "SELECT count(*) FROM sessions WHERE begun = ? AND routine = ? AND id <= ?",
                   VALUES(NUMBER(record->begun), TEXT(record->routine), NUMBER(newest)), &count);
    *out = count > 0;
    return code;
}

static int add_session(sqlite3 *db, const struct record *record, int64_t newest, size_t *added)
{
    bool there;
    int64_t id;
    int code = is_there(db, record, newest, &there);
    if (code != SQLITE_OK || there)
        return code;
    code = sqlite_put_session(db, record, &id);
    for (size_t i = 0; i < record->step_count && code == SQLITE_OK; i++)
        code = sqlite_put_step(db, id, &record->steps[i]);
    *added += code == SQLITE_OK;
    return code;
}

static int add_tick(sqlite3 *db, const struct record_tick *ticked, size_t *added)
{
    int code = sql_run(db, "INSERT OR IGNORE INTO ticks (day, item) VALUES (?, ?)",
                       VALUES(NUMBER(ticked->day), TEXT(ticked->item)));
    *added += code == SQLITE_OK && sqlite3_changes(db) > 0;
    return code;
}

static int add_all(sqlite3 *db, const struct records *records, size_t *added)
{
    int64_t newest = 0;
    int code = sql_number(db, "SELECT coalesce(max(id), 0) FROM sessions", NO_VALUES, &newest);
    for (size_t i = 0; i < records->session_count && code == SQLITE_OK; i++)
        code = add_session(db, &records->sessions[i], newest, added);
    for (size_t i = 0; i < records->tick_count && code == SQLITE_OK; i++)
        code = add_tick(db, &records->ticks[i], added);
    return code;
}

bool sqlite_import(struct history *history, const struct records *records, size_t *added, char *why)
{
    sqlite3 *db = ((struct history_sqlite *)history)->db;
    size_t so_far = 0;
    int code = sql_begin(db, SQL_WRITE);
    if (code == SQLITE_OK)
        code = sql_end(db, add_all(db, records, &so_far));
    if (code != SQLITE_OK) {
        sql_why(db, code, why);
        return false;
    }
    *added = so_far;
    return true;
}

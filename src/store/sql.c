// SPDX-License-Identifier: MIT
#include "store/sql.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int bind(sqlite3_stmt *statement, const struct sql_value *values, size_t count)
{
    int code = SQLITE_OK;
    for (int i = 0; i < (int)count && code == SQLITE_OK; i++) {
        const struct sql_value *value = &values[i];
        if (value->kind == SQL_NUMBER)
            code = sqlite3_bind_int64(statement, i + 1, value->number);
        else if (value->kind == SQL_TEXT)
            code = sqlite3_bind_text(statement, i + 1, value->text, -1, SQLITE_STATIC);
    }
    return code;
}

int sql_open(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count,
             sqlite3_stmt **out)
{
    int code = sqlite3_prepare_v2(db, sql, -1, out, NULL);
    if (code == SQLITE_OK)
        code = bind(*out, values, count);
    if (code != SQLITE_OK) {
        sqlite3_finalize(*out);
        *out = NULL;
    }
    return code;
}

int sql_number(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count,
               int64_t *out)
{
    sqlite3_stmt *statement;
    int code = sql_open(db, sql, values, count, &statement);
    if (code != SQLITE_OK)
        return code;
    for (bool first = true; (code = sqlite3_step(statement)) == SQLITE_ROW; first = false)
        if (first)
            *out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

int sql_run(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count)
{
    int64_t unused;
    return sql_number(db, sql, values, count, &unused);
}

int sql_begin(sqlite3 *db, enum sql_purpose purpose)
{
    /* IMMEDIATE: a writer waits here for the others, and not in the middle, where it could only
     * give up. */
    return sql_run(db, purpose == SQL_WRITE ? "BEGIN IMMEDIATE" : "BEGIN", NO_VALUES);
}

int sql_end(sqlite3 *db, int code)
{
    if (code == SQLITE_OK)
        code = sql_run(db, "COMMIT", NO_VALUES);
    if (code != SQLITE_OK && sqlite3_get_autocommit(db) == 0)
        sql_run(db, "ROLLBACK", NO_VALUES);
    return code;
}

bool sql_is_damage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

static bool no_room(int error)
{
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

bool sql_is_full(sqlite3 *db, int code)
{
    int primary = code & 0xff;
    bool system = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    return primary == SQLITE_FULL || (system && db != NULL && no_room(sqlite3_system_errno(db)));
}

void sql_why(sqlite3 *db, int code, char why[HISTORY_WHY])
{
    static const struct {
        int code;
        const char *words;
    } table[] = {
        {SQLITE_BUSY, "another program uses it and does not let go"},
        {SQLITE_LOCKED, "another program uses it and does not let go"},
        {SQLITE_FULL, "the disk is full"},
        {SQLITE_READONLY, "it cannot be written to"},
        {SQLITE_CORRUPT, "it is damaged"},
        {SQLITE_NOTADB, "it is no history"},
        {SQLITE_NOMEM, "there is no memory left"},
        {SQLITE_IOERR_NOMEM, "there is no memory left"},
        {SQLITE_IOERR_WRITE, "it cannot be written: the disk is full, or fails"},
        {SQLITE_CONSTRAINT, "what is to be kept makes no sense"},
        {SQLITE_TOOBIG, "a text is too long"},
    };
    int primary = code & 0xff;
    int error = db != NULL ? sqlite3_system_errno(db) : 0;
    if (sql_is_full(db, code))
        primary = SQLITE_FULL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].code == code || table[i].code == primary) {
            snprintf(why, HISTORY_WHY, "%s", table[i].words);
            return;
        }
    char text[100] = "";
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
        snprintf(why, HISTORY_WHY, "%s: %s",
                 primary == SQLITE_IOERR ? "the disk fails" : "it cannot be opened",
                 error != 0 ? strerror_r(error, text, sizeof text) : sqlite3_errstr(code));
    else
        snprintf(why, HISTORY_WHY, "%s", sqlite3_errstr(code));
}

// SPDX-License-Identifier: MIT
#include "store/schema.h"

#include "store/sql.h"

#include <assert.h>
#include <stdio.h>

/* Times are in microseconds, those of day in seconds since 1970 UTC, days count from then. Lists of
 * words have one in each line. */

static const char *const first[] = {
    "CREATE TABLE sessions ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " begun INTEGER NOT NULL CHECK (begun BETWEEN -62135596800 AND 253402300799),"
    " utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86399 AND 86399),"
    " lasted INTEGER NOT NULL CHECK (lasted >= 0),"
    " routine TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " counts_as TEXT NOT NULL,"
    " planned INTEGER NOT NULL CHECK (planned >= 0),"
    " worked INTEGER NOT NULL CHECK (worked >= 0),"
    " ended TEXT NOT NULL CHECK (ended IN ('open', 'finished', 'left')),"
    " left_at INTEGER NOT NULL CHECK (left_at >= 0)"
    ") STRICT",
    "CREATE INDEX sessions_begun ON sessions (begun)",
    "CREATE TABLE steps ("
    " session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,"
    " number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10000),"
    " exercise TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " counts_as TEXT NOT NULL,"
    " done INTEGER NOT NULL CHECK (done IN (0, 1)),"
    " work INTEGER NOT NULL CHECK (work >= 0),"
    " PRIMARY KEY (session, number)"
    ") STRICT, WITHOUT ROWID",
    "CREATE TABLE ticks ("
    " day INTEGER NOT NULL CHECK (day BETWEEN -719162 AND 2932896),"
    " item TEXT NOT NULL,"
    " PRIMARY KEY (day, item)"
    ") STRICT, WITHOUT ROWID",
    NULL,
};

/* How the back felt, and the counts of a kiosk. */
static const char *const second[] = {
    "ALTER TABLE sessions ADD COLUMN comfort_before INTEGER CHECK (comfort_before BETWEEN 0 AND "
    "10)",
    "ALTER TABLE sessions ADD COLUMN comfort_after INTEGER CHECK (comfort_after BETWEEN 0 AND 10)",
    "CREATE TABLE counts ("
    " day INTEGER NOT NULL CHECK (day BETWEEN -719162 AND 2932896),"
    " routine TEXT NOT NULL,"
    " finished INTEGER NOT NULL CHECK (finished IN (0, 1)),"
    " sessions INTEGER NOT NULL CHECK (sessions > 0),"
    " PRIMARY KEY (day, routine, finished)"
    ") STRICT, WITHOUT ROWID",
    NULL,
};

/* steps[n] leads from version n to n + 1. What has been released is never changed here. */
static const char *const *const steps[] = {first, second};
static_assert(sizeof steps / sizeof *steps == SCHEMA_VERSION, "a step to each version");

int schema_version(sqlite3 *db, int64_t *out)
{
    return sql_number(db, "PRAGMA user_version", NO_VALUES, out);
}

int schema_is_empty(sqlite3 *db, bool *out)
{
    int64_t count = 0;
    int code = sql_number(db, "SELECT count(*) FROM sqlite_schema", NO_VALUES, &count);
    *out = count == 0;
    return code;
}

static int take_step(sqlite3 *db, int64_t from)
{
    int code = SQLITE_OK;
    for (const char *const *sql = steps[from]; *sql != NULL && code == SQLITE_OK; sql++)
        code = sql_run(db, *sql, NO_VALUES);
    char version[40];
    snprintf(version, sizeof version, "PRAGMA user_version = %d", (int)from + 1);
    return code == SQLITE_OK ? sql_run(db, version, NO_VALUES) : code;
}

int schema_check(sqlite3 *db)
{
    static const char *const needed[] = {
        ("SELECT id, begun, utc_offset, lasted, routine, title, counts_as, planned, worked, ended,"
         " left_at, comfort_before, comfort_after FROM sessions LIMIT 0"),
        "SELECT session, number, exercise, title, counts_as, done, work FROM steps LIMIT 0",
        "SELECT day, item FROM ticks LIMIT 0",
        "SELECT day, routine, finished, sessions FROM counts LIMIT 0",
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        int code = sql_run(db, needed[i], NO_VALUES);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int schema_bring_to(sqlite3 *db, int version)
{
    int code = sql_begin(db, SQL_WRITE);
    if (code != SQLITE_OK)
        return code;
    /* Looked up in here: another program may have done it while this one waited. */
    int64_t now = 0;
    code = schema_version(db, &now);
    while (code == SQLITE_OK && now >= 0 && now < version)
        code = take_step(db, now++);
    /* Before it is kept: what is no history must not become one. */
    return sql_end(db, code == SQLITE_OK ? schema_check(db) : code);
}

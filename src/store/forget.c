// SPDX-License-Identifier: MIT
#include "store/file.h"
#include "store/sql.h"
#include "store/sqlite.h"

#include <stdio.h>
#include <string.h>

/* The last one deletes sessions, whose number is the result, and takes their steps along. */
static const char *const statements[][5] = {
    [FORGET_SESSION] = {"DELETE FROM sessions WHERE id = ?"},
    [FORGET_DAY] = {"DELETE FROM ticks WHERE day = ?",
                    "DELETE FROM sessions WHERE begun + utc_offset >= ?1 * 86400"
                    " AND begun + utc_offset < (?1 + 1) * 86400"},
    /* Nothing is to say how many sessions there were. But the number of one that still runs must
     * not be given again: what is done in it would be kept with another's. */
    [FORGET_EVERYTHING] = {"DELETE FROM sqlite_sequence"
                           " WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE ended = 'open')",
                           "DELETE FROM ticks", "DELETE FROM counts", "DELETE FROM sessions"},
};

static int delete_all(sqlite3 *db, const struct history_wish *wish, size_t *gone)
{
    int sessions = 0, code = sql_begin(db, SQL_WRITE);
    if (code != SQLITE_OK)
        return code;
    for (const char *const *sql = statements[wish->what]; *sql != NULL && code == SQLITE_OK;
         sql++) {
        bool one = strchr(*sql, '?') != NULL;
        code = sql_run(db, *sql, &NUMBER(wish->which), one ? 1 : 0);
        sessions = sqlite3_changes(db);
    }
    code = sql_end(db, code);
    if (code == SQLITE_OK)
        *gone += (size_t)sessions;
    return code;
}

/* What was deleted is overwritten already; only a file made anew has no trace of what lay between
 * its rows. */
static int delete_and_make_anew(sqlite3 *db, const struct history_wish *wish, size_t *gone,
                                bool *deleted)
{
    int code = delete_all(db, wish, gone);
    *deleted = *deleted || code == SQLITE_OK;
    return code == SQLITE_OK ? sql_run(db, "VACUUM", NO_VALUES) : code;
}

/* The file becomes no larger by it, so that the journal, which is in memory then, is all that would
 * need room. */
static int do_in_place(sqlite3 *db, const struct history_wish *wish, size_t *gone, bool *deleted)
{
    int code = sql_run(db, "PRAGMA journal_mode = MEMORY", NO_VALUES);
    if (code == SQLITE_OK)
        code = delete_and_make_anew(db, wish, gone, deleted);
    int back = sql_run(db, "PRAGMA journal_mode = TRUNCATE", NO_VALUES);
    return code == SQLITE_OK ? back : code;
}

static void say_traces(char why[HISTORY_WHY])
{
    char cause[HISTORY_WHY];
    memcpy(cause, why, sizeof cause);
    snprintf(why, HISTORY_WHY, "it is forgotten, but traces may be left in the file: %.140s",
             cause);
}

enum history_forgot sqlite_forget(struct history *history, const struct history_wish *wish,
                                  size_t *gone, char *why)
{
    const struct history_sqlite *sqlite = (struct history_sqlite *)history;
    bool everything = wish->what == FORGET_EVERYTHING, deleted = false;
    int code = SQLITE_FULL;
    if (!wish->in_place)
        code = delete_and_make_anew(sqlite->db, wish, gone, &deleted);
    bool full = sql_is_full(sqlite->db, code);
    if (wish->in_place || (full && everything))
        code = do_in_place(sqlite->db, wish, gone, &deleted);
    if (code == SQLITE_OK)
        return !everything || file_remove_moved(sqlite->path, why) ? HISTORY_FORGOTTEN
                                                                   : HISTORY_TRACES;
    sql_why(sqlite->db, code, why);
    if (deleted)
        say_traces(why);
    if (full && !wish->in_place && !everything)
        return HISTORY_NO_ROOM;
    return deleted ? HISTORY_TRACES : HISTORY_NOT_FORGOTTEN;
}

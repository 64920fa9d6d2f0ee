// SPDX-License-Identifier: MIT
#include "store/file.h"
#include "store/schema.h"
#include "store/sql.h"
#include "store/sqlite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One try to open the file. */
struct opening {
    const char *path;
    bool to_read;
    sqlite3 *db;
    enum history_state state; /* HISTORY_MOVED: it is damaged, and still there */
    char *why;
};

/* Little memory: one page of text a day is all there is to keep. What is left over of a sort or a
 * VACUUM stays in memory, not in a file of its own somewhere else. */
static int use_little(sqlite3 *db)
{
    static const char *const wanted[] = {
        "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",  "PRAGMA cache_size = -256",
    };
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted && code == SQLITE_OK; i++)
        code = sql_run(db, wanted[i], NO_VALUES);
    return code;
}

static int write_safely(sqlite3 *db)
{
    static const char *const wanted[] = {
        "PRAGMA secure_delete = ON",
        "PRAGMA synchronous = FULL",
        "PRAGMA journal_mode = TRUNCATE",
    };
    int code = SQLITE_OK;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted && code == SQLITE_OK; i++)
        code = sql_run(db, wanted[i], NO_VALUES);
    return code;
}

static int write_nothing(sqlite3 *db)
{
    return sql_run(db, "PRAGMA query_only = ON", NO_VALUES);
}

static bool fails(struct opening *opening, int code)
{
    if (code == SQLITE_OK)
        return false;
    /* The statements are sound: it is the file that is not as they expect it. */
    bool damaged = sql_is_damage(code) || code == SQLITE_ERROR;
    opening->state = damaged ? HISTORY_MOVED : HISTORY_UNUSABLE;
    sql_why(opening->db, code, opening->why);
    return true;
}

/* Whether every page and every row is as it should be. */
static int check_whole(sqlite3 *db)
{
    sqlite3_stmt *row;
    int code = sql_open(db, "PRAGMA integrity_check(1)", NO_VALUES, &row);
    if (code != SQLITE_OK)
        return code;
    code = sqlite3_step(row);
    const char *said = code == SQLITE_ROW ? (const char *)sqlite3_column_text(row, 0) : NULL;
    if (code == SQLITE_ROW)
        code = said == NULL ? SQLITE_NOMEM : text_equal(said, "ok") ? SQLITE_OK : SQLITE_CORRUPT;
    sqlite3_finalize(row);
    return code;
}

/* A newer program's, or a newer SQLite's, which says of itself that it can only be read. */
static bool is_newer(struct opening *opening, int64_t version)
{
    bool newer = version > SCHEMA_VERSION ||
                 (sqlite3_db_readonly(opening->db, "main") == 1 && file_writable(opening->path));
    if (newer) {
        opening->state = HISTORY_NEWER;
        snprintf(opening->why, HISTORY_WHY, "it was made by a newer unknot, and is left as it is");
    }
    return newer;
}

/* Another program may have made it since `*version` was 0: then that is looked up again. */
static bool is_none_of_ours(struct opening *opening, int64_t *version)
{
    bool empty = true;
    if (*version == 0 && (fails(opening, schema_is_empty(opening->db, &empty)) ||
                          (!empty && fails(opening, schema_version(opening->db, version)))))
        return true;
    if (*version > 0 || (*version == 0 && empty))
        return false;
    fails(opening, SQLITE_NOTADB);
    return true;
}

/* What cannot be written is brought up to date in memory. */
static int copy_to_memory(struct opening *opening)
{
    sqlite3 *copy;
    int code =
        sqlite3_open_v2(":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    sqlite3_backup *backup =
        code == SQLITE_OK ? sqlite3_backup_init(copy, "main", opening->db, "main") : NULL;
    if (code == SQLITE_OK)
        code = backup != NULL ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(copy);
    sqlite3_backup_finish(backup);
    sqlite3_close_v2(opening->db);
    opening->db = copy;
    return code == SQLITE_DONE ? use_little(copy) : code;
}

static int bring_up_to_date(struct opening *opening, int64_t version)
{
    int code = SQLITE_OK;
    bool reads = opening->to_read || opening->state == HISTORY_READONLY;
    if (version < SCHEMA_VERSION) {
        code = reads ? copy_to_memory(opening) : SQLITE_OK;
        if (code == SQLITE_OK)
            code = schema_bring_to(opening->db, SCHEMA_VERSION);
    } else {
        code = schema_check(opening->db);
    }
    return code == SQLITE_OK && reads ? write_nothing(opening->db) : code;
}

static void look_inside(struct opening *opening)
{
    int64_t version = 0;
    if (fails(opening, use_little(opening->db)) ||
        fails(opening, schema_version(opening->db, &version)) || is_newer(opening, version) ||
        fails(opening, check_whole(opening->db)) || is_none_of_ours(opening, &version))
        return;
    if (!opening->to_read && !file_writable(opening->path)) {
        opening->state = HISTORY_READONLY;
        snprintf(opening->why, HISTORY_WHY, "it cannot be written to: nothing is kept");
    }
    bool writes = !opening->to_read && opening->state == HISTORY_FINE;
    if (writes && fails(opening, write_safely(opening->db)))
        return;
    fails(opening, bring_up_to_date(opening, version));
}

static bool can_be_used(const struct opening *opening)
{
    return opening->state == HISTORY_FINE || opening->state == HISTORY_READONLY;
}

/* `db` is open afterwards if the file can be used. */
static void try(struct opening *opening)
{
    opening->state = HISTORY_FINE;
    opening->why[0] = '\0';
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(opening->path, &opening->db, flags, NULL);
    if (!fails(opening, code)) {
        sqlite3_busy_timeout(opening->db, HISTORY_BUSY_MS);
        look_inside(opening);
    }
    if (can_be_used(opening))
        return;
    sqlite3_close_v2(opening->db);
    opening->db = NULL;
}

/* Once more while no other program does the same: it may have been faster, and then what is there
 * now is new and sound. */
static void move_aside(struct opening *opening)
{
    char to[FILE_NAME];
    int lock = file_lock_folder(opening->path);
    try(opening);
    if (opening->state == HISTORY_MOVED) {
        bool moved = file_move_aside(opening->path, to, opening->why) &&
                     file_make(opening->path, opening->why);
        opening->state = HISTORY_UNUSABLE;
        if (moved)
            try(opening);
        if (moved && opening->state == HISTORY_FINE) {
            opening->state = HISTORY_MOVED;
            snprintf(opening->why, HISTORY_WHY,
                     "it was damaged and is now %s beside it; a new one was begun", to);
        }
    }
    file_unlock(lock);
}

static struct history *result_of(struct opening *opening, enum history_state *state)
{
    *state = opening->state;
    if (opening->db == NULL)
        return history_none();
    struct history_sqlite *history = memory_alloc(sizeof *history);
    size_t size = strlen(opening->path) + 1;
    *history = (struct history_sqlite){{&history_sqlite}, opening->db, memory_alloc(size)};
    memcpy(history->path, opening->path, size);
    return &history->history;
}

struct history *history_open(const char *path, enum history_state *state, char why[HISTORY_WHY])
{
    struct opening opening = {.path = path, .state = HISTORY_UNUSABLE, .why = why};
    enum file_there there = file_look(path, why);
    if (there == FILE_THERE || (there == FILE_MISSING && file_make(path, why)))
        try(&opening);
    if (opening.state == HISTORY_MOVED)
        move_aside(&opening);
    return result_of(&opening, state);
}

struct history *history_open_to_read(const char *path, enum history_state *state,
                                     char why[HISTORY_WHY])
{
    struct opening opening = {.path = path, .to_read = true, .why = why};
    enum file_there there = file_look(path, why);
    if (there == FILE_THERE)
        try(&opening);
    else
        opening.state = there == FILE_MISSING ? HISTORY_FINE : HISTORY_UNUSABLE;
    if (opening.state == HISTORY_MOVED) {
        opening.state = HISTORY_UNUSABLE;
        snprintf(why, HISTORY_WHY, "it is damaged; the next session moves it aside");
    }
    return result_of(&opening, state);
}

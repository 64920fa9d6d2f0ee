// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_SQLITE_H
#define UNKNOT_STORE_SQLITE_H

#include "store/kind.h"

#include <sqlite3.h>

/* Inside the room: the version on SQLite. */
struct history_sqlite {
    struct history history;
    sqlite3 *db;
    char *path;
};

extern const struct history_kind history_sqlite;

/* read.c */
bool sqlite_read(struct history *history, struct arena *arena, int64_t since, struct records *out,
                 char *why);
/* import.c */
bool sqlite_import(struct history *history, const struct records *records, size_t *added,
                   char *why);
/* forget.c */
enum history_forgot sqlite_forget(struct history *history, const struct history_wish *wish,
                                  size_t *gone, char *why);

/* Writes into a transaction that is open. Return SQLite's code. */
int sqlite_put_session(sqlite3 *db, const struct record *record, int64_t *id);
int sqlite_put_step(sqlite3 *db, int64_t id, const struct record_step *step);

#endif

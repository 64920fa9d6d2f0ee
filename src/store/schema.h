// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_SCHEMA_H
#define UNKNOT_STORE_SCHEMA_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* Inside the room: the tables of the file. `user_version` says which steps of the table in schema.c
 * it has been through. */
enum { SCHEMA_VERSION = 2 };

/* 0: the file is new, or it is none of ours. */
int schema_version(sqlite3 *db, int64_t *out);
/* Whether nothing at all is in it. */
int schema_is_empty(sqlite3 *db, bool *out);
/* Brings it from where it is to `version`, all the way or not at all, and checks what came of it.
 */
int schema_bring_to(sqlite3 *db, int version);
/* Whether what is needed is there, whatever the version says. SQLITE_ERROR: it is not. */
int schema_check(sqlite3 *db);

#endif

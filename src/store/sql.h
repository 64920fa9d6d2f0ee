// SPDX-License-Identifier: MIT
#ifndef UNKNOT_STORE_SQL_H
#define UNKNOT_STORE_SQL_H

#include "store/history.h"

#include <sqlite3.h>

/* Inside the room: statements with their values, and what SQLite says in words. */

struct sql_value {
    enum { SQL_NUMBER, SQL_TEXT, SQL_NULL } kind;
    int64_t number;
    const char *text;
};
#define NUMBER(value) ((struct sql_value){.kind = SQL_NUMBER, .number = (value)})
#define TEXT(value) ((struct sql_value){.kind = SQL_TEXT, .text = (value)})
/* A rating: nothing where it was not said. */
#define RATING(value)                                                                              \
    ((struct sql_value){.kind = (value) == RECORD_UNSAID ? SQL_NULL : SQL_NUMBER,                  \
                        .number = (value)})
/* For the last two parameters of what follows. The texts live until the statement ran. */
#define VALUES(...)                                                                                \
    (const struct sql_value[]){__VA_ARGS__},                                                       \
        (sizeof((const struct sql_value[]){__VA_ARGS__}) / sizeof(struct sql_value))
#define NO_VALUES NULL, 0

/* All return SQLite's code: SQLITE_OK, else what went wrong; sql_why() says it. */

/* Runs one statement that gives no rows, or whose rows do not matter. */
int sql_run(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count);
/* The first column of its first row; `*out` stays as it is when there is none. */
int sql_number(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count,
               int64_t *out);
/* Makes a statement with its values. */
int sql_open(sqlite3 *db, const char *sql, const struct sql_value *values, size_t count,
             sqlite3_stmt **out);

/* Everything between these two is kept, or nothing is. SQL_READ: sees one state of the file. */
enum sql_purpose { SQL_READ, SQL_WRITE };
int sql_begin(sqlite3 *db, enum sql_purpose purpose);
/* Ends it: keeps what was done if `code` is SQLITE_OK. Returns `code`, or why it cannot be kept. */
int sql_end(sqlite3 *db, int code);

/* Whether the code says that what is in the file makes no sense. */
bool sql_is_damage(int code);
/* Whether the code that a call on `db` has just returned says that the disk has no room. */
bool sql_is_full(sqlite3 *db, int code);
/* In words that can follow "PATH: ", for the code that a call on `db` has just returned. */
void sql_why(sqlite3 *db, int code, char why[HISTORY_WHY]);

#endif

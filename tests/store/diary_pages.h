// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_STORE_DIARY_PAGES_H
#define UNKNOT_TESTS_STORE_DIARY_PAGES_H

#include "store/history.h"

#include "check.h"

/* A folder in memory for one test program, made anew for each test; the path of a history two
 * folders further down, which are not there yet. */
extern char folder[64], path[128];
int folder_make(void **state);
int folder_remove(void **state);
/* A name in that folder. */
const char *in_folder(const char *name);
/* Runs a line of the shell there. */
void shell(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Sessions that are as different as sessions can be. */
extern const struct record samples[];
extern const size_t sample_count;
extern const struct records sample_records;

void same_record(const struct record *a, const struct record *b);
void same_step(const struct record_step *a, const struct record_step *b);

/* Must succeed. */
struct history *open_fine(void);
int64_t begin_fine(struct history *history, const struct record *record);
/* Keeps a session as a player does: begun, step by step, ended. */
int64_t keep_by_steps(struct history *history, const struct record *record);
/* Forgets; with a journal, so that it is the whole of it or nothing. */
enum history_forgot forget(struct history *history, int what, int64_t which, size_t *gone);
/* Everything in the file, read by a program of its own. */
struct records read_all(struct arena *arena);
/* Runs statements on the file, which is made if need be. */
void run_sql(const char *file, const char *sql);
/* The bytes of a file; the arena's. */
const char *bytes_of(struct arena *arena, const char *file, size_t *length);
/* Whether the file is sound, as SQLite sees it. */
bool is_sound(const char *file);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_ROUTINE_FOLDER_H
#define UNKNOT_TESTS_ROUTINE_FOLDER_H

#include "routine/library.h"

/* A folder of routines made for one test, with everything in it removed at the end. */
struct folder {
    struct arena arena;
    struct diag_list diags;
    struct library library;
    char path[64];
};

int folder_set_up(void **state);
int folder_tear_down(void **state);
/* Writes a file; folders on the way are made. */
void folder_write(struct folder *folder, const char *name, const char *text);
const char *folder_path(struct folder *folder, const char *name);
/* Lists the folder again. */
void folder_open(struct folder *folder);
/* Fails unless there is exactly this one diagnostic. */
void folder_expect(struct folder *folder, const char *message);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_ONLY_ONE_H
#define UNKNOT_OFFICE_ONLY_ONE_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/types.h>

/* Takes care that there is one of a kind: a file that is locked for as long as the program runs,
 * whatever it ends for. It holds the process's number. */
struct only_one {
    int file;    /* descriptor; -1: not locked */
    pid_t other; /* that has it; 0: unknown */
};

/* False: another one has the lock on `path`. Where no file can be had there is no lock, which is
 * logged, and this one goes on. `path` NULL: the same, quietly. */
bool only_one_take(struct only_one *one, struct arena *arena, const char *path);
void only_one_leave(struct only_one *one);

#endif

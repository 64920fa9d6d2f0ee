// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_STORE_FAULTS_H
#define UNKNOT_TESTS_STORE_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the n-th thing that the store asks of the system fail: opening, reading, writing, syncing,
 * truncating, locking and deleting a file, making it and its folders, moving it; or the n-th
 * allocation of SQLite. Nobody sleeps meanwhile.
 */
enum fault_kind { FAULT_SYSTEM, FAULT_MEMORY };

/* Once, before anything of SQLite. */
void faults_install(void);
/* From now on. `n` from 1; 0: nothing fails. `stays`: and everything after it fails, too. */
void faults_arm(enum fault_kind kind, size_t n, bool stays);
/* Nothing fails any more. Returns whether something did. */
bool faults_disarm(void);

#endif

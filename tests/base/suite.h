// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_BASE_SUITE_H
#define UNKNOT_TESTS_BASE_SUITE_H

/* Each returns the number of its failed tests. */
int run_diag_tests(void);
int run_text_tests(void);
int run_tick_tests(void);
int run_file_tests(void);
int run_iso_tests(void);
int run_pool_tests(void);

#endif

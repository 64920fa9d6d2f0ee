// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_ROUTINE_SUITE_H
#define UNKNOT_TESTS_ROUTINE_SUITE_H

/* Each returns the number of its failed tests. */
int run_library_tests(void);
int run_hostile_tests(void);
int run_translation_tests(void);

#endif

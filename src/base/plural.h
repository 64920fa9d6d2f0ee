// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_PLURAL_H
#define UNKNOT_BASE_PLURAL_H

#include <stdint.h>

/* Which of a language's plural forms goes with a number, as a catalogue says it: an expression of C
 * with whole numbers and `n`, such as "n != 1". 0, the first form, when it is no such expression.
 */
uint64_t plural_form(const char *expression, uint64_t n);

#endif

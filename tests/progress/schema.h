// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_PROGRESS_SCHEMA_H
#define UNKNOT_TESTS_PROGRESS_SCHEMA_H

/* Holds a value to a JSON Schema (draft 7; the words that ours use, any other is a failure). Fails
 * the test that asks, with the place, where it does not fit. */
void schema_expect(const char *file, const char *text);
/* The same without failing: NULL, or the word of the schema that it breaks. */
const char *schema_broken_word(const char *file, const char *text);

#endif

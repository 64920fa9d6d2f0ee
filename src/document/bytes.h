// SPDX-License-Identifier: MIT
#ifndef UNKNOT_DOCUMENT_BYTES_H
#define UNKNOT_DOCUMENT_BYTES_H

#include "base/diag.h"

#include <stdbool.h>

/* Looks at every byte before the YAML parser does, so that what is wrong is named exactly: UTF-16,
 * bytes that are not UTF-8, NUL and control characters, line ends no editor counts, tabs that
 * indent. Each kind is reported once, where it is met first. False when there was any. */
bool bytes_check(const struct source *source, struct diag_list *diags);

/* Whether a character may stand in a value: no control character but the line feed. Values need
 * their own check because of escapes such as "\0". */
bool bytes_allowed_in_value(uint32_t character);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_DAY_H
#define UNKNOT_PROGRAM_DAY_H

#include "base/tick.h"

#include <stdbool.h>
#include <stdint.h>

/* Days as a person names them, counted from 1 January 1970, by the clock on the wall here. */

/* The forms that day_read() takes, for a message. */
#define DAY_FORM "a day such as 2026-11-23, today or yesterday"

int64_t day_today(void);
/* Until tomorrow begins, an hour at the most: clocks are set, and computers sleep. */
tick day_left(void);
bool day_read(const char *text, int64_t *day);
/* "Mon 2026-11-23" */
enum { DAY_TEXT = 40 };
const char *day_text(int64_t day, char out[DAY_TEXT]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_TICK_H
#define UNKNOT_BASE_TICK_H

#include <stddef.h>
#include <stdint.h>

/* The one unit of time: a count of microseconds, as a point or as a length. Integers add up
 * exactly, so a forty-minute routine ends where its steps say it does. 64 bits last 292,000 years.
 */
typedef int64_t tick;

#define TICK_MS ((tick)1000)
#define TICK_S ((tick)1000000)
#define TICK_MIN (60 * TICK_S)
#define TICK_H (60 * TICK_MIN)

/* Larger than any time a session can reach; "never" or "no limit" where a header says so. */
#define TICK_NEVER INT64_MAX

double tick_to_seconds(tick t);
/* Rounds to the nearest microsecond. */
tick tick_from_seconds(double seconds);

/* A clock: "8:06", "1:02:03", "-0:05"; whole seconds, rounded down. At most TICK_TEXT bytes. */
#define TICK_TEXT 32
const char *tick_clock(tick t, char out[TICK_TEXT]);
/* What is left, so rounded up: a step shows 1 until it is over, and never 0 before that. */
const char *tick_countdown(tick t, char out[TICK_TEXT]);
/* Words as a routine writes them: "5 s", "1 min 30 s", "2 h", "2.5 s"; to the millisecond. */
const char *tick_words(tick t, char out[TICK_TEXT]);

#endif

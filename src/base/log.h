// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_LOG_H
#define UNKNOT_BASE_LOG_H

#include "base/tick.h"

/* What the program noticed about its surroundings while running, to stderr: a missing font, a sound
 * device that went away. Mistakes in the user's files go through base/diag.h instead. Any thread.
 */

enum log_level { LOG_ERROR, LOG_WARNING, LOG_INFO, LOG_DEBUG };

/* Messages above this level are dropped; LOG_WARNING at start. */
void log_set_level(enum log_level level);

/* For a program that runs for months: lines begin with their priority where stderr is the journal
 * of the service manager, and of one kind of message - one place in the program - LOG_BURST are
 * written in LOG_WINDOW; the next one after that says how many were not. Once, before threads are
 * started. `now` is called from any thread. */
enum { LOG_BURST = 5 };
#define LOG_WINDOW (10 * TICK_MIN)
void log_begin_service(tick (*now)(void));

void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif

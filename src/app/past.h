// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_PAST_H
#define UNKNOT_APP_PAST_H

#include "program/app.h"
#include "progress/record.h"
#include "store/history.h"

/* What was done, for commands, in the file that the options name or the usual one: messages on
 * stderr say why it cannot be had. */

/* Everything from that day on (INT64_MIN: all); nothing where there is no history yet. */
bool past_read(struct app *app, const struct options *options, int64_t since, struct records *out);
/* The history, to be changed and closed. NULL: it cannot be. */
struct history *past_open(struct app *app, const struct options *options);
/* The same message for what a history did not do. */
enum exit_code past_failed(struct app *app, const struct options *options, const char *why);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_COMMAND_H
#define UNKNOT_PROGRAM_COMMAND_H

#include "program/app.h"
#include "program/options.h"

#include <stdint.h>

/* One subcommand. The table is in app/commands.c, each `run` in a file of its own:
 * app/command_NAME.c. */
#define OPTION_BIT(id) ((uint64_t)1 << (id))
#define OPTIONS_COMMON                                                                             \
    (OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERBOSE) | OPTION_BIT(OPTION_ROUTINES) |          \
     OPTION_BIT(OPTION_LANGUAGE))

struct command {
    const char *name;
    const char *arguments; /* as in the usage line */
    const char *summary;   /* one line */
    uint64_t options;      /* OPTION_BITs */
    int least, most;       /* number of arguments; most -1: any */
    enum exit_code (*run)(struct app *app, const struct options *options);
};

extern const struct command commands[];
extern const int command_count;
/* Room for the names of all commands. */
enum { COMMAND_MOST = 32 };

enum exit_code command_check(struct app *app, const struct options *options);
enum exit_code command_doctor(struct app *app, const struct options *options);
enum exit_code command_figures(struct app *app, const struct options *options);
enum exit_code command_history(struct app *app, const struct options *options);
enum exit_code command_home(struct app *app, const struct options *options);
enum exit_code command_kiosk(struct app *app, const struct options *options);
enum exit_code command_lines(struct app *app, const struct options *options);
enum exit_code command_list(struct app *app, const struct options *options);
enum exit_code command_plan(struct app *app, const struct options *options);
enum exit_code command_man(struct app *app, const struct options *options);
enum exit_code command_play(struct app *app, const struct options *options);
enum exit_code command_remind(struct app *app, const struct options *options);
enum exit_code command_shot(struct app *app, const struct options *options);
enum exit_code command_texts(struct app *app, const struct options *options);
enum exit_code command_week(struct app *app, const struct options *options);

#endif

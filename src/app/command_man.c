// SPDX-License-Identifier: MIT
#include "program/command.h"
#include "session/action.h"

#include <stdio.h>

static const struct {
    enum exit_code code;
    const char *means;
} exit_codes[] = {
    {EXIT_DONE, "done"},
    {EXIT_BAD_FILES, "the files have errors"},
    {EXIT_BAD_USAGE, "the command line is wrong"},
    {EXIT_LACKING, "something is missing around the program; the message says what"},
    {EXIT_STOPPED, "stopped by the user before the end"},
    {EXIT_BUG, "a mistake in the program"},
};

enum exit_code command_man(struct app *app, const struct options *options)
{
    (void)app;
    (void)options;
    puts(".TH UNKNOT 1\n.SH NAME\nunknot \\- guided exercise routines that release back tension\n"
         ".SH SYNOPSIS\n.B unknot\n[\n.I COMMAND\n]\n[OPTIONS]\n.SH DESCRIPTION\nWithout a command "
         "the home screen opens: choose a routine with the arrow keys, a mouse or a\n"
         "finger, see what it needs, and begin it. Where there is no display, the usage is "
         "printed.\n"
         ".SH COMMANDS");
    for (int i = 0; i < command_count; i++) {
        printf(".SS unknot %s %s\n%s.\n", commands[i].name, commands[i].arguments,
               commands[i].summary);
        options_print_man(&commands[i], stdout);
    }
    puts(".SH KEYS");
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++)
        if (action_table[i].key != NULL)
            printf(".TP\n.B %s\n%s\n", action_table[i].key, action_table[i].label);
    puts(".SH EXIT STATUS");
    for (size_t i = 0; i < sizeof exit_codes / sizeof *exit_codes; i++)
        printf(".TP\n.B %d\n%s\n", exit_codes[i].code, exit_codes[i].means);
    puts(".SH ENVIRONMENT\n"
         ".TP\n.B NO_COLOR\nmessages without colour\n"
         ".TP\n.B SDL_VIDEODRIVER, SDL_AUDIODRIVER, SDL_RENDER_DRIVER\nas in every SDL program\n"
         ".TP\n.B XDG_DATA_HOME\nwhere your own routines are looked for, in unknot/routines, and "
         "where "
         "what was done is kept, in unknot/history.db\n"
         ".TP\n.B XDG_CONFIG_HOME\nwhere the volume is kept, in unknot/settings.yaml");
    return EXIT_DONE;
}

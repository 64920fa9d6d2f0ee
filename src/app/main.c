// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "base/text.h"
#include "program/command.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void print_usage(FILE *out)
{
    fputs("usage: unknot [COMMAND] [OPTIONS]\n\n"
          "Guided exercise routines that release back tension.\n\n",
          out);
    for (int i = 0; i < command_count; i++)
        fprintf(out, "  %-9s %s\n", commands[i].name, commands[i].summary);
    fputs("\n'unknot COMMAND --help' says more. To choose on the screen: unknot. To begin at once: "
          "unknot play\n",
          out);
}

static void print_command_help(const struct command *command)
{
    printf("usage: unknot %s [OPTIONS]%s%s\n\n%s\n\n", command->name,
           command->arguments[0] != '\0' ? " " : "", command->arguments, command->summary);
    options_print_help(command, stdout);
}

static const struct command *find_command(const char *name)
{
    const char *names[COMMAND_MOST];
    for (int i = 0; i < command_count; i++) {
        if (text_equal(commands[i].name, name))
            return &commands[i];
        names[i] = commands[i].name;
    }
    const char *near = text_nearest(name, names, command_count);
    fprintf(stderr, "unknot: error: there is no command '%s'", name);
    if (near != NULL)
        fprintf(stderr, "; did you mean '%s'?\n", near);
    else
        fputs("; see 'unknot --help'\n", stderr);
    return NULL;
}

static bool right_number(const struct command *command, const struct options *options)
{
    int count = options->argument_count;
    if (count < command->least) {
        fprintf(stderr, "unknot %s: error: name at least one: unknot %s %s\n", command->name,
                command->name, command->arguments);
        return false;
    }
    if (command->most >= 0 && count > command->most) {
        fprintf(stderr, "unknot %s: error: '%s' is one too many\n", command->name,
                options->arguments[command->most]);
        return false;
    }
    return true;
}

static enum exit_code run_command(const struct command *command, int count, char **arguments)
{
    struct options options;
    if (!options_parse(command, count, arguments, &options))
        return EXIT_BAD_USAGE;
    if (options.given[OPTION_HELP]) {
        print_command_help(command);
        return EXIT_DONE;
    }
    if (!right_number(command, &options))
        return EXIT_BAD_USAGE;
    if (options.given[OPTION_VERBOSE])
        log_set_level(LOG_INFO);
    struct app app;
    app_init(&app, &options);
    enum exit_code code = command->run(&app, &options);
    app_finish(&app);
    return code;
}

/* A file that is opened where standard input, output or error is closed would take its number, and
 * then our lines with it. */
static void hold_standard_files(void)
{
    int file;
    do
        file = open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close(file);
}

/* Where there is no display, a person at a terminal wants to know what can be written there. */
static enum exit_code go_home(int count, char **arguments)
{
    enum exit_code code = run_command(find_command("home"), count, arguments);
    if (code != EXIT_LACKING)
        return code;
    print_usage(stderr);
    return EXIT_BAD_USAGE;
}

static enum exit_code run(int argc, char **argv)
{
    if (argc < 2)
        return go_home(0, argv + 1);
    const char *word = argv[1];
    if (text_equal(word, "--help") || text_equal(word, "-h") || text_equal(word, "help")) {
        print_usage(stdout);
        return EXIT_DONE;
    }
    if (text_equal(word, "--version")) {
        puts("unknot " UNKNOT_VERSION);
        return EXIT_DONE;
    }
    if (word[0] == '-')
        return go_home(argc - 1, argv + 1);
    const struct command *command = find_command(word);
    return command != NULL ? run_command(command, argc - 2, argv + 2) : EXIT_BAD_USAGE;
}

int main(int argc, char **argv)
{
    hold_standard_files();
    /* A file that may not grow any further is a write that fails, with a message. */
    signal(SIGXFSZ, SIG_IGN);
    enum exit_code code = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        log_error("the results could not be written");
        code = code == EXIT_DONE ? EXIT_LACKING : code;
    }
    return (int)code;
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_OPTIONS_H
#define UNKNOT_PROGRAM_OPTIONS_H

#include "base/text.h"
#include "base/tick.h"
#include "sound/bus.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The command line. One table (options.c) of every option feeds the parser, `--help` and the man
 * page; each command names the options it takes.
 */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_BAD_FILES = 1,
    EXIT_BAD_USAGE = 2,
    EXIT_LACKING = 3, /* the environment lacks something */
    EXIT_STOPPED = 4, /* by the user, before the end */
    EXIT_BUG = 70,
};

enum option_id {
    OPTION_HELP,
    OPTION_VERBOSE,
    OPTION_ROUTINES,
    OPTION_LANGUAGE,
    OPTION_JSON,
    OPTION_CSV,
    OPTION_SINCE,
    OPTION_YES,
    OPTION_STRICT,
    OPTION_WINDOWED,
    OPTION_SIZE,
    OPTION_DISPLAY,
    OPTION_EVERY,
    OPTION_FROM,
    OPTION_FIT,
    OPTION_HAVE,
    OPTION_SPEED,
    OPTION_EYES_CLOSED,
    OPTION_MUTE,
    OPTION_VOLUME,
    OPTION_VOICE_VOLUME,
    OPTION_CUE_VOLUME,
    OPTION_BREATH_VOLUME,
    OPTION_AMBIENCE_VOLUME,
    OPTION_AMBIENCE,
    OPTION_NO_SETTINGS,
    OPTION_NO_RESUME,
    OPTION_HISTORY,
    OPTION_NO_HISTORY,
    OPTION_NO_VOICE,
    OPTION_THEME,
    OPTION_PALETTE,
    OPTION_REDUCED_MOTION,
    OPTION_WATCH,
    OPTION_KEYS,
    OPTION_TERMINAL,
    OPTION_SIMULATE,
    OPTION_AT,
    OPTION_SCREEN,
    OPTION_CONFIG,
    OPTION_SHEET,
    OPTION_PICTURE,
    OPTION_GALLERY,
    OPTION_OUTPUT,
    OPTION_COUNT
};

struct options {
    bool given[OPTION_COUNT];
    const char *routines;
    const char *language; /* a tag such as "de" */
    const char *theme;
    const char *palette; /* name or path */
    const char *keys;
    const char *screen;
    const char *sheet;
    const char *picture;
    const char *ambience; /* file */
    const char *have;     /* what is at hand: names with commas between; NULL: everything */
    const char *gallery;  /* folder */
    const char *output;
    const char *config;       /* file */
    int64_t since;            /* day; INT64_MIN: not given */
    const char *history;      /* file */
    struct text_list folders; /* more of routines, before the usual ones; not on the command line */
    int width, height;        /* pixels; 0: not given */
    int display;              /* from 0 */
    int volume; /* 0 to 100, as the next ones: set where `given`, or by preferences_read() */
    int volumes[BUSES];
    double speed; /* 1 to 100 */
    tick from, at;
    tick every;               /* between two breaks */
    tick fit;                 /* 0: as long as it is */
    const char *const *go_on; /* as in timeline_options; not on the command line */
    bool built_in;            /* of routines there is the one that is part of the program */
    char **arguments;
    int argument_count;
};

struct command;

/* False when something is wrong: the message is on stderr. `arguments` excludes program and command
 * name, and is reordered: options first. */
bool options_parse(const struct command *command, int count, char **arguments,
                   struct options *options);
/* The lines of `--help` for the options a command takes. */
void options_print_help(const struct command *command, FILE *out);
/* The same as lines of a manual page. */
void options_print_man(const struct command *command, FILE *out);

#endif

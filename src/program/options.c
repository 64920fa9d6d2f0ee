// SPDX-License-Identifier: MIT
#include "program/options.h"

#include "base/text.h"
#include "kiosk/remind.h"
#include "program/command.h"
#include "program/day.h"
#include "program/language.h"
#include "routine/dose.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Reads one value into its place; false: the value is not of this form. */
typedef bool option_reader(const char *value, struct options *options);

struct option_info {
    const char *name;
    char letter;
    const char *argument; /* what stands for the value in the help; NULL: a switch */
    option_reader *read;  /* NULL: `given` says it all */
    const char *form;     /* the values it takes, for the error message */
    const char *help;
};

static bool whole_number(const char *text, int least, int most, int *out)
{
    char *end;
    errno = 0;
    long number = strtol(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || number < least || number > most)
        return false;
    *out = (int)number;
    return true;
}

static bool read_size(const char *value, struct options *options)
{
    const char *cross = strchr(value, 'x');
    char width[8];
    if (cross == NULL || (size_t)(cross - value) >= sizeof width)
        return false;
    memcpy(width, value, (size_t)(cross - value));
    width[cross - value] = '\0';
    return whole_number(width, 64, 16384, &options->width) &&
           whole_number(cross + 1, 64, 16384, &options->height);
}

static bool read_display(const char *value, struct options *options)
{
    return whole_number(value, 0, 63, &options->display);
}

static bool read_volume(const char *value, struct options *options)
{
    return whole_number(value, 0, 100, &options->volume);
}

static bool read_voice_volume(const char *value, struct options *options)
{
    return whole_number(value, 0, 100, &options->volumes[BUS_VOICE]);
}

static bool read_cue_volume(const char *value, struct options *options)
{
    return whole_number(value, 0, 100, &options->volumes[BUS_CUES]);
}

static bool read_breath_volume(const char *value, struct options *options)
{
    return whole_number(value, 0, 100, &options->volumes[BUS_BREATH]);
}

static bool read_ambience_volume(const char *value, struct options *options)
{
    return whole_number(value, 0, 100, &options->volumes[BUS_AMBIENCE]);
}

static bool read_ambience(const char *value, struct options *options)
{
    options->ambience = value;
    return value[0] != '\0';
}

static bool read_speed(const char *value, struct options *options)
{
    char *end;
    options->speed = strtod(value, &end);
    return end != value && *end == '\0' && isfinite(options->speed) && options->speed >= 1 &&
           options->speed <= 100;
}

static bool read_from(const char *value, struct options *options)
{
    return duration_parse(value, &options->from);
}

static bool read_at(const char *value, struct options *options)
{
    return duration_parse(value, &options->at);
}

static bool read_every(const char *value, struct options *options)
{
    return duration_parse(value, &options->every) && options->every >= REMIND_LEAST &&
           options->every <= REMIND_MOST;
}

static bool read_fit(const char *value, struct options *options)
{
    return duration_parse(value, &options->fit) && options->fit > 0;
}

static bool read_have(const char *value, struct options *options)
{
    options->have = value;
    return true;
}

static bool read_since(const char *value, struct options *options)
{
    return day_read(value, &options->since);
}

static bool read_routines(const char *value, struct options *options)
{
    struct stat status;
    options->routines = value;
    return stat(value, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool read_language(const char *value, struct options *options)
{
    char tag[LANGUAGE_TAG];
    options->language = value;
    return language_tag(value, strlen(value), tag);
}

static bool read_theme(const char *value, struct options *options)
{
    options->theme = value;
    return true;
}

static bool read_palette(const char *value, struct options *options)
{
    options->palette = value;
    return value[0] != '\0';
}

static bool read_keys(const char *value, struct options *options)
{
    options->keys = value;
    return value[0] != '\0';
}

static bool read_screen(const char *value, struct options *options)
{
    options->screen = value;
    return true;
}

static bool read_sheet(const char *value, struct options *options)
{
    options->sheet = value;
    return value[0] != '\0';
}

static bool read_gallery(const char *value, struct options *options)
{
    options->gallery = value;
    return value[0] != '\0';
}

static bool read_picture(const char *value, struct options *options)
{
    options->picture = value;
    return value[0] != '\0';
}

static bool read_config(const char *value, struct options *options)
{
    options->config = value;
    return value[0] != '\0';
}

static bool read_history(const char *value, struct options *options)
{
    options->history = value;
    return value[0] != '\0';
}

static bool read_output(const char *value, struct options *options)
{
    options->output = value;
    return value[0] != '\0';
}

#define VOLUME_FORM "a number from 0 to 100"
#define TIME_FORM "a time such as 8:06, 90s or 2min"

static const struct option_info table[] = {
    [OPTION_HELP] = {"help", 'h', NULL, NULL, NULL, "show this help"},
    [OPTION_VERBOSE] = {"verbose", 'v', NULL, NULL, NULL, "say more about what is going on"},
    [OPTION_ROUTINES] = {"routines", 0, "DIR", read_routines, "a folder that exists",
                         "look for routines in DIR first"},
    [OPTION_LANGUAGE] = {"language", 0, "TAG", read_language, "a language such as de or pt-BR",
                         "language of the screens and routines: en, de"},
    [OPTION_JSON] = {"json", 0, NULL, NULL, NULL, "print JSON"},
    [OPTION_CSV] = {"csv", 0, NULL, NULL, NULL, "print a table for a spreadsheet"},
    [OPTION_SINCE] = {"since", 0, "DATE", read_since, DAY_FORM, "only from this day on"},
    [OPTION_YES] = {"yes", 'y', NULL, NULL, NULL, "do not ask before it is done"},
    [OPTION_STRICT] = {"strict", 0, NULL, NULL, NULL, "treat warnings as errors"},
    [OPTION_WINDOWED] = {"windowed", 'w', NULL, NULL, NULL, "play in a window"},
    [OPTION_SIZE] = {"size", 0, "WxH", read_size, "a size from 64x64 to 16384x16384",
                     "size in pixels (with play: of the window, which it implies)"},
    [OPTION_DISPLAY] = {"display", 0, "N", read_display, "a number from 0 to 63",
                        "use the display with this number"},
    [OPTION_EVERY] = {"every", 0, "DURATION", read_every, "a time from 5 min to 6 h",
                      "offer a break after so much time at work (40 min if nothing is said)"},
    [OPTION_FROM] = {"from", 0, "TIME", read_from, TIME_FORM, "begin at this time"},
    [OPTION_FIT] = {"fit", 0, "DURATION", read_fit, TIME_FORM ", above zero",
                    "shorten the routine to fit, as its steps allow"},
    [OPTION_HAVE] = {"have", 0, "LIST", read_have, "names with commas between",
                     "what is at hand, such as 'mat, foam roller': decides what 'with:' does"},
    [OPTION_SPEED] = {"speed", 0, "X", read_speed, "a number from 1 to 100",
                      "play X times as fast, for tests and previews"},
    [OPTION_EYES_CLOSED] = {"eyes-closed", 'e', NULL, NULL, NULL,
                            "screen almost black, everything is said"},
    [OPTION_MUTE] = {"mute", 'm', NULL, NULL, NULL, "begin with the sound off"},
    [OPTION_VOLUME] = {"volume", 0, "0-100", read_volume, VOLUME_FORM,
                       "volume of everything, for this session"},
    [OPTION_VOICE_VOLUME] = {"voice-volume", 0, "0-100", read_voice_volume, VOLUME_FORM,
                             "volume of the voice, below the one of everything"},
    [OPTION_CUE_VOLUME] = {"cue-volume", 0, "0-100", read_cue_volume, VOLUME_FORM,
                           "volume of the short sounds"},
    [OPTION_BREATH_VOLUME] = {"breath-volume", 0, "0-100", read_breath_volume, VOLUME_FORM,
                              "volume of the breath tones; 0: none"},
    [OPTION_AMBIENCE_VOLUME] = {"ambience-volume", 0, "0-100", read_ambience_volume, VOLUME_FORM,
                                "volume of the ambience"},
    [OPTION_AMBIENCE] = {"ambience", 0, "FILE", read_ambience, "a file",
                         "play FILE (Ogg, FLAC, WAV, MP3) quietly behind everything"},
    [OPTION_NO_SETTINGS] = {"no-settings", 0, NULL, NULL, NULL,
                            "neither use nor keep what the settings file says"},
    [OPTION_NO_RESUME] = {"no-resume", 0, NULL, NULL, NULL,
                          "do not ask whether to go on where it was left, and keep no place"},
    [OPTION_HISTORY] = {"history", 0, "FILE", read_history, "a file",
                        "what is done is in FILE (with play: whatever kind of session it is)"},
    [OPTION_NO_HISTORY] = {"no-history", 0, NULL, NULL, NULL,
                           "keep nothing of what is done, and show nothing of it"},
    [OPTION_NO_VOICE] = {"no-voice", 0, NULL, NULL, NULL, "sounds and captions, but no voice"},
    [OPTION_THEME] = {"theme", 0, "NAME", read_theme, "the name of a theme",
                      "colours: night, light or contrast"},
    [OPTION_PALETTE] = {"palette", 0, "NAME", read_palette, "the name of a palette or its file",
                        "who is drawn: lagoon, iris, berry or one of your own"},
    [OPTION_REDUCED_MOTION] = {"reduced-motion", 0, NULL, NULL, NULL,
                               "fade instead of growing and shrinking"},
    [OPTION_WATCH] = {"watch", 0, NULL, NULL, NULL,
                      "when a file of the routine is saved, go on with what it says"},
    [OPTION_KEYS] = {"keys", 0, "FILE", read_keys, "a file",
                     "press the keys that FILE lists, each at its time"},
    [OPTION_TERMINAL] = {"terminal", 't', NULL, NULL, NULL,
                         "no window: each step, cue and caption as a line"},
    [OPTION_SIMULATE] =
        {"simulate", 0, NULL, NULL, NULL,
         "let the clock run as fast as it can, without sound (play: with --terminal; remind: "
         "what happens at the desk is read from standard input)"},
    [OPTION_AT] = {"at", 0, "TIME", read_at, TIME_FORM, "the moment to draw"},
    [OPTION_SCREEN] =
        {"screen", 0, "NAME", read_screen, "the name of a screen",
         "player, paused, leave, help, eyes-closed, finish, after, resume or mistakes; home, "
         "before, countdown, learn (--at 2:00: its third page), week or trend (--at 3:00: begun "
         "three weeks ago), trouble or settings; kiosk-idle, -night, -wrong, -safe, -choose, "
         "-notice, -thanks, -deserted or -pin"},
    [OPTION_CONFIG] = {"config", 0, "FILE", read_config, "a file",
                       "config of the kiosk (/etc/unknot/kiosk.yaml, if there is one)"},
    [OPTION_SHEET] = {"sheet", 0, "FILE.png", read_sheet, "a file",
                      "draw every pose and in-between on one sheet"},
    [OPTION_PICTURE] = {"picture", 0, "FILE.png", read_picture, "a file",
                        "draw one figure on a ground of its own"},
    [OPTION_GALLERY] = {"gallery", 0, "DIR", read_gallery, "a folder",
                        "draw every exercise into DIR and print the page that shows them"},
    [OPTION_OUTPUT] = {"output", 'o', "FILE.png", read_output, "a file", "where the picture goes"},
};
static_assert(sizeof table / sizeof *table == OPTION_COUNT, "every option has its row");

static bool command_takes(const struct command *command, enum option_id id)
{
    return (command->options & OPTION_BIT(id)) != 0;
}

/* getopt_long's own tables, made from ours. */
struct getopt_tables {
    struct option longs[OPTION_COUNT + 1];
    const char *names[OPTION_COUNT];
    size_t count;
    char letters[2 * OPTION_COUNT + 2];
};

enum { LONG_BASE = 256 };

static void make_tables(const struct command *command, struct getopt_tables *tables)
{
    char *letter = tables->letters;
    *letter++ = ':'; /* so that a missing value is told apart from an unknown option */
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (!command_takes(command, (enum option_id)id))
            continue;
        int wants = table[id].argument != NULL ? required_argument : no_argument;
        tables->names[tables->count] = table[id].name;
        tables->longs[tables->count++] =
            (struct option){table[id].name, wants, NULL, LONG_BASE + id};
        if (table[id].letter != 0) {
            *letter++ = table[id].letter;
            if (wants)
                *letter++ = ':';
        }
    }
    tables->longs[tables->count] = (struct option){0};
    *letter = '\0';
}

static int option_of(int code)
{
    if (code >= LONG_BASE)
        return code - LONG_BASE;
    for (int id = 0; id < OPTION_COUNT; id++)
        if (table[id].letter == code)
            return id;
    return -1;
}

/* What getopt_long stopped at: a letter of its own is in `optopt`; of a long option it has passed
 * the whole word, and `optopt` is its code when it is known and given a value that it does not
 * take. */
static void say_unknown(const struct command *command, const char *word,
                        const struct getopt_tables *tables)
{
    if (optopt >= LONG_BASE) {
        fprintf(stderr, "unknot %s: error: --%s takes no value\n", command->name,
                table[optopt - LONG_BASE].name);
        return;
    }
    char name[64] = {'-', (char)optopt};
    if (optopt == 0)
        snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
    const char *near = text_nearest(name + strspn(name, "-"), tables->names, tables->count);
    fprintf(stderr, "unknot %s: error: there is no option '%s'", command->name, name);
    if (near != NULL)
        fprintf(stderr, "; did you mean '--%s'?\n", near);
    else
        fprintf(stderr, "; see 'unknot %s --help'\n", command->name);
}

static bool take(const struct command *command, int id, const char *value, struct options *options)
{
    const struct option_info *info = &table[id];
    options->given[id] = true;
    if (info->read == NULL || info->read(value, options))
        return true;
    fprintf(stderr, "unknot %s: error: --%s takes %s, not '%s'\n", command->name, info->name,
            info->form, value);
    return false;
}

bool options_parse(const struct command *command, int count, char **arguments,
                   struct options *options)
{
    *options = (struct options){.speed = 1, .every = REMIND_USUAL, .since = INT64_MIN};
    struct getopt_tables tables = {0};
    make_tables(command, &tables);
    optind = 0; /* glibc: start afresh */
    opterr = 0;
    int code;
    /* getopt counts from the program's name, which stands right before the arguments. */
    char **all = arguments - 1;
    while ((code = getopt_long(count + 1, all, tables.letters, tables.longs, NULL)) != -1) {
        if (code == '?') {
            say_unknown(command, all[optind - 1], &tables);
            return false;
        }
        if (code == ':') {
            int id = option_of(optopt);
            fprintf(stderr, "unknot %s: error: --%s needs %s behind it\n", command->name,
                    table[id].name, table[id].form);
            return false;
        }
        if (!take(command, option_of(code), optarg, options))
            return false;
    }
    options->arguments = all + optind;
    options->argument_count = count + 1 - optind;
    return true;
}

void options_print_help(const struct command *command, FILE *out)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (!command_takes(command, (enum option_id)id))
            continue;
        const struct option_info *info = &table[id];
        char left[40];
        snprintf(left, sizeof left, "--%s%s%s", info->name, info->argument != NULL ? " " : "",
                 info->argument != NULL ? info->argument : "");
        if (info->letter != 0)
            fprintf(out, "  -%c, %-23s %s\n", info->letter, left, info->help);
        else
            fprintf(out, "      %-23s %s\n", left, info->help);
    }
}

void options_print_man(const struct command *command, FILE *out)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option_info *info = &table[id];
        if (!command_takes(command, (enum option_id)id) || id == OPTION_HELP)
            continue;
        fprintf(out, ".TP\n.B \\-\\-%s %s\n%s\n", info->name,
                info->argument != NULL ? info->argument : "", info->help);
    }
}

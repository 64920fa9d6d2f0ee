// SPDX-License-Identifier: MIT
#include "app/counts_table.h"
#include "app/history_table.h"
#include "app/past.h"
#include "base/file.h"
#include "program/command.h"
#include "program/day.h"
#include "progress/exchange.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#define COMPLAINT "unknot history: error: "

/* The list. */

/* A kiosk's, which has nothing else. */
static enum exit_code show_counts(struct app *app, const struct options *options,
                                  const struct records *records)
{
    if (options->given[OPTION_JSON]) {
        fputs(COMPLAINT "these are a kiosk's counts, which are a table: --csv\n", stderr);
        return EXIT_BAD_USAGE;
    }
    if (options->given[OPTION_CSV])
        return exchange_print_counts(records, stdout) ? EXIT_DONE : EXIT_LACKING;
    counts_table_print(&app->arena, records, day_today(), stdout);
    return EXIT_DONE;
}

static enum exit_code show(struct app *app, const struct options *options)
{
    struct records records;
    if (!past_read(app, options, options->since, &records))
        return EXIT_LACKING;
    bool kept = records.session_count + records.tick_count > 0;
    if (!kept && records.count_count > 0)
        return show_counts(app, options, &records);
    if (options->given[OPTION_JSON])
        return exchange_print_json(&records, stdout) ? EXIT_DONE : EXIT_LACKING;
    if (options->given[OPTION_CSV])
        return exchange_print_csv(&records, stdout) ? EXIT_DONE : EXIT_LACKING;
    if (kept)
        history_table_print(&app->arena, &records, stdout);
    else
        fprintf(stderr, "nothing was kept%s\n",
                options->given[OPTION_SINCE] ? " since that day" : " yet");
    return EXIT_DONE;
}

/* import FILE */

/* The text is gone before the history is opened: there is a lot of it. */
static bool read_file(struct app *app, const char *path, struct records *out)
{
    const char *error = NULL;
    struct arena text;
    arena_init(&text);
    struct source *source = arena_alloc(&app->arena, sizeof *source);
    source->name = path;
    bool read = file_read(&text, path, EXCHANGE_MAX_BYTES, &source->text, &source->length, &error);
    if (!read)
        diag_error(&app->diags, (struct span){.source = source}, "cannot be read: %s", error);
    bool good = read && exchange_read_json(&app->arena, source, &app->diags, out);
    app_print_diags(app);
    *source = (struct source){.name = path};
    arena_finish(&text);
    return good;
}

static enum exit_code import(struct app *app, const struct options *options)
{
    char why[HISTORY_WHY] = "";
    struct records records;
    size_t added = 0;
    if (!read_file(app, options->arguments[1], &records))
        return EXIT_BAD_FILES;
    struct history *history = past_open(app, options);
    if (history == NULL)
        return EXIT_LACKING;
    bool kept = history_import(history, &records, &added, why);
    history_close(history);
    if (!kept)
        return past_failed(app, options, why);
    size_t all = records.session_count + records.tick_count;
    printf("added %zu of %zu sessions and ticks%s\n", added, all,
           added < all ? "; the others were there already" : "");
    return EXIT_DONE;
}

/* forget DATE, ID or everything */

static bool read_wish(const char *text, struct history_wish *wish)
{
    char *end;
    *wish = (struct history_wish){.what = FORGET_EVERYTHING};
    if (text_equal(text, "everything"))
        return true;
    wish->what = FORGET_DAY;
    if (day_read(text, &wish->which))
        return true;
    wish->what = FORGET_SESSION;
    errno = 0;
    wish->which = strtoll(text, &end, 10);
    if (isdigit((unsigned char)*text) && *end == '\0' && errno == 0)
        return true;
    fprintf(stderr,
            COMPLAINT "'%s' is neither " DAY_FORM ", nor the number of a session, nor "
                      "'everything'; 'unknot history' lists them\n",
            text);
    return false;
}

/* What of the history is meant. */
static void choose(struct arena *arena, const struct history_wish *wish, const struct records *all,
                   struct records *out)
{
    bool everything = wish->what == FORGET_EVERYTHING, day = wish->what == FORGET_DAY;
    *out = (struct records){
        .sessions = arena_alloc(arena, all->session_count * sizeof *out->sessions),
        .ticks = arena_alloc(arena, all->tick_count * sizeof *out->ticks),
    };
    if (everything) {
        out->counts = all->counts;
        out->count_count = all->count_count;
    }
    for (size_t i = 0; i < all->session_count; i++) {
        const struct record *record = &all->sessions[i];
        if (everything || (day ? record_day(record) == wish->which : record->id == wish->which))
            out->sessions[out->session_count++] = *record;
    }
    for (size_t i = 0; i < all->tick_count; i++)
        if (everything || (day && all->ticks[i].day == wish->which))
            out->ticks[out->tick_count++] = all->ticks[i];
}

static const char *amount(struct arena *arena, const struct records *records)
{
    int64_t counted = 0;
    for (size_t i = 0; i < records->count_count; i++)
        counted += records->counts[i].sessions;
    if (counted > 0)
        return arena_format(arena, "%" PRId64 " counted session%s", counted,
                            counted == 1 ? "" : "s");
    const char *ticks = records->tick_count == 0 ? ""
                        : records->tick_count == 1
                            ? " and 1 tick"
                            : arena_format(arena, " and %zu ticks", records->tick_count);
    return arena_format(arena, "%zu session%s%s", records->session_count,
                        records->session_count == 1 ? "" : "s", ticks);
}

static void print_question(struct arena *arena, const struct records *meant, bool everything)
{
    enum { FEW = 20 };
    size_t count = meant->session_count + meant->tick_count;
    if (count > 0 && count <= FEW)
        history_table_print(arena, meant, stderr);
    fprintf(stderr, "%s%s%s will be gone for good.", everything ? "Everything: " : "",
            amount(arena, meant), everything ? ", and damaged files that were moved aside," : "");
}

static bool says_yes(void)
{
    char answer[16] = "";
    fputs(" Go on? [y/N] ", stderr);
    fflush(stderr);
    return fgets(answer, sizeof answer, stdin) != NULL && (answer[0] == 'y' || answer[0] == 'Y');
}

/* EXIT_DONE: it is meant. */
static enum exit_code ask(const struct options *options, struct arena *arena,
                          const struct records *meant, bool everything)
{
    if (options->given[OPTION_YES])
        return EXIT_DONE;
    if (!isatty(STDIN_FILENO)) {
        fputs(COMPLAINT "nobody can be asked here; --yes says that it is meant\n", stderr);
        return EXIT_BAD_USAGE;
    }
    print_question(arena, meant, everything);
    if (says_yes())
        return EXIT_DONE;
    fputs("nothing was forgotten\n", stderr);
    return EXIT_STOPPED;
}

/* The disk has no room for a journal. */
static bool ask_in_place(const struct options *options)
{
    fputs("The disk is full: the file can only be changed in place. A power cut in that moment may "
          "damage all of it.",
          stderr);
    if (!options->given[OPTION_YES])
        return says_yes();
    fputc('\n', stderr);
    return true;
}

static enum exit_code carry_out(struct app *app, const struct options *options,
                                struct history *history, struct history_wish *wish)
{
    char why[HISTORY_WHY] = "";
    size_t gone;
    enum history_forgot forgot = history_forget(history, wish, &gone, why);
    if (forgot == HISTORY_NO_ROOM && ask_in_place(options)) {
        wish->in_place = true;
        forgot = history_forget(history, wish, &gone, why);
    }
    return forgot == HISTORY_FORGOTTEN ? EXIT_DONE : past_failed(app, options, why);
}

static enum exit_code forget_in(struct app *app, const struct options *options,
                                struct history *history, struct history_wish *wish)
{
    char why[HISTORY_WHY] = "";
    struct records all, meant;
    if (!history_read(history, &app->arena, INT64_MIN, &all, why))
        return past_failed(app, options, why);
    choose(&app->arena, wish, &all, &meant);
    bool everything = wish->what == FORGET_EVERYTHING;
    if (meant.session_count + meant.tick_count == 0 && !everything) {
        fprintf(stderr, COMPLAINT "nothing is kept of '%s'; 'unknot history' lists what is\n",
                options->arguments[1]);
        return EXIT_BAD_USAGE;
    }
    enum exit_code code = ask(options, &app->arena, &meant, everything);
    if (code == EXIT_DONE)
        code = carry_out(app, options, history, wish);
    if (code == EXIT_DONE)
        printf("forgotten: %s\n", amount(&app->arena, &meant));
    return code;
}

static enum exit_code forget(struct app *app, const struct options *options)
{
    struct history_wish wish;
    if (!read_wish(options->arguments[1], &wish))
        return EXIT_BAD_USAGE;
    struct history *history = past_open(app, options);
    if (history == NULL)
        return EXIT_LACKING;
    enum exit_code code = forget_in(app, options, history, &wish);
    history_close(history);
    return code;
}

static const struct verb {
    const char *name, *argument;
    enum exit_code (*run)(struct app *app, const struct options *options);
} verbs[] = {
    {"import", "FILE", import},
    {"forget", "DATE|ID|everything", forget},
};
enum { VERBS = sizeof verbs / sizeof *verbs };

static const struct verb *find_verb(const char *name)
{
    const char *names[VERBS];
    for (size_t i = 0; i < VERBS; i++) {
        if (text_equal(verbs[i].name, name))
            return &verbs[i];
        names[i] = verbs[i].name;
    }
    const char *near = text_nearest(name, names, VERBS);
    fprintf(stderr, COMPLAINT "there is no '%s' of it; %s\n", name,
            near == NULL                 ? "say import or forget, or nothing for the list"
            : text_equal(near, "import") ? "did you mean 'import'?"
                                         : "did you mean 'forget'?");
    return NULL;
}

/* What only goes with the list, or only with forgetting. */
static bool options_fit(const struct options *options, const struct verb *verb)
{
    if (options->given[OPTION_JSON] && options->given[OPTION_CSV]) {
        fputs(COMPLAINT "--json or --csv, not both\n", stderr);
        return false;
    }
    const char *list = options->given[OPTION_JSON]    ? "json"
                       : options->given[OPTION_CSV]   ? "csv"
                       : options->given[OPTION_SINCE] ? "since"
                                                      : NULL;
    if (verb != NULL && list != NULL) {
        fprintf(stderr, COMPLAINT "--%s goes with the list, not with %s\n", list, verb->name);
        return false;
    }
    if (options->given[OPTION_YES] && (verb == NULL || verb->run != forget)) {
        fputs(COMPLAINT "--yes goes with forget\n", stderr);
        return false;
    }
    return true;
}

enum exit_code command_history(struct app *app, const struct options *options)
{
    const struct verb *verb = NULL;
    if (options->argument_count > 0) {
        verb = find_verb(options->arguments[0]);
        if (verb == NULL)
            return EXIT_BAD_USAGE;
        if (options->argument_count < 2) {
            fprintf(stderr, COMPLAINT "say what: unknot history %s %s\n", verb->name,
                    verb->argument);
            return EXIT_BAD_USAGE;
        }
    }
    if (!options_fit(options, verb))
        return EXIT_BAD_USAGE;
    return verb != NULL ? verb->run(app, options) : show(app, options);
}

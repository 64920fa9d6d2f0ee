// SPDX-License-Identifier: MIT
#include "app/past.h"

#include "base/log.h"
#include "program/folders.h"

static const char *path_of(struct app *app, const struct options *options)
{
    const char *path =
        options->given[OPTION_HISTORY] ? options->history : folders_history(&app->arena);
    if (path == NULL)
        log_error("there is no history, since there is no home folder: set HOME");
    return path;
}

enum exit_code past_failed(struct app *app, const struct options *options, const char *why)
{
    log_error("%s: %s", path_of(app, options), why);
    return EXIT_LACKING;
}

static bool can_read(enum history_state state)
{
    return state != HISTORY_NEWER && state != HISTORY_UNUSABLE;
}

bool past_read(struct app *app, const struct options *options, int64_t since, struct records *out)
{
    char why[HISTORY_WHY] = "";
    enum history_state state;
    const char *path = path_of(app, options);
    if (path == NULL)
        return false;
    struct history *history = history_open_to_read(path, &state, why);
    bool read = can_read(state) && history_read(history, &app->arena, since, out, why);
    history_close(history);
    if (!read)
        past_failed(app, options, why);
    return read;
}

struct history *past_open(struct app *app, const struct options *options)
{
    char why[HISTORY_WHY] = "";
    enum history_state state;
    const char *path = path_of(app, options);
    if (path == NULL)
        return NULL;
    struct history *history = history_open(path, &state, why);
    if (state == HISTORY_MOVED)
        log_warning("%s: %s", path, why);
    if (state == HISTORY_FINE || state == HISTORY_MOVED)
        return history;
    past_failed(app, options, why);
    history_close(history);
    return NULL;
}

// SPDX-License-Identifier: MIT
#include "app/app.h"

#include "app/folders.h"
#include "timeline/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void app_init(struct app *app, const struct options *options)
{
    *app = (struct app){0};
    arena_init(&app->arena);
    diag_init(&app->diags, &app->arena);
    app->diags.strict = options->given[OPTION_STRICT];
    if (options->routines != NULL)
        app->folders[app->folder_count++] = options->routines;
    const char *user = folders_user_routines(&app->arena);
    if (user != NULL)
        app->folders[app->folder_count++] = user;
    const char *installed = folders_installed(&app->arena, "routines");
    if (installed != NULL)
        app->folders[app->folder_count++] = installed;
    app->assets = folders_installed(&app->arena, "assets");
    library_open(&app->library, &app->arena, app->folders, app->folder_count);
}

void app_finish(struct app *app)
{
    arena_finish(&app->arena);
}

void app_print_diags(struct app *app)
{
    bool colour = isatty(STDERR_FILENO) && getenv("NO_COLOR") == NULL;
    diag_print(&app->diags, stderr, colour);
}

const struct timeline *app_compile(struct app *app, const struct options *options,
                                   const struct voice_measure *voice)
{
    const char *name = options->argument_count > 0 ? options->arguments[0] : "daily-mobility";
    const struct routine *routine = routine_find(&app->library, name, &app->diags);
    const struct timeline *timeline = NULL;
    if (routine != NULL) {
        struct timeline_options wanted = {.ask = true, .fit = options->fit, .voice = voice};
        timeline = timeline_compile(&app->arena, routine, &wanted, &app->diags);
    }
    app_print_diags(app);
    return app->diags.errors == 0 ? timeline : NULL;
}

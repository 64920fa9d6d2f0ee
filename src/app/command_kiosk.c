// SPDX-License-Identifier: MIT
#include "base/log.h"
#include "office/office.h"
#include "program/command.h"
#include "program/folders.h"
#include "program/look.h"

#include <stdlib.h>
#include <string.h>

static bool read_keys(struct office *office)
{
    struct app *app = office->app;
    const char *path = office->files.options.keys;
    if (path == NULL || key_script_read(&app->arena, path, &app->diags, &office->keys))
        return true;
    app_print_diags(app);
    return false;
}

/* Two would fight for the screen, and for the record of how they ended. */
static bool is_alone(struct office *office)
{
    struct arena *arena = &office->app->arena;
    const char *display = getenv("WAYLAND_DISPLAY");
    display = display != NULL && *display != '\0' ? display : getenv("DISPLAY");
    char *name = arena_format(arena, "kiosk/display%s.lock", display != NULL ? display : "");
    for (char *at = name + strlen("kiosk/"); (at = strchr(at, '/')) != NULL;)
        *at = '-';
    if (only_one_take(&office->one, arena, folders_state(arena, name)))
        return true;
    log_error("a kiosk is on this display already: process %ld", (long)office->one.other);
    return false;
}

enum exit_code command_kiosk(struct app *app, const struct options *options)
{
    struct office *office = memory_alloc(sizeof *office);
    memset(office, 0, sizeof *office);
    office->app = app;
    const char *why = NULL;
    if (!is_alone(office)) {
        free(office);
        return EXIT_LACKING;
    }
    lifeline_begin(&office->lifeline, &app->arena);
    office_init(office, options);
    if (!look_init(&office->view, app, &office->files.options)) {
        office->code = EXIT_BAD_USAGE;
    } else if (!read_keys(office)) {
        office->code = EXIT_BAD_FILES;
    } else if (!office_open(office, &why)) {
        log_error("there is no window: %s", why);
        office->code = EXIT_LACKING;
    } else {
        office_run(office);
        office_close(office);
    }
    enum exit_code code = office->code;
    lifeline_end(&office->lifeline);
    office_finish(office);
    only_one_leave(&office->one);
    free(office);
    return code;
}

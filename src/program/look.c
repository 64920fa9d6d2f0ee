// SPDX-License-Identifier: MIT
#include "program/look.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

static bool find_theme(const char *name, const struct theme **out)
{
    const struct theme *theme = theme_find(name);
    if (theme != NULL) {
        *out = theme;
        return true;
    }
    fprintf(stderr, "unknot: error: there is no theme '%s'; there are", name);
    for (int i = 0; i < THEMES; i++)
        fprintf(stderr, "%s %s", i == 0 ? "" : i == THEMES - 1 ? " and" : ",", theme_table[i].name);
    fputc('\n', stderr);
    return false;
}

static void say_no_palette(struct app *app, struct diag_list *diags, const char *name)
{
    const struct text_list *names = &app->library.names[LIBRARY_PALETTE];
    const char *near = library_nearest(&app->library, LIBRARY_PALETTE, name);
    const struct span nowhere = {0};
    if (near != NULL) {
        diag_error(diags, nowhere, "there is no palette '%s'; did you mean '%s'?", name, near);
        return;
    }
    const char *there = "";
    for (size_t i = 0; i < names->count; i++)
        there = arena_format(&app->arena, "%s%s %s", there,
                             i == 0                  ? "; there are"
                             : i + 1 == names->count ? " and"
                                                     : ",",
                             names->items[i]);
    diag_error(diags, nowhere, "there is no palette '%s'%s", name, there);
}

/* By name, or by path as a routine is. The default needs no file, but may have one of the user's
 * own. */
bool look_palette(struct app *app, const struct options *options, struct diag_list *diags,
                  const struct palette **out)
{
    const char *name = options->palette, *path = name;
    *out = NULL;
    if (name == NULL)
        return true;
    if (strchr(name, '/') == NULL && !text_ends(name, ".yaml")) {
        const struct library_item *item = library_find(&app->library, LIBRARY_PALETTE, name);
        if (item == NULL && text_equal(name, PALETTE_DEFAULT_NAME))
            return true;
        if (item == NULL) {
            say_no_palette(app, diags, name);
            return false;
        }
        path = item->path;
    }
    *out = palette_read(&app->arena, path, diags);
    return *out != NULL;
}

bool look_init(struct view_context *view, struct app *app, const struct options *options)
{
    *view = (struct view_context){.theme = &theme_table[THEME_NIGHT],
                                  .words = app->words,
                                  .reduced_motion = options->given[OPTION_REDUCED_MOTION]};
    if (options->theme != NULL && !find_theme(options->theme, &view->theme))
        return false;
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    bool found = look_palette(app, options, &diags, &view->body);
    app_print_list(&diags);
    return found || !options->given[OPTION_PALETTE];
}

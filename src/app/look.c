// SPDX-License-Identifier: MIT
#include "app/look.h"

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

static void say_no_palette(const struct library *library, const char *name)
{
    const struct text_list *names = &library->names[LIBRARY_PALETTE];
    const char *near = library_nearest(library, LIBRARY_PALETTE, name);
    fprintf(stderr, "unknot: error: there is no palette '%s'", name);
    if (near != NULL) {
        fprintf(stderr, "; did you mean '%s'?\n", near);
        return;
    }
    for (size_t i = 0; i < names->count; i++)
        fprintf(stderr, "%s %s",
                i == 0                  ? "; there are"
                : i + 1 == names->count ? " and"
                                        : ",",
                names->items[i]);
    fputc('\n', stderr);
}

/* By name, or by path as a routine is. The default needs no file, but may have one of the user's
 * own. */
static bool find_palette(struct app *app, const char *name, const struct palette **out)
{
    const char *path = name;
    if (strchr(name, '/') == NULL && !text_ends(name, ".yaml")) {
        const struct library_item *item = library_find(&app->library, LIBRARY_PALETTE, name);
        if (item == NULL && text_equal(name, PALETTE_DEFAULT_NAME))
            return true;
        if (item == NULL) {
            say_no_palette(&app->library, name);
            return false;
        }
        path = item->path;
    }
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    *out = palette_read(&app->arena, path, &diags);
    app_print_list(&diags);
    return *out != NULL;
}

bool look_init(struct view_context *view, struct app *app, const struct options *options)
{
    *view = (struct view_context){.theme = &theme_table[THEME_NIGHT],
                                  .words = app->words,
                                  .reduced_motion = options->given[OPTION_REDUCED_MOTION]};
    return (options->theme == NULL || find_theme(options->theme, &view->theme)) &&
           (options->palette == NULL || find_palette(app, options->palette, &view->body) ||
            !options->given[OPTION_PALETTE]);
}

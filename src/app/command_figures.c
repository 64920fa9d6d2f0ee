// SPDX-License-Identifier: MIT
#include "app/gallery.h"
#include "base/text.h"
#include "platform/platform.h"
#include "program/command.h"
#include "program/look.h"
#include "view/figure_picture.h"
#include "view/figure_sheet.h"

#include <stdio.h>
#include <string.h>

enum { SHEET_WIDTH = 1920, PICTURE_WIDTH = 1920, PICTURE_HEIGHT = 1200 };

static void say_no_figure(const struct library *library, const char *name)
{
    const char *near = library_nearest(library, LIBRARY_FIGURE, name);
    fprintf(stderr, "unknot figures: error: there is no figure '%s'; ", name);
    if (near != NULL)
        fprintf(stderr, "did you mean '%s'?\n", near);
    else
        fputs("'unknot list' names them\n", stderr);
}

/* By name, or by path as a routine is. NULL: stderr says why, or `diags` do. */
static const struct figure *find_figure(struct app *app, const char *name)
{
    if (strchr(name, '/') != NULL || text_ends(name, ".yaml"))
        return figure_read(&app->arena, name, &app->diags);
    const struct library_item *item = library_find(&app->library, LIBRARY_FIGURE, name);
    if (item == NULL) {
        say_no_figure(&app->library, name);
        return NULL;
    }
    return figure_read(&app->arena, item->path, &app->diags);
}

static enum exit_code write_list(struct shot *shot, const struct draw_list *list, const char *path)
{
    const char *error = NULL;
    if (shot_write(shot, list, path, &error))
        return EXIT_DONE;
    fprintf(stderr, "unknot figures: error: cannot write %s: %s\n", path, error);
    return EXIT_LACKING;
}

struct figure_rows {
    struct figure_sheet_row *items;
    size_t count;
};

/* The figures that are named, or all; those that cannot be read are messages. */
static struct figure_rows read_rows(struct app *app, const char *const *names, size_t count)
{
    struct figure_rows rows = {.items = arena_alloc(&app->arena, (count + 1) * sizeof *rows.items)};
    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = find_figure(app, names[i]);
        if (figure != NULL)
            rows.items[rows.count++] = (struct figure_sheet_row){
                .name = library_id(&app->arena, names[i]), .figure = figure};
    }
    app_print_diags(app);
    return rows;
}

static enum exit_code draw_sheet(struct app *app, const struct options *options,
                                 const struct view_context *look, struct draw_list *list)
{
    const struct text_list *all = &app->library.names[LIBRARY_FIGURE];
    size_t named = (size_t)options->argument_count;
    size_t wanted = named > 0 ? named : all->count;
    struct figure_rows rows =
        read_rows(app, named > 0 ? (const char *const *)options->arguments : all->items, wanted);
    if (wanted == 0)
        fputs("unknot figures: error: no figures were found; --routines DIR says where they are\n",
              stderr);
    if (rows.count == 0)
        return wanted == 0 ? EXIT_LACKING : EXIT_BAD_FILES;
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    const struct figure_sheet_look sheet = {&metrics, look->theme, look->body};
    float width = options->width > 0 ? (float)options->width : SHEET_WIDTH;
    figure_sheet_draw(list, &sheet, rows.items, rows.count, width);
    enum exit_code code = write_list(shot, list, options->sheet);
    shot_destroy(shot);
    if (code != EXIT_DONE)
        return code;
    return rows.count < wanted ? EXIT_BAD_FILES : EXIT_DONE;
}

static enum exit_code draw_one(struct app *app, const struct options *options,
                               const struct view_context *look, struct draw_list *list)
{
    (void)look; /* a picture is the same on every theme */
    const struct figure *figure = find_figure(app, options->arguments[0]);
    app_print_diags(app);
    if (figure == NULL)
        return EXIT_BAD_FILES;
    float width = options->width > 0 ? (float)options->width : PICTURE_WIDTH;
    float height = options->height > 0 ? (float)options->height : PICTURE_HEIGHT;
    figure_picture_draw(list, figure, width, height);
    struct shot *shot = shot_create();
    enum exit_code code = write_list(shot, list, options->picture);
    shot_destroy(shot);
    return code;
}

static enum exit_code draw_gallery(struct app *app, const struct options *options,
                                   const struct view_context *look, struct draw_list *list)
{
    (void)list; /* it draws many */
    return gallery_write(app, look->body, options->gallery);
}

/* What to draw: told by the option that says where it goes. */
static const struct {
    enum option_id option;
    int least, most; /* figures named; most -1: any */
    enum exit_code (*draw)(struct app *app, const struct options *options,
                           const struct view_context *look, struct draw_list *list);
} kinds[] = {
    {OPTION_SHEET, 0, -1, draw_sheet},
    {OPTION_PICTURE, 1, 1, draw_one},
    {OPTION_GALLERY, 0, 0, draw_gallery},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static int kind_of(const struct options *options)
{
    int found = -1, asked = 0, count = options->argument_count;
    for (int i = 0; i < KIND_COUNT; i++) {
        if (!options->given[kinds[i].option])
            continue;
        asked++;
        if (count >= kinds[i].least && (kinds[i].most < 0 || count <= kinds[i].most))
            found = i;
    }
    if (asked == 1 && found >= 0)
        return found;
    fputs(
        "unknot figures: error: say where the drawing goes: '[NAME...] --sheet FILE.png' for all "
        "figures or some, 'NAME --picture FILE.png' for one, '--gallery DIR' for every exercise\n",
        stderr);
    return -1;
}

enum exit_code command_figures(struct app *app, const struct options *options)
{
    struct view_context look;
    int kind = kind_of(options);
    if (kind < 0 || !look_init(&look, app, options))
        return EXIT_BAD_USAGE;
    struct draw_list list;
    draw_list_init(&list);
    enum exit_code code = kinds[kind].draw(app, options, &look, &list);
    draw_list_finish(&list);
    return code;
}

// SPDX-License-Identifier: MIT
#include "app/command.h"
#include "app/look.h"
#include "platform/platform.h"
#include "view/figure_picture.h"
#include "view/figure_sheet.h"

#include <stdio.h>

enum { SHEET_WIDTH = 1920, PICTURE_WIDTH = 1920, PICTURE_HEIGHT = 1200 };

/* Every figure that can be read; the others are messages. */
static size_t read_figures(struct app *app, struct figure_sheet_row *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < app->library.count; i++) {
        const struct library_item *item = &app->library.items[i];
        if (item->kind != LIBRARY_FIGURE || item->hidden)
            continue;
        const struct figure *figure = figure_read(&app->arena, item->path, &app->diags);
        if (figure != NULL)
            rows[count++] = (struct figure_sheet_row){.name = item->id, .figure = figure};
    }
    app_print_diags(app);
    return count;
}

static enum exit_code write_list(struct shot *shot, const struct draw_list *list, const char *path)
{
    const char *error = NULL;
    if (shot_write(shot, list, path, &error))
        return EXIT_DONE;
    fprintf(stderr, "unknot figures: error: cannot write %s: %s\n", path, error);
    return EXIT_LACKING;
}

static enum exit_code draw_sheet(struct app *app, const struct options *options,
                                 struct draw_list *list)
{
    struct view_context look;
    if (!look_init(&look, app, options))
        return EXIT_BAD_USAGE;
    struct figure_sheet_row *rows = arena_alloc(&app->arena, app->library.count * sizeof *rows);
    size_t count = read_figures(app, rows);
    if (count == 0) {
        fputs("unknot figures: error: no figures were found; --routines DIR says where they are\n",
              stderr);
        return EXIT_LACKING;
    }
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    float width = options->width > 0 ? (float)options->width : SHEET_WIDTH;
    const struct figure_sheet_look sheet = {&metrics, look.theme, look.body};
    figure_sheet_draw(list, &sheet, rows, count, width);
    enum exit_code code = write_list(shot, list, options->sheet);
    shot_destroy(shot);
    if (code != EXIT_DONE)
        return code;
    return app->diags.errors > 0 ? EXIT_BAD_FILES : EXIT_DONE;
}

static enum exit_code draw_one(struct app *app, const struct options *options,
                               struct draw_list *list)
{
    const struct figure *figure = figure_read(&app->arena, options->arguments[0], &app->diags);
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

enum exit_code command_figures(struct app *app, const struct options *options)
{
    bool one = options->argument_count == 1;
    if (one != (options->picture != NULL) || one == (options->sheet != NULL)) {
        fputs("unknot figures: error: say where the drawing goes: '--sheet FILE.png' for all of "
              "them, 'FILE.yaml --picture FILE.png' for one\n",
              stderr);
        return EXIT_BAD_USAGE;
    }
    struct draw_list list;
    draw_list_init(&list);
    enum exit_code code = one ? draw_one(app, options, &list) : draw_sheet(app, options, &list);
    draw_list_finish(&list);
    return code;
}

// SPDX-License-Identifier: MIT
#include "app/command.h"
#include "app/look.h"
#include "platform/platform.h"
#include "view/figure_sheet.h"

#include <stdio.h>

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

enum exit_code command_figures(struct app *app, const struct options *options)
{
    struct view_context look;
    if (!look_init(&look, options))
        return EXIT_BAD_USAGE;
    if (options->sheet == NULL) {
        fputs("unknot figures: error: say where the sheet goes: --sheet FILE.png\n", stderr);
        return EXIT_BAD_USAGE;
    }
    struct figure_sheet_row *rows = arena_alloc(&app->arena, app->library.count * sizeof *rows);
    size_t count = read_figures(app, rows);
    if (count == 0) {
        fputs("unknot figures: error: no figures were found; --routines DIR says where they are\n",
              stderr);
        return EXIT_LACKING;
    }
    struct shot *shot = shot_create();
    struct text_metrics metrics = shot_metrics(shot);
    struct draw_list list;
    draw_list_init(&list);
    float width = options->width > 0 ? (float)options->width : 1920;
    figure_sheet_draw(&list, &metrics, look.theme, rows, count, width);
    const char *error = NULL;
    bool written = shot_write(shot, &list, options->sheet, &error);
    draw_list_finish(&list);
    shot_destroy(shot);
    if (!written) {
        fprintf(stderr, "unknot figures: error: cannot write %s: %s\n", options->sheet, error);
        return EXIT_LACKING;
    }
    return app->diags.errors > 0 ? EXIT_BAD_FILES : EXIT_DONE;
}

// SPDX-License-Identifier: MIT
#include "player/figures.h"

#include <stdlib.h>
#include <string.h>

struct figure_entry {
    const char *name;
    const struct figure *figure; /* NULL: not to be had */
};

static int compare_entries(const void *left, const void *right)
{
    const struct figure_entry *a = left, *b = right;
    return strcmp(a->name, b->name);
}

/* The names that the steps use, each once. */
static void collect_names(struct figures *figures, struct app *app, const struct timeline *timeline)
{
    figures->items = arena_alloc(&app->arena, timeline->step_count * sizeof *figures->items);
    size_t named = 0;
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct exercise *exercise = timeline->steps[i].exercise;
        if (exercise != NULL && exercise->figure != NULL)
            figures->items[named++].name = exercise->figure;
    }
    qsort(figures->items, named, sizeof *figures->items, compare_entries);
    figures->count = 0;
    for (size_t i = 0; i < named; i++)
        if (i == 0 || strcmp(figures->items[i].name, figures->items[figures->count - 1].name) != 0)
            figures->items[figures->count++] = figures->items[i];
}

void figures_read(struct figures *figures, struct app *app, const struct timeline *timeline,
                  struct diag_list *diags)
{
    collect_names(figures, app, timeline);
    for (size_t i = 0; i < figures->count; i++) {
        struct figure_entry *entry = &figures->items[i];
        const struct library_item *item = library_find(&app->library, LIBRARY_FIGURE, entry->name);
        /* One that is missing was named when the exercise was read. */
        if (item != NULL)
            entry->figure = figure_read(&app->arena, item->path, diags);
    }
}

void figures_read_printing(struct figures *figures, struct app *app,
                           const struct timeline *timeline)
{
    /* Not the routine's own messages: a figure that cannot be shown is no reason not to play. */
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    figures_read(figures, app, timeline, &diags);
    app_print_list(&diags);
}

static const struct figure *find(void *context, const struct exercise *exercise)
{
    const struct figures *figures = context;
    if (exercise == NULL || exercise->figure == NULL || figures->count == 0)
        return NULL;
    struct figure_entry wanted = {.name = exercise->figure};
    const struct figure_entry *found =
        bsearch(&wanted, figures->items, figures->count, sizeof *figures->items, compare_entries);
    return found != NULL ? found->figure : NULL;
}

struct view_figures figures_for_view(struct figures *figures)
{
    return (struct view_figures){.context = figures, .find = find};
}

// SPDX-License-Identifier: MIT
#include "app/gallery.h"

#include "base/text.h"
#include "platform/platform.h"
#include "view/figure_gallery.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Where exercises are used. */
struct use {
    const char *exercise; /* id */
    const char *dose;     /* in words */
    const struct routine *routine;
};

enum { USES_MOST = 512 };
struct uses {
    struct arena *arena;
    struct use items[USES_MOST];
    size_t count;
};

static void collect(struct uses *uses, const struct routine *routine, const struct step_list *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->items[i];
        if (step->kind == STEP_WORK && step->exercise->id != NULL && uses->count < USES_MOST)
            uses->items[uses->count++] =
                (struct use){step->exercise->id, dose_words(&step->dose, uses->arena), routine};
        collect(uses, routine, &step->steps);
        collect(uses, routine, &step->otherwise);
    }
}

static struct uses *collect_all(struct app *app)
{
    struct uses *uses = arena_alloc(&app->arena, sizeof *uses);
    uses->arena = &app->arena;
    const struct text_list *names = &app->library.names[LIBRARY_ROUTINE];
    for (size_t i = 0; i < names->count; i++) {
        const struct routine *routine = routine_find(&app->library, names->items[i], &app->diags);
        if (routine != NULL)
            collect(uses, routine, &routine->steps);
    }
    return uses;
}

static void print_list(const char *before, const struct text_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        printf("%s%s", i == 0 ? before : ", ", list->items[i]);
}

/* "<br>1 min per side in *Targeted stretches*, 45 s in *Posture break*" */
static void print_uses(const struct uses *uses, const char *exercise)
{
    const struct use *last = NULL;
    for (size_t i = 0; i < uses->count; i++) {
        const struct use *use = &uses->items[i];
        if (!text_equal(use->exercise, exercise) || (last != NULL && last->routine == use->routine))
            continue;
        printf("%s%s in *%s*", last == NULL ? "<br>" : ", ", use->dose, use->routine->title);
        last = use;
    }
}

static void print_entry(const struct exercise *exercise, const char *id, const char *folder,
                        const struct uses *uses)
{
    printf("| ![%s](%s/%s.png) | **%s**<br>`%s`", exercise->title, folder, id, exercise->title, id);
    print_list("<br>for ", &exercise->muscles);
    print_list("<br>needs ", &exercise->needs);
    print_uses(uses, id);
    puts(" |");
}

struct painter {
    struct app *app;
    const struct palette *body;
    struct shot *shot;
    struct draw_list list;
};

/* False: there is nothing to draw. */
static bool draw(struct painter *painter, const struct exercise *exercise)
{
    if (exercise->pictures.count > 0) {
        figure_gallery_pictures(&painter->list, &exercise->pictures);
        return true;
    }
    struct app *app = painter->app;
    const struct library_item *item =
        exercise->figure != NULL ? library_find(&app->library, LIBRARY_FIGURE, exercise->figure)
                                 : NULL;
    const struct figure *figure =
        item != NULL ? figure_read(&app->arena, item->path, &app->diags) : NULL;
    if (figure != NULL)
        figure_gallery_draw(&painter->list, painter->body, figure);
    return figure != NULL;
}

static bool write_all(struct painter *painter, const char *folder)
{
    struct app *app = painter->app;
    const struct uses *uses = collect_all(app);
    const char *name = strrchr(folder, '/') != NULL ? strrchr(folder, '/') + 1 : folder;
    puts("| | |\n| --- | --- |");
    for (size_t i = 0; i < app->library.names[LIBRARY_EXERCISE].count; i++) {
        const char *id = app->library.names[LIBRARY_EXERCISE].items[i], *why = NULL;
        const char *path = library_find(&app->library, LIBRARY_EXERCISE, id)->path;
        const struct exercise *exercise = exercise_read(&app->library, path, &app->diags);
        if (exercise == NULL || !draw(painter, exercise))
            continue;
        const char *picture = arena_format(&app->arena, "%s/%s.png", folder, id);
        if (!shot_write(painter->shot, &painter->list, picture, &why)) {
            fprintf(stderr, "unknot figures: error: cannot write %s: %s\n", picture, why);
            return false;
        }
        print_entry(exercise, id, name, uses);
    }
    return true;
}

enum exit_code gallery_write(struct app *app, const struct palette *body, const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "unknot figures: error: cannot make %s: %s\n", folder, strerror(errno));
        return EXIT_LACKING;
    }
    struct painter painter = {.app = app, .body = body, .shot = shot_create()};
    draw_list_init(&painter.list);
    bool written = write_all(&painter, folder);
    draw_list_finish(&painter.list);
    shot_destroy(painter.shot);
    app_print_diags(app);
    if (!written)
        return EXIT_LACKING;
    return app->diags.errors > 0 ? EXIT_BAD_FILES : EXIT_DONE;
}

// SPDX-License-Identifier: MIT
#include "figure/film.h"
#include "figure/suite.h"

#include "base/text.h"
#include "routine/library.h"

#include <dirent.h>
#include <string.h>

/* Every frame of every exercise of the product is what a body can do. */

static struct film film;

/* What each check found in all films. */
static size_t found[CHECKS_MOST];
static int films;

static void take_findings(void)
{
    static struct findings findings[CHECKS_MOST];
    const struct check_list *list = checks_all();
    checks_run(list->items, list->count, &film, findings);
    films++;
    for (size_t i = 0; i < list->count; i++) {
        found[i] += (size_t)findings[i].count;
        findings_print(&findings[i], &film, stderr);
    }
}

/* An exercise alone, so that it plays as it does in any routine. */
static const struct timeline *lay_out(struct library *library, const char *id, const char *dose,
                                      struct diag_list *diags)
{
    const char *text =
        arena_format(library->arena, "routine: Film\nsteps:\n  - %s: %s\n", id, dose);
    const struct routine *routine = routine_parse(library, "film", text, strlen(text), diags);
    struct timeline_options options = {.ask = true};
    return routine ? timeline_compile(library->arena, routine, &options, diags) : NULL;
}

static const char *dose_of(const struct exercise *exercise)
{
    return exercise->sided != NULL ? "2 min per side" : "2 min";
}

static const struct figure *read_figure(struct library *library, const char *path,
                                        struct diag_list *diags)
{
    const struct figure *figure = figure_read(library->arena, path, diags);
    if (figure == NULL)
        diag_print(diags, stderr, false);
    assert_non_null(figure);
    return figure;
}

/* Returns its figure's place in the library; NULL: it has none, or none yet. */
static const struct library_item *
film_exercise(struct library *library, const struct library_item *item, struct diag_list *diags)
{
    const struct exercise *exercise = exercise_read(library, item->path, diags);
    if (exercise == NULL || exercise->figure == NULL)
        return NULL; /* a test of the routine room reads every exercise */
    const struct library_item *file = library_find(library, LIBRARY_FIGURE, exercise->figure);
    const struct timeline *timeline = lay_out(library, item->id, dose_of(exercise), diags);
    assert_non_null(timeline);
    size_t entry = 0;
    while (file != NULL && timeline->entries[entry].kind != ENTRY_WORK)
        entry++;
    if (file == NULL)
        return NULL;
    film_entry(&film, file->path, read_figure(library, file->path, diags), timeline, entry);
    take_findings(); /* the other side is the mirror image, which a check holds to */
    return file;
}

/* A figure that no exercise names yet moves on its own. */
static void film_alone(struct library *library, const struct library_item *item,
                       struct diag_list *diags)
{
    film_figure(&film, item->path, read_figure(library, item->path, diags));
    take_findings();
}

/* The drawings behind the pictures of the habits stand still. */
static void film_drawings(struct library *library, struct diag_list *diags)
{
    static const char folder[] = "assets/habits";
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *item; (item = readdir(dir)) != NULL;) {
        if (!text_ends(item->d_name, ".yaml"))
            continue;
        const char *path = arena_format(library->arena, "%s/%s", folder, item->d_name);
        film_figure(&film, path, read_figure(library, path, diags));
        take_findings();
    }
    closedir(dir);
}

enum { ITEMS_MOST = 256 };

static int film_everything(void **state)
{
    static const char *const folders[] = {"routines"};
    bool filmed[ITEMS_MOST] = {false};
    struct arena arena;
    struct library library;
    struct diag_list diags;
    (void)state;
    arena_init(&arena);
    diag_init(&diags, &arena);
    library_open(&library, &arena, folders, 1);
    assert_true(library.count <= ITEMS_MOST);
    for (size_t i = 0; i < library.count; i++)
        if (library.items[i].kind == LIBRARY_EXERCISE) {
            const struct library_item *file = film_exercise(&library, &library.items[i], &diags);
            if (file != NULL)
                filmed[file - library.items] = true;
        }
    for (size_t i = 0; i < library.count; i++)
        if (library.items[i].kind == LIBRARY_FIGURE && !filmed[i])
            film_alone(&library, &library.items[i], &diags);
    film_drawings(&library, &diags);
    arena_finish(&arena);
    return 0;
}

static void nothing_is_found(void **state)
{
    const struct check *check = *state;
    size_t index = (size_t)(check - checks_all()->items);
    assert_true(films >= 7);
    if (found[index] > 0)
        fail_msg("%zu findings, see above", found[index]);
}

int run_plausible(void)
{
    struct CMUnitTest tests[CHECKS_MOST];
    const struct check_list *list = checks_all();
    for (size_t i = 0; i < list->count; i++)
        tests[i] = (struct CMUnitTest){list->items[i].promise, nothing_is_found, NULL, NULL,
                                       (void *)&list->items[i]};
    return _cmocka_run_group_tests("figure: in every frame of every exercise", tests, list->count,
                                   film_everything, NULL);
}

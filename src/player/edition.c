// SPDX-License-Identifier: MIT
#include "player/edition.h"

#include "program/folders.h"
#include "program/language.h"
#include "program/look.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* ---- files ---- */

struct paths {
    struct arena *arena;
    const char **items;
    size_t count, capacity;
};

static void add(struct paths *paths, const char *path)
{
    if (path == NULL || path[0] == '\0')
        return;
    for (size_t i = 0; i < paths->count; i++)
        if (text_equal(paths->items[i], path))
            return;
    paths->items = arena_grow(paths->arena, paths->items, paths->count, &paths->capacity,
                              sizeof *paths->items);
    paths->items[paths->count++] = path;
}

/* In every folder where one may come to be that hides it. */
static void add_everywhere(struct paths *paths, const struct app *app, const char *kind,
                           const char *id)
{
    for (size_t i = 0; id != NULL && i < app->folder_count; i++)
        add(paths, arena_format(paths->arena, "%s%s/%s.yaml", app->folders[i], kind, id));
}

static void add_recordings(struct paths *paths, const char *folder)
{
    DIR *directory = opendir(folder);
    add(paths, folder);
    if (directory == NULL)
        return;
    for (const struct dirent *found; (found = readdir(directory)) != NULL;)
        if (found->d_name[0] != '.')
            add(paths, arena_format(paths->arena, "%s/%s", folder, found->d_name));
    closedir(directory);
}

static void add_steps(struct paths *paths, const struct app *app, const struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->step_count; i++) {
        const struct exercise *exercise = timeline->steps[i].exercise;
        add_everywhere(paths, app, "/exercises", exercise->id);
        add_everywhere(paths, app, "/figures", exercise->figure);
        for (size_t j = 0; j < exercise->pictures.count; j++)
            add(paths, exercise->pictures.items[j]);
    }
}

/* What is missing may come. */
static void add_folders(struct paths *paths, const struct app *app)
{
    static const char *const kinds[] = {"", "/exercises", "/figures", "/palettes"};
    for (size_t i = 0; i < app->folder_count; i++)
        for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
            add(paths, arena_format(paths->arena, "%s%s", app->folders[i], kinds[kind]));
}

/* What the file says in another language lies beside it. */
static void add_translation(struct paths *paths, const struct app *app, const char *path)
{
    const char *language = app->library.language;
    if (language == NULL || !text_ends(path, ".yaml"))
        return;
    int stem = (int)(strlen(path) - strlen(".yaml")), main_part = (int)strcspn(language, "-");
    add(paths, arena_format(paths->arena, "%.*s.%s.yaml", stem, path, language));
    add(paths, arena_format(paths->arena, "%.*s.%.*s.yaml", stem, path, main_part, language));
}

struct text_list edition_files(struct app *app, const struct options *options,
                               const struct timeline *timeline)
{
    struct paths paths = {.arena = &app->arena};
    struct text_list read = library_files(&app->library);
    for (size_t i = 0; i < read.count; i++) {
        add(&paths, read.items[i]);
        add_translation(&paths, app, read.items[i]);
    }
    if (timeline != NULL) {
        add_steps(&paths, app, timeline);
        add_recordings(&paths, app_recordings(app, timeline->routine));
    }
    if (timeline == NULL || app->diags.errors > 0)
        add_folders(&paths, app);
    add_everywhere(&paths, app, "", LIBRARY_TIPS_ID);
    add(&paths, folders_user_pronunciations(&app->arena));
    bool path = options->palette != NULL &&
                (strchr(options->palette, '/') != NULL || text_ends(options->palette, ".yaml"));
    if (path)
        add(&paths, options->palette);
    else
        add_everywhere(&paths, app, "/palettes", options->palette);
    return (struct text_list){.items = paths.items, .count = paths.count};
}

/* ---- reading ---- */

struct measuring {
    struct voice_measure voice;
    const atomic_bool *ending;
};

/* Once nobody wants the edition, lines need no length. */
static tick measure_while_wanted(void *context, const char *text)
{
    const struct measuring *measuring = context;
    if (atomic_load(measuring->ending))
        return 0;
    return measuring->voice.length(measuring->voice.context, text);
}

static void lay_out(struct edition *edition, const struct options *options,
                    const atomic_bool *ending)
{
    struct app *app = &edition->app;
    struct voice *voice = app_voice(app, edition->routine);
    struct measuring measuring = {.ending = ending};
    if (voice != NULL)
        measuring.voice = voice_measure_of(voice);
    struct voice_measure measure = {measure_while_wanted, &measuring};
    struct timeline_options wanted =
        app_layout_options(&app->arena, options, voice != NULL ? &measure : NULL,
                           language_words(app, edition->routine->language), false);
    edition->open = timeline_compile(&app->arena, edition->routine, &wanted, &app->diags);
    wanted.eyes_closed = true;
    if (edition->open != NULL)
        edition->closed = timeline_compile(&app->arena, edition->routine, &wanted, &app->diags);
    voice_destroy(voice);
}

static void read_what_it_shows(struct edition *edition, const struct options *options)
{
    struct app *app = &edition->app;
    figures_read(&edition->figures, app, edition->open, &app->diags);
    bool found = look_palette(app, options, &app->diags, &edition->palette);
    const struct tips *tips = tips_find(&app->library, &app->diags);
    bool safety = tips != NULL && tips->of[TIP_SAFETY].count > 0;
    edition->safety = safety ? tips->of[TIP_SAFETY].cards[0].text : NULL;
    edition->good = found && app->diags.errors == 0;
}

struct edition *edition_read(const struct options *options, const atomic_bool *ending)
{
    struct edition *edition = memory_alloc(sizeof *edition);
    memset(edition, 0, sizeof *edition);
    struct app *app = &edition->app;
    app_init(app, options);
    edition->routine = app_read(app, options);
    if (edition->routine != NULL && app->diags.errors == 0)
        lay_out(edition, options, ending);
    if (edition->closed != NULL) {
        edition->manner = app_manner(app, edition->routine);
        read_what_it_shows(edition, options);
    }
    edition->files = edition_files(app, options, edition->open);
    return edition;
}

void edition_free(struct edition *edition)
{
    if (edition == NULL)
        return;
    app_finish(&edition->app);
    free(edition);
}

// SPDX-License-Identifier: MIT
#include "program/app.h"

#include "base/text.h"
#include "platform/signals.h"
#include "program/built_in.h"
#include "program/folders.h"
#include "program/language.h"
#include "timeline/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void find_folders(struct app *app, const struct options *options)
{
    if (options->routines != NULL)
        app->folders[app->folder_count++] = options->routines;
    for (size_t i = 0; i < options->folders.count && i < KIOSK_MAX_FOLDERS; i++)
        app->folders[app->folder_count++] = options->folders.items[i];
    const char *user = folders_user_routines(&app->arena);
    if (user != NULL)
        app->folders[app->folder_count++] = user;
    const char *installed = folders_installed(&app->arena, "routines");
    if (installed != NULL)
        app->folders[app->folder_count++] = installed;
}

void app_init(struct app *app, const struct options *options)
{
    *app = (struct app){0};
    arena_init(&app->arena);
    diag_init(&app->diags, &app->arena);
    app->diags.strict = options->given[OPTION_STRICT];
    if (!options->built_in)
        find_folders(app, options);
    app->assets = folders_installed(&app->arena, "assets");
    app->catalogs = folders_installed(&app->arena, "catalogs");
    library_open(&app->library, &app->arena, app->folders, app->folder_count);
    app->library.assets = app->assets;
    language_choose(app, options);
}

void app_finish(struct app *app)
{
    arena_finish(&app->arena);
}

void app_print_list(struct diag_list *diags)
{
    bool colour = isatty(STDERR_FILENO) && getenv("NO_COLOR") == NULL;
    diag_print(diags, stderr, colour);
}

void app_print_diags(struct app *app)
{
    app_print_list(&app->diags);
}

const struct routine *app_read(struct app *app, const struct options *options)
{
    const char *name = options->argument_count > 0 ? options->arguments[0] : "daily-mobility";
    return app_find(&app->library, name, &app->diags);
}

const struct routine *app_find(struct library *library, const char *name, struct diag_list *diags)
{
    return text_equal(name, BUILT_IN_ROUTINE) ? built_in_routine(library, diags)
                                              : routine_find(library, name, diags);
}

const char *app_recordings(struct app *app, const struct routine *routine)
{
    return arena_format(&app->arena, "%s/voice", library_folder(&app->arena, routine->path));
}

/* A person's own words come before those that the program came with. */
static const struct pronunciations *pronunciations(struct app *app)
{
    const char *const files[] = {
        app->assets != NULL ? arena_format(&app->arena, "%s/voice/pronunciations.yaml", app->assets)
                            : NULL,
        folders_user_pronunciations(&app->arena),
    };
    struct pronunciations *found = NULL;
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (files[i] == NULL || access(files[i], F_OK) != 0)
            continue;
        struct pronunciations *next = pronunciations_read(&app->arena, files[i], &diags);
        if (next == NULL)
            continue;
        next->next = found;
        found = next;
    }
    app_print_list(&diags);
    return found;
}

struct voice_manner app_manner(struct app *app, const struct routine *routine)
{
    if (!app->pronunciations_read) {
        app->pronunciations = pronunciations(app);
        app->pronunciations_read = true;
    }
    if (routine == NULL)
        return (struct voice_manner){.language = "en", .pronunciations = app->pronunciations};
    return (struct voice_manner){routine->language, app_recordings(app, routine),
                                 app->pronunciations, true};
}

/* Who asked the program to end does not wait for lines that nobody will hear. */
static tick measure_unless_ending(void *context, const char *text)
{
    const struct voice_measure *voice = context;
    return signals_quit_asked() ? 0 : voice->length(voice->context, text);
}

struct voice *app_voice(struct app *app, const struct routine *routine)
{
    struct voice *voice = voice_create();
    struct voice_manner manner = app_manner(app, routine);
    if (voice != NULL)
        voice_set_manner(voice, &manner);
    return voice;
}

const struct text_list *app_equipment(struct arena *arena, const char *have)
{
    if (have == NULL)
        return NULL;
    struct text_list *list = arena_alloc(arena, sizeof *list);
    size_t capacity = 0;
    *list = (struct text_list){0};
    while (*have != '\0') {
        have += strspn(have, ", ");
        size_t length = strcspn(have, ",");
        char *name = arena_copy(arena, have, length);
        have += length;
        while (length > 0 && name[length - 1] == ' ')
            name[--length] = '\0';
        for (char *dash = name; (dash = strchr(dash, '-')) != NULL;)
            *dash = ' ';
        if (length == 0)
            continue;
        list->items = arena_grow(arena, list->items, list->count, &capacity, sizeof *list->items);
        list->items[list->count++] = name;
    }
    return list;
}

struct timeline_options app_layout_options(struct arena *arena, const struct options *options,
                                           const struct voice_measure *voice,
                                           const struct catalog *words, bool eyes_closed)
{
    return (struct timeline_options){.equipment = app_equipment(arena, options->have),
                                     .ask = true,
                                     .fit = options->fit,
                                     .voice = voice,
                                     .words = words,
                                     .go_on = options->go_on,
                                     .eyes_closed = eyes_closed};
}

const struct timeline *app_lay_out(struct app *app, const struct options *options,
                                   const struct routine *routine, struct voice *voice,
                                   bool eyes_closed)
{
    struct voice_measure of_voice, measure = {measure_unless_ending, &of_voice};
    if (voice != NULL)
        of_voice = voice_measure_of(voice);
    struct timeline_options wanted =
        app_layout_options(&app->arena, options, voice != NULL ? &measure : NULL,
                           language_words(app, routine->language), eyes_closed);
    return timeline_compile(&app->arena, routine, &wanted, &app->diags);
}

const struct timeline *app_compile(struct app *app, const struct options *options)
{
    const struct timeline *timeline = NULL;
    const struct routine *routine = app_read(app, options);
    if (routine != NULL) {
        struct voice *voice = app_voice(app, routine);
        timeline = app_lay_out(app, options, routine, voice, options->given[OPTION_EYES_CLOSED]);
        voice_destroy(voice);
    }
    app_print_diags(app);
    return app->diags.errors == 0 ? timeline : NULL;
}

const struct tips *app_tips(struct app *app)
{
    struct diag_list diags;
    diag_init(&diags, &app->arena);
    const struct tips *tips = tips_find(&app->library, &diags);
    app_print_list(&diags);
    return tips;
}

const char *app_safety(struct app *app)
{
    return tips_safety(app_tips(app));
}

// SPDX-License-Identifier: MIT
#include "program/command.h"
#include "program/language.h"

#include "figure/figure.h"
#include "figure/palette.h"
#include "kiosk/config.h"
#include "platform/bindings.h"
#include "platform/picture.h"
#include "routine/tips.h"
#include "routine/translation.h"
#include "settings/settings.h"
#include "sound/voice.h"

#include <string.h>

/* What kind of file it is: told by its first key, since that is what its writer sees. */
struct checker {
    struct voice *voice;
    const struct options *options;
};
typedef void check_file(struct app *app, const char *path, const struct checker *checker);

static void check_routine(struct app *app, const char *path, const struct checker *checker)
{
    const struct routine *routine = routine_read(&app->library, path, &app->diags);
    struct timeline_options options =
        app_layout_options(&app->arena, checker->options, NULL,
                           routine != NULL ? language_words(app, routine->language) : NULL, false);
    struct voice_measure measure;
    if (routine != NULL && checker->voice != NULL) {
        struct voice_manner manner = app_manner(app, routine);
        voice_set_manner(checker->voice, &manner);
        measure = voice_measure_of(checker->voice);
        options.voice = &measure;
    }
    if (routine == NULL || timeline_compile(&app->arena, routine, &options, &app->diags) == NULL)
        return;
    options.eyes_closed = true;
    timeline_compile(&app->arena, routine, &options, &app->diags);
}

static void check_exercise(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker; /* how long its lines may be depends on the dose, which is the routine's */
    exercise_read(&app->library, path, &app->diags);
}

static void check_figure(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker;
    figure_read(&app->arena, path, &app->diags);
}

static void check_tips(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker; /* short by their own bound */
    tips_read(&app->library, path, &app->diags);
}

static void check_palette(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker;
    palette_read(&app->arena, path, &app->diags);
}

static void check_settings(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker;
    struct settings settings;
    struct bindings bindings;
    settings_read(&app->arena, path, &app->diags, &settings);
    bindings_init(&bindings, settings.keys, &app->diags);
}

static void check_pronunciations(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker;
    pronunciations_read(&app->arena, path, &app->diags);
}

static void check_translation(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker; /* it speaks no other language */
    translation_check(&app->library, path, &app->diags);
}

/* Its own folders may have the routines that it names. */
static void check_kiosk(struct app *app, const char *path, const struct checker *checker)
{
    (void)checker;
    struct kiosk_config config;
    struct library library;
    const char *folders[KIOSK_MAX_FOLDERS + APP_MAX_FOLDERS];
    size_t count = 0;
    if (!kiosk_config_read(&app->arena, path, &app->diags, &config))
        return;
    for (size_t i = 0; i < config.folders.count; i++)
        folders[count++] = config.folders.items[i];
    for (size_t i = 0; i < app->folder_count; i++)
        folders[count++] = app->folders[i];
    library_open(&library, &app->arena, folders, count);
    kiosk_config_check(&config, &library, &app->diags);
}

static const struct {
    const char *key;
    check_file *check;
} kinds[] = {
    {"kiosk", check_kiosk}, /* first: it has a key 'tips', too */
    {"routine", check_routine},
    {"exercise", check_exercise},
    {"figure", check_figure},
    {"palette", check_palette},
    {"tips", check_tips},
    {SETTINGS_KEY, check_settings},
    {"pronunciations", check_pronunciations},
    {"translation", check_translation},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static check_file *kind_of(struct app *app, const char *path)
{
    const struct node *root;
    if (!document_read(&app->arena, path, &app->diags, &root))
        return NULL;
    if (root->kind == NODE_MAP)
        for (int i = 0; i < KIND_COUNT; i++)
            if (node_get(root, kinds[i].key) != NULL)
                return kinds[i].check;
    diag_error(&app->diags, root->span,
               "this is no file of unknot's: it should begin with 'routine: TITLE', "
               "'exercise: TITLE', 'figure: NAME', 'palette: NAME', 'tips: TITLE', "
               "'pronunciations: en', 'translation: NAME', 'kiosk: NAME' or 'settings: 1'");
    return NULL;
}

enum exit_code command_check(struct app *app, const struct options *options)
{
    const struct checker checker = {voice_create(), options};
    app->library.picture_problem = picture_problem;
    for (int i = 0; i < options->argument_count; i++) {
        check_file *check = kind_of(app, options->arguments[i]);
        if (check != NULL)
            check(app, options->arguments[i], &checker);
    }
    app_print_diags(app);
    voice_destroy(checker.voice);
    return diag_mistakes(&app->diags) > 0 ? EXIT_BAD_FILES : EXIT_DONE;
}

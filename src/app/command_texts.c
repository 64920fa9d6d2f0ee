// SPDX-License-Identifier: MIT
#include "program/command.h"

#include "routine/translation.h"

#include <stdio.h>

static void print_quoted(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void print_text(const struct translated *text)
{
    fputs(text->used ? "  " : "  # no longer there: ", stdout);
    print_quoted(text->original);
    fputs(": ", stdout);
    print_quoted(text->text != NULL ? text->text->text : "");
    putchar('\n');
}

/* A translation file with what there is already, for the person who goes on with it. */
enum exit_code command_texts(struct app *app, const struct options *options)
{
    const char *path = options->arguments[0];
    if (options->language == NULL) {
        fputs("unknot texts: error: say into which language: --language de\n", stderr);
        return EXIT_BAD_USAGE;
    }
    const struct translation *translation =
        translation_collect(&app->library, path, options->language, &app->diags);
    app_print_diags(app);
    if (translation == NULL)
        return EXIT_BAD_FILES;
    printf("translation: %s\nlanguage: %s\ntexts:\n", library_id(&app->arena, path),
           translation->language);
    for (size_t i = 0; i < translation->count; i++)
        print_text(&translation->texts[i]);
    return diag_mistakes(&app->diags) > 0 ? EXIT_BAD_FILES : EXIT_DONE;
}

// SPDX-License-Identifier: MIT
#include "routine/steps.h"

#include "base/catalog.h"
#include "routine/translation.h"

#include <string.h>

struct routine_read {
    struct routine *routine;
    struct library_file *file;
};

static void read_field(struct reader *reader, int key, const struct node *name,
                       const struct node *value, void *target)
{
    (void)name;
    struct routine_read *read = target;
    struct routine *routine = read->routine;
    switch ((enum routine_key)key) {
    case ROUTINE_TITLE:
        routine->title = reader_text(reader, value, ROUTINE_MAX_TITLE);
        break;
    case ROUTINE_ABOUT: {
        const char *about = reader_text(reader, value, ROUTINE_MAX_ABOUT);
        if (about != NULL)
            routine->about = about;
        break;
    }
    case ROUTINE_LANGUAGE:
        reader_language(reader, value, &routine->language);
        break;
    case ROUTINE_COUNTS:
        reader_names(reader, value, &counts_words, "thing that is counted", false,
                     &routine->counts_as);
        break;
    case ROUTINE_STEPS:
        steps_read(reader, read->file, value, &routine->steps);
        break;
    }
}

/* As its writer says it. */
static const char *own_language(const struct node *root)
{
    const struct node *language = root->kind == NODE_MAP ? node_get(root, "language") : NULL;
    return language != NULL && language->kind == NODE_TEXT ? language->text : "en";
}

/* A routine is in one language: the wanted one where the file has a translation, else its own. The
 * exercises that it names are read in the same. */
static void choose_language(struct reader *reader, const char *path, const struct node *root)
{
    const char *wanted = reader->library->language;
    reader->language = own_language(root);
    if (wanted == NULL || catalog_same_language(wanted, reader->language))
        return;
    reader->translation =
        translation_find(reader->library, LIBRARY_ROUTINE, path, wanted, reader->diags);
    if (reader->translation != NULL)
        reader->language = reader->translation->language;
}

static void read_root(struct reader *reader, const struct node *root, struct routine_read *read)
{
    bool map = root->kind == NODE_MAP;
    if (map && node_get(root, "exercise") != NULL && node_get(root, "routine") == NULL) {
        reader_error(reader, root->span,
                     "this is an exercise, not a routine; exercises lie in the folder 'exercises'");
        return;
    }
    if (!reader_is_map(reader, root, "'routine: TITLE' and 'steps:'"))
        return;
    reader->english = reader_speaks_english(root);
    if (!reader_map(reader, root, &routine_keys, "a routine", read_field, read))
        return;
    if (node_get(root, "routine") == NULL)
        reader_error(reader, root->span, "the title is missing: begin with 'routine: TITLE'");
    if (node_get(root, "steps") == NULL)
        reader_error(reader, root->span, "the steps are missing: add 'steps:' and a list");
}

void routine_file_take(struct library *library, struct library_file *file, const char *path,
                       const struct node *root, bool spoilt, struct diag_list *diags)
{
    struct reader reader = {.library = library,
                            .arena = library->arena,
                            .diags = diags,
                            .folder = library_folder(library->arena, path),
                            .failed = spoilt};
    struct routine *routine = arena_alloc(library->arena, sizeof *routine);
    *routine = (struct routine){.id = file->id,
                                .path = arena_copy(library->arena, path, strlen(path)),
                                .about = "",
                                .language = "en",
                                .span = root->span};
    choose_language(&reader, path, root);
    struct routine_read read = {.routine = routine, .file = file};
    read_root(&reader, root, &read);
    if (reader.translation != NULL)
        routine->language = reader.language;
    needs_collect(&reader, routine);
    if (!reader.failed)
        file->routine = routine;
}

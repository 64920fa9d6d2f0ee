// SPDX-License-Identifier: MIT
#include "routine/files.h"

#include "routine/translation.h"

#include <string.h>

static void check_id(struct reader *reader, const char *id, struct span span)
{
    if (keywords_find(&entry_words, id) >= 0)
        reader_error(reader, span,
                     "no exercise can be called '%s', since '- %s:' means something else in a list "
                     "of steps; rename the file",
                     id, id);
}

static void read_root(struct reader *reader, const struct node *root, struct draft *draft)
{
    if (root->kind == NODE_MAP && node_get(root, "exercise") == NULL &&
        node_get(root, "routine") != NULL) {
        reader_error(reader, root->span,
                     "this is a routine, but it lies where exercises are; move it one folder up");
        return;
    }
    if (!reader_is_map(reader, root, "'exercise: TITLE'"))
        return;
    bool known = reader_map(reader, root, &exercise_keys, "an exercise", draft_field, draft);
    if (known && node_get(root, "exercise") == NULL)
        reader_error(reader, root->span, "the title is missing: begin with 'exercise: TITLE'");
    check_id(reader, draft->exercise.id, root->span);
    draft_finish(reader, draft);
}

void exercise_file_take(struct library *library, struct library_file *file, const char *path,
                        const struct node *root, bool spoilt, struct diag_list *diags)
{
    struct reader reader = {.library = library,
                            .arena = library->arena,
                            .diags = diags,
                            .folder = library_folder(library->arena, path),
                            .language = file->language,
                            .english = true,
                            .failed = spoilt};
    reader.translation = translation_find(library, LIBRARY_EXERCISE, path, file->language, diags);
    struct draft *draft = arena_alloc(library->arena, sizeof *draft);
    draft_init(draft, file->id, NULL, root->span);
    read_root(&reader, root, draft);
    if (!reader.failed)
        file->exercise = draft;
}

// SPDX-License-Identifier: MIT
#include "routine/files.h"

#include <string.h>
#include <sys/stat.h>

enum { NESTING_MOST = 16 };

/* Whether what was read of a file can be used again: a file with mistakes, be they those of its
 * translation, only where they were already told. */
static bool is_settled(const struct library_file *file, const struct diag_list *diags)
{
    bool failed = !file->reading && file->exercise == NULL && file->routine == NULL;
    return !(failed || file->flawed) || file->told == diags;
}

/* NULL when this file was not met yet. */
static struct library_file *find_file(const struct library *library, enum library_kind kind,
                                      const char *language, const struct stat *status,
                                      const struct diag_list *diags)
{
    for (struct library_file *file = library->files; file != NULL; file = file->next)
        if (file->kind == kind && file->inode == status->st_ino && file->device == status->st_dev &&
            text_equal(file->language, language) && is_settled(file, diags))
            return file;
    return NULL;
}

static struct library_file *add_file(struct library *library, enum library_kind kind,
                                     const char *language, const char *path,
                                     const struct stat *status, const struct diag_list *diags)
{
    struct library_file *file = arena_alloc(library->arena, sizeof *file);
    *file = (struct library_file){.next = library->files,
                                  .device = status->st_dev,
                                  .inode = status->st_ino,
                                  .kind = kind,
                                  .id = library_id(library->arena, path),
                                  .language = language,
                                  .path = arena_copy(library->arena, path, strlen(path)),
                                  .told = diags};
    library->files = file;
    return file;
}

typedef void file_taker(struct library *library, struct library_file *file, const char *path,
                        const struct node *root, bool spoilt, struct diag_list *diags);

static void read_file(struct library *library, struct library_file *file, const char *path,
                      file_taker *take, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors, flaws = diags->flaws;
    if (document_read(library->arena, path, diags, &root))
        take(library, file, path, root, diags->errors > errors, diags);
    file->flawed = diags->flaws > flaws;
}

struct text_list library_files(const struct library *library)
{
    size_t count = 0;
    for (const struct library_file *file = library->files; file != NULL; file = file->next)
        count++;
    const char **paths = arena_alloc(library->arena, count * sizeof *paths);
    struct text_list list = {.items = paths};
    for (const struct library_file *file = library->files; file != NULL; file = file->next)
        paths[list.count++] = file->path;
    return list;
}

static struct library_file *exercise_file(struct library *library, const char *path,
                                          const char *language, struct diag_list *diags)
{
    struct stat status = {0};
    bool there = stat(path, &status) == 0;
    struct library_file *file =
        there ? find_file(library, LIBRARY_EXERCISE, language, &status, diags) : NULL;
    if (file == NULL) {
        file = add_file(library, LIBRARY_EXERCISE, language, path, &status, diags);
        read_file(library, file, path, exercise_file_take, diags);
    }
    return file;
}

const struct draft *files_exercise(struct library *library, const char *name, const char *language,
                                   struct diag_list *diags, bool *known)
{
    const struct library_item *found = library_find(library, LIBRARY_EXERCISE, name);
    *known = found != NULL;
    if (found == NULL)
        return NULL;
    struct library_item *item = &library->items[found - library->items];
    if (item->file == NULL || !is_settled(item->file, diags) ||
        !text_equal(item->file->language, language))
        item->file = exercise_file(library, item->path, language, diags);
    return item->file->exercise;
}

/* The language that files are read in unless another says otherwise. */
static const char *wanted(const struct library *library)
{
    return library->language != NULL ? library->language : "en";
}

const struct exercise *exercise_read(struct library *library, const char *path,
                                     struct diag_list *diags)
{
    const struct draft *draft = exercise_file(library, path, wanted(library), diags)->exercise;
    return draft != NULL ? &draft->exercise : NULL;
}

/* "a -> b -> a", from the file that is met again to the one that names it. */
static const char *describe_cycle(struct arena *arena, const struct library_file *again,
                                  const struct library_file *reader)
{
    const char *loop = again->id;
    for (const struct library_file *at = reader; at != NULL && at != again; at = at->reader)
        loop = arena_format(arena, "%s -> %s", at->id, loop);
    return arena_format(arena, "this would never end: %s -> %s", again->id, loop);
}

static int nesting(const struct library_file *file)
{
    int depth = 0;
    for (; file != NULL; file = file->reader)
        depth++;
    return depth;
}

const struct routine *files_routine(struct library *library, const char *path,
                                    struct library_file *reader, struct diag_list *diags,
                                    const char **problem)
{
    struct stat status = {0};
    bool there = stat(path, &status) == 0;
    struct library_file *file =
        there ? find_file(library, LIBRARY_ROUTINE, wanted(library), &status, diags) : NULL;
    if (file != NULL && file->reading) {
        *problem = describe_cycle(library->arena, file, reader);
        return NULL;
    }
    if (file != NULL)
        return file->routine;
    if (nesting(reader) >= NESTING_MOST) {
        *problem = "routines play each other more than 16 deep here";
        return NULL;
    }
    file = add_file(library, LIBRARY_ROUTINE, wanted(library), path, &status, diags);
    file->reader = reader;
    file->reading = true;
    read_file(library, file, path, routine_file_take, diags);
    file->reading = false;
    return file->routine;
}

const struct routine *routine_read(struct library *library, const char *path,
                                   struct diag_list *diags)
{
    const char *problem = NULL;
    return files_routine(library, path, NULL, diags, &problem);
}

const struct routine *routine_parse(struct library *library, const char *name, const char *text,
                                    size_t length, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    struct library_file file = {
        .kind = LIBRARY_ROUTINE, .id = library_id(library->arena, name), .reading = true};
    if (document_parse(library->arena, name, text, length, diags, &root))
        routine_file_take(library, &file, name, root, diags->errors > errors, diags);
    return file.routine;
}

const struct routine *routine_find(struct library *library, const char *name,
                                   struct diag_list *diags)
{
    if (strchr(name, '/') != NULL || text_ends(name, ".yaml"))
        return routine_read(library, name, diags);
    const struct library_item *item = library_find(library, LIBRARY_ROUTINE, name);
    if (item != NULL)
        return routine_read(library, item->path, diags);
    const char *near = library_nearest(library, LIBRARY_ROUTINE, name);
    struct span nowhere = {0};
    if (near != NULL)
        diag_error(diags, nowhere, "no routine is called '%s'; did you mean '%s'?", name, near);
    else
        diag_error(diags, nowhere, "no routine is called '%s'; 'unknot list' shows what there is",
                   name);
    return NULL;
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_LIBRARY_H
#define UNKNOT_ROUTINE_LIBRARY_H

#include "routine/routine.h"

/* Where routines, exercises, figures, palettes and tips are found: a list of folders, each laid out
 * like routines/ in the source tree (*.yaml, exercises/, figures/, palettes/, tips.yaml). The first
 * folder that has a name wins; the others are kept so that `unknot list` can say what is hidden by
 * what.
 */
enum library_kind {
    LIBRARY_ROUTINE,
    LIBRARY_EXERCISE,
    LIBRARY_FIGURE,
    LIBRARY_PALETTE,
    LIBRARY_TIPS, /* at most one in a folder: tips.yaml, which is no routine */
    LIBRARY_KINDS
};
#define LIBRARY_TIPS_ID "tips"

struct library_item {
    enum library_kind kind;
    const char *id;
    const char *path;
    bool hidden;               /* an earlier folder has the same id */
    struct library_file *file; /* what was read of it; NULL: nothing yet */
};

/* Why a picture cannot be shown, in words that follow its name; NULL: it can. */
typedef const char *library_picture(const char *path);

struct library {
    struct arena *arena;
    struct library_item *items; /* sorted by kind, id, then order of folders */
    size_t count;
    struct text_list names[LIBRARY_KINDS]; /* the visible ids, sorted */
    struct library_file *files;            /* what was read so far: each file once */
    struct translation *translations;      /* the same */
    struct text_list folders;
    /* Set by whoever opens it, after that: */
    const char *assets;               /* where pictures are looked for too; NULL: nowhere */
    library_picture *picture_problem; /* looks into every picture; NULL: none is opened */
    const char *language; /* wanted, where a file has a translation into it; NULL: as written */
};

/* Reads the folders' listings, not the files. A missing folder is skipped. */
void library_open(struct library *library, struct arena *arena, const char *const *folders,
                  size_t count);
/* NULL when there is none. */
const struct library_item *library_find(const struct library *library, enum library_kind kind,
                                        const char *id);
/* The visible id nearest to a misspelt one; NULL when none is near. */
const char *library_nearest(const struct library *library, enum library_kind kind, const char *id);

/* The id of a file, and the folder it lies in. */
const char *library_id(struct arena *arena, const char *path);
const char *library_folder(struct arena *arena, const char *path);
/* Where the files of a kind lie in one of the library's folders. */
const char *library_kind_folder(const struct library *library, size_t folder,
                                enum library_kind kind);

/* Each file is read once for a library, and its mistakes are said once in the list that is given
 * first: use one list for one library. To see a change on disk, open the library anew. */

/* The routine and exercise files that were read, or looked for, so far. */
struct text_list library_files(const struct library *library);

/* Reads a routine file with all exercises and routines it names. NULL: the reasons are in `diags`.
 * Everything lives in the library's arena. */
const struct routine *routine_read(struct library *library, const char *path,
                                   struct diag_list *diags);
/* The same for a text in memory, which must outlive the arena's use. `name` stands for the path. */
const struct routine *routine_parse(struct library *library, const char *name, const char *text,
                                    size_t length, struct diag_list *diags);
/* A routine by id, or by path when `name` has a '/' or ends in .yaml. */
const struct routine *routine_find(struct library *library, const char *name,
                                   struct diag_list *diags);
/* Reads and checks one exercise file, for `unknot check`. */
const struct exercise *exercise_read(struct library *library, const char *path,
                                     struct diag_list *diags);

#endif

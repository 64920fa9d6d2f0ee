// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_TRANSLATION_H
#define UNKNOT_ROUTINE_TRANSLATION_H

#include "routine/library.h"

/* What a routine, exercise or tips file says in another language: NAME.LANGUAGE.yaml beside it, or
 * in the same place of another folder of the library. It goes by text and not by structure: each
 * text of the original stands there with what it is in the other language, so a change of doses or
 * of order needs no new translation.
 *
 * A mistake in it is a flaw: it stops nothing, since the original's text stands for the one that
 * cannot be read.
 */
enum { TRANSLATION_MAX_TEXTS = 1000 };

struct translated {
    const char *original;
    const struct node *text; /* NULL, or empty: not translated */
    struct span span;        /* of the original's place: in its own file, or in the translation */
    bool used;               /* the original has it */
};

struct translation {
    struct translation *next; /* of the library */
    const char *path;
    const char *language;
    const struct diag_list *told; /* where its mistakes went */
    bool flawed;                  /* it has some */
    struct translated *texts;     /* those of the file, then those that it lacks */
    size_t count, capacity;
};

/* The translation of the file at `path` that the library has; NULL: there is none, or one of which
 * nothing can be read, or no `language` is asked for (NULL). Each is read once, and its mistakes
 * are told once for each list. */
struct translation *translation_find(struct library *library, enum library_kind kind,
                                     const char *path, const char *language,
                                     struct diag_list *diags);
/* What `original` is in it; NULL: not translated. NULL for `translation` NULL. Remembers that the
 * text was met, at `span`. */
const struct node *translation_text(struct library *library, struct translation *translation,
                                    const char *original, struct span span);

/* As if the file at `path` were there and held this text, which must outlive the arena's use. */
void translation_parse(struct library *library, const char *path, const char *text, size_t length,
                       struct diag_list *diags);

/* Reads a translation file with its original, and warns of texts that the original no longer has
 * and of those that have no translation, for `unknot check`. */
void translation_check(struct library *library, const char *path, struct diag_list *diags);
/* Every text of the file at `path` with its translation, which may be missing: to begin one, or to
 * go on. NULL: the file has mistakes, which are in `diags`. */
const struct translation *translation_collect(struct library *library, const char *path,
                                              const char *language, struct diag_list *diags);

/* How long "de" is in "cat-cow.de.yaml"; 0: it is the name of no translation. */
size_t translation_tag(const char *name);

#endif

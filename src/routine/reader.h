// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_READER_H
#define UNKNOT_ROUTINE_READER_H

#include "routine/keywords.h"
#include "routine/library.h"

/* The doses read last: most routines have few different ones. */
enum { READER_DOSES = 8 };
struct known_doses {
    const char *texts[READER_DOSES]; /* NULL: none yet */
    struct dose doses[READER_DOSES];
    size_t count; /* ever added */
};

/* What the readers of one file share: it is handed down from the file to its smallest value. A
 * reader reports a mistake, remembers that there was one, and goes on with the next value, so that
 * one run finds them all.
 */
struct reader {
    struct library *library;
    struct arena *arena;
    struct diag_list *diags;
    const char *folder;              /* in which the file lies */
    struct translation *translation; /* of the file; NULL: its texts are as written */
    const char *language; /* of the texts that are handed on; of the exercises that it names */
    bool english;         /* what is said here is said by the voice */
    bool failed;          /* this file, or one that it names, has a mistake */
    struct known_doses known;
};

/* Reports a mistake. */
void reader_error(struct reader *reader, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Passes on whether something that reports for itself went well. */
bool reader_check(struct reader *reader, bool ok);

/* Calls `read` with the meaning of each key of a mapping. A key that is not in `keys` is an error
 * with the nearest one offered; `where` is what the message calls the mapping. False when there was
 * such a key: it may be one that is missing, so nobody should complain about that too. */
typedef void reader_field(struct reader *reader, int key, const struct node *name,
                          const struct node *value, void *target);
bool reader_map(struct reader *reader, const struct node *map, const struct keywords *keys,
                const char *where, reader_field *read, void *target);
void reader_unknown_key(struct reader *reader, const struct node *name, const struct keywords *keys,
                        const char *where);
/* False, with an error, when the node is no mapping. `example` shows one. */
bool reader_is_map(struct reader *reader, const struct node *node, const char *example);

/* A text of 1 to `most` characters, white space run together: what a person never sees, such as a
 * name. NULL: no, and it is reported. */
const char *reader_plain(struct reader *reader, const struct node *node, size_t most);
/* The same for what is shown or said, in the language that is wanted. */
const char *reader_text(struct reader *reader, const struct node *node, size_t most);
/* The same again for a line that is spoken or shown while moving: words are short, and in
 * braces there are only sides. `spoken`: the voice must be able to say it. */
const char *reader_line(struct reader *reader, const struct node *node, bool spoken);
/* The same for a card, which is spoken, too: it has no sides. */
const char *reader_card_line(struct reader *reader, const struct node *node, size_t most);
/* One of the table's words; its value, or -1 after an error that lists them. `what` begins the
 * message: "'x' is no WHAT". */
int reader_word(struct reader *reader, const struct node *node, const struct keywords *words,
                const char *what);
bool reader_bool(struct reader *reader, const struct node *node, bool *value);
/* "en", "de", "gsw", "pt-BR". */
bool reader_language(struct reader *reader, const struct node *node, const char **language);
/* Whether a file's `language:` says so, or nothing else; asked before its lines are read. */
bool reader_speaks_english(const struct node *root);
/* A whole number from 1 to `most`. */
bool reader_count(struct reader *reader, const struct node *node, int most, int *value);
/* A list of names, or one name alone. `words`: only these; NULL: any. `spaced`: "foam-roller" and
 * "foam roller" are one name. */
void reader_names(struct reader *reader, const struct node *node, const struct keywords *words,
                  const char *what, bool spaced, struct text_list *names);
/* The name of a figure file; NULL when there is none of that name, and a warning has said so. */
const char *reader_figure(struct reader *reader, const struct node *node);
/* Paths of the pictures that a list names, or one name alone. `where` is what the message calls the
 * thing that shows them. */
void reader_pictures(struct reader *reader, const struct node *node, const char *where,
                     struct text_list *pictures);
/* "foam-roller" as "foam roller". */
const char *reader_spaced(struct reader *reader, const char *name);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_SCANNER_H
#define UNKNOT_ROUTINE_SCANNER_H

#include "routine/dose.h"
#include "routine/keywords.h"

#include <stdint.h>

/* Takes a dose or a duration apart into numbers, words and colons. A scanner can be copied to look
 * ahead. The first complaint counts; after it nothing more is read.
 */
enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_COLON };

enum { TOKEN_WORD_BYTES = 24 };

struct token {
    enum token_kind kind;
    int64_t micros;              /* TOKEN_NUMBER: in millionths */
    bool comma;                  /* TOKEN_NUMBER: it had a decimal comma */
    char word[TOKEN_WORD_BYTES]; /* TOKEN_WORD: its beginning */
    const char *from, *to;
};

struct scanner {
    const char *text;
    struct token token;      /* the current one */
    const struct node *node; /* for messages; NULL: none are wanted */
    struct arena *arena;
    const char *complaint; /* NULL: all is well */
    bool failed;
};

void scanner_init(struct scanner *scanner, const char *text, const struct node *node,
                  struct arena *arena);
void scanner_next(struct scanner *scanner);
/* Always false, so that a reader can end with it. */
bool scanner_fail(struct scanner *scanner, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The whole text, quoted and cut for a message. */
const char *scanner_quoted(const struct scanner *scanner);
bool scanner_at_word(const struct scanner *scanner, const char *word);
/* Says that what stands here is too much. */
bool scanner_at_end(struct scanner *scanner);

/* Reads a duration and leaves the scanner behind it. `in_dose`: a bare number may also be meant as
 * repetitions. */
bool scanner_duration(struct scanner *scanner, bool in_dose, tick *duration);

#endif

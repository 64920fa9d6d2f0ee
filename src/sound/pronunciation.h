// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_PRONUNCIATION_H
#define UNKNOT_SOUND_PRONUNCIATION_H

#include "base/arena.h"
#include "base/diag.h"

/* How the voice is to say words that it gets wrong, as a file: words or a few words in a row, and a
 * spelling that sounds right. It changes only what is heard. Case does not matter.
 *
 *     pronunciations: en
 *     words:
 *       close your: cloze your
 *       lats: latts
 */
struct pronunciation {
    const char *words; /* lower case, one space between words */
    const char *said;
};

struct pronunciations {
    const struct pronunciation *items;
    size_t count;
    const struct pronunciations *next; /* looked into after these; NULL: no more */
};

enum {
    PRONUNCIATIONS_MOST = 2000,    /* in one file */
    PRONUNCIATION_MAX_LENGTH = 80, /* characters of either side */
};

/* Reads a file. NULL: the reasons are in `diags`. It lives in the arena. */
struct pronunciations *pronunciations_read(struct arena *arena, const char *path,
                                           struct diag_list *diags);
/* The same for a text in memory, which must outlive the arena's use. */
struct pronunciations *pronunciations_parse(struct arena *arena, const char *name, const char *text,
                                            size_t length, struct diag_list *diags);

/* Copies `text` to `out` with what the lists respell, the longest first match at each word; what
 * does not fit into `size` bytes is cut. `lists` NULL: just a copy. */
void pronounce(const struct pronunciations *lists, const char *text, char *out, size_t size);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_BASE_CATALOG_H
#define UNKNOT_BASE_CATALOG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The program's own words in another language: a catalogue that msgfmt made (languages/README.md).
 *
 * It is read here and not by the C library, which asks for an installed locale of that language
 * before it looks into a catalogue, and knows one language at a time: here a German routine can be
 * played by somebody whose screens are in English. Nothing changes after it was opened, so threads
 * can share one. NULL, everywhere: English.
 */
struct catalog;

/* FOLDER/LANGUAGE.mo, for a language such as "pt-BR" or else "pt". NULL: there is none, or it is
 * broken, which is logged; and always for English. The arena owns it. */
const struct catalog *catalog_open(struct arena *arena, const char *folder, const char *language);
/* From the bytes of such a file, 4-byte aligned, which must live as long. NULL: they are none. */
const struct catalog *catalog_parse(struct arena *arena, const char *language, const char *bytes,
                                    size_t length);

/* "de"; "en" for NULL. */
const char *catalog_language(const struct catalog *catalog);
/* Whether two languages are the same, or one only adds a region: "de" and "de-AT". */
bool catalog_same_language(const char *a, const char *b);

/* In the catalogue's language; a text that it does not have comes back as it is. Good as long as
 * the catalogue and the text. O(log n). */
const char *catalog_text(const struct catalog *catalog, const char *english);
/* The same for a text that changes with a number, which English has two forms of. */
const char *catalog_count(const struct catalog *catalog, const char *one, const char *many,
                          uint64_t count);

/* Marks a text that reaches catalog_text() by way of a table or a variable. */
#define N_(text) text
/* Two forms of one text that reach catalog_count(). */
#define NN_(one, many) one, many

#endif

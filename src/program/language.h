// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_LANGUAGE_H
#define UNKNOT_PROGRAM_LANGUAGE_H

#include "program/app.h"

/* Which language the screens and routines are wanted in: as the options say, into which the
 * settings were read, else the environment as gettext reads it (LANGUAGE, LC_ALL, LC_MESSAGES,
 * LANG). No locale of that language has to be installed. Messages on the command line stay English.
 */

/* Sets what `app` reads and shows from now on. */
void language_choose(struct app *app, const struct options *options);
/* The program's own words in a routine's language; NULL: English, also where there are none. */
const struct catalog *language_words(struct app *app, const char *language);

/* What can be chosen: auto, English, and every language that there is a catalogue of. */
struct text_list language_list(struct app *app);

/* "de_AT.UTF-8" as "de-AT", into `out`. False: it names no language, as "C" does. */
enum { LANGUAGE_TAG = 16 };
bool language_tag(const char *locale, size_t length, char out[LANGUAGE_TAG]);

#endif

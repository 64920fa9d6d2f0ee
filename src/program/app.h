// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PROGRAM_APP_H
#define UNKNOT_PROGRAM_APP_H

#include "base/catalog.h"
#include "kiosk/config.h"
#include "program/options.h"
#include "routine/tips.h"
#include "sound/voice.h"
#include "timeline/timeline.h"

/* What every command needs: the memory, the messages and the routines. */
enum { APP_MAX_FOLDERS = 4 + KIOSK_MAX_FOLDERS };

struct voice;

struct app {
    struct arena arena; /* owns everything read from files */
    struct diag_list diags;
    struct library library;
    const char *folders[APP_MAX_FOLDERS]; /* where routines are looked for, in order */
    size_t folder_count;
    const char *assets, *catalogs;               /* folders; NULL when not found */
    const struct catalog *words;                 /* of the screens; NULL: English */
    const struct pronunciations *pronunciations; /* NULL: none, or not read yet */
    bool pronunciations_read;
};

void app_init(struct app *app, const struct options *options);
void app_finish(struct app *app);

/* Prints messages to stderr; the second, those collected in the app's own `diags`. */
void app_print_list(struct diag_list *diags);
void app_print_diags(struct app *app);

/* Reads the routine a command line names: the daily one when it names none. NULL: the reasons are
 * in `diags`. */
const struct routine *app_read(struct app *app, const struct options *options);
/* The same by id, by path, or the one that is part of the program (built_in.h). */
const struct routine *app_find(struct library *library, const char *name, struct diag_list *diags);
/* Where recordings of its lines belong: the folder "voice" beside its file. */
const char *app_recordings(struct app *app, const struct routine *routine);
/* How its lines are to be spoken: language, recordings, pronunciations. NULL: words of the program.
 */
struct voice_manner app_manner(struct app *app, const struct routine *routine);
/* The voice that measures its lines, recordings included. NULL: there is none. */
struct voice *app_voice(struct app *app, const struct routine *routine);
/* What is at hand by options.have, written as in a routine: 'foam-roller' is a foam roller. NULL:
 * nobody said. */
const struct text_list *app_equipment(struct arena *arena, const char *have);
/* How the command line wants a routine laid out; what is at hand is in the arena. `voice`: NULL
 * when lines are not measured. `words`: what the program says besides, in the routine's language.
 */
struct timeline_options app_layout_options(struct arena *arena, const struct options *options,
                                           const struct voice_measure *voice,
                                           const struct catalog *words, bool eyes_closed);
/* Lays it out. NULL: the reasons are in `diags`. Without a voice the lengths of spoken lines are
 * not known, and neither is where lines would collide: good for a first picture. `eyes_closed`:
 * everything is said. */
const struct timeline *app_lay_out(struct app *app, const struct options *options,
                                   const struct routine *routine, struct voice *voice,
                                   bool eyes_closed);
/* Both, with the voice, and prints what is to be said about it. NULL: there were errors. */
const struct timeline *app_compile(struct app *app, const struct options *options);

/* The cards that the library has, and prints what is wrong with them: no reason not to play. NULL:
 * none can be shown. */
const struct tips *app_tips(struct app *app);
/* What they say about when to stop; NULL: nothing. */
const char *app_safety(struct app *app);

#endif

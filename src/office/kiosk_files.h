// SPDX-License-Identifier: MIT
#ifndef UNKNOT_OFFICE_KIOSK_FILES_H
#define UNKNOT_OFFICE_KIOSK_FILES_H

#include "kiosk/kiosk.h"
#include "program/shelf.h"

/* What a kiosk reads: its config, and through that the routines it offers. Read anew while it runs,
 * with memory of its own each time; a config with mistakes leaves the one that was good, and so
 * does a routine. One that has mistakes from the start is not offered. What is wrong goes to the
 * log, without a line of the file: the PIN may stand there. */
struct kiosk_files {
    const char *path;       /* of the config; NULL: there is none */
    struct options options; /* as the config wants them */
    struct arena arena;     /* of the config */
    struct kiosk_config config;
    struct shelf shelf;
    struct kept_cards *kept;      /* of shelves before, of which something is still offered */
    struct kiosk_content content; /* its cards are in the shelf's arena */
    size_t config_errors, errors; /* mistakes in the config; in all of them */
};

/* Where the config is that the options mean; NULL: there is none. */
const char *kiosk_files_config(const struct options *options);
/* Reads everything. `options` are those of the command line. */
void kiosk_files_open(struct kiosk_files *files, const struct options *options);
void kiosk_files_close(struct kiosk_files *files);
/* All that can be another one later, in folders that may have more then: the config, and whatever
 * lies where routines are looked for. Good until the next reading. */
struct text_list kiosk_files_paths(struct kiosk_files *files);
/* Reads everything again. Nothing that pointed into `content` is good any more. */
void kiosk_files_reload(struct kiosk_files *files);
/* Routines in the language with this number of those that are offered. The same. */
void kiosk_files_speak(struct kiosk_files *files, size_t language);

#endif

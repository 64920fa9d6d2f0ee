// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SETTINGS_SETTINGS_H
#define UNKNOT_SETTINGS_SETTINGS_H

#include "document/document.h"

/* What the program remembers between sessions: a few numbers in a YAML file that it writes itself,
 * and that a person may write too. One table (settings.c) of every setting feeds the reader, the
 * writer, and a test that holds the schema to it.
 */
enum setting {
    SETTING_VOLUME,
    SETTING_VOICE_VOLUME,
    SETTING_CUE_VOLUME,
    SETTING_BREATH_VOLUME,
    SETTING_AMBIENCE_VOLUME,
    SETTING_COUNT
};

struct setting_info {
    const char *key;
    int least, most, usual;
};
extern const struct setting_info setting_table[SETTING_COUNT];

/* The first key of the file, and the version that this program writes. Of a newer one it reads what
 * it knows, and keeps the rest. */
#define SETTINGS_KEY "settings"
#define SETTINGS_KEYS "keys"
enum { SETTINGS_VERSION = 1 };

struct settings {
    int values[SETTING_COUNT];
    /* What the person wants keys to mean: a NODE_MAP in the arena, in the words of platform/, which
     * checks them; NULL: as usual. */
    const struct node *keys;
};

void settings_usual(struct settings *settings);
/* Reads the file at `path`. Where it says nothing, or something wrong, things are as usual; what is
 * wrong is in `diags`. A file that is not there is no mistake. */
void settings_read(struct arena *arena, const char *path, struct diag_list *diags,
                   struct settings *out);
/* The same for a text in memory, which must outlive the arena's use. `diags` begins empty; false:
 * it has errors now. */
bool settings_parse(struct arena *arena, const char *name, const char *text, size_t length,
                    struct diag_list *diags, struct settings *out);

/* Puts one setting into the file at `path`, made with its folders if need be, and nothing else: the
 * other lines, also the unknown ones and the comments, stay as they are. The file is replaced as a
 * whole, or not at all. One that has mistakes is kept beside it, with ".broken" behind its name.
 * Waits for the disk. False: `why` says why, in words that follow the path and a colon. */
enum { SETTINGS_WHY = 128 };
bool settings_keep(const char *path, enum setting setting, int value, char why[SETTINGS_WHY]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SETTINGS_SETTINGS_H
#define UNKNOT_SETTINGS_SETTINGS_H

#include "document/document.h"

/* What the program remembers between sessions: a YAML file that it writes itself, and that a person
 * may write too. One table (settings.c) of every setting feeds the reader, the writer, the screen
 * that changes them, and a test that holds the schema to it.
 */
enum setting {
    SETTING_VOLUME,
    SETTING_VOICE_VOLUME,
    SETTING_CUE_VOLUME,
    SETTING_BREATH_VOLUME,
    SETTING_AMBIENCE_VOLUME,
    SETTING_THEME,
    SETTING_MOTION,
    SETTING_PALETTE,
    SETTING_EYES,
    SETTING_LANGUAGE,
    SETTING_KEYS_ON,
    SETTING_HISTORY,
    SETTING_EQUIPMENT,
    SETTING_COUNT
};

enum setting_kind {
    SETTING_NUMBER, /* a whole number */
    SETTING_CHOICE, /* one of a few words */
    SETTING_NAME,   /* of a file or a language: letters, digits, space, '-', '_' and '.' */
    SETTING_LIST    /* of such names */
};

enum { SETTING_WORDS = 4, SETTING_TEXT = 256 };

struct setting_info {
    const char *key;
    enum setting_kind kind;
    int least, most, usual;           /* SETTING_NUMBER */
    const char *words[SETTING_WORDS]; /* SETTING_CHOICE: ends in NULL; the first is usual. Of a
                                         SETTING_NAME, the first is the usual one */
};
extern const struct setting_info setting_table[SETTING_COUNT];

/* A value of its own, without memory elsewhere. */
struct setting_value {
    int number;              /* SETTING_NUMBER; SETTING_CHOICE: which word */
    char text[SETTING_TEXT]; /* SETTING_NAME; SETTING_LIST: the names, ", " between them */
};

/* What SETTING_MOTION, SETTING_EYES, SETTING_KEYS_ON and SETTING_HISTORY can be. */
enum setting_motion { MOTION_FULL, MOTION_REDUCED };
enum setting_eyes { EYES_OPEN, EYES_CLOSED };
enum setting_keys_on { KEYS_ON_EITHER, KEYS_ON_KEYBOARD, KEYS_ON_REMOTE };
enum setting_history { HISTORY_KEPT, HISTORY_NOT_KEPT };

/* The first key of the file, and the version that this program writes. Of a newer one it reads what
 * it knows, and keeps the rest. */
#define SETTINGS_KEY "settings"
#define SETTINGS_KEYS "keys"
enum { SETTINGS_VERSION = 1 };

struct settings {
    struct setting_value values[SETTING_COUNT];
    bool said[SETTING_COUNT]; /* by the file, and not only as usual */
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

/* The word of a SETTING_CHOICE, the text of the others that have one. */
const char *setting_word(const struct settings *settings, enum setting setting);
bool setting_same(const struct setting_value *a, const struct setting_value *b);
/* Whether `name` is in the list; and the list with it or without it. A list that would get too long
 * stays as it is. */
bool setting_has(const struct setting_value *list, const char *name);
void setting_put(struct setting_value *list, const char *name, bool there);

/* Puts one setting into the file at `path`, made with its folders if need be, and nothing else: the
 * other lines, also the unknown ones and the comments, stay as they are. The file is replaced as a
 * whole, or not at all. One that has mistakes is kept beside it, with ".broken" behind its name.
 * Waits for the disk. False: `why` says why, in words that follow the path and a colon. */
enum { SETTINGS_WHY = 128 };
bool settings_keep(const char *path, enum setting setting, const struct setting_value *value,
                   char why[SETTINGS_WHY]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_KIOSK_CONFIG_H
#define UNKNOT_KIOSK_CONFIG_H

#include "routine/library.h"
#include "settings/settings.h"

/* kiosk.yaml: how a screen in an office behaves that nobody looks after. Everything in it but its
 * name may be left out. One set of tables (config.c) of every key and its bounds feeds the reader,
 * and through tests the JSON Schema and the example of assets/kiosk.
 *
 * Times of day are minutes since midnight, as the clock on the wall shows them.
 */
enum {
    KIOSK_MAX_LIST = 64, /* entries of a list, ranges of a day */
    KIOSK_MAX_FOLDERS = 8,
    KIOSK_DAY = 24 * 60, /* minutes */
    KIOSK_PIN_LEAST = 4, /* digits */
    KIOSK_PIN_MOST = 12,
    KIOSK_NEVER = -1, /* of a time of day */
};

/* Part of a day, from `from` until before `until`; one past midnight ends above KIOSK_DAY. */
struct kiosk_range {
    int from, until;
};

struct kiosk_ranges {
    const struct kiosk_range *items; /* in order, none touches another */
    size_t count;                    /* 0: closed */
};

/* Days from the first to the last of them, both within. */
struct kiosk_holiday {
    bool yearly;
    int64_t from, until; /* days since 1 January 1970; yearly: month * 100 + day, and `until` may be
                            the smaller */
};

struct kiosk_quiet {
    struct kiosk_range range;
    int volume; /* 0 to 100 */
};

/* The name of a routine, and where it stands. */
struct kiosk_name {
    const char *id;
    struct span span;
};

struct kiosk_names {
    const struct kiosk_name *items;
    size_t count;
};

enum kiosk_rhythm { KIOSK_EVERY, KIOSK_AT, KIOSK_NO_BREAKS };

struct kiosk_breaks {
    enum kiosk_rhythm rhythm;
    tick every;                  /* KIOSK_EVERY: whole minutes */
    const int *at;               /* KIOSK_AT: times of day, rising */
    size_t at_count;             /* 1 or more */
    struct kiosk_names routines; /* take turns; 1 or more */
    tick notice;                 /* how long before it a break is announced; 0: not */
    tick postpone;               /* by how much */
    int postpone_most;           /* how often; 0: not at all */
    tick late;                   /* by how much one may begin late, when its moment was missed */
};

/* Keys held at once. */
enum { KIOSK_CTRL = 1, KIOSK_ALT = 2, KIOSK_SHIFT = 4, KIOSK_SUPER = 8 };
struct kiosk_chord {
    unsigned modifiers; /* at least two */
    const char *key;    /* lower case: "q", "7", "f12"; NULL: there is no chord */
};

enum kiosk_kept { KIOSK_KEEP_COUNTS, KIOSK_KEEP_NOTHING };

struct kiosk_config {
    const char *name;
    struct kiosk_names routines; /* offered, in this order; none: all that are found */
    struct text_list folders;    /* with routines, before the usual ones; absolute */
    struct text_list languages;  /* offered, the usual one first; none: the system's */
    struct kiosk_breaks breaks;
    struct kiosk_ranges hours[7]; /* monday first */
    const struct kiosk_holiday *holidays;
    size_t holiday_count;
    int volume; /* 0 to 100 */
    const struct kiosk_quiet *quiet;
    size_t quiet_count;
    struct {
        tick after;   /* back to the idle screen when nobody did anything for so long */
        tick warning; /* of which so long a warning is shown */
        tick waits;   /* a wait or a question of a routine moves on by itself */
    } nobody;
    struct {
        struct kiosk_chord chord;
        const char *pin; /* 4 to 12 digits; NULL: no way out by PIN. Never logged, never shown. */
    } leave;
    int display;                  /* 0 and on */
    enum setting_keys_on keys_on; /* how its keys are called on the screen and by the voice */
    tick tips;                    /* how long each is shown; 0: none are */
    struct {
        bool shift; /* the picture by a few pixels, from time to time */
        int dim;    /* brightness outside office hours, 1 to 100 per cent */
        tick off;   /* so long after office hours the display sleeps; TICK_NEVER: it does not */
    } panel;
    int restart; /* time of day, while idle; KIOSK_NEVER */
    enum kiosk_kept keep;
    const char *status; /* file for monitoring, absolute; NULL: none is written */
};

/* What a file that says nothing means. Points to nothing that must be kept. */
void kiosk_config_usual(struct kiosk_config *config);
/* Reads the file at `path`; `kiosk: NAME` is all that it must say. False: it has errors, which are
 * in `diags`, and `out` is as usual. Texts live in the arena. Messages never quote the PIN, but an
 * excerpt of the file may show it: diag_print is for the person who wrote it, not for a log. */
bool kiosk_config_read(struct arena *arena, const char *path, struct diag_list *diags,
                       struct kiosk_config *out);
/* The same for a text in memory, which must outlive the arena's use. */
bool kiosk_config_parse(struct arena *arena, const char *name, const char *text, size_t length,
                        struct diag_list *diags, struct kiosk_config *out);
/* Whether each routine that it names is in the library, which was opened with its folders. */
bool kiosk_config_check(const struct kiosk_config *config, const struct library *library,
                        struct diag_list *diags);

#endif

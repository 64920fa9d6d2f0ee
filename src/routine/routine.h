// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_ROUTINE_H
#define UNKNOT_ROUTINE_ROUTINE_H

#include "base/text.h"
#include "routine/dose.h"

/* What a routine file and the exercise files it names say, checked and with every default filled
 * in. Nothing here knows about time on a clock: timeline/ lays the steps out one after another.
 */
enum {
    ROUTINE_MAX_LINE = 240,  /* characters of a spoken line */
    ROUTINE_MAX_WORD = 40,   /* characters of one word in it: the voice slows down beyond */
    ROUTINE_MAX_PHASES = 6,  /* phases of one tempo */
    ROUTINE_MAX_TITLE = 60,  /* characters of a title, a name of a muscle, a thing needed */
    ROUTINE_MAX_ABOUT = 600, /* characters of `about` and `caution` */
    ROUTINE_MAX_LIST = 32,   /* things in one list of names */
    ROUTINE_MAX_LINES = 64,  /* lines of one step */
};

enum breath_phase { BREATH_IN, BREATH_HOLD, BREATH_OUT, BREATH_REST, BREATH_PHASES };

/* One breath; a phase of length 0 is left out. */
struct breath_pattern {
    tick length[BREATH_PHASES];
};

struct breathing {
    bool given;
    struct breath_pattern pattern;
    bool ramps; /* lengthens evenly from `pattern` to `ramp_to` over the step */
    struct breath_pattern ramp_to;
};

/* What a phase of a rep does to the movement: away from the first pose, nothing, or back to it. */
enum tempo_motion { TEMPO_AWAY, TEMPO_STAY, TEMPO_BACK };

struct tempo_phase {
    const char *name; /* "lift", "hold", "lower", ... from the table in keywords */
    enum tempo_motion motion;
    tick length;
};

/* One rep: its phases in order. count 0: no tempo given. */
struct tempo {
    struct tempo_phase phases[ROUTINE_MAX_PHASES];
    int count;
};

enum drive {
    DRIVE_DEFAULT, /* tempo for reps; else breath if it breathes; else as the figure says */
    DRIVE_BREATH,
    DRIVE_TEMPO,
    DRIVE_LOOP,
    DRIVE_STILL,
};

/* When a line is said. */
enum line_when {
    LINE_START,
    LINE_HALFWAY,
    LINE_END,
    LINE_BREATH,     /* when a breath phase begins */
    LINE_TEMPO,      /* when a tempo phase begins */
    LINE_AT,         /* `offset` from the start of the work */
    LINE_BEFORE_END, /* `offset` before its end */
    LINE_EVERY,      /* each `offset` from the start */
};

struct line {
    enum line_when when;
    enum breath_phase breath; /* LINE_BREATH */
    const char *phase;        /* LINE_TEMPO: a name of the step's tempo */
    tick offset;
    const char *say;  /* spoken; "{side}" stands for "left" or "right"; NULL: shown only */
    const char *show; /* on screen; NULL: as spoken */
    struct span span;
};

/* Getting into position, or over to the other side. */
struct setup {
    tick length;            /* 0: none */
    const char *say, *show; /* NULL: none; `show` NULL: as spoken */
    struct span span;
};

/* How an exercise is done. A step that overrides some of it has its own changed copy. */
struct exercise {
    const char *id; /* NULL for a one-off step */
    const char *title;
    const char *family;     /* from the table in keywords; NULL: not said */
    const char *caution;    /* NULL: none */
    struct text_list needs; /* with spaces, however written: "foam roller" for `foam-roller` */
    struct text_list muscles, counts_as;
    const char *figure;        /* name of a figure file; NULL: none */
    struct text_list pictures; /* paths, inside the folder of the file that names them or in the
                                  program's own assets; "": missing, and it was said. Cross-faded
                                  when several; not there when `figure` is */
    struct setup setup;
    struct breathing breathing;
    struct tempo tempo;
    tick rest;              /* between sets */
    struct setup switching; /* between sides */
    enum drive drive;
    tick loop; /* DRIVE_LOOP: length of one turn */
    struct line *lines;
    size_t line_count;
    const char *sided; /* the first of its setup and lines that has "{side}" in it; NULL: none */
    bool ours;         /* made for this program, not from the guide */
    struct span span;
};

enum step_kind { STEP_WORK, STEP_REST, STEP_REPEAT, STEP_ROUTINE, STEP_WAIT, STEP_ASK, STEP_WITH };

struct step_list {
    struct step *items;
    size_t count;
};

struct step {
    enum step_kind kind;
    int times;     /* STEP_REPEAT */
    bool optional; /* `--fit` may drop it */
    struct span span;
    const struct exercise *exercise; /* STEP_WORK: overrides applied */
    struct dose dose;                /* STEP_WORK */
    tick at_least;                   /* `--fit` may shrink it to this; 0: it may not */
    tick length;                     /* STEP_REST; STEP_REPEAT: rest between, 0: none;
                                        STEP_WAIT: `at most`, 0: for ever */
    struct step_list steps;          /* STEP_REPEAT, STEP_WITH */
    struct step_list otherwise;      /* STEP_WITH */
    const struct routine *routine;   /* STEP_ROUTINE */
    const char *text;                /* STEP_WAIT: what to do; STEP_ASK: "comfort";
                                        STEP_WITH: the equipment, as in `needs` */
};

struct routine {
    const char *id; /* file name without folder and ending */
    const char *path;
    const char *title;
    const char *about;    /* "" when not said */
    const char *language; /* "en" unless said */
    struct text_list counts_as;
    struct text_list needs; /* every thing its steps need, each once, in order of first use; not
                               what only the steps under a `with` for that thing need */
    struct step_list steps;
    struct span span;
};

#endif

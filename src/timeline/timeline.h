// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_TIMELINE_H
#define UNKNOT_TIMELINE_TIMELINE_H

#include "base/catalog.h"
#include "routine/routine.h"
#include "timeline/prompt.h"

/* A routine laid out in time: a flat array of entries, one after another without gaps, and a flat
 * array of cues, both sorted. The screen, the sound, the plan and the tests read these two arrays,
 * so they cannot disagree. Times count from the start of the routine, at normal speed.
 *
 * Entries that wait for the person (wait, ask, "until continue") are gates: they have length 0 here
 * and the session stays on them as long as it takes. A gate has only the cues of its beginning;
 * what sounds when the person goes on (step done, session done) is for the session to say.
 */
enum {
    TIMELINE_MAX_ENTRIES = 10000,
    TIMELINE_MAX_CUES = 200000, /* also of breaths: 6 h at six a minute make 2,160 */
};
#define TIMELINE_MAX_LENGTH (6 * TICK_H)

enum entry_kind {
    ENTRY_SETUP,
    ENTRY_WORK,
    ENTRY_REST,
    ENTRY_SWITCH,
    ENTRY_WAIT,
    ENTRY_ASK,
    ENTRY_KINDS
};

enum side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT };

struct entry {
    tick start, length;
    enum entry_kind kind;
    enum side side; /* SIDE_NONE when the entry has none; alternating: see the moment */
    bool alternates;
    bool gate;        /* the session stays here until "continue" or `at_most` */
    tick at_most;     /* gate: 0 means for ever */
    uint32_t step;    /* index into timeline.steps; the step to come for setup and rest before,
                         the last one when none is to come */
    int set, of_sets; /* from 1; 1 of 1 when there are no sets */
    int reps;         /* ENTRY_WORK by reps: how many; else 0 */
    int breaths; /* whole breaths guided in this entry; else 0; 1 on a gate, where it repeats */
    enum drive drive; /* ENTRY_WORK: what moves the figure; DRIVE_DEFAULT: as the figure says */
    const struct exercise *exercise; /* of the work, or of the work to come; NULL at the end */
    const char *title;               /* "Cat-cow", "Rest", "Fetch your roller" */
    const tick *breath_starts; /* breaths + 1 items, from the entry's start; NULL: no breathing */
    const struct span *source; /* the step's place in the routine */
};

/* One exercise as a person counts them ("4 of 7"): its setup, sides, sets and rests together. */
struct timeline_step {
    const char *title;
    const struct exercise *exercise;
    const struct dose *dose; /* after fitting */
    tick start, end;
    uint32_t first_entry, last_entry;
};

enum cue_kind {
    CUE_SAY, /* a spoken line; the others are sounds */
    CUE_STEP_START,
    CUE_BREATHE_IN,
    CUE_BREATHE_OUT,
    CUE_HOLD,
    CUE_REP,
    CUE_REP_TOP,
    CUE_SET_DONE,
    CUE_SWITCH,
    CUE_HALFWAY,
    CUE_LAST_SECONDS,
    CUE_STEP_DONE,
    CUE_PAUSE,
    CUE_RESUME,
    CUE_SESSION_DONE,
    CUE_ALIVE, /* nothing has happened for a while, and the player is still there */
    CUE_KINDS
};

struct cue {
    tick at;
    tick length; /* CUE_SAY: of the spoken line; breath cues: of the phase; else 0 */
    tick moved;  /* CUE_SAY: how much later than its author asked, to keep out of another's way */
    enum cue_kind kind;
    uint32_t entry;            /* index of the entry it belongs to */
    const char *text;          /* CUE_SAY: spoken, "{side}" replaced; NULL when only shown */
    const char *const *texts;  /* by enum device_kind, where it says what to press: `text` is the
                                  keyboard's; NULL: the same for all */
    const char *caption;       /* CUE_SAY: on screen from here on; "": nothing; NULL: as before */
    const struct span *source; /* of a line: its own place; else that of its entry */
};

/* A line that found no time without talking over another; it may still be shown. */
struct left_out {
    tick at; /* where it was to be */
    uint32_t entry;
    const char *text;
    const struct span *source;
};

/* Which way a `with:` of the routine went. */
struct way {
    const char *thing;
    bool there; /* its `steps:`; else its `otherwise:` */
    const struct span *source;
};

struct timeline {
    const struct routine *routine;
    const struct catalog *words; /* what the program says itself; NULL: English */
    struct entry *entries;
    size_t entry_count;
    struct cue *cues;
    size_t cue_count;
    const uint32_t *captions; /* indexes of the cues with a caption */
    size_t caption_count;
    struct left_out *left_out; /* in the order of the entries */
    size_t left_out_count;
    struct timeline_step *steps;
    size_t step_count;
    struct way *ways; /* each `with:`, in a repeat once */
    size_t way_count;
    bool equipment_said; /* else everything counts as at hand */
    tick work;           /* sum of the work by time or breaths; work by reps is not in it */
    tick total;          /* end of the last entry */
};

/* How long the voice takes for a line; sound/ measures it, tests and benchmarks guess. */
struct voice_measure {
    tick (*length)(void *context, const char *text);
    void *context;
};

struct timeline_options {
    const struct text_list *equipment; /* what the user has; NULL: everything */
    bool ask;                          /* false: `ask` steps are left out (kiosk) */
    bool eyes_closed; /* says everything that the screen would show; the entries are the same */
    tick fit;         /* whole length to fit into; 0: as written */
    const struct voice_measure *voice; /* NULL: lines have length 0 and are not checked */
    const struct catalog *words;       /* in the routine's language; NULL: English */
    /* By enum device_kind, what goes on: "Enter", "OK"; in English. Closed eyes are told of it in
     * the words of each device. NULL: of Enter alone. */
    const char *const *go_on;
};

/* Lays out a routine. NULL when a bound is passed or nothing is left to do: the reason is in
 * `diags`, and so are warnings about lines that are too long or collide. There is at least one
 * entry. Everything lives in the arena, and the routine must outlive it. */
const struct timeline *timeline_compile(struct arena *arena, const struct routine *routine,
                                        const struct timeline_options *options,
                                        struct diag_list *diags);

/* The entry at `t`, which is clamped to the routine; a gate at exactly `t` is found before the
 * entry that follows it. O(log n). */
size_t timeline_entry_at(const struct timeline *timeline, tick t);
/* Cues with after < at <= until: `*first` and the number of them. O(log n). */
size_t timeline_cues(const struct timeline *timeline, tick after, tick until, size_t *first);
/* What a cue says to who holds such a device; NULL: nothing. */
const char *cue_text(const struct cue *cue, enum device_kind device);
/* The cue whose caption is on screen; NULL for none. `into` as for timeline_moment. O(log n). */
const struct cue *timeline_caption(const struct timeline *timeline, size_t entry, tick into);

/* Where in a breath: `fullness` is 0 with empty and 1 with full lungs, a raised cosine between. */
struct breath_moment {
    enum breath_phase phase;
    tick into, length; /* of this phase */
    int number, of;    /* this breath, from 1; of 0 on a gate */
    double fullness;
};

/* Where in a rep: `height` is 0 in the first pose and 1 in the last, eased between. */
struct rep_moment {
    int number, of; /* from 1; of 0 when the work goes by time */
    int phase;      /* index into the exercise's tempo */
    tick into, length;
    double height;
};

/* Everything a view or a sound needs to know about one instant. */
struct moment {
    const struct entry *entry;
    tick into, left;              /* in the entry; on a gate `into` counts the time spent there */
    enum side side;               /* with alternating sides resolved */
    bool breathes, moves_by_reps; /* whether the next two are set */
    struct breath_moment breath;
    struct rep_moment rep;
};

/* `into` is the time since the entry's start; on a gate it may pass the entry's length. O(log n).
 */
void timeline_moment(const struct timeline *timeline, size_t index, tick into, struct moment *out);

/* Into the entry, when its halfway sound comes: at the breath or second nearest to its middle; 0
 * when it is too short, or counted in reps, and has none. */
tick entry_halfway(const struct entry *entry);

/* Whether it asks how the back feels; any other question has words of its own. */
bool entry_asks_comfort(const struct entry *entry);

const char *entry_kind_name(enum entry_kind kind); /* "setup", "work", ... as in plan --json */
const char *cue_kind_name(enum cue_kind kind);     /* "say", "breathe-in", ... */
const char *side_name(enum side side);             /* "", "left", "right" */

#endif

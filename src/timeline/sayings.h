// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TIMELINE_SAYINGS_H
#define UNKNOT_TIMELINE_SAYINGS_H

#include "timeline/layout.h"

/* What an entry wants to say and show, and the rules by which two never talk at once.
 *
 * Sayings are placed by level. One that is in the way of an earlier level moves into the next gap
 * as long as that is not later than it may be said, else it is left out; a warning tells the
 * author. Lines that are only shown come last and wait until what is being said has been read.
 */
enum say_level {
    SAY_FIRST, /* names, how to get there, which side: always said */
    SAY_START,
    SAY_TIMED, /* the author named the time */
    SAY_HALFWAY,
    SAY_EVERY,
    SAY_COUNT,    /* the number of a rep */
    SAY_GUIDANCE, /* what else a person with closed eyes is told */
    SAY_PHASE,    /* with a breath or rep: twice at most, then only shown */
    SAY_SHOWN,    /* not spoken */
};

struct saying {
    enum say_level level;
    tick at;     /* into the entry */
    tick wanted; /* where it was to be at first */
    tick latest; /* it may be spoken, or, when it is not, shown */
    tick latest_shown;
    tick room;                /* there is no more time than this; TICK_NEVER: not known */
    tick length;              /* of the spoken text */
    const char *text;         /* NULL: only shown */
    const char *const *texts; /* as in a cue */
    const char *caption;      /* NULL: what is on screen stays */
    const struct line *line;  /* NULL: not from a file */
    const struct span *span;
    struct saying *next;          /* placed: in order of time */
    const struct saying *blocker; /* what was being said instead; NULL */
    bool left_out;
    const char *unspoken; /* what there was no time to say; NULL: nothing */
};

/* Adds one and measures it. The pointer is good until the next is added. */
struct saying *saying_add(struct layout *layout, enum say_level level, tick at, const char *text,
                          const char *caption);
/* How long the voice takes; 0 when there is none. */
tick saying_measure(const struct layout *layout, const char *text);
/* `text` with "{side}" replaced by the side at `into`; the same pointer when there is none in it,
 * NULL for NULL. `span` is for the warning when the entry has no side. */
const char *saying_sided(struct layout *layout, const struct entry *entry, tick into,
                         const char *text, const struct span *span);
/* Finds places for all sayings of the current entry, makes them cues, and forgets them. */
void sayings_place(struct layout *layout);

/* Adds what an exercise says during its work. The current entry is work and no gate. */
void work_lines(struct layout *layout, const struct entry *entry);

#define SAYING_GAP (250 * TICK_MS) /* silence between two lines */
#define SAYING_END_EARLY (300 * TICK_MS)

#endif

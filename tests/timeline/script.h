// SPDX-License-Identifier: MIT
#ifndef TESTS_TIMELINE_SCRIPT_H
#define TESTS_TIMELINE_SCRIPT_H

#include "timeline/timeline.h"

/* Routines put together by hand, so that these tests do not lean on the reader of files, and
 * timelines written out as text, so that a test reads like a plan.
 */
struct script {
    struct arena arena;
    struct diag_list diags;
    struct source source;
    struct routine routine;
    struct timeline_options options;
    uint32_t line; /* of the last step made */
};

void script_begin(struct script *script);
void script_end(struct script *script);

struct exercise *make_exercise(struct script *script, const char *title);
void set_breathing(struct exercise *exercise, int in, int hold, int out, int rest);
/* lift, hold, lower, in seconds */
void set_tempo(struct exercise *exercise, int lift, int hold, int lower);
struct line *add_line(struct script *script, struct exercise *exercise, enum line_when when,
                      const char *say);

struct dose for_seconds(int seconds);
struct dose reps(int count);
struct dose breaths(int count);
struct dose per_side(struct dose dose);
struct dose alternating(struct dose dose);
struct dose in_sets(int sets, struct dose dose);
struct dose until_continue(void);

/* Each step stands on a line of its own, from 1. */
struct step work(struct script *script, const struct exercise *exercise, struct dose dose);
struct step rest(struct script *script, int seconds);
struct step wait_for(struct script *script, const char *text, int at_most);
struct step ask(struct script *script, const char *text);
/* `rest` in seconds between rounds; 0: none. */
struct step repeat(struct script *script, int times, int rest, struct step_list steps);
struct step with(struct script *script, const char *thing, struct step_list steps,
                 struct step_list otherwise);
struct step nested(struct script *script, struct step_list steps);
struct step_list list_of(struct script *script, size_t count, const struct step *steps);
#define LIST(script, ...)                                                                          \
    list_of(script, sizeof((struct step[]){__VA_ARGS__}) / sizeof(struct step),                    \
            (struct step[]){__VA_ARGS__})

const struct timeline *compile(struct script *script, struct step_list steps);

/* "0+8 setup Bridge\n8+50 work Bridge left 1/2 10r 5b\n20+0 wait Fetch it!\n": start, length,
 * kind, title, then side, set, reps and breaths where there are any; "!" marks a gate. In seconds.
 */
const char *entries_text(struct script *script, const struct timeline *timeline);
/* "8 step-start\n12 say Hello. [Hello]\n": the cues of these kinds (one bit each), with the caption
 * where it differs from what is said. */
const char *cues_text(struct script *script, const struct timeline *timeline, unsigned kinds);
#define ONLY(kind) (1u << (kind))
#define ALL_SOUNDS (~ONLY(CUE_SAY))
/* "3: warning: message\n" */
const char *diags_text(struct script *script);

/* A voice that needs 100 ms for each character. */
extern const struct voice_measure slow_voice;

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_ROUTINE_KEYWORDS_H
#define UNKNOT_ROUTINE_KEYWORDS_H

#include "base/arena.h"
#include "routine/routine.h"

/* Every word that means something in a routine, exercise or tips file, each in one table. The
 * tables feed the readers, the suggestions in messages and, through a test, the JSON Schemas: a
 * word that is added here is known everywhere, or a test fails.
 */
struct keyword {
    const char *word;
    int value; /* the enum beside the table; tempo: the motion; units: seconds */
};

struct keywords {
    const struct keyword *items;
    size_t count;
};

enum { KEYWORDS_MOST = 64 }; /* words in one table */

/* Keys of mappings. */
extern const struct keywords routine_keys, exercise_keys, work_keys, setup_keys, breath_keys;
extern const struct keywords rest_keys, repeat_keys, inner_keys, wait_keys, ask_keys, with_keys;

enum routine_key { ROUTINE_TITLE, ROUTINE_ABOUT, ROUTINE_LANGUAGE, ROUTINE_COUNTS, ROUTINE_STEPS };

enum exercise_key {
    EXERCISE_TITLE,
    EXERCISE_FAMILY,
    EXERCISE_CAUTION,
    EXERCISE_NEEDS,
    EXERCISE_MUSCLES,
    EXERCISE_COUNTS,
    EXERCISE_FIGURE,
    EXERCISE_PICTURE,
    EXERCISE_PICTURES,
    EXERCISE_SETUP,
    EXERCISE_BREATHE,
    EXERCISE_TEMPO,
    EXERCISE_REST,
    EXERCISE_SWITCH,
    EXERCISE_MOVES,
    EXERCISE_SAY,
    EXERCISE_SHOW,
    EXERCISE_OURS,
    EXERCISE_KEYS
};

/* What a step says besides what it changes of the exercise. */
enum work_key { WORK_DOSE, WORK_OPTIONAL, WORK_AT_LEAST, WORK_KEYS };

enum setup_key { SETUP_FOR, SETUP_SAY, SETUP_SHOW };

/* The first four are the phases of enum breath_phase. */
enum { BREATH_RAMP_TO = BREATH_PHASES };

/* What an entry of `steps` says that is no exercise; each of its mappings has its own table. */
enum entry_key {
    ENTRY_HEAD, /* the word that says what the entry is */
    ENTRY_STEPS,
    ENTRY_OTHERWISE,
    ENTRY_REST,
    ENTRY_AT_MOST,
    ENTRY_AT_LEAST,
    ENTRY_OPTIONAL,
    ENTRY_KEYS
};

/* NAME.LANGUAGE.yaml. */
extern const struct keywords translation_keys;
enum translation_key { TRANSLATION_OF, TRANSLATION_LANGUAGE, TRANSLATION_TEXTS };

/* tips.yaml. */
extern const struct keywords tips_keys, card_keys;
enum tips_key { TIPS_TITLE, TIPS_LANGUAGE, TIPS_CARDS };
enum card_key {
    CARD_ID,
    CARD_KIND,
    CARD_TITLE,
    CARD_TEXT,
    CARD_FIX,
    CARD_FIGURE,
    CARD_PICTURES,
    CARD_SOURCE,
};
/* enum tip_kind. */
extern const struct keywords tip_words;

/* Words that begin an entry of `steps` that is no exercise, in the order of precedence: `rest` is
 * also a key of others. */
extern const struct keywords entry_words;
enum entry_word {
    ENTRY_WORD_STEP,
    ENTRY_WORD_REPEAT,
    ENTRY_WORD_ROUTINE,
    ENTRY_WORD_WAIT,
    ENTRY_WORD_ASK,
    ENTRY_WORD_WITH,
    ENTRY_WORD_REST,
    ENTRY_WORDS
};

/* Moments of `say` and `show` that are no time and no phase. */
extern const struct keywords moment_words;
enum moment_word { MOMENT_START, MOMENT_HALFWAY, MOMENT_END, MOMENT_EVERY };

/* `moves with`; enum drive. */
extern const struct keywords drive_words;
/* Phases of a tempo; enum tempo_motion. */
extern const struct keywords tempo_words;

/* Units of time, short and long; seconds. */
extern const struct keywords unit_words;

/* What a dose counts, besides time. */
extern const struct keywords amount_words;
enum amount_word { AMOUNT_SETS, AMOUNT_REPS, AMOUNT_BREATHS };
/* How the sides share a dose; enum dose_sides. */
extern const struct keywords side_words;

extern const struct keywords family_words;
/* What the weekly checklist and the statistics count. */
extern const struct keywords counts_words;
extern const struct keywords question_words;
extern const struct keywords bool_words; /* 0 or 1 */

/* The value of a word; -1 when it is not in the table. */
int keywords_find(const struct keywords *keywords, const char *word);
/* The word most likely meant; NULL when none is near. */
const char *keywords_nearest(const struct keywords *keywords, const char *word);
/* "'a', 'b' JOIN 'c'". */
const char *keywords_listed(const struct keywords *keywords, const char *join, struct arena *arena);

#endif

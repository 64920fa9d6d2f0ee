// SPDX-License-Identifier: MIT
#include "routine/keywords.h"

#include "base/text.h"

#include <assert.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define KEYWORDS(array)                                                                            \
    {                                                                                              \
        array, COUNT(array)                                                                        \
    }

static const char *const routine_list[] = {
    [ROUTINE_TITLE] = "routine",    [ROUTINE_ABOUT] = "about", [ROUTINE_LANGUAGE] = "language",
    [ROUTINE_COUNTS] = "counts as", [ROUTINE_STEPS] = "steps",
};
const struct keywords routine_keys = KEYWORDS(routine_list);

static const char *const exercise_list[] = {
    [EXERCISE_TITLE] = "exercise", [EXERCISE_FAMILY] = "family",   [EXERCISE_CAUTION] = "caution",
    [EXERCISE_NEEDS] = "needs",    [EXERCISE_MUSCLES] = "muscles", [EXERCISE_COUNTS] = "counts as",
    [EXERCISE_FIGURE] = "figure",  [EXERCISE_PICTURE] = "picture", [EXERCISE_PICTURES] = "pictures",
    [EXERCISE_SETUP] = "setup",    [EXERCISE_BREATHE] = "breathe", [EXERCISE_TEMPO] = "tempo",
    [EXERCISE_REST] = "rest",      [EXERCISE_SWITCH] = "switch",   [EXERCISE_MOVES] = "moves with",
    [EXERCISE_SAY] = "say",        [EXERCISE_SHOW] = "show",       [EXERCISE_OURS] = "ours",
};
static_assert(COUNT(exercise_list) == EXERCISE_KEYS, "a name for each key");
const struct keywords exercise_keys = KEYWORDS(exercise_list);

static const char *const work_list[] = {
    [WORK_DOSE] = "dose",
    [WORK_OPTIONAL] = "optional",
    [WORK_AT_LEAST] = "at least",
};
static_assert(COUNT(work_list) == WORK_KEYS, "a name for each key");
const struct keywords work_keys = KEYWORDS(work_list);

static const char *const setup_list[] = {
    [SETUP_FOR] = "for", [SETUP_SAY] = "say", [SETUP_SHOW] = "show"};
const struct keywords setup_keys = KEYWORDS(setup_list);

static const char *const breath_list[] = {
    [BREATH_IN] = "in",     [BREATH_HOLD] = "hold",       [BREATH_OUT] = "out",
    [BREATH_REST] = "rest", [BREATH_RAMP_TO] = "ramp to",
};
const struct keywords breath_keys = KEYWORDS(breath_list);

static const char *const rest_list[] = {"rest", "optional", "at least"};
const struct keywords rest_keys = KEYWORDS(rest_list);
static const char *const repeat_list[] = {"repeat", "steps", "rest", "optional"};
const struct keywords repeat_keys = KEYWORDS(repeat_list);
static const char *const inner_routine_list[] = {"routine", "optional"};
const struct keywords inner_routine_keys = KEYWORDS(inner_routine_list);
static const char *const wait_list[] = {"wait", "at most"};
const struct keywords wait_keys = KEYWORDS(wait_list);
static const char *const ask_list[] = {"ask"};
const struct keywords ask_keys = KEYWORDS(ask_list);
static const char *const with_list[] = {"with", "steps", "otherwise"};
const struct keywords with_keys = KEYWORDS(with_list);

static const char *const entry_list[] = {
    [ENTRY_WORD_STEP] = "step", [ENTRY_WORD_REPEAT] = "repeat", [ENTRY_WORD_ROUTINE] = "routine",
    [ENTRY_WORD_WAIT] = "wait", [ENTRY_WORD_ASK] = "ask",       [ENTRY_WORD_WITH] = "with",
    [ENTRY_WORD_REST] = "rest",
};
static_assert(COUNT(entry_list) == ENTRY_WORDS, "a name for each entry");
const struct keywords entry_words = KEYWORDS(entry_list);

static const char *const moment_list[] = {
    [MOMENT_START] = "start",
    [MOMENT_HALFWAY] = "halfway",
    [MOMENT_END] = "end",
    [MOMENT_EVERY] = "every",
};
const struct keywords moment_words = KEYWORDS(moment_list);

static const char *const drive_list[] = {
    [DRIVE_WORD_BREATH] = "breath",
    [DRIVE_WORD_TEMPO] = "tempo",
    [DRIVE_WORD_LOOP] = "loop",
    [DRIVE_WORD_STILL] = "still",
};
const struct keywords drive_words = KEYWORDS(drive_list);

/* Sorted by motion: TEMPO_AWAY up to AWAY_WORDS, then TEMPO_STAY up to STAY_WORDS. */
static const char *const tempo_list[] = {
    /* away */ "lift",
    "raise",
    "reach",
    "open",
    "turn",
    "press",
    "squeeze",
    "push",
    "pull",
    "curl",
    "bend",
    "lean",
    "roll",
    "extend",
    "arch",
    "up",
    /* stay */ "hold",
    "pause",
    "rest",
    /* back */ "lower",
    "return",
    "close",
    "release",
    "relax",
    "straighten",
    "unroll",
    "round",
    "down",
};
enum { AWAY_WORDS = 16, STAY_WORDS = 19 };
const struct keywords tempo_words = KEYWORDS(tempo_list);

enum tempo_motion tempo_word_motion(int word)
{
    return word < AWAY_WORDS ? TEMPO_AWAY : word < STAY_WORDS ? TEMPO_STAY : TEMPO_BACK;
}

static const char *const unit_list[] = {
    "s",      "sec",     "secs", "second", "seconds", "min",  "m",     "mins",
    "minute", "minutes", "h",    "hr",     "hrs",     "hour", "hours",
};
enum { SECOND_WORDS = 5, MINUTE_WORDS = 10 };
const struct keywords unit_words = KEYWORDS(unit_list);

tick unit_word_length(int word)
{
    return word < SECOND_WORDS ? TICK_S : word < MINUTE_WORDS ? TICK_MIN : TICK_H;
}

static const char *const family_list[] = {
    "breathing", "myofascial release", "stretch", "mobilisation",
    "strength",  "awareness",          "posture",
};
const struct keywords family_words = KEYWORDS(family_list);

static const char *const counts_list[] = {
    "breathing", "myofascial-release", "full-mobility", "mobility",        "stretch",
    "strength",  "awareness",          "posture-break", "workspace-check",
};
const struct keywords counts_words = KEYWORDS(counts_list);

static const char *const question_list[] = {"comfort"};
const struct keywords question_words = KEYWORDS(question_list);

int keywords_find(const struct keywords *keywords, const char *word)
{
    for (size_t i = 0; i < keywords->count; i++)
        if (text_equal(keywords->words[i], word))
            return (int)i;
    return -1;
}

const char *keywords_nearest(const struct keywords *keywords, const char *word)
{
    return text_nearest(word, keywords->words, keywords->count);
}

const char *keywords_listed(const struct keywords *keywords, struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < keywords->count; i++) {
        const char *join = i == 0 ? "" : i + 1 == keywords->count ? " or " : ", ";
        text = arena_format(arena, "%s%s'%s'", text, join, keywords->words[i]);
    }
    return text;
}

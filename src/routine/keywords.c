// SPDX-License-Identifier: MIT
#include "routine/keywords.h"

#include "base/catalog.h"
#include "base/text.h"
#include "routine/tips.h"

#include <assert.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define KEYWORDS(array)                                                                            \
    {                                                                                              \
        array, COUNT(array)                                                                        \
    }

static const struct keyword routine_list[] = {
    {"routine", ROUTINE_TITLE},    {"about", ROUTINE_ABOUT}, {"language", ROUTINE_LANGUAGE},
    {"counts as", ROUTINE_COUNTS}, {"steps", ROUTINE_STEPS},
};
const struct keywords routine_keys = KEYWORDS(routine_list);

static const struct keyword exercise_list[] = {
    {"exercise", EXERCISE_TITLE}, {"family", EXERCISE_FAMILY},   {"caution", EXERCISE_CAUTION},
    {"needs", EXERCISE_NEEDS},    {"muscles", EXERCISE_MUSCLES}, {"counts as", EXERCISE_COUNTS},
    {"figure", EXERCISE_FIGURE},  {"picture", EXERCISE_PICTURE}, {"pictures", EXERCISE_PICTURES},
    {"setup", EXERCISE_SETUP},    {"breathe", EXERCISE_BREATHE}, {"tempo", EXERCISE_TEMPO},
    {"rest", EXERCISE_REST},      {"switch", EXERCISE_SWITCH},   {"moves with", EXERCISE_MOVES},
    {"say", EXERCISE_SAY},        {"show", EXERCISE_SHOW},       {"ours", EXERCISE_OURS},
};
static_assert(COUNT(exercise_list) == EXERCISE_KEYS, "a word for each key");
const struct keywords exercise_keys = KEYWORDS(exercise_list);

static const struct keyword work_list[] = {
    {"dose", WORK_DOSE},
    {"optional", WORK_OPTIONAL},
    {"at least", WORK_AT_LEAST},
};
static_assert(COUNT(work_list) == WORK_KEYS, "a word for each key");
const struct keywords work_keys = KEYWORDS(work_list);

static const struct keyword setup_list[] = {
    {"for", SETUP_FOR},
    {"say", SETUP_SAY},
    {"show", SETUP_SHOW},
};
const struct keywords setup_keys = KEYWORDS(setup_list);

static const struct keyword breath_list[] = {
    {"in", BREATH_IN},     {"hold", BREATH_HOLD},       {"out", BREATH_OUT},
    {"rest", BREATH_REST}, {"ramp to", BREATH_RAMP_TO},
};
const struct keywords breath_keys = KEYWORDS(breath_list);

static const struct keyword rest_list[] = {
    {"rest", ENTRY_HEAD},
    {"optional", ENTRY_OPTIONAL},
    {"at least", ENTRY_AT_LEAST},
};
const struct keywords rest_keys = KEYWORDS(rest_list);

static const struct keyword repeat_list[] = {
    {"repeat", ENTRY_HEAD},
    {"steps", ENTRY_STEPS},
    {"rest", ENTRY_REST},
    {"optional", ENTRY_OPTIONAL},
};
const struct keywords repeat_keys = KEYWORDS(repeat_list);

static const struct keyword inner_list[] = {
    {"routine", ENTRY_HEAD},
    {"optional", ENTRY_OPTIONAL},
};
const struct keywords inner_keys = KEYWORDS(inner_list);

static const struct keyword wait_list[] = {
    {"wait", ENTRY_HEAD},
    {"at most", ENTRY_AT_MOST},
};
const struct keywords wait_keys = KEYWORDS(wait_list);

static const struct keyword ask_list[] = {
    {"ask", ENTRY_HEAD},
};
const struct keywords ask_keys = KEYWORDS(ask_list);

static const struct keyword with_list[] = {
    {"with", ENTRY_HEAD},
    {"steps", ENTRY_STEPS},
    {"otherwise", ENTRY_OTHERWISE},
};
const struct keywords with_keys = KEYWORDS(with_list);

static const struct keyword translation_list[] = {
    {"translation", TRANSLATION_OF},
    {"language", TRANSLATION_LANGUAGE},
    {"texts", TRANSLATION_TEXTS},
};
const struct keywords translation_keys = KEYWORDS(translation_list);

static const struct keyword tips_list[] = {
    {"tips", TIPS_TITLE},
    {"language", TIPS_LANGUAGE},
    {"cards", TIPS_CARDS},
};
const struct keywords tips_keys = KEYWORDS(tips_list);

static const struct keyword card_list[] = {
    {"card", CARD_ID},           {"kind", CARD_KIND},     {"title", CARD_TITLE},
    {"text", CARD_TEXT},         {"fix", CARD_FIX},       {"figure", CARD_FIGURE},
    {"pictures", CARD_PICTURES}, {"source", CARD_SOURCE},
};
const struct keywords card_keys = KEYWORDS(card_list);

static const struct keyword tip_list[] = {
    {"safety", TIP_SAFETY}, {"cause", TIP_CAUSE}, {"habit", TIP_HABIT},   {"rule", TIP_RULE},
    {"care", TIP_CARE},     {"week", TIP_WEEK},   {"expect", TIP_EXPECT},
};
static_assert(COUNT(tip_list) == TIP_KINDS, "a word for each kind");
const struct keywords tip_words = KEYWORDS(tip_list);

static const struct keyword entry_list[] = {
    {"step", ENTRY_WORD_STEP}, {"repeat", ENTRY_WORD_REPEAT}, {"routine", ENTRY_WORD_ROUTINE},
    {"wait", ENTRY_WORD_WAIT}, {"ask", ENTRY_WORD_ASK},       {"with", ENTRY_WORD_WITH},
    {"rest", ENTRY_WORD_REST},
};
static_assert(COUNT(entry_list) == ENTRY_WORDS, "a word for each entry");
const struct keywords entry_words = KEYWORDS(entry_list);

static const struct keyword moment_list[] = {
    {"start", MOMENT_START},
    {"halfway", MOMENT_HALFWAY},
    {"end", MOMENT_END},
    {"every", MOMENT_EVERY},
};
const struct keywords moment_words = KEYWORDS(moment_list);

static const struct keyword drive_list[] = {
    {"breath", DRIVE_BREATH},
    {"tempo", DRIVE_TEMPO},
    {"loop", DRIVE_LOOP},
    {"still", DRIVE_STILL},
};
const struct keywords drive_words = KEYWORDS(drive_list);

static const struct keyword tempo_list[] = {
    {N_("lift"), TEMPO_AWAY},       {N_("raise"), TEMPO_AWAY},   {N_("reach"), TEMPO_AWAY},
    {N_("open"), TEMPO_AWAY},       {N_("turn"), TEMPO_AWAY},    {N_("press"), TEMPO_AWAY},
    {N_("squeeze"), TEMPO_AWAY},    {N_("push"), TEMPO_AWAY},    {N_("pull"), TEMPO_AWAY},
    {N_("curl"), TEMPO_AWAY},       {N_("bend"), TEMPO_AWAY},    {N_("lean"), TEMPO_AWAY},
    {N_("roll"), TEMPO_AWAY},       {N_("extend"), TEMPO_AWAY},  {N_("arch"), TEMPO_AWAY},
    {N_("up"), TEMPO_AWAY},         {N_("hold"), TEMPO_STAY},    {N_("pause"), TEMPO_STAY},
    {N_("rest"), TEMPO_STAY},       {N_("lower"), TEMPO_BACK},   {N_("return"), TEMPO_BACK},
    {N_("close"), TEMPO_BACK},      {N_("release"), TEMPO_BACK}, {N_("relax"), TEMPO_BACK},
    {N_("straighten"), TEMPO_BACK}, {N_("unroll"), TEMPO_BACK},  {N_("round"), TEMPO_BACK},
    {N_("down"), TEMPO_BACK},
};
static_assert(COUNT(tempo_list) <= KEYWORDS_MOST, "room to look for the nearest");
const struct keywords tempo_words = KEYWORDS(tempo_list);

static const struct keyword unit_list[] = {
    {"s", 1},    {"sec", 1},   {"secs", 1},   {"second", 1},  {"seconds", 1},
    {"min", 60}, {"m", 60},    {"mins", 60},  {"minute", 60}, {"minutes", 60},
    {"h", 3600}, {"hr", 3600}, {"hrs", 3600}, {"hour", 3600}, {"hours", 3600},
};
const struct keywords unit_words = KEYWORDS(unit_list);

static const struct keyword amount_list[] = {
    {"sets", AMOUNT_SETS}, {"set", AMOUNT_SETS},        {"reps", AMOUNT_REPS},
    {"rep", AMOUNT_REPS},  {"breaths", AMOUNT_BREATHS}, {"breath", AMOUNT_BREATHS},
};
const struct keywords amount_words = KEYWORDS(amount_list);

static const struct keyword side_list[] = {
    {"per side", DOSE_PER_SIDE},
    {"alternating", DOSE_ALTERNATING},
};
const struct keywords side_words = KEYWORDS(side_list);

static const struct keyword family_list[] = {
    {"breathing", 0}, {"myofascial release", 1}, {"stretch", 2}, {"mobilisation", 3},
    {"strength", 4},  {"awareness", 5},          {"posture", 6},
};
const struct keywords family_words = KEYWORDS(family_list);

static const struct keyword counts_list[] = {
    {"breathing", 0},       {"myofascial-release", 1}, {"full-mobility", 2}, {"mobility", 3},
    {"stretch", 4},         {"strength", 5},           {"awareness", 6},     {"posture-break", 7},
    {"workspace-check", 8}, {"full-body-strength", 9},
};
const struct keywords counts_words = KEYWORDS(counts_list);

static const struct keyword question_list[] = {
    {N_("comfort"), 0},
};
const struct keywords question_words = KEYWORDS(question_list);

static const struct keyword bool_list[] = {
    {"true", 1}, {"yes", 1}, {"on", 1}, {"false", 0}, {"no", 0}, {"off", 0},
};
const struct keywords bool_words = KEYWORDS(bool_list);

int keywords_find(const struct keywords *keywords, const char *word)
{
    for (size_t i = 0; i < keywords->count; i++) {
        const struct keyword *item = &keywords->items[i];
        if (text_equal(item->word, word))
            return item->value;
    }
    return -1;
}

const char *keywords_nearest(const struct keywords *keywords, const char *word)
{
    const char *words[KEYWORDS_MOST];
    size_t count = 0;
    for (; count < keywords->count && count < KEYWORDS_MOST; count++)
        words[count] = keywords->items[count].word;
    return text_nearest(word, words, count);
}

const char *keywords_listed(const struct keywords *keywords, const char *join, struct arena *arena)
{
    const char *text = arena_format(arena, "'%s'", keywords->items[0].word);
    for (size_t i = 1; i + 1 < keywords->count; i++)
        text = arena_format(arena, "%s, '%s'", text, keywords->items[i].word);
    if (keywords->count < 2)
        return text;
    return arena_format(arena, "%s %s '%s'", text, join, keywords->items[keywords->count - 1].word);
}

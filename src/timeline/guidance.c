// SPDX-License-Identifier: MIT
#include "timeline/guidance.h"

#include "base/phrase.h"
#include "timeline/moments.h"
#include "timeline/tempo.h"

#include <string.h>

/* The count of three at the end of a setup is heard by itself. */
#define COUNT_OF_THREE (3 * TICK_S)
#define SHORTEST_WITH_TEN_SECONDS (40 * TICK_S)
#define TEN_SECONDS (10 * TICK_S)
/* A number is said just after the knock of its rep; an author's line then comes after both. */
#define NUMBER_AFTER (150 * TICK_MS)
#define NUMBER_PATIENCE (500 * TICK_MS)

/* One of the program's own sentences, with its marks filled in. */
#define PHRASE(layout, pattern, ...)                                                               \
    phrase_make((layout)->arena, pattern, (const char *const[]){__VA_ARGS__},                      \
                sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const char *word(const struct layout *layout, const char *english)
{
    return catalog_text(layout->timeline->words, english);
}

static const char *number(struct layout *layout, int64_t value)
{
    return arena_format(layout->arena, "%lld", (long long)value);
}

static const char *counted(struct layout *layout, int64_t count, const char *one, const char *many)
{
    const char *pattern = catalog_count(layout->timeline->words, one, many, (uint64_t)count);
    return PHRASE(layout, pattern, number(layout, count));
}

static const char *hours(struct layout *layout, int64_t count)
{
    return counted(layout, count, NN_("{0} hour", "{0} hours"));
}

static const char *minutes(struct layout *layout, int64_t count)
{
    return counted(layout, count, NN_("{0} minute", "{0} minutes"));
}

static const char *seconds(struct layout *layout, int64_t count)
{
    return counted(layout, count, NN_("{0} second", "{0} seconds"));
}

/* "45 seconds", "1 minute 30 seconds", "1 hour 5 minutes" */
static const char *time_words(struct layout *layout, tick time)
{
    int64_t all = (time + TICK_S / 2) / TICK_S;
    if (all >= 3600 && all / 60 % 60 == 0)
        return hours(layout, all / 3600);
    if (all >= 3600)
        return PHRASE(layout, "{0} {1}", hours(layout, all / 3600), minutes(layout, all / 60 % 60));
    if (all < 60)
        return seconds(layout, all);
    if (all % 60 == 0)
        return minutes(layout, all / 60);
    return PHRASE(layout, "{0} {1}", minutes(layout, all / 60), seconds(layout, all % 60));
}

static const char *amount_said(struct layout *layout, const struct dose *dose)
{
    switch (dose->amount) {
    case DOSE_TIME:
        return time_words(layout, dose->duration);
    case DOSE_REPS:
        return dose->sets > 1 ? number(layout, dose->count)
                              : counted(layout, dose->count, NN_("{0} time", "{0} times"));
    case DOSE_BREATHS:
        return counted(layout, dose->count, NN_("{0} breath", "{0} breaths"));
    case DOSE_UNTIL_CONTINUE:
        break;
    }
    return word(layout, N_("for as long as you like"));
}

/* "2 minutes", "2 sets of 10", "1 minute per side" */
static const char *dose_said(struct layout *layout, const struct dose *dose)
{
    static const char *const patterns[][2] = {
        [DOSE_NO_SIDES] = {"{0}", N_("{1} sets of {0}")},
        [DOSE_PER_SIDE] = {N_("{0} per side"), N_("{1} sets of {0} per side")},
        [DOSE_ALTERNATING] = {N_("{0}, changing sides"), N_("{1} sets of {0}, changing sides")},
    };
    return PHRASE(layout, word(layout, patterns[dose->sides][dose->sets > 1]),
                  amount_said(layout, dose), number(layout, dose->sets));
}

static const struct timeline_step *step_of(const struct layout *layout, const struct entry *entry)
{
    return &layout->timeline->steps[entry->step];
}

const char *guidance_name(struct layout *layout, const struct entry *entry, const char *name)
{
    const char *dose = dose_said(layout, step_of(layout, entry)->dose);
    size_t title = strlen(entry->title);
    /* The sides, if `name` has them, come after the dose. */
    return arena_format(layout->arena, "%s, %s%s", entry->title, dose, name + title);
}

/* "Exercise 2 of 7. Cat-cow, 2 minutes.", so that a person knows how far along she is; "2 of 7."
 * where there is less time, though a number without its word is easily misheard. */
static const char *placed(struct layout *layout, const struct entry *entry, const char *dosed,
                          bool brief)
{
    size_t count = layout->timeline->step_count;
    const char *pattern = brief ? N_("{0} of {1}. ") : N_("Exercise {0} of {1}. ");
    if (count < 2)
        return dosed;
    if (entry->step + 1 == count)
        pattern = brief ? N_("Last. ") : N_("Last exercise. ");
    return arena_format(layout->arena, "%s%s",
                        PHRASE(layout, word(layout, pattern), number(layout, entry->step + 1),
                               number(layout, (int64_t)count)),
                        dosed);
}

/* Said before anything else; NULL in any other entry. */
static const char *opening(struct layout *layout)
{
    const struct timeline *timeline = layout->timeline;
    if (layout->entry > 0 || timeline->step_count < 2)
        return NULL;
    const struct entry *last = &timeline->entries[timeline->entry_count - 1];
    tick total = last->start + last->length;
    tick rounded = (total + TICK_MIN / 2) / TICK_MIN * TICK_MIN;
    bool exact = total < TICK_MIN || total == rounded;
    const char *pattern =
        exact ? N_("{0}. {1} exercises, {2}.") : N_("{0}. {1} exercises, about {2}.");
    return PHRASE(layout, word(layout, pattern), timeline->routine->title,
                  number(layout, (int64_t)timeline->step_count),
                  time_words(layout, exact ? total : rounded));
}

/* What a setup says, in turn; NULL: nothing. */
enum { PARTS = 3 };

static tick say_in_turn(struct layout *layout, const char *const parts[PARTS], const char *show,
                        bool add)
{
    tick at = 0;
    for (int i = 0; i < PARTS; i++) {
        if (parts[i] == NULL)
            continue;
        const char *caption = i == PARTS - 1 ? show : NULL;
        if (add)
            saying_add(layout, SAY_FIRST, at, parts[i], caption);
        at += saying_measure(layout, parts[i]) + SAYING_GAP;
    }
    return at;
}

static bool fits(struct layout *layout, const struct entry *entry, const char *const parts[PARTS])
{
    return say_in_turn(layout, parts, NULL, false) <= entry->length - COUNT_OF_THREE;
}

void guidance_setup(struct layout *layout, const struct entry *entry, const char *name,
                    const char *how, const char *show)
{
    const char *dosed = guidance_name(layout, entry, name);
    const char *parts[PARTS] = {opening(layout), placed(layout, entry, dosed, false), how};
    if (!fits(layout, entry, parts))
        parts[1] = placed(layout, entry, dosed, true);
    if (!fits(layout, entry, parts))
        parts[1] = dosed;
    if (!fits(layout, entry, parts)) {
        layout->owed_opening = parts[0];
        parts[0] = NULL;
    }
    if (!fits(layout, entry, parts)) {
        layout->owed_dose = true;
        parts[1] = name;
    }
    say_in_turn(layout, parts, show, true);
    if (how == NULL && show != NULL)
        saying_add(layout, SAY_FIRST, 0, NULL, show);
}

static bool has_line(const struct exercise *exercise, enum line_when when)
{
    for (size_t i = 0; i < exercise->line_count; i++)
        if (exercise->lines[i].when == when)
            return true;
    return false;
}

static struct saying *add(struct layout *layout, enum say_level level, tick at, tick patience,
                          const char *text)
{
    struct saying *saying = saying_add(layout, level, at, text, NULL);
    saying->latest = at + patience;
    return saying;
}

static const char *number_said(struct layout *layout, const struct entry *entry, tick at,
                               int64_t count)
{
    enum side side = entry->alternates ? entry_side_at(entry, at) : SIDE_NONE;
    return side == SIDE_NONE ? arena_format(layout->arena, "%lld.", (long long)count)
                             : arena_format(layout->arena, "%lld, %s.", (long long)count,
                                            word(layout, side_name(side)));
}

static tick longest_number(struct layout *layout, const struct entry *entry, tick rep)
{
    tick longest = 0;
    for (int64_t i = 0; i < entry->length / rep && i < TIMELINE_MAX_CUES; i++) {
        tick length = saying_measure(layout, number_said(layout, entry, i * rep, i + 1));
        longest = length > longest ? length : longest;
    }
    return longest;
}

/* Author's lines that would begin with a rep give way to its number. */
static void make_room_for_numbers(struct layout *layout, const struct entry *entry, tick rep)
{
    tick beat = NUMBER_AFTER + longest_number(layout, entry, rep) + SAYING_GAP;
    for (size_t i = 0; i < layout->saying_count; i++) {
        struct saying *saying = &layout->sayings[i];
        if (saying->level == SAY_PHASE || saying->level == SAY_SHOWN || saying->at % rep >= beat)
            continue;
        saying->at += beat - saying->at % rep;
        saying->latest += beat;
        saying->wanted = saying->at; /* that is where it belongs when reps are counted */
    }
}

static void count_reps(struct layout *layout, const struct entry *entry)
{
    tick rep = tempo_length(&entry->exercise->tempo);
    int64_t count = entry->length / rep;
    make_room_for_numbers(layout, entry, rep);
    for (int64_t i = 0; i < count && layout->saying_count < TIMELINE_MAX_CUES; i++) {
        tick at = i * rep + NUMBER_AFTER;
        add(layout, SAY_COUNT, at, NUMBER_PATIENCE, number_said(layout, entry, at, i + 1));
    }
}

static void by_the_clock(struct layout *layout, const struct entry *entry)
{
    bool by_breath = entry->drive == DRIVE_BREATH && entry->breaths > 1;
    tick halfway = entry_halfway(entry);
    if (halfway > 0 && !has_line(entry->exercise, LINE_HALFWAY))
        add(layout, SAY_GUIDANCE, halfway, 3 * TICK_S, word(layout, N_("Halfway.")));
    if (by_breath && !has_line(entry->exercise, LINE_BEFORE_END))
        add(layout, SAY_GUIDANCE, entry->breath_starts[entry->breaths - 1], TICK_S,
            word(layout, N_("Last breath.")));
    if (!by_breath && entry->length >= SHORTEST_WITH_TEN_SECONDS)
        add(layout, SAY_GUIDANCE, entry->length - TEN_SECONDS, 500 * TICK_MS,
            word(layout, N_("10 seconds left.")));
}

/* What the setup had no time for. */
static void pay_what_is_owed(struct layout *layout, const struct entry *entry)
{
    const char *first = layout->entry == 0 ? opening(layout) : layout->owed_opening;
    if (first != NULL)
        add(layout, SAY_COUNT, 0, entry->length, first);
    if (layout->owed_dose)
        add(layout, SAY_COUNT, 0, entry->length,
            PHRASE(layout, word(layout, N_("This one: {0}.")),
                   dose_said(layout, step_of(layout, entry)->dose)));
    layout->owed_opening = NULL;
    layout->owed_dose = false;
}

void guidance_work(struct layout *layout, const struct entry *entry)
{
    pay_what_is_owed(layout, entry);
    if (entry->drive == DRIVE_TEMPO)
        count_reps(layout, entry);
    if (entry->reps == 0)
        by_the_clock(layout, entry);
}

static const char *prompted(struct layout *layout, const char *sentence, enum prompt prompt,
                            enum device_kind device)
{
    const char *const *go_on = layout->options->go_on;
    const char *button = go_on != NULL && go_on[device] != NULL ? go_on[device] : N_("Enter");
    const char *pattern = word(layout, prompt_pattern(prompt, device));
    return PHRASE(layout, "{0} {1}", sentence, PHRASE(layout, pattern, word(layout, button)));
}

void guidance_gate(struct layout *layout, enum prompt prompt, const char *text, const char *caption)
{
    size_t length = strlen(text);
    bool closed = length > 0 && strchr(".!?", text[length - 1]) != NULL;
    const char *sentence = closed ? text : arena_format(layout->arena, "%s.", text);
    const char **texts = arena_alloc(layout->arena, DEVICES * sizeof *texts);
    for (int device = 0; device < DEVICES; device++)
        texts[device] = prompted(layout, sentence, prompt, device);
    struct saying *saying = saying_add(layout, SAY_FIRST, 0, texts[DEVICE_KEYBOARD], caption);
    saying->texts = layout->options->go_on != NULL ? texts : NULL;
}

/* A time left that is worth saying, such as 2 minutes, so that it falls between `from` and `to`;
 * TICK_NEVER when there is none. */
static tick round_time(const struct entry *entry, tick from, tick to)
{
    static const tick steps[] = {TICK_MIN, 30 * TICK_S, 10 * TICK_S};
    tick end = entry->start + entry->length;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        tick left = (end - from) / steps[i] * steps[i];
        if (left > TEN_SECONDS && end - left <= to)
            return end - left;
    }
    return TICK_NEVER;
}

/* The first word breaks the silence well before it gets too long, and not right after the last. */
#define EARLIEST (16 * TICK_S)
#define LATEST (36 * TICK_S)

/* Gives when something was last heard. */
static tick break_gap(struct layout *layout, const struct entry *entry, tick from, tick to)
{
    while (to - from > GUIDANCE_SILENCE - 2 * TICK_S && !layout->failed) {
        tick latest = from + LATEST < to - 4 * TICK_S ? from + LATEST : to - 4 * TICK_S;
        latest = latest > entry->start ? latest : entry->start;
        tick earliest = from + EARLIEST > entry->start ? from + EARLIEST : entry->start;
        tick at = round_time(entry, earliest, latest);
        if (at == TICK_NEVER) {
            layout_cue(layout, CUE_ALIVE, latest - entry->start, 0);
            from = latest;
            continue;
        }
        struct cue *cue = layout_cue(layout, CUE_SAY, at - entry->start, 0);
        if (cue == NULL)
            return from;
        cue->text = PHRASE(layout, word(layout, N_("{0} left.")),
                           time_words(layout, entry->start + entry->length - at));
        cue->length = saying_measure(layout, cue->text);
        from = at + cue->length;
    }
    return from;
}

static bool breaks_silence(const struct cue *cue)
{
    if (cue->kind == CUE_SAY)
        return cue->text != NULL;
    return cue->kind != CUE_BREATHE_IN && cue->kind != CUE_BREATHE_OUT && cue->kind != CUE_HOLD;
}

void guidance_break_silence(struct layout *layout, size_t first)
{
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    size_t end = layout->cue_count;
    tick heard = layout->heard_until;
    for (size_t i = first; i < end && !layout->failed; i++) {
        const struct cue cue = layout->cues[i]; /* a copy: the array may move */
        if (!breaks_silence(&cue))
            continue;
        heard = break_gap(layout, entry, heard, cue.at);
        heard = cue.at + cue.length > heard ? cue.at + cue.length : heard;
    }
    if (!entry->gate)
        heard = break_gap(layout, entry, heard, entry->start + entry->length);
    layout->heard_until = heard;
}

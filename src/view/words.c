// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "routine/sides.h"
#include "view/home_view.h"
#include "view/scene.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { HEADING = 48 };
#define DOT " \xC2\xB7 "

const char *words_seconds(tick left, char out[TICK_TEXT])
{
    tick seconds = left > 0 ? (left + TICK_S - 1) / TICK_S : 0;
    snprintf(out, TICK_TEXT, "%" PRId64, seconds);
    return out;
}

static const char *number(uint64_t value, char out[TICK_TEXT])
{
    snprintf(out, TICK_TEXT, "%" PRIu64, value);
    return out;
}

static const char *fill_numbers(char *out, size_t size, const char *pattern, uint64_t a, uint64_t b)
{
    char first[TICK_TEXT], second[TICK_TEXT];
    const char *values[] = {number(a, first), number(b, second)};
    return phrase_fill(out, size, pattern, values, 2);
}

static void join(char *out, size_t size, const char *separator, const char *more)
{
    size_t at = strlen(out);
    const char *values[] = {at > 0 ? separator : "", more};
    phrase_fill(out + at, size - at, "{0}{1}", values, 2);
}

static const char *step_count_words(const struct scene *scene, char *out, size_t size)
{
    out[0] = '\0';
    if (scene->timeline->step_count > 1)
        fill_numbers(out, size, page_word(&scene->page, "{0} of {1}"),
                     scene->moment.entry->step + 1, scene->timeline->step_count);
    return out;
}

static const char *routine_words(const struct scene *scene, char *out, size_t size)
{
    const struct routine *routine = scene->timeline->routine;
    return phrase_capitals(out, size, routine ? routine->title : "");
}

const char *words_kicker(const struct scene *scene, char *out, size_t size)
{
    char count[WORDS];
    routine_words(scene, out, size);
    if (step_count_words(scene, count, sizeof count)[0])
        join(out, size, DOT, count);
    return out;
}

const char *words_kicker_turned(const struct scene *scene, char *out, size_t size)
{
    char title[WORDS];
    step_count_words(scene, out, size);
    if (routine_words(scene, title, sizeof title)[0])
        join(out, size, DOT, title);
    return out;
}

static const char *side_word(const struct page *page, enum side side)
{
    return side == SIDE_LEFT    ? page_word(page, "Left side")
           : side == SIDE_RIGHT ? page_word(page, "Right side")
                                : "";
}

/* What the exercise shows when it starts, as a heading: without its full stop. */
static void add_start_line(const struct exercise *exercise, char *out, size_t size)
{
    for (size_t i = 0; i < exercise->line_count; i++) {
        const struct line *line = &exercise->lines[i];
        const char *text = line->show ? line->show : line->say;
        struct side_mark side;
        if (line->when != LINE_START || !text || side_mark_find(text, &side))
            continue;
        if (strlen(text) > HEADING)
            return; /* too much for a heading: it is said, and shown below the figure */
        join(out, size, DOT, text);
        size_t length = strlen(out);
        if (length > 1 && out[length - 1] == '.' && !strchr(out, '?') &&
            memchr(out, '.', length) == out + length - 1)
            out[length - 1] = '\0';
        return;
    }
}

const char *words_place(const struct scene *scene, char *out, size_t size)
{
    const struct entry *entry = scene->moment.entry;
    const char *side = side_word(&scene->page, scene->moment.side);
    out[0] = '\0';
    if (side[0])
        join(out, size, DOT, side);
    if (entry->of_sets > 1) {
        char set[WORDS];
        fill_numbers(set, sizeof set, page_word(&scene->page, "Set {0} of {1}"),
                     (uint64_t)entry->set, (uint64_t)entry->of_sets);
        join(out, size, DOT, set);
    }
    if (!out[0] && entry->exercise)
        add_start_line(entry->exercise, out, size);
    return out;
}

/* Whole seconds: breathing in whole breaths may end on odd fractions. */
static const char *length_words(tick length, char out[TICK_TEXT])
{
    return tick_words((length + TICK_S / 2) / TICK_S * TICK_S, out);
}

static const char *amount_words(const struct page *page, const struct dose *dose, char *out,
                                size_t size)
{
    char length[TICK_TEXT];
    uint64_t count = (uint64_t)dose->count;
    const char *values[] = {length_words(dose->duration, length)};
    switch (dose->amount) {
    case DOSE_TIME:
        return phrase_fill(out, size, "{0}", values, 1);
    case DOSE_REPS:
        return fill_numbers(out, size, page_count(page, "{0} rep", "{0} reps", count), count, 0);
    case DOSE_BREATHS:
        return fill_numbers(out, size, page_count(page, "{0} breath", "{0} breaths", count), count,
                            0);
    case DOSE_UNTIL_CONTINUE:
        break;
    }
    return phrase_fill(out, size, page_word(page, "as long as you like"), NULL, 0);
}

const char *words_dose(const struct scene *scene, char *out, size_t size)
{
    const struct page *page = &scene->page;
    const struct entry *entry = scene->moment.entry;
    out[0] = '\0';
    if (entry->step >= scene->timeline->step_count)
        return out;
    const struct dose *dose = scene->timeline->steps[entry->step].dose;
    if (!dose)
        return out;
    char amount[WORDS], sets[TICK_TEXT];
    amount_words(page, dose, amount, sizeof amount);
    const char *values[] = {amount, number((uint64_t)dose->sets, sets)};
    const char *const patterns[][2] = {
        [DOSE_NO_SIDES] = {"{0}", N_("{1} sets of {0}")},
        [DOSE_PER_SIDE] = {N_("{0} per side"), N_("{1} sets of {0} per side")},
        [DOSE_ALTERNATING] = {N_("{0} alternating"), N_("{1} sets of {0} alternating")},
    };
    return phrase_fill(out, size, page_word(page, patterns[dose->sides][dose->sets > 1]), values,
                       2);
}

/* The things that the routines of the program name; anything else is as its writer calls it. */
static const char *need_word(const struct page *page, const char *need)
{
    static const char *const known[] = {
        N_("ball"),     N_("chair"), N_("desk"),   N_("doorway"), N_("foam roller"),
        N_("keyboard"), N_("mat"),   N_("screen"), N_("wall"),
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(need, known[i]))
            return page_word(page, need);
    return need;
}

void words_add_needs(const struct page *page, const struct exercise *exercise, char *out,
                     size_t size)
{
    for (size_t i = 0; exercise && i < exercise->needs.count; i++)
        join(out, size, i == 0 ? DOT : ", ", need_word(page, exercise->needs.items[i]));
}

const char *words_ahead(const struct scene *scene, char *out, size_t size)
{
    const struct page *page = &scene->page;
    const struct entry *work = words_work_ahead(scene);
    char dose[WORDS];
    out[0] = '\0';
    if (work && work->side != SIDE_NONE)
        join(out, size, "",
             page_word(page,
                       work->side == SIDE_LEFT ? N_("Left side first") : N_("Right side first")));
    words_dose(scene, dose, sizeof dose);
    if (dose[0])
        join(out, size, DOT, dose);
    words_add_needs(page, scene->exercise, out, size);
    return out;
}

const char *words_entry(const struct scene *scene, const struct entry *entry, char *out,
                        size_t size)
{
    const struct page *page = &scene->page;
    bool work = entry->kind == ENTRY_WORK;
    bool comfort =
        entry->kind == ENTRY_ASK && (!entry->title || text_equal(entry->title, "comfort"));
    const char *title = comfort ? N_("how your back feels") : entry->title;
    out[0] = '\0';
    join(out, size, "", work ? title : page_word(page, title));
    if (!work)
        return out;
    if (entry->side != SIDE_NONE)
        join(out, size, ", ",
             page_word(page, entry->side == SIDE_LEFT ? N_("left side") : N_("right side")));
    if (entry->of_sets > 1) {
        char set[WORDS];
        fill_numbers(set, sizeof set, page_word(page, "set {0} of {1}"), (uint64_t)entry->set,
                     (uint64_t)entry->of_sets);
        join(out, size, ", ", set);
    }
    return out;
}

static bool leads_to_work(const struct entry *entry)
{
    return entry->kind == ENTRY_SETUP || entry->kind == ENTRY_SWITCH || entry->kind == ENTRY_REST;
}

const struct entry *words_work_ahead(const struct scene *scene)
{
    const struct timeline *timeline = scene->timeline;
    for (size_t i = (size_t)(scene->moment.entry - timeline->entries); i < timeline->entry_count;
         i++)
        if (timeline->entries[i].kind == ENTRY_WORK)
            return &timeline->entries[i];
    return NULL;
}

/* What comes after what the screen already shows. Getting ready is no event of its own. */
static const struct entry *next_entry(const struct scene *scene)
{
    const struct entry *entry = scene->moment.entry;
    const struct entry *end = scene->timeline->entries + scene->timeline->entry_count;
    const struct entry *work = leads_to_work(entry) ? words_work_ahead(scene) : NULL;
    const struct entry *next = (work ? work : entry) + 1;
    while (next < end && (next->kind == ENTRY_SETUP || next->kind == ENTRY_SWITCH))
        next++;
    return next < end ? next : NULL;
}

static const char *entry_length(const struct scene *scene, const struct entry *entry, char *out,
                                size_t size)
{
    char length[TICK_TEXT];
    const char *values[] = {length_words(entry->length, length)};
    if (entry->gate || entry->length == 0)
        out[0] = '\0';
    else if (entry->reps > 0)
        fill_numbers(out, size,
                     page_count(&scene->page, "{0} rep", "{0} reps", (uint64_t)entry->reps),
                     (uint64_t)entry->reps, 0);
    else
        phrase_fill(out, size, "{0}", values, 1);
    return out;
}

const char *words_next(const struct scene *scene, char *out, size_t size)
{
    const struct entry *next = next_entry(scene);
    if (!next)
        return phrase_fill(out, size, page_word(&scene->page, "This is the last one"), NULL, 0);
    char what[WORDS], length[WORDS];
    words_entry(scene, next, what, sizeof what);
    entry_length(scene, next, length, sizeof length);
    if (length[0])
        join(what, sizeof what, DOT, length);
    const char *values[] = {what};
    return phrase_fill(out, size, page_word(&scene->page, "Next: {0}"), values, 1);
}

const char *words_phase(const struct scene *scene, enum breath_phase phase)
{
    static const char *const words[BREATH_PHASES] = {
        [BREATH_IN] = N_("Breathe in"),
        [BREATH_HOLD] = N_("Hold"),
        [BREATH_OUT] = N_("Breathe out"),
        [BREATH_REST] = N_("Rest"),
    };
    return page_word(&scene->page, words[phase]);
}

const char *words_language(const char *tag)
{
    static const struct {
        const char *tag, *name;
    } names[] = {{"en", "English"}, {"de", "Deutsch"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal(names[i].tag, tag))
            return names[i].name;
    return tag;
}

const char *words_total(const struct page *page, tick total, char *out, size_t size)
{
    char minutes[TICK_TEXT];
    bool whole = total >= TICK_MIN / 2;
    const char *values[] = {
        number((uint64_t)(whole ? (total + TICK_MIN / 2) / TICK_MIN : total / TICK_S), minutes)};
    return phrase_fill(out, size, page_word(page, whole ? N_("{0} min") : N_("{0} s")), values, 1);
}

const char *words_resume(const struct page *page, tick at, char *out, size_t size)
{
    char clock[TICK_TEXT];
    const char *values[] = {tick_clock(at, clock)};
    return phrase_fill(out, size, page_word(page, "Resume at {0}"), values, 1);
}

const char *words_needs(const struct page *page, const struct text_list *needs, char *out,
                        size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < needs->count; i++)
        join(out, size, ", ", need_word(page, needs->items[i]));
    if (needs->count == 0)
        join(out, size, "", page_word(page, "nothing needed"));
    return out;
}

const char *words_thing(const struct page *page, const char *thing, char *out, size_t size)
{
    snprintf(out, size, "%s", need_word(page, thing));
    out[0] = (char)toupper((unsigned char)out[0]);
    return out;
}

const char *words_safety(const struct page *page)
{
    const char *own = page->view->safety;
    return own ? own : page_word(page, "Pain that grows is a sign to stop and ask a professional.");
}

// SPDX-License-Identifier: MIT
#include "timeline/guidance.h"

#include "base/phrase.h"

#include <string.h>

/* What is said outside the work itself: names, how to get there, what comes after a rest, sides. */

static const char *join(struct layout *layout, const char *a, const char *b, const char *c)
{
    char *text = arena_alloc(layout->arena, strlen(a) + strlen(b) + strlen(c) + 1);
    stpcpy(stpcpy(stpcpy(text, a), b), c);
    return text;
}

static const char *word(const struct layout *layout, const char *english)
{
    return catalog_text(layout->timeline->words, english);
}

/* A pattern of the program's with one text filled in. */
static const char *phrase(struct layout *layout, const char *pattern, const char *value)
{
    return phrase_make(layout->arena, word(layout, pattern), &value, 1);
}

static const char *set_words(struct layout *layout, const char *pattern, const struct entry *entry)
{
    const char *values[] = {arena_format(layout->arena, "%d", entry->set),
                            arena_format(layout->arena, "%d", entry->of_sets)};
    return phrase_make(layout->arena, word(layout, pattern), values, 2);
}

/* "Cat-cow." or, with sides, "Doorway pec stretch. Left side first." */
static const char *name_line(struct layout *layout, const struct entry *entry, bool tell_side)
{
    bool sides = tell_side && entry->side == SIDE_LEFT;
    return join(layout, entry->title, ".", sides ? word(layout, N_(" Left side first.")) : "");
}

static void warn_short_setup(struct layout *layout, const struct entry *entry, tick takes)
{
    char says[TICK_TEXT], lasts[TICK_TEXT], better[TICK_TEXT];
    const struct setup *setup = &entry->exercise->setup;
    tick tenths = (takes + 99 * TICK_MS) / (100 * TICK_MS) * (100 * TICK_MS);
    if (takes > entry->length && layout_warns(layout))
        diag_warning(layout->diags, setup->span.source ? setup->span : *entry->source,
                     "the name of '%s' and how to get there take %s to say, but the setup lasts "
                     "%s; give it %s or more, or say less",
                     entry->title, tick_words(tenths, says), tick_words(entry->length, lasts),
                     tick_words((takes + TICK_S - 1) / TICK_S * TICK_S, better));
}

static struct setup_words *setup_words(struct layout *layout, const struct entry *entry)
{
    const struct setup *setup = &entry->exercise->setup;
    struct setup_words *words =
        &layout->setup_words[(uintptr_t)entry->exercise / sizeof *entry->exercise % SETUP_WORDS];
    if (words->exercise == entry->exercise && words->side == entry->side)
        return words;
    *words = (struct setup_words){.exercise = entry->exercise, .side = entry->side};
    const char *how = saying_sided(layout, entry, 0, setup->say, &setup->span);
    words->how = how;
    words->show = setup->show ? saying_sided(layout, entry, 0, setup->show, &setup->span) : how;
    words->name = name_line(layout, entry, how == setup->say);
    words->text = how ? join(layout, words->name, " ", how) : words->name;
    return words;
}

static void setup_lines(struct layout *layout, const struct entry *entry)
{
    const struct setup_words *words = setup_words(layout, entry);
    if (layout->options->eyes_closed) {
        guidance_setup(layout, entry, words->name, words->how, words->show);
        return;
    }
    struct saying *saying = saying_add(layout, SAY_FIRST, 0, words->text, words->show);
    warn_short_setup(layout, entry, saying->length);
}

/* The first of two ways to say it that has room; when neither has, it is only shown. */
static void say_what_fits(struct layout *layout, const struct entry *entry, const char *full,
                          const char *brief, const char *caption)
{
    tick room = entry->length - SAYING_END_EARLY;
    const char *text = saying_measure(layout, full) <= room ? full : brief;
    if (saying_measure(layout, text) > room)
        text = NULL;
    if (text || caption)
        saying_add(layout, SAY_FIRST, 0, text, caption);
}

static void rest_lines(struct layout *layout, const struct entry *entry)
{
    const char *rest = word(layout, N_("Rest."));
    if (!entry->exercise) {
        say_what_fits(layout, entry, rest, rest, NULL);
        return;
    }
    const char *next = entry->set > 1 ? set_words(layout, N_("Next: set {0} of {1}"), entry)
                                      : phrase(layout, N_("Next: {0}"), entry->exercise->title);
    say_what_fits(layout, entry, phrase(layout, N_("Rest. {0}."), next), rest, next);
}

static void switch_lines(struct layout *layout, const struct entry *entry)
{
    const char *line = word(layout, N_("Switch to the right side."));
    const struct setup *how = &entry->exercise->switching;
    const char *say = saying_sided(layout, entry, 0, how->say, &how->span);
    const char *show = saying_sided(layout, entry, 0, how->show, &how->span);
    const char *caption = show ? show : say ? say : line;
    if (!say) {
        say_what_fits(layout, entry, line, word(layout, N_("Right side.")), caption);
        return;
    }
    const char *full = join(layout, line, " ", say);
    tick takes = saying_measure(layout, full) + SAYING_END_EARLY;
    if (takes > entry->length && layout_warns(layout)) {
        char better[TICK_TEXT];
        diag_warning(layout->diags, how->span,
                     "there is no time to say this while the sides change; give it %s or more",
                     tick_words((takes + TICK_S - 1) / TICK_S * TICK_S, better));
    }
    say_what_fits(layout, entry, full, line, caption);
}

static void wait_lines(struct layout *layout, const struct entry *entry)
{
    if (layout->options->eyes_closed)
        guidance_gate(layout, PROMPT_WAIT, entry->title, entry->title);
    else
        saying_add(layout, SAY_FIRST, 0, entry->title, entry->title);
}

static void ask_lines(struct layout *layout, const struct entry *entry)
{
    const char *what = word(layout, entry->title);
    const char *say = phrase(layout, N_("Rate your {0} from zero to ten."), what);
    const char *caption = phrase(layout, N_("Rate your {0} from 0 to 10."), what);
    if (layout->options->eyes_closed)
        guidance_gate(layout, PROMPT_RATE, say, caption);
    else
        saying_add(layout, SAY_FIRST, 0, say, caption);
}

/* Without setup, rest or switch before it, the work itself tells what and which side it is. */
static const char *introduction(struct layout *layout, const struct entry *entry)
{
    if (layout->timeline->steps[entry->step].first_entry == layout->entry) {
        const char *name = name_line(layout, entry, true);
        return layout->options->eyes_closed ? guidance_name(layout, entry, name) : name;
    }
    if (entry[-1].kind != ENTRY_WORK)
        return NULL;
    if (entry->set > 1)
        return set_words(layout, N_("Set {0} of {1}."), entry);
    return word(layout, N_("Right side."));
}

/* A gate has one instant only, so all there is to say is one line. */
static void gate_lines(struct layout *layout, const struct entry *entry)
{
    const char *text = introduction(layout, entry), *caption = NULL;
    const struct exercise *exercise = entry->exercise;
    for (size_t i = 0; i < exercise->line_count; i++) {
        const struct line *line = &exercise->lines[i];
        if (line->when != LINE_START)
            continue;
        const char *say = saying_sided(layout, entry, 0, line->say, &line->span);
        caption = line->show ? saying_sided(layout, entry, 0, line->show, &line->span) : say;
        text = text && say ? join(layout, text, " ", say) : say ? say : text;
    }
    if (layout->options->eyes_closed)
        guidance_gate(layout, PROMPT_ENOUGH, text ? text : entry->title, caption);
    else if (text || caption)
        saying_add(layout, SAY_FIRST, 0, text, caption);
}

static void all_work_lines(struct layout *layout, const struct entry *entry)
{
    if (entry->gate) {
        gate_lines(layout, entry);
        return;
    }
    const char *text = introduction(layout, entry);
    if (text)
        saying_add(layout, SAY_FIRST, 0, text, NULL);
    work_lines(layout, entry);
    if (layout->options->eyes_closed)
        guidance_work(layout, entry);
}

void layout_lines(struct layout *layout)
{
    static void (*const kinds[ENTRY_KINDS])(struct layout *, const struct entry *) = {
        [ENTRY_SETUP] = setup_lines,   [ENTRY_WORK] = all_work_lines, [ENTRY_REST] = rest_lines,
        [ENTRY_SWITCH] = switch_lines, [ENTRY_WAIT] = wait_lines,     [ENTRY_ASK] = ask_lines,
    };
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    kinds[entry->kind](layout, entry);
    sayings_place(layout);
}

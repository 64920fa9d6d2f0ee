// SPDX-License-Identifier: MIT
#include "routine/steps.h"

#include <string.h>

/* The mapping of a step that says more than a dose. */
struct work {
    struct draft draft;
    const struct node *values[WORK_KEYS];
    bool all_known; /* there was no key that means nothing */
};

static void report_unknown_key(struct reader *reader, const struct node *name)
{
    const char *near[2] = {keywords_nearest(&work_keys, name->text),
                           keywords_nearest(&exercise_keys, name->text)};
    size_t count = near[0] == NULL ? 0 : 1;
    if (near[1] != NULL)
        near[count++] = near[1];
    const char *nearest = text_nearest(name->text, near, count);
    if (nearest == NULL)
        nearest = count > 0 ? near[0] : NULL;
    const char *quoted = node_quoted(name, reader->arena);
    if (nearest != NULL)
        reader_error(reader, name->span, "a step has no key %s; did you mean '%s'?", quoted,
                     nearest);
    else
        reader_error(
            reader, name->span,
            "a step has no key %s; it takes 'dose', 'optional', 'at least' and the keys of "
            "an exercise",
            quoted);
}

/* Every key of the mapping but `head`, which says what the step is. */
static void read_keys(struct reader *reader, const struct node *map, const struct node *head,
                      struct work *work)
{
    work->all_known = true;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *name = &map->keys[i], *value = &map->items[i];
        if (name == head)
            continue;
        int key = keywords_find(&work_keys, name->text);
        int field = key < 0 ? keywords_find(&exercise_keys, name->text) : -1;
        if (key >= 0)
            work->values[key] = value;
        else if (field == EXERCISE_TITLE && head != NULL)
            reader_error(reader, name->span, "'step' gives the title already");
        else if (field >= 0)
            draft_field(reader, field, name, value, &work->draft);
        else
            report_unknown_key(reader, name);
        work->all_known &= key >= 0 || field >= 0;
    }
}

static void read_at_least(struct reader *reader, const struct node *value, struct step *step)
{
    if (!reader_check(reader, duration_read(value, reader->diags, &step->at_least)))
        return;
    if (step->dose.amount != DOSE_TIME)
        reader_error(reader, value->span, "'at least' fits only a dose of time");
    else if (step->at_least > step->dose.duration)
        reader_error(reader, value->span, "'at least' is longer than the dose");
}

/* What the dose counts must have a length, and a dose that alternates something to alternate by.
 * NULL: it fits. */
static const char *misfit(const struct step *step)
{
    const struct exercise *exercise = step->exercise;
    const struct dose *dose = &step->dose;
    bool reps = exercise->tempo.count > 0, breaths = exercise->breathing.given;
    if (dose->amount == DOSE_REPS && !reps)
        return "has no length, since the step has no tempo; add 'tempo: {lift: 2 s, hold: 1 s, "
               "lower: 2 s}'";
    if (dose->amount == DOSE_BREATHS && !breaths)
        return "has no length, since the step has no 'breathe'; add 'breathe: {in: 4 s, out: 6 s}'";
    if (dose->sides == DOSE_ALTERNATING && !reps && !breaths)
        return "changes side with each rep or breath, but the step has no 'tempo' and no 'breathe'";
    return NULL;
}

static void check_side(struct reader *reader, const struct node *dose_node, const struct step *step)
{
    if (step->dose.sides != DOSE_NO_SIDES)
        return;
    const char *line = step->exercise->sided;
    if (line != NULL)
        diag_warning(reader->diags, dose_node->span,
                     "this dose has no sides, but '%s' names one; write '%s per side'", line,
                     dose_node->text);
}

static bool read_dose_text(struct reader *reader, const struct node *node, struct dose *dose)
{
    struct known_doses *known = &reader->known;
    for (size_t i = 0; node->kind == NODE_TEXT && i < READER_DOSES && known->texts[i]; i++)
        if (text_equal(known->texts[i], node->text)) {
            *dose = known->doses[i];
            return true;
        }
    if (!dose_read(node, reader->diags, dose))
        return false;
    size_t place = known->count++ % READER_DOSES;
    known->texts[place] = node->text;
    known->doses[place] = *dose;
    return true;
}

/* `known`: the exercise is all there, so what is missing for the dose is really missing. */
static bool read_dose(struct reader *reader, const struct node *node, bool known, struct step *step)
{
    if (!reader_check(reader, read_dose_text(reader, node, &step->dose)))
        return false;
    if (!known)
        return false;
    const char *problem = misfit(step);
    if (problem != NULL) {
        reader_error(reader, node->span, "%s %s", node_quoted(node, reader->arena), problem);
        return false;
    }
    check_side(reader, node, step);
    return true;
}

static bool read_work(struct reader *reader, const struct node *name, struct work *work, bool known,
                      struct step *step)
{
    if (known)
        draft_finish(reader, &work->draft);
    struct exercise *exercise = arena_alloc(reader->arena, sizeof *exercise);
    *exercise = work->draft.exercise;
    step->exercise = exercise;
    const struct node *dose = work->values[WORK_DOSE];
    bool ok = false;
    if (dose == NULL && work->all_known)
        reader_error(reader, name->span, "%s needs a dose, such as 'dose: 2 min'",
                     node_quoted(name, reader->arena));
    else if (dose != NULL)
        ok = read_dose(reader, dose, known && !work->draft.pattern_failed, step);
    if (work->values[WORK_OPTIONAL] != NULL)
        ok &= reader_bool(reader, work->values[WORK_OPTIONAL], &step->optional);
    if (work->values[WORK_AT_LEAST] != NULL && (ok || dose == NULL))
        read_at_least(reader, work->values[WORK_AT_LEAST], step);
    return ok;
}

/* `*is_word`: the name is that of no exercise, but near a word that begins another kind of step. */
static const struct draft *find_exercise(struct reader *reader, const struct node *name,
                                         bool *is_word)
{
    *is_word = false;
    bool known;
    const struct draft *draft =
        files_exercise(reader->library, name->text, reader->language, reader->diags, &known);
    if (draft != NULL)
        return draft;
    reader->failed = true;
    if (known)
        return NULL;
    const char *near[2] = {library_nearest(reader->library, LIBRARY_EXERCISE, name->text),
                           keywords_nearest(&entry_words, name->text)};
    size_t from = near[0] == NULL ? 1 : 0, to = near[1] == NULL ? 1 : 2;
    const char *nearest = from < to ? text_nearest(name->text, near + from, to - from) : NULL;
    *is_word = nearest != NULL && nearest == near[1];
    const char *quoted = node_quoted(name, reader->arena);
    if (nearest != NULL)
        reader_error(reader, name->span, "no exercise is called %s; did you mean '%s'?", quoted,
                     nearest);
    else
        reader_error(reader, name->span,
                     "no exercise is called %s; for a step without an exercise file write '- step: "
                     "TITLE'",
                     quoted);
    return NULL;
}

bool work_read(struct reader *reader, const struct node *name, const struct node *value,
               struct step *step)
{
    bool is_word;
    const struct draft *base = find_exercise(reader, name, &is_word);
    if (is_word)
        return false;
    if (value->kind == NODE_TEXT) {
        if (base != NULL)
            step->exercise = &base->exercise;
        if (*value->text == '\0') {
            reader_error(reader, name->span, "%s needs a dose, such as '2 min' or '2 sets of 10'",
                         node_quoted(name, reader->arena));
            return false;
        }
        return read_dose(reader, value, base != NULL, step);
    }
    if (value->kind != NODE_MAP) {
        reader_error(reader, value->span,
                     "a dose such as '2 min' belongs here, or keys such as {dose: 2 min}");
        return false;
    }
    struct work work = {0};
    if (base != NULL)
        draft_copy(&work.draft, base, reader->arena);
    else
        draft_init(&work.draft, NULL, "", name->span);
    read_keys(reader, value, NULL, &work);
    return read_work(reader, name, &work, base != NULL, step);
}

bool work_read_one_off(struct reader *reader, const struct node *map, const struct node *name,
                       struct step *step)
{
    struct work work = {0};
    const struct node *title = &map->items[name - map->keys];
    draft_init(&work.draft, NULL, reader_text(reader, title, ROUTINE_MAX_TITLE), name->span);
    read_keys(reader, map, name, &work);
    return read_work(reader, name, &work, true, step) && work.draft.exercise.title != NULL;
}

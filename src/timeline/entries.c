// SPDX-License-Identifier: MIT
#include "timeline/breath.h"
#include "timeline/layout.h"

/* Items become entries: getting into position once, then the sides, each with its sets, the rests
 * between sets and the switch between sides. */

/* The entry that comes next, to be changed where it differs from `like`. */
static struct entry *push(struct layout *layout, const struct entry *like, tick length)
{
    struct timeline *timeline = layout->timeline;
    struct entry *entry = &timeline->entries[timeline->entry_count++];
    *entry = *like;
    entry->start = timeline->total;
    entry->length = length;
    timeline->total += length;
    return entry;
}

static const tick *make_breath_starts(struct layout *layout, const struct breathing *breathing,
                                      int count)
{
    tick *starts = arena_alloc(layout->arena, ((size_t)count + 1) * sizeof *starts);
    for (int i = 0; i <= count; i++)
        starts[i] = breath_start(breathing, count, i);
    return starts;
}

static void push_between(struct layout *layout, const struct entry *like, enum entry_kind kind,
                         const char *title, tick length)
{
    if (length <= 0)
        return;
    struct entry *entry = push(layout, like, length);
    entry->kind = kind;
    entry->title = title;
}

static void push_one_set(struct layout *layout, const struct item *item, const struct work *work,
                         const struct entry *like, const tick *breath_starts)
{
    struct entry *entry = push(layout, like, work->length);
    entry->kind = ENTRY_WORK;
    entry->gate = work->gate;
    entry->alternates = item->dose->sides == DOSE_ALTERNATING;
    entry->reps = work->reps;
    entry->breaths = work->breaths;
    entry->drive = work->drive;
    entry->breath_starts = breath_starts;
    if (work->reps == 0)
        layout->timeline->work += work->length;
}

static void push_sets(struct layout *layout, const struct item *item, const struct work *work,
                      const struct entry *like, const tick *breath_starts)
{
    struct entry entry = *like;
    entry.of_sets = item->dose->sets;
    for (entry.set = 1; entry.set <= entry.of_sets; entry.set++) {
        if (entry.set > 1)
            push_between(layout, &entry, ENTRY_REST, N_("Rest"), entry.exercise->rest);
        push_one_set(layout, item, work, &entry, breath_starts);
    }
}

static struct timeline_step *push_step(struct layout *layout, const struct item *item)
{
    struct timeline *timeline = layout->timeline;
    layout->again[timeline->step_count] = item->again;
    struct timeline_step *step = &timeline->steps[timeline->step_count++];
    *step = (struct timeline_step){
        .title = item->step->exercise->title,
        .exercise = item->step->exercise,
        .dose = item->dose,
        .start = timeline->total,
        .first_entry = (uint32_t)timeline->entry_count,
    };
    return step;
}

static void push_work(struct layout *layout, const struct item *item)
{
    const struct exercise *exercise = item->step->exercise;
    bool both = item->dose->sides == DOSE_PER_SIDE;
    struct work work;
    if (!layout_measure(layout, item->step, item->dose, &work))
        return;
    struct timeline_step *step = push_step(layout, item);
    const tick *starts =
        work.breaths > 0 ? make_breath_starts(layout, &exercise->breathing, work.breaths) : NULL;
    struct entry entry = {
        .side = both ? SIDE_LEFT : SIDE_NONE,
        .step = (uint32_t)(step - layout->timeline->steps),
        .set = 1,
        .of_sets = 1,
        .exercise = exercise,
        .title = exercise->title,
        .source = &item->step->span,
    };
    push_between(layout, &entry, ENTRY_SETUP, exercise->title, exercise->setup.length);
    push_sets(layout, item, &work, &entry, starts);
    if (both) {
        entry.side = SIDE_RIGHT;
        push_between(layout, &entry, ENTRY_SWITCH, N_("Switch sides"), exercise->switching.length);
        push_sets(layout, item, &work, &entry, starts);
    }
    step->end = layout->timeline->total;
    step->last_entry = (uint32_t)layout->timeline->entry_count - 1;
}

static void push_other(struct layout *layout, const struct item *item)
{
    static const enum entry_kind kinds[] = {
        [STEP_REST] = ENTRY_REST,
        [STEP_WAIT] = ENTRY_WAIT,
        [STEP_ASK] = ENTRY_ASK,
    };
    bool rest = item->kind == STEP_REST;
    struct entry entry = {
        .kind = kinds[item->kind],
        .gate = !rest,
        .at_most = item->kind == STEP_WAIT ? item->step->length : 0,
        .set = 1,
        .of_sets = 1,
        .title = rest ? N_("Rest") : item->step->text,
        .source = &item->step->span,
    };
    push(layout, &entry, item->length);
}

/* Rests, waits and questions lead to the step that comes next. */
static void look_ahead(struct timeline *timeline)
{
    const struct entry *next = NULL;
    uint32_t last = timeline->step_count > 0 ? (uint32_t)timeline->step_count - 1 : 0;
    for (size_t i = timeline->entry_count; i > 0; i--) {
        struct entry *entry = &timeline->entries[i - 1];
        if (entry->exercise) {
            next = entry;
            continue;
        }
        entry->step = next ? next->step : last;
        entry->exercise = next ? next->exercise : NULL;
    }
}

void layout_entries(struct layout *layout)
{
    struct timeline *timeline = layout->timeline;
    size_t entries = 0, steps = 0;
    for (size_t i = 0; i < layout->item_count; i++) {
        entries += layout->items[i].dropped ? 0 : layout->items[i].entries;
        steps += !layout->items[i].dropped && layout->items[i].kind == STEP_WORK;
    }
    timeline->entries = arena_alloc(layout->arena, entries * sizeof *timeline->entries);
    timeline->steps = arena_alloc(layout->arena, steps * sizeof *timeline->steps);
    layout->again = arena_alloc(layout->scratch, steps * sizeof *layout->again);
    for (size_t i = 0; i < layout->item_count; i++) {
        const struct item *item = &layout->items[i];
        if (!item->dropped)
            (item->kind == STEP_WORK ? push_work : push_other)(layout, item);
    }
    look_ahead(timeline);
}

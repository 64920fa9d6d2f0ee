// SPDX-License-Identifier: MIT
#include "timeline/layout.h"

/* The tree of steps becomes a flat list of items. The bounds are kept here, item by item, so that
 * neither `repeat: 1000000000` nor repeats inside repeats that do nothing can take long. */

enum {
    MAX_VISITS = 1000000,
    MAX_NESTING = 256, /* routines inside routines, over many files */
};

static void unroll_list(struct layout *layout, const struct step_list *list);

/* The place to change: the repeat that goes round too often, else the step that is too large. */
static struct span culprit(const struct layout *layout, const struct step *step)
{
    return layout->repeat ? layout->repeat->span : step->span;
}

static bool within_bounds(struct layout *layout, const struct item *item)
{
    if (layout->entry_count + item->entries > TIMELINE_MAX_ENTRIES)
        layout_fail(layout, culprit(layout, item->step),
                    "the routine grows beyond %d entries here; repeat less often or use fewer sets",
                    TIMELINE_MAX_ENTRIES);
    else if (layout->length + item->length > TIMELINE_MAX_LENGTH)
        layout_fail(layout, culprit(layout, item->step),
                    "the routine grows beyond 6 h here; repeat less often or give smaller doses");
    else if (layout->breaths > TIMELINE_MAX_CUES)
        layout_fail(layout, culprit(layout, item->step),
                    "the routine grows beyond %d breaths here; make each breath longer",
                    TIMELINE_MAX_CUES);
    return !layout->failed;
}

static void add_item(struct layout *layout, const struct item *item)
{
    if (!within_bounds(layout, item))
        return;
    if (layout->item_count == layout->item_capacity) {
        layout->item_capacity = layout->item_capacity > 0 ? 2 * layout->item_capacity : 64;
        layout->items = memory_resize(layout->items, layout->item_capacity * sizeof *layout->items);
    }
    layout->items[layout->item_count++] = *item;
    layout->entry_count += item->entries;
    layout->length += item->length;
}

static size_t count_entries(const struct exercise *exercise, const struct dose *dose)
{
    size_t sets = (size_t)dose->sets, sides = dose->sides == DOSE_PER_SIDE ? 2 : 1;
    size_t side = sets + (exercise->rest > 0 ? sets - 1 : 0);
    size_t switches = exercise->switching.length > 0 ? sides - 1 : 0;
    return (exercise->setup.length > 0) + sides * side + switches;
}

static void unroll_work(struct layout *layout, const struct step *step)
{
    struct work work;
    if (!layout_measure(layout, step, &step->dose, &work))
        return;
    if (step->dose.sets > TIMELINE_MAX_ENTRIES / 4) {
        layout_fail(layout, step->span, "%d sets are too many; give it %d or fewer",
                    step->dose.sets, TIMELINE_MAX_ENTRIES / 4);
        return;
    }
    size_t sides = step->dose.sides == DOSE_PER_SIDE ? 2 : 1;
    layout->breaths += sides * (size_t)step->dose.sets * (size_t)work.breaths;
    add_item(layout, &(struct item){
                         .step = step,
                         .kind = STEP_WORK,
                         .dose = &step->dose,
                         .length = layout_whole_length(step->exercise, &step->dose, &work),
                         .entries = (uint16_t)count_entries(step->exercise, &step->dose),
                         .again = layout->repeat != NULL,
                     });
}

static void add_rest(struct layout *layout, const struct step *step)
{
    if (step->length > 0)
        add_item(
            layout,
            &(struct item){.step = step, .kind = STEP_REST, .length = step->length, .entries = 1});
}

static void unroll_repeat(struct layout *layout, const struct step *step)
{
    const struct step *outer = layout->repeat;
    size_t before = layout->item_count;
    for (int round = 0; round < step->times && !layout->failed; round++) {
        if (round > 0) {
            layout->repeat = step;
            add_rest(layout, step);
        }
        unroll_list(layout, &step->steps);
        if (layout->item_count == before)
            break; /* nothing to do, however often */
    }
    layout->repeat = outer;
}

static void unroll_routine(struct layout *layout, const struct step *step)
{
    unroll_list(layout, &step->routine->steps);
}

static void unroll_gate(struct layout *layout, const struct step *step)
{
    if (step->kind == STEP_ASK && !layout->options->ask)
        return;
    add_item(layout, &(struct item){.step = step, .kind = step->kind, .entries = 1});
}

/* In every round of a repeat it goes the same way. */
static void note_way(struct layout *layout, const struct step *step, bool there)
{
    struct timeline *timeline = layout->timeline;
    if (layout->repeat != NULL)
        return;
    timeline->ways = arena_grow(layout->arena, timeline->ways, timeline->way_count,
                                &layout->way_capacity, sizeof *timeline->ways);
    timeline->ways[timeline->way_count++] = (struct way){step->text, there, &step->span};
}

static void unroll_with(struct layout *layout, const struct step *step)
{
    const struct text_list *equipment = layout->options->equipment;
    bool there = equipment == NULL || text_list_has(equipment, step->text);
    note_way(layout, step, there);
    unroll_list(layout, there ? &step->steps : &step->otherwise);
}

static size_t open_optional(struct layout *layout)
{
    layout->optional = arena_grow(layout->scratch, layout->optional, layout->optional_count,
                                  &layout->optional_capacity, sizeof *layout->optional);
    layout->optional[layout->optional_count] =
        (struct item_range){layout->item_count, layout->item_count};
    return layout->optional_count++;
}

static void unroll_step(struct layout *layout, const struct step *step)
{
    static void (*const kinds[])(struct layout *, const struct step *) = {
        [STEP_WORK] = unroll_work,       [STEP_REST] = add_rest,    [STEP_REPEAT] = unroll_repeat,
        [STEP_ROUTINE] = unroll_routine, [STEP_WAIT] = unroll_gate, [STEP_ASK] = unroll_gate,
        [STEP_WITH] = unroll_with,
    };
    if (++layout->visits > MAX_VISITS || layout->depth >= MAX_NESTING) {
        layout_fail(layout, culprit(layout, step),
                    "the routine repeats itself too deeply here; use fewer repeats and routines "
                    "inside each other");
        return;
    }
    bool optional = step->optional && layout->options->fit > 0;
    size_t range = optional ? open_optional(layout) : 0;
    layout->depth++;
    kinds[step->kind](layout, step);
    layout->depth--;
    if (optional)
        layout->optional[range].end = layout->item_count;
}

static void unroll_list(struct layout *layout, const struct step_list *list)
{
    for (size_t i = 0; i < list->count && !layout->failed; i++)
        unroll_step(layout, &list->items[i]);
}

void layout_unroll(struct layout *layout, const struct routine *routine)
{
    unroll_list(layout, &routine->steps);
    if (!layout->failed && layout->item_count == 0)
        layout_fail(layout, routine->span,
                    "nothing is left to do in this routine; add 'otherwise:' to its 'with:' steps "
                    "for people who do not have the equipment");
}

// SPDX-License-Identifier: MIT
#include "timeline/breath.h"
#include "timeline/layout.h"

/* Fitting into a given time. First optional steps go, the last one first. Then every step that says
 * `at least` gives up the same fraction of what it can spare, in whole breaths, reps and seconds:
 * the smallest fraction that is enough, found by halving. A breath's tempo never changes. */

enum { FIT_WHOLE = 1 << 20 }; /* the fraction's denominator */

static tick kept_length(const struct layout *layout)
{
    tick length = 0;
    for (size_t i = 0; i < layout->item_count; i++)
        if (!layout->items[i].dropped)
            length += layout->items[i].length;
    return length;
}

static struct item *neighbour(const struct layout *layout, size_t from, int direction)
{
    for (size_t i = from + (size_t)direction; i < layout->item_count; i += (size_t)direction)
        if (!layout->items[i].dropped)
            return &layout->items[i];
    return NULL; /* counting down from 0 wraps past the end, too */
}

static tick drop_item(struct item *item)
{
    if (item->dropped)
        return 0;
    item->dropped = true;
    return item->length;
}

/* Returns what was saved. A rest that led to what is gone goes with it. */
static tick drop_range(struct layout *layout, const struct item_range *range)
{
    tick saved = 0;
    for (size_t i = range->first; i < range->end; i++)
        saved += drop_item(&layout->items[i]);
    if (range->first == range->end)
        return saved;
    struct item *before = neighbour(layout, range->first, -1);
    struct item *after = neighbour(layout, range->end - 1, 1);
    if (before && before->kind == STEP_REST && (!after || after->kind == STEP_REST))
        saved += drop_item(before);
    else if (!before && after && after->kind == STEP_REST)
        saved += drop_item(after);
    return saved;
}

static int shrink_count(int count, tick unit, tick at_least, int64_t fraction)
{
    int64_t fewest = unit > 0 ? (at_least + unit - 1) / unit : count;
    if (fewest >= count)
        return count;
    int64_t spare = count - fewest;
    return (int)(count - (spare * fraction + FIT_WHOLE - 1) / FIT_WHOLE);
}

static tick shrink_time(tick duration, tick at_least, int64_t fraction)
{
    if (at_least >= duration)
        return duration;
    tick shorter = duration - (duration - at_least) * fraction / FIT_WHOLE;
    tick seconds = shorter / TICK_S * TICK_S;
    return seconds >= at_least ? seconds : shorter;
}

/* A time that is run in whole breaths: the breaths are what shrinks. */
static tick shrink_breaths(const struct breathing *breathing, tick duration, tick at_least,
                           int64_t fraction)
{
    int64_t count = breath_nearest(breathing, duration),
            fewest = breath_nearest(breathing, at_least);
    while (fewest < count && breath_sum(breathing, fewest) < at_least)
        fewest++;
    if (fewest >= count)
        return duration;
    int64_t spare = count - fewest;
    return breath_sum(breathing, count - (spare * fraction + FIT_WHOLE - 1) / FIT_WHOLE);
}

/* `work` is the whole dose, measured. */
static struct dose shrunk(const struct step *step, const struct work *work, int64_t fraction)
{
    const struct breathing *breathing = &step->exercise->breathing;
    struct dose dose = step->dose;
    bool breaths = work->drive == DRIVE_BREATH && breath_given(breathing);
    if (fraction == 0)
        return dose;
    if (dose.amount == DOSE_TIME && breaths)
        dose.duration = shrink_breaths(breathing, dose.duration, step->at_least, fraction);
    else if (dose.amount == DOSE_TIME)
        dose.duration = shrink_time(dose.duration, step->at_least, fraction);
    else if (dose.amount != DOSE_UNTIL_CONTINUE)
        dose.count = shrink_count(dose.count, work->length / dose.count, step->at_least, fraction);
    return dose;
}

static bool can_shrink(const struct item *item)
{
    return !item->dropped && item->kind == STEP_WORK && item->step->at_least > 0;
}

static void shrink_item(struct layout *layout, struct item *item, struct dose *dose,
                        int64_t fraction)
{
    struct work work;
    const struct step *step = item->step;
    if (!layout_measure(layout, step, &step->dose, &work))
        return;
    *dose = shrunk(step, &work, fraction);
    item->dose = dose;
    if (layout_measure(layout, step, dose, &work))
        item->length = layout_whole_length(step->exercise, dose, &work);
}

/* `doses` has one for each item. Returns the length of everything. */
static tick shrink_all(struct layout *layout, struct dose *doses, int64_t fraction)
{
    for (size_t i = 0; i < layout->item_count; i++)
        if (can_shrink(&layout->items[i]))
            shrink_item(layout, &layout->items[i], &doses[i], fraction);
    return kept_length(layout);
}

static void shrink(struct layout *layout, tick fit)
{
    struct dose *doses = arena_alloc(layout->arena, layout->item_count * sizeof *doses);
    int64_t too_little = 0, enough = FIT_WHOLE;
    if (shrink_all(layout, doses, enough) > fit)
        return;
    while (enough - too_little > 1) {
        int64_t middle = (too_little + enough) / 2;
        if (shrink_all(layout, doses, middle) > fit)
            too_little = middle;
        else
            enough = middle;
    }
    shrink_all(layout, doses, enough);
}

/* Whether anything but rests would be left without the range. */
static bool can_go(const struct layout *layout, const struct item_range *range)
{
    for (size_t i = 0; i < layout->item_count; i++) {
        const struct item *item = &layout->items[i];
        bool inside = i >= range->first && i < range->end;
        if (!inside && !item->dropped && item->kind != STEP_REST)
            return true;
    }
    return false;
}

void layout_fit(struct layout *layout)
{
    tick fit = layout->options->fit, length = kept_length(layout);
    if (fit <= 0)
        return;
    for (size_t i = layout->optional_count; i > 0 && length > fit; i--)
        if (can_go(layout, &layout->optional[i - 1]))
            length -= drop_range(layout, &layout->optional[i - 1]);
    if (length > fit)
        shrink(layout, fit);
    length = kept_length(layout);
    char wanted[TICK_TEXT], shortest[TICK_TEXT];
    if (length > fit)
        diag_warning(layout->diags, (struct span){0},
                     "'%s' does not fit into %s: the shortest it can be is %s; mark steps as "
                     "'optional: true' or give them 'at least:'",
                     layout->timeline->routine->title, tick_words(fit, wanted),
                     tick_words(length, shortest));
}

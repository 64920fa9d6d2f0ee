// SPDX-License-Identifier: MIT
#include "timeline/breath.h"
#include "timeline/layout.h"
#include "timeline/tempo.h"

/* Which sounds an entry makes. A person who only listens hears when work begins and ends, every
 * breath and rep, and a count of three before anything that goes by the clock ends; the breath
 * itself is counted by breathing, so nothing ticks into it. */

#define SHORTEST_WORK TICK_S             /* below, the start sound runs into the end */
#define SHORTEST_WITH_COUNT (8 * TICK_S) /* of work that gets a count of three */
#define SHORTEST_BREAK (3 * TICK_S)      /* of a rest or switch that does */
enum { LAST_SECONDS = 3 };

static const struct entry *current(const struct layout *layout)
{
    return &layout->timeline->entries[layout->entry];
}

static void count_down(struct layout *layout, tick shortest)
{
    tick length = current(layout)->length;
    for (int left = LAST_SECONDS; left > 0 && length >= shortest; left--)
        if (length >= left * TICK_S)
            layout_cue(layout, CUE_LAST_SECONDS, length - left * TICK_S, 0);
}

static void sound_breaths(struct layout *layout, const struct entry *entry)
{
    static const enum cue_kind kinds[BREATH_PHASES] = {
        [BREATH_IN] = CUE_BREATHE_IN,
        [BREATH_HOLD] = CUE_HOLD,
        [BREATH_OUT] = CUE_BREATHE_OUT,
        [BREATH_REST] = CUE_HOLD,
    };
    for (int i = 0; i < entry->breaths && !layout->failed; i++) {
        tick phases[BREATH_PHASES], at = entry->breath_starts[i];
        breath_phases(&entry->exercise->breathing, entry->breaths, i, phases);
        for (int phase = 0; phase < BREATH_PHASES; phase++) {
            if (phases[phase] > 0)
                layout_cue(layout, kinds[phase], at, phases[phase]);
            at += phases[phase];
        }
    }
}

/* The start sound stands for the first rep's tick. */
static void sound_reps(struct layout *layout, const struct entry *entry)
{
    tick rep = tempo_length(&entry->exercise->tempo), top = tempo_top(&entry->exercise->tempo);
    tick count = entry->length / rep;
    for (tick i = 0; i < count && !layout->failed; i++) {
        if (i > 0)
            layout_cue(layout, CUE_REP, i * rep, 0);
        if (top > 0 && top < rep)
            layout_cue(layout, CUE_REP_TOP, i * rep + top, 0);
    }
}

static void sound_halfway(struct layout *layout, const struct entry *entry)
{
    tick at = entry_halfway(entry);
    if (at > 0)
        layout_cue(layout, CUE_HALFWAY, at, 0);
}

static bool ends_step(const struct layout *layout, const struct entry *entry)
{
    return layout->timeline->steps[entry->step].last_entry == layout->entry;
}

static void sound_end(struct layout *layout, const struct entry *entry)
{
    bool ends_routine = layout->entry + 1 == layout->timeline->entry_count;
    if (ends_routine)
        return; /* the session's end says it */
    if (ends_step(layout, entry))
        layout_cue(layout, CUE_STEP_DONE, entry->length, 0);
    else if (entry->set < entry->of_sets)
        layout_cue(layout, CUE_SET_DONE, entry->length, 0);
}

/* With no time to switch, the second side begins with the switch sound. */
static bool switches_at_once(const struct layout *layout, const struct entry *entry)
{
    return entry->side == SIDE_RIGHT && entry->set == 1 && layout->entry > 0 &&
           entry[-1].kind == ENTRY_WORK && entry[-1].side == SIDE_LEFT &&
           entry[-1].step == entry->step;
}

static void sound_work(struct layout *layout, const struct entry *entry)
{
    layout_cue(layout, switches_at_once(layout, entry) ? CUE_SWITCH : CUE_STEP_START, 0, 0);
    if (entry->gate)
        return;
    if (entry->length < SHORTEST_WORK && layout_warns(layout))
        diag_warning(layout->diags, *entry->source,
                     "this step is so short that its start cue is cut off; make it 1 s or longer");
    sound_breaths(layout, entry);
    if (entry->drive == DRIVE_TEMPO)
        sound_reps(layout, entry);
    sound_halfway(layout, entry);
    if (entry->reps == 0 && entry->drive != DRIVE_BREATH)
        count_down(layout, SHORTEST_WITH_COUNT);
    sound_end(layout, entry);
}

static void sound_setup(struct layout *layout, const struct entry *entry)
{
    (void)entry;
    count_down(layout, 0);
}

static void sound_rest(struct layout *layout, const struct entry *entry)
{
    (void)entry;
    count_down(layout, SHORTEST_BREAK);
}

static void sound_switch(struct layout *layout, const struct entry *entry)
{
    (void)entry;
    layout_cue(layout, CUE_SWITCH, 0, 0);
    count_down(layout, SHORTEST_BREAK);
}

void layout_sounds(struct layout *layout)
{
    static void (*const kinds[ENTRY_KINDS])(struct layout *, const struct entry *) = {
        [ENTRY_SETUP] = sound_setup,
        [ENTRY_WORK] = sound_work,
        [ENTRY_REST] = sound_rest,
        [ENTRY_SWITCH] = sound_switch,
    };
    const struct entry *entry = current(layout);
    if (kinds[entry->kind])
        kinds[entry->kind](layout, entry);
    if (layout->entry + 1 == layout->timeline->entry_count && !entry->gate)
        layout_cue(layout, CUE_SESSION_DONE, entry->length, 0);
}

// SPDX-License-Identifier: MIT
#include "session/by_hand.h"

#include <assert.h>
#include <string.h>

void hand_begin(struct hand *hand)
{
    memset(hand, 0, sizeof *hand);
    hand->routine.title = "By hand";
    hand->timeline.routine = &hand->routine;
    hand->timeline.entries = hand->entries;
    hand->timeline.cues = hand->cues;
    hand->timeline.steps = hand->steps;
}

static void add_cue(struct hand *hand, enum cue_kind kind, tick at, tick length)
{
    struct timeline *timeline = &hand->timeline;
    assert(timeline->cue_count < HAND_CUES);
    hand->cues[timeline->cue_count++] = (struct cue){
        .at = at,
        .length = length,
        .kind = kind,
        .text = kind == CUE_SAY ? "A line" : NULL,
        .caption = kind == CUE_SAY ? "A line" : NULL,
        .entry = (uint32_t)timeline->entry_count - 1,
    };
}

static void close_step(struct hand *hand)
{
    struct timeline *timeline = &hand->timeline;
    if (timeline->step_count == 0)
        return;
    struct timeline_step *step = &hand->steps[timeline->step_count - 1];
    step->last_entry = (uint32_t)timeline->entry_count - 1;
    step->end = timeline->total;
    add_cue(hand, CUE_STEP_DONE, timeline->total, 0);
}

void hand_step(struct hand *hand, const char *title)
{
    struct timeline *timeline = &hand->timeline;
    close_step(hand);
    assert(timeline->step_count < HAND_STEPS);
    hand->steps[timeline->step_count++] = (struct timeline_step){
        .title = title,
        .start = timeline->total,
        .first_entry = (uint32_t)timeline->entry_count,
    };
}

struct entry *hand_entry(struct hand *hand, enum entry_kind kind, tick length)
{
    struct timeline *timeline = &hand->timeline;
    assert(timeline->entry_count < HAND_ENTRIES && timeline->step_count > 0);
    uint32_t step = (uint32_t)timeline->step_count - 1;
    struct entry *entry = &hand->entries[timeline->entry_count++];
    *entry = (struct entry){
        .start = timeline->total,
        .length = length,
        .kind = kind,
        .step = step,
        .set = 1,
        .of_sets = 1,
        .title = hand->steps[step].title,
    };
    if (hand->steps[step].first_entry + 1 == timeline->entry_count)
        add_cue(hand, CUE_STEP_START, timeline->total, 0);
    if (kind == ENTRY_WORK || kind == ENTRY_WAIT)
        add_cue(hand, CUE_SAY, timeline->total, 2 * TICK_S);
    for (tick t = TICK_S; kind == ENTRY_WORK && t < length; t += TICK_S)
        add_cue(hand, CUE_REP, timeline->total + t, 0);
    timeline->total += length;
    timeline->work += kind == ENTRY_WORK ? length : 0;
    return entry;
}

struct entry *hand_gate(struct hand *hand, enum entry_kind kind, tick at_most)
{
    struct entry *entry = hand_entry(hand, kind, 0);
    entry->gate = true;
    entry->at_most = at_most;
    return entry;
}

const struct timeline *hand_end(struct hand *hand)
{
    close_step(hand);
    add_cue(hand, CUE_SESSION_DONE, hand->timeline.total, 0);
    return &hand->timeline;
}

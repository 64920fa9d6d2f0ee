// SPDX-License-Identifier: MIT
#include "timeline/guidance.h"

#include <stdlib.h>

/* Each entry's sounds and lines, put in order. An entry's cues lie between its start and its end,
 * so the whole array is sorted when each entry's part is. */

enum { CUES_EXPECTED = 3 }; /* for an entry; when there are more, the array grows */

struct cue *layout_cue(struct layout *layout, enum cue_kind kind, tick into, tick length)
{
    const struct entry *entry = &layout->timeline->entries[layout->entry];
    if (layout->cue_count >= TIMELINE_MAX_CUES) {
        layout_fail(layout, *entry->source,
                    "the routine grows beyond %d cues here; make each breath, rep and line longer",
                    TIMELINE_MAX_CUES);
        return NULL;
    }
    layout->cues = arena_grow(layout->arena, layout->cues, layout->cue_count, &layout->cue_capacity,
                              sizeof *layout->cues);
    struct cue *cue = &layout->cues[layout->cue_count++];
    *cue = (struct cue){
        .at = entry->start + into,
        .length = length,
        .kind = kind,
        .entry = (uint32_t)layout->entry,
        .source = entry->source,
    };
    return cue;
}

/* Of cues at one instant, what ends comes before what begins, and words come last. */
static int rank(const struct cue *cue)
{
    static const int ranks[CUE_KINDS] = {
        [CUE_SAY] = 3,          [CUE_SET_DONE] = 1,     [CUE_STEP_DONE] = 1,   [CUE_SWITCH] = 1,
        [CUE_STEP_START] = 1,   [CUE_SESSION_DONE] = 2, [CUE_HALFWAY] = 2,     [CUE_REP_TOP] = 2,
        [CUE_REP] = 2,          [CUE_BREATHE_IN] = 2,   [CUE_BREATHE_OUT] = 2, [CUE_HOLD] = 2,
        [CUE_LAST_SECONDS] = 2, [CUE_ALIVE] = 2,
    };
    return ranks[cue->kind];
}

static int compare_cues(const void *left, const void *right)
{
    const struct cue *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    int order = rank(a) - rank(b);
    return order != 0 ? order : (int)a->kind - (int)b->kind;
}

/* Most entries have a handful of cues, nearly in order. */
static void sort_few(struct cue *cues, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct cue cue = cues[i];
        size_t place = i;
        for (; place > 0 && compare_cues(&cue, &cues[place - 1]) < 0; place--)
            cues[place] = cues[place - 1];
        if (place < i)
            cues[place] = cue;
    }
}

static void sort_cues(struct cue *cues, size_t count)
{
    enum { FEW = 12 };
    if (count <= FEW)
        sort_few(cues, count);
    else
        qsort(cues, count, sizeof *cues, compare_cues);
}

/* A caption that is on screen already need not be put there again. */
static void drop_repeated_captions(struct layout *layout, size_t first)
{
    struct cue *cues = layout->cues + first;
    size_t count = layout->cue_count - first;
    const char *shown = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const struct cue *cue = &cues[i];
        bool only_shown = cue->kind == CUE_SAY && !cue->text;
        if (only_shown && shown && text_equal(shown, cue->caption))
            continue;
        if (cue->caption) {
            shown = cue->caption;
            layout->caption_count++;
        }
        if (kept < i)
            cues[kept] = *cue;
        kept++;
    }
    layout->cue_count = first + kept;
}

static void index_captions(struct layout *layout)
{
    struct timeline *timeline = layout->timeline;
    uint32_t *captions = arena_alloc(layout->arena, layout->caption_count * sizeof *captions);
    for (size_t i = 0; i < timeline->cue_count; i++)
        if (timeline->cues[i].caption)
            captions[timeline->caption_count++] = (uint32_t)i;
    timeline->captions = captions;
}

void layout_cues(struct layout *layout)
{
    struct timeline *timeline = layout->timeline;
    layout->cue_capacity = CUES_EXPECTED * timeline->entry_count;
    layout->cues = arena_alloc(layout->arena, layout->cue_capacity * sizeof *layout->cues);
    for (layout->entry = 0; layout->entry < timeline->entry_count; layout->entry++) {
        size_t first = layout->cue_count;
        layout_sounds(layout);
        layout_lines(layout);
        if (layout->failed)
            return;
        sort_cues(layout->cues + first, layout->cue_count - first);
        if (layout->options->eyes_closed) {
            guidance_break_silence(layout, first);
            sort_cues(layout->cues + first, layout->cue_count - first);
        }
        drop_repeated_captions(layout, first);
    }
    timeline->cue_count = layout->cue_count;
    timeline->cues = layout->cues;
    index_captions(layout);
}

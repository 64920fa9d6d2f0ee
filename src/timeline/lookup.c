// SPDX-License-Identifier: MIT
#include "timeline/timeline.h"

size_t timeline_entry_at(const struct timeline *timeline, tick t)
{
    if (t > timeline->total)
        t = timeline->total;
    size_t low = 0, high = timeline->entry_count; /* the first entry that starts at t or later */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (timeline->entries[middle].start < t)
            low = middle + 1;
        else
            high = middle;
    }
    bool starts_here = low < timeline->entry_count && timeline->entries[low].start == t;
    return starts_here || low == 0 ? low : low - 1;
}

/* The number of cues at `t` or before. */
static size_t cues_until(const struct timeline *timeline, tick t)
{
    size_t low = 0, high = timeline->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (timeline->cues[middle].at <= t)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t timeline_cues(const struct timeline *timeline, tick after, tick until, size_t *first)
{
    *first = cues_until(timeline, after);
    size_t end = cues_until(timeline, until);
    return end > *first ? end - *first : 0;
}

const char *cue_text(const struct cue *cue, enum device_kind device)
{
    return cue->texts != NULL ? cue->texts[device] : cue->text;
}

const struct cue *timeline_caption(const struct timeline *timeline, size_t entry, tick into)
{
    const struct entry *where = &timeline->entries[entry];
    tick t = where->start + (into > where->length ? where->length : into);
    size_t low = 0, high = timeline->caption_count; /* the first caption after this moment */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct cue *cue = &timeline->cues[timeline->captions[middle]];
        if (cue->entry < entry || (cue->entry == entry && cue->at <= t))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return NULL;
    const struct cue *cue = &timeline->cues[timeline->captions[low - 1]];
    return cue->entry == entry && cue->caption[0] != '\0' ? cue : NULL;
}

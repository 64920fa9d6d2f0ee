// SPDX-License-Identifier: MIT
#include "timeline/match.h"

/* ---- steps ---- */

static const char *id_of(const struct timeline_step *step)
{
    return step->exercise != NULL ? step->exercise->id : NULL;
}

static bool same_step(const struct timeline_step *a, const struct timeline_step *b)
{
    const char *id = id_of(a), *other = id_of(b);
    if (id != NULL && other != NULL)
        return text_equal(id, other);
    return id == other && text_equal(a->title, b->title);
}

/* What was not edited, at both ends. */
struct ends {
    size_t first, last; /* number of steps that are the same */
};

static struct ends same_ends(const struct timeline *from, const struct timeline *to)
{
    struct ends ends = {0, 0};
    size_t least = from->step_count < to->step_count ? from->step_count : to->step_count;
    while (ends.first < least && same_step(&from->steps[ends.first], &to->steps[ends.first]))
        ends.first++;
    while (ends.first + ends.last < least &&
           same_step(&from->steps[from->step_count - 1 - ends.last],
                     &to->steps[to->step_count - 1 - ends.last]))
        ends.last++;
    return ends;
}

/* Comparisons that are worth their time; whoever changes more at once has written another routine.
 */
enum { EDITED_MOST = 1000000 };

/* Each edited step to the first one like it that is still free. */
static void match_edited(struct arena *arena, const struct timeline_match *match, struct ends ends,
                         uint32_t *steps)
{
    const struct timeline *from = match->from, *to = match->to;
    bool *taken = arena_alloc(arena, to->step_count * sizeof *taken);
    size_t end = from->step_count - ends.last, to_end = to->step_count - ends.last;
    bool too_many = (end - ends.first) * (to_end - ends.first) > EDITED_MOST;
    for (size_t i = ends.first; i < end; i++) {
        steps[i] = MATCH_GONE;
        for (size_t j = ends.first; j < to_end && !too_many; j++) {
            if (taken[j] || !same_step(&from->steps[i], &to->steps[j]))
                continue;
            taken[j] = true;
            steps[i] = (uint32_t)j;
            break;
        }
    }
}

struct timeline_match timeline_match(struct arena *arena, const struct timeline *from,
                                     const struct timeline *to)
{
    uint32_t *steps = arena_alloc(arena, from->step_count * sizeof *steps);
    struct timeline_match match = {.from = from, .to = to, .steps = steps};
    struct ends ends = same_ends(from, to);
    for (size_t i = 0; i < ends.first; i++)
        steps[i] = (uint32_t)i;
    match_edited(arena, &match, ends, steps);
    for (size_t i = from->step_count - ends.last; i < from->step_count; i++)
        steps[i] = (uint32_t)(i + to->step_count - from->step_count);
    return match;
}

/* ---- places ---- */

/* What stands where a step that is gone was: after the one that came before it. */
static uint32_t step_instead(const struct timeline_match *match, size_t step)
{
    size_t count = match->to->step_count;
    while (step > 0 && match->steps[step - 1] == MATCH_GONE)
        step--;
    size_t instead = step > 0 ? match->steps[step - 1] + 1 : 0;
    return (uint32_t)(instead < count || count == 0 ? instead : count - 1);
}

/* The entries that belong to a step or lead to it follow one another. */
static size_t first_of(const struct timeline *timeline, uint32_t step)
{
    size_t i = 0;
    while (i < timeline->entry_count && timeline->entries[i].step < step)
        i++;
    return i;
}

static bool same_entry(const struct entry *a, const struct entry *b)
{
    return a->kind == b->kind && a->side == b->side && a->set == b->set &&
           (a->kind != ENTRY_WAIT || text_equal(a->title, b->title));
}

/* 0: not at all. */
static int likeness(const struct entry *a, const struct entry *b)
{
    if (same_entry(a, b))
        return 4;
    return a->kind == b->kind ? 1 + 2 * (a->set == b->set) + (a->side == b->side) : 0;
}

static size_t distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* Of two that are as much alike, the one at the same distance from the start of the step. */
static size_t most_alike(const struct timeline_match *match, size_t entry, uint32_t step)
{
    const struct timeline *from = match->from, *to = match->to;
    const struct entry *old = &from->entries[entry];
    size_t first = first_of(to, step), best = first;
    size_t offset = entry - first_of(from, old->step);
    int found = 0;
    for (size_t i = first; i < to->entry_count && to->entries[i].step == step; i++) {
        int alike = likeness(old, &to->entries[i]);
        bool nearer = distance(i - first, offset) < distance(best - first, offset);
        if (alike > found || (alike > 0 && alike == found && nearer)) {
            best = i;
            found = alike;
        }
    }
    return best;
}

static tick into_changed(const struct timeline *to, size_t entry, tick into)
{
    tick length = to->entries[entry].length;
    if (into <= length)
        return into;
    return entry + 1 < to->entry_count ? length : 0;
}

struct timeline_place timeline_follow(const struct timeline_match *match, size_t entry, tick into)
{
    const struct timeline *from = match->from, *to = match->to;
    struct timeline_place place = {.entry = to->entry_count};
    if (entry >= from->entry_count)
        return place;
    uint32_t step = from->entries[entry].step;
    uint32_t now = step < from->step_count ? match->steps[step] : 0;
    if (now == MATCH_GONE) {
        now = step_instead(match, step);
        if (to->step_count == 0 || !same_step(&from->steps[step], &to->steps[now])) {
            place.entry = first_of(to, now);
            return place;
        }
    }
    place.entry = most_alike(match, entry, now);
    place.same = same_entry(&from->entries[entry], &to->entries[place.entry]);
    place.into = place.same ? into_changed(to, place.entry, into) : 0;
    return place;
}

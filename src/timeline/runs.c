// SPDX-License-Identifier: MIT
#include "timeline/runs.h"

#include "base/arena.h"

#include <stdlib.h>

/* Each cue either continues a run that is still open or begins one. Of sounds one run per kind is
 * open, of lines the latest few: more would take time and never belong together. */
enum { OPEN_LINES = 8, NONE = -1 };

struct open_runs {
    long sound[CUE_KINDS];
    long line[OPEN_LINES]; /* the first `lines` are there, or all when there are more */
    size_t lines;
};

static bool alike(const struct cue *a, const struct cue *b)
{
    return a->kind == b->kind && a->length == b->length && a->text == b->text &&
           a->caption == b->caption && a->moved == b->moved;
}

static bool continues(struct run *run, const struct cue *cue)
{
    tick distance = cue->at - run->last->at;
    if (!alike(run->first, cue) || (run->count > 1 && distance != run->period) || distance == 0)
        return false;
    run->period = distance;
    run->last = cue;
    run->count++;
    return true;
}

static long add_run(struct run_list *runs, const struct cue *cue)
{
    if (runs->count == runs->capacity) {
        runs->capacity = runs->capacity > 0 ? 2 * runs->capacity : 64;
        runs->items = memory_resize(runs->items, runs->capacity * sizeof *runs->items);
    }
    runs->items[runs->count] = (struct run){.first = cue, .last = cue, .count = 1};
    return (long)runs->count++;
}

/* Two alike are no rhythm yet. When the third comes at another distance, the second belongs to it
 * and the first was alone. Returns the run that begins with the second, or NONE. */
static long second_thoughts(struct run_list *runs, long index, const struct cue *cue)
{
    struct run *run = &runs->items[index];
    if (run->count != 2 || !alike(run->first, cue))
        return NONE;
    const struct cue *second = run->last;
    *run = (struct run){.first = run->first, .last = run->first, .count = 1};
    runs->sorted = false;
    return add_run(runs, second);
}

static bool extend(struct run_list *runs, long *index, const struct cue *cue)
{
    if (*index == NONE)
        return false;
    if (continues(&runs->items[*index], cue))
        return true;
    long other = second_thoughts(runs, *index, cue);
    if (other == NONE)
        return false;
    *index = other;
    return continues(&runs->items[other], cue);
}

static void add_sound(struct run_list *runs, struct open_runs *open, const struct cue *cue)
{
    long *run = &open->sound[cue->kind];
    if (!extend(runs, run, cue))
        *run = add_run(runs, cue);
}

static void add_line(struct run_list *runs, struct open_runs *open, const struct cue *cue)
{
    for (size_t i = 0; i < OPEN_LINES && i < open->lines; i++)
        if (extend(runs, &open->line[i], cue))
            return;
    open->line[open->lines++ % OPEN_LINES] = add_run(runs, cue);
}

static int compare_runs(const void *left, const void *right)
{
    const struct run *a = left, *b = right;
    return a->first < b->first ? -1 : a->first > b->first; /* both in one array */
}

void runs_find(struct run_list *runs, const struct cue *cues, size_t count)
{
    struct open_runs open;
    open.lines = 0;
    for (size_t i = 0; i < CUE_KINDS; i++)
        open.sound[i] = NONE;
    runs->count = 0;
    runs->sorted = true;
    for (size_t i = 0; i < count; i++)
        (cues[i].kind == CUE_SAY ? add_line : add_sound)(runs, &open, &cues[i]);
    if (!runs->sorted)
        qsort(runs->items, runs->count, sizeof *runs->items, compare_runs);
}

// SPDX-License-Identifier: MIT
#include "timeline/totals.h"

/* The two sums at the end of a plan: the work, and everything. */

enum { MOST_GROUPS = 4 }; /* of reps that are listed one by one */

struct rep_group {
    int64_t sets;
    int reps;
    bool per_side;
};

struct rep_groups {
    struct rep_group items[MOST_GROUPS];
    size_t count;
    int64_t reps; /* of all, listed or not */
    bool too_many;
};

static void add_group(struct rep_groups *groups, const struct dose *dose)
{
    bool per_side = dose->sides == DOSE_PER_SIDE;
    groups->reps += (int64_t)dose->sets * dose->count * (per_side ? 2 : 1);
    for (size_t i = 0; i < groups->count; i++) {
        struct rep_group *group = &groups->items[i];
        if (group->reps == dose->count && group->per_side == per_side) {
            group->sets += dose->sets;
            return;
        }
    }
    if (groups->count == MOST_GROUPS)
        groups->too_many = true;
    else
        groups->items[groups->count++] = (struct rep_group){dose->sets, dose->count, per_side};
}

static void put_reps(struct page *page, const char *before, int64_t reps)
{
    page_text(page, before);
    page_number(page, reps);
    page_text(page, reps == 1 ? " rep" : " reps");
}

static void put_group(struct page *page, const char *before, const struct rep_group *group)
{
    page_text(page, before);
    if (group->sets > 1) {
        page_number(page, group->sets);
        page_text(page, " x ");
    }
    put_reps(page, "", group->reps);
    if (group->per_side)
        page_text(page, " per side");
}

static void put_work(struct page *page, const struct timeline *timeline)
{
    struct rep_groups groups = {.count = 0};
    for (size_t i = 0; i < timeline->step_count; i++)
        if (timeline->steps[i].dose->amount == DOSE_REPS)
            add_group(&groups, timeline->steps[i].dose);
    bool timed = timeline->work > 0 || groups.reps == 0;
    if (timed) {
        page_clock(page, timeline->work, 0);
        page_text(page, " of timed work");
    }
    if (groups.too_many)
        put_reps(page, timed ? " plus " : "", groups.reps);
    for (size_t i = 0; !groups.too_many && i < groups.count; i++)
        put_group(page, timed || i > 0 ? " plus " : "", &groups.items[i]);
    page_newline(page);
}

static void put_parts(struct page *page, const struct timeline *timeline)
{
    static const char *const names[ENTRY_KINDS] = {
        [ENTRY_WORK] = "work",
        [ENTRY_SETUP] = "getting ready",
        [ENTRY_REST] = "rest",
        [ENTRY_SWITCH] = "switching sides",
    };
    static const enum entry_kind order[] = {ENTRY_WORK, ENTRY_SETUP, ENTRY_REST, ENTRY_SWITCH};
    tick sums[ENTRY_KINDS] = {0};
    for (size_t i = 0; i < timeline->entry_count; i++)
        sums[timeline->entries[i].kind] += timeline->entries[i].length;
    const char *before = ": ";
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (sums[order[i]] == 0)
            continue;
        page_text(page, before);
        page_text(page, names[order[i]]);
        page_text(page, " ");
        page_clock(page, sums[order[i]], 0);
        before = ", ";
    }
}

static void put_gates(struct page *page, const struct timeline *timeline)
{
    int64_t gates = 0;
    for (size_t i = 0; i < timeline->entry_count; i++)
        gates += timeline->entries[i].gate;
    if (gates == 0)
        return;
    page_text(page, ", and as long as you take ");
    page_number(page, gates);
    page_text(page, gates == 1 ? " time" : " times");
}

void plan_totals(struct page *page, const struct timeline *timeline)
{
    put_work(page, timeline);
    page_clock(page, timeline->total, 0);
    page_text(page, " in all");
    put_parts(page, timeline);
    put_gates(page, timeline);
    page_newline(page);
}

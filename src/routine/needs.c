// SPDX-License-Identifier: MIT
#include "routine/steps.h"

enum { NEEDS_MOST = ROUTINE_MAX_LIST };

/* Things at hand in a branch of `with`, innermost first. */
struct at_hand {
    const char *name;
    const struct at_hand *outer;
};

struct needs {
    struct reader *reader;
    const char *names[NEEDS_MOST];
    size_t count;
    struct span place; /* of the step that is looked at */
    bool full;
};

static bool is_at_hand(const struct at_hand *at_hand, const char *name)
{
    for (; at_hand != NULL; at_hand = at_hand->outer)
        if (text_equal(at_hand->name, name))
            return true;
    return false;
}

static void add(struct needs *needs, const struct text_list *names, const struct at_hand *at_hand)
{
    for (size_t i = 0; i < names->count; i++) {
        const char *name = names->items[i];
        size_t known = 0;
        while (known < needs->count && !text_equal(needs->names[known], name))
            known++;
        if (known < needs->count || is_at_hand(at_hand, name))
            continue;
        if (needs->count < NEEDS_MOST) {
            needs->names[needs->count++] = name;
        } else if (!needs->full) {
            needs->full = true;
            reader_error(needs->reader, needs->place, "a routine needs at most %d things",
                         NEEDS_MOST);
        }
    }
}

static void collect(struct needs *needs, const struct step_list *steps,
                    const struct at_hand *at_hand)
{
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->items[i];
        needs->place = step->span;
        if (step->kind == STEP_WORK)
            add(needs, &step->exercise->needs, at_hand);
        else if (step->kind == STEP_ROUTINE)
            add(needs, &step->routine->needs, at_hand);
        struct at_hand given = {.name = step->text, .outer = at_hand};
        collect(needs, &step->steps, step->kind == STEP_WITH ? &given : at_hand);
        collect(needs, &step->otherwise, at_hand);
    }
}

void needs_collect(struct reader *reader, struct routine *routine)
{
    struct needs needs = {.reader = reader};
    collect(&needs, &routine->steps, NULL);
    const char **names = arena_alloc(reader->arena, needs.count * sizeof *names);
    for (size_t i = 0; i < needs.count; i++)
        names[i] = needs.names[i];
    routine->needs = (struct text_list){.items = names, .count = needs.count};
}

// SPDX-License-Identifier: MIT
#include "check.h"
#include "timeline/match.h"
#include "timeline/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
    static struct script script;
    script_begin(&script);
    *state = &script;
    return 0;
}

static int end(void **state)
{
    script_end(*state);
    return 0;
}

/* "A30": exercise A for 30 s, after 5 s of setup; "A30s": on each side, with 5 s between; "A30x2":
 * two sets with 10 s of rest between; "R30": a rest; "W": a wait. */
static struct step step_of(struct script *s, const char *word)
{
    char *rest_of;
    int seconds = (int)strtol(word + 1, &rest_of, 10);
    if (word[0] == 'R')
        return rest(s, seconds);
    if (word[0] == 'W')
        return wait_for(s, "Fetch it", 0);
    char *name = arena_copy(&s->arena, word, 1);
    struct exercise *exercise = make_exercise(s, name);
    exercise->id = name;
    exercise->setup.length = exercise->switching.length = 5 * TICK_S;
    exercise->rest = 10 * TICK_S;
    struct dose dose = for_seconds(seconds);
    if (strcmp(rest_of, "s") == 0)
        dose = per_side(dose);
    if (strcmp(rest_of, "x2") == 0)
        dose = in_sets(2, dose);
    return work(s, exercise, dose);
}

static const struct timeline *routine_of(struct script *s, const char *words)
{
    struct step steps[16];
    size_t count = 0;
    char copy[128];
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " "))
        steps[count++] = step_of(s, word);
    return compile(s, list_of(s, count, steps));
}

/* "17 goes on": the place in the new routine in seconds, and whether it is the same entry. */
static const char *followed(struct script *s, const char *from, int at, const char *to)
{
    const struct timeline *old = routine_of(s, from), *new = routine_of(s, to);
    struct timeline_match match = timeline_match(&s->arena, old, new);
    size_t entry = timeline_entry_at(old, at * TICK_S);
    struct timeline_place place =
        timeline_follow(&match, entry, at * TICK_S - old->entries[entry].start);
    assert_in_range(place.entry, 0, new->entry_count - 1);
    assert_in_range(place.into, 0, new->entries[place.entry].length);
    tick t = new->entries[place.entry].start + place.into;
    return arena_format(&s->arena, "%d %s", (int)(t / TICK_S), place.same ? "goes on" : "begins");
}

static void test_goes_on_where_it_was(void **state)
{
    static const struct {
        const char *from;
        int at;
        const char *to, *expected;
    } rows[] = {
        {"A30 B30 C30", 50, "A30 B30 C30", "50 goes on"},
        /* something else was edited */
        {"A30 B30 C30", 50, "A60 B30 C30", "80 goes on"},
        {"A30 B30 C30", 50, "A30 B30 C60", "50 goes on"},
        {"A30 B30 C30", 50, "A30 D30 B30 C30", "85 goes on"},
        {"A30 B30 C30", 50, "B30 C30", "15 goes on"},
        {"A30 B30 C30", 50, "D30 E30 B30", "85 goes on"},
        {"A30 B30 C30", 50, "C30 B30 A30", "50 goes on"},
        {"A30 A30 A30", 85, "A30 A30", "50 goes on"},
        {"A30 B30 A30 C30", 85, "A30 D30 B30 A30 C30", "120 goes on"},
        {"A30 A30 C30", 50, "A30 B30 A30 C30", "85 goes on"},
        /* this step was edited */
        {"A30 B30 C30", 50, "A30 B60 C30", "50 goes on"},
        {"A30 B30 C30", 60, "A30 B10 C30", "50 goes on"},
        {"A30 B30", 60, "A30 B10", "40 goes on"},
        {"A30 B30 C30", 50, "A30 B30s C30", "40 begins"},
        {"A30 B30s C30", 90, "A30 B60s C30", "120 goes on"},
        {"A30 B30s C30", 90, "A30 B30 C30", "40 begins"},
        {"A30 B30x2 C30", 90, "A30 B30x2 C30", "90 goes on"},
        {"A30 B30x2 C30", 90, "A30 B30 C30", "40 begins"},
        {"A30 B30 C30", 38, "A30 B60 C30", "38 goes on"},
        /* this step is gone */
        {"A30 B30 C30", 50, "A30 C30", "35 begins"},
        {"A30 B30 C30", 50, "A30 D30 C30", "35 begins"},
        {"A30 B30 C30", 15, "D30 C30", "0 begins"},
        {"A30 B30 C30", 85, "A30 B30", "35 begins"},
        {"A30 B30 C30", 50, "D30", "0 begins"},
        /* between steps */
        {"A30 W B30", 35, "A30 W B60", "35 goes on"},
        {"A30 W B30", 35, "C30 A30 W B60", "70 goes on"},
        {"A30 R20 B30", 45, "A60 R20 B30", "75 goes on"},
        {"A30 R20 B30", 45, "A30 B30", "35 begins"},
        {"A30 R20", 45, "A40 R20", "55 goes on"},
        {"R20 R30", 30, "R10 R30", "20 goes on"},
        {"R20 R30", 30, "A30", "0 begins"},
        {"A30", 20, "R30", "0 begins"},
    };
    struct script *s = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *found = followed(s, rows[i].from, rows[i].at, rows[i].to);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("%s at %d -> %s: %s, expected %s", rows[i].from, rows[i].at, rows[i].to, found,
                     rows[i].expected);
    }
}

static void test_the_end_stays_the_end(void **state)
{
    struct script *s = *state;
    const struct timeline *old = routine_of(s, "A30"), *new = routine_of(s, "A30 B30");
    struct timeline_match match = timeline_match(&s->arena, old, new);
    assert_int_equal(timeline_follow(&match, old->entry_count, 0).entry, new->entry_count);
}

static void test_what_became_of_each_step(void **state)
{
    struct script *s = *state;
    const struct timeline *old = routine_of(s, "A9 B9 C9 D9 E9");
    const struct timeline *new = routine_of(s, "A9 D9 X9 C9 E9");
    struct timeline_match match = timeline_match(&s->arena, old, new);
    const uint32_t expected[] = {0, MATCH_GONE, 3, 1, 4};
    assert_memory_equal(match.steps, expected, sizeof expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_goes_on_where_it_was, begin, end),
        cmocka_unit_test_setup_teardown(test_the_end_stays_the_end, begin, end),
        cmocka_unit_test_setup_teardown(test_what_became_of_each_step, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "suite.h"

#include "check.h"
#include "folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void what_lies_in_the_way_is_no_routine(void **state)
{
    struct folder *f = *state;
    assert_int_equal(mkdir(folder_path(f, "folder.yaml"), 0700), 0);
    assert_int_equal(mkfifo(folder_path(f, "pipe.yaml"), 0600), 0);
    assert_int_equal(symlink("/dev/zero", folder_path(f, "zero.yaml")), 0);
    assert_int_equal(symlink("self.yaml", folder_path(f, "self.yaml")), 0);
    folder_write(f, "empty.yaml", "");
    folder_open(f);
    static const char *const ids[] = {"folder", "pipe", "zero", "self", "empty"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        size_t errors = f->diags.errors;
        assert_null(routine_find(&f->library, ids[i], &f->diags));
        assert_int_equal(f->diags.errors, errors + 1);
    }
}

static void a_long_chain_of_routines_ends(void **state)
{
    struct folder *f = *state;
    for (int i = 0; i < 40; i++) {
        char name[32], text[96];
        snprintf(name, sizeof name, "r%d.yaml", i);
        snprintf(text, sizeof text, "routine: R%d\nsteps:\n  - routine: r%d\n", i, i + 1);
        folder_write(f, name, text);
    }
    folder_open(f);
    assert_null(routine_find(&f->library, "r0", &f->diags));
    folder_expect(f, "routines play each other more than 16 deep here");
}

static void a_routine_that_plays_itself_ends(void **state)
{
    struct folder *f = *state;
    folder_write(f, "r.yaml", "routine: R\nsteps:\n  - routine: r\n");
    folder_write(f, "other.yaml", "routine: O\nsteps:\n  - routine: r\n");
    folder_open(f);
    assert_null(routine_find(&f->library, "r", &f->diags));
    assert_null(routine_find(&f->library, "other", &f->diags));
    folder_expect(f, "this would never end: r -> r");
}

/* As many steps as fit into the bound on events, each with a mistake. */
static void thousands_of_mistakes_are_all_told(void **state)
{
    struct folder *f = *state;
    enum { STEPS = 4990 };
    char *text = malloc(STEPS * 24 + 64);
    size_t length = (size_t)sprintf(text, "routine: R\nsteps:\n");
    for (int i = 0; i < STEPS; i++)
        length += (size_t)sprintf(text + length, "  - no-%d: %d\n", i, i);
    folder_write(f, "r.yaml", text);
    free(text);
    folder_write(f, "exercises/a.yaml", "exercise: A\n");
    folder_open(f);
    assert_null(routine_find(&f->library, "r", &f->diags));
    assert_int_equal(f->diags.errors, 2 * STEPS);
}

static void a_step_with_too_many_lines_is_refused(void **state)
{
    struct folder *f = *state;
    char text[8192];
    size_t length = (size_t)sprintf(text, "routine: R\nsteps:\n  - step: S\n    dose: 1 h\n"
                                          "    say:\n");
    for (int i = 1; i <= ROUTINE_MAX_LINES + 2; i++)
        length += (size_t)sprintf(text + length, "      %d s: Now.\n", i);
    folder_write(f, "r.yaml", text);
    folder_open(f);
    assert_null(routine_find(&f->library, "r", &f->diags));
    assert_int_equal(f->diags.errors, 2);
    assert_string_equal(f->diags.items[0].message, "a step has at most 64 lines");
}

static void lists_are_bounded(void **state)
{
    struct folder *f = *state;
    char text[4096];
    size_t length = (size_t)sprintf(text, "exercise: A\nneeds: [t0");
    for (int i = 1; i <= ROUTINE_MAX_LIST; i++)
        length += (size_t)sprintf(text + length, ", t%d", i);
    strcpy(text + length, "]\n");
    folder_write(f, "exercises/a.yaml", text);
    folder_open(f);
    assert_null(exercise_read(&f->library, folder_path(f, "exercises/a.yaml"), &f->diags));
    folder_expect(f, "a list has at most 32 names");
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_set_up, folder_tear_down)

int run_hostile_tests(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(what_lies_in_the_way_is_no_routine),
        FOLDER_TEST(a_long_chain_of_routines_ends),
        FOLDER_TEST(a_routine_that_plays_itself_ends),
        FOLDER_TEST(thousands_of_mistakes_are_all_told),
        FOLDER_TEST(a_step_with_too_many_lines_is_refused),
        FOLDER_TEST(lists_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

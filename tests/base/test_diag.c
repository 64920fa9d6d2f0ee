// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/diag.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena arena;
    struct diag_list list;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena);
    diag_init(&f->list, &f->arena);
    *state = f;
    return f == NULL;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    free(f);
    return 0;
}

static struct source source_of(const char *text)
{
    return (struct source){"daily.yaml", text, strlen(text)};
}

static void assert_prints(struct fixture *f, const char *expected)
{
    char *printed = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&printed, &size);
    assert_non_null(out);
    diag_print(&f->list, out, false);
    fclose(out);
    assert_string_equal(printed, expected);
    free(printed);
}

static void a_mistake_has_its_place_and_excerpt(void **state)
{
    struct fixture *f = *state;
    struct source source = source_of("steps:\n  - cat-cw: 2 min\n");
    diag_error(&f->list, (struct span){&source, 2, 5, 6}, "no exercise is called '%s'", "cat-cw");
    assert_prints(f, "daily.yaml:2:5: error: no exercise is called 'cat-cw'\n"
                     "  - cat-cw: 2 min\n"
                     "    ^~~~~~\n");
}

static void mistakes_are_sorted_and_said_once(void **state)
{
    struct fixture *f = *state;
    struct source source = source_of("one\ntwo\nthree\n");
    diag_error(&f->list, (struct span){&source, 3, 1, 5}, "late");
    diag_warning(&f->list, (struct span){&source, 1, 2, 1}, "early");
    diag_error(&f->list, (struct span){&source, 3, 1, 5}, "late");
    assert_int_equal(f->list.errors, 1);
    assert_int_equal(f->list.warnings, 1);
    assert_prints(f, "daily.yaml:1:2: warning: early\n  one\n   ^\n"
                     "daily.yaml:3:1: error: late\n  three\n  ^~~~~\n");
}

static void strict_makes_errors_of_warnings(void **state)
{
    struct fixture *f = *state;
    f->list.strict = true;
    diag_warning(&f->list, (struct span){0}, "a word");
    assert_int_equal(f->list.errors, 1);
    assert_prints(f, "unknot: error: a word\n");
}

static void carets_follow_wide_and_combining_characters(void **state)
{
    struct fixture *f = *state;
    struct source source = source_of("\xE4\xB8\xAD"
                                     "e\xCC\x81x: y\n");
    diag_error(&f->list, (struct span){&source, 1, 4, 1}, "here");
    assert_prints(f, "daily.yaml:1:4: error: here\n"
                     "  \xE4\xB8\xAD"
                     "e\xCC\x81x: y\n"
                     "     ^\n");
}

static void a_long_line_is_cut_around_the_mistake(void **state)
{
    struct fixture *f = *state;
    char text[5001];
    memset(text, 'a', 5000);
    text[5000] = '\0';
    text[3999] = 'X';
    struct source source = source_of(text);
    diag_error(&f->list, (struct span){&source, 1, 4000, 1}, "here");
    char *printed = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&printed, &size);
    diag_print(&f->list, out, false);
    fclose(out);
    assert_true(size < 300);
    const char *excerpt = strchr(printed, '\n') + 1;
    const char *caret = strchr(strchr(excerpt, '\n') + 1, '^');
    assert_non_null(caret);
    assert_int_equal(excerpt[caret - (strchr(excerpt, '\n') + 1)], 'X');
    free(printed);
}

static void hostile_bytes_do_not_reach_the_terminal(void **state)
{
    struct fixture *f = *state;
    struct source source = source_of("\033[2J\xFF\tx\n");
    diag_error(&f->list, (struct span){&source, 1, 5, 1}, "bad byte");
    assert_prints(f, "daily.yaml:1:5: error: bad byte\n  ?[2J? x\n      ^\n");
}

static void a_place_beyond_the_text_has_no_excerpt(void **state)
{
    struct fixture *f = *state;
    struct source source = source_of("one");
    diag_error(&f->list, (struct span){&source, 9, 1, 1}, "gone");
    assert_prints(f, "daily.yaml:9:1: error: gone\n");
}

int run_diag_tests(void)
{
#define DIAG_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        DIAG_TEST(a_mistake_has_its_place_and_excerpt),
        DIAG_TEST(mistakes_are_sorted_and_said_once),
        DIAG_TEST(strict_makes_errors_of_warnings),
        DIAG_TEST(carets_follow_wide_and_combining_characters),
        DIAG_TEST(a_long_line_is_cut_around_the_mistake),
        DIAG_TEST(hostile_bytes_do_not_reach_the_terminal),
        DIAG_TEST(a_place_beyond_the_text_has_no_excerpt),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}

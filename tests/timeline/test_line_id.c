// SPDX-License-Identifier: MIT
#include "timeline/line_id.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* These names are what recordings are called: none may ever change. */
static void ids_stay_what_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *text, *id;
    } lines[] = {
        {"Switch to the right side.", "switch-to-the-right-side-2b95a9"},
        {"Don't rush. Breathe.", "dont-rush-breathe-e62d27"},
        {"4 minutes left.", "4-minutes-left-744724"},
        {"", "1c9d44"},
        {"\xC3\x84ndern", "ndern-b71cac"},
        {"\xE5\x91\xBC\xE5\x90\xB8", "ae462e"},
        {"Superextraordinarilyoverlongwordindeeditis",
         "superextraordinarilyoverlongwordinde-345045"},
        {"Six words and one more of thirty-six letters",
         "six-words-and-one-more-of-thirty-six-711d9a"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char id[LINE_ID_SIZE];
        line_id(lines[i].text, id);
        assert_string_equal(id, lines[i].id);
    }
}

static void ids_are_names_of_files(void **state)
{
    (void)state;
    char text[512], id[LINE_ID_SIZE];
    for (int seed = 0; seed < 2000; seed++) {
        unsigned state_of = (unsigned)seed * 2654435761U;
        size_t length = state_of % 300;
        for (size_t i = 0; i < length; i++) {
            state_of = state_of * 1664525 + 1013904223;
            text[i] = (char)(state_of >> 24 | 1);
        }
        text[length] = '\0';
        line_id(text, id);
        assert_int_equal(strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-"), strlen(id));
        assert_true(strlen(id) >= 6 && strlen(id) < LINE_ID_SIZE && id[0] != '-');
    }
}

static void lines_that_begin_alike_differ(void **state)
{
    (void)state;
    char one[LINE_ID_SIZE], other[LINE_ID_SIZE];
    line_id("Let your shoulders drop, and then breathe out.", one);
    line_id("Let your shoulders drop, and then breathe in.", other);
    assert_string_not_equal(one, other);
    line_id("Rest.", one);
    line_id("Rest", other);
    assert_string_not_equal(one, other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_stay_what_they_are),
        cmocka_unit_test(ids_are_names_of_files),
        cmocka_unit_test(lines_that_begin_alike_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

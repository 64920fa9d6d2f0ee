// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/text.h"
#include "check.h"

#include <string.h>

static uint32_t first_of(const char *text)
{
    const char *at = text;
    return text_next(&at, text + strlen(text));
}

static void valid_characters_are_decoded(void **state)
{
    (void)state;
    assert_int_equal(first_of("a"), 'a');
    assert_int_equal(first_of("\xC3\xA9"), 0xE9);
    assert_int_equal(first_of("\xE2\x80\x93"), 0x2013);
    assert_int_equal(first_of("\xF0\x9F\x98\x80"), 0x1F600);
    assert_int_equal(text_count("a\xC3\xA9\xE2\x80\x93", 6), 3);
}

static void invalid_bytes_are_found_one_by_one(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "\x80",             /* a continuation alone */
        "\xC0\xAF",         /* overlong */
        "\xE0\x80\xAF",     /* overlong */
        "\xED\xA0\x80",     /* surrogate */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xFF",             /* never valid */
        "\xE2\x80",         /* cut off */
        "\xE2\x41\x41",     /* not continued */
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const char *at = broken[i];
        assert_int_equal(text_next(&at, broken[i] + strlen(broken[i])), TEXT_INVALID);
        assert_ptr_equal(at, broken[i] + 1);
    }
}

static void columns_follow_the_terminal(void **state)
{
    (void)state;
    assert_int_equal(text_columns('a'), 1);
    assert_int_equal(text_columns(0x301), 0);
    assert_int_equal(text_columns(0x4E2D), 2);
}

static void the_nearest_name_is_offered(void **state)
{
    (void)state;
    static const char *const names[] = {"cat-cow", "glute-bridge", "check-in", "rest", "repeat"};
    size_t count = sizeof names / sizeof *names;
    assert_string_equal(text_nearest("cat-cw", names, count), "cat-cow");
    assert_string_equal(text_nearest("catcow", names, count), "cat-cow");
    assert_string_equal(text_nearest("glute-brigde", names, count), "glute-bridge");
    assert_string_equal(text_nearest("rset", names, count), "rest");
    assert_null(text_nearest("wheelbarrow", names, count));
    assert_null(text_nearest("", names, count));
    char endless[5000];
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    assert_null(text_nearest(endless, names, count));
}

static void starts_and_ends(void **state)
{
    (void)state;
    assert_true(text_starts("routine", "rout"));
    assert_false(text_starts("rout", "routine"));
    assert_true(text_ends("daily.yaml", ".yaml"));
    assert_false(text_ends("yaml", ".yaml"));
}

int run_text_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_characters_are_decoded),
        cmocka_unit_test(invalid_bytes_are_found_one_by_one),
        cmocka_unit_test(columns_follow_the_terminal),
        cmocka_unit_test(the_nearest_name_is_offered),
        cmocka_unit_test(starts_and_ends),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "base/bidi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Hebrew letters, two bytes each. */
#define A "\xD7\x90"
#define B "\xD7\x91"

static void expect(const char *text, const char *wanted)
{
    uint8_t levels[64];
    char got[64] = "";
    size_t length = strlen(text);
    if (bidi_levels(text, length, levels))
        for (size_t i = 0; i < length; i++)
            got[i] = (char)('0' + levels[i]);
    got[length] = '\0';
    assert_string_equal(got, wanted);
}

static void from_left_to_right_nothing_changes(void **state)
{
    (void)state;
    expect("Next: 2 min", "");
    expect("", "");
}

static void the_first_letter_says_how_a_line_runs(void **state)
{
    (void)state;
    expect(A B " " A, "1111111");
    expect("a " A " b", "001100");
    expect(A " b " A, "1112111");
    expect("(" A ")", "1111");
}

static void numbers_read_from_left_to_right(void **state)
{
    (void)state;
    expect(A " 12", "11122");
    expect("12 " A, "22111");
    expect("8:06 " A, "2222111");
    expect("a 12 " A, "0000011");
    expect("a " A " 12", "0011122");
}

static void parts_stand_in_their_order(void **state)
{
    (void)state;
    static const uint8_t mixed[] = {1, 2, 2, 1, 0};
    static const uint16_t wanted[] = {3, 1, 2, 0, 4};
    uint16_t order[5];
    bidi_order(mixed, 5, order);
    assert_memory_equal(order, wanted, sizeof wanted);
    bidi_order((const uint8_t[]){0, 0}, 2, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[1], 1);
}

static void letters_have_their_script(void **state)
{
    (void)state;
    assert_null(bidi_script('a'));
    assert_null(bidi_script(0x2026));
    assert_string_equal(bidi_script(0x5D0), "Hebr");
    assert_string_equal(bidi_script(0x627), "Arab");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_left_to_right_nothing_changes),
        cmocka_unit_test(the_first_letter_says_how_a_line_runs),
        cmocka_unit_test(numbers_read_from_left_to_right),
        cmocka_unit_test(parts_stand_in_their_order),
        cmocka_unit_test(letters_have_their_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

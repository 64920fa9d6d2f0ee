// SPDX-License-Identifier: MIT
#include "session/action.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void every_action_has_its_line(void **state)
{
    (void)state;
    for (int i = 0; i < ACTION_COUNT; i++) {
        assert_int_equal(action_table[i].action, i);
        assert_non_null(action_table[i].label);
        assert_int_equal(action_from_name(action_table[i].name), i);
    }
    assert_int_equal(action_from_name("dance"), ACTION_NONE);
}

static void no_key_has_two_meanings(void **state)
{
    (void)state;
    for (int i = 0; i < ACTION_COUNT; i++)
        for (int j = 0; j < i; j++)
            if (action_table[i].key && action_table[j].key)
                assert_string_not_equal(action_table[i].key, action_table[j].key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_its_line),
        cmocka_unit_test(no_key_has_two_meanings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

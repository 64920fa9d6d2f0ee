// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/pool.h"
#include "check.h"

#include <string.h>

static void a_text_is_kept_once(void **state)
{
    (void)state;
    struct arena arena;
    struct pool pool;
    arena_init(&arena);
    pool_init(&pool, &arena);
    char text[] = "cat-cow and more";
    const char *first = pool_text(&pool, text, 7);
    assert_string_equal(first, "cat-cow");
    text[0] = 'b';
    assert_string_equal(first, "cat-cow");
    assert_ptr_equal(pool_text(&pool, "cat-cow!", 7), first);
    assert_ptr_not_equal(pool_text(&pool, "cat-co", 6), first);
    assert_string_equal(pool_text(&pool, "", 0), "");
    pool_finish(&pool);
    assert_string_equal(first, "cat-cow");
    arena_finish(&arena);
}

/* Many, so that it grows; and with bytes that no text has. */
static void each_is_found_again(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    static const char *texts[MANY];
    struct arena arena;
    struct pool pool;
    arena_init(&arena);
    pool_init(&pool, &arena);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            char text[8] = {(char)i, '\0', (char)(i >> 8), 'x'};
            const char *found = pool_text(&pool, text, 4);
            assert_memory_equal(found, text, 5);
            if (round > 0)
                assert_ptr_equal(found, texts[i]);
            texts[i] = found;
        }
    assert_int_equal(pool.count, MANY);
    pool_finish(&pool);
    arena_finish(&arena);
}

int run_pool_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_kept_once),
        cmocka_unit_test(each_is_found_again),
    };
    return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}

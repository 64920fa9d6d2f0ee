// SPDX-License-Identifier: MIT
#include "base/suite.h"

#include "base/arena.h"
#include "check.h"

#include <string.h>

static void arena_pieces_are_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t size = 0; size < 300; size++) {
        unsigned char *piece = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xA5, size);
    }
    arena_finish(&arena);
    assert_int_equal(arena_held(&arena), 0);
}

static void arena_takes_pieces_larger_than_a_block(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char *large = arena_alloc(&arena, 1000000);
    large[999999] = 'x';
    char *small = arena_copy(&arena, "abc", 3);
    assert_string_equal(small, "abc");
    arena_finish(&arena);
}

static void arena_reset_reuses_its_block(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    void *first = arena_alloc(&arena, 100);
    memset(first, 0xFF, 100);
    size_t held = arena_held(&arena);
    for (int frame = 0; frame < 1000; frame++) {
        arena_reset(&arena);
        unsigned char *piece = arena_alloc(&arena, 100);
        assert_ptr_equal(piece, first);
        assert_int_equal(piece[99], 0);
        memset(piece, 0xFF, 100);
    }
    assert_int_equal(arena_held(&arena), held);
    arena_finish(&arena);
}

static void arena_grow_keeps_what_was_there(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    int *numbers = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 1000; i++) {
        numbers = arena_grow(&arena, numbers, (size_t)i, &capacity, sizeof *numbers);
        numbers[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], i);
    assert_string_equal(arena_format(&arena, "%d of %s", 3, "ten"), "3 of ten");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_pieces_are_zeroed_and_aligned),
        cmocka_unit_test(arena_takes_pieces_larger_than_a_block),
        cmocka_unit_test(arena_reset_reuses_its_block),
        cmocka_unit_test(arena_grow_keeps_what_was_there),
    };
    int failed = cmocka_run_group_tests_name("arena", tests, NULL, NULL);
    return failed + run_diag_tests() + run_text_tests() + run_tick_tests() + run_file_tests() +
           run_iso_tests() + run_pool_tests();
}

// SPDX-License-Identifier: MIT
#include "figure/film.h"
#include "figure/suite.h"

#include "routine/library.h"

/* Where a routine changes side with every rep or breath, the figure turns into its mirror image at
 * once: the pose it starts from has to be that of both sides. */

#define MOST_LEAP 1.5f

static struct film film;

static void check_entry(struct library *library, const struct timeline *timeline, size_t index,
                        struct diag_list *diags)
{
    const struct entry *entry = &timeline->entries[index];
    if (entry->kind != ENTRY_WORK || !entry->alternates || entry->exercise->figure == NULL)
        return;
    const struct library_item *file =
        library_find(library, LIBRARY_FIGURE, entry->exercise->figure);
    const struct figure *figure = file ? figure_read(library->arena, file->path, diags) : NULL;
    if (figure == NULL)
        return; /* other tests read every figure */
    int spot = 0;
    film_entry(&film, file->path, figure, timeline, index);
    float leap = film_leap(&film, 0, &spot);
    if (leap > MOST_LEAP)
        fail_msg("%s changes side with every turn of %s, and its %s leaps by %.1f cm; at most %.1f",
                 timeline->routine->path, file->path, spot_name(figure, spot), (double)leap,
                 (double)MOST_LEAP);
}

static void sides_alternate_without_a_leap(void **state)
{
    static const char *const folders[] = {"routines"};
    struct arena arena;
    struct library library;
    struct diag_list diags;
    (void)state;
    arena_init(&arena);
    diag_init(&diags, &arena);
    library_open(&library, &arena, folders, 1);
    for (size_t i = 0; i < library.count; i++) {
        if (library.items[i].kind != LIBRARY_ROUTINE)
            continue;
        const struct routine *routine = routine_read(&library, library.items[i].path, &diags);
        struct timeline_options options = {.ask = true};
        assert_non_null(routine);
        const struct timeline *timeline = timeline_compile(&arena, routine, &options, &diags);
        assert_non_null(timeline);
        for (size_t entry = 0; entry < timeline->entry_count; entry++)
            check_entry(&library, timeline, entry, &diags);
    }
    arena_finish(&arena);
}

static void a_leap_is_found(void **state)
{
    static const struct figure standing = {.view = VIEW_FRONT};
    int spot = 0;
    (void)state;
    film.figure = &standing;
    film.frames[0] =
        (struct film_frame){.spots = {[SPOT_WRIST] = {20, 90}, [SPOT_WRIST + 1] = {-17, 90}}};
    assert_float_equal(film_leap(&film, 0, &spot), 3, 0.001);
    assert_int_equal(spot, SPOT_WRIST);
}

int run_sides(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leap_is_found),
        cmocka_unit_test(sides_alternate_without_a_leap),
    };
    return cmocka_run_group_tests_name("figure: sides", tests, NULL, NULL);
}

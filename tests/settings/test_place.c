// SPDX-License-Identifier: MIT
#include "settings/place.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], inner[80], path[160];

static const struct place sample = {.id = "daily",
                                    .path = "/home/ann/my \"own\" \\ routines/daily.yaml",
                                    .position = 486 * TICK_S + 7,
                                    .total = 2400 * TICK_S,
                                    .left = 1800000000};

static void what_is_kept_is_read(void **state)
{
    (void)state;
    char why[SETTINGS_WHY];
    const char *problem;
    struct arena arena;
    struct place place;
    arena_init(&arena);
    assert_true(place_keep(path, &sample, why));
    assert_true(place_read(&arena, path, &place, &problem));
    assert_string_equal(place.id, sample.id);
    assert_string_equal(place.path, sample.path);
    assert_int_equal(place.position, sample.position);
    assert_int_equal(place.total, sample.total);
    assert_int_equal(place.left, sample.left);
    struct stat status;
    assert_int_equal(stat(inner, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    arena_finish(&arena);
}

static void no_file_is_no_matter(void **state)
{
    (void)state;
    struct arena arena;
    struct place place;
    const char *why;
    arena_init(&arena);
    assert_false(place_read(&arena, "/nowhere/at/all.yaml", &place, &why));
    assert_null(why);
    arena_finish(&arena);
}

static void broken_files_are_no_places(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "[",
        "hello\n",
        "- 1\n",
        "place: 2\nroutine: daily\n",
        "place: 1\nroutine: daily\n",
        "place: 1\nroutine: daily\nfile: /a\nposition us: -3\nlength us: 9\nleft: 1\n",
        "place: 1\nroutine: daily\nfile: /a\nposition us: 1e3\nlength us: 9\nleft: 1\n",
        ("place: 1\nroutine: daily\nfile: /a\nposition us: 99999999999999999999\n"
         "length us: 9\nleft: 1\n"),
        "place: 1\nroutine: [1]\nfile: /a\nposition us: 1\nlength us: 9\nleft: 1\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena arena;
        struct place place;
        const char *why;
        arena_init(&arena);
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fputs(texts[i], out);
        assert_int_equal(fclose(out), 0);
        assert_false(place_read(&arena, path, &place, &why));
        assert_non_null(why);
        arena_finish(&arena);
    }
}

static void only_a_fresh_place_in_the_same_routine_counts(void **state)
{
    (void)state;
    struct place here = sample, place = sample;
    assert_null(place_problem(&place, &here));
    here.left = sample.left + 24 * 3600;
    assert_null(place_problem(&place, &here));
    here.left++;
    assert_string_equal(place_problem(&place, &here), "it is too long ago");
    here.left = sample.left - 1;
    assert_string_equal(place_problem(&place, &here), "it is from the future");
    here = sample;
    here.total++;
    assert_string_equal(place_problem(&place, &here), "the routine has changed since");
    here = sample;
    here.path = "/elsewhere/daily.yaml";
    assert_string_equal(place_problem(&place, &here), "it is about another routine");
    here = sample;
    place.position = place.total;
    assert_string_equal(place_problem(&place, &here), "the routine has changed since");
}

static void what_cannot_be_written_says_why(void **state)
{
    (void)state;
    char why[SETTINGS_WHY] = "";
    assert_false(place_keep("/dev/null/places/daily.yaml", &sample, why));
    assert_string_not_equal(why, "");
    struct place place = sample;
    place.id = "two\nlines";
    assert_false(place_keep(path, &place, why));
}

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-place-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(inner, sizeof inner, "%s/places", folder);
    snprintf(path, sizeof path, "%s/daily.yaml", inner);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    rmdir(inner);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_is_read),
        cmocka_unit_test(no_file_is_no_matter),
        cmocka_unit_test(broken_files_are_no_places),
        cmocka_unit_test(only_a_fresh_place_in_the_same_routine_counts),
        cmocka_unit_test(what_cannot_be_written_says_why),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

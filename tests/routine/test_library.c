// SPDX-License-Identifier: MIT
#include "suite.h"

#include "check.h"
#include "folder.h"
#include "routine/tips.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char plain_routine[] = "routine: Plain\nsteps:\n  - rest: 5 s\n";

static void the_first_folder_wins_and_the_others_are_hidden(void **state)
{
    struct folder *f = *state;
    folder_write(f, "one/b.yaml", "");
    folder_write(f, "one/a.yaml", "");
    folder_write(f, "one/.secret.yaml", "");
    folder_write(f, "one/notes.txt", "");
    folder_write(f, "two/a.yaml", "");
    folder_write(f, "two/exercises/a.yaml", "");
    folder_write(f, "two/figures/c.yaml", "");
    const char *folders[] = {folder_path(f, "one"), folder_path(f, "none"), folder_path(f, "two")};
    library_open(&f->library, &f->arena, folders, 3);
    assert_int_equal(f->library.count, 5);
    const struct library_item *items = f->library.items;
    assert_string_equal(items[0].path, folder_path(f, "one/a.yaml"));
    assert_false(items[0].hidden);
    assert_string_equal(items[1].path, folder_path(f, "two/a.yaml"));
    assert_true(items[1].hidden);
    assert_string_equal(items[2].id, "b");
    assert_ptr_equal(library_find(&f->library, LIBRARY_ROUTINE, "a"), &items[0]);
    assert_ptr_equal(library_find(&f->library, LIBRARY_EXERCISE, "a"), &items[3]);
    assert_ptr_equal(library_find(&f->library, LIBRARY_FIGURE, "c"), &items[4]);
    assert_null(library_find(&f->library, LIBRARY_ROUTINE, "c"));
    assert_null(library_find(&f->library, LIBRARY_FIGURE, "d"));
    assert_int_equal(f->library.names[LIBRARY_ROUTINE].count, 2);
}

static void an_empty_library_finds_nothing(void **state)
{
    struct folder *f = *state;
    library_open(&f->library, &f->arena, NULL, 0);
    assert_null(library_find(&f->library, LIBRARY_ROUTINE, "a"));
    assert_null(library_nearest(&f->library, LIBRARY_ROUTINE, "a"));
    assert_null(routine_find(&f->library, "daily", &f->diags));
    folder_expect(f, "no routine is called 'daily'; 'unknot list' shows what there is");
}

static void a_routine_is_found_by_id_and_by_path(void **state)
{
    struct folder *f = *state;
    folder_write(f, "plain.yaml", plain_routine);
    folder_open(f);
    const struct routine *by_id = routine_find(&f->library, "plain", &f->diags);
    assert_non_null(by_id);
    assert_string_equal(by_id->id, "plain");
    assert_ptr_equal(routine_find(&f->library, folder_path(f, "plain.yaml"), &f->diags), by_id);
    assert_null(routine_find(&f->library, "plian", &f->diags));
    folder_expect(f, "no routine is called 'plian'; did you mean 'plain'?");
}

static void a_routine_that_is_not_there_is_said_so(void **state)
{
    struct folder *f = *state;
    folder_open(f);
    assert_null(routine_find(&f->library, folder_path(f, "none.yaml"), &f->diags));
    folder_expect(f, "cannot be read: No such file or directory");
}

static void an_exercise_is_read_once(void **state)
{
    struct folder *f = *state;
    folder_write(f, "exercises/a.yaml", "exercise: A\n");
    folder_write(f, "r.yaml", "routine: R\nsteps:\n  - a: 1 min\n  - a: 2 min\n");
    folder_open(f);
    const struct routine *routine = routine_find(&f->library, "r", &f->diags);
    assert_non_null(routine);
    assert_ptr_equal(routine->steps.items[0].exercise, routine->steps.items[1].exercise);
    assert_ptr_equal(exercise_read(&f->library, folder_path(f, "exercises/a.yaml"), &f->diags),
                     routine->steps.items[0].exercise);
}

/* A check of all exercises and routines meets a broken exercise several times. */
static void mistakes_are_told_once_per_list(void **state)
{
    struct folder *f = *state;
    folder_write(f, "exercises/a.yaml", "exercise: A\nfamily: b\n");
    folder_write(f, "r.yaml", "routine: R\nsteps:\n  - a: 1 min\n");
    folder_open(f);
    assert_null(exercise_read(&f->library, folder_path(f, "exercises/a.yaml"), &f->diags));
    assert_null(routine_find(&f->library, "r", &f->diags));
    assert_int_equal(f->diags.errors, 1);
    struct diag_list other;
    diag_init(&other, &f->arena);
    assert_null(routine_find(&f->library, "r", &other));
    assert_int_equal(other.errors, 1);
}

static void what_a_routine_needs_is_collected(void **state)
{
    struct folder *f = *state;
    folder_write(f, "exercises/a.yaml", "exercise: A\nneeds: [mat, foam-roller]\n");
    folder_write(f, "exercises/b.yaml", "exercise: B\nneeds: [ball, mat]\n");
    folder_write(f, "inner.yaml", "routine: I\nsteps:\n  - repeat: 2\n    steps: [{b: 1 min}]\n");
    folder_write(f, "r.yaml",
                 "routine: R\nsteps:\n"
                 "  - with: foam roller\n    steps: [{a: 1 min}]\n    otherwise: [{rest: 5 s}]\n"
                 "  - routine: inner\n");
    folder_open(f);
    const struct routine *routine = routine_find(&f->library, "r", &f->diags);
    assert_non_null(routine);
    assert_int_equal(routine->needs.count, 2);
    assert_string_equal(routine->needs.items[0], "mat");
    assert_string_equal(routine->needs.items[1], "ball");
}

static void pictures_stay_in_the_folder(void **state)
{
    struct folder *f = *state;
    folder_write(f, "outside.png", "x");
    folder_write(f, "r/in/inside.png", "x");
    folder_write(f, "r/exercises/a.yaml", "exercise: A\npictures: [in/inside.png, link.png]\n");
    folder_write(f, "r/exercises/in/inside.png", "x");
    assert_int_equal(symlink("../../outside.png", folder_path(f, "r/exercises/link.png")), 0);
    folder_open(f);
    assert_null(exercise_read(&f->library, folder_path(f, "r/exercises/a.yaml"), &f->diags));
    folder_expect(f, "'link.png' is a link out of its folder; put the picture itself there");

    folder_write(f, "r/exercises/b.yaml", "exercise: B\npicture: in/inside.png\n");
    const struct exercise *b =
        exercise_read(&f->library, folder_path(f, "r/exercises/b.yaml"), &f->diags);
    assert_non_null(b);
    assert_int_equal(b->pictures.count, 1);
    assert_string_equal(b->pictures.items[0], folder_path(f, "r/exercises/in/inside.png"));
}

static const char *broken(const char *path)
{
    return strstr(path, "bad") != NULL ? "it is broken" : NULL;
}

static void pictures_are_found_in_the_assets_too(void **state)
{
    struct folder *f = *state;
    folder_write(f, "assets/habits/far.png", "x");
    folder_write(f, "assets/near.png", "x");
    folder_write(f, "r/exercises/near.png", "x");
    folder_write(f, "outside.png", "x");
    folder_write(f, "r/exercises/a.yaml", "exercise: A\npictures: [habits/far.png, near.png]\n");
    folder_open(f);
    f->library.assets = arena_format(&f->arena, "%s", folder_path(f, "assets"));
    const struct exercise *a =
        exercise_read(&f->library, folder_path(f, "r/exercises/a.yaml"), &f->diags);
    assert_non_null(a);
    assert_int_equal(f->diags.count, 0);
    assert_int_equal(a->pictures.count, 2);
    assert_string_equal(a->pictures.items[0], folder_path(f, "assets/habits/far.png"));
    assert_string_equal(a->pictures.items[1], folder_path(f, "r/exercises/near.png"));

    assert_int_equal(symlink("../outside.png", folder_path(f, "assets/link.png")), 0);
    folder_write(f, "r/exercises/b.yaml", "exercise: B\npicture: link.png\n");
    assert_null(exercise_read(&f->library, folder_path(f, "r/exercises/b.yaml"), &f->diags));
    folder_expect(f, "'link.png' is a link out of its folder; put the picture itself there");
}

static void a_picture_that_cannot_be_shown_keeps_its_place(void **state)
{
    struct folder *f = *state;
    folder_write(f, "bad.png", "x");
    folder_write(f, "good.png", "x");
    folder_write(f, "a.yaml", "exercise: A\npictures: [bad.png, good.png]\n");
    folder_open(f);
    f->library.picture_problem = broken;
    const struct exercise *a = exercise_read(&f->library, folder_path(f, "a.yaml"), &f->diags);
    assert_non_null(a);
    folder_expect(f, "'bad.png' cannot be shown: it is broken");
    assert_int_equal(a->pictures.count, 2);
    assert_string_equal(a->pictures.items[0], "");
    assert_string_equal(a->pictures.items[1], folder_path(f, "good.png"));
}

static void an_exercise_cannot_have_the_name_of_a_word(void **state)
{
    struct folder *f = *state;
    folder_write(f, "exercises/rest.yaml", "exercise: Rest\n");
    folder_open(f);
    assert_null(exercise_read(&f->library, folder_path(f, "exercises/rest.yaml"), &f->diags));
    folder_expect(f, "no exercise can be called 'rest', since '- rest:' means something else in a "
                     "list of steps; rename the file");
}

static const char plain_tips[] = "tips: T\ncards:\n"
                                 "  - {card: b, kind: week, title: B, text: B.}\n"
                                 "  - {card: a, kind: cause, title: A, text: A.}\n";

static void the_first_tips_are_used_and_are_no_routine(void **state)
{
    struct folder *f = *state;
    folder_write(f, "own/tips.yaml", plain_tips);
    folder_write(f, "installed/tips.yaml", "tips: [");
    folder_write(f, "installed/exercises/tips.yaml", "exercise: Tips\n");
    const char *folders[] = {folder_path(f, "own"), folder_path(f, "installed")};
    library_open(&f->library, &f->arena, folders, 2);
    assert_null(library_find(&f->library, LIBRARY_ROUTINE, "tips"));
    assert_non_null(library_find(&f->library, LIBRARY_EXERCISE, "tips"));
    const struct tips *tips = tips_find(&f->library, &f->diags);
    assert_non_null(tips);
    assert_string_equal(tips->path, folder_path(f, "own/tips.yaml"));
    assert_int_equal(tips->count, 2);
    assert_int_equal(tips->of[TIP_WEEK].count, 1);
    assert_int_equal(tips->of[TIP_HABIT].count, 0);
    assert_ptr_equal(tips_card(tips, "a"), tips->of[TIP_CAUSE].cards);
    assert_null(tips_card(tips, "c"));
    assert_int_equal(f->diags.count, 0);
}

static void no_tips_are_no_mistake(void **state)
{
    struct folder *f = *state;
    folder_open(f);
    assert_null(tips_find(&f->library, &f->diags));
    assert_null(tips_card(NULL, "a"));
    assert_int_equal(f->diags.count, 0);
}

static void broken_tips_are_told(void **state)
{
    struct folder *f = *state;
    folder_write(f, "tips.yaml", "tips: T\ncards: none\n");
    folder_open(f);
    assert_null(tips_find(&f->library, &f->diags));
    folder_expect(f, "a list of cards belongs here, each beginning with '- card: NAME'");
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_set_up, folder_tear_down)

int run_library_tests(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(the_first_folder_wins_and_the_others_are_hidden),
        FOLDER_TEST(an_empty_library_finds_nothing),
        FOLDER_TEST(a_routine_is_found_by_id_and_by_path),
        FOLDER_TEST(a_routine_that_is_not_there_is_said_so),
        FOLDER_TEST(an_exercise_is_read_once),
        FOLDER_TEST(mistakes_are_told_once_per_list),
        FOLDER_TEST(what_a_routine_needs_is_collected),
        FOLDER_TEST(pictures_stay_in_the_folder),
        FOLDER_TEST(pictures_are_found_in_the_assets_too),
        FOLDER_TEST(a_picture_that_cannot_be_shown_keeps_its_place),
        FOLDER_TEST(an_exercise_cannot_have_the_name_of_a_word),
        FOLDER_TEST(the_first_tips_are_used_and_are_no_routine),
        FOLDER_TEST(no_tips_are_no_mistake),
        FOLDER_TEST(broken_tips_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

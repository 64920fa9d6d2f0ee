// SPDX-License-Identifier: MIT
#include "suite.h"

#include "folder.h"
#include "routine/sides.h"
#include "routine/tips.h"
#include "routine/translation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char routine[] =
    "routine: Morning\nsteps:\n  - wave: 30 s per side\n  - wait: Stand up.\n";
static const char exercise[] =
    "exercise: Wave\nsay:\n  start: Lift your {side} arm.\n  end: Rest.\n";
static const char routine_de[] = "translation: r\nlanguage: de\ntexts:\n  Morning: Morgen\n"
                                 "  Stand up.: Steh auf.\n";
static const char exercise_de[] = "translation: wave\nlanguage: de\ntexts:\n  Wave: Winken\n"
                                  "  \"Lift your {side} arm.\": Heb den {linken|rechten} Arm.\n";

static void write_all(struct folder *f)
{
    folder_write(f, "r.yaml", routine);
    folder_write(f, "exercises/wave.yaml", exercise);
    folder_write(f, "r.de.yaml", routine_de);
    folder_write(f, "exercises/wave.de.yaml", exercise_de);
    folder_open(f);
}

static const struct routine *read_in(struct folder *f, const char *language)
{
    f->library.language = language;
    return routine_find(&f->library, "r", &f->diags);
}

static void a_routine_is_in_the_wanted_language(void **state)
{
    struct folder *f = *state;
    write_all(f);
    const struct routine *read = read_in(f, "de-AT");
    assert_non_null(read);
    assert_string_equal(read->language, "de");
    assert_string_equal(read->title, "Morgen");
    assert_string_equal(read->steps.items[1].text, "Steh auf.");
    const struct exercise *wave = read->steps.items[0].exercise;
    assert_string_equal(wave->title, "Winken");
    assert_string_equal(wave->lines[0].say, "Heb den {linken|rechten} Arm.");
    assert_string_equal(wave->lines[1].say, "Rest."); /* what is missing stays as it is */
    assert_int_equal(f->diags.count, 0);
}

static void the_next_may_be_in_another(void **state)
{
    struct folder *f = *state;
    write_all(f);
    assert_string_equal(read_in(f, "de")->title, "Morgen");
    assert_string_equal(read_in(f, NULL)->title, "Morning");
    assert_string_equal(read_in(f, NULL)->steps.items[0].exercise->title, "Wave");
    assert_string_equal(read_in(f, "fr")->title, "Morning");
    assert_string_equal(read_in(f, "fr")->language, "en");
}

static void without_its_own_translation_all_stays(void **state)
{
    struct folder *f = *state;
    folder_write(f, "r.yaml", routine);
    folder_write(f, "exercises/wave.yaml", exercise);
    folder_write(f, "exercises/wave.de.yaml", exercise_de);
    folder_open(f);
    assert_string_equal(read_in(f, "de")->steps.items[0].exercise->title, "Wave");
    folder_write(f, "r.yaml", "language: de\nroutine: Morgen\nsteps:\n  - wave: 30 s per side\n");
    folder_open(f);
    assert_string_equal(read_in(f, NULL)->steps.items[0].exercise->title, "Winken");
}

static void translations_are_no_routines(void **state)
{
    struct folder *f = *state;
    write_all(f);
    folder_write(f, "tips.de.yaml", "");
    folder_open(f);
    assert_int_equal(f->library.names[LIBRARY_ROUTINE].count, 1);
    assert_int_equal(f->library.names[LIBRARY_EXERCISE].count, 1);
    assert_int_equal(translation_tag("a/cat-cow.pt-BR.yaml"), strlen("pt-BR"));
    assert_int_equal(translation_tag("cat.4.yaml"), 0);
    assert_int_equal(translation_tag(".de.yaml"), 0);
    assert_int_equal(translation_tag(".yaml"), 0);
}

static void a_broken_one_is_told(void **state)
{
    struct folder *f = *state;
    write_all(f);
    folder_write(f, "r.de.yaml", "translation: x\nlanguage: de\ntexts:\n  Morning: Morgen\n");
    folder_open(f);
    read_in(f, "de");
    folder_expect(f, "the file's name says that it translates 'r'");
    assert_int_equal(f->diags.flaws, 1);
}

/* What can be read of it counts, and everything else is as the original has it. */
static void mistakes_in_one_stop_nothing(void **state)
{
    static const struct {
        const char *translation, *title, *language;
    } cases[] = {
        {"translation: x\nlanguage: de\ntexts:\n  Morning: Morgen\n", "Morgen", "de"},
        {"translation: r\nlanguage: fr\ntexts:\n  Morning: Matin\n", "Morning", "en"},
        {"translation: r\nlanguage: de\ntexts:\n  Morning: [a]\n  Stand up.: Steh auf.\n",
         "Morning", "de"},
        {"translation: r\nlanguage: de\ntexts:\n  Morning: Morgen\n  Stand up.: '{x}'\n", "Morgen",
         "de"},
        {"translation: r\nlanguage: de\ntexts:\n  Morning: Morgen\n  Morning: Abend\n", "Morgen",
         "de"},
        {"translation: r\nlanguage: de\ntexts: Morgen\n", "Morning", "en"},
        {"translation: [", "Morning", "en"},
        {"", "Morning", "en"},
    };
    struct folder *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_all(f);
        folder_write(f, "r.de.yaml", cases[i].translation);
        folder_open(f);
        const struct routine *read = read_in(f, "de");
        assert_non_null(read);
        assert_string_equal(read->title, cases[i].title);
        assert_string_equal(read->language, cases[i].language);
        assert_int_equal(f->diags.errors, 0);
        assert_true(f->diags.flaws > 0);
        bool german = text_equal(read->language, "de");
        assert_string_equal(read->steps.items[0].exercise->title, german ? "Winken" : "Wave");
    }
}

static void those_of_an_exercise_neither(void **state)
{
    struct folder *f = *state;
    write_all(f);
    folder_write(f, "exercises/wave.de.yaml",
                 "translation: wave\nlanguage: de\ntexts:\n  Wave: Winken\n"
                 "  \"Lift your {side} arm.\": \"Arm {hoch\"\n");
    folder_open(f);
    const struct routine *read = read_in(f, "de");
    const struct exercise *wave = read->steps.items[0].exercise;
    assert_string_equal(wave->title, "Winken");
    assert_string_equal(wave->lines[0].say, "Lift your {side} arm.");
    assert_int_equal(f->diags.errors, 0);
    assert_int_equal(f->diags.flaws, 1);
    struct diag_list others; /* are told the same, once */
    diag_init(&others, &f->arena);
    assert_ptr_not_equal(routine_find(&f->library, "r", &others), read);
    assert_non_null(routine_find(&f->library, "r", &others));
    assert_int_equal(others.flaws, 1);
}

static void those_of_tips_neither(void **state)
{
    struct folder *f = *state;
    folder_write(f, "tips.yaml",
                 "tips: Back\ncards:\n  - card: one\n    kind: cause\n    title: Sitting\n"
                 "    text: It stiffens.\n");
    folder_write(f, "tips.de.yaml",
                 "translation: tips\nlanguage: de\ntexts:\n  Back: Rücken\n  Sitting: Sitzen\n"
                 "  It stiffens.: \"{linke|rechte} Seite wird steif.\"\n");
    folder_open(f);
    f->library.language = "de";
    const struct tips *tips = tips_find(&f->library, &f->diags);
    assert_non_null(tips);
    assert_string_equal(tips->cards[0].title, "Sitzen");
    assert_string_equal(tips->cards[0].text, "It stiffens.");
    assert_int_equal(f->diags.errors, 0);
    assert_int_equal(f->diags.flaws, 1);
}

static void check_warns_of_what_is_missing_and_of_what_is_gone(void **state)
{
    struct folder *f = *state;
    write_all(f);
    translation_check(&f->library, folder_path(f, "r.de.yaml"), &f->diags);
    assert_int_equal(f->diags.count, 0);
    translation_check(&f->library, folder_path(f, "exercises/wave.de.yaml"), &f->diags);
    assert_int_equal(f->diags.count, 1);
    assert_non_null(strstr(f->diags.items[0].message, "this text is missing in "));
    folder_write(f, "exercises/wave.de.yaml",
                 "translation: wave\nlanguage: de\ntexts:\n  Wave: Winken\n  Old: Alt\n"
                 "  \"Lift your {side} arm.\": Arm hoch.\n  Rest.: Pause.\n");
    folder_open(f);
    translation_check(&f->library, folder_path(f, "exercises/wave.de.yaml"), &f->diags);
    assert_int_equal(f->diags.count, 2);
    assert_non_null(strstr(f->diags.items[1].message, "no longer has this text"));
}

static void one_is_begun_with_every_text(void **state)
{
    struct folder *f = *state;
    write_all(f);
    const struct translation *made =
        translation_collect(&f->library, folder_path(f, "exercises/wave.yaml"), "fr", &f->diags);
    assert_non_null(made);
    assert_int_equal(made->count, 3);
    assert_string_equal(made->texts[1].original, "Lift your {side} arm.");
    assert_null(made->texts[1].text);
}

static void sides_have_words_of_their_own(void **state)
{
    (void)state;
    struct side_mark mark;
    assert_false(side_mark_find("no {x} side {a|b", &mark));
    assert_true(side_mark_find("the {side} arm", &mark));
    assert_null(mark.left);
    assert_true(side_mark_find("{x} den {linken|rechten} Arm", &mark));
    assert_int_equal(mark.length, strlen("{linken|rechten}"));
    assert_memory_equal(mark.right, "rechten}", 8);
    assert_int_equal(mark.right_length, 7);
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, folder_set_up, folder_tear_down)

int run_translation_tests(void)
{
    const struct CMUnitTest tests[] = {
        FOLDER_TEST(a_routine_is_in_the_wanted_language),
        FOLDER_TEST(the_next_may_be_in_another),
        FOLDER_TEST(without_its_own_translation_all_stays),
        FOLDER_TEST(translations_are_no_routines),
        FOLDER_TEST(a_broken_one_is_told),
        FOLDER_TEST(mistakes_in_one_stop_nothing),
        FOLDER_TEST(those_of_an_exercise_neither),
        FOLDER_TEST(those_of_tips_neither),
        FOLDER_TEST(check_warns_of_what_is_missing_and_of_what_is_gone),
        FOLDER_TEST(one_is_begun_with_every_text),
        cmocka_unit_test(sides_have_words_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

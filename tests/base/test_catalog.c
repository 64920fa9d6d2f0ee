// SPDX-License-Identifier: MIT
#include "base/catalog.h"
#include "base/plural.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void forms_follow_their_rule(void **state)
{
    (void)state;
    static const char polish[] =
        "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;";
    assert_int_equal(plural_form("n != 1", 1), 0);
    assert_int_equal(plural_form("n != 1;\n", 0), 1);
    assert_int_equal(plural_form("(n > 1)", 1), 0);
    assert_int_equal(plural_form(polish, 1), 0);
    assert_int_equal(plural_form(polish, 22), 1);
    assert_int_equal(plural_form(polish, 12), 2);
    assert_int_equal(plural_form("!n + 2*3 - n/2", 4), 4);
}

static void a_broken_rule_is_the_first_form(void **state)
{
    (void)state;
    static const char *const broken[] = {"", "n ? 1", "(n", "n %% 0", "n % 0", "x", "n n", "1 +"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        assert_int_equal(plural_form(broken[i], 5), 0);
    char deep[400];
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    assert_int_equal(plural_form(deep, 5), 0);
}

static void german_is_found(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const struct catalog *german = catalog_open(&arena, UNKNOT_CATALOGS, "de-AT");
    assert_non_null(german);
    assert_string_equal(catalog_language(german), "de");
    assert_string_equal(catalog_text(german, "Breathe in"), "Einatmen");
    assert_string_equal(catalog_text(german, "nobody says this"), "nobody says this");
    assert_string_equal(catalog_count(german, "{0} breath", "{0} breaths", 1), "{0} Atemzug");
    assert_string_equal(catalog_count(german, "{0} breath", "{0} breaths", 3),
                        "{0} Atemz\xC3\xBCge");
    arena_finish(&arena);
}

static void without_a_catalogue_it_is_english(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_null(catalog_open(&arena, UNKNOT_CATALOGS, "xx"));
    assert_null(catalog_open(&arena, UNKNOT_CATALOGS, "../catalogs/de"));
    assert_null(catalog_open(&arena, NULL, "de"));
    assert_string_equal(catalog_language(NULL), "en");
    assert_string_equal(catalog_text(NULL, "Hold"), "Hold");
    assert_string_equal(catalog_count(NULL, "{0} rep", "{0} reps", 1), "{0} rep");
    assert_string_equal(catalog_count(NULL, "{0} rep", "{0} reps", 0), "{0} reps");
    arena_finish(&arena);
}

static void regions_are_the_same_language(void **state)
{
    (void)state;
    assert_true(catalog_same_language("de", "de-AT"));
    assert_true(catalog_same_language("de-AT", "de"));
    assert_false(catalog_same_language("pt-BR", "pt-PT"));
    assert_false(catalog_same_language("de", "del"));
}

/* Each cut and each changed byte: refused, or read without a look outside. */
static void a_damaged_file_is_harmless(void **state)
{
    (void)state;
    static const uint32_t whole[] = {0x950412de, 0, 1, 28, 36, 0, 0, 1, 44, 1, 46, 0x00620061};
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(
        catalog_text(catalog_parse(&arena, "xx", (const char *)whole, sizeof whole), "a"), "b");
    for (size_t length = 0; length < sizeof whole; length += 4)
        assert_null(catalog_parse(&arena, "xx", (const char *)whole, length));
    for (size_t i = 0; i < sizeof whole; i++) {
        uint32_t damaged[sizeof whole / 4];
        memcpy(damaged, whole, sizeof whole);
        ((unsigned char *)damaged)[i] ^= 0xFF;
        const struct catalog *read =
            catalog_parse(&arena, "xx", (const char *)damaged, sizeof damaged);
        catalog_count(read, "a", "as", 7);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_follow_their_rule),
        cmocka_unit_test(a_broken_rule_is_the_first_form),
        cmocka_unit_test(german_is_found),
        cmocka_unit_test(without_a_catalogue_it_is_english),
        cmocka_unit_test(regions_are_the_same_language),
        cmocka_unit_test(a_damaged_file_is_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

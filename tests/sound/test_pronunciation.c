// SPDX-License-Identifier: MIT
#include "check.h"
#include "sound/pronunciation.h"

#include <string.h>

struct reading {
    struct arena arena;
    struct diag_list diags;
};

static int begin(void **state)
{
    static struct reading reading;
    arena_init(&reading.arena);
    diag_init(&reading.diags, &reading.arena);
    *state = &reading;
    return 0;
}

static int end(void **state)
{
    struct reading *reading = *state;
    arena_finish(&reading->arena);
    return 0;
}

static struct pronunciations *parse(struct reading *reading, const char *text)
{
    return pronunciations_parse(&reading->arena, "words.yaml", text, strlen(text), &reading->diags);
}

static void expect(const struct pronunciations *lists, const char *text, const char *said)
{
    char out[120];
    pronounce(lists, text, out, sizeof out);
    assert_string_equal(out, said);
}

static void whole_words_are_respelled(void **state)
{
    const struct pronunciations *lists =
        parse(*state, "pronunciations: en\nwords:\n  lats: latts\n  close your: cloze your\n");
    assert_non_null(lists);
    expect(lists, "Feel your lats. Lats!", "Feel your latts. latts!");
    expect(lists, "Close your eyes, close by.", "cloze your eyes, close by.");
    expect(lists, "Slats, latser, enclose yours", "Slats, latser, enclose yours");
    expect(lists, "close yourself", "close yourself");
    expect(NULL, "lats", "lats");
}

static void the_longest_words_come_first(void **state)
{
    const struct pronunciations *lists =
        parse(*state, "pronunciations: en\nwords:\n  read: red\n  read the: reed the\n");
    expect(lists, "read the line that was read", "reed the line that was red");
}

static void the_first_list_wins(void **state)
{
    struct pronunciations *own = parse(*state, "pronunciations: en\nwords:\n  lats: lads\n");
    own->next = parse(*state, "pronunciations: en\nwords:\n  lats: latts\n  spinae: spine ee\n");
    expect(own, "lats, spinae", "lads, spine ee");
}

static void what_does_not_fit_is_cut(void **state)
{
    const struct pronunciations *lists =
        parse(*state, "pronunciations: en\nwords:\n  a: aaaaaaaaaa\n");
    char out[8];
    pronounce(lists, "a a a", out, sizeof out);
    assert_string_equal(out, "aaaaaaa");
}

static void mistakes_are_told(void **state)
{
    struct reading *reading = *state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"words: {a: b}\n", "this should begin with 'pronunciations: en' and have 'words:' in it"},
        {"pronunciations: en\nwords: [a]\n",
         "'words' holds words and how they sound, such as 'lats: latts', at most 2000"},
        {"pronunciations: en\nwords: {'a.b': c}\n",
         "'a.b' is not just words; leave out what is no letter"},
        {"pronunciations: en\nwords: {a: ''}\n",
         "write words that sound right here, at most 80 characters"},
        {"pronunciations: en\nwords: {a: b}\nword: {}\n",
         "key 'word' is not known; write 'pronunciations' or 'words'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(parse(reading, cases[i].text));
        assert_int_equal(reading->diags.count, i + 1);
        assert_string_equal(reading->diags.items[i].message, cases[i].message);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whole_words_are_respelled), TEST(the_longest_words_come_first),
        TEST(the_first_list_wins),       TEST(what_does_not_fit_is_cut),
        TEST(mistakes_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

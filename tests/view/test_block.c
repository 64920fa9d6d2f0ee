// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/block.h"
#include "view/stand_in.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Letters of 0.53 em: 40 px text has 21.2 px a letter, ten letters in 212 px. */
static struct page page_of(struct stand_in *stand_in)
{
    stand_in->view.width = 1920;
    stand_in->view.height = 1080;
    return page_begin(&stand_in->view);
}

static int set_up(void **state)
{
    static struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    *state = &stand_in;
    return 0;
}

static int tear_down(void **state)
{
    stand_in_finish(*state);
    return 0;
}

static void assert_line(const struct block *block, int line, const char *text)
{
    assert_true(line < block->count);
    assert_int_equal(block->lines[line].length, strlen(text));
    assert_memory_equal(block->lines[line].text, text, strlen(text));
}

static void short_text_is_one_line(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit(&page, ROLE_CAPTION, "Breathe", 300, &block);
    assert_int_equal(block.count, 1);
    assert_false(block.cut);
    assert_float_equal(block.type.size, 40, 0);
    block_fit(&page, ROLE_CAPTION, "", 300, &block);
    assert_int_equal(block.count, 0);
    assert_float_equal(block.height, 0, 0);
}

static void lines_are_balanced(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit(&page, ROLE_CAPTION, "one two three four five", 22 * 21.2f, &block);
    assert_int_equal(block.count, 2);
    assert_line(&block, 0, "one two three");
    assert_line(&block, 1, "four five");
}

static const char *drawn(const struct stand_in *stand_in, size_t from_end)
{
    const struct draw_list *list = &stand_in->list;
    return list->bytes + list->commands[list->count - 1 - from_end].text;
}

/* Letters of 0.57 em at 80 px: 45.6 px each. */
static void a_long_word_breaks_at_a_soft_hyphen(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    static const char word[] = "Wirbel\xC2\xADs\xC3\xA4ulen\xC2\xAD"
                               "beweglichkeit";
    block_fit(&page, ROLE_TITLE, word, 15 * 49.1f, &block);
    assert_int_equal(block.count, 2);
    assert_true(block.lines[0].hyphen);
    assert_false(block.lines[1].hyphen);
    block_draw(&page, &block, 100, 100, ALIGN_LEFT, 0xFFFFFFFF);
    assert_string_equal(drawn(*state, 1), "Wirbels\xC3\xA4ulen-");
    assert_string_equal(drawn(*state, 0), "beweglichkeit");
}

static void a_soft_hyphen_that_is_not_needed_is_not_seen(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit(&page, ROLE_CAPTION, "dein Schreib\xC2\xADtisch", 19 * 21.2f, &block);
    assert_int_equal(block.count, 1);
    block_draw(&page, &block, 100, 100, ALIGN_LEFT, 0xFFFFFFFF);
    assert_string_equal(drawn(*state, 0), "dein Schreibtisch");
    line_draw(&page, ROLE_FOOT, "Schreib\xC2\xADtisch", 0, 0, ALIGN_LEFT, 0xFFFFFFFF);
    assert_string_equal(drawn(*state, 0), "Schreibtisch");
    assert_float_equal(line_width(&page, ROLE_FOOT, "Schreib\xC2\xADtisch"),
                       line_width(&page, ROLE_FOOT, "Schreibtisch"), 0);
}

static void a_number_stays_with_its_unit(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit(&page, ROLE_CAPTION, "aaaa bbbb 27\xC2\xA0kg", 12 * 21.2f, &block);
    assert_int_equal(block.count, 2);
    assert_line(&block, 1, "27\xC2\xA0kg");
}

static void it_shrinks_before_it_is_cut(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit_lines(&page, ROLE_CAPTION, "abcdefghijkl", 230, 1, &block);
    assert_true(block.type.size < 40 && block.type.size >= 32);
    assert_false(block.cut);
    block_fit_lines(&page, ROLE_CAPTION, "abcdefghijkl mnopqrstuv", 230, 1, &block);
    assert_float_equal(block.type.size, 32, 0);
    assert_true(block.cut);
    struct stand_in *stand_in = *state;
    block_draw(&page, &block, 100, 100, ALIGN_LEFT, 0xFFFFFFFF);
    const struct draw_command *text = &stand_in->list.commands[stand_in->list.count - 1];
    assert_string_equal(stand_in->list.bytes + text->text, "abcdefghijkl\xE2\x80\xA6");
}

static void words_stay_whole_while_they_can(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit_lines(&page, ROLE_PHASE, "Breathe out", 8 * 54 * 0.53f, 2, &block);
    assert_int_equal(block.count, 2);
    assert_line(&block, 0, "Breathe");
    assert_line(&block, 1, "out");
    block_fit_lines(&page, ROLE_PHASE, "Donaudampfschiff", 10 * 32 * 0.53f + 1, 2, &block);
    assert_int_equal(block.count, 2);
    assert_line(&block, 0, "Donaudampf");
    assert_false(block.cut);
}

/* Bold letters of 0.57 em: at 80 px a word of eight needs 365 px. */
static void a_title_shrinks_before_its_word_is_broken(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    block_fit(&page, ROLE_TITLE, "Shoulder rolls", 300, &block);
    assert_int_equal(block.count, 2);
    assert_line(&block, 0, "Shoulder");
    assert_line(&block, 1, "rolls");
    assert_true(block.small && !block.broken && !block.cut);
    assert_true(block.type.size < 80 && block.type.size >= 60);
    block_fit(&page, ROLE_TITLE, "Shoulder rolls", 400, &block);
    assert_true(!block.small && block.type.size >= 80);
    /* A word that does not fit at any size is broken at the usual one. */
    block_fit(&page, ROLE_TITLE, "Shoulder", 100, &block);
    assert_true(block.broken && !block.small);
    assert_float_equal(block.type.size, 80, 0);
}

static void characters_are_never_split(void **state)
{
    struct page page = page_of(*state);
    struct block block;
    /* Ten characters of two to four bytes. */
    const char *text = "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"
                       "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9";
    for (float width = 1; width < 200; width += 3) {
        block_fit(&page, ROLE_CAPTION, text, width, &block);
        for (int i = 0; i < block.count; i++)
            assert_true((block.lines[i].text[0] & 0xC0) != 0x80);
    }
}

/* "Breathe in slowly through the nose", in Hebrew: by its first letter, whatever follows. */
static void what_is_read_from_the_right_is_set_from_there(void **state)
{
    struct stand_in *stand_in = *state;
    struct page page = page_of(stand_in);
    struct block block;
    static const char hebrew[] = "\xD7\xA9\xD7\x90\xD7\xA4\xD7\x95 "
                                 "\xD7\x9C\xD7\x90\xD7\x98 "
                                 "\xD7\x93\xD7\xA8\xD7\x9A "
                                 "\xD7\x94\xD7\x90\xD7\xA3";
    block_fit(&page, ROLE_CAPTION, hebrew, 12 * 21.2f, &block);
    assert_true(block.from_right);
    assert_int_equal(block.count, 2);
    const struct draw_list *list = &stand_in->list;
    paragraph_draw(&page, &block, 100, 100, 0xFFFFFFFF);
    for (size_t i = list->count - 2; i < list->count; i++) {
        assert_int_equal(list->commands[i].align, ALIGN_RIGHT);
        assert_float_equal(list->commands[i].x, roundf(100 + 12 * 21.2f), 0.1f);
    }
    /* In a row with something beside it, within its own width. */
    block_draw(&page, &block, 100, 100, ALIGN_LEFT, 0xFFFFFFFF);
    assert_int_equal(list->commands[list->count - 1].align, ALIGN_RIGHT);
    assert_float_equal(list->commands[list->count - 1].x, roundf(100 + block.width), 0.1f);
    block_fit(&page, ROLE_CAPTION,
              "12 \xE2\x80\x9C"
              "Breathe\xE2\x80\x9D",
              500, &block);
    assert_false(block.from_right);
    paragraph_draw(&page, &block, 100, 100, 0xFFFFFFFF);
    assert_int_equal(list->commands[list->count - 1].align, ALIGN_LEFT);
    block_fit(&page, ROLE_CAPTION, "12 \xD7\xA9", 500, &block);
    assert_true(block.from_right);
    block_fit(&page, ROLE_CAPTION, "8:06", 500, &block);
    assert_false(block.from_right);
}

static void phrases_are_filled(void **state)
{
    (void)state;
    char out[32];
    const char *values[] = {"one", "two"};
    assert_string_equal(phrase_fill(out, sizeof out, "{1}, then {0}", values, 2), "two, then one");
    assert_string_equal(phrase_fill(out, sizeof out, "{2} {x} {", values, 2), "{2} {x} {");
    assert_string_equal(phrase_fill(out, 6, "{0}\xC3\xA9\xC3\xA9", values, 2), "one\xC3\xA9");
    assert_string_equal(phrase_fill(out, 4, "{0}{1}", values, 2), "one");
    assert_string_equal(phrase_fill(out, 1, "{0}", values, 2), "");
}

static void capitals_know_latin(void **state)
{
    (void)state;
    char out[32];
    assert_string_equal(phrase_capitals(out, sizeof out,
                                        "\xC3\xBC"
                                        "ben 4\xE2\x80\x93"
                                        "6 \xC3\xB7"),
                        "\xC3\x9C"
                        "BEN 4\xE2\x80\x93"
                        "6 \xC3\xB7");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_long_word_breaks_at_a_soft_hyphen),
        TEST(a_soft_hyphen_that_is_not_needed_is_not_seen),
        TEST(a_number_stays_with_its_unit),
        TEST(short_text_is_one_line),
        TEST(lines_are_balanced),
        TEST(it_shrinks_before_it_is_cut),
        TEST(words_stay_whole_while_they_can),
        TEST(a_title_shrinks_before_its_word_is_broken),
        TEST(characters_are_never_split),
        TEST(what_is_read_from_the_right_is_set_from_there),
        cmocka_unit_test(phrases_are_filled),
        cmocka_unit_test(capitals_know_latin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

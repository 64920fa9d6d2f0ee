// SPDX-License-Identifier: MIT
#include "document/reading.h"

#include "base/text.h"
#include "check.h"

#include <string.h>

void reading_init(struct reading *reading, const char *text, size_t length)
{
    arena_init(&reading->arena);
    diag_init(&reading->diags, &reading->arena);
    reading->root = NULL;
    reading->ok =
        document_parse(&reading->arena, "x.yaml", text, length, &reading->diags, &reading->root);
}

void reading_finish(struct reading *reading)
{
    arena_finish(&reading->arena);
}

void expect_error(const char *text, size_t length, uint32_t line, uint32_t column,
                  const char *message)
{
    struct reading r;
    reading_init(&r, text, length);
    assert_int_equal(r.diags.errors, 1);
    assert_string_equal(r.diags.items[0].message, message);
    assert_int_equal(r.diags.items[0].span.line, line);
    assert_int_equal(r.diags.items[0].span.column, column);
    reading_finish(&r);
}

static void assert_span(struct span span, uint32_t line, uint32_t column, uint32_t length)
{
    assert_int_equal(span.line, line);
    assert_int_equal(span.column, column);
    assert_int_equal(span.length, length);
}

static void values_arrive_as_written(void **state)
{
    (void)state;
    static const char text[] = "a: 1:30\nb: [on, no, ~, 0x10]\nc:\n  d: 'it''s'\ne:\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_true(r.ok);
    assert_int_equal(r.root->kind, NODE_MAP);
    assert_int_equal(r.root->count, 4);
    assert_string_equal(node_get(r.root, "a")->text, "1:30");
    const struct node *list = node_get(r.root, "b");
    assert_int_equal(list->kind, NODE_LIST);
    assert_int_equal(list->count, 4);
    assert_string_equal(list->items[2].text, "~");
    assert_string_equal(node_get(node_get(r.root, "c"), "d")->text, "it's");
    assert_string_equal(node_get(r.root, "e")->text, "");
    assert_null(node_get(r.root, "f"));
    reading_finish(&r);
}

static void places_are_counted_in_characters(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBFkey: value\r\n\xC3\xBC\xE2\x82\xAC: [a,\r\n  bc]\r\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_true(r.ok);
    assert_span(r.root->span, 1, 1, 3);
    assert_span(r.root->items[0].span, 1, 6, 5);
    assert_span(r.root->keys[1].span, 2, 1, 2);
    assert_span(r.root->items[1].span, 2, 5, 1);
    assert_span(r.root->items[1].items[1].span, 3, 3, 2);
    reading_finish(&r);
}

static void a_key_given_twice_names_the_first_line(void **state)
{
    (void)state;
    static const char text[] = "a: 1\nb: 2\na: 3\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_true(r.ok);
    assert_int_equal(r.diags.errors, 1);
    assert_string_equal(r.diags.items[0].message, "'a' is given twice; it is already on line 1");
    assert_span(r.diags.items[0].span, 3, 1, 1);
    assert_int_equal(r.root->count, 2);
    assert_string_equal(node_get(r.root, "a")->text, "1");
    reading_finish(&r);
}

static void a_key_given_twice_is_found_among_many(void **state)
{
    (void)state;
    char text[4000];
    size_t length = 0;
    for (int i = 0; i < 300; i++)
        length += (size_t)sprintf(text + length, "k%d: %d\n", i % 299, i);
    struct reading r;
    reading_init(&r, text, length);
    assert_int_equal(r.diags.errors, 1);
    assert_string_equal(r.diags.items[0].message, "'k0' is given twice; it is already on line 1");
    assert_span(r.diags.items[0].span, 300, 1, 2);
    assert_int_equal(r.root->count, 299);
    assert_string_equal(node_get(r.root, "k298")->text, "298");
    reading_finish(&r);
}

static void anchors_tags_and_merge_keys_are_each_reported(void **state)
{
    (void)state;
    static const char text[] = "a: &x b\nc: !!int 5\nd:\n  <<: {e: f}\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_true(r.ok);
    assert_int_equal(r.diags.errors, 3);
    assert_span(r.diags.items[0].span, 1, 4, 4);
    assert_span(r.diags.items[1].span, 2, 4, 7);
    assert_string_equal(r.diags.items[2].message,
                        "merge keys ('<<') are not allowed; write it in full");
    assert_int_equal(node_get(r.root, "d")->count, 0);
    reading_finish(&r);
}

static void an_alias_leaves_no_tree(void **state)
{
    (void)state;
    static const char text[] = "a: *b\nc: *d\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_false(r.ok);
    assert_null(r.root);
    assert_int_equal(r.diags.errors, 2);
    reading_finish(&r);
}

#define CASE(text) text, sizeof text - 1

static void what_is_no_yaml_is_said_in_plain_words(void **state)
{
    (void)state;
    expect_error(CASE("a: b: c\n"), 1, 5,
                 "no ':' can stand here; put a text with ': ' in it in quotes, or mend the "
                 "indentation");
    expect_error(CASE("a: 'b\nc: d\n"), 1, 4, "this quote is never closed");
    expect_error(
        CASE("a: \"\\q\"\n"), 1, 5,
        "this '\\' begins no known escape; write '\\\\', or put the text in single quotes");
    expect_error(CASE("a: [b, c\nd: e\n"), 1, 4,
                 "this '[' is never closed, or a ',' is missing between its items");
    expect_error(CASE("a: {b: c\n"), 1, 4,
                 "this '{' is never closed, or a ',' is missing between its items");
    expect_error(CASE("steps:\n  - a: b\n  c: d\n"), 3, 3,
                 "this line stands where a list item should; start it with '- ' or mend its "
                 "indentation");
    expect_error(CASE("a: b\n c: d\n"), 2, 3,
                 "no ':' can stand here; put a text with ': ' in it in quotes, or mend the "
                 "indentation");
    expect_error(CASE("a: @b\n"), 1, 4,
                 "a text cannot start with this character; put it in quotes");
    expect_error(CASE("a: b\nword\nc: d\n"), 2, 1, "a ':' is missing behind this");
    expect_error(CASE("a: *\n"), 1, 4,
                 "a text cannot start with '*'; put it in quotes (aliases are not allowed)");
    expect_error(CASE("%\n"), 1, 1, "a line cannot start with '%'; put the text in quotes");
    expect_error(CASE("[a]: b\n"), 1, 1, "a key must be a text");
    expect_error(CASE("'': b\n"), 1, 1, "a key is missing before this ':'");
    expect_error(CASE("a: b\n---\nc: d\n"), 2, 1,
                 "a second document starts here; put it into a file of its own");
}

static void wrong_bytes_are_named(void **state)
{
    (void)state;
    expect_error(CASE("a: b\nc: \xFC\n"), 2, 4, "byte 0xFC is not UTF-8; save the file as UTF-8");
    expect_error(CASE("a: \xC0\x80\n"), 1, 4, "byte 0xC0 is not UTF-8; save the file as UTF-8");
    expect_error(CASE("a: b\0c\n"), 1, 5,
                 "byte 0x00 does not belong into a text; the file is damaged or of another kind");
    expect_error(CASE("a: \xC3\xBC\x07\n"), 1, 5, "byte 0x07 is a control character; delete it");
    expect_error(CASE("a: \xC2\x9F\n"), 1, 4, "U+009F is a control character; delete it");
    expect_error(CASE("a: b\n\tc: d\n"), 2, 1, "byte 0x09 is a tab; indent with spaces");
    expect_error(CASE("a: b\n  \tc: d\n\td\n"), 2, 3, "byte 0x09 is a tab; indent with spaces");
    expect_error(CASE("a: b\rc: d\r"), 1, 5,
                 "byte 0x0D is a carriage return without a line feed; save the file with line "
                 "feeds");
    expect_error(CASE("a: \xE2\x80\xA8\n"), 1, 4,
                 "U+2028 is a separator that not every editor shows; write a plain line end");
    expect_error(CASE("a: \xEF\xBB\xBF\n"), 1, 4,
                 "U+FEFF is a byte order mark inside the file; delete it");
    expect_error(CASE("\xFF\xFE"
                      "a\0:\0"),
                 1, 1, "this file is UTF-16; save it as UTF-8");
    expect_error(CASE("a\0:\0 \0b\0"), 1, 1, "this file is UTF-16; save it as UTF-8");
    expect_error(CASE("a: \"b\\0c\"\n"), 1, 4,
                 "this text holds a tab or a control character; delete it");
}

static void every_kind_of_wrong_byte_is_reported_in_one_run(void **state)
{
    (void)state;
    static const char text[] = "\ta: \xFF\n\tb: \x01\xFF\n";
    struct reading r;
    reading_init(&r, text, sizeof text - 1);
    assert_false(r.ok);
    assert_int_equal(r.diags.errors, 3);
    reading_finish(&r);
}

static void a_quoted_text_is_cut_between_characters(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char text[200] = "";
    for (int i = 0; i < 50; i++)
        strcat(text, "\xC3\xA4");
    struct node node = {.kind = NODE_TEXT, .text = text};
    const char *quoted = node_quoted(&node, &arena);
    assert_int_equal(strlen(quoted), 2 + 80 + 3);
    assert_true(text_ends(quoted, "\xC3\xA4...'"));
    node.text = "one\ntwo";
    assert_string_equal(node_quoted(&node, &arena), "'one...'");
    node.text = "short";
    assert_string_equal(node_quoted(&node, &arena), "'short'");
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_arrive_as_written),
        cmocka_unit_test(places_are_counted_in_characters),
        cmocka_unit_test(a_key_given_twice_names_the_first_line),
        cmocka_unit_test(a_key_given_twice_is_found_among_many),
        cmocka_unit_test(anchors_tags_and_merge_keys_are_each_reported),
        cmocka_unit_test(an_alias_leaves_no_tree),
        cmocka_unit_test(what_is_no_yaml_is_said_in_plain_words),
        cmocka_unit_test(wrong_bytes_are_named),
        cmocka_unit_test(every_kind_of_wrong_byte_is_reported_in_one_run),
        cmocka_unit_test(a_quoted_text_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + run_hostile_tests();
}

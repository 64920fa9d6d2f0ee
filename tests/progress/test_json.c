// SPDX-License-Identifier: MIT
#include "progress/json.h"

#include "check.h"
#include "progress/exchange.h"
#include "progress/json_pieces.h"

#include <stdlib.h>
#include <string.h>

/* Everything that a file may have, in little. */
static const char sample[] =
    "{\"history\":1,\n \"\\u00e4\" : {\"deep\":[[1,[]],{}]},\"sessions\":[\n"
    "{\"title\":\"a \\\"b\\\"\",\"list\":[\"x\"],\"n\":-1.5e3},\n null , true,[2],\"]\" ],\r\n"
    "\t\"ticks\":[],\"last\":[ 12 ] }\n";

/* As json-c alone reads it. */
static enum json_tokener_error whole(const char *text, size_t length, json_object **out, size_t *at)
{
    json_tokener *tokener = json_tokener_new_ex(EXCHANGE_MAX_DEPTH);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    *out = json_tokener_parse_ex(tokener, text, (int)length);
    *at = json_tokener_get_parse_end(tokener);
    enum json_tokener_error error = json_tokener_get_error(tokener);
    json_tokener_free(tokener);
    return error;
}

/* The lists of the top, put back into the tree. */
static json_object *with_lists(json_object *top)
{
    if (!json_object_is_type(top, json_type_object))
        return json_object_get(top);
    json_object *all = json_object_new_object();
    json_object_object_foreach(top, key, value)
    {
        json_object *copy = json_object_get(value);
        if (json_object_is_type(value, json_type_array)) {
            struct json_list list;
            json_list_open(&list, value);
            json_object_put(copy);
            copy = json_object_new_array();
            for (size_t i = 0; i < list.length; i++)
                json_object_array_add(copy, json_object_get(json_list_next(&list)));
            json_list_close(&list);
        }
        json_object_object_add(all, key, copy);
    }
    return all;
}

static void expect_the_same(const char *text, size_t length)
{
    json_object *pieces, *tree;
    size_t at, expected_at;
    enum json_tokener_error error = json_pieces_read(text, length, &pieces, &at);
    enum json_tokener_error expected = whole(text, length, &tree, &expected_at);
    if (error != expected || at != expected_at)
        fail_msg("%s at %zu, not %s at %zu: %.*s", json_tokener_error_desc(error), at,
                 json_tokener_error_desc(expected), expected_at, (int)length, text);
    json_object *all = with_lists(pieces);
    if (!json_object_equal(all, tree))
        fail_msg("%s instead of %s", json_object_to_json_string(all),
                 json_object_to_json_string(tree));
    json_object_put(all);
    json_object_put(pieces);
    json_object_put(tree);
}

static void pieces_are_what_the_whole_is(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{}",  " { } ",  "[]",    "[1,[2]]", "null",         "\"x\"",        "1 ",
        "1",   "{",      "[",     "\"",      "{\"a\":[1,2]", "{\"a\":[],}",  "{\"a\":[1,]}",
        "",    " ",      "}",     "]",       "{\"a\":[1 2]", "{\"a\":1}x",   "{\"a\":1,\"a\":[2]}",
        "{,}", "{\"a\"", "{a:1}", "{1:1}",   "{\"a\":-}",    "{\"a\":[1x]}", "{\"a\":[2],\"a\":1}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_the_same(texts[i], strlen(texts[i]));
    expect_the_same(sample, sizeof sample - 1);
}

/* Cut off anywhere; any character gone, doubled, or with another before it. */
static void a_mistake_is_where_the_whole_has_it(void **state)
{
    (void)state;
    static const char others[] = "{}[]:,\"\\ \nx1-eN/\x01\xC3";
    size_t length = sizeof sample - 1;
    for (size_t i = 0; i < length; i++) {
        char *text = malloc(length + 1); /* so that not a byte more is read */
        expect_the_same(sample, i);
        memcpy(text, sample, i);
        memcpy(text + i, sample + i + 1, length - i - 1);
        expect_the_same(text, length - 1);
        memcpy(text + i + 1, sample + i, length - i);
        for (const char *other = others; *other != '\0'; other++) {
            text[i] = *other;
            expect_the_same(text, length + 1);
        }
        free(text);
    }
}

/* A list stays text until it is asked for, and can be asked for again. */
static void lists_of_the_top_are_read_when_they_are_wanted(void **state)
{
    (void)state;
    json_object *top, *sessions;
    size_t at;
    assert_int_equal(json_pieces_read(sample, sizeof sample - 1, &top, &at), json_tokener_success);
    assert_true(json_object_object_get_ex(top, "sessions", &sessions));
    assert_int_equal(json_object_array_length(sessions), 0);
    for (int round = 0; round < 2; round++) {
        struct json_list list;
        json_list_open(&list, sessions);
        assert_int_equal(list.length, 5);
        assert_true(json_object_is_type(json_list_next(&list), json_type_object));
        assert_null(json_list_next(&list));
        assert_true(json_object_get_boolean(json_list_next(&list)));
        assert_int_equal(json_object_array_length(json_list_next(&list)), 1);
        if (round > 0)
            assert_string_equal(json_object_get_string(json_list_next(&list)), "]");
        json_list_close(&list);
    }
    json_object_put(top);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_what_the_whole_is),
        cmocka_unit_test(a_mistake_is_where_the_whole_has_it),
        cmocka_unit_test(lists_of_the_top_are_read_when_they_are_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

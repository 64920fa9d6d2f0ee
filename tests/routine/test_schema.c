// SPDX-License-Identifier: MIT
#include "routine/keywords.h"
#include "routine/tips.h"

#include "base/text.h"
#include "check.h"

#include <json.h>
#include <stdio.h>
#include <string.h>

/* The schemas are written by hand and held to the keyword tables here, both ways: each word of a
 * table is in the schema, and each word of the schema is in a table. */
static const char routine_schema[] = "routines/schema/routine.schema.json";
static const char tips_schema[] = "routines/schema/tips.schema.json";
static const char translation_schema[] = "routines/schema/translation.schema.json";
static const char exercise_schema[] = "routines/schema/exercise.schema.json";

/* A place in a schema, and the tables whose words belong there. */
struct held {
    const char *file, *pointer;
    const struct keywords *tables[12];
    const char *without[4]; /* words of the tables that do not belong there */
};

static const struct held held[] = {
    {routine_schema, "/properties", {&routine_keys}, {0}},
    {exercise_schema, "/properties", {&exercise_keys}, {0}},
    {routine_schema, "/definitions/work/properties", {&work_keys, &exercise_keys}, {0}},
    {routine_schema,
     "/definitions/step/properties",
     {&entry_words, &work_keys, &exercise_keys, &rest_keys, &repeat_keys, &inner_keys, &wait_keys,
      &ask_keys, &with_keys},
     {"exercise"}},
    {routine_schema, "/definitions/step/properties/ask/enum", {&question_words}, {0}},
    {exercise_schema, "/definitions/setup/properties", {&setup_keys}, {0}},
    {exercise_schema, "/definitions/pattern/properties", {&breath_keys}, {0}},
    {exercise_schema, "/definitions/tempo/properties", {&tempo_words}, {0}},
    {exercise_schema,
     "/definitions/moments/properties",
     {&moment_words, &breath_keys, &tempo_words},
     {"every", "ramp to"}},
    {exercise_schema, "/definitions/family/enum", {&family_words}, {0}},
    {exercise_schema, "/definitions/count/enum", {&counts_words}, {0}},
    {exercise_schema, "/definitions/yesOrNo/enum", {&bool_words}, {0}},
    {tips_schema, "/properties", {&tips_keys}, {0}},
    {translation_schema, "/properties", {&translation_keys}, {0}},
    {tips_schema, "/definitions/card/properties", {&card_keys}, {0}},
    {tips_schema, "/definitions/kind/enum", {&tip_words}, {0}},
    {exercise_schema, "/definitions/moves/anyOf/0/enum", {&drive_words}, {"loop"}},
};

static json_object *load(const char *file)
{
    json_object *schema = json_object_from_file(file);
    if (schema == NULL)
        fail_msg("%s: %s", file, json_util_get_last_err());
    return schema;
}

static bool is_without(const struct held *place, const char *word)
{
    for (size_t i = 0; i < 4 && place->without[i] != NULL; i++)
        if (text_equal(place->without[i], word))
            return true;
    return false;
}

static bool tables_have(const struct held *place, const char *word)
{
    for (size_t i = 0; i < 12 && place->tables[i] != NULL; i++)
        if (keywords_find(place->tables[i], word) >= 0)
            return !is_without(place, word);
    return false;
}

static bool schema_has(json_object *words, const char *word)
{
    if (json_object_is_type(words, json_type_object))
        return json_object_object_get_ex(words, word, NULL);
    for (size_t i = 0; i < json_object_array_length(words); i++)
        if (text_equal(json_object_get_string(json_object_array_get_idx(words, i)), word))
            return true;
    return false;
}

static void check_word_of_schema(const struct held *place, const char *word)
{
    if (!tables_have(place, word))
        fail_msg("%s: %s has '%s', which no table has", place->file, place->pointer, word);
}

static void check_schema_in_tables(const struct held *place, json_object *words)
{
    if (json_object_is_type(words, json_type_object)) {
        json_object_object_foreach(words, word, value)
        {
            (void)value;
            check_word_of_schema(place, word);
        }
        return;
    }
    for (size_t i = 0; i < json_object_array_length(words); i++)
        check_word_of_schema(place, json_object_get_string(json_object_array_get_idx(words, i)));
}

static void check_tables_in_schema(const struct held *place, json_object *words)
{
    for (size_t i = 0; i < 12 && place->tables[i] != NULL; i++)
        for (size_t k = 0; k < place->tables[i]->count; k++) {
            const char *word = place->tables[i]->items[k].word;
            if (!is_without(place, word) && !schema_has(words, word))
                fail_msg("%s: %s lacks '%s'", place->file, place->pointer, word);
        }
}

static void schemas_and_tables_have_the_same_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        json_object *schema = load(held[i].file), *words = NULL;
        if (json_pointer_get(schema, held[i].pointer, &words) != 0)
            fail_msg("%s has no %s", held[i].file, held[i].pointer);
        check_tables_in_schema(&held[i], words);
        check_schema_in_tables(&held[i], words);
        json_object_put(schema);
    }
}

static int value_at(json_object *schema, const char *pointer)
{
    json_object *value = NULL;
    if (json_pointer_get(schema, pointer, &value) != 0)
        fail_msg("no %s", pointer);
    return json_object_get_int(value);
}

static void bounds_are_the_same(void **state)
{
    (void)state;
    json_object *exercise = load(exercise_schema), *routine = load(routine_schema);
    json_object *tips = load(tips_schema);
    assert_int_equal(value_at(exercise, "/definitions/title/maxLength"), ROUTINE_MAX_TITLE);
    assert_int_equal(value_at(exercise, "/definitions/caution/maxLength"), ROUTINE_MAX_ABOUT);
    assert_int_equal(value_at(exercise, "/definitions/line/maxLength"), ROUTINE_MAX_LINE);
    assert_int_equal(value_at(exercise, "/definitions/tempo/maxProperties"), ROUTINE_MAX_PHASES);
    assert_int_equal(value_at(exercise, "/definitions/names/anyOf/1/maxItems"), ROUTINE_MAX_LIST);
    assert_int_equal(value_at(routine, "/properties/routine/maxLength"), ROUTINE_MAX_TITLE);
    assert_int_equal(value_at(routine, "/properties/about/maxLength"), ROUTINE_MAX_ABOUT);
    assert_int_equal(value_at(tips, "/properties/tips/maxLength"), ROUTINE_MAX_TITLE);
    assert_int_equal(value_at(tips, "/properties/cards/maxItems"), TIPS_MAX_CARDS);
    assert_int_equal(value_at(tips, "/definitions/text/maxLength"), TIPS_MAX_TEXT);
    assert_int_equal(value_at(tips, "/definitions/card/properties/card/maxLength"),
                     ROUTINE_MAX_TITLE);
    assert_int_equal(value_at(tips, "/definitions/card/properties/title/maxLength"),
                     ROUTINE_MAX_TITLE);
    assert_int_equal(value_at(tips, "/definitions/card/properties/source/maxLength"),
                     ROUTINE_MAX_ABOUT);
    json_object_put(tips);
    json_object_put(exercise);
    json_object_put(routine);
}

/* The units stand in a group of the pattern: (s|sec|...). */
static void units_are_the_same(void **state)
{
    (void)state;
    json_object *schema = load(exercise_schema), *node = NULL;
    assert_int_equal(json_pointer_get(schema, "/definitions/duration/pattern", &node), 0);
    const char *group = strstr(json_object_get_string(node), "(s|");
    assert_non_null(group);
    size_t count = 0;
    for (const char *at = group + 1;;) {
        char word[16];
        size_t length = strcspn(at, "|)");
        assert_true(length < sizeof word);
        snprintf(word, sizeof word, "%.*s", (int)length, at);
        if (keywords_find(&unit_words, word) < 0)
            fail_msg("'%s' is no unit", word);
        count++;
        at += length;
        if (*at++ == ')')
            break;
    }
    assert_int_equal(count, unit_words.count);
    json_object_put(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schemas_and_tables_have_the_same_words),
        cmocka_unit_test(bounds_are_the_same),
        cmocka_unit_test(units_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "progress/schema.h"

#include "base/text.h"
#include "check.h"

#include <json-c/json.h>
#include <regex.h>

static json_object *member_of(json_object *schema, const char *word)
{
    json_object *found = NULL;
    return json_object_object_get_ex(schema, word, &found) ? found : NULL;
}

static const char *broken(json_object *top, json_object *schema, json_object *value);

static bool keeps_type(json_object *top, json_object *rule, json_object *value)
{
    static const struct {
        const char *name;
        enum json_type type;
    } types[] = {{"object", json_type_object}, {"array", json_type_array},
                 {"string", json_type_string}, {"boolean", json_type_boolean},
                 {"integer", json_type_int},   {"null", json_type_null},
                 {"number", json_type_double}, {"number", json_type_int}};
    (void)top;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (text_equal(json_object_get_string(rule), types[i].name) &&
            json_object_is_type(value, types[i].type))
            return true;
    return false;
}

static bool keeps_enum(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    for (size_t i = 0; i < json_object_array_length(rule); i++)
        if (json_object_equal(json_object_array_get_idx(rule, i), value))
            return true;
    return false;
}

static bool keeps_required(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    for (size_t i = 0; i < json_object_array_length(rule); i++)
        if (!json_object_object_get_ex(
                value, json_object_get_string(json_object_array_get_idx(rule, i)), NULL))
            return false;
    return true;
}

static bool keeps_properties(json_object *top, json_object *rule, json_object *value)
{
    json_object_object_foreach(value, key, member)
    {
        json_object *of_member = member_of(rule, key);
        if (of_member == NULL || broken(top, of_member, member) != NULL)
            return false;
    }
    return true;
}

static bool keeps_items(json_object *top, json_object *rule, json_object *value)
{
    for (size_t i = 0; i < json_object_array_length(value); i++)
        if (broken(top, rule, json_object_array_get_idx(value, i)) != NULL)
            return false;
    return true;
}

static bool keeps_any(json_object *top, json_object *rule, json_object *value)
{
    for (size_t i = 0; i < json_object_array_length(rule); i++)
        if (broken(top, json_object_array_get_idx(rule, i), value) == NULL)
            return true;
    return false;
}

static bool keeps_ref(json_object *top, json_object *rule, json_object *value)
{
    json_object *target = NULL;
    const char *pointer = json_object_get_string(rule);
    if (*pointer != '#' || json_pointer_get(top, pointer + 1, &target) != 0)
        fail_msg("the schema has no %s", pointer);
    return broken(top, target, value) == NULL;
}

static bool keeps_pattern(json_object *top, json_object *rule, json_object *value)
{
    regex_t regex;
    (void)top;
    if (regcomp(&regex, json_object_get_string(rule), REG_EXTENDED | REG_NOSUB) != 0)
        fail_msg("not a pattern: %s", json_object_get_string(rule));
    bool fits = regexec(&regex, json_object_get_string(value), 0, NULL, 0) == 0;
    regfree(&regex);
    return fits;
}

static size_t characters(json_object *value)
{
    return text_count(json_object_get_string(value), (size_t)json_object_get_string_len(value));
}

static bool keeps_min_length(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return characters(value) >= (size_t)json_object_get_int(rule);
}

static bool keeps_max_length(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return characters(value) <= (size_t)json_object_get_int(rule);
}

static bool keeps_min_items(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return json_object_array_length(value) >= (size_t)json_object_get_int(rule);
}

static bool keeps_max_items(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return json_object_array_length(value) <= (size_t)json_object_get_int(rule);
}

static bool keeps_minimum(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return json_object_get_double(value) >= json_object_get_double(rule);
}

static bool keeps_maximum(json_object *top, json_object *rule, json_object *value)
{
    (void)top;
    return json_object_get_double(value) <= json_object_get_double(rule);
}

/* `type` first: the others take it for granted. NULL: says nothing about a value. With properties
 * go always `additionalProperties: false`, which keeps_properties() takes for granted. */
static const struct {
    const char *name;
    bool (*keeps)(json_object *top, json_object *rule, json_object *value);
} words[] = {
    {"type", keeps_type},
    {"enum", keeps_enum},
    {"required", keeps_required},
    {"properties", keeps_properties},
    {"items", keeps_items},
    {"anyOf", keeps_any},
    {"$ref", keeps_ref},
    {"pattern", keeps_pattern},
    {"minLength", keeps_min_length},
    {"maxLength", keeps_max_length},
    {"minItems", keeps_min_items},
    {"maxItems", keeps_max_items},
    {"minimum", keeps_minimum},
    {"maximum", keeps_maximum},
    {"$schema", NULL},
    {"$id", NULL},
    {"title", NULL},
    {"description", NULL},
    {"definitions", NULL},
    {"additionalProperties", NULL},
};
enum { WORDS = sizeof words / sizeof *words };

static void expect_known_words(json_object *schema)
{
    json_object_object_foreach(schema, key, rule)
    {
        bool known = false;
        (void)rule;
        for (size_t i = 0; i < WORDS; i++)
            known = known || text_equal(key, words[i].name);
        if (!known)
            fail_msg("the tests do not know '%s' of a schema", key);
    }
}

static const char *broken(json_object *top, json_object *schema, json_object *value)
{
    expect_known_words(schema);
    for (size_t i = 0; i < WORDS; i++) {
        json_object *rule = member_of(schema, words[i].name);
        if (rule != NULL && words[i].keeps != NULL && !words[i].keeps(top, rule, value))
            return words[i].name;
    }
    return NULL;
}

const char *schema_broken_word(const char *file, const char *text)
{
    json_object *schema = json_object_from_file(file), *value = json_tokener_parse(text);
    if (schema == NULL)
        fail_msg("%s: %s", file, json_util_get_last_err());
    const char *word = value != NULL ? broken(schema, schema, value) : "JSON";
    json_object_put(schema);
    json_object_put(value);
    return word;
}

void schema_expect(const char *file, const char *text)
{
    const char *word = schema_broken_word(file, text);
    if (word != NULL)
        fail_msg("%s: '%s' is broken by %s", file, word, text);
}

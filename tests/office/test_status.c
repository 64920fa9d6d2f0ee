// SPDX-License-Identifier: MIT
#include "office/status.h"

#include "check.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], path[96];

static struct status_facts usual(void)
{
    return (struct status_facts){.state = "idle",
                                 .next_break = 1795343400,
                                 .last_session = {.ended = STATUS_NONE},
                                 .config_good = true};
}

static bool is_type(json_object *value, const char *name)
{
    static const char *const names[] = {
        [json_type_null] = "null",     [json_type_boolean] = "boolean",
        [json_type_double] = "number", [json_type_int] = "integer",
        [json_type_object] = "object", [json_type_array] = "array",
        [json_type_string] = "string",
    };
    return strcmp(names[json_object_get_type(value)], name) == 0;
}

static bool is_one_of(json_object *value, json_object *types)
{
    if (json_object_is_type(types, json_type_string))
        return is_type(value, json_object_get_string(types));
    for (size_t i = 0; i < json_object_array_length(types); i++)
        if (is_type(value, json_object_get_string(json_object_array_get_idx(types, i))))
            return true;
    return false;
}

/* As much of JSON Schema as that file needs: types, words, and that there is no key too many or too
 * few. */
static void hold_to(json_object *schema, json_object *value)
{
    json_object *types, *words, *properties;
    if (json_object_object_get_ex(schema, "type", &types) && !is_one_of(value, types))
        fail_msg("%s is no %s", json_object_to_json_string(value),
                 json_object_to_json_string(types));
    if (json_object_object_get_ex(schema, "enum", &words)) {
        size_t at = 0;
        while (at < json_object_array_length(words) &&
               !json_object_equal(json_object_array_get_idx(words, at), value))
            at++;
        assert_true(at < json_object_array_length(words));
    }
    if (!json_object_is_type(value, json_type_object))
        return;
    assert_true(json_object_object_get_ex(schema, "properties", &properties));
    assert_int_equal(json_object_object_length(properties), json_object_object_length(value));
    json_object_object_foreach(value, key, item)
    {
        json_object *of_key;
        if (!json_object_object_get_ex(properties, key, &of_key))
            fail_msg("the schema does not know '%s'", key);
        hold_to(of_key, item);
    }
}

static json_object *read_file(void)
{
    json_object *schema = json_object_from_file("assets/kiosk/status.schema.json");
    json_object *file = json_object_from_file(path);
    assert_non_null(schema);
    assert_non_null(file);
    hold_to(schema, file);
    json_object_put(schema);
    return file;
}

static const char *text_of(json_object *file, const char *key)
{
    json_object *value;
    assert_true(json_object_object_get_ex(file, key, &value));
    return json_object_to_json_string(value);
}

static void the_file_says_what_is_known(void **state)
{
    (void)state;
    struct status status;
    struct status_facts facts = usual();
    umask(077);
    status_init(&status, path, "1.2.3", 1795340000);
    status_look(&status, &facts, STATUS_NONE, 1795340001, 0);
    json_object *file = read_file();
    assert_string_equal(text_of(file, "state"), "\"idle\"");
    assert_string_equal(text_of(file, "version"), "\"1.2.3\"");
    assert_string_equal(text_of(file, "last_frame"), "null");
    assert_string_equal(text_of(file, "last_session"), "null");
    assert_string_equal(text_of(file, "next_break"), "\"2026-11-22T10:30:00Z\"");
    json_object_put(file);

    facts.state = "session";
    facts.config_good = false;
    facts.errors = 3;
    facts.safe_mode = true;
    facts.last_session.ended = 1795340100;
    snprintf(facts.last_session.routine, STATUS_ID, "a\"b\\c\n\xC3\xBC");
    status_look(&status, &facts, 1795340099, 1795340101, 1);
    file = read_file();
    assert_string_equal(text_of(file, "errors"), "3");
    assert_non_null(strstr(text_of(file, "last_session"), "a?b?c???"));
    json_object_put(file);

    status_end(&status, 1795340200);
    file = read_file();
    assert_string_equal(text_of(file, "state"), "\"stopped\"");
    json_object_put(file);
    struct stat found;
    assert_int_equal(stat(path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0644);
}

static void it_is_written_when_it_differs_and_from_time_to_time(void **state)
{
    (void)state;
    struct status status;
    struct status_facts facts = usual();
    int written = 0;
    status_init(&status, path, "1", 0);
    for (tick now = 0; now < 10 * TICK_MIN; now += TICK_S) {
        facts.state = now < 5 * TICK_MIN ? "idle" : "session";
        unlink(path);
        status_look(&status, &facts, 0, 0, now);
        written += access(path, F_OK) == 0;
        assert_true(status_next(&status) > now);
    }
    assert_in_range(written, 20, 21);
}

static void a_place_that_cannot_be_written_does_no_harm(void **state)
{
    (void)state;
    struct status status;
    struct status_facts facts = usual();
    status_init(&status, NULL, "1", 0);
    status_look(&status, &facts, 0, 0, 0);
    assert_true(status_next(&status) == TICK_NEVER);
    status_end(&status, 0);
    status_init(&status, "/nowhere/at/all", "1", 0);
    for (tick now = 0; now < TICK_MIN; now += TICK_S)
        status_look(&status, &facts, 0, 0, now);
    status_end(&status, 0);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/unknot-status-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/status.json", folder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_says_what_is_known),
        cmocka_unit_test(it_is_written_when_it_differs_and_from_time_to_time),
        cmocka_unit_test(a_place_that_cannot_be_written_does_no_harm),
    };
    return cmocka_run_group_tests_name("status", tests, set_up, tear_down);
}

// SPDX-License-Identifier: MIT
#include "kiosk/config.h"

#include "base/file.h"
#include "base/text.h"
#include "check.h"
#include "kiosk/fields.h"

#include <json.h>
#include <stdio.h>
#include <string.h>

static const char schema_file[] = "routines/schema/kiosk.schema.json";
static const char example_file[] = "assets/kiosk/kiosk.example.yaml";

static struct arena arena;

/* The first message, with its line; "": none. */
static const char *said_of(const char *text, struct kiosk_config *out)
{
    struct diag_list diags;
    diag_init(&diags, &arena);
    bool good = kiosk_config_parse(&arena, "kiosk.yaml", text, strlen(text), &diags, out);
    assert_true(good == (diags.errors == 0));
    if (diags.count == 0)
        return "";
    return arena_format(&arena, "%u: %s", (unsigned)diags.items[0].span.line,
                        diags.items[0].message);
}

static void a_name_is_enough(void **state)
{
    (void)state;
    struct kiosk_config config;
    assert_string_equal(said_of("kiosk: Lobby\n", &config), "");
    assert_string_equal(config.name, "Lobby");
    assert_int_equal(config.breaks.rhythm, KIOSK_EVERY);
    assert_true(config.breaks.every == 30 * TICK_MIN);
    assert_int_equal(config.breaks.routines.count, 1);
    assert_int_equal(config.hours[4].count, 1);
    assert_int_equal(config.hours[5].count, 0);
    assert_null(config.leave.pin);
    assert_null(config.leave.chord.key);
    assert_null(config.status);
}

static void everything_can_be_said(void **state)
{
    (void)state;
    struct kiosk_config c;
    static const char text[] =
        "kiosk: Lobby\n"
        "routines: [a, b]\n"
        "routine folders: /srv/a\n"
        "languages: [de, en]\n"
        "breaks: {at: ['9:05', '15:00'], routines: x, notice: none, postpone: 10 min,\n"
        "         postpone at most: 0, late by at most: 90 s}\n"
        "office hours:\n"
        "  friday to monday: 8:30-12:30, 13:00 \xE2\x80\x93 18:00\n"
        "  wednesday: [6:00 to 7:00, '22:00 - 6:00']\n"
        "  thursday: closed\n"
        "holidays: [12-24 to 01-01, 2027-03-26, 2026-05-01 to 2026-05-03]\n"
        "volume: 0\n"
        "quiet hours: {'22:00 - 6:30': 5}\n"
        "nobody there: {after: 2 min, warning: 10 s, waits: 30 s}\n"
        "leave: {chord: Ctrl+Alt+F12, pin: '0123'}\n"
        "display: 2\n"
        "keys are on: remote\n"
        "tips: none\n"
        "panel: {shift: no, dim: 5, off: 15 min}\n"
        "restart: never\n"
        "keep: nothing\n"
        "status file: /run/k.json\n";
    assert_string_equal(said_of(text, &c), "");
    assert_int_equal(c.routines.count, 2);
    assert_string_equal(c.routines.items[1].id, "b");
    assert_int_equal(c.routines.items[1].span.line, 2);
    assert_string_equal(c.folders.items[0], "/srv/a");
    assert_string_equal(c.languages.items[0], "de");
    assert_int_equal(c.breaks.rhythm, KIOSK_AT);
    assert_int_equal(c.breaks.at[0], 545);
    assert_int_equal(c.breaks.at_count, 2);
    assert_true(c.breaks.notice == 0 && c.breaks.postpone == 10 * TICK_MIN);
    assert_true(c.breaks.postpone_most == 0 && c.breaks.late == 90 * TICK_S);
    assert_int_equal(c.hours[0].count, 2);
    assert_int_equal(c.hours[0].items[1].until, 1080);
    assert_int_equal(c.hours[1].count, 0);
    assert_int_equal(c.hours[2].items[1].until, KIOSK_DAY + 360);
    assert_int_equal(c.hours[3].count, 0);
    assert_int_equal(c.hours[6].count, 2);
    assert_int_equal(c.holiday_count, 3);
    assert_true(c.holidays[0].yearly && c.holidays[0].from == 1224 && c.holidays[0].until == 101);
    assert_true(c.holidays[2].until == c.holidays[2].from + 2);
    assert_int_equal(c.volume, 0);
    assert_int_equal(c.quiet[0].volume, 5);
    assert_true(c.nobody.after == 2 * TICK_MIN && c.nobody.warning == 10 * TICK_S);
    assert_int_equal(c.leave.chord.modifiers, KIOSK_CTRL | KIOSK_ALT);
    assert_string_equal(c.leave.chord.key, "f12");
    assert_string_equal(c.leave.pin, "0123");
    assert_int_equal(c.display, 2);
    assert_int_equal(c.keys_on, KEYS_ON_REMOTE);
    assert_true(c.tips == 0 && !c.panel.shift && c.panel.dim == 5);
    assert_true(c.panel.off == 15 * TICK_MIN);
    assert_int_equal(c.restart, KIOSK_NEVER);
    assert_int_equal(c.keep, KIOSK_KEEP_NOTHING);
    assert_string_equal(c.status, "/run/k.json");
}

static void mistakes_say_what_to_write_instead(void **state)
{
    (void)state;
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"break: {every: 30 min}", "2: a kiosk file has no key 'break'; did you mean 'breaks'?"},
        {"breaks: {evry: 30 min}", "2: 'breaks' has no key 'evry'; did you mean 'every'?"},
        {"breaks: often", "2: keys and values belong here, such as 'every:' below 'breaks:'"},
        {"breaks: {every: 5 min}", "2: a time from 10 min to 12 h belongs here"},
        {"breaks: {every: 90.5 min}", "2: breaks are whole minutes apart"},
        {"breaks: {every: 30 min, at: ['9:00']}", "2: write either 'every' or 'at', not both"},
        {"breaks: {at: ['9:00', '8:00']}", "2: write the times of a day in their order"},
        {"breaks: {at: [9]}", "2: a time of day belongs here, such as 10:30 or 16:00"},
        {"breaks: {at: []}", "2: a list belongs here, such as [10:30, 15:00]"},
        {"breaks: {postpone at most: 11}", "2: a whole number from 0 to 10 belongs here"},
        {"office hours: 9-5",
         "2: keys and values belong here, such as 'monday to friday: 8:30 - 18:00'"},
        {"office hours: {mnday: closed}", "2: 'mnday' is no day; did you mean 'monday'?"},
        {"office hours: {weekdays: closed}",
         "2: days belong here, such as 'friday', 'monday to friday' or 'every day'"},
        {"office hours: {monday: 9-17}",
         "2: office hours belong here, such as '8:30 - 12:30, 13:00 - 18:00', or 'closed'"},
        {"office hours: {monday: '8:00 - 25:00'}",
         "2: office hours belong here, such as '8:30 - 12:30, 13:00 - 18:00', or 'closed'"},
        {"office hours: {monday: '8:00 - 12:00, 11:00 - 13:00'}",
         "2: write the hours of a day in their order, with a gap between them"},
        {"office hours: {monday to friday: closed, friday: closed}", "2: 'friday' is given twice"},
        {"holidays: [2026-02-29]",
         "2: a holiday is a day such as 2026-12-24, one of every year such as 12-25, or from one "
         "'to' another"},
        {"holidays: 2026-12-24 to 12-26",
         "2: a holiday is a day such as 2026-12-24, one of every year such as 12-25, or from one "
         "'to' another"},
        {"volume: loud", "2: a whole number from 0 to 100 belongs here"},
        {"quiet hours: {noon: 20}", "2: hours belong here, such as '12:00 - 13:00'"},
        {"quiet hours: {'12:00 - 13:00': 101}", "2: a whole number from 0 to 100 belongs here"},
        {"nobody there: {after: 30 s, warning: 30 s}",
         "2: 'warning' is part of 'after', and must be shorter"},
        {"leave: {chord: q}",
         "2: two or more of 'ctrl', 'alt', 'shift' and 'super' belong here, and one letter, digit "
         "or F key behind them, such as 'ctrl alt shift q'"},
        {"leave: {chord: ctrl ctrl q}",
         "2: two or more of 'ctrl', 'alt', 'shift' and 'super' belong here, and one letter, digit "
         "or F key behind them, such as 'ctrl alt shift q'"},
        {"leave: {pin: 77x7}", "0: line 2: a PIN is 4 to 12 digits in quotes"},
        {"leave: {pin: 123}", "0: line 2: a PIN is 4 to 12 digits in quotes"},
        {"leave: {pin: [1, 2, 3, 4]}", "0: line 2: a PIN is 4 to 12 digits in quotes"},
        {"restart: at night", "2: a time of day belongs here, such as 10:30 or 16:00"},
        {"keys are on: remotes", "2: 'remotes' is no thing with keys; did you mean 'remote'?"},
        {"keep: count", "2: 'count' is no thing to keep; did you mean 'counts'?"},
        {"status file: status.json", "2: a path from the root belongs here, such as /srv/unknot"},
        {"languages: english", "2: a language is two or three small letters, such as 'en'"},
        {"tips: 1 s", "2: a time from 5 s to 1 h belongs here"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kiosk_config config;
        const char *text = arena_format(&arena, "kiosk: Lobby\n%s\n", cases[i].line);
        assert_string_equal(said_of(text, &config), cases[i].message);
        assert_string_equal(config.name, "Kiosk"); /* as usual */
    }
    struct kiosk_config config;
    assert_string_equal(said_of("volume: 5\n", &config),
                        "1: the name is missing: begin with 'kiosk: NAME'");
    assert_string_equal(said_of("", &config), "0: the file is empty");
}

static void no_pin_is_no_way_out(void **state)
{
    (void)state;
    static const char *const none[] = {"''", "none", "never", "", "off"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct kiosk_config config;
        const char *text = arena_format(&arena, "kiosk: K\nleave: {pin: %s}\n", none[i]);
        assert_string_equal(said_of(text, &config), "");
        assert_null(config.leave.pin);
    }
}

static void routines_are_looked_for(void **state)
{
    (void)state;
    static const char *const folders[] = {"routines"};
    struct kiosk_config config;
    struct library library;
    struct diag_list diags;
    library_open(&library, &arena, folders, 1);
    diag_init(&diags, &arena);
    assert_string_equal(said_of("kiosk: K\nroutines: [posture-brake]\n", &config), "");
    assert_false(kiosk_config_check(&config, &library, &diags));
    assert_string_equal(diags.items[0].message, "no routine is called 'posture-brake'; did you "
                                                "mean 'posture-break'?");
    assert_string_equal(said_of("kiosk: K\nbreaks: {routines: posture-break}\n", &config), "");
    assert_true(kiosk_config_check(&config, &library, &diags));
}

static json_object *at(json_object *schema, const char *pointer)
{
    json_object *found = NULL;
    if (json_pointer_get(schema, pointer, &found) != 0)
        fail_msg("%s has no %s", schema_file, pointer);
    return found;
}

static const struct kiosk_field *field_of(const struct kiosk_fields *fields, const char *key)
{
    for (size_t i = 0; i < fields->count; i++)
        if (text_equal(fields->items[i].key, key))
            return &fields->items[i];
    return NULL;
}

/* The words of both are the same, and so are the bounds of the numbers. */
static void the_schema_and_the_reader_know_the_same(void **state)
{
    (void)state;
    json_object *schema = json_object_from_file(schema_file);
    assert_non_null(schema);
    for (int i = 0; i < KIOSK_FIELDS_COUNT; i++) {
        const struct kiosk_fields *fields = &kiosk_fields[i];
        json_object *keys = at(schema, fields->pointer);
        assert_int_equal(json_object_object_length(keys), fields->count);
        json_object_object_foreach(keys, key, value)
        {
            const struct kiosk_field *field = field_of(fields, key);
            if (field == NULL)
                fail_msg("%s/%s: the reader does not know it", fields->pointer, key);
            if (field->read != kiosk_read_number)
                continue;
            assert_int_equal(json_object_get_int(at(value, "/minimum")), field->least);
            assert_int_equal(json_object_get_int(at(value, "/maximum")), field->most);
        }
    }
    json_object_put(schema);
}

/* What it says where it claims that this is as usual, is. */
static void the_example_has_every_key_and_what_is_usual(void **state)
{
    (void)state;
    struct kiosk_config example, usual;
    const char *text, *error;
    size_t length;
    kiosk_config_usual(&usual);
    if (!file_read(&arena, example_file, 100000, &text, &length, &error))
        fail_msg("%s: %s", example_file, error);
    assert_string_equal(said_of(text, &example), "");
    for (int i = 0; i < KIOSK_FIELDS_COUNT; i++)
        for (size_t k = 0; k < kiosk_fields[i].count; k++) {
            const char *key = kiosk_fields[i].items[k].key;
            if (strstr(text, arena_format(&arena, " %s:", key)) == NULL &&
                strstr(text, arena_format(&arena, "\n%s:", key)) == NULL)
                fail_msg("%s lacks %s", example_file, key);
        }
    for (int day = 0; day < 7; day++) {
        assert_int_equal(example.hours[day].count, usual.hours[day].count);
        if (usual.hours[day].count > 0)
            assert_memory_equal(example.hours[day].items, usual.hours[day].items,
                                sizeof *usual.hours[day].items);
    }
    assert_int_equal(example.breaks.rhythm, usual.breaks.rhythm);
    assert_true(example.breaks.every == usual.breaks.every);
    assert_string_equal(example.breaks.routines.items[0].id, usual.breaks.routines.items[0].id);
    assert_true(example.breaks.notice == usual.breaks.notice);
    assert_true(example.breaks.postpone == usual.breaks.postpone);
    assert_true(example.breaks.late == usual.breaks.late);
    assert_int_equal(example.breaks.postpone_most, usual.breaks.postpone_most);
    assert_int_equal(example.volume, usual.volume);
    assert_memory_equal(&example.nobody, &usual.nobody, sizeof usual.nobody);
    assert_null(example.leave.pin);
    assert_null(example.leave.chord.key);
    assert_int_equal(example.display, usual.display);
    assert_int_equal(example.keys_on, usual.keys_on);
    assert_true(example.tips == usual.tips && example.panel.shift == usual.panel.shift);
    assert_int_equal(example.panel.dim, usual.panel.dim);
    assert_int_equal(example.restart, usual.restart);
    assert_int_equal(example.keep, usual.keep);
}

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_enough),
        cmocka_unit_test(everything_can_be_said),
        cmocka_unit_test(mistakes_say_what_to_write_instead),
        cmocka_unit_test(no_pin_is_no_way_out),
        cmocka_unit_test(routines_are_looked_for),
        cmocka_unit_test(the_schema_and_the_reader_know_the_same),
        cmocka_unit_test(the_example_has_every_key_and_what_is_usual),
    };
    return cmocka_run_group_tests_name("kiosk_config", tests, set_up, tear_down);
}

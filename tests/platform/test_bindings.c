// SPDX-License-Identifier: MIT
#include "platform/bindings.h"
#include "platform/remote.h"

#include "check.h"

#include <json.h>
#include <stdio.h>
#include <string.h>

/* Reads what stands below `keys:`; the first message, "" when there is none. */
static struct arena arena;
static struct bindings bindings;

static const char *read_keys(const char *text)
{
    struct diag_list diags;
    const struct node *root;
    diag_init(&diags, &arena);
    assert_true(document_parse(&arena, "settings.yaml", text, strlen(text), &diags, &root));
    bindings_init(&bindings, root, &diags);
    return diags.count > 0 ? diags.items[0].message : "";
}

static enum action of_key(SDL_Keycode key, Uint16 held)
{
    struct request request = {0};
    return bindings_key(&bindings, key, held, &request) ? request.action : ACTION_NONE;
}

static enum action of_text(const char *text)
{
    struct request request = {0};
    return bindings_text(&bindings, text, &request) ? request.action : ACTION_NONE;
}

static enum action of_button(int button)
{
    struct request request = {0};
    return bindings_button(&bindings, button, &request) ? request.action : ACTION_NONE;
}

static void the_users_own_goes_before_the_table(void **state)
{
    (void)state;
    assert_string_equal(
        read_keys("n: next\nPageDown: mute\nesc: none\nEnter: help\n"
                  "\"?\": repeat\npad y: louder\nPad Guide: leave\n\"\xC3\xA4\": back\n"),
        "");
    assert_int_equal(of_key(SDLK_n, 0), ACTION_NEXT);
    assert_int_equal(of_key(SDLK_n, KMOD_LSHIFT), ACTION_NEXT);
    assert_int_equal(of_key(SDLK_n, KMOD_LCTRL), ACTION_NONE);
    assert_int_equal(of_key(SDLK_PAGEDOWN, 0), ACTION_MUTE);
    assert_int_equal(of_key(SDLK_ESCAPE, 0), ACTION_NONE);
    assert_int_equal(of_key(SDLK_RETURN, 0), ACTION_HELP);
    assert_int_equal(of_key(SDLK_RETURN, KMOD_LALT), ACTION_FULL_SCREEN);
    assert_int_equal(of_key(0xE4, 0), ACTION_BACK);
    assert_int_equal(of_text("?"), ACTION_REPEAT);
    assert_int_equal(of_text("+"), ACTION_LOUDER);
    assert_int_equal(of_button(SDL_CONTROLLER_BUTTON_Y), ACTION_LOUDER);
    assert_int_equal(of_button(SDL_CONTROLLER_BUTTON_GUIDE), ACTION_LEAVE);
    assert_int_equal(of_button(SDL_CONTROLLER_BUTTON_A), ACTION_CONTINUE);
    assert_int_equal(of_button(-1), ACTION_NONE);
    assert_int_equal(of_button(PAD_BUTTONS), ACTION_NONE);
}

static void the_help_screen_shows_what_is(void **state)
{
    (void)state;
    read_keys("n: next\nspace: none\npad y: mute\npad a: none\n");
    const char *const *shown = bindings.labels[NAMING_KEYBOARD];
    assert_string_equal(shown[ACTION_NEXT], "N");
    assert_string_equal(shown[ACTION_BACK], "Left");
    assert_null(shown[ACTION_PLAY_PAUSE]);
    shown = bindings.labels[NAMING_XBOX_360];
    assert_string_equal(shown[ACTION_MUTE], "Y");
    assert_string_equal(shown[ACTION_PLAY_PAUSE], "Start");
    assert_null(shown[ACTION_CONTINUE]);
    assert_null(shown[ACTION_EYES_CLOSED]);
    assert_string_equal(bindings.labels[NAMING_TOUCH][ACTION_HELP], "Long press");
}

static void a_remote_has_names_of_its_own(void **state)
{
    (void)state;
    bindings_init(&bindings, NULL, NULL);
    const char *go_on[DEVICES];
    struct key_names names = bindings_names(&bindings, NAMING_REMOTE);
    assert_int_equal(names.device, DEVICE_REMOTE);
    assert_string_equal(names.used[ACTION_CONTINUE], "OK");
    assert_string_equal(names.used[ACTION_LEAVE], "Back");
    assert_string_equal(names.used[ACTION_PLAY_PAUSE], "Play");
    assert_null(names.used[ACTION_REPEAT]);
    assert_string_equal(names.keyboard[ACTION_CONTINUE], "Enter");
    for (int i = 0; i < REMOTE_BUTTONS; i++)
        assert_int_equal(of_key(remote_buttons[i].key, 0), remote_buttons[i].action);
    read_keys("Escape: mute\nAudioPlay: none\n");
    names = bindings_names(&bindings, NAMING_REMOTE);
    assert_string_equal(names.used[ACTION_MUTE], "Back");
    assert_null(names.used[ACTION_LEAVE]);
    assert_null(names.used[ACTION_PLAY_PAUSE]);
    bindings_go_on(&bindings, go_on);
    assert_string_equal(go_on[DEVICE_KEYBOARD], "Enter");
    assert_string_equal(go_on[DEVICE_REMOTE], "OK");
    assert_string_equal(go_on[DEVICE_PAD], "Lower button");
    assert_null(go_on[DEVICE_TOUCH]);
}

/* Who does not look at a pad finds its buttons by their place. */
static void a_pads_buttons_are_spoken_of_by_their_place(void **state)
{
    (void)state;
    bindings_init(&bindings, NULL, NULL);
    struct key_names names = bindings_names(&bindings, NAMING_PLAYSTATION_4);
    assert_string_equal(names.used[ACTION_CONTINUE], "Cross");
    assert_string_equal(names.spoken[ACTION_CONTINUE], "Lower button");
    assert_string_equal(bindings_names(&bindings, NAMING_TOUCH).spoken[ACTION_LEAVE], "Swipe down");
}

static void as_usual_the_help_screen_says_what_the_table_does(void **state)
{
    (void)state;
    bindings_init(&bindings, NULL, NULL);
    for (int i = 0; i < ACTION_COUNT; i++) {
        const char *usual = action_table[i].key;
        if (usual == NULL)
            continue;
        assert_string_equal(bindings.labels[NAMING_KEYBOARD][i], usual);
        if (usual[1] == '\0' && strchr("?+-", usual[0]) != NULL)
            assert_int_equal(of_text(usual), i);
        else if (usual[1] == '\0')
            assert_int_equal(of_key(SDL_tolower(usual[0]), 0), i);
    }
}

static void mistakes_say_what_to_write_instead(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"PageDwn: next\n", "no key is called 'PageDwn'; did you mean 'PageDown'?"},
        {"pad yy: next\n", "no key is called 'pad yy'; did you mean 'pad y'?"},
        {"whatever: next\n", "no key is called 'whatever'; write one such as n, PageDown or pad y"},
        {"\"\xC3\xA4\xC3\xA4\": next\n", NULL},
        {"n: nxt\n", "nothing that a key can do is called 'nxt'; did you mean 'next'?"},
        {"n: rate\n", NULL},
        {"n: [next]\n", "write what the key does, such as 'n: next'"},
        {"n: next\nN: back\n", "'N' stands here twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *said = read_keys(cases[i].text);
        if (cases[i].message != NULL)
            assert_string_equal(said, cases[i].message);
        assert_true(said[0] != '\0');
        assert_in_range(bindings.count, 0, 1);
    }
}

static void too_many_are_told(void **state)
{
    (void)state;
    char text[2048] = "";
    for (int i = 0; i < BINDINGS_MOST + 1; i++)
        snprintf(text + strlen(text), 32, "\"%s%c\": next\n", i < 60 ? "\xC4" : "\xC5",
                 0x80 + i % 60);
    assert_string_equal(read_keys(text), "more than 64 keys cannot be given");
    assert_int_equal(bindings.count, BINDINGS_MOST);
}

static void the_schema_has_the_same_actions(void **state)
{
    (void)state;
    json_object *schema = json_object_from_file("routines/schema/settings.schema.json"), *names;
    assert_int_equal(json_pointer_get(schema, "/properties/keys/additionalProperties/enum", &names),
                     0);
    assert_int_equal(json_object_array_length(names), ACTION_COUNT - 3);
    for (size_t i = 0; i < json_object_array_length(names); i++) {
        char line[64];
        const char *name = json_object_get_string(json_object_array_get_idx(names, i));
        snprintf(line, sizeof line, "n: %s\n", name);
        assert_string_equal(read_keys(line), "");
    }
    json_object_put(schema);
}

int main(void)
{
    arena_init(&arena);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_users_own_goes_before_the_table),
        cmocka_unit_test(the_help_screen_shows_what_is),
        cmocka_unit_test(a_remote_has_names_of_its_own),
        cmocka_unit_test(a_pads_buttons_are_spoken_of_by_their_place),
        cmocka_unit_test(as_usual_the_help_screen_says_what_the_table_does),
        cmocka_unit_test(mistakes_say_what_to_write_instead),
        cmocka_unit_test(too_many_are_told),
        cmocka_unit_test(the_schema_has_the_same_actions),
    };
    int failed = cmocka_run_group_tests_name("bindings", tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}

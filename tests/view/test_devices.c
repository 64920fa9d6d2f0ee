// SPDX-License-Identifier: MIT
#include "platform/bindings.h"
#include "view/golden.h"
#include "view/look.h"
#include "view/stand_in_home.h"

#include <stdio.h>
#include <string.h>

#include "check.h"

/* What the screens say to press, for whoever holds which device. */

static const char *const names[NAMINGS] = {
    [NAMING_KEYBOARD] = "keyboard",
    [NAMING_REMOTE] = "remote",
    [NAMING_PAD] = "pad",
    [NAMING_XBOX_360] = "xbox-360",
    [NAMING_XBOX] = "xbox",
    [NAMING_PLAYSTATION_3] = "playstation-3",
    [NAMING_PLAYSTATION_4] = "playstation-4",
    [NAMING_PLAYSTATION_5] = "playstation-5",
    [NAMING_NINTENDO] = "nintendo",
    [NAMING_TOUCH] = "touch",
};

static struct bindings usual;

static const struct moment_of *moment_named(const char *name)
{
    for (size_t i = 0; i < stand_in_moment_count; i++)
        if (strcmp(stand_in_moments[i].name, name) == 0)
            return &stand_in_moments[i];
    fail_msg("there is no moment %s", name);
    return NULL;
}

static void each_device_is_told_its_own_buttons(void **state)
{
    (void)state;
    static const char *const screens[] = {"wait", "help"};
    static const enum naming shown[] = {NAMING_REMOTE,        NAMING_PAD,      NAMING_XBOX_360,
                                        NAMING_PLAYSTATION_4, NAMING_NINTENDO, NAMING_TOUCH};
    struct stand_in stand_in;
    char path[256];
    stand_in_init(&stand_in, false, false);
    for (size_t n = 0; n < sizeof shown / sizeof *shown; n++)
        for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
            stand_in.view.keys = bindings_names(&usual, shown[n]);
            stand_in_draw(&stand_in, moment_named(screens[i]), 1920, 1080);
            snprintf(path, sizeof path, GOLDEN_FOLDER "/%s-%s.txt", screens[i], names[shown[n]]);
            golden_check_list(path, &stand_in.list);
        }
    stand_in_finish(&stand_in);
}

static bool names_a_key(const struct draw_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *text = list->bytes + list->commands[i].text;
        if (list->commands[i].kind == DRAW_TEXT &&
            (strstr(text, "Enter") != NULL || strstr(text, "Esc") != NULL))
            return true;
    }
    return false;
}

static void only_a_keyboard_is_told_of_keys(void **state)
{
    (void)state;
    static const char *const hinted[] = {"wait",     "open",  "ask",         "ask-ten",    "leave",
                                         "finished", "after", "after-seven", "resume-anew"};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (int naming = 0; naming < NAMINGS; naming++)
        for (size_t i = 0; i < sizeof hinted / sizeof *hinted; i++) {
            stand_in.view.keys = bindings_names(&usual, naming);
            stand_in_draw(&stand_in, moment_named(hinted[i]), 1920, 1080);
            if (names_a_key(&stand_in.list) != (naming == NAMING_KEYBOARD))
                fail_msg("%s, by %s", hinted[i], names[naming]);
        }
    stand_in_finish(&stand_in);
}

/* Names of buttons are longer than those of keys; so are German ones. */
static void check_room(bool longer, const char *language)
{
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {1080, 1920}, {2560, 1080}};
    static const enum naming longest[] = {NAMING_REMOTE, NAMING_PAD, NAMING_PLAYSTATION_4,
                                          NAMING_TOUCH};
    static struct focus_items items;
    struct stand_in stand_in;
    stand_in_init(&stand_in, longer, false);
    if (language != NULL)
        stand_in_speak(&stand_in, language);
    for (size_t n = 0; n < sizeof longest / sizeof *longest; n++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            stand_in.view.keys = bindings_names(&usual, longest[n]);
            for (size_t i = 0; i < stand_in_moment_count; i++) {
                const struct moment_of *moment = &stand_in_moments[i];
                if (moment->bare)
                    continue;
                stand_in_draw(&stand_in, moment, (float)sizes[s][0], (float)sizes[s][1]);
                look_check_places(&(struct look){.screen = moment->name, .stand_in = &stand_in});
            }
            for (size_t i = 0; i < stand_in_home_screen_count; i++) {
                const struct home_screen *screen = &stand_in_home_screens[i];
                if (screen->long_names)
                    continue;
                stand_in.view.width = (float)sizes[s][0];
                stand_in.view.height = (float)sizes[s][1];
                stand_in_home_draw(&stand_in.view, screen, &items);
                look_check_places(
                    &(struct look){.screen = screen->name, .stand_in = &stand_in, .items = &items});
            }
        }
    stand_in_finish(&stand_in);
}

static void every_name_has_room(void **state)
{
    (void)state;
    check_room(false, NULL);
    check_room(true, NULL);
    check_room(false, "de");
}

/* Where it lies is what a button is for, whatever is written on it. */
static void names_go_by_the_make(void **state)
{
    (void)state;
    static const struct {
        SDL_GameControllerType type;
        const char *lower, *right;
    } makes[] = {
        {SDL_CONTROLLER_TYPE_XBOX360, "A", "B"},
        {SDL_CONTROLLER_TYPE_XBOXONE, "A", "B"},
        {SDL_CONTROLLER_TYPE_PS3, "Cross", "Circle"},
        {SDL_CONTROLLER_TYPE_PS4, "Cross", "Circle"},
        {SDL_CONTROLLER_TYPE_PS5, "Cross", "Circle"},
        {SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO, "B", "A"},
        {SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR, "B", "A"},
        {SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_LEFT, "Lower button", "Right button"},
        {SDL_CONTROLLER_TYPE_VIRTUAL, "Lower button", "Right button"},
        {SDL_CONTROLLER_TYPE_UNKNOWN, "Lower button", "Right button"},
    };
    for (size_t i = 0; i < sizeof makes / sizeof *makes; i++) {
        struct key_names keys = bindings_names(&usual, naming_of_pad(makes[i].type));
        assert_int_equal(keys.device, DEVICE_PAD);
        assert_string_equal(keys.used[ACTION_CONTINUE], makes[i].lower);
        assert_string_equal(keys.used[ACTION_LEAVE], makes[i].right);
        assert_string_equal(keys.keyboard[ACTION_CONTINUE], "Enter");
    }
}

int main(void)
{
    bindings_init(&usual, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_go_by_the_make),
        cmocka_unit_test(each_device_is_told_its_own_buttons),
        cmocka_unit_test(only_a_keyboard_is_told_of_keys),
        cmocka_unit_test(every_name_has_room),
    };
    return cmocka_run_group_tests_name("devices", tests, NULL, NULL);
}

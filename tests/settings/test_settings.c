// SPDX-License-Identifier: MIT
#include "settings/settings.h"

#include "base/file.h"
#include "check.h"

#include <json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64], path[160], broken[176];

/* The first message; "": none. */
static const char *said_of(const char *text, struct settings *out)
{
    static char message[256];
    struct arena arena;
    struct diag_list diags;
    arena_init(&arena);
    diag_init(&diags, &arena);
    bool good = settings_parse(&arena, "settings.yaml", text, strlen(text), &diags, out);
    assert_true(good == (diags.errors == 0));
    message[0] = '\0';
    if (diags.count > 0)
        snprintf(message, sizeof message, "%u: %s", (unsigned)diags.items[0].span.line,
                 diags.items[0].message);
    arena_finish(&arena);
    return message;
}

static void what_is_said_counts_and_the_rest_is_as_usual(void **state)
{
    (void)state;
    struct settings settings;
    assert_string_equal(said_of("settings: 1\nbreath volume: 0\nvolume: 35\n", &settings), "");
    assert_int_equal(settings.values[SETTING_VOLUME].number, 35);
    assert_int_equal(settings.values[SETTING_BREATH_VOLUME].number, 0);
    assert_int_equal(settings.values[SETTING_VOICE_VOLUME].number, 100);
    assert_int_equal(settings.values[SETTING_AMBIENCE_VOLUME].number, 50);
}

static void mistakes_say_what_to_write_instead(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"volume: 35\n", "1: settings begin with 'settings: 1'"},
        {"- 1\n", "1: settings begin with 'settings: 1'"},
        {"settings: one\n", "1: settings begin with 'settings: 1'"},
        {"settings: 1\nvolume: 101\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\nvolume: -1\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\nvolume: 1e1\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\nvolume: 99999999999\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\nvolume: [1]\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\nvolume:\n", "2: 'volume' takes a whole number from 0 to 100"},
        {"settings: 1\ntheme: nite\n", "2: 'theme' takes night, light or contrast"},
        {"settings: 1\nmotion: some\n", "2: 'motion' takes full or reduced"},
        {"settings: 1\nkeys are on: TV\n", "2: 'keys are on' takes either, keyboard or remote"},
        {"settings: 1\npalette: a/b\n", "2: 'palette' takes a name such as 'lagoon'"},
        {"settings: 1\nlanguage: [de]\n", "2: 'language' takes a name such as 'auto'"},
        {"settings: 1\nequipment: mat\n", "2: 'equipment' takes a list such as [mat, foam roller]"},
        {"settings: 1\nequipment: [mat, [ball]]\n",
         "2: 'equipment' takes a list such as [mat, foam roller]"},
        {"settings: 1\nvolum: 5\n", "2: no setting is called 'volum'; did you mean 'volume'?"},
        {"settings: 1\nkeys: next\n",
         "2: write one line for each key under 'keys', such as '  n: next'"},
        {"settings: 1\nkeys:\n  n: next\nvolume: 5\n", ""},
        {"settings: 1\nkay: 5\n", "2: no setting is called 'kay'; did you mean 'keys'?"},
        {"settings: 1\nlighting: 5\n",
         "2: no setting is called 'lighting'; it is kept, and does nothing"},
        {"{settings: 1, volume: 5}\n", "1: write each setting at the start of a line of its own"},
        {"settings: 2\nlighting: {dim: yes}\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct settings settings;
        assert_string_equal(said_of(cases[i].text, &settings), cases[i].message);
        assert_in_range(settings.values[SETTING_VOLUME].number, 5, 80);
    }
}

static void write_text(const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_text(const char *file, const char *expected)
{
    struct arena arena;
    arena_init(&arena);
    const char *text, *error;
    size_t length;
    if (!file_read(&arena, file, 100000, &text, &length, &error))
        fail_msg("%s: %s", file, error);
    assert_string_equal(text, expected);
    arena_finish(&arena);
}

static void keep_volume(int volume)
{
    char why[SETTINGS_WHY] = "";
    if (!settings_keep(path, SETTING_VOLUME, &(struct setting_value){.number = volume}, why))
        fail_msg("%s", why);
}

static void only_the_one_line_changes(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
    } cases[] = {
        {"settings: 1\nvolume: 80\n", "settings: 1\nvolume: 7\n"},
        {"# Mine.\nsettings: 1\n\nvolume:   80   # loud\ncue volume: 5\n",
         "# Mine.\nsettings: 1\n\nvolume:   7   # loud\ncue volume: 5\n"},
        {"settings: 3\nlamp: {dim: [1, 2]}\nlist:\n  - a # b\n",
         "settings: 3\nlamp: {dim: [1, 2]}\nlist:\n  - a # b\nvolume: 7\n"},
        {"settings: 1\ncue volume: 5", "settings: 1\ncue volume: 5\nvolume: 7\n"},
        {"---\nsettings: 1\nvolume: \"80\"\n", "---\nsettings: 1\nvolume: 7\n"},
        {"settings: 1\r\nvolume: 80\r\n", "settings: 1\r\nvolume: 7\r\n"},
        {"# Gr\xC3\xBC\xC3\x9F"
         "e\nsettings: 1\nvolume:\n  80\n",
         "# Gr\xC3\xBC\xC3\x9F"
         "e\nsettings: 1\nvolume:\n  7\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_text(cases[i].before);
        keep_volume(7);
        assert_text(path, cases[i].after);
        assert_int_not_equal(access(broken, F_OK), 0);
    }
}

static void words_and_lists_are_read(void **state)
{
    (void)state;
    struct settings settings;
    assert_string_equal(said_of("settings: 1\ntheme: light\neyes: closed\npalette: iris\n"
                                "language: pt-BR\nkeys are on: remote\nhistory: none\n"
                                "equipment:\n- mat\n- foam roller\n",
                                &settings),
                        "");
    assert_string_equal(setting_word(&settings, SETTING_THEME), "light");
    assert_string_equal(setting_word(&settings, SETTING_MOTION), "full");
    assert_string_equal(setting_word(&settings, SETTING_PALETTE), "iris");
    assert_string_equal(setting_word(&settings, SETTING_LANGUAGE), "pt-BR");
    assert_int_equal(settings.values[SETTING_EYES].number, EYES_CLOSED);
    assert_int_equal(settings.values[SETTING_KEYS_ON].number, KEYS_ON_REMOTE);
    assert_int_equal(settings.values[SETTING_HISTORY].number, HISTORY_NOT_KEPT);
    assert_true(setting_has(&settings.values[SETTING_EQUIPMENT], "foam roller"));
    assert_false(setting_has(&settings.values[SETTING_EQUIPMENT], "foam"));
    assert_true(settings.said[SETTING_EQUIPMENT] && !settings.said[SETTING_MOTION]);
    assert_string_equal(said_of("settings: 1\nequipment: []\n", &settings), "");
    assert_true(settings.said[SETTING_EQUIPMENT]);
    assert_string_equal(setting_word(&settings, SETTING_EQUIPMENT), "");
}

static void a_list_takes_and_gives_back(void **state)
{
    (void)state;
    struct setting_value list = {0};
    static const char *const names[] = {"mat", "ball", "foam roller"};
    for (int i = 0; i < 3; i++)
        setting_put(&list, names[i], true);
    setting_put(&list, "ball", true);
    assert_string_equal(list.text, "mat, ball, foam roller");
    setting_put(&list, "ball", false);
    setting_put(&list, "wall", false);
    assert_string_equal(list.text, "mat, foam roller");
    setting_put(&list, "foam roller", false);
    setting_put(&list, "mat", false);
    assert_string_equal(list.text, "");
    for (int i = 0; i < 100; i++) {
        char name[24];
        snprintf(name, sizeof name, "thing %d", i);
        setting_put(&list, name, true);
    }
    assert_in_range(strlen(list.text), SETTING_TEXT - 16, SETTING_TEXT - 1);
}

static void words_and_lists_change_in_place(void **state)
{
    (void)state;
    static const struct {
        const char *before;
        enum setting setting;
        struct setting_value value;
        const char *after;
    } cases[] = {
        {"settings: 1\ntheme: light  # by day\nvolume: 5\n",
         SETTING_THEME,
         {.number = 2},
         "settings: 1\ntheme: contrast  # by day\nvolume: 5\n"},
        {"settings: 1\nkeys are on: remote # of the TV\nkeys:\n  n: next\n",
         SETTING_KEYS_ON,
         {.number = KEYS_ON_EITHER},
         "settings: 1\nkeys are on: either # of the TV\nkeys:\n  n: next\n"},
        {"settings: 1\npalette: 'iris'\n",
         SETTING_PALETTE,
         {.text = "my own"},
         "settings: 1\npalette: my own\n"},
        {"settings: 1\nequipment: [mat, ball] # here\nvolume: 5\n",
         SETTING_EQUIPMENT,
         {.text = "mat"},
         "settings: 1\nequipment: [mat] # here\nvolume: 5\n"},
        {"settings: 1\nequipment: []\nvolume: 5\n",
         SETTING_EQUIPMENT,
         {.text = "mat, foam roller"},
         "settings: 1\nequipment: [mat, foam roller]\nvolume: 5\n"},
        {"settings: 1\nequipment:\n- mat\n- ball # red\nvolume: 5\n",
         SETTING_EQUIPMENT,
         {.text = "mat"},
         "settings: 1\nequipment:\n  [mat] # red\nvolume: 5\n"},
        {"settings: 1\nequipment: [mat,\n  ball\n  ]\nvolume: 5\n",
         SETTING_EQUIPMENT,
         {.text = ""},
         "settings: 1\nequipment: []\nvolume: 5\n"},
        {"settings: 1\n", SETTING_EQUIPMENT, {.text = "mat"}, "settings: 1\nequipment: [mat]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char why[SETTINGS_WHY] = "";
        write_text(cases[i].before);
        if (!settings_keep(path, cases[i].setting, &cases[i].value, why))
            fail_msg("%zu: %s", i, why);
        assert_text(path, cases[i].after);
    }
}

static void a_new_file_is_made_with_its_folders(void **state)
{
    (void)state;
    char deep[200], why[SETTINGS_WHY];
    snprintf(deep, sizeof deep, "%s/config/unknot/settings.yaml", folder);
    assert_true(
        settings_keep(deep, SETTING_AMBIENCE_VOLUME, &(struct setting_value){.number = 20}, why));
    assert_text(deep, "# What unknot remembers. Yours to change, too.\nsettings: 1\n"
                      "ambience volume: 20\n");
    unlink(deep);
    snprintf(deep, sizeof deep, "%s/config/unknot", folder);
    rmdir(deep);
    snprintf(deep, sizeof deep, "%s/config", folder);
    assert_int_equal(rmdir(deep), 0);
}

static void a_broken_file_is_kept_beside(void **state)
{
    (void)state;
    static const char *const texts[] = {"settings: 1\nvolume: loud\n", "", "[[[[", "\xFF\xFE"};
    for (size_t i = 0; i < 4; i++) {
        write_text(texts[i]);
        keep_volume(40);
        assert_text(broken, texts[i]);
        assert_text(path,
                    "# What unknot remembers. Yours to change, too.\nsettings: 1\nvolume: 40\n");
        unlink(broken);
    }
}

static void what_cannot_be_written_is_left_as_it_was(void **state)
{
    (void)state;
    char why[SETTINGS_WHY] = "";
    assert_false(settings_keep("/proc/unknot/settings.yaml", SETTING_VOLUME,
                               &(struct setting_value){.number = 1}, why));
    assert_true(strstr(why, "its folder cannot be made") != NULL);
    write_text("settings: 1\nvolume: 80\n");
    char link[200];
    snprintf(link, sizeof link, "%s/link.yaml", folder);
    assert_int_equal(symlink(path, link), 0);
    assert_true(settings_keep(link, SETTING_VOLUME, &(struct setting_value){.number = 30}, why));
    assert_text(path, "settings: 1\nvolume: 30\n");
    struct stat status;
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    unlink(link);
    /* No drafts are left behind. */
    unlink(path);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
}

static void a_file_that_is_not_there_is_no_mistake(void **state)
{
    (void)state;
    struct arena arena;
    struct diag_list diags;
    struct settings settings;
    arena_init(&arena);
    diag_init(&diags, &arena);
    settings_read(&arena, path, &diags, &settings);
    assert_int_equal(diags.count, 0);
    settings_read(&arena, folder, &diags, &settings);
    assert_int_equal(diags.errors, 1);
    assert_int_equal(settings.values[SETTING_VOLUME].number, 80);
    arena_finish(&arena);
}

static void assert_number(json_object *key, const char *name, int expected)
{
    json_object *number = NULL;
    assert_true(json_object_object_get_ex(key, name, &number));
    assert_int_equal(json_object_get_int(number), expected);
}

static void assert_words(json_object *key, const struct setting_info *info)
{
    json_object *words = NULL;
    size_t count = 0;
    assert_true(json_object_object_get_ex(key, "enum", &words));
    for (; count < SETTING_WORDS && info->words[count] != NULL; count++)
        assert_string_equal(json_object_get_string(json_object_array_get_idx(words, count)),
                            info->words[count]);
    assert_int_equal(json_object_array_length(words), count);
}

static void the_schema_has_the_same_settings(void **state)
{
    (void)state;
    json_object *schema = json_object_from_file("routines/schema/settings.schema.json");
    json_object *keys = NULL, *key = NULL, *usual = NULL;
    assert_non_null(schema);
    assert_true(json_object_object_get_ex(schema, "properties", &keys));
    assert_int_equal(json_object_object_length(keys), SETTING_COUNT + 2);
    for (int i = 0; i < SETTING_COUNT; i++) {
        const struct setting_info *info = &setting_table[i];
        assert_true(json_object_object_get_ex(keys, info->key, &key));
        if (info->kind == SETTING_NUMBER) {
            assert_number(key, "minimum", info->least);
            assert_number(key, "maximum", info->most);
            assert_number(key, "default", info->usual);
        } else if (info->kind == SETTING_LIST) {
            assert_false(json_object_object_get_ex(key, "default", &usual));
        } else {
            assert_true(json_object_object_get_ex(key, "default", &usual));
            assert_string_equal(json_object_get_string(usual), info->words[0]);
        }
        if (info->kind == SETTING_CHOICE)
            assert_words(key, info);
    }
    json_object_put(schema);
}

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/unknot-settings-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/settings.yaml", folder);
    snprintf(broken, sizeof broken, "%s.broken", path);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    unlink(broken);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_counts_and_the_rest_is_as_usual),
        cmocka_unit_test(mistakes_say_what_to_write_instead),
        cmocka_unit_test(only_the_one_line_changes),
        cmocka_unit_test(words_and_lists_are_read),
        cmocka_unit_test(a_list_takes_and_gives_back),
        cmocka_unit_test(words_and_lists_change_in_place),
        cmocka_unit_test(a_new_file_is_made_with_its_folders),
        cmocka_unit_test(a_broken_file_is_kept_beside),
        cmocka_unit_test(what_cannot_be_written_is_left_as_it_was),
        cmocka_unit_test(a_file_that_is_not_there_is_no_mistake),
        cmocka_unit_test(the_schema_has_the_same_settings),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

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
    assert_int_equal(settings.values[SETTING_VOLUME], 35);
    assert_int_equal(settings.values[SETTING_BREATH_VOLUME], 0);
    assert_int_equal(settings.values[SETTING_VOICE_VOLUME], 100);
    assert_int_equal(settings.values[SETTING_AMBIENCE_VOLUME], 50);
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
        assert_in_range(settings.values[SETTING_VOLUME], 5, 80);
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
    if (!settings_keep(path, SETTING_VOLUME, volume, why))
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

static void a_new_file_is_made_with_its_folders(void **state)
{
    (void)state;
    char deep[200], why[SETTINGS_WHY];
    snprintf(deep, sizeof deep, "%s/config/unknot/settings.yaml", folder);
    assert_true(settings_keep(deep, SETTING_AMBIENCE_VOLUME, 20, why));
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
    assert_false(settings_keep("/proc/unknot/settings.yaml", SETTING_VOLUME, 1, why));
    assert_true(strstr(why, "its folder cannot be made") != NULL);
    write_text("settings: 1\nvolume: 80\n");
    char link[200];
    snprintf(link, sizeof link, "%s/link.yaml", folder);
    assert_int_equal(symlink(path, link), 0);
    assert_true(settings_keep(link, SETTING_VOLUME, 30, why));
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
    assert_int_equal(settings.values[SETTING_VOLUME], 80);
    arena_finish(&arena);
}

static void the_schema_has_the_same_settings(void **state)
{
    (void)state;
    json_object *schema = json_object_from_file("routines/schema/settings.schema.json");
    json_object *keys = NULL, *key = NULL, *number = NULL;
    assert_non_null(schema);
    assert_true(json_object_object_get_ex(schema, "properties", &keys));
    assert_int_equal(json_object_object_length(keys), SETTING_COUNT + 2);
    for (int i = 0; i < SETTING_COUNT; i++) {
        const struct setting_info *info = &setting_table[i];
        assert_true(json_object_object_get_ex(keys, info->key, &key));
        assert_true(json_object_object_get_ex(key, "minimum", &number));
        assert_int_equal(json_object_get_int(number), info->least);
        assert_true(json_object_object_get_ex(key, "maximum", &number));
        assert_int_equal(json_object_get_int(number), info->most);
        assert_true(json_object_object_get_ex(key, "default", &number));
        assert_int_equal(json_object_get_int(number), info->usual);
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
        cmocka_unit_test(a_new_file_is_made_with_its_folders),
        cmocka_unit_test(a_broken_file_is_kept_beside),
        cmocka_unit_test(what_cannot_be_written_is_left_as_it_was),
        cmocka_unit_test(a_file_that_is_not_there_is_no_mistake),
        cmocka_unit_test(the_schema_has_the_same_settings),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

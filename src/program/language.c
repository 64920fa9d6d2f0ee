// SPDX-License-Identifier: MIT
#include "program/language.h"

#include "base/log.h"
#include "base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

bool language_tag(const char *locale, size_t length, char out[LANGUAGE_TAG])
{
    size_t letters = 0, end = 0;
    while (letters < length && locale[letters] >= 'a' && locale[letters] <= 'z')
        letters++;
    while (end < length && locale[end] != '.' && locale[end] != '@')
        end++;
    if (letters < 2 || letters > 3 || end >= LANGUAGE_TAG ||
        (letters < end && locale[letters] != '_' && locale[letters] != '-'))
        return false;
    for (size_t i = 0; i < end; i++)
        out[i] = locale[i];
    out[end] = '\0';
    if (end > letters)
        out[letters] = '-';
    return true;
}

static const char *locale_of_messages(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "C";
}

static bool is_english(const char *tag)
{
    return text_equal(tag, "en") || (text_starts(tag, "en-") && !text_starts(tag, "en-X"));
}

/* NULL: English. The first of a list such as "de_CH:fr" that there is. */
static const struct catalog *open_first(struct app *app, const char *list)
{
    char tag[LANGUAGE_TAG];
    for (const char *at = list; *at != '\0';) {
        size_t length = strcspn(at, ":");
        if (language_tag(at, length, tag)) {
            const struct catalog *words =
                is_english(tag) ? NULL : catalog_open(&app->arena, app->catalogs, tag);
            if (words != NULL || is_english(tag))
                return words;
        }
        at += length + (at[length] == ':');
    }
    return NULL;
}

/* The C library leaves LANGUAGE alone where the locale is "C", and so does this. */
static const char *from_environment(void)
{
    const char *locale = locale_of_messages(), *list = getenv("LANGUAGE");
    bool plain = text_equal(locale, "C") || text_equal(locale, "POSIX");
    return plain ? "en" : list != NULL && list[0] != '\0' ? list : locale;
}

void language_choose(struct app *app, const struct options *options)
{
    const char *wanted = options->language != NULL ? options->language : from_environment();
    app->words = open_first(app, wanted);
    app->library.language = app->words != NULL ? catalog_language(app->words) : NULL;
    if (app->words == NULL && options->language != NULL && !is_english(wanted))
        log_warning("there is no translation into '%s'; the screens are in English", wanted);
}

static int is_catalog(const struct dirent *entry)
{
    char tag[LANGUAGE_TAG];
    size_t length = strlen(entry->d_name);
    return text_ends(entry->d_name, ".mo") && length < LANGUAGE_TAG + 3 &&
           language_tag(entry->d_name, length - 3, tag) && strstr(tag, "-X") == NULL;
}

struct text_list language_list(struct app *app)
{
    struct dirent **found = NULL;
    int count = app->catalogs != NULL ? scandir(app->catalogs, &found, is_catalog, alphasort) : 0;
    count = count < 0 ? 0 : count;
    struct text_list list = {arena_alloc(&app->arena, (size_t)(count + 2) * sizeof(char *)), 0};
    list.items[list.count++] = "auto";
    list.items[list.count++] = "en";
    for (int i = 0; i < count; i++) {
        const char *name = found[i]->d_name;
        list.items[list.count++] = arena_format(&app->arena, "%.*s", (int)strlen(name) - 3, name);
        free(found[i]);
    }
    free(found);
    return list;
}

const struct catalog *language_words(struct app *app, const char *language)
{
    if (is_english(language))
        return NULL;
    if (app->words != NULL && catalog_same_language(catalog_language(app->words), language))
        return app->words;
    return catalog_open(&app->arena, app->catalogs, language);
}

// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "settings/settings.h"

#define BETWEEN ", "

const char *setting_word(const struct settings *settings, enum setting setting)
{
    const struct setting_value *value = &settings->values[setting];
    const struct setting_info *info = &setting_table[setting];
    return info->kind == SETTING_CHOICE ? info->words[value->number] : value->text;
}

bool setting_same(const struct setting_value *a, const struct setting_value *b)
{
    return a->number == b->number && text_equal(a->text, b->text);
}

/* Where `name` stands in the list; NULL: nowhere. */
static char *find(char *list, const char *name)
{
    size_t length = strlen(name);
    for (char *at = list; *at != '\0';) {
        size_t item = strcspn(at, ",");
        if (item == length && memcmp(at, name, length) == 0)
            return at;
        at += item;
        at += at[0] != '\0' ? strlen(BETWEEN) : 0;
    }
    return NULL;
}

bool setting_has(const struct setting_value *list, const char *name)
{
    struct setting_value copy = *list;
    return find(copy.text, name) != NULL;
}

static void take_out(char *list, char *at, size_t length)
{
    char *behind = at + length;
    if (*behind != '\0')
        behind += strlen(BETWEEN);
    else if (at > list)
        at -= strlen(BETWEEN);
    memmove(at, behind, strlen(behind) + 1);
}

void setting_put(struct setting_value *list, const char *name, bool there)
{
    char *at = find(list->text, name);
    size_t used = strlen(list->text), length = strlen(name);
    if (at != NULL && !there)
        take_out(list->text, at, length);
    if (at != NULL || !there || used + strlen(BETWEEN) + length >= SETTING_TEXT)
        return;
    if (used > 0) {
        memcpy(list->text + used, BETWEEN, strlen(BETWEEN));
        used += strlen(BETWEEN);
    }
    memcpy(list->text + used, name, length + 1);
}

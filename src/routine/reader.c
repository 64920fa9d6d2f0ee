// SPDX-License-Identifier: MIT
#include "routine/reader.h"

#include <stdlib.h>
#include <string.h>

void reader_error(struct reader *reader, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_error(reader->diags, span, "%s", arena_vformat(reader->arena, format, args));
    va_end(args);
    reader->failed = true;
}

bool reader_check(struct reader *reader, bool ok)
{
    if (!ok)
        reader->failed = true;
    return ok;
}

void reader_unknown_key(struct reader *reader, const struct node *name, const struct keywords *keys,
                        const char *where)
{
    const char *near = keywords_nearest(keys, name->text);
    const char *quoted = node_quoted(name, reader->arena);
    if (near != NULL)
        reader_error(reader, name->span, "%s has no key %s; did you mean '%s'?", where, quoted,
                     near);
    else
        reader_error(reader, name->span, "%s has no key %s; its keys are %s", where, quoted,
                     keywords_listed(keys, "and", reader->arena));
}

bool reader_map(struct reader *reader, const struct node *map, const struct keywords *keys,
                const char *where, reader_field *read, void *target)
{
    bool all_known = true;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *name = &map->keys[i];
        int key = keywords_find(keys, name->text);
        all_known &= key >= 0;
        if (key < 0)
            reader_unknown_key(reader, name, keys, where);
        else
            read(reader, key, name, &map->items[i], target);
    }
    return all_known;
}

bool reader_is_map(struct reader *reader, const struct node *node, const char *example)
{
    if (node->kind == NODE_MAP)
        return true;
    reader_error(reader, node->span, "keys and values belong here, such as %s", example);
    return false;
}

int reader_word(struct reader *reader, const struct node *node, const struct keywords *words,
                const char *what)
{
    int value = node->kind == NODE_TEXT ? keywords_find(words, node->text) : -1;
    if (value >= 0)
        return value;
    const char *listed = keywords_listed(words, "or", reader->arena);
    if (node->kind != NODE_TEXT || *node->text == '\0') {
        reader_error(reader, node->span, "one word belongs here: %s", listed);
        return -1;
    }
    const char *quoted = node_quoted(node, reader->arena);
    const char *near = keywords_nearest(words, node->text);
    if (near != NULL)
        reader_error(reader, node->span, "%s is no %s; did you mean '%s'?", quoted, what, near);
    else
        reader_error(reader, node->span, "%s is no %s; write %s", quoted, what, listed);
    return -1;
}

bool reader_bool(struct reader *reader, const struct node *node, bool *value)
{
    int word = node->kind == NODE_TEXT ? keywords_find(&bool_words, node->text) : -1;
    if (word < 0)
        reader_error(reader, node->span, "'true' or 'false' belongs here");
    else
        *value = word == 1;
    return word >= 0;
}

bool reader_count(struct reader *reader, const struct node *node, int most, int *value)
{
    char *end = NULL;
    bool digits = node->kind == NODE_TEXT && node->text[0] >= '0' && node->text[0] <= '9';
    long number = digits ? strtol(node->text, &end, 10) : 0;
    if (!digits || *end != '\0' || number < 1 || number > most) {
        reader_error(reader, node->span, "a whole number from 1 to %d belongs here", most);
        return false;
    }
    *value = (int)number;
    return true;
}

const char *reader_spaced(struct reader *reader, const char *name)
{
    if (strchr(name, '-') == NULL)
        return name;
    char *copy = arena_copy(reader->arena, name, strlen(name));
    for (char *at = copy; (at = strchr(at, '-')) != NULL;)
        *at = ' ';
    return copy;
}

static const char *read_name(struct reader *reader, const struct node *node,
                             const struct keywords *words, const char *what, bool spaced)
{
    if (words != NULL)
        return reader_word(reader, node, words, what) >= 0 ? node->text : NULL;
    const char *name = reader_plain(reader, node, ROUTINE_MAX_TITLE);
    return name != NULL && spaced ? reader_spaced(reader, name) : name;
}

static bool names_have(const struct text_list *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (text_equal(names->items[i], name))
            return true;
    return false;
}

void reader_names(struct reader *reader, const struct node *node, const struct keywords *words,
                  const char *what, bool spaced, struct text_list *names)
{
    if (node->kind == NODE_MAP) {
        reader_error(reader, node->span, "a list of names belongs here, such as [mat, ball]");
        return;
    }
    bool alone = node->kind == NODE_TEXT;
    const struct node *items = alone ? node : node->items;
    size_t count = alone ? 1 : node->count;
    if (count > ROUTINE_MAX_LIST) {
        reader_error(reader, items[ROUTINE_MAX_LIST].span, "a list has at most %d names",
                     ROUTINE_MAX_LIST);
        count = ROUTINE_MAX_LIST;
    }
    const char **found = arena_alloc(reader->arena, count * sizeof *found);
    *names = (struct text_list){.items = found};
    for (size_t i = 0; i < count; i++) {
        const char *name = read_name(reader, &items[i], words, what, spaced);
        if (name != NULL && names_have(names, name))
            reader_error(reader, items[i].span, "'%s' is already in this list", name);
        else if (name != NULL)
            found[names->count++] = name;
    }
}

// SPDX-License-Identifier: MIT
#include "progress/json_pieces.h"

#include "base/arena.h"
#include "progress/exchange.h"
#include "progress/json.h"

#include <string.h>

struct walk {
    const char *at, *end;
    json_tokener *top, *member, *item; /* of the top itself, and what is one and two below it */
};

/* How far below the top a piece is counts towards how deep it may be. */
static json_tokener *tokener_create(int below)
{
    json_tokener *tokener = json_tokener_new_ex(EXCHANGE_MAX_DEPTH - below);
    if (tokener != NULL)
        json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8 |
                                            JSON_TOKENER_ALLOW_TRAILING_CHARS);
    return tokener;
}

/* The next character that is no blank; 0 at the end. */
static char next_sign(const char **at, const char *end)
{
    while (*at < end && strchr(" \t\r\n", **at) != NULL && **at != '\0')
        ++*at;
    if (*at == end)
        return '\0';
    return **at;
}

/* Something else stands there than what belongs there. */
static enum json_tokener_error refuse(const struct walk *walk, enum json_tokener_error error)
{
    if (walk->at == walk->end)
        return json_tokener_continue;
    return (unsigned char)*walk->at < 0x80 ? error : json_tokener_error_parse_utf8_string;
}

/* Moves past it, and past the blanks behind it. */
static enum json_tokener_error read_piece(json_tokener *tokener, const char **at, const char *end,
                                          json_object **out)
{
    json_tokener_reset(tokener);
    *out = json_tokener_parse_ex(tokener, *at, (int)(end - *at));
    *at += json_tokener_get_parse_end(tokener);
    return json_tokener_get_error(tokener);
}

/* Within something a number ends only where it may. */
static bool ends_well(json_object *piece, const char *at, const char *end)
{
    bool number =
        json_object_is_type(piece, json_type_int) || json_object_is_type(piece, json_type_double);
    return !number || at == end || (at[-1] != '\0' && strchr(" \t\r\n", at[-1]) != NULL) ||
           (*at != '\0' && strchr(",]}/", *at) != NULL);
}

static enum json_tokener_error read_inner(json_tokener *tokener, struct walk *walk,
                                          json_object **out)
{
    enum json_tokener_error error = read_piece(tokener, &walk->at, walk->end, out);
    if (error == json_tokener_success && !ends_well(*out, walk->at, walk->end)) {
        json_object_put(*out);
        return json_tokener_error_parse_number;
    }
    return error;
}

/* Where the items of a list are that stayed text. */
struct items {
    const char *from, *end;
    size_t count;
};

static json_object *list_create(const struct items *items)
{
    json_object *list = json_object_new_array();
    struct items *kept = memory_alloc(sizeof *kept);
    *kept = *items;
    json_object_set_userdata(list, kept, json_object_free_userdata);
    return list;
}

static enum json_tokener_error read_items(struct walk *walk, struct items *items)
{
    while (true) {
        json_object *item;
        enum json_tokener_error error = read_inner(walk->item, walk, &item);
        if (error != json_tokener_success)
            return error;
        json_object_put(item);
        items->count++;
        char sign = next_sign(&walk->at, walk->end);
        if (sign == ']')
            return json_tokener_success;
        if (sign != ',')
            return refuse(walk, json_tokener_error_parse_array);
        walk->at++;
        if (next_sign(&walk->at, walk->end) == ']')
            return json_tokener_error_parse_unexpected;
    }
}

static enum json_tokener_error read_list(struct walk *walk, json_object **out)
{
    enum json_tokener_error error = json_tokener_success;
    walk->at++;
    struct items items = {.from = walk->at, .end = walk->end};
    if (next_sign(&walk->at, walk->end) != ']')
        error = read_items(walk, &items);
    if (error != json_tokener_success)
        return error;
    walk->at++;
    *out = list_create(&items);
    return error;
}

static enum json_tokener_error read_value(struct walk *walk, json_object **out)
{
    if (next_sign(&walk->at, walk->end) == '[')
        return read_list(walk, out);
    return read_inner(walk->member, walk, out);
}

static enum json_tokener_error read_member(struct walk *walk, json_object *top)
{
    json_object *key, *value = NULL;
    if (next_sign(&walk->at, walk->end) != '"')
        return refuse(walk, json_tokener_error_parse_object_key_name);
    enum json_tokener_error error = read_inner(walk->member, walk, &key);
    if (error != json_tokener_success)
        return error;
    if (next_sign(&walk->at, walk->end) == ':') {
        walk->at++;
        error = read_value(walk, &value);
    } else {
        error = refuse(walk, json_tokener_error_parse_object_key_sep);
    }
    if (error == json_tokener_success)
        json_object_object_add(top, json_object_get_string(key), value);
    json_object_put(key);
    return error;
}

static enum json_tokener_error read_members(struct walk *walk, json_object *top)
{
    while (true) {
        enum json_tokener_error error = read_member(walk, top);
        if (error != json_tokener_success)
            return error;
        char sign = next_sign(&walk->at, walk->end);
        if (sign == '}')
            return json_tokener_success;
        if (sign != ',')
            return refuse(walk, json_tokener_error_parse_object_value_sep);
        walk->at++;
        if (next_sign(&walk->at, walk->end) == '}')
            return json_tokener_error_parse_unexpected;
    }
}

static enum json_tokener_error read_top(struct walk *walk, json_object **out)
{
    enum json_tokener_error error = json_tokener_success;
    if (next_sign(&walk->at, walk->end) != '{')
        return read_piece(walk->top, &walk->at, walk->end, out);
    walk->at++;
    *out = json_object_new_object();
    if (next_sign(&walk->at, walk->end) != '}')
        error = read_members(walk, *out);
    if (error != json_tokener_success)
        return error;
    walk->at++;
    next_sign(&walk->at, walk->end);
    return error;
}

static bool walk_init(struct walk *walk, const char *text, size_t length)
{
    *walk = (struct walk){.at = text, .end = text + length};
    walk->top = tokener_create(0);
    walk->member = tokener_create(1);
    walk->item = tokener_create(2);
    return walk->top != NULL && walk->member != NULL && walk->item != NULL;
}

static void tokener_destroy(json_tokener *tokener)
{
    if (tokener != NULL)
        json_tokener_free(tokener);
}

static void walk_finish(struct walk *walk)
{
    tokener_destroy(walk->top);
    tokener_destroy(walk->member);
    tokener_destroy(walk->item);
}

enum json_tokener_error json_pieces_read(const char *text, size_t length, json_object **out,
                                         size_t *at)
{
    struct walk walk;
    *out = NULL;
    enum json_tokener_error error = JSON_PIECES_NO_MEMORY;
    if (walk_init(&walk, text, length))
        error = read_top(&walk, out);
    if (error == json_tokener_success && walk.at < walk.end)
        error = json_tokener_error_parse_unexpected;
    walk_finish(&walk);
    if (error != json_tokener_success) {
        json_object_put(*out);
        *out = NULL;
    }
    *at = (size_t)(walk.at - text);
    return error;
}

void json_list_open(struct json_list *list, json_object *from)
{
    const struct items *items = json_object_get_userdata(from);
    *list = (struct json_list){.list = from, .length = json_object_array_length(from)};
    if (items == NULL)
        return;
    list->length = items->count;
    list->tokener = tokener_create(2);
    list->at = items->from;
    list->end = items->end;
}

json_object *json_list_next(struct json_list *list)
{
    if (list->tokener == NULL)
        return json_object_array_get_idx(list->list, list->next++);
    json_object_put(list->current);
    read_piece(list->tokener, &list->at, list->end, &list->current);
    next_sign(&list->at, list->end);
    list->at += list->at < list->end; /* what separates it from the next */
    return list->current;
}

void json_list_close(struct json_list *list)
{
    json_object_put(list->current);
    tokener_destroy(list->tokener);
}

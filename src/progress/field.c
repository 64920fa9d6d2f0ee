// SPDX-License-Identifier: MIT
#include "progress/field.h"

#include "progress/exchange.h"
#include "progress/json.h"

#include <assert.h>

enum { QUOTED_MOST = 40, FIELDS_MOST = 16 };

bool field_allows(uint32_t c)
{
    return c != TEXT_INVALID && c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0);
}

const char *field_clean(struct arena *arena, const char *text, size_t most)
{
    size_t length = strlen(text);
    char *out = arena_alloc(arena, length + 1), *to = out;
    const char *end = text + length;
    for (size_t count = 0; text < end && count < most; count++) {
        const char *from = text;
        if (field_allows(text_next(&text, end))) {
            memcpy(to, from, (size_t)(text - from));
            to += text - from;
        } else {
            *to++ = '?';
        }
    }
    *to = '\0';
    return out;
}

/* From the top down: "sessions[3].steps[0].title". */
static const char *place_text(struct arena *arena, const struct place *place)
{
    if (place->above == NULL)
        return "";
    const char *above = place_text(arena, place->above);
    if (place->key == NULL)
        return arena_format(arena, "%s[%zu]", above, place->index);
    return arena_format(arena, "%s%s%s", above, *above != '\0' ? "." : "",
                        field_clean(arena, place->key, QUOTED_MOST));
}

void field_complain(struct field_reader *reader, const struct place *place, const char *format, ...)
{
    if (++reader->errors > EXCHANGE_MAX_ERRORS)
        return;
    struct arena *arena = reader->diags->arena;
    va_list args;
    va_start(args, format);
    const char *what = arena_vformat(arena, format, args), *where = place_text(arena, place);
    va_end(args);
    diag_error(reader->diags, (struct span){.source = reader->source}, "%s%s%s", where,
               *where != '\0' ? ": " : "", what);
}

const char *field_quoted(struct field_reader *reader, json_object *json)
{
    struct arena *arena = reader->diags->arena;
    switch (json_object_get_type(json)) {
    case json_type_object:
        return "an object";
    case json_type_array:
        return "a list";
    case json_type_string:
        return arena_format(arena, "'%s'",
                            field_clean(arena, json_object_get_string(json), QUOTED_MOST));
    default:
        return field_clean(arena, json_object_to_json_string(json), QUOTED_MOST);
    }
}

const char *field_plain(json_object *json)
{
    if (!json_object_is_type(json, json_type_string))
        return NULL;
    const char *text = json_object_get_string(json);
    return strlen(text) == (size_t)json_object_get_string_len(json) ? text : NULL;
}

void *field_items(struct field_reader *reader, const struct place *place, json_object *json,
                  size_t most, size_t item_size,
                  void (*read)(struct field_reader *reader, const struct place *place,
                               json_object *json, void *item),
                  size_t *count)
{
    if (!json_object_is_type(json, json_type_array)) {
        field_complain(reader, place, "a list belongs here, not %s", field_quoted(reader, json));
        return NULL;
    }
    struct json_list list;
    json_list_open(&list, json);
    char *items = NULL;
    if (list.length > most) {
        field_complain(reader, place, "this list has %zu items; at most %zu are taken", list.length,
                       most);
    } else {
        items = arena_alloc(reader->arena, list.length * item_size);
        for (size_t i = 0; i < list.length; i++)
            read(reader, &(struct place){.above = place, .index = i}, json_list_next(&list),
                 items + i * item_size);
        *count = list.length;
    }
    json_list_close(&list);
    return items;
}

json_object *fields_write(struct arena *scratch, const struct field *fields, size_t count,
                          const void *from)
{
    json_object *object = json_object_new_object();
    for (size_t i = 0; i < count; i++)
        json_object_object_add(
            object, fields[i].key,
            fields[i].kind->write(scratch, (const char *)from + fields[i].offset));
    return object;
}

static void refuse_others(struct field_reader *reader, const struct place *place, json_object *json,
                          const struct field *fields, size_t count)
{
    const char *names[FIELDS_MOST];
    int unknown = 0;
    assert(count <= FIELDS_MOST);
    for (size_t i = 0; i < count; i++)
        names[i] = fields[i].key;
    json_object_object_foreach(json, key, value)
    {
        bool known = false;
        (void)value;
        for (size_t i = 0; i < count && !known; i++)
            known = text_equal(key, fields[i].key);
        if (known || ++unknown > EXCHANGE_MAX_ERRORS)
            continue;
        const char *near = text_nearest(key, names, count);
        struct place member = {.above = place, .key = key};
        if (near != NULL)
            field_complain(reader, &member, "nothing is called so; did you mean '%s'?", near);
        else
            field_complain(reader, &member, "nothing is called so");
    }
}

void fields_read(struct field_reader *reader, const struct place *place, json_object *json,
                 const struct field *fields, size_t count, void *into)
{
    if (!json_object_is_type(json, json_type_object)) {
        field_complain(reader, place, "an object in braces belongs here, not %s",
                       field_quoted(reader, json));
        return;
    }
    refuse_others(reader, place, json, fields, count);
    for (size_t i = 0; i < count; i++) {
        struct place member = {.above = place, .key = fields[i].key};
        json_object *value = NULL;
        bool there = json_object_object_get_ex(json, fields[i].key, &value);
        if (!there && !fields[i].may_be_null)
            field_complain(reader, &member, "is missing");
        else if (value != NULL || !fields[i].may_be_null)
            fields[i].kind->read(reader, &member, value, (char *)into + fields[i].offset);
    }
}

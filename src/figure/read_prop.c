// SPDX-License-Identifier: MIT
#include "figure/read.h"

#include "base/text.h"
#include "figure/value.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const prop_names[] = {"mat",  "floor", "pillow",  "roller",
                                         "ball", "wall",  "doorway", "chair"};
_Static_assert(COUNT(prop_names) == PROP_KINDS, "one name for each prop");

enum prop_key { KEY_AT, KEY_SIZE, KEY_RADIUS, KEY_FROM, KEY_TO, KEY_ROLLS, PROP_KEYS };
static const char *const prop_keys[] = {"at", "size", "radius", "from", "to", "rolls"};
_Static_assert(COUNT(prop_keys) == PROP_KEYS, "one name for each key");

#define BIT(key) (1u << (key))
#define STRIP (BIT(KEY_FROM) | BIT(KEY_TO))
#define PLACED (BIT(KEY_AT) | BIT(KEY_SIZE))
#define ROUND (BIT(KEY_AT) | BIT(KEY_RADIUS))

struct prop_rule {
    uint32_t needed, allowed;
};
static const struct prop_rule prop_rules[PROP_KINDS] = {
    [PROP_MAT] = {STRIP, STRIP},       [PROP_FLOOR] = {STRIP, STRIP},
    [PROP_PILLOW] = {PLACED, PLACED},  [PROP_ROLLER] = {ROUND, ROUND | BIT(KEY_ROLLS)},
    [PROP_BALL] = {ROUND, ROUND},      [PROP_WALL] = {PLACED, PLACED},
    [PROP_DOORWAY] = {PLACED, PLACED}, [PROP_CHAIR] = {PLACED, PLACED},
};

struct figure_words figure_prop_names(void)
{
    return (struct figure_words){prop_names, COUNT(prop_names)};
}

struct figure_words figure_prop_keys(void)
{
    return (struct figure_words){prop_keys, COUNT(prop_keys)};
}

struct prop_values {
    struct vec at, size;
    float radius, from, to;
    int rolls;
};

static void read_prop_value(struct diag_list *diags, enum prop_key key, const struct node *node,
                            struct prop_values *values)
{
    static const char *const answers[] = {"no", "yes"};
    switch (key) {
    case KEY_AT:
        value_point(diags, node, "at", &values->at);
        break;
    case KEY_SIZE:
        value_point(diags, node, "size", &values->size);
        break;
    case KEY_RADIUS:
        value_number(diags, node, "radius", 1, 60, &values->radius);
        break;
    case KEY_FROM:
        value_number(diags, node, "from", -300, 300, &values->from);
        break;
    case KEY_TO:
        value_number(diags, node, "to", -300, 300, &values->to);
        break;
    default:
        value_word(diags, node, "rolls", answers, COUNT(answers), &values->rolls);
    }
}

static uint32_t read_prop_values(struct diag_list *diags, enum prop_kind kind,
                                 const struct node *map, struct prop_values *values)
{
    uint32_t given = 0;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = &map->keys[i];
        int index = -1;
        for (int k = 0; k < PROP_KEYS; k++)
            if (text_equal(key->text, prop_keys[k]))
                index = k;
        if (index < 0) {
            value_unknown(diags, key, "prop key", prop_keys, PROP_KEYS);
        } else if (!(prop_rules[kind].allowed & BIT(index))) {
            diag_error(diags, key->span, "a %s has no '%s'", prop_names[kind], key->text);
        } else {
            given |= BIT(index);
            read_prop_value(diags, (enum prop_key)index, &map->items[i], values);
        }
    }
    return given;
}

static void read_prop(struct figure *figure, const struct node *key, const struct node *map,
                      struct diag_list *diags)
{
    int kind;
    if (!value_word(diags, key, "prop", prop_names, COUNT(prop_names), &kind) ||
        !value_map(diags, map, key->text))
        return;
    struct prop_values values = {0};
    uint32_t given = read_prop_values(diags, (enum prop_kind)kind, map, &values);
    for (int k = 0; k < PROP_KEYS; k++)
        if (prop_rules[kind].needed & ~given & BIT(k))
            diag_error(diags, key->span, "a %s needs '%s'", prop_names[kind], prop_keys[k]);
    struct prop prop = {.kind = (enum prop_kind)kind,
                        .at = values.at,
                        .size = values.size,
                        .rolls = values.rolls != 0};
    if (given & BIT(KEY_RADIUS))
        prop.size = (struct vec){2 * values.radius, 2 * values.radius};
    if ((given & STRIP) == STRIP) {
        prop.at.x = (values.from + values.to) / 2;
        prop.size.x = values.to - values.from;
        if (prop.size.x <= 0)
            diag_error(diags, key->span, "'from' must be left of 'to'");
    }
    figure->props[figure->prop_count++] = prop;
}

void read_props(struct figure *figure, const struct node *list, struct diag_list *diags)
{
    if (!value_list(diags, list, "props", FIGURE_MAX_PROPS))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = &list->items[i];
        if (item->kind != NODE_MAP || item->count != 1)
            diag_error(diags, item->span,
                       "a prop is one name and its place, such as "
                       "'mat: {from: -70, to: 70}'");
        else
            read_prop(figure, &item->keys[0], &item->items[0], diags);
    }
}

static const char *const muscle_places[] = {"torso", "neck", "near thigh", "near calf", "near arm"};
_Static_assert(COUNT(muscle_places) == MUSCLE_PLACES, "one name for each place");
static const char *const muscle_keys[] = {"along", "across", "size"};

struct figure_words figure_muscle_places(void)
{
    return (struct figure_words){muscle_places, COUNT(muscle_places)};
}

struct figure_words figure_muscle_keys(void)
{
    return (struct figure_words){muscle_keys, COUNT(muscle_keys)};
}

static void read_muscle(struct figure *figure, const struct node *key, const struct node *map,
                        struct diag_list *diags)
{
    int place;
    if (!value_word(diags, key, "muscle", muscle_places, COUNT(muscle_places), &place) ||
        !value_map(diags, map, key->text))
        return;
    struct muscle muscle = {.place = (enum muscle_place)place, .size = 9};
    for (size_t i = 0; i < map->count; i++) {
        const struct node *name = &map->keys[i], *value = &map->items[i];
        if (text_equal(name->text, "along"))
            value_range(diags, value, "along", -0.4f, 1.4f, &muscle.from, &muscle.to);
        else if (text_equal(name->text, "across"))
            value_number(diags, value, "across", -1, 1, &muscle.across);
        else if (text_equal(name->text, "size"))
            value_number(diags, value, "size", 2, 30, &muscle.size);
        else
            value_unknown(diags, name, "muscle key", muscle_keys, COUNT(muscle_keys));
    }
    if (node_get(map, "along") == NULL)
        diag_error(diags, key->span, "a muscle needs 'along', as in 'along: [0.6, 0.8]'");
    figure->muscles[figure->muscle_count++] = muscle;
}

void read_muscles(struct figure *figure, const struct node *list, struct diag_list *diags)
{
    if (!value_list(diags, list, "muscles", FIGURE_MAX_MUSCLES))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = &list->items[i];
        if (item->kind != NODE_MAP || item->count != 1)
            diag_error(diags, item->span,
                       "a muscle is one place and where on it, such as "
                       "'torso: {along: [0.6, 0.8]}'");
        else
            read_muscle(figure, &item->keys[0], &item->items[0], diags);
    }
}

// SPDX-License-Identifier: MIT
#include "figure/read.h"

#include "base/text.h"
#include "figure/value.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

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

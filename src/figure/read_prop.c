// SPDX-License-Identifier: MIT
#include "figure/prop.h"
#include "figure/read.h"

#include "base/text.h"
#include "figure/value.h"

#include <stddef.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define BIT(key) (1u << (key))
#define STRIP (BIT(KEY_FROM) | BIT(KEY_TO))

static const char *const key_names[] = {"at",        "size",       "radius",    "from", "to",
                                        "back rest", "sag",        "stands on", "tilt", "rolls",
                                        "held by",   "hangs from", "across"};
_Static_assert(COUNT(key_names) == PROP_KEYS, "one name for each key");

struct figure_words figure_prop_names(const char *names[PROP_KINDS])
{
    for (int i = 0; i < PROP_KINDS; i++)
        names[i] = prop_rows[i].name;
    return (struct figure_words){names, PROP_KINDS};
}

struct figure_words figure_prop_keys(void)
{
    return (struct figure_words){key_names, COUNT(key_names)};
}

uint32_t figure_prop_takes(enum prop_kind kind)
{
    return prop_rows[kind].needed | prop_rows[kind].optional;
}

/* What may differ from pose to pose. */
uint32_t figure_prop_moves(void)
{
    return BIT(KEY_AT) | BIT(KEY_SIZE) | BIT(KEY_BACK_REST) | BIT(KEY_SAG) | BIT(KEY_STANDS_ON) |
           BIT(KEY_TILT);
}

struct prop_values {
    struct prop_place place;
    float radius, from, to;
    int rolls, side, across;
};

struct number_key {
    float least, most;
    size_t offset; /* in prop_values */
};
#define NUMBER(least, most, member)                                                                \
    {                                                                                              \
        least, most, offsetof(struct prop_values, member)                                          \
    }
static const struct number_key number_keys[PROP_KEYS] = {
    [KEY_RADIUS] = NUMBER(1, 60, radius),
    [KEY_FROM] = NUMBER(-300, 300, from),
    [KEY_TO] = NUMBER(-300, 300, to),
    [KEY_BACK_REST] = NUMBER(0, 100, place.amounts[PROP_REST]),
    [KEY_SAG] = NUMBER(0, 30, place.amounts[PROP_SAG]),
    [KEY_STANDS_ON] = NUMBER(0, 200, place.amounts[PROP_STANDS]),
    [KEY_TILT] = NUMBER(-90, 120, place.amounts[PROP_TILT]),
};

struct word_key {
    const char *const *words[2]; /* side view; the others */
    size_t count;
    size_t offset;
};
static const char *const answers[] = {"no", "yes"};
static const char *const grounds[] = {"no", "yes", "wall"};
static const char *const side_hands[] = {"near hand", "far hand"};
static const char *const front_hands[] = {"left hand", "right hand"};
static const char *const side_shoulders[] = {"near shoulder", "far shoulder"};
static const char *const front_shoulders[] = {"left shoulder", "right shoulder"};
#define WORD(side, other, member)                                                                  \
    {                                                                                              \
        {side, other}, COUNT(side), offsetof(struct prop_values, member)                           \
    }
static const struct word_key word_keys[PROP_KEYS] = {
    [KEY_ROLLS] = WORD(grounds, grounds, rolls),
    [KEY_HELD_BY] = WORD(side_hands, front_hands, side),
    [KEY_HANGS_FROM] = WORD(side_shoulders, front_shoulders, side),
    [KEY_ACROSS] = WORD(answers, answers, across),
};

struct prop_reader {
    struct diag_list *diags;
    enum figure_view view;
    enum prop_kind kind;
    struct prop_values values;
    uint32_t given; /* bit per prop_key */
};

static void read_size(struct prop_reader *reader, const struct node *node)
{
    struct vec size;
    if (!value_point(reader->diags, node, "size", false, &size))
        return;
    if (size.x > 0 && size.y > 0)
        reader->values.place.size = size;
    else
        diag_error(reader->diags, node->span, "size needs a width and a height above 0");
}

static void read_value(struct prop_reader *reader, enum prop_key key, const struct node *node)
{
    const struct number_key *number = &number_keys[key];
    const struct word_key *word = &word_keys[key];
    char *values = (char *)&reader->values;
    const char *name = key_names[key];
    if (key == KEY_AT)
        value_point(reader->diags, node, name, reader->view == VIEW_ABOVE,
                    &reader->values.place.at);
    else if (key == KEY_SIZE)
        read_size(reader, node);
    else if (word->count > 0)
        value_word(reader->diags, node, name, word->words[reader->view != VIEW_SIDE], word->count,
                   (int *)(void *)(values + word->offset));
    else
        value_number(reader->diags, node, name, number->least, number->most,
                     (float *)(void *)(values + number->offset));
}

static int find_key(const char *name)
{
    for (int k = 0; k < PROP_KEYS; k++)
        if (text_equal(name, key_names[k]))
            return k;
    return -1;
}

static const char *article(const char *name)
{
    return name[0] == 'o' ? "an" : "a";
}

/* `allowed`: what it may say here. */
static void read_values(struct prop_reader *reader, const struct node *map, uint32_t allowed)
{
    const char *name = prop_rows[reader->kind].name;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = &map->keys[i];
        int index = find_key(key->text);
        if (index < 0) {
            value_unknown(reader->diags, key, "prop key", key_names, PROP_KEYS);
        } else if (!(figure_prop_takes(reader->kind) & BIT(index))) {
            diag_error(reader->diags, key->span, "%s %s has no '%s'", article(name), name,
                       key->text);
        } else if (!(allowed & BIT(index))) {
            diag_error(reader->diags, key->span,
                       "'%s' is the same in every pose: say it under 'props'", key->text);
        } else {
            reader->given |= BIT(index);
            read_value(reader, (enum prop_key)index, &map->items[i]);
        }
    }
}

static struct prop prop_from(const struct prop_reader *reader)
{
    const struct prop_values *values = &reader->values;
    struct prop prop = {.kind = reader->kind,
                        .place = values->place,
                        .rolls = (enum prop_roll)values->rolls,
                        .side = values->side,
                        .across = values->across != 0};
    if (reader->given & BIT(KEY_RADIUS))
        prop.place.size = (struct vec){2 * values->radius, 2 * values->radius};
    if ((reader->given & STRIP) == STRIP) {
        prop.place.at.x = (values->from + values->to) / 2;
        prop.place.size.x = values->to - values->from;
    }
    return prop;
}

static void read_prop(struct figure *figure, const struct node *key, const struct node *map,
                      struct diag_list *diags)
{
    int kind;
    const char *storage[PROP_KINDS];
    struct figure_words names = figure_prop_names(storage);
    if (!value_word(diags, key, "prop", names.words, names.count, &kind) ||
        !value_map(diags, map, key->text))
        return;
    const struct prop_row *row = &prop_rows[kind];
    if (figure->view == VIEW_ABOVE && !row->above)
        diag_error(diags, key->span, "%s %s is not drawn from above; a mat, a pillow or a ball is",
                   article(row->name), row->name);
    struct prop_reader reader = {.diags = diags,
                                 .view = figure->view,
                                 .kind = (enum prop_kind)kind,
                                 .values = {.place = row->usual}};
    read_values(&reader, map, ~0u);
    for (int k = 0; k < PROP_KEYS; k++)
        if (row->needed & ~reader.given & BIT(k))
            diag_error(diags, key->span, "%s %s needs '%s'", article(row->name), row->name,
                       key_names[k]);
    if ((reader.given & STRIP) == STRIP && reader.values.from >= reader.values.to)
        diag_error(diags, key->span, "'from' must be left of 'to'");
    figure->props[figure->prop_count++] = prop_from(&reader);
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

static int find_kind(const char *name)
{
    for (int kind = 0; kind < PROP_KINDS; kind++)
        if (text_equal(name, prop_rows[kind].name))
            return kind;
    return -1;
}

bool read_prop_move(const struct figure *figure, const struct node *key, const struct node *map,
                    struct pose *pose, struct diag_list *diags)
{
    int kind = find_kind(key->text), place = 0;
    if (kind < 0)
        return false;
    while (place < figure->prop_count && (int)figure->props[place].kind != kind)
        place++;
    if (place == figure->prop_count) {
        diag_error(diags, key->span, "there is no %s under 'props' that a pose could move",
                   key->text);
        return true;
    }
    if (!value_map(diags, map, key->text))
        return true;
    struct prop_reader reader = {.diags = diags,
                                 .view = figure->view,
                                 .kind = (enum prop_kind)kind,
                                 .values = {.place = pose->props[place]}};
    read_values(&reader, map, figure_prop_moves());
    pose->props[place] = reader.values.place;
    return true;
}

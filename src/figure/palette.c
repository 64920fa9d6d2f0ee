// SPDX-License-Identifier: MIT
#include "figure/palette.h"

#include "base/text.h"
#include "figure/read.h"
#include "figure/value.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

const struct palette palette_default = {
    .hair = HAIR_BUN,
    .colours =
        {
            [PALETTE_NIGHT] = {0xE0A989FF, 0x4E3931FF, 0x3FA796FF, 0x2E4A62FF},
            [PALETTE_LIGHT] = {0xD99E7CFF, 0x3A2A26FF, 0x35998AFF, 0x35546FFF},
            [PALETTE_CONTRAST] = {0xF2C4A6FF, 0x967263FF, 0x5FD6C2FF, 0x7FA6CCFF},
        },
};

static const char *const hair_styles[] = {"bun", "short", "curls"};
_Static_assert(COUNT(hair_styles) == HAIR_STYLES, "one name for each style");

static const char *const parts[] = {"skin", "hair", "top", "trousers"};
_Static_assert(COUNT(parts) == PALETTE_PARTS, "one name for each part");

/* The grounds have the names of the themes, in the order of enum palette_ground. */
enum palette_key { KEY_TITLE, KEY_HAIR, KEY_GROUNDS };
static const char *const keys[] = {"palette", "hair style", "night", "light", "contrast"};
_Static_assert(COUNT(keys) == KEY_GROUNDS + PALETTE_GROUNDS, "one key for each ground");

struct figure_words palette_keys(void)
{
    return (struct figure_words){keys, COUNT(keys)};
}

struct figure_words palette_parts(void)
{
    return (struct figure_words){parts, COUNT(parts)};
}

struct figure_words palette_hair_styles(void)
{
    return (struct figure_words){hair_styles, COUNT(hair_styles)};
}

static int word_of(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(text, words[i]))
            return (int)i;
    return -1;
}

/* RRGGBB, with or without a '#' before it. */
static bool plain_colour(const char *text, uint32_t *out)
{
    uint32_t value = 0;
    text += *text == '#';
    if (strlen(text) != 6)
        return false;
    for (; *text != '\0'; text++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = strchr(digits, *text);
        if (digit == NULL)
            return false;
        value = value << 4 | (uint32_t)((digit - digits) & 15);
    }
    *out = value << 8 | 0xFF;
    return true;
}

static void read_colour(struct diag_list *diags, const struct node *node, const char *name,
                        uint32_t *out)
{
    if (node->kind == NODE_TEXT && plain_colour(node->text, out))
        return;
    bool empty = node->kind == NODE_TEXT && node->text[0] == '\0';
    diag_error(diags, node->span, "%s needs a colour such as \"#E0A989\"%s", name,
               empty ? ", in quotes: behind a bare # everything is a comment" : "");
}

/* Reads what is given; false when a part is not. */
static bool read_ground(struct diag_list *diags, const struct node *map, const char *name,
                        uint32_t *colours)
{
    uint32_t given = 0;
    if (!value_map(diags, map, name))
        return true;
    for (size_t i = 0; i < map->count; i++) {
        int part = word_of(map->keys[i].text, parts, COUNT(parts));
        if (part < 0) {
            value_unknown(diags, &map->keys[i], "part", parts, COUNT(parts));
            continue;
        }
        given |= 1u << part;
        read_colour(diags, &map->items[i], parts[part], &colours[part]);
    }
    return given == (1u << PALETTE_PARTS) - 1;
}

static void read_title(struct diag_list *diags, const struct node *root)
{
    const struct node *title = node_get(root, keys[KEY_TITLE]);
    if (title == NULL || title->kind != NODE_TEXT || title->text[0] == '\0')
        diag_error(diags, title != NULL ? title->span : root->span,
                   "a palette needs a name, as in 'palette: Lagoon'");
}

static void read_hair(struct diag_list *diags, const struct node *root, struct palette *palette)
{
    const struct node *node = node_get(root, keys[KEY_HAIR]);
    int style = HAIR_BUN;
    if (node == NULL)
        diag_error(diags, root->span, "a palette needs '%s: bun', or 'short' or 'curls'",
                   keys[KEY_HAIR]);
    else if (value_word(diags, node, keys[KEY_HAIR], hair_styles, COUNT(hair_styles), &style))
        palette->hair = (enum figure_hair_style)style;
}

/* The night's colours are complete; the other grounds change what they name. */
static void read_grounds(struct diag_list *diags, const struct node *root, struct palette *palette)
{
    const char *night = keys[KEY_GROUNDS];
    const struct node *first = node_get(root, night);
    if (first == NULL || !read_ground(diags, first, night, palette->colours[PALETTE_NIGHT]))
        diag_error(diags, first != NULL ? first->span : root->span,
                   "a palette needs the colours of 'skin', 'hair', 'top' and 'trousers' under "
                   "'%s'",
                   night);
    for (int ground = PALETTE_NIGHT + 1; ground < PALETTE_GROUNDS; ground++) {
        const struct node *node = node_get(root, keys[KEY_GROUNDS + ground]);
        memcpy(palette->colours[ground], palette->colours[PALETTE_NIGHT],
               sizeof palette->colours[ground]);
        if (node != NULL)
            read_ground(diags, node, keys[KEY_GROUNDS + ground], palette->colours[ground]);
    }
}

static const struct palette *palette_from(struct arena *arena, const struct node *root,
                                          struct diag_list *diags)
{
    size_t errors = diags->errors;
    if (!value_map(diags, root, "a palette"))
        return NULL;
    struct palette *palette = arena_alloc(arena, sizeof *palette);
    for (size_t i = 0; i < root->count; i++)
        if (word_of(root->keys[i].text, keys, COUNT(keys)) < 0)
            value_unknown(diags, &root->keys[i], "key", keys, COUNT(keys));
    read_title(diags, root);
    read_hair(diags, root, palette);
    read_grounds(diags, root, palette);
    return diags->errors == errors ? palette : NULL;
}

const struct palette *palette_read(struct arena *arena, const char *path, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    if (!document_read(arena, path, diags, &root) || diags->errors != errors)
        return NULL;
    return palette_from(arena, root, diags);
}

const struct palette *palette_parse(struct arena *arena, const char *name, const char *text,
                                    size_t length, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    if (!document_parse(arena, name, text, length, diags, &root) || diags->errors != errors)
        return NULL;
    return palette_from(arena, root, diags);
}

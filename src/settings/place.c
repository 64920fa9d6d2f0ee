// SPDX-License-Identifier: MIT
#include "settings/place.h"

#include "base/text.h"
#include "settings/replace.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

static bool read_whole(const struct node *root, const char *key, int64_t *out)
{
    const struct node *node = node_get(root, key);
    if (node == NULL || node->kind != NODE_TEXT || node->text[0] == '\0' ||
        strlen(node->text) > 17 || node->text[strspn(node->text, "0123456789")] != '\0')
        return false;
    *out = strtoll(node->text, NULL, 10);
    return true;
}

static bool read_text(const struct node *root, const char *key, const char **out)
{
    const struct node *node = node_get(root, key);
    if (node == NULL || node->kind != NODE_TEXT || node->text[0] == '\0')
        return false;
    *out = node->text;
    return true;
}

static const char *take(const struct node *root, struct place *out)
{
    int64_t version = 0;
    if (root->kind != NODE_MAP || !read_whole(root, "place", &version))
        return "this is no place in a routine";
    if (version != PLACE_VERSION)
        return "another version of the program wrote it";
    bool whole = read_text(root, "routine", &out->id) && read_text(root, "file", &out->path) &&
                 read_whole(root, "position us", &out->position) &&
                 read_whole(root, "length us", &out->total) && read_whole(root, "left", &out->left);
    return whole ? NULL : "something is missing in it";
}

bool place_read(struct arena *arena, const char *file, struct place *out, const char **why)
{
    struct diag_list diags;
    const struct node *root;
    diag_init(&diags, arena);
    *out = (struct place){0};
    *why = NULL;
    if (access(file, F_OK) != 0)
        return false;
    bool read = document_read(arena, file, &diags, &root) && diags.errors == 0;
    *why = read ? take(root, out) : "it cannot be read";
    return *why == NULL;
}

const char *place_problem(const struct place *place, const struct place *here)
{
    if (!text_equal(place->id, here->id) || !text_equal(place->path, here->path))
        return "it is about another routine";
    if (place->total != here->total || place->position >= place->total)
        return "the routine has changed since";
    if (place->left > here->left)
        return "it is from the future";
    return here->left - place->left > PLACE_GOOD_FOR / TICK_S ? "it is too long ago" : NULL;
}

/* In the quotes of YAML that take every character. NULL: no file of ours has such a name. */
static const char *quoted(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1), *at = out;
    for (const char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            return NULL;
        if (*c == '"' || *c == '\\')
            *at++ = '\\';
        *at++ = *c;
    }
    return out;
}

static bool keep(struct arena *arena, const char *file, const struct place *place,
                 char why[SETTINGS_WHY])
{
    const char *id = quoted(arena, place->id), *path = quoted(arena, place->path);
    if (id == NULL || path == NULL) {
        snprintf(why, SETTINGS_WHY, "the routine's name has characters that no text has");
        return false;
    }
    const char *text = arena_format(
        arena,
        "# Where a session was left. unknot removes this when the routine ends.\n"
        "place: %d\nroutine: \"%s\"\nfile: \"%s\"\nposition us: %" PRId64 "\nlength us: %" PRId64
        "\nleft: %" PRId64 "\n",
        PLACE_VERSION, id, path, (int64_t)place->position, (int64_t)place->total, place->left);
    return replace_folders(arena, file, why) && replace_file(arena, file, text, why);
}

bool place_keep(const char *file, const struct place *place, char why[SETTINGS_WHY])
{
    struct arena arena;
    arena_init(&arena);
    bool kept = keep(&arena, file, place, why);
    arena_finish(&arena);
    return kept;
}

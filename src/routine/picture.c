// SPDX-License-Identifier: MIT
#include "routine/draft.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME_MOST = 200, PICTURES_MOST = 16 };

static bool has_picture_ending(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot != NULL && (strcasecmp(dot, ".png") == 0 || strcasecmp(dot, ".jpg") == 0 ||
                           strcasecmp(dot, ".jpeg") == 0);
}

static bool climbs_out(const char *name)
{
    for (const char *at = name; *at != '\0';) {
        size_t length = strcspn(at, "/");
        if (length == 2 && at[0] == '.' && at[1] == '.')
            return true;
        at += length + (at[length] == '/');
    }
    return name[0] == '/';
}

/* Both resolved, so that no link leads out either. */
static bool lies_inside(const char *folder, const char *path)
{
    char inside[PATH_MAX], outer[PATH_MAX];
    if (realpath(folder, outer) == NULL || realpath(path, inside) == NULL)
        return false;
    size_t length = strlen(outer);
    return text_equal(outer, "/") || (strncmp(inside, outer, length) == 0 && inside[length] == '/');
}

static const char *read_one(struct reader *reader, const struct node *value)
{
    const char *name = reader_text(reader, value, NAME_MOST);
    if (name == NULL)
        return NULL;
    const char *quoted = node_quoted(value, reader->arena);
    if (climbs_out(name)) {
        reader_error(reader, value->span,
                     "%s leads out of the routine's folder; put the picture beside the routine and "
                     "write its name alone",
                     quoted);
        return NULL;
    }
    if (!has_picture_ending(name)) {
        reader_error(reader, value->span, "%s is no PNG or JPEG file (.png, .jpg, .jpeg)", quoted);
        return NULL;
    }
    const char *path = arena_format(reader->arena, "%s/%s", reader->folder, name);
    char resolved[PATH_MAX];
    if (realpath(path, resolved) == NULL) {
        diag_warning(reader->diags, value->span, "there is no picture %s in %s", quoted,
                     reader->folder);
        return NULL;
    }
    if (!lies_inside(reader->folder, path)) {
        reader_error(reader, value->span, "%s is a link out of the routine's folder", quoted);
        return NULL;
    }
    return path;
}

void draft_read_picture(struct reader *reader, const struct node *value, struct draft *draft)
{
    draft->own_picture = value->span;
    draft->exercise.figure = NULL;
    bool alone = value->kind != NODE_LIST;
    const struct node *items = alone ? value : value->items;
    size_t count = alone ? 1 : value->count;
    if (count == 0 || count > PICTURES_MOST) {
        reader_error(reader, value->span, "a step shows from 1 to %d pictures", PICTURES_MOST);
        return;
    }
    const char **paths = arena_alloc(reader->arena, count * sizeof *paths);
    draft->exercise.pictures = (struct text_list){.items = paths};
    for (size_t i = 0; i < count; i++) {
        const char *path = read_one(reader, &items[i]);
        if (path != NULL)
            paths[draft->exercise.pictures.count++] = path;
    }
}

// SPDX-License-Identifier: MIT
#include "routine/reader.h"

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

/* False, with an error: a name that no picture can have. */
static bool is_picture_name(struct reader *reader, const struct node *value, const char *name)
{
    if (climbs_out(name)) {
        reader_error(reader, value->span,
                     "%s leads out of the routine's folder; put the picture beside the routine and "
                     "write its name alone",
                     node_quoted(value, reader->arena));
        return false;
    }
    if (has_picture_ending(name))
        return true;
    reader_error(reader, value->span, "%s is no PNG or JPEG file (.png, .jpg, .jpeg)",
                 node_quoted(value, reader->arena));
    return false;
}

/* "": it is nowhere, or cannot be shown. NULL, with an error: it leads out of its folder. */
static const char *find_picture(struct reader *reader, const struct node *value, const char *name)
{
    const char *const folders[] = {reader->folder, reader->library->assets};
    const char *quoted = node_quoted(value, reader->arena);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char resolved[PATH_MAX];
        if (folders[i] == NULL)
            continue;
        const char *path = arena_format(reader->arena, "%s/%s", folders[i], name);
        if (realpath(path, resolved) == NULL)
            continue;
        if (lies_inside(folders[i], path))
            return path;
        reader_error(reader, value->span,
                     "%s is a link out of its folder; put the picture itself there", quoted);
        return NULL;
    }
    diag_warning(reader->diags, value->span, "there is no picture %s in %s", quoted,
                 reader->folder);
    return "";
}

static const char *read_one(struct reader *reader, const struct node *value)
{
    const char *name = reader_plain(reader, value, NAME_MOST);
    if (name == NULL || !is_picture_name(reader, value, name))
        return NULL;
    const char *path = find_picture(reader, value, name);
    library_picture *problem_of = reader->library->picture_problem;
    if (path == NULL || path[0] == '\0' || problem_of == NULL)
        return path;
    const char *problem = problem_of(path);
    if (problem == NULL)
        return path;
    diag_warning(reader->diags, value->span, "%s cannot be shown: %s",
                 node_quoted(value, reader->arena), problem);
    return "";
}

void reader_pictures(struct reader *reader, const struct node *node, const char *where,
                     struct text_list *pictures)
{
    bool alone = node->kind != NODE_LIST;
    const struct node *items = alone ? node : node->items;
    size_t count = alone ? 1 : node->count;
    if (count == 0 || count > PICTURES_MOST) {
        reader_error(reader, node->span, "%s shows from 1 to %d pictures", where, PICTURES_MOST);
        return;
    }
    const char **paths = arena_alloc(reader->arena, count * sizeof *paths);
    *pictures = (struct text_list){.items = paths};
    for (size_t i = 0; i < count; i++) {
        const char *path = read_one(reader, &items[i]);
        if (path != NULL)
            paths[pictures->count++] = path;
    }
}

const char *reader_figure(struct reader *reader, const struct node *node)
{
    const char *name = reader_plain(reader, node, ROUTINE_MAX_TITLE);
    if (name == NULL || library_find(reader->library, LIBRARY_FIGURE, name) != NULL)
        return name;
    const char *near = library_nearest(reader->library, LIBRARY_FIGURE, name);
    const char *quoted = node_quoted(node, reader->arena);
    if (near != NULL)
        diag_warning(reader->diags, node->span, "no figure is called %s; did you mean '%s'?",
                     quoted, near);
    else
        diag_warning(reader->diags, node->span, "no figure is called %s; none is shown", quoted);
    return NULL;
}

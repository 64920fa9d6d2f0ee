// SPDX-License-Identifier: MIT
#include "routine/library.h"

#include "routine/translation.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *const kind_folders[LIBRARY_KINDS] = {
    [LIBRARY_ROUTINE] = "",        [LIBRARY_EXERCISE] = "/exercises",
    [LIBRARY_FIGURE] = "/figures", [LIBRARY_PALETTE] = "/palettes",
    [LIBRARY_TIPS] = "",
};

static const char ending[] = ".yaml";

const char *library_id(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    size_t length = strlen(name);
    if (text_ends(name, ending))
        length -= sizeof ending - 1;
    return arena_copy(arena, name, length);
}

const char *library_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

/* Whether a file of a kind's folder is of this kind. */
static bool is_of_kind(enum library_kind kind, const char *name)
{
    bool tips = text_equal(name, LIBRARY_TIPS_ID ".yaml");
    if (name[0] == '.' || !text_ends(name, ending) || translation_tag(name) > 0)
        return false;
    return kind == LIBRARY_TIPS ? tips : kind != LIBRARY_ROUTINE || !tips;
}

const char *library_kind_folder(const struct library *library, size_t folder,
                                enum library_kind kind)
{
    return arena_format(library->arena, "%s%s", library->folders.items[folder], kind_folders[kind]);
}

struct listing {
    struct library *library;
    size_t capacity;
};

static void list_folder(struct listing *listing, const char *folder, enum library_kind kind)
{
    struct library *library = listing->library;
    const char *path = arena_format(library->arena, "%s%s", folder, kind_folders[kind]);
    DIR *directory = opendir(path);
    if (directory == NULL)
        return;
    for (const struct dirent *found; (found = readdir(directory)) != NULL;) {
        if (!is_of_kind(kind, found->d_name))
            continue;
        library->items = arena_grow(library->arena, library->items, library->count,
                                    &listing->capacity, sizeof *library->items);
        library->items[library->count++] = (struct library_item){
            .kind = kind,
            .id = library_id(library->arena, found->d_name),
            .path = arena_format(library->arena, "%s/%s", path, found->d_name),
        };
    }
    closedir(directory);
}

/* What is listed later has a higher index in `order`. */
struct ranked {
    struct library_item item;
    size_t order;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->item.kind != b->item.kind)
        return a->item.kind < b->item.kind ? -1 : 1;
    int order = strcmp(a->item.id, b->item.id);
    if (order != 0)
        return order;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void sort_items(struct library *library)
{
    struct ranked *ranked = memory_alloc(library->count * sizeof *ranked);
    for (size_t i = 0; i < library->count; i++)
        ranked[i] = (struct ranked){library->items[i], i};
    qsort(ranked, library->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < library->count; i++) {
        struct library_item *item = &library->items[i];
        *item = ranked[i].item;
        item->hidden = i > 0 && item->kind == item[-1].kind && text_equal(item->id, item[-1].id);
    }
    free(ranked);
}

static void collect_names(struct library *library, enum library_kind kind)
{
    const char **names = arena_alloc(library->arena, library->count * sizeof *names);
    struct text_list *list = &library->names[kind];
    *list = (struct text_list){.items = names};
    for (size_t i = 0; i < library->count; i++)
        if (library->items[i].kind == kind && !library->items[i].hidden)
            names[list->count++] = library->items[i].id;
}

void library_open(struct library *library, struct arena *arena, const char *const *folders,
                  size_t count)
{
    *library = (struct library){.arena = arena};
    struct listing listing = {.library = library};
    library->folders = (struct text_list){arena_alloc(arena, count * sizeof *folders), count};
    for (size_t i = 0; i < count; i++)
        library->folders.items[i] = folders[i];
    for (size_t i = 0; i < count; i++)
        for (int kind = 0; kind < LIBRARY_KINDS; kind++)
            list_folder(&listing, folders[i], (enum library_kind)kind);
    sort_items(library);
    for (int kind = 0; kind < LIBRARY_KINDS; kind++)
        collect_names(library, (enum library_kind)kind);
}

static int compare_key(const struct library_item *item, enum library_kind kind, const char *id)
{
    if (item->kind != kind)
        return item->kind < kind ? -1 : 1;
    return strcmp(item->id, id);
}

const struct library_item *library_find(const struct library *library, enum library_kind kind,
                                        const char *id)
{
    size_t from = 0, to = library->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare_key(&library->items[middle], kind, id) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == library->count || compare_key(&library->items[from], kind, id) != 0)
        return NULL;
    return &library->items[from];
}

const char *library_nearest(const struct library *library, enum library_kind kind, const char *id)
{
    const struct text_list *names = &library->names[kind];
    return text_nearest(id, names->items, names->count);
}

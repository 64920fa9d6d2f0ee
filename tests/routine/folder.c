// SPDX-License-Identifier: MIT
#include "folder.h"

#include "check.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int folder_set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    arena_init(&folder->arena);
    diag_init(&folder->diags, &folder->arena);
    snprintf(folder->path, sizeof folder->path, "/tmp/unknot-routine-XXXXXX");
    if (mkdtemp(folder->path) == NULL)
        return 1;
    *state = folder;
    return 0;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status;
    (void)type;
    (void)where;
    return remove(path);
}

int folder_tear_down(void **state)
{
    struct folder *folder = *state;
    nftw(folder->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    arena_finish(&folder->arena);
    free(folder);
    return 0;
}

const char *folder_path(struct folder *folder, const char *name)
{
    return arena_format(&folder->arena, "%s/%s", folder->path, name);
}

void folder_write(struct folder *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s", folder_path(folder, name));
    for (char *slash = path + strlen(folder->path); (slash = strchr(slash + 1, '/')) != NULL;) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

void folder_open(struct folder *folder)
{
    const char *folders[] = {folder->path};
    library_open(&folder->library, &folder->arena, folders, 1);
}

void folder_expect(struct folder *folder, const char *message)
{
    for (size_t i = 0; i < folder->diags.count; i++)
        if (strcmp(folder->diags.items[i].message, message) != 0)
            fail_msg("said: %s", folder->diags.items[i].message);
    assert_int_equal(folder->diags.count, 1);
}

// SPDX-License-Identifier: MIT
#include "kiosk/record.h"

#include "settings/replace.h"

#include <stdlib.h>
#include <string.h>

const struct node *record_read(struct arena *arena, const char *path)
{
    const struct node *root;
    struct diag_list diags;
    diag_init(&diags, arena);
    bool read = document_read(arena, path, &diags, &root) && diags.errors == 0;
    return read && root->kind == NODE_MAP ? root : NULL;
}

static bool is_number(const struct node *node)
{
    return node->kind == NODE_TEXT && node->text[0] != '\0' && strlen(node->text) < 18 &&
           node->text[strspn(node->text, "0123456789")] == '\0';
}

int64_t record_number(const struct node *map, const char *key, int64_t otherwise)
{
    const struct node *node = map != NULL ? node_get(map, key) : NULL;
    return node != NULL && is_number(node) ? strtoll(node->text, NULL, 10) : otherwise;
}

bool record_keep(const char *path, const char *text, char why[SETTINGS_WHY])
{
    struct arena arena;
    arena_init(&arena);
    bool kept = replace_folders(&arena, path, why) && replace_file(&arena, path, text, why);
    arena_finish(&arena);
    return kept;
}

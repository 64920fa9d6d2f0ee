// SPDX-License-Identifier: MIT
#ifndef UNKNOT_DOCUMENT_DOCUMENT_H
#define UNKNOT_DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A YAML file as a checked tree of texts, lists and mappings, each with its place in the file. It
 * is the one reader for every file a user can write. YAML never types a value here: `1:30`, `on`
 * and `no` arrive as written, and the rooms above say what they mean.
 *
 * Strict on purpose: one document, no anchors, aliases or tags, no duplicate keys, UTF-8 only, and
 * the bounds below, each an error at its line.
 */
enum {
    DOCUMENT_MAX_BYTES = 256 * 1024,
    DOCUMENT_MAX_DEPTH = 16,
    DOCUMENT_MAX_EVENTS = 20000,
};

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    uint32_t count;     /* NODE_LIST: items; NODE_MAP: pairs */
    struct span span;   /* of the text, or of the first line of a list or mapping */
    const char *text;   /* NODE_TEXT: never NULL; `key:` with nothing behind it is "" */
    struct node *items; /* NODE_LIST: its items; NODE_MAP: its values */
    struct node *keys;  /* NODE_MAP: NODE_TEXT nodes beside `items`, each different */
};

/* Reads a file; `path` is also the name in messages. The tree, the source and its text live in the
 * arena. False: there is no tree, and the reason is in `diags`. True may still come with an error
 * that spoils only one spot (a key given twice: the first counts; a tag: ignored), so that what is
 * wrong elsewhere is found in the same run. */
bool document_read(struct arena *arena, const char *path, struct diag_list *diags,
                   const struct node **root);
/* The same for a text in memory, which must outlive the arena's use. */
bool document_parse(struct arena *arena, const char *name, const char *text, size_t length,
                    struct diag_list *diags, const struct node **root);

/* The value under `key`, NULL when there is none. `map` is a NODE_MAP. */
const struct node *node_get(const struct node *map, const char *key);
/* A NODE_TEXT's text for a message: in single quotes, and only the beginning of a long one. */
const char *node_quoted(const struct node *node, struct arena *arena);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_DOCUMENT_BUILDER_H
#define UNKNOT_DOCUMENT_BUILDER_H

#include "document/document.h"

#include <yaml.h>

/* Makes the tree out of parser events. A finished node waits on a stack until its list or mapping
 * ends; then all its children move into the arena at once, in one piece of the right size. */
struct level {
    enum node_kind kind;
    struct span span;
    size_t first; /* its first child on the stack */
};

struct builder {
    struct arena *arena;
    struct diag_list *diags;
    const struct source *source;
    struct level levels[DOCUMENT_MAX_DEPTH];
    int depth;
    struct node *stack; /* malloc'd */
    size_t count, capacity;
    int documents;
    bool has_tabs; /* somewhere in the file */
    bool stopped;  /* a bound was passed: nothing more can be read */
    bool broken;   /* a part is missing, so that what reads the tree would complain wrongly */
};

void builder_init(struct builder *builder, struct arena *arena, const struct source *source,
                  struct diag_list *diags);
void builder_finish(struct builder *builder);
/* Takes one event, which the caller deletes. */
void builder_event(struct builder *builder, const yaml_event_t *event);
/* After the last event: the root, NULL when there is none (the reason is in `diags`). */
const struct node *builder_root(struct builder *builder);

#endif

// SPDX-License-Identifier: MIT
#include "document/builder.h"

#include "base/text.h"
#include "document/bytes.h"
#include "document/keys.h"

#include <stdlib.h>
#include <string.h>

void builder_init(struct builder *builder, struct arena *arena, const struct source *source,
                  struct diag_list *diags)
{
    *builder = (struct builder){.arena = arena, .diags = diags, .source = source};
    builder->capacity = 64;
    builder->stack = memory_alloc(builder->capacity * sizeof *builder->stack);
    builder->has_tabs = memchr(source->text, '\t', source->length) != NULL;
}

void builder_finish(struct builder *builder)
{
    free(builder->stack);
}

static struct span span_of(const struct builder *builder, const yaml_event_t *event)
{
    const yaml_mark_t *start = &event->start_mark, *end = &event->end_mark;
    struct span span = {.source = builder->source,
                        .line = (uint32_t)start->line + 1,
                        .column = (uint32_t)start->column + 1,
                        .length = 1};
    if (end->line == start->line && end->column > start->column)
        span.length = (uint32_t)(end->column - start->column);
    return span;
}

static struct node *push(struct builder *builder)
{
    if (builder->count == builder->capacity) {
        builder->capacity *= 2;
        builder->stack = memory_resize(builder->stack, builder->capacity * sizeof *builder->stack);
    }
    return &builder->stack[builder->count++];
}

static void refuse_extras(struct builder *builder, struct span span, const yaml_char_t *anchor,
                          const yaml_char_t *tag)
{
    if (anchor != NULL)
        diag_error(builder->diags, span, "anchors ('&') are not allowed; write the text in full");
    if (tag != NULL)
        diag_error(builder->diags, span, "tags ('!') are not allowed; put the text in quotes");
}

static bool value_is_clean(const char *text, size_t length)
{
    const char *end = text + length;
    for (const char *at = text; at < end;) {
        if (*at >= ' ' && *at < 0x7F)
            at++;
        else if (!bytes_allowed_in_value(text_next(&at, end)))
            return false;
    }
    return true;
}

static void on_text(struct builder *builder, const yaml_event_t *event)
{
    struct span span = span_of(builder, event);
    refuse_extras(builder, span, event->data.scalar.anchor, event->data.scalar.tag);
    const char *text = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    /* Only an escape brings in what the check of the bytes did not see. */
    bool escapes = event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if ((escapes || builder->has_tabs) && !value_is_clean(text, length))
        diag_error(builder->diags, span, "this text holds a tab or a control character; delete it");
    *push(builder) = (struct node){
        .kind = NODE_TEXT, .span = span, .text = arena_copy(builder->arena, text, length)};
}

/* The place of an alias in the tree stays empty, so nobody may read the tree. */
static void on_alias(struct builder *builder, const yaml_event_t *event)
{
    struct span span = span_of(builder, event);
    diag_error(builder->diags, span, "aliases ('*') are not allowed; write the text in full");
    builder->broken = true;
    *push(builder) = (struct node){.kind = NODE_TEXT, .span = span, .text = ""};
}

static void begin(struct builder *builder, enum node_kind kind, struct span span)
{
    if (builder->depth == DOCUMENT_MAX_DEPTH) {
        diag_error(builder->diags, span, "lists and mappings nest more than %d deep here",
                   DOCUMENT_MAX_DEPTH);
        builder->stopped = true;
        return;
    }
    span.length = 1;
    builder->levels[builder->depth++] = (struct level){kind, span, builder->count};
}

static void on_list(struct builder *builder, const yaml_event_t *event)
{
    struct span span = span_of(builder, event);
    refuse_extras(builder, span, event->data.sequence_start.anchor, event->data.sequence_start.tag);
    begin(builder, NODE_LIST, span);
}

static void on_map(struct builder *builder, const yaml_event_t *event)
{
    struct span span = span_of(builder, event);
    refuse_extras(builder, span, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    begin(builder, NODE_MAP, span);
}

static void on_list_end(struct builder *builder, const yaml_event_t *event)
{
    (void)event;
    const struct level *level = &builder->levels[--builder->depth];
    struct node node = {.kind = NODE_LIST, .span = level->span};
    node.count = (uint32_t)(builder->count - level->first);
    node.items = arena_alloc(builder->arena, node.count * sizeof *node.items);
    if (node.count > 0)
        memcpy(node.items, builder->stack + level->first, node.count * sizeof *node.items);
    builder->count = level->first;
    *push(builder) = node;
}

static bool key_is_fine(const struct node *key, struct diag_list *diags)
{
    const char *problem = NULL;
    if (key->kind != NODE_TEXT)
        problem = "a key must be a text";
    else if (*key->text == '\0')
        problem = "a key is missing before this ':'";
    else if (text_equal(key->text, "<<"))
        problem = "merge keys ('<<') are not allowed; write it in full";
    if (problem != NULL)
        diag_error(diags, key->span, "%s", problem);
    return problem == NULL;
}

static void take_pairs(struct builder *builder, struct node *map, const struct node *pairs,
                       size_t count)
{
    struct node *nodes = arena_alloc(builder->arena, 2 * count * sizeof *nodes);
    map->keys = nodes;
    map->items = nodes + count;
    for (size_t i = 0; i < count; i++) {
        if (!key_is_fine(&pairs[2 * i], builder->diags))
            continue;
        map->keys[map->count] = pairs[2 * i];
        map->items[map->count++] = pairs[2 * i + 1];
    }
}

static void on_map_end(struct builder *builder, const yaml_event_t *event)
{
    (void)event;
    const struct level *level = &builder->levels[--builder->depth];
    struct node node = {.kind = NODE_MAP, .span = level->span};
    take_pairs(builder, &node, builder->stack + level->first, (builder->count - level->first) / 2);
    if (node.count > 0 && node.keys[0].span.column == node.span.column)
        node.span = node.keys[0].span;
    if (node.count > 1)
        keys_make_unique(&node, builder->arena, builder->diags);
    builder->count = level->first;
    *push(builder) = node;
}

static void on_document(struct builder *builder, const yaml_event_t *event)
{
    if (++builder->documents == 1)
        return;
    diag_error(builder->diags, span_of(builder, event),
               "a second document starts here; put it into a file of its own");
    builder->stopped = true;
}

typedef void event_handler(struct builder *builder, const yaml_event_t *event);

static event_handler *const handlers[] = {
    [YAML_DOCUMENT_START_EVENT] = on_document,
    [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_text,
    [YAML_SEQUENCE_START_EVENT] = on_list,
    [YAML_SEQUENCE_END_EVENT] = on_list_end,
    [YAML_MAPPING_START_EVENT] = on_map,
    [YAML_MAPPING_END_EVENT] = on_map_end,
};

void builder_event(struct builder *builder, const yaml_event_t *event)
{
    size_t type = (size_t)event->type;
    if (type < sizeof handlers / sizeof *handlers && handlers[type] != NULL)
        handlers[type](builder, event);
}

const struct node *builder_root(struct builder *builder)
{
    if (builder->stopped || builder->broken)
        return NULL;
    if (builder->count == 0) {
        diag_error(builder->diags, (struct span){.source = builder->source}, "the file is empty");
        return NULL;
    }
    struct node *root = arena_alloc(builder->arena, sizeof *root);
    *root = builder->stack[0];
    return root;
}

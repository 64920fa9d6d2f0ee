// SPDX-License-Identifier: MIT
#include "document/document.h"

#include "base/file.h"
#include "base/text.h"
#include "document/builder.h"
#include "document/bytes.h"
#include "document/problem.h"

#include <string.h>

static struct span whole(const struct source *source)
{
    return (struct span){.source = source};
}

static struct span mark_span(const struct source *source, const yaml_mark_t *mark)
{
    return (struct span){.source = source,
                         .line = (uint32_t)mark->line + 1,
                         .column = (uint32_t)mark->column + 1,
                         .length = 1};
}

/* Feeds the parser's events to the builder until the end or the first thing that stops it. */
static bool pump(yaml_parser_t *parser, struct builder *builder)
{
    for (int events = 0; !builder->stopped; events++) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            problem_report(parser, builder->source, builder->diags);
            return false;
        }
        bool last = event.type == YAML_STREAM_END_EVENT;
        if (events >= DOCUMENT_MAX_EVENTS && !last) {
            diag_error(builder->diags, mark_span(builder->source, &event.start_mark),
                       "the file says more than %d things up to here; split it",
                       DOCUMENT_MAX_EVENTS);
            builder->stopped = true;
        } else {
            builder_event(builder, &event);
        }
        yaml_event_delete(&event);
        if (last)
            return true;
    }
    return false;
}

static bool parse_source(struct arena *arena, const struct source *source, struct diag_list *diags,
                         const struct node **root)
{
    if (!bytes_check(source, diags))
        return false;
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        diag_error(diags, whole(source), "not enough memory to read it");
        return false;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->text, source->length);
    struct builder builder;
    builder_init(&builder, arena, source, diags);
    *root = pump(&parser, &builder) ? builder_root(&builder) : NULL;
    builder_finish(&builder);
    yaml_parser_delete(&parser);
    return *root != NULL;
}

bool document_parse(struct arena *arena, const char *name, const char *text, size_t length,
                    struct diag_list *diags, const struct node **root)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (length >= 3 && memcmp(text, mark, 3) == 0) {
        text += 3;
        length -= 3;
    }
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){.name = name, .text = text, .length = length};
    if (length > DOCUMENT_MAX_BYTES) {
        diag_error(diags, whole(source), "it is larger than %d KiB; split it",
                   DOCUMENT_MAX_BYTES / 1024);
        return false;
    }
    return parse_source(arena, source, diags, root);
}

bool document_read(struct arena *arena, const char *path, struct diag_list *diags,
                   const struct node **root)
{
    const char *name = arena_copy(arena, path, strlen(path));
    const char *text, *error;
    size_t length;
    if (file_read(arena, path, DOCUMENT_MAX_BYTES, &text, &length, &error))
        return document_parse(arena, name, text, length, diags, root);
    struct source *source = arena_alloc(arena, sizeof *source);
    source->name = name;
    diag_error(diags, whole(source), "cannot be read: %s", error);
    return false;
}

const struct node *node_get(const struct node *map, const char *key)
{
    for (size_t i = 0; i < map->count; i++)
        if (text_equal(map->keys[i].text, key))
            return &map->items[i];
    return NULL;
}

const char *node_quoted(const struct node *node, struct arena *arena)
{
    enum { MOST = 40 };
    const char *at = node->text, *end = at + strlen(at);
    const char *line_end = strchr(at, '\n');
    const char *stop = line_end != NULL ? line_end : end;
    for (int i = 0; i < MOST && at < stop; i++)
        text_next(&at, stop);
    return arena_format(arena, "'%.*s%s'", (int)(at - node->text), node->text,
                        at < end ? "..." : "");
}

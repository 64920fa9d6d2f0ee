// SPDX-License-Identifier: MIT
#include "base/diag.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void diag_init(struct diag_list *list, struct arena *arena)
{
    *list = (struct diag_list){.arena = arena};
}

/* A file that was read twice is still one file. */
static bool same_source(const struct source *a, const struct source *b)
{
    return a == b || (a != NULL && b != NULL && text_equal(a->name, b->name));
}

static bool same_place(struct span a, struct span b)
{
    return same_source(a.source, b.source) && a.line == b.line && a.column == b.column;
}

static bool already_said(const struct diag_list *list, struct span span, const char *message)
{
    for (size_t i = 0; i < list->count; i++)
        if (same_place(list->items[i].span, span) && text_equal(list->items[i].message, message))
            return true;
    return false;
}

__attribute__((format(printf, 4, 0))) static void diag_add(struct diag_list *list,
                                                           enum diag_severity severity,
                                                           struct span span, const char *format,
                                                           va_list args)
{
    const char *message = arena_vformat(list->arena, format, args);
    if (already_said(list, span, message))
        return;
    if (severity == DIAG_WARNING && list->strict)
        severity = DIAG_ERROR;
    if (severity == DIAG_ERROR && list->forgiving)
        severity = DIAG_FLAW;
    list->items =
        arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] =
        (struct diag){.severity = severity, .span = span, .message = message};
    size_t *counts[] = {&list->warnings, &list->flaws, &list->errors};
    ++*counts[severity];
}

void diag_error(struct diag_list *list, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_add(list, DIAG_ERROR, span, format, args);
    va_end(args);
}

void diag_warning(struct diag_list *list, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_add(list, DIAG_WARNING, span, format, args);
    va_end(args);
}

size_t diag_mistakes(const struct diag_list *list)
{
    return list->errors + list->flaws;
}

/* A diagnostic with its sort keys: sources in the order first met, then place, then arrival. */
struct ranked {
    const struct diag *diag;
    size_t source, arrival;
};

static int compare_ranked(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    const struct span *p = &a->diag->span, *q = &b->diag->span;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (p->line != q->line)
        return p->line < q->line ? -1 : 1;
    if (p->column != q->column)
        return p->column < q->column ? -1 : 1;
    return a->arrival < b->arrival ? -1 : a->arrival > b->arrival;
}

static size_t source_rank(const struct ranked *ranked, size_t count, const struct source *source)
{
    if (count > 0 && ranked[count - 1].diag->span.source == source)
        return ranked[count - 1].source;
    for (size_t i = 0; i < count; i++)
        if (same_source(ranked[i].diag->span.source, source))
            return ranked[i].source;
    return count;
}

/* Walks a source line by line; spans come sorted, so each line is passed once. */
struct line_cursor {
    const struct source *source;
    const char *at; /* start of `line` */
    uint32_t line;
};

static bool cursor_seek(struct line_cursor *cursor, const struct span *span)
{
    if (cursor->source != span->source || cursor->line > span->line)
        *cursor = (struct line_cursor){span->source, span->source->text, 1};
    const char *end = span->source->text + span->source->length;
    while (cursor->line < span->line) {
        const char *newline = memchr(cursor->at, '\n', (size_t)(end - cursor->at));
        if (newline == NULL)
            return false;
        cursor->at = newline + 1;
        cursor->line++;
    }
    return true;
}

static void put_character(struct diag_excerpt *out, const char *from, const char *to,
                          uint32_t character)
{
    bool plain = character != TEXT_INVALID && character >= 0x20 && character != 0x7F;
    size_t bytes = plain ? (size_t)(to - from) : 1;
    memcpy(out->text + out->bytes, plain ? from : character == '\t' ? " " : "?", bytes);
    out->bytes += bytes;
}

/* The line with the mistake in it, cut to a window around the mistake. */
static bool cut_out(struct line_cursor *cursor, const struct span *span, struct diag_excerpt *out)
{
    *out = (struct diag_excerpt){.bytes = 0};
    if (span->source == NULL || span->line == 0 || span->source->text == NULL ||
        !cursor_seek(cursor, span))
        return false;
    const char *end = cursor->source->text + cursor->source->length;
    const char *at = cursor->at;
    uint32_t skip = 0;
    while (skip + 1 < span->column && at + skip < end && (at[skip] == ' ' || at[skip] == '\t'))
        skip++;
    if (span->column - skip > DIAG_EXCERPT_COLUMNS)
        skip = span->column - DIAG_EXCERPT_COLUMNS / 2;
    for (uint32_t i = 0; i < skip && at < end; i++)
        text_next(&at, end);
    uint32_t column = skip + 1;
    while (at < end && *at != '\n' && *at != '\r' && column < skip + DIAG_EXCERPT_COLUMNS) {
        const char *from = at;
        size_t before = out->bytes;
        uint32_t character = text_next(&at, end);
        put_character(out, from, at, character);
        uint32_t width = character == TEXT_INVALID ? 1 : (uint32_t)text_columns(character);
        if (column < span->column) {
            out->from = out->bytes;
            out->columns_before += width;
        } else if (column < span->column + span->length) {
            out->marked += out->bytes - before;
            out->columns_marked += width;
        }
        column++;
    }
    out->text[out->bytes] = '\0';
    return true;
}

bool diag_excerpt(const struct diag *diag, struct diag_excerpt *out)
{
    struct line_cursor cursor = {0};
    return cut_out(&cursor, &diag->span, out);
}

static void print_excerpt(struct line_cursor *cursor, const struct span *span, FILE *out)
{
    struct diag_excerpt excerpt;
    if (!cut_out(cursor, span, &excerpt))
        return;
    fprintf(out, "  %s\n  %*s^", excerpt.text, (int)excerpt.columns_before, "");
    for (uint32_t i = 1; i < excerpt.columns_marked; i++)
        fputc('~', out);
    fputc('\n', out);
}

static void print_head(const struct diag *diag, FILE *out, bool colour)
{
    bool error = diag->severity != DIAG_WARNING;
    const struct span *span = &diag->span;
    if (span->source == NULL)
        fputs("unknot: ", out);
    else if (span->line == 0)
        fprintf(out, "%s: ", span->source->name);
    else
        fprintf(out, "%s:%u:%u: ", span->source->name, span->line, span->column);
    const char *word = error ? "error" : "warning";
    if (colour)
        fprintf(out, "\033[1;%dm%s:\033[0m ", error ? 31 : 33, word);
    else
        fprintf(out, "%s: ", word);
    fprintf(out, "%s\n", diag->message);
}

void diag_sort(struct diag_list *list)
{
    struct ranked *ranked = memory_alloc(list->count * sizeof *ranked);
    struct diag *old = memory_alloc(list->count * sizeof *old);
    for (size_t i = 0; i < list->count; i++) {
        old[i] = list->items[i];
        ranked[i] = (struct ranked){.diag = &old[i], .arrival = i};
        ranked[i].source = source_rank(ranked, i, old[i].span.source);
    }
    qsort(ranked, list->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = *ranked[i].diag;
    free(ranked);
    free(old);
}

void diag_print(struct diag_list *list, FILE *out, bool colour)
{
    struct line_cursor cursor = {0};
    diag_sort(list);
    for (size_t i = 0; i < list->count; i++) {
        print_head(&list->items[i], out, colour);
        print_excerpt(&cursor, &list->items[i].span, out);
    }
}

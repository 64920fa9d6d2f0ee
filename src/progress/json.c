// SPDX-License-Identifier: MIT
#include "progress/json.h"

#include "base/text.h"
#include "progress/exchange.h"
#include "progress/json_pieces.h"

/* Values take up to a few hundred bytes each in a tree, and time, so they are counted before. */
struct scan {
    size_t lists, values;
    size_t quote; /* where a single one stands that is no part of a text; else the length */
};

static struct scan scan_of(const struct source *source)
{
    struct scan scan = {.quote = source->length};
    bool quoted = false;
    for (size_t i = 0; i < source->length && scan.quote == source->length; i++) {
        char c = source->text[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            i += c == '\\';
        else if (c == '\'')
            scan.quote = i;
        scan.lists += !quoted && (c == '{' || c == '[');
        scan.values += !quoted && c == ',';
    }
    return scan;
}

static struct span place_of_byte(const struct source *source, size_t at)
{
    struct span span = {.source = source, .line = 1, .length = 1};
    const char *line = source->text;
    for (const char *c = source->text; c < source->text + at; c++)
        if (*c == '\n') {
            span.line++;
            line = c + 1;
        }
    span.column = (uint32_t)text_count(line, (size_t)(source->text + at - line)) + 1;
    return span;
}

static bool worth_parsing(const struct source *source, struct diag_list *diags)
{
    struct scan scan = scan_of(source);
    if (source->length > EXCHANGE_MAX_BYTES || scan.lists > EXCHANGE_MAX_LISTS ||
        scan.values > EXCHANGE_MAX_VALUES)
        diag_error(diags, (struct span){.source = source}, "this is more than a history holds");
    else if (scan.quote < source->length)
        diag_error(diags, place_of_byte(source, scan.quote),
                   "this is no JSON: texts stand in double quotes");
    else
        return true;
    return false;
}

static void say_why(const struct source *source, enum json_tokener_error error, size_t at,
                    struct diag_list *diags)
{
    struct span span = place_of_byte(source, at);
    if (error == json_tokener_success)
        diag_error(diags, (struct span){.source = source},
                   "an object in braces belongs here, not null");
    else if (error == JSON_PIECES_NO_MEMORY)
        diag_error(diags, (struct span){.source = source}, "there is no memory left to read it");
    else if (error == json_tokener_continue)
        diag_error(diags, span, "the file ends before its JSON does");
    else
        diag_error(diags, span, "this is no JSON: %s", json_tokener_error_desc(error));
}

json_object *json_parse(const struct source *source, struct diag_list *diags)
{
    json_object *json;
    size_t at;
    if (!worth_parsing(source, diags))
        return NULL;
    enum json_tokener_error error = json_pieces_read(source->text, source->length, &json, &at);
    if (error != json_tokener_success || json == NULL)
        say_why(source, error, at, diags);
    return json;
}

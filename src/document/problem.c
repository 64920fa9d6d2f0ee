// SPDX-License-Identifier: MIT
#include "document/problem.h"

#include "base/text.h"

#include <string.h>

/* The first row fits whose `context` and `problem` both begin what libyaml says; NULL fits all. */
struct translation {
    const char *context, *problem;
    bool at_context; /* the place to show is where the construct began */
    const char *message;
};

static const struct translation translations[] = {
    {"while scanning a quoted scalar", "found unknown escape", false,
     "this '\\' begins no known escape; write '\\\\', or put the text in single quotes"},
    {"while parsing a quoted scalar", "found unknown escape", false,
     "this '\\' begins no known escape; write '\\\\', or put the text in single quotes"},
    {"while parsing a quoted scalar", "did not find expected hexdecimal", false,
     "this '\\' begins no known escape; write '\\\\', or put the text in single quotes"},
    {"while parsing a quoted scalar", "found invalid Unicode", false,
     "this escape stands for no character"},
    {"while scanning a quoted scalar", NULL, true, "this quote is never closed"},
    {"while scanning a block scalar", NULL, false,
     "a text behind '|' or '>' starts on the next line, indented with spaces"},
    {"while scanning an anchor", NULL, true,
     "a text cannot start with '&'; put it in quotes (anchors are not allowed)"},
    {"while scanning an alias", NULL, true,
     "a text cannot start with '*'; put it in quotes (aliases are not allowed)"},
    {"while scanning a tag", NULL, true,
     "a text cannot start with '!'; put it in quotes (tags are not allowed)"},
    {"while parsing a tag", NULL, true,
     "a text cannot start with '!'; put it in quotes (tags are not allowed)"},
    {"while scanning a directive", NULL, true,
     "a line cannot start with '%'; put the text in quotes"},
    {"while scanning a %", NULL, true, "a line cannot start with '%'; put the text in quotes"},
    {NULL, "found undefined tag handle", false,
     "a text cannot start with '!'; put it in quotes (tags are not allowed)"},
    {NULL, "found character that cannot start any token", false,
     "a text cannot start with this character; put it in quotes"},
    {NULL, "could not find expected ':'", true, "a ':' is missing behind this"},
    {NULL, "mapping values are not allowed", false,
     "no ':' can stand here; put a text with ': ' in it in quotes, or mend the indentation"},
    {NULL, "block sequence entries are not allowed", false,
     "no list item can start here; begin a new line for '- '"},
    {NULL, "mapping keys are not allowed", false, "no key can start here; begin a new line"},
    {NULL, "did not find expected '-' indicator", false,
     "this line stands where a list item should; start it with '- ' or mend its indentation"},
    {NULL, "did not find expected key", false,
     "this does not fit the lines above; mend the indentation, or quote the whole text"},
    {NULL, "did not find expected ',' or ']'", true,
     "this '[' is never closed, or a ',' is missing between its items"},
    {NULL, "did not find expected ',' or '}'", true,
     "this '{' is never closed, or a ',' is missing between its items"},
    {NULL, "did not find expected node content", false, "a value is missing here"},
    {NULL, "did not find expected <document start>", false,
     "this belongs to nothing above; mend the indentation"},
};

static bool fits(const struct translation *row, const yaml_parser_t *parser)
{
    const char *context = parser->context != NULL ? parser->context : "";
    const char *problem = parser->problem != NULL ? parser->problem : "";
    return (row->context == NULL || text_starts(context, row->context)) &&
           (row->problem == NULL || text_starts(problem, row->problem));
}

static struct span span_of(const yaml_mark_t *mark, const struct source *source)
{
    return (struct span){.source = source,
                         .line = (uint32_t)mark->line + 1,
                         .column = (uint32_t)mark->column + 1,
                         .length = 1};
}

void problem_report(const yaml_parser_t *parser, const struct source *source,
                    struct diag_list *diags)
{
    if (parser->error == YAML_MEMORY_ERROR) {
        diag_error(diags, (struct span){.source = source}, "not enough memory to read it");
        return;
    }
    for (size_t i = 0; i < sizeof translations / sizeof *translations; i++) {
        const struct translation *row = &translations[i];
        if (!fits(row, parser))
            continue;
        bool at_context = row->at_context && parser->context != NULL;
        const yaml_mark_t *mark = at_context ? &parser->context_mark : &parser->problem_mark;
        diag_error(diags, span_of(mark, source), "%s", row->message);
        return;
    }
    diag_error(diags, span_of(&parser->problem_mark, source), "this is not valid YAML: %s",
               parser->problem != NULL ? parser->problem : "the parser gave up");
}

// SPDX-License-Identifier: MIT
#include "document/bytes.h"

#include "base/text.h"

#include <string.h>

enum flaw {
    FLAW_NONE,
    FLAW_NOT_UTF8,
    FLAW_NUL,
    FLAW_CONTROL,
    FLAW_LONE_CR,
    FLAW_SEPARATOR,
    FLAW_INNER_BOM,
    FLAW_TAB,
    FLAWS
};

/* Each follows the byte or the character, as in "byte 0x09 is a tab". */
static const char *const flaw_messages[FLAWS] = {
    [FLAW_NOT_UTF8] = "is not UTF-8; save the file as UTF-8",
    [FLAW_NUL] = "does not belong into a text; the file is damaged or of another kind",
    [FLAW_CONTROL] = "is a control character; delete it",
    [FLAW_LONE_CR] = "is a carriage return without a line feed; save the file with line feeds",
    [FLAW_SEPARATOR] = "is a separator that not every editor shows; write a plain line end",
    [FLAW_INNER_BOM] = "is a byte order mark inside the file; delete it",
    [FLAW_TAB] = "is a tab; indent with spaces",
};

/* Bytes of which nothing needs to be known: printable ASCII. */
static bool plain_byte(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* Eight of them at once. Only a byte that fails by itself carries into the next or borrows. */
static bool plain_eight(const char *at)
{
    const uint64_t each = 0x0101010101010101u;
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return ((bytes | (bytes - 0x20 * each) | (bytes + each)) & 0x80 * each) == 0;
}

static const char *skip_plain(const char *at, const char *end)
{
    while (end - at >= 8 && plain_eight(at))
        at += 8;
    while (at < end && plain_byte((unsigned char)*at))
        at++;
    return at;
}

bool bytes_allowed_in_value(uint32_t c)
{
    return c == '\n' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0));
}

static enum flaw flaw_of_control(const char *at, const char *end)
{
    if (*at == '\n' || *at == '\t')
        return FLAW_NONE;
    if (*at == '\r')
        return at + 1 < end && at[1] == '\n' ? FLAW_NONE : FLAW_LONE_CR;
    return *at == '\0' ? FLAW_NUL : FLAW_CONTROL;
}

static enum flaw flaw_of_character(uint32_t c)
{
    if (c == TEXT_INVALID)
        return FLAW_NOT_UTF8;
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return FLAW_SEPARATOR;
    if (c == 0xFEFF)
        return FLAW_INNER_BOM;
    bool noncharacter = c == 0xFFFE || c == 0xFFFF;
    return bytes_allowed_in_value(c) && !noncharacter ? FLAW_NONE : FLAW_CONTROL;
}

struct scan {
    const struct source *source;
    struct diag_list *diags;
    bool met[FLAWS];
    bool clean;
};

static struct span place_of(const struct source *source, const char *at)
{
    struct span span = {.source = source, .line = 1, .length = 1};
    const char *line = source->text;
    for (const char *newline; (newline = memchr(line, '\n', (size_t)(at - line))) != NULL;) {
        line = newline + 1;
        span.line++;
    }
    span.column = (uint32_t)text_count(line, (size_t)(at - line)) + 1;
    return span;
}

static void report(struct scan *scan, enum flaw flaw, const char *at, uint32_t character)
{
    if (flaw == FLAW_NONE || scan->met[flaw])
        return;
    scan->met[flaw] = true;
    scan->clean = false;
    unsigned byte = (unsigned char)*at;
    struct span span = place_of(scan->source, at);
    if (byte < 0x80 || character == TEXT_INVALID)
        diag_error(scan->diags, span, "byte 0x%02X %s", byte, flaw_messages[flaw]);
    else
        diag_error(scan->diags, span, "U+%04X %s", (unsigned)character, flaw_messages[flaw]);
}

/* Past the spaces that indent a line, or past the tab among them. */
static const char *scan_indent(struct scan *scan, const char *at, const char *end)
{
    while (at < end && *at == ' ')
        at++;
    if (at < end && *at == '\t')
        report(scan, FLAW_TAB, at++, '\t');
    return at;
}

static void scan_text(struct scan *scan)
{
    const char *end = scan->source->text + scan->source->length;
    const char *at = scan_indent(scan, scan->source->text, end);
    while ((at = skip_plain(at, end)) < end) {
        const char *from = at;
        uint32_t character = text_next(&at, end);
        if (character < 0x80)
            report(scan, flaw_of_control(from, end), from, character);
        else
            report(scan, flaw_of_character(character), from, character);
        if (character == '\n')
            at = scan_indent(scan, at, end);
    }
}

/* With or without a byte order mark, ASCII in UTF-16 has a NUL beside each letter. */
static bool looks_like_utf16(const struct source *source)
{
    if (source->length < 2)
        return false;
    const char *text = source->text;
    if (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)
        return true;
    return source->length % 2 == 0 && (text[0] == '\0') != (text[1] == '\0');
}

bool bytes_check(const struct source *source, struct diag_list *diags)
{
    if (looks_like_utf16(source)) {
        struct span start = {.source = source, .line = 1, .column = 1, .length = 1};
        diag_error(diags, start, "this file is UTF-16; save it as UTF-8");
        return false;
    }
    struct scan scan = {.source = source, .diags = diags, .clean = true};
    scan_text(&scan);
    return scan.clean;
}

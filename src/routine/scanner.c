// SPDX-License-Identifier: MIT
#include "routine/scanner.h"

#include "base/text.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n';
}

/* Beyond this every number is too large for whatever it counts. */
#define NUMBER_MOST ((int64_t)100000)
#define MICROS ((int64_t)1000000)

static const char *scan_number(const char *at, struct token *token)
{
    int64_t whole = 0, part = 0, scale = MICROS;
    for (; is_digit(*at); at++)
        if (whole < NUMBER_MOST)
            whole = whole * 10 + (*at - '0');
    token->comma = *at == ',' && is_digit(at[1]);
    if ((*at == '.' || *at == ',') && is_digit(at[1]))
        for (at++; is_digit(*at); at++) {
            scale /= 10;
            part += (*at - '0') * scale;
        }
    token->kind = TOKEN_NUMBER;
    token->micros = whole * MICROS + part;
    return at;
}

static const char *scan_word(const char *at, struct token *token)
{
    const char *from = at;
    while (*at != '\0' && *at != ':' && !is_space(*at) && !is_digit(*at))
        at++;
    size_t length = (size_t)(at - from);
    if (length >= sizeof token->word)
        length = sizeof token->word - 1;
    while (length > 0 && (from[length] & 0xC0) == 0x80)
        length--; /* not in the middle of a character */
    memcpy(token->word, from, length);
    token->word[length] = '\0';
    token->kind = TOKEN_WORD;
    return at;
}

void scanner_next(struct scanner *scanner)
{
    struct token *token = &scanner->token;
    const char *at = token->to;
    while (is_space(*at))
        at++;
    token->from = at;
    if (*at == '\0') {
        token->kind = TOKEN_END;
    } else if (is_digit(*at)) {
        at = scan_number(at, token);
    } else if (*at == ':') {
        token->kind = TOKEN_COLON;
        at++;
    } else {
        at = scan_word(at, token);
    }
    token->to = at;
}

void scanner_init(struct scanner *scanner, const char *text, const struct node *node,
                  struct arena *arena)
{
    *scanner = (struct scanner){.text = text, .node = node, .arena = arena};
    scanner->token.to = text;
    scanner_next(scanner);
}

bool scanner_fail(struct scanner *scanner, const char *format, ...)
{
    if (!scanner->failed && scanner->arena != NULL) {
        va_list args;
        va_start(args, format);
        scanner->complaint = arena_vformat(scanner->arena, format, args);
        va_end(args);
    }
    scanner->failed = true;
    return false;
}

const char *scanner_quoted(const struct scanner *scanner)
{
    return scanner->node != NULL ? node_quoted(scanner->node, scanner->arena) : "";
}

bool scanner_at_word(const struct scanner *scanner, const char *word)
{
    return scanner->token.kind == TOKEN_WORD && text_equal(scanner->token.word, word);
}

bool scanner_at_end(struct scanner *scanner)
{
    if (scanner->token.kind == TOKEN_END)
        return true;
    struct node rest = {.kind = NODE_TEXT, .text = scanner->token.from};
    return scanner_fail(scanner, "%s should end before %s", scanner_quoted(scanner),
                        scanner->node != NULL ? node_quoted(&rest, scanner->arena) : "");
}

static bool fail_bare_number(struct scanner *scanner, const struct token *number, bool in_dose)
{
    if (scanner->arena == NULL)
        return scanner_fail(scanner, "no unit");
    int length = (int)(number->to - number->from);
    if (length > TOKEN_WORD_BYTES)
        length = TOKEN_WORD_BYTES;
    const char *n = number->from, *tail = number->to;
    if (strlen(tail) > TOKEN_WORD_BYTES)
        tail = "";
    const char *also = in_dose ? arena_format(scanner->arena, ", '%.*s min%s' or '%.*s reps%s'",
                                              length, n, tail, length, n, tail)
                               : arena_format(scanner->arena, " or '%.*s min%s'", length, n, tail);
    return scanner_fail(scanner, "'%.*s' has no unit; write '%.*s s%s'%s", length, n, length, n,
                        tail, also);
}

static bool fail_unit(struct scanner *scanner, bool in_dose)
{
    const char *word = scanner->token.word;
    const char *near = keywords_nearest(&unit_words, word);
    if (near == NULL && in_dose)
        near = keywords_nearest(&amount_words, word);
    if (near != NULL)
        return scanner_fail(scanner, "'%s' is no unit; did you mean '%s'?", word, near);
    return scanner_fail(scanner, "'%s' is no unit; write %s", word,
                        in_dose ? "s, min, h, reps or breaths" : "s, min or h");
}

static bool at_tail(const struct scanner *scanner)
{
    return scanner->token.kind != TOKEN_WORD || scanner_at_word(scanner, "per") ||
           scanner_at_word(scanner, "alternating");
}

/* "1 min 30 s", with the current token behind the first number. */
static bool read_units(struct scanner *scanner, struct token number, bool in_dose, tick *sum)
{
    int above = 0;
    for (;;) {
        if (at_tail(scanner))
            return fail_bare_number(scanner, &number, in_dose);
        int seconds = keywords_find(&unit_words, scanner->token.word);
        if (seconds < 0)
            return fail_unit(scanner, in_dose);
        if (above != 0 && seconds >= above)
            return scanner_fail(scanner, "in %s the larger unit comes first, and each once",
                                scanner_quoted(scanner));
        *sum += number.micros * seconds;
        above = seconds;
        scanner_next(scanner);
        if (scanner->token.kind != TOKEN_NUMBER)
            return true;
        number = scanner->token;
        if (number.comma)
            return scanner_fail(scanner, "write decimals with a point");
        scanner_next(scanner);
    }
}

/* "1:30" or "1:02:03", with the current token the first colon. */
static bool read_clock(struct scanner *scanner, struct token number, tick *sum)
{
    int parts = 1;
    *sum = number.micros;
    if (number.micros % MICROS != 0)
        return scanner_fail(scanner, "in %s the numbers around ':' must be whole",
                            scanner_quoted(scanner));
    while (scanner->token.kind == TOKEN_COLON && parts < 3) {
        scanner_next(scanner);
        number = scanner->token;
        if (number.kind != TOKEN_NUMBER || number.to - number.from != 2)
            return scanner_fail(scanner, "in %s each ':' needs two digits behind it, as in '1:05'",
                                scanner_quoted(scanner));
        if (number.micros >= 60 * MICROS)
            return scanner_fail(scanner, "in %s the number behind ':' must be below 60",
                                scanner_quoted(scanner));
        *sum = *sum * 60 + number.micros;
        parts++;
        scanner_next(scanner);
    }
    return true;
}

bool scanner_duration(struct scanner *scanner, bool in_dose, tick *duration)
{
    struct token number = scanner->token;
    if (number.kind != TOKEN_NUMBER && *scanner->text == '-')
        return scanner_fail(scanner, "%s is below zero", scanner_quoted(scanner));
    if (number.kind != TOKEN_NUMBER)
        return scanner_fail(scanner, "%s is no %s; write %s", scanner_quoted(scanner),
                            in_dose ? "dose" : "time",
                            in_dose ? "something like '2 min', '10 reps' or '2 sets of 10'"
                                    : "something like '90 s', '2 min' or '1:30'");
    if (number.comma)
        return scanner_fail(scanner, "in %s write decimals with a point", scanner_quoted(scanner));
    scanner_next(scanner);
    tick sum = 0;
    bool ok = scanner->token.kind == TOKEN_COLON ? read_clock(scanner, number, &sum)
                                                 : read_units(scanner, number, in_dose, &sum);
    if (!ok)
        return false;
    if (sum > 6 * TICK_H)
        return scanner_fail(scanner, "%s is longer than 6 h", scanner_quoted(scanner));
    *duration = sum;
    return true;
}

// SPDX-License-Identifier: MIT
#include "routine/dose.h"

#include "base/text.h"
#include "routine/scanner.h"

#include <string.h>

enum { COUNT_MOST = 1000, SETS_MOST = 100 };
#define WHOLE ((int64_t)1000000)

/* A whole number that counts `what`; the current token becomes the one behind it. */
static bool read_count(struct scanner *scanner, const char *what, int most, int *count)
{
    const struct token *number = &scanner->token;
    if (number->comma || number->micros % WHOLE != 0 || number->micros < WHOLE ||
        number->micros / WHOLE > most)
        return scanner_fail(scanner, "in %s the number of %s must be whole, from 1 to %d",
                            scanner_quoted(scanner), what, most);
    *count = (int)(number->micros / WHOLE);
    scanner_next(scanner);
    return true;
}

/* What the current word counts; -1 when it counts nothing. */
static int amount_at(const struct scanner *scanner)
{
    const struct token *token = &scanner->token;
    return token->kind == TOKEN_WORD ? keywords_find(&amount_words, token->word) : -1;
}

static bool ends_here(const struct scanner *scanner)
{
    return scanner->token.kind == TOKEN_END || scanner_at_word(scanner, "per") ||
           scanner_at_word(scanner, "alternating");
}

/* What one set is: "10", "10 reps" or "40 s". */
static bool read_set(struct scanner *scanner, struct dose *dose)
{
    if (scanner->token.kind != TOKEN_NUMBER)
        return scanner_fail(scanner,
                            "%s lacks what a set is: write '%d sets of 10' or '%d sets of 40 s'",
                            scanner_quoted(scanner), dose->sets, dose->sets);
    struct scanner ahead = *scanner;
    scanner_next(&ahead);
    int amount = amount_at(&ahead);
    if (amount == AMOUNT_BREATHS || amount == AMOUNT_SETS)
        return scanner_fail(scanner, "in %s a set must be reps or a time: write '%d sets of 10'",
                            scanner_quoted(scanner), dose->sets);
    if (amount != AMOUNT_REPS && !ends_here(&ahead))
        return scanner_duration(scanner, true, &dose->duration);
    dose->amount = DOSE_REPS;
    if (!read_count(scanner, "reps", COUNT_MOST, &dose->count))
        return false;
    if (amount == AMOUNT_REPS)
        scanner_next(scanner);
    return true;
}

static bool read_sets(struct scanner *scanner, struct dose *dose)
{
    if (!read_count(scanner, "sets", SETS_MOST, &dose->sets))
        return false;
    scanner_next(scanner);
    if (scanner_at_word(scanner, "of"))
        scanner_next(scanner);
    else
        return scanner_fail(scanner,
                            "%s lacks what a set is: write '%d sets of 10' or '%d sets of 40 s'",
                            scanner_quoted(scanner), dose->sets, dose->sets);
    return read_set(scanner, dose);
}

static bool read_counted(struct scanner *scanner, struct dose *dose, enum dose_amount amount,
                         const char *what)
{
    dose->amount = amount;
    if (!read_count(scanner, what, COUNT_MOST, &dose->count))
        return false;
    scanner_next(scanner);
    return true;
}

/* "2x10" and "2 x 10" are what many would write. `ahead` stands behind the 2. */
static bool is_times(struct scanner ahead)
{
    if (!scanner_at_word(&ahead, "x") && !scanner_at_word(&ahead, "*"))
        return false;
    scanner_next(&ahead);
    return ahead.token.kind == TOKEN_NUMBER;
}

static bool read_number_first(struct scanner *scanner, struct dose *dose)
{
    struct scanner ahead = *scanner;
    scanner_next(&ahead);
    if (is_times(ahead))
        return scanner_fail(scanner, "%s: write sets as '2 sets of 10'", scanner_quoted(scanner));
    switch (amount_at(&ahead)) {
    case AMOUNT_SETS:
        return read_sets(scanner, dose);
    case AMOUNT_REPS:
        return read_counted(scanner, dose, DOSE_REPS, "reps");
    case AMOUNT_BREATHS:
        return read_counted(scanner, dose, DOSE_BREATHS, "breaths");
    default:
        return scanner_duration(scanner, true, &dose->duration);
    }
}

static bool read_amount(struct scanner *scanner, struct dose *dose)
{
    if (scanner->token.kind == TOKEN_NUMBER)
        return read_number_first(scanner, dose);
    if (!scanner_at_word(scanner, "until"))
        return scanner_duration(scanner, true, &dose->duration);
    scanner_next(scanner);
    if (!scanner_at_word(scanner, "continue"))
        return scanner_fail(scanner, "%s: write 'until continue'", scanner_quoted(scanner));
    scanner_next(scanner);
    dose->amount = DOSE_UNTIL_CONTINUE;
    return true;
}

static bool read_sides(struct scanner *scanner, struct dose *dose)
{
    if (scanner->token.kind == TOKEN_END)
        return true;
    int sides = keywords_find(&side_words, scanner->token.from);
    if (sides < 0) {
        bool meant = strstr(scanner->token.from, "side") != NULL;
        const char *near = meant ? "per side" : keywords_nearest(&side_words, scanner->token.from);
        if (near == NULL)
            return scanner_at_end(scanner);
        return scanner_fail(scanner, "in %s write '%s'", scanner_quoted(scanner), near);
    }
    dose->sides = (enum dose_sides)sides;
    if (dose->amount == DOSE_UNTIL_CONTINUE && dose->sides == DOSE_ALTERNATING)
        return scanner_fail(scanner, "'until continue' cannot alternate; write 'per side'");
    return true;
}

static bool refuse(const struct scanner *scanner, const struct node *node, struct diag_list *diags)
{
    diag_error(diags, node->span, "%s", scanner->complaint);
    return false;
}

static bool is_text(const struct node *node, struct diag_list *diags, const char *what)
{
    if (node->kind == NODE_TEXT && *node->text != '\0')
        return true;
    diag_error(diags, node->span, "%s", what);
    return false;
}

bool dose_read(const struct node *node, struct diag_list *diags, struct dose *dose)
{
    if (!is_text(node, diags, "a dose belongs here, such as '2 min' or '2 sets of 10'"))
        return false;
    struct scanner scanner;
    scanner_init(&scanner, node->text, node, diags->arena);
    *dose = (struct dose){.amount = DOSE_TIME, .sets = 1};
    if (!read_amount(&scanner, dose) || !read_sides(&scanner, dose))
        return refuse(&scanner, node, diags);
    if (dose->amount == DOSE_TIME && dose->duration == 0) {
        diag_error(diags, node->span, "a dose must be longer than 0 s");
        return false;
    }
    return true;
}

bool duration_read_from_zero(const struct node *node, struct diag_list *diags, tick *duration)
{
    if (!is_text(node, diags, "a time belongs here, such as '90 s' or '2 min'"))
        return false;
    struct scanner scanner;
    scanner_init(&scanner, node->text, node, diags->arena);
    if (!scanner_duration(&scanner, false, duration) || !scanner_at_end(&scanner))
        return refuse(&scanner, node, diags);
    return true;
}

bool duration_read(const struct node *node, struct diag_list *diags, tick *duration)
{
    if (!duration_read_from_zero(node, diags, duration))
        return false;
    if (*duration > 0)
        return true;
    diag_error(diags, node->span, "this must be longer than 0 s");
    return false;
}

bool duration_parse(const char *text, tick *duration)
{
    struct scanner scanner;
    scanner_init(&scanner, text, NULL, NULL);
    return scanner_duration(&scanner, false, duration) && scanner_at_end(&scanner);
}

const char *dose_words(const struct dose *dose, struct arena *arena)
{
    static const char *const sides[] = {
        [DOSE_NO_SIDES] = "", [DOSE_PER_SIDE] = " per side", [DOSE_ALTERNATING] = " alternating"};
    char time[TICK_TEXT] = "";
    if (dose->amount == DOSE_UNTIL_CONTINUE)
        return arena_format(arena, "until continue%s", sides[dose->sides]);
    const char *sets = dose->sets > 1 ? arena_format(arena, "%d sets of ", dose->sets) : "";
    if (dose->amount == DOSE_TIME)
        return arena_format(arena, "%s%s%s", sets, tick_words(dose->duration, time),
                            sides[dose->sides]);
    const char *unit = dose->amount == DOSE_REPS ? "rep" : "breath";
    return arena_format(arena, "%s%d %s%s%s", sets, dose->count, unit, dose->count == 1 ? "" : "s",
                        sides[dose->sides]);
}

// SPDX-License-Identifier: MIT
#include "base/plural.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Evaluated as it is read, each operator binding as it does in C. */
struct reading {
    const char *at;
    uint64_t n;
    int depth;
    bool failed;
};

enum { DEPTH_MOST = 50 };

static uint64_t read_choice(struct reading *reading);

static void skip_space(struct reading *reading)
{
    reading->at += strspn(reading->at, " \t");
}

static bool take(struct reading *reading, const char *sign)
{
    skip_space(reading);
    size_t length = strlen(sign);
    if (strncmp(reading->at, sign, length) != 0)
        return false;
    reading->at += length;
    return true;
}

static uint64_t read_number(struct reading *reading)
{
    uint64_t value = 0;
    if (*reading->at < '0' || *reading->at > '9')
        reading->failed = true;
    for (; *reading->at >= '0' && *reading->at <= '9'; reading->at++)
        value = value * 10 + (uint64_t)(*reading->at - '0');
    return value;
}

static uint64_t read_operand(struct reading *reading)
{
    if (++reading->depth > DEPTH_MOST)
        reading->failed = true;
    uint64_t value = 0;
    if (reading->failed)
        return 0;
    if (take(reading, "!")) {
        value = read_operand(reading) == 0;
    } else if (take(reading, "(")) {
        value = read_choice(reading);
        reading->failed = !take(reading, ")") || reading->failed;
    } else if (take(reading, "n")) {
        value = reading->n;
    } else {
        value = read_number(reading);
    }
    reading->depth--;
    return value;
}

/* Longer signs before those that they begin with. */
static const struct operator
{
    const char *sign;
    int binds;
}
operators[] = {{"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<=", 4}, {">=", 4}, {"<", 4},
               {">", 4},  {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6}};
enum { OPERATORS = sizeof operators / sizeof *operators, BINDS_MOST = 6 };

static const struct operator* next_operator(struct reading *reading, int binds)
{
    skip_space(reading);
    for (int i = 0; i < OPERATORS; i++)
        if (operators[i].binds == binds &&
            strncmp(reading->at, operators[i].sign, strlen(operators[i].sign)) == 0)
            return &operators[i];
    return NULL;
}

static uint64_t compare(const char *sign, uint64_t a, uint64_t b)
{
    switch (sign[0]) {
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return sign[1] == '=' ? a <= b : a < b;
    default:
        return sign[1] == '=' ? a >= b : a > b;
    }
}

static uint64_t combine(struct reading *reading, const char *sign, uint64_t a, uint64_t b)
{
    bool divides = sign[0] == '/' || sign[0] == '%';
    reading->failed = reading->failed || (divides && b == 0);
    if (reading->failed)
        return 0;
    switch (sign[0]) {
    case '|':
        return a != 0 || b != 0;
    case '&':
        return a != 0 && b != 0;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return a / b;
    case '%':
        return a % b;
    default:
        return compare(sign, a, b);
    }
}

/* All operators that bind at least as strongly. */
static uint64_t read_binary(struct reading *reading, int binds)
{
    if (binds > BINDS_MOST)
        return read_operand(reading);
    uint64_t value = read_binary(reading, binds + 1);
    for (const struct operator* found;
         !reading->failed && (found = next_operator(reading, binds)) != NULL;) {
        reading->at += strlen(found->sign);
        value = combine(reading, found->sign, value, read_binary(reading, binds + 1));
    }
    return value;
}

static uint64_t read_choice(struct reading *reading)
{
    uint64_t condition = read_binary(reading, 1);
    if (reading->failed || !take(reading, "?"))
        return condition;
    uint64_t yes = read_choice(reading);
    reading->failed = !take(reading, ":") || reading->failed;
    uint64_t no = reading->failed ? 0 : read_choice(reading);
    return condition != 0 ? yes : no;
}

uint64_t plural_form(const char *expression, uint64_t n)
{
    struct reading reading = {.at = expression, .n = n};
    uint64_t form = read_choice(&reading);
    skip_space(&reading);
    bool ended = *reading.at == '\0' || *reading.at == ';' || *reading.at == '\n';
    return reading.failed || !ended ? 0 : form;
}

// SPDX-License-Identifier: MIT
#include "base/bidi.h"

#include "base/text.h"

#include <string.h>

enum { LEFT_TO_RIGHT, RIGHT_TO_LEFT, NUMBER, NEUTRAL };

static bool within(uint32_t c, uint32_t from, uint32_t to)
{
    return c >= from && c <= to;
}

static uint8_t class_of(uint32_t c)
{
    if (within(c, '0', '9') || within(c, 0x660, 0x669) || within(c, 0x6F0, 0x6F9))
        return NUMBER;
    if (within(c, 0x590, 0x8FF) || within(c, 0xFB1D, 0xFDFF) || within(c, 0xFE70, 0xFEFE) ||
        within(c, 0x10800, 0x10FFF) || within(c, 0x1E800, 0x1EFFF))
        return RIGHT_TO_LEFT;
    bool letter = within(c, 'A', 'Z') || within(c, 'a', 'z');
    bool sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || within(c, 0x2000, 0x2BFF);
    return letter || !sign ? LEFT_TO_RIGHT : NEUTRAL;
}

/* A mark belongs to the letter that it stands on. */
static bool classify(const char *text, size_t length, uint8_t *classes)
{
    bool right = false;
    uint8_t last = NEUTRAL;
    for (const char *at = text, *end = text + length; at < end;) {
        const char *from = at;
        uint32_t c = text_next(&at, end);
        if (text_columns(c) != 0)
            last = class_of(c);
        right = right || last == RIGHT_TO_LEFT;
        memset(classes + (from - text), last, (size_t)(at - from));
    }
    return right;
}

static uint8_t first_strong(const uint8_t *classes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (classes[i] == LEFT_TO_RIGHT || classes[i] == RIGHT_TO_LEFT)
            return classes[i];
    return LEFT_TO_RIGHT;
}

/* "8:06" and "2,5" are one number; among letters that run to the right a number is one of them. */
static void resolve_numbers(const char *text, size_t length, uint8_t base, uint8_t *classes)
{
    for (size_t i = 1; i + 1 < length; i++)
        if (text[i] != '\0' && strchr(".,:/-", text[i]) != NULL && classes[i - 1] == NUMBER &&
            classes[i + 1] == NUMBER)
            classes[i] = NUMBER;
    uint8_t strong = base;
    for (size_t i = 0; i < length; i++) {
        if (classes[i] == LEFT_TO_RIGHT || classes[i] == RIGHT_TO_LEFT)
            strong = classes[i];
        else if (classes[i] == NUMBER && strong == LEFT_TO_RIGHT)
            classes[i] = LEFT_TO_RIGHT;
    }
}

static uint8_t side_of(uint8_t class)
{
    return class == NUMBER ? RIGHT_TO_LEFT : class;
}

/* What stands between two parts that run one way runs that way too, else as the line does. */
static void resolve_neutrals(size_t length, uint8_t base, uint8_t *classes)
{
    uint8_t before = base;
    for (size_t i = 0; i < length;) {
        if (classes[i] != NEUTRAL) {
            before = side_of(classes[i++]);
            continue;
        }
        size_t end = i;
        while (end < length && classes[end] == NEUTRAL)
            end++;
        uint8_t after = end < length ? side_of(classes[end]) : base;
        memset(classes + i, before == after ? before : base, end - i);
        i = end;
    }
}

bool bidi_from_right(const char *text, size_t length)
{
    for (const char *at = text, *end = text + length; at < end;) {
        uint8_t class = class_of(text_next(&at, end));
        if (class == LEFT_TO_RIGHT || class == RIGHT_TO_LEFT)
            return class == RIGHT_TO_LEFT;
    }
    return false;
}

bool bidi_levels(const char *text, size_t length, uint8_t *levels)
{
    if (!classify(text, length, levels))
        return false;
    uint8_t base = first_strong(levels, length);
    resolve_numbers(text, length, base, levels);
    resolve_neutrals(length, base, levels);
    for (size_t i = 0; i < length; i++)
        levels[i] = levels[i] == RIGHT_TO_LEFT ? 1 : levels[i] == NUMBER ? 2 : base == 0 ? 0 : 2;
    return true;
}

const char *bidi_script(uint32_t character)
{
    static const struct {
        uint32_t from, to;
        const char *name;
    } scripts[] = {
        {0x590, 0x5FF, "Hebr"},   {0x600, 0x6FF, "Arab"},   {0x700, 0x74F, "Syrc"},
        {0x750, 0x77F, "Arab"},   {0x780, 0x7BF, "Thaa"},   {0x8A0, 0x8FF, "Arab"},
        {0x900, 0x97F, "Deva"},   {0x980, 0x9FF, "Beng"},   {0xA00, 0xA7F, "Guru"},
        {0xA80, 0xAFF, "Gujr"},   {0xB00, 0xB7F, "Orya"},   {0xB80, 0xBFF, "Taml"},
        {0xC00, 0xC7F, "Telu"},   {0xC80, 0xCFF, "Knda"},   {0xD00, 0xD7F, "Mlym"},
        {0xD80, 0xDFF, "Sinh"},   {0xE00, 0xE7F, "Thai"},   {0xE80, 0xEFF, "Laoo"},
        {0xF00, 0xFFF, "Tibt"},   {0x1000, 0x109F, "Mymr"}, {0x1780, 0x17FF, "Khmr"},
        {0xFB1D, 0xFB4F, "Hebr"}, {0xFB50, 0xFDFF, "Arab"}, {0xFE70, 0xFEFC, "Arab"},
    };
    if (character < scripts[0].from)
        return NULL;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (within(character, scripts[i].from, scripts[i].to))
            return scripts[i].name;
    return NULL;
}

static void reverse(uint16_t *order, size_t from, size_t to)
{
    for (; from + 1 < to; from++) {
        uint16_t kept = order[from];
        order[from] = order[--to];
        order[to] = kept;
    }
}

void bidi_order(const uint8_t *levels, size_t count, uint16_t *order)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (uint16_t)i;
    for (uint8_t level = 2; level > 0; level--)
        for (size_t i = 0; i < count; i++) {
            size_t from = i;
            while (i < count && levels[order[i]] >= level)
                i++;
            reverse(order, from, i);
        }
}

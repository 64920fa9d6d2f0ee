// SPDX-License-Identifier: MIT
#include "base/phrase.h"

#include <stdbool.h>
#include <string.h>

/* Appends what fits, whole characters only. */
static size_t append(char *out, size_t size, size_t at, const char *text, size_t length)
{
    size_t room = size - 1 - at;
    if (length > room) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out + at, text, length);
    return at + length;
}

static bool is_mark(const char *at, size_t count)
{
    return at[0] == '{' && at[1] >= '0' && at[1] <= '9' && (size_t)(at[1] - '0') < count &&
           at[2] == '}';
}

const char *phrase_fill(char *out, size_t size, const char *pattern, const char *const *values,
                        size_t count)
{
    size_t at = 0;
    while (*pattern) {
        if (is_mark(pattern, count)) {
            const char *value = values[pattern[1] - '0'];
            at = append(out, size, at, value, strlen(value));
            pattern += 3;
            continue;
        }
        const char *next = strchr(pattern + 1, '{');
        size_t length = next ? (size_t)(next - pattern) : strlen(pattern);
        at = append(out, size, at, pattern, length);
        pattern += length;
    }
    out[at] = '\0';
    return out;
}

const char *phrase_make(struct arena *arena, const char *pattern, const char *const *values,
                        size_t count)
{
    size_t size = strlen(pattern) + 1;
    for (const char *at = pattern; *at != '\0'; at++)
        if (is_mark(at, count))
            size += strlen(values[at[1] - '0']);
    return phrase_fill(arena_alloc(arena, size), size, pattern, values, count);
}

const char *phrase_capitals(char *out, size_t size, const char *text)
{
    size_t length = append(out, size, 0, text, strlen(text));
    out[length] = '\0';
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)out[i];
        unsigned char before = i > 0 ? (unsigned char)out[i - 1] : 0;
        if (c >= 'a' && c <= 'z')
            out[i] = (char)(c - 'a' + 'A');
        else if (before == 0xC3 && c >= 0xA0 && c <= 0xBE && c != 0xB7)
            out[i] = (char)(c - 0x20); /* à to þ lie 32 behind À to Þ; ÷ is no letter */
    }
    return out;
}

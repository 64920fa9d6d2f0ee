// SPDX-License-Identifier: MIT
#include "timeline/line_id.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { WORDS_MOST = 36 }; /* characters of the words */

/* FNV-1a, folded to 24 bits. */
static uint32_t hash_of(const char *text)
{
    uint32_t hash = 2166136261U;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619U;
    return (hash >> 24 ^ hash) & 0xFFFFFF;
}

static char letter_of(char c)
{
    bool plain = (unsigned char)c < 0x80 && isalnum((unsigned char)c);
    return (char)(plain ? tolower((unsigned char)c) : '\0');
}

/* Whole words, as many as there is room for, each with a hyphen behind it; no apostrophes. */
static size_t put_words(const char *text, char *out)
{
    size_t length = 0, whole = 0;
    for (; *text != '\0' && length < WORDS_MOST; text++) {
        char letter = letter_of(*text);
        if (letter != '\0')
            out[length++] = letter;
        else if (length > whole && *text != '\'') {
            out[length++] = '-';
            whole = length;
        }
    }
    bool cut = letter_of(*text) != '\0' && whole > 0;
    length = cut ? whole : length;
    if (length > 0 && out[length - 1] != '-')
        out[length++] = '-';
    return length;
}

void line_id(const char *text, char id[LINE_ID_SIZE])
{
    size_t length = put_words(text, id);
    snprintf(id + length, LINE_ID_SIZE - length, "%06x", (unsigned)hash_of(text));
}

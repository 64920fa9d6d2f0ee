// SPDX-License-Identifier: MIT
#include "sound/speakable.h"

#include "base/text.h"

#include <string.h>

static const struct {
    uint32_t first, last;
    const char *plain;
} plain_forms[] = {
    {0x2018, 0x2019, "'"}, {0x201C, 0x201D, "\""},   {0x2013, 0x2014, ", "}, {0x2026, 0x2026, "."},
    {0xD7, 0xD7, "x"},     {0xB0, 0xB0, " degrees"}, {0xC0, 0xC5, "A"},      {0xC7, 0xC7, "C"},
    {0xC8, 0xCB, "E"},     {0xCC, 0xCF, "I"},        {0xD1, 0xD1, "N"},      {0xD2, 0xD6, "O"},
    {0xD9, 0xDC, "U"},     {0xE0, 0xE5, "a"},        {0xE7, 0xE7, "c"},      {0xE8, 0xEB, "e"},
    {0xEC, 0xEF, "i"},     {0xF1, 0xF1, "n"},        {0xF2, 0xF6, "o"},      {0xF9, 0xFC, "u"},
};

/* `buffer` holds the one character that stands for itself. */
static const char *plain_form(uint32_t character, char buffer[2])
{
    if (character > ' ' && character < 0x7F) {
        buffer[0] = (char)character;
        return buffer;
    }
    for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms; i++)
        if (character >= plain_forms[i].first && character <= plain_forms[i].last)
            return plain_forms[i].plain;
    return " ";
}

void speakable_text(const char *text, char out[SPEAKABLE_SIZE])
{
    const char *end = text + strlen(text);
    size_t length = 0, word = 0;
    while (text < end && length < ROUTINE_MAX_LINE) {
        char buffer[2] = "";
        for (const char *c = plain_form(text_next(&text, end), buffer); *c != '\0'; c++) {
            word = *c == ' ' ? 0 : word + 1;
            if (word <= ROUTINE_MAX_WORD && length < ROUTINE_MAX_LINE)
                out[length++] = *c;
        }
    }
    out[length] = '\0';
}

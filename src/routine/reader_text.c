// SPDX-License-Identifier: MIT
#include "routine/reader.h"

#include "routine/sides.h"
#include "routine/translation.h"

#include <string.h>

/* Block texts come with line feeds; on the screen and in the voice they are spaces. */
static const char *run_together(struct reader *reader, const char *text)
{
    if (strchr(text, '\n') == NULL && strstr(text, "  ") == NULL)
        return text;
    char *copy = arena_copy(reader->arena, text, strlen(text));
    char *to = copy;
    for (const char *from = copy; *from != '\0'; from++) {
        bool space = *from == ' ' || *from == '\n';
        if (space && (to == copy || to[-1] == ' '))
            continue;
        *to = *from;
        if (space)
            *to = ' ';
        to++;
    }
    if (to > copy && to[-1] == ' ')
        to--;
    *to = '\0';
    return copy;
}

const char *reader_plain(struct reader *reader, const struct node *node, size_t most)
{
    if (node->kind != NODE_TEXT) {
        reader_error(reader, node->span, "a text belongs here, not a list or keys");
        return NULL;
    }
    const char *text = run_together(reader, node->text);
    if (*text == '\0') {
        reader_error(reader, node->span, "a text is missing here");
        return NULL;
    }
    size_t length = text_count(text, strlen(text));
    if (length > most) {
        reader_error(reader, node->span, "this text has %zu characters; at most %zu fit", length,
                     most);
        return NULL;
    }
    return text;
}

const char *reader_text(struct reader *reader, const struct node *node, size_t most)
{
    const char *text = reader_plain(reader, node, most);
    const struct node *other = NULL;
    if (text != NULL)
        other = translation_text(reader->library, reader->translation, text, node->span);
    return other != NULL ? reader_plain(reader, other, most) : text;
}

/* Sides are filled in; everything else in braces would be read out as it stands. */
static bool braces_are_known(struct reader *reader, const struct node *node, const char *text)
{
    struct side_mark mark;
    for (const char *at = text; (at = strchr(at, '{')) != NULL;) {
        if (side_mark_find(at, &mark) && mark.at == at) {
            at += mark.length;
            continue;
        }
        const char *end = strchr(at, '}');
        int length = end != NULL && end - at < ROUTINE_MAX_WORD ? (int)(end + 1 - at) : 1;
        reader_error(reader, node->span, "'%.*s' stands for nothing; only '{side}' is filled in",
                     length, at);
        return false;
    }
    return true;
}

/* flite knows the Latin letters without marks and leaves out a word that has none of them. */
static bool voice_can_say(const char *from, const char *to)
{
    bool foreign = false;
    for (const char *at = from; at < to;) {
        uint32_t c = text_next(&at, to);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            return true;
        bool punctuation = c < 0xC0 || (c >= 0x2000 && c <= 0x206F);
        foreign = foreign || !punctuation;
    }
    return !foreign;
}

static bool check_word(struct reader *reader, const struct node *node, const char *from,
                       const char *to, bool spoken)
{
    size_t length = text_count(from, (size_t)(to - from));
    if (length > ROUTINE_MAX_WORD) {
        reader_error(reader, node->span, "a word of %zu characters; at most %d can be said", length,
                     ROUTINE_MAX_WORD);
        return false;
    }
    if (spoken && reader->english && !voice_can_say(from, to))
        diag_warning(reader->diags, node->span, "the voice cannot say '%.*s' and leaves it out",
                     (int)(to - from), from);
    return true;
}

static const char *plain_line(struct reader *reader, const struct node *node, bool spoken)
{
    const char *text = reader_plain(reader, node, ROUTINE_MAX_LINE);
    if (text == NULL || !braces_are_known(reader, node, text))
        return NULL;
    for (const char *from = text; *from != '\0';) {
        const char *to = from + strcspn(from, " ");
        if (!check_word(reader, node, from, to, spoken))
            return NULL;
        from = *to == ' ' ? to + 1 : to;
    }
    return text;
}

const char *reader_line(struct reader *reader, const struct node *node, bool spoken)
{
    const char *text = plain_line(reader, node, spoken);
    const struct node *other = NULL;
    if (text != NULL)
        other = translation_text(reader->library, reader->translation, text, node->span);
    return other != NULL ? plain_line(reader, other, false) : text;
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The letters before the first '-'. */
static bool is_language(const char *text)
{
    size_t length = 0;
    while (is_lower(text[length]))
        length++;
    return (length == 2 || length == 3) &&
           (text[length] == '\0' || (text[length] == '-' && strlen(text) < 12));
}

bool reader_language(struct reader *reader, const struct node *node, const char **language)
{
    bool ok = node->kind == NODE_TEXT && is_language(node->text);
    if (ok)
        *language = node->text;
    else
        reader_error(reader, node->span, "a language is two or three small letters, such as 'en'");
    return ok;
}

bool reader_speaks_english(const struct node *root)
{
    const struct node *language = node_get(root, "language");
    return language == NULL ||
           (language->kind == NODE_TEXT &&
            (text_equal(language->text, "en") || text_starts(language->text, "en-")));
}

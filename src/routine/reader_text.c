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

typedef const char *text_reader(struct reader *reader, const struct node *node, size_t most);

/* What `read` makes of a text, in the language that is wanted. A translation that it cannot use
 * takes nothing from the original, and the English voice is not asked to say it. */
static const char *read_translated(struct reader *reader, const struct node *node, size_t most,
                                   text_reader *read)
{
    const char *text = read(reader, node, most);
    const struct node *other = NULL;
    if (text != NULL)
        other = translation_text(reader->library, reader->translation, text, node->span);
    if (other == NULL)
        return text;
    bool failed = reader->failed, english = reader->english;
    reader->diags->forgiving = true;
    reader->english = false;
    const char *translated = read(reader, other, most);
    reader->diags->forgiving = false;
    reader->english = english;
    reader->failed = failed;
    return translated != NULL ? translated : text;
}

const char *reader_text(struct reader *reader, const struct node *node, size_t most)
{
    return read_translated(reader, node, most, reader_plain);
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

static const char *plain_line(struct reader *reader, const struct node *node, size_t most,
                              bool spoken)
{
    const char *text = reader_plain(reader, node, most);
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

static const char *shown_line(struct reader *reader, const struct node *node, size_t most)
{
    return plain_line(reader, node, most, false);
}

static const char *spoken_line(struct reader *reader, const struct node *node, size_t most)
{
    return plain_line(reader, node, most, true);
}

const char *reader_line(struct reader *reader, const struct node *node, bool spoken)
{
    return read_translated(reader, node, ROUTINE_MAX_LINE, spoken ? spoken_line : shown_line);
}

static const char *card_line(struct reader *reader, const struct node *node, size_t most)
{
    const char *text = spoken_line(reader, node, most);
    if (text == NULL || strchr(text, '{') == NULL)
        return text;
    reader_error(reader, node->span, "a card has no sides: nothing fills in '{side}' here");
    return NULL;
}

const char *reader_card_line(struct reader *reader, const struct node *node, size_t most)
{
    return read_translated(reader, node, most, card_line);
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

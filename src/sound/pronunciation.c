// SPDX-License-Identifier: MIT
#include "sound/pronunciation.h"

#include "base/text.h"
#include "document/document.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || c == '\'';
}

/* Lower case, single spaces; NULL when there is more in it than words. */
static const char *plain_words(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (!in_word(*c) && *c != ' ' && *c != '-')
            return NULL;
        bool space = *c == ' ';
        if (!space || (length > 0 && out[length - 1] != ' '))
            out[length++] = (char)tolower((unsigned char)*c);
    }
    out[length] = '\0';
    return length > 0 && out[length - 1] != ' ' ? out : NULL;
}

static bool right_length(struct diag_list *diags, const struct node *node)
{
    bool right = node->kind == NODE_TEXT && node->text[0] != '\0' &&
                 strlen(node->text) <= PRONUNCIATION_MAX_LENGTH;
    if (!right)
        diag_error(diags, node->span, "write words that sound right here, at most %d characters",
                   PRONUNCIATION_MAX_LENGTH);
    return right;
}

static int compare(const void *left, const void *right)
{
    const struct pronunciation *a = left, *b = right;
    size_t la = strlen(a->words), lb = strlen(b->words);
    return la != lb ? (la > lb ? -1 : 1) : strcmp(a->words, b->words);
}

static void read_words(struct arena *arena, const struct node *map, struct diag_list *diags,
                       struct pronunciations *out)
{
    if (map->kind != NODE_MAP || map->count > PRONUNCIATIONS_MOST) {
        diag_error(diags, map->span,
                   "'words' holds words and how they sound, such as 'lats: latts', at most %d",
                   PRONUNCIATIONS_MOST);
        return;
    }
    struct pronunciation *items = arena_alloc(arena, map->count * sizeof *items);
    for (size_t i = 0; i < map->count; i++) {
        if (!right_length(diags, &map->items[i]))
            continue;
        const char *words = plain_words(arena, map->keys[i].text);
        if (words == NULL)
            diag_error(diags, map->keys[i].span,
                       "%s is not just words; leave out what is no letter",
                       node_quoted(&map->keys[i], arena));
        else
            items[out->count++] = (struct pronunciation){words, map->items[i].text};
    }
    qsort(items, out->count, sizeof *items, compare);
    out->items = items;
}

static struct pronunciations *take(struct arena *arena, const struct node *root,
                                   struct diag_list *diags)
{
    static const char *const keys[] = {"pronunciations", "words"};
    size_t before = diags->errors;
    struct pronunciations *out = arena_alloc(arena, sizeof *out);
    *out = (struct pronunciations){.count = 0};
    const struct node *words = root->kind == NODE_MAP ? node_get(root, "words") : NULL;
    if (words == NULL || node_get(root, "pronunciations") == NULL) {
        diag_error(diags, root->span,
                   "this should begin with 'pronunciations: en' and have 'words:' in it");
        return NULL;
    }
    for (size_t i = 0; i < root->count; i++)
        if (!text_equal(root->keys[i].text, keys[0]) && !text_equal(root->keys[i].text, keys[1]))
            diag_error(diags, root->keys[i].span,
                       "key %s is not known; write 'pronunciations' or "
                       "'words'",
                       node_quoted(&root->keys[i], arena));
    read_words(arena, words, diags, out);
    return diags->errors == before ? out : NULL;
}

struct pronunciations *pronunciations_read(struct arena *arena, const char *path,
                                           struct diag_list *diags)
{
    const struct node *root;
    return document_read(arena, path, diags, &root) ? take(arena, root, diags) : NULL;
}

struct pronunciations *pronunciations_parse(struct arena *arena, const char *name, const char *text,
                                            size_t length, struct diag_list *diags)
{
    const struct node *root;
    return document_parse(arena, name, text, length, diags, &root) ? take(arena, root, diags)
                                                                   : NULL;
}

/* Whether `words` stand at the beginning of `text`, up to the end of a word. */
static bool stands_at(const char *text, const char *words)
{
    size_t length = strlen(words);
    return strncasecmp(text, words, length) == 0 && !in_word(text[length]);
}

static const struct pronunciation *find(const struct pronunciations *lists, const char *text)
{
    for (; lists != NULL; lists = lists->next)
        for (size_t i = 0; i < lists->count; i++)
            if (stands_at(text, lists->items[i].words))
                return &lists->items[i];
    return NULL;
}

struct writer {
    char *out;
    size_t length, size;
};

static void put(struct writer *writer, const char *text, size_t length)
{
    size_t room = writer->size - 1 - writer->length;
    length = length < room ? length : room;
    memcpy(writer->out + writer->length, text, length);
    writer->length += length;
}

void pronounce(const struct pronunciations *lists, const char *text, char *out, size_t size)
{
    struct writer writer = {out, 0, size};
    while (*text != '\0') {
        const struct pronunciation *found = in_word(*text) ? find(lists, text) : NULL;
        size_t length = 1;
        while (found == NULL && in_word(*text) && in_word(text[length]))
            length++;
        if (found != NULL) {
            put(&writer, found->said, strlen(found->said));
            length = strlen(found->words);
        } else {
            put(&writer, text, length);
        }
        text += length;
    }
    out[writer.length] = '\0';
}

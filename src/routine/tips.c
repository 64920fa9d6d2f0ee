// SPDX-License-Identifier: MIT
#include "routine/tips.h"

#include "routine/reader.h"
#include "routine/translation.h"

#include <string.h>

struct tips_read {
    struct tips *tips;
    struct tip *cards; /* in the order of the file */
};

static void read_card_field(struct reader *reader, int key, const struct node *name,
                            const struct node *value, void *target)
{
    (void)name;
    struct tip *tip = target;
    switch ((enum card_key)key) {
    case CARD_ID:
        tip->id = reader_plain(reader, value, ROUTINE_MAX_TITLE);
        break;
    case CARD_KIND: {
        int kind = reader_word(reader, value, &tip_words, "kind of card");
        tip->kind = kind >= 0 ? (enum tip_kind)kind : TIP_KINDS;
        break;
    }
    case CARD_TITLE:
        tip->title = reader_text(reader, value, ROUTINE_MAX_TITLE);
        break;
    case CARD_TEXT:
        tip->text = reader_card_line(reader, value, TIPS_MAX_TEXT);
        break;
    case CARD_FIX:
        tip->fix = reader_card_line(reader, value, TIPS_MAX_TEXT);
        break;
    case CARD_FIGURE:
        tip->figure = reader_figure(reader, value);
        break;
    case CARD_PICTURES:
        reader_pictures(reader, value, "a card", &tip->pictures);
        break;
    case CARD_SOURCE:
        tip->source = reader_plain(reader, value, ROUTINE_MAX_ABOUT);
        break;
    }
}

/* Only keys that are not there: one with a mistake was spoken of already. */
static void check_complete(struct reader *reader, const struct node *card, const struct tip *tip)
{
    static const char *const needed[] = {"card", "kind", "title", "text"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (node_get(card, needed[i]) == NULL)
            reader_error(reader, card->span, "a card needs '%s:'", needed[i]);
    const struct node *fix = node_get(card, "fix");
    bool habit = tip->kind == TIP_HABIT;
    if (habit && fix == NULL)
        reader_error(reader, card->span,
                     "a habit needs 'fix:', what to do instead; without one it is a 'cause'");
    else if (!habit && tip->kind < TIP_KINDS && fix != NULL)
        reader_error(reader, fix->span,
                     "only a habit has a 'fix'; write it into 'text' or make the card a 'habit'");
}

static void check_name(struct reader *reader, const struct tips_read *read, const struct tip *tip)
{
    for (const struct tip *other = read->cards; tip->id != NULL && other < tip; other++)
        if (other->id != NULL && text_equal(other->id, tip->id)) {
            reader_error(reader, tip->span, "the card on line %u is called '%s' too",
                         (unsigned)other->span.line, tip->id);
            return;
        }
}

static void read_card(struct reader *reader, const struct node *card, struct tips_read *read)
{
    if (!reader_is_map(reader, card, "'card: long-sitting' and 'kind: cause'"))
        return;
    struct tip *tip = &read->cards[read->tips->count++];
    *tip = (struct tip){.kind = TIP_KINDS, .span = card->span};
    if (reader_map(reader, card, &card_keys, "a card", read_card_field, tip))
        check_complete(reader, card, tip);
    check_name(reader, read, tip);
}

static void read_cards(struct reader *reader, const struct node *list, struct tips_read *read)
{
    if (list->kind != NODE_LIST || list->count == 0) {
        reader_error(reader, list->span,
                     "a list of cards belongs here, each beginning with '- card: NAME'");
        return;
    }
    if (list->count > TIPS_MAX_CARDS) {
        reader_error(reader, list->items[TIPS_MAX_CARDS].span, "a file has at most %d cards",
                     TIPS_MAX_CARDS);
        return;
    }
    read->cards = arena_alloc(reader->arena, list->count * sizeof *read->cards);
    for (size_t i = 0; i < list->count; i++)
        read_card(reader, &list->items[i], read);
}

static void read_field(struct reader *reader, int key, const struct node *name,
                       const struct node *value, void *target)
{
    (void)name;
    struct tips_read *read = target;
    switch ((enum tips_key)key) {
    case TIPS_TITLE:
        read->tips->title = reader_text(reader, value, ROUTINE_MAX_TITLE);
        break;
    case TIPS_LANGUAGE:
        reader_language(reader, value, &read->tips->language);
        break;
    case TIPS_CARDS:
        read_cards(reader, value, read);
        break;
    }
}

static void read_root(struct reader *reader, const struct node *root, struct tips_read *read)
{
    bool map = root->kind == NODE_MAP;
    if (map && node_get(root, "tips") == NULL && node_get(root, "routine") != NULL) {
        reader_error(reader, root->span,
                     "this is a routine, but tips.yaml holds the short cards; rename the file");
        return;
    }
    if (!reader_is_map(reader, root, "'tips: TITLE' and 'cards:'"))
        return;
    reader->english = reader_speaks_english(root);
    if (!reader_map(reader, root, &tips_keys, "a file of tips", read_field, read))
        return;
    if (node_get(root, "tips") == NULL)
        reader_error(reader, root->span, "the title is missing: begin with 'tips: TITLE'");
    if (node_get(root, "cards") == NULL)
        reader_error(reader, root->span, "the cards are missing: add 'cards:' and a list");
}

static void sort_by_kind(struct tips_read *read, struct arena *arena)
{
    struct tips *tips = read->tips;
    struct tip *sorted = arena_alloc(arena, tips->count * sizeof *sorted), *next = sorted;
    for (int kind = 0; kind < TIP_KINDS; kind++) {
        tips->of[kind].cards = next;
        for (size_t i = 0; i < tips->count; i++)
            if (read->cards[i].kind == (enum tip_kind)kind)
                *next++ = read->cards[i];
        tips->of[kind].count = (size_t)(next - tips->of[kind].cards);
    }
    tips->cards = sorted;
}

static const struct tips *take(struct library *library, const char *path, const struct node *root,
                               bool spoilt, struct diag_list *diags)
{
    struct reader reader = {.library = library,
                            .arena = library->arena,
                            .diags = diags,
                            .folder = library_folder(library->arena, path),
                            .failed = spoilt};
    struct tips *tips = arena_alloc(library->arena, sizeof *tips);
    *tips = (struct tips){.path = arena_copy(library->arena, path, strlen(path)), .language = "en"};
    if (library->language != NULL)
        reader.translation =
            translation_find(library, LIBRARY_TIPS, path, library->language, diags);
    struct tips_read read = {.tips = tips};
    read_root(&reader, root, &read);
    if (reader.failed)
        return NULL;
    if (reader.translation != NULL)
        tips->language = reader.translation->language;
    sort_by_kind(&read, library->arena);
    return tips;
}

const struct tips *tips_read(struct library *library, const char *path, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    if (!document_read(library->arena, path, diags, &root))
        return NULL;
    return take(library, path, root, diags->errors > errors, diags);
}

const struct tips *tips_parse(struct library *library, const char *name, const char *text,
                              size_t length, struct diag_list *diags)
{
    const struct node *root;
    size_t errors = diags->errors;
    if (!document_parse(library->arena, name, text, length, diags, &root))
        return NULL;
    return take(library, name, root, diags->errors > errors, diags);
}

const struct tips *tips_find(struct library *library, struct diag_list *diags)
{
    const struct library_item *item = library_find(library, LIBRARY_TIPS, LIBRARY_TIPS_ID);
    return item != NULL ? tips_read(library, item->path, diags) : NULL;
}

const struct tip *tips_card(const struct tips *tips, const char *id)
{
    for (size_t i = 0; tips != NULL && i < tips->count; i++)
        if (text_equal(tips->cards[i].id, id))
            return &tips->cards[i];
    return NULL;
}

const char *tips_safety(const struct tips *tips)
{
    bool there = tips != NULL && tips->of[TIP_SAFETY].count > 0;
    return there ? tips->of[TIP_SAFETY].cards[0].text : NULL;
}

// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/kiosk_view.h"

#include <math.h>

/* How many digits were entered is shown, never which, nor how many there have to be. */

#define CARD_WIDTH 680.0f
#define PADDING 44.0f
#define SECTION 20.0f
#define DOT 13.0f
#define DOTS_HEIGHT 56.0f
#define KEY_HEIGHT 92.0f
#define GAP 16.0f
#define CORNER 20.0f
enum { COLUMNS = 3, ROWS = 4 };

static const int keys[ROWS * COLUMNS] = {
    KIOSK_ITEM_DIGIT + 1, KIOSK_ITEM_DIGIT + 2, KIOSK_ITEM_DIGIT + 3, KIOSK_ITEM_DIGIT + 4,
    KIOSK_ITEM_DIGIT + 5, KIOSK_ITEM_DIGIT + 6, KIOSK_ITEM_DIGIT + 7, KIOSK_ITEM_DIGIT + 8,
    KIOSK_ITEM_DIGIT + 9, KIOSK_ITEM_ERASE,     KIOSK_ITEM_DIGIT + 0, KIOSK_ITEM_ENTER,
};

static const char *label_of(const struct page *page, int item, char out[2])
{
    if (item == KIOSK_ITEM_ERASE)
        return page_word(page, "Erase");
    if (item == KIOSK_ITEM_ENTER)
        return page_word(page, "OK");
    out[0] = (char)('0' + item - KIOSK_ITEM_DIGIT);
    out[1] = '\0';
    return out;
}

static void draw_key(struct counter *counter, int item, struct draw_box box)
{
    struct lobby *lobby = &counter->lobby;
    const struct page *page = &lobby->page;
    char digit[2];
    float corner = page_px(page, CORNER);
    if (lobby_focused(lobby, item))
        focus_draw(page, box, corner);
    else
        draw_rect(page->list, box, corner, page->theme->raised);
    struct block text;
    block_fit_lines(page, ROLE_MENU, label_of(page, item, digit), box.w - corner, 1, &text);
    block_draw(page, &text, box_middle_x(box), box_middle_y(box) - text.height / 2, ALIGN_CENTRE,
               page->theme->ink);
    lobby_add(lobby, item, box, box);
}

enum { STATE_LINES = 2 };

/* By enum chord_state; where it has none, the first. {0} is how long it still waits. */
static const char *const sentences[] = {
    [CHORD_SHUT] = N_("For the one who looks after it"),
    [CHORD_WRONG] = N_("That was not right"),
    [CHORD_WAITS] = N_("Too many tries. Again in {0}"),
};
enum { SENTENCES = sizeof sentences / sizeof *sentences };

static const char *sentence_words(const struct page *page, const char *pattern, tick left,
                                  char out[WORDS])
{
    char clock[TICK_TEXT];
    const char *values[] = {tick_countdown(left, clock)};
    return phrase_fill(out, WORDS, page_word(page, pattern), values, 1);
}

static const char *state_words(const struct counter *counter, char out[WORDS])
{
    const struct chord *chord = &counter->kiosk->chord;
    tick left = chord->open_again - counter->kiosk->last_now;
    const char *own = sentences[chord->state];
    return sentence_words(&counter->lobby.page, own != NULL ? own : sentences[CHORD_SHUT],
                          left > 0 ? left : 0, out);
}

/* Of the tallest: no key moves under a finger when another one is said. */
static float state_height(const struct page *page, float width)
{
    float height = 0;
    for (size_t i = 0; i < SENTENCES; i++) {
        char words[WORDS];
        struct block block = {.count = 0};
        if (sentences[i] != NULL)
            block_fit_lines(page, ROLE_BODY,
                            sentence_words(page, sentences[i], CHORD_LONGEST_WAIT * TICK_S, words),
                            width, STATE_LINES, &block);
        height = fmaxf(height, block.height);
    }
    return height;
}

static void draw_dots(const struct counter *counter, float x, float y, float width)
{
    const struct page *page = &counter->lobby.page;
    int count = counter->kiosk->chord.digits;
    float radius = page_px(page, DOT), pitch = fminf(3 * radius, width / KIOSK_PIN_MOST);
    float at = x + width / 2 - pitch * (float)(count - 1) / 2;
    for (int i = 0; i < count; i++, at += pitch)
        draw_disc(page->list, at, y, fminf(radius, pitch * 0.4f), page->theme->ink);
}

static void draw_keys(struct counter *counter, struct draw_box box)
{
    float gap = page_px(&counter->lobby.page, GAP);
    float w = (box.w - gap * (COLUMNS - 1)) / COLUMNS, h = (box.h - gap * (ROWS - 1)) / ROWS;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            draw_key(counter, keys[row * COLUMNS + column],
                     (struct draw_box){box.x + (w + gap) * (float)column,
                                       box.y + (h + gap) * (float)row, w, h});
}

void screen_pin_draw(struct counter *counter)
{
    struct lobby *lobby = &counter->lobby;
    const struct page *page = &lobby->page;
    struct block title, state;
    char words[WORDS];
    float padding = page_px(page, PADDING), section = page_px(page, SECTION);
    float dots = page_px(page, DOTS_HEIGHT), buttons = buttons_height(page);
    float inner = fminf(page_px(page, CARD_WIDTH), page->safe.w) - 2 * padding;
    lobby->items->count = 0; /* what lies below cannot be chosen meanwhile */
    block_fit(page, ROLE_CARD, page_word(page, "PIN"), inner, &title);
    block_fit_lines(page, ROLE_BODY, state_words(counter, words), inner, STATE_LINES, &state);
    float place = state_height(page, inner);
    float keys_height = page_px(page, ROWS * KEY_HEIGHT + (ROWS - 1) * GAP);
    float height = title.height + place + dots + keys_height + buttons + 2 * section + 2 * padding;
    struct draw_box card = card_draw(page, page_px(page, CARD_WIDTH), height);
    float x = card.x + padding;
    float y = paragraph_draw(page, &title, x, card.y + padding, page->theme->ink);
    paragraph_draw(page, &state, x, y,
                   counter->kiosk->chord.state == CHORD_ASKING ? page->theme->quiet
                                                               : page->theme->warm);
    y += place;
    draw_dots(counter, x, y + dots / 2, inner);
    y += dots + section;
    float room = box_bottom(card) - padding - buttons - section - y;
    draw_keys(counter, (struct draw_box){x, y, inner, fminf(room, keys_height)});
    const struct button cancel = {KIOSK_ITEM_CANCEL, N_("Cancel")};
    buttons_draw(lobby, &cancel, 1, x, box_bottom(card) - padding - buttons, inner, 0);
}

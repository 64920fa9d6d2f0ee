// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/kiosk_view.h"

#include <math.h>

#define CARD_WIDTH 860.0f
#define PADDING 48.0f
#define SECTION 22.0f

void screen_deserted_draw(struct counter *counter)
{
    const struct page *page = &counter->lobby.page;
    struct block title, hint;
    char text[WORDS], seconds[TICK_TEXT];
    const char *values[] = {
        words_seconds(kiosk_warning(counter->kiosk, counter->world->config), seconds)};
    phrase_fill(text, sizeof text,
                page_word(page, "Touch the screen or press any button to go on. This ends in "
                                "{0}\xC2\xA0s."),
                values, 1);
    float padding = page_px(page, PADDING), section = page_px(page, SECTION);
    float inner = fminf(page_px(page, CARD_WIDTH), page->safe.w) - 2 * padding;
    block_fit(page, ROLE_CARD, page_word(page, "Are you still there?"), inner, &title);
    block_fit(page, ROLE_BODY, text, inner, &hint);
    struct draw_box card = card_draw(page, page_px(page, CARD_WIDTH),
                                     title.height + section + hint.height + 2 * padding);
    float x = card.x + padding;
    float y = paragraph_draw(page, &title, x, card.y + padding, page->theme->ink);
    paragraph_draw(page, &hint, x, y + section, page->theme->quiet);
}

// SPDX-License-Identifier: MIT
#include "view/kiosk_view.h"

#define SECTION 32.0f

void screen_choose_draw(struct counter *counter)
{
    struct lobby *lobby = &counter->lobby;
    const struct page *page = &lobby->page;
    struct draw_box safe = page->safe;
    float section = page_px(page, SECTION), height = buttons_height(page);
    float top = lobby_title(page, "", page_word(page, "What does your back need?"), "") + section;
    struct button row[2] = {{KIOSK_ITEM_BACK, N_("Back")}};
    size_t buttons = 1;
    const struct text_list *languages = &counter->world->config->languages;
    if (languages->count > 1) {
        size_t next = (counter->kiosk->language + 1) % languages->count;
        row[buttons++] =
            (struct button){KIOSK_ITEM_LANGUAGE, words_language(languages->items[next])};
    }
    float bottom = box_bottom(safe) - height;
    float hidden =
        cards_draw(lobby, (struct draw_box){safe.x, top, safe.w, bottom - section - top});
    buttons_draw(lobby, row, buttons, safe.x, bottom, safe.w, hidden);
}

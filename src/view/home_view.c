// SPDX-License-Identifier: MIT
#include "view/home_view.h"

static void (*const screens[HOME_PLACES])(struct lobby *) = {
    [HOME_CARDS] = screen_home_draw,        [HOME_BEFORE] = screen_before_draw,
    [HOME_LEARN] = screen_learn_draw,       [HOME_TROUBLE] = screen_trouble_draw,
    [HOME_SETTINGS] = screen_settings_draw, [HOME_WEEK] = screen_week_draw,
};

float lobby_title(const struct page *page, const char *kicker, const char *title,
                  const char *subtitle)
{
    struct draw_box safe = page->safe;
    struct block block;
    float y = safe.y;
    if (kicker[0]) {
        block_fit(page, ROLE_KICKER, kicker, safe.w, &block);
        y = paragraph_draw(page, &block, safe.x, y, page->theme->quiet);
    }
    block_fit(page, ROLE_HEADING, title, safe.w, &block);
    y = paragraph_draw(page, &block, safe.x, y, page->theme->ink);
    if (!subtitle[0])
        return y;
    block_fit(page, ROLE_SUBTITLE, subtitle, safe.w, &block);
    return paragraph_draw(page, &block, safe.x, y + page_px(page, 6), page->theme->quiet);
}

void view_home(const struct view_context *view, const struct home *home,
               const struct home_content *content, struct focus_items *items)
{
    struct lobby lobby = {page_begin(view), home, content, items};
    items->count = 0;
    items->list = (struct focus_list){0};
    draw_backdrop(view->list, view->theme->top, view->theme->bottom);
    screens[home->place](&lobby);
    if (home->help)
        screen_help_draw(&lobby.page);
}

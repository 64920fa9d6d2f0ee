// SPDX-License-Identifier: MIT
#include "view/week_view.h"

#include <math.h>

/* Twelve weeks: the days on which something was done, and how the back felt. */

#define SECTION 34.0f
#define GAP 36.0f
#define CORNER 28.0f
#define PADDING 36.0f

typedef void draw_panel(const struct page *page, const struct trend *trend, struct draw_box box);

/* Side by side, or one below the other where the screen is tall. */
static void draw_panels(const struct page *page, const struct trend *trend, struct draw_box box)
{
    static draw_panel *const panels[] = {calendar_draw, plot_draw};
    enum { PANELS = sizeof panels / sizeof *panels };
    float gap = page_px(page, GAP), padding = page_px(page, PADDING);
    bool beside = box.w > box.h;
    struct draw_box place = box;
    if (beside)
        place.w = (box.w - gap * (PANELS - 1)) / PANELS;
    else
        place.h = (box.h - gap * (PANELS - 1)) / PANELS;
    for (int i = 0; i < PANELS; i++) {
        draw_rect(page->list, place, page_px(page, CORNER), page->theme->surface);
        panels[i](page, trend,
                  (struct draw_box){place.x + padding, place.y + padding, place.w - 2 * padding,
                                    place.h - 2 * padding});
        place.x += beside ? place.w + gap : 0;
        place.y += beside ? 0 : place.h + gap;
    }
}

void screen_trend_draw(struct lobby *lobby)
{
    static const struct button buttons[] = {{HOME_ITEM_HOME, N_("Done")},
                                            {HOME_ITEM_PREVIOUS, N_("This week")}};
    const struct page *page = &lobby->page;
    const struct trend *trend = &lobby->content->progress->trend;
    struct draw_box safe = page->safe;
    char text[WORDS];
    float section = page_px(page, SECTION), bottom = box_bottom(safe) - buttons_height(page);
    float top = lobby_title(page, "", page_word(page, "Twelve weeks"),
                            words_expect(page, trend, text, sizeof text)) +
                section;
    draw_panels(page, trend, (struct draw_box){safe.x, top, safe.w, bottom - section - top});
    buttons_draw(lobby, buttons, 2, safe.x, bottom, safe.w, 0);
}

// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"

#include <math.h>
#include <stdio.h>

/* The guide's cards, page by page. A habit shows the problem and its fix side by side, or one below
 * the other where the screen is tall. */

#define SECTION 40.0f
#define GAP 36.0f
#define CORNER 24.0f

static const char *const kinds[TIP_KINDS] = {
    [TIP_SAFETY] = N_("When to stop"),         [TIP_CAUSE] = N_("Why backs get tight"),
    [TIP_HABIT] = N_("Habits, and their fix"), [TIP_RULE] = N_("How to stretch"),
    [TIP_CARE] = N_("Heat, ice, water"),       [TIP_WEEK] = N_("What to aim for in a week"),
    [TIP_EXPECT] = N_("What to expect"),
};

static float draw_words(const struct page *page, const struct tip *card, struct draw_box box)
{
    struct block title, text, fix;
    block_fit_lines(page, ROLE_PHASE, card->title, box.w, 2, &title);
    float y = block_draw(page, &title, box.x, box.y, ALIGN_LEFT, page->theme->ink);
    block_fit(page, ROLE_CAPTION, card->text, box.w, &text);
    y = block_draw(page, &text, box.x, y, ALIGN_LEFT, page->theme->quiet);
    if (!card->fix)
        return y;
    block_fit(page, ROLE_CAPTION, card->fix, box.w, &fix);
    return block_draw(page, &fix, box.x, y + page_px(page, GAP) / 3, ALIGN_LEFT, page->theme->ink);
}

static void draw_pictures(const struct page *page, const struct text_list *names,
                          struct draw_box box)
{
    size_t count = names->count < 2 ? names->count : 2;
    float gap = page_px(page, GAP), parts = (float)(count > 0 ? count : 1);
    bool beside = box.w > box.h;
    for (size_t i = 0; i < count; i++) {
        struct draw_box place = box;
        const char *name = names->items[i == 0 ? 0 : names->count - 1];
        if (beside) {
            place.w = (box.w - gap * (parts - 1)) / parts;
            place.x += (place.w + gap) * (float)i;
        } else {
            place.h = (box.h - gap * (parts - 1)) / parts;
            place.y += (place.h + gap) * (float)i;
        }
        struct draw_pictures pictures = {.name = name, .next = name};
        if (place.h > 0)
            draw_picture(page->list, &pictures, place, page_px(page, CORNER));
    }
}

static void draw_page(const struct page *page, struct learn_page shown, struct draw_box box)
{
    float gap = page_px(page, GAP), y = box.y;
    for (size_t i = 0; i < shown.count; i++) {
        struct draw_box place = {box.x, y, box.w, box_bottom(box) - y};
        y = draw_words(page, &shown.cards[i], place) + gap;
    }
    if (shown.count == 1 && shown.cards[0].pictures.count > 0)
        draw_pictures(page, &shown.cards[0].pictures,
                      (struct draw_box){box.x, y, box.w, box_bottom(box) - y});
}

void screen_learn_draw(struct lobby *lobby)
{
    const struct page *page = &lobby->page;
    const struct tips *tips = lobby->content->tips;
    size_t at = lobby->home->page, pages = learn_pages(tips);
    if (at >= pages)
        return;
    struct learn_page shown = learn_page_at(tips, at);
    char number[TICK_TEXT], of[TICK_TEXT], kicker[WORDS];
    snprintf(number, sizeof number, "%zu", at + 1);
    snprintf(of, sizeof of, "%zu", pages);
    const char *values[] = {number, of};
    phrase_fill(kicker, sizeof kicker, page_word(page, "{0} of {1}"), values, 2);
    float section = page_px(page, SECTION), height = buttons_height(page);
    float top = lobby_title(page, kicker, page_word(page, kinds[shown.cards[0].kind]), "");
    float bottom = box_bottom(page->safe) - height;
    draw_page(page, shown,
              (struct draw_box){page->safe.x, top + section / 2, page->safe.w,
                                bottom - section - top - section / 2});
    struct button buttons[3];
    size_t count = 0;
    if (at + 1 < pages)
        buttons[count++] = (struct button){HOME_ITEM_NEXT, N_("Next")};
    buttons[count++] = (struct button){HOME_ITEM_HOME, at + 1 < pages ? N_("Home") : N_("Done")};
    if (at > 0)
        buttons[count++] = (struct button){HOME_ITEM_PREVIOUS, N_("Previous")};
    buttons_draw(lobby, buttons, count, page->safe.x, bottom, page->safe.w, 0);
}

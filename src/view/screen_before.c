// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"

#include <math.h>
#include <stdio.h>

/* What a person wants to know and fetch before a session, and the last seconds before it. */

#define SECTION 34.0f
#define COLUMN 190.0f
#define DIAL 190.0f

/* A name and what belongs to it, side by side. Returns the bottom. */
static float draw_row(const struct page *page, const char *name, const char *text, float y)
{
    struct draw_box safe = page->safe;
    float column = page_px(page, COLUMN);
    struct block left, right;
    block_fit_lines(page, ROLE_BODY, page_word(page, name), column * 0.94f, 1, &left);
    block_fit_lines(page, ROLE_BODY, text, safe.w - column, 3, &right);
    block_draw(page, &left, safe.x, y, ALIGN_LEFT, page->theme->quiet);
    return block_draw(page, &right, safe.x + column, y, ALIGN_LEFT, page->theme->ink) +
           page_px(page, 10);
}

/* Who lies on a mat needs its length, everybody else the reach of the arms. */
static const char *space_of(const struct page *page, const struct text_list *needs)
{
    for (size_t i = 0; i < needs->count; i++)
        if (text_equal(needs->items[i], "mat"))
            return page_word(page, "Room to lie down with your arms out");
    return page_word(page, "Room to stretch out your arms");
}

static void draw_countdown(const struct lobby *lobby, struct draw_box box)
{
    const struct page *page = &lobby->page;
    tick left = lobby->home->starts - lobby->home->last_now;
    float radius = fminf(page_px(page, DIAL), fminf(box.w, box.h) / 2);
    struct dial dial = {box.x + radius, box_bottom(box) - radius, radius - page_px(page, 11)};
    char seconds[TICK_TEXT];
    words_seconds(left, seconds);
    dial_ring(page, &dial, 1 - (float)left / (float)HOME_COUNTDOWN, page->theme->accent);
    const struct dial_row rows[] = {
        {ROLE_UNDER, page_word(page, "Starts in"), page->theme->quiet},
        {ROLE_CLOCK, seconds, page->theme->ink},
    };
    dial_rows(page, &dial, dial.radius * DIAL_INNER, rows, 2);
    struct block hint;
    float x = box.x + 2 * radius + page_px(page, SECTION);
    block_fit_lines(page, ROLE_BODY, page_word(page, "Any key starts now, Esc stops the countdown"),
                    box_right(box) - x, 3, &hint);
    block_draw(page, &hint, x, dial.y - hint.height / 2, ALIGN_LEFT, page->theme->quiet);
}

void screen_before_draw(struct lobby *lobby)
{
    static const struct button buttons[] = {{HOME_ITEM_START, N_("Start")},
                                            {HOME_ITEM_HOME, N_("Back")}};
    const struct page *page = &lobby->page;
    const struct home_card *card = &lobby->content->cards[lobby->home->card];
    struct draw_box safe = page->safe;
    float section = page_px(page, SECTION), height = buttons_height(page);
    char total[WORDS], needs[WORDS];
    float y = lobby_title(page, "", card->title, "") + section / 2;
    struct block about, safety;
    block_fit_lines(page, ROLE_CAPTION, card->about, safe.w, 4, &about);
    y = block_draw(page, &about, safe.x, y, ALIGN_LEFT, page->theme->ink) + section;
    y = draw_row(page, N_("Takes"), words_total(page, card->total, total, sizeof total), y);
    y = draw_row(page, N_("Needs"), words_needs(page, &card->needs, needs, sizeof needs), y);
    y = draw_row(page, N_("Floor"), space_of(page, &card->needs), y) + section / 2;
    block_fit_lines(page, ROLE_CAPTION, words_safety(page), safe.w, 3, &safety);
    y = block_draw(page, &safety, safe.x, y, ALIGN_LEFT, page->theme->warm) + section;
    if (lobby->home->starts != 0)
        draw_countdown(lobby, (struct draw_box){safe.x, y, safe.w, box_bottom(safe) - y});
    else
        buttons_draw(lobby, buttons, 2, safe.x, box_bottom(safe) - height, safe.w, 0);
}

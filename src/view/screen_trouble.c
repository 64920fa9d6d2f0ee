// SPDX-License-Identifier: MIT
#include "base/phrase.h"
#include "view/home_view.h"

#include <stdio.h>

/* What is wrong with a file, and what still works. */

#define SECTION 34.0f
#define BETWEEN 20.0f
#define PADDING 28.0f
#define CORNER 28.0f

static void count_words(const char *pattern, size_t count, char *out, size_t size)
{
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%zu", count);
    const char *values[] = {number};
    phrase_fill(out, size, pattern, values, 1);
}

static void works_words(const struct lobby *lobby, char *out, size_t size)
{
    size_t works = 0;
    for (size_t i = 0; i < lobby->content->count; i++)
        works += lobby->content->cards[i].trouble == NULL;
    const char *pattern = works == 0 ? page_word(&lobby->page, "No other routine can be played.")
                                     : page_count(&lobby->page, "{0} routine still works.",
                                                  "{0} routines still work.", works);
    count_words(pattern, works, out, size);
}

static float message_height(const struct page *page, const char *message, float width,
                            struct block *block)
{
    block_fit(page, ROLE_CAPTION, message, width, block);
    return block->height + page_px(page, 2 * PADDING);
}

/* As many messages as there is room for, each on a card; then how many more there are. */
static void draw_messages(const struct page *page, const struct text_list *lines,
                          struct draw_box box)
{
    float between = page_px(page, BETWEEN), padding = page_px(page, PADDING), y = box.y;
    float last = line_height(page, ROLE_BODY) + between;
    char more[WORDS];
    struct block block;
    for (size_t i = 0; i < lines->count; i++) {
        float height = message_height(page, lines->items[i], box.w - 2 * padding, &block);
        float kept = i + 1 < lines->count ? last : 0;
        if (y + height + kept > box_bottom(box)) {
            count_words(page_word(page, "and {0} more"), lines->count - i, more, sizeof more);
            block_fit_lines(page, ROLE_BODY, more, box.w, 1, &block);
            block_draw(page, &block, box.x, y, ALIGN_LEFT, page->theme->quiet);
            return;
        }
        draw_rect(page->list, (struct draw_box){box.x, y, box.w, height}, page_px(page, CORNER),
                  page->theme->surface);
        block_draw(page, &block, box.x + padding, y + padding, ALIGN_LEFT, page->theme->ink);
        y += height + between;
    }
}

void screen_trouble_draw(struct lobby *lobby)
{
    static const struct button buttons[] = {{HOME_ITEM_HOME, N_("Back")},
                                            {HOME_ITEM_AGAIN, N_("Look again")}};
    const struct page *page = &lobby->page;
    const struct home_trouble *trouble = lobby->home->trouble;
    struct draw_box safe = page->safe;
    char works[WORDS];
    if (!trouble)
        return;
    float section = page_px(page, SECTION), height = buttons_height(page);
    float top =
        lobby_title(page, "", page_word(page, "This file has mistakes"), trouble->file) + section;
    works_words(lobby, works, sizeof works);
    struct block still;
    block_fit_lines(page, ROLE_CAPTION, works, safe.w, 2, &still);
    float bottom = box_bottom(safe) - height - section, y = bottom - still.height;
    block_draw(page, &still, safe.x, y, ALIGN_LEFT, page->theme->ink);
    draw_messages(page, &trouble->messages,
                  (struct draw_box){safe.x, top, safe.w, y - section - top});
    buttons_draw(lobby, buttons, 2, safe.x, box_bottom(safe) - height, safe.w, 0);
}

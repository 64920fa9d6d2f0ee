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

/* The messages, each on a card, in a box in which perhaps not all have room. */
struct messages {
    const struct text_list *lines;
    struct draw_box box;
    float between, padding, more; /* `more`: for the line that counts those below */
    size_t first, shown, most;
};

static float height_of(const struct page *page, const struct messages *messages, size_t index,
                       struct block *block)
{
    return message_height(page, messages->lines->items[index],
                          messages->box.w - 2 * messages->padding, block) +
           messages->between;
}

/* How many messages have room before the last, from the end on. */
static size_t count_from_end(const struct page *page, const struct messages *messages)
{
    struct block block;
    size_t count = messages->lines->count, at = count;
    float left = messages->box.h + messages->between;
    while (at > 0 && (left -= height_of(page, messages, at - 1, &block)) >= 0)
        at--;
    return count - at;
}

static size_t count_from(const struct page *page, const struct messages *messages, size_t first)
{
    struct block block;
    size_t count = messages->lines->count, at = first;
    float left = messages->box.h + messages->between - messages->more;
    while (at < count && (left -= height_of(page, messages, at, &block)) >= 0)
        at++;
    return at - first;
}

static void arrange(const struct lobby *lobby, struct messages *messages)
{
    const struct page *page = &lobby->page;
    size_t count = messages->lines->count;
    messages->most = count - count_from_end(page, messages);
    if (messages->most > 0) {
        messages->box.w -= list_bar_width(page) + messages->between;
        messages->most = count - count_from_end(page, messages);
    }
    messages->first =
        lobby->home->scroll.first < messages->most ? lobby->home->scroll.first : messages->most;
    messages->shown = messages->first == messages->most
                          ? count - messages->most
                          : count_from(page, messages, messages->first);
}

static void draw_messages(struct lobby *lobby, const struct text_list *lines, struct draw_box box)
{
    const struct page *page = &lobby->page;
    struct messages messages = {.lines = lines,
                                .box = box,
                                .between = page_px(page, BETWEEN),
                                .padding = page_px(page, PADDING)};
    messages.more = line_height(page, ROLE_BODY) + messages.between;
    arrange(lobby, &messages);
    float y = box.y;
    size_t end = messages.first + messages.shown;
    struct block block;
    for (size_t i = messages.first; i < end; i++) {
        float height = height_of(page, &messages, i, &block);
        struct draw_box card = {box.x, y, messages.box.w, height - messages.between};
        draw_rect(page->list, card, page_px(page, CORNER), page->theme->surface);
        paragraph_draw(page, &block, box.x + messages.padding, y + messages.padding,
                       page->theme->ink);
        y += height;
    }
    if (end < lines->count) {
        char more[WORDS];
        count_words(page_word(page, "and {0} more"), lines->count - end, more, sizeof more);
        block_fit_lines(page, ROLE_BODY, more, messages.box.w, 1, &block);
        paragraph_draw(page, &block, box.x, y, page->theme->quiet);
    }
    if (messages.most == 0)
        return;
    list_bar_draw(page, box, messages.first, messages.shown, lines->count);
    float rows = (float)(messages.shown > 0 ? messages.shown : 1);
    lobby->items->list = (struct focus_list){.columns = 1,
                                             .shown = messages.shown > 0 ? messages.shown : 1,
                                             .first = messages.first,
                                             .most = messages.most,
                                             .pitch = (box.h + messages.between) / rows};
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
    paragraph_draw(page, &still, safe.x, y, page->theme->ink);
    draw_messages(lobby, &trouble->messages,
                  (struct draw_box){safe.x, top, safe.w, y - section - top});
    buttons_draw(lobby, buttons, 2, safe.x, box_bottom(safe) - height, safe.w, 0);
}

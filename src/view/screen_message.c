// SPDX-License-Identifier: MIT
#include "view/block.h"

#define SECTION 30.0f
#define BETWEEN 12.0f

/* As many lines as there is room for, in their order. */
static void draw_lines(const struct page *page, const struct text_list *lines, float top)
{
    float y = top, bottom = box_bottom(page->safe);
    for (size_t i = 0; i < lines->count; i++) {
        struct block block;
        block_fit(page, ROLE_BODY, lines->items[i], page->safe.w, &block);
        if (y + block.height > bottom)
            return;
        y = paragraph_draw(page, &block, page->safe.x, y, page->theme->ink);
        y += page_px(page, BETWEEN);
    }
}

void view_message(const struct view_context *view, const char *title, const struct text_list *lines)
{
    struct page page = page_begin(view);
    draw_backdrop(page.list, page.theme->top, page.theme->bottom);
    struct block block;
    block_fit(&page, ROLE_TITLE, title, page.safe.w, &block);
    float y = paragraph_draw(&page, &block, page.safe.x, page.safe.y, page.theme->ink);
    draw_lines(&page, lines, y + page_px(&page, SECTION));
}

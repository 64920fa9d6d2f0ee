// SPDX-License-Identifier: MIT
#include "view/home_view.h"

#define BAR 10.0f

float list_bar_width(const struct page *page)
{
    return page_px(page, BAR);
}

void list_bar_draw(const struct page *page, struct draw_box rows_box, size_t first, size_t shown,
                   size_t rows)
{
    if (shown >= rows)
        return;
    float width = list_bar_width(page);
    struct draw_box box = {box_right(page->safe) - width, rows_box.y, width, rows_box.h};
    draw_rect(page->list, box, width / 2, page->theme->track);
    box.y += box.h * (float)first / (float)rows;
    box.h *= (float)shown / (float)rows;
    draw_rect(page->list, box, width / 2, page->theme->accent);
}

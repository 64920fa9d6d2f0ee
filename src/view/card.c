// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

#define CORNER 28.0f

struct draw_box card_draw(const struct page *page, float width, float height)
{
    struct draw_box safe = page->safe;
    float w = fminf(width, safe.w), h = fminf(height, safe.h);
    struct draw_box box = {safe.x + (safe.w - w) / 2, safe.y + (safe.h - h) / 2, w, h};
    draw_shade(page->list, page->theme->shade);
    draw_rect(page->list, box, page_px(page, CORNER), page->theme->surface);
    return box;
}

// SPDX-License-Identifier: MIT
#include "view/page.h"

#include <math.h>

#define SAFE_SHARE 0.05f
#define SHORTER_SIDE 1080.0f

struct page page_begin(const struct view_context *view)
{
    draw_list_begin(view->list, view->width, view->height);
    if (view->targets != NULL)
        view->targets->count = 0;
    return page_over(view);
}

struct page page_over(const struct view_context *view)
{
    float left = ceilf(view->width * SAFE_SHARE), top = ceilf(view->height * SAFE_SHARE);
    return (struct page){
        .view = view,
        .theme = view->theme,
        .list = view->list,
        .unit = fminf(view->width, view->height) / SHORTER_SIDE,
        .safe = {left, top, view->width - 2 * left, view->height - 2 * top},
    };
}

void page_target(const struct page *page, int id, struct draw_box box)
{
    struct focus_box place = {box.x, box.y, box.w, box.h};
    if (page->view->targets != NULL)
        focus_add(page->view->targets, id, place, place);
}

float page_px(const struct page *page, float length)
{
    return length * page->unit;
}

const char *page_word(const struct page *page, const char *english)
{
    return catalog_text(page->view->words, english);
}

const char *page_count(const struct page *page, const char *one, const char *many, uint64_t count)
{
    return catalog_count(page->view->words, one, many, count);
}

float box_right(struct draw_box box)
{
    return box.x + box.w;
}

float box_bottom(struct draw_box box)
{
    return box.y + box.h;
}

float box_middle_x(struct draw_box box)
{
    return box.x + box.w / 2;
}

float box_middle_y(struct draw_box box)
{
    return box.y + box.h / 2;
}

colour colour_fade(colour c, float share)
{
    float alpha = (float)(c & 0xFF) * fminf(fmaxf(share, 0), 1);
    return (c & 0xFFFFFF00) | (colour)lroundf(alpha);
}

// SPDX-License-Identifier: MIT
#include "view/home_view.h"

colour tick_box_ground(const struct theme *theme, bool focused)
{
    return focused ? theme->surface : theme->track;
}

void tick_box_draw(const struct page *page, bool there, bool focused, struct draw_box box)
{
    const struct theme *theme = page->theme;
    float size = box.w, pen = size / 12;
    const struct draw_point down[] = {{box.x + size * 0.24F, box.y + size * 0.52F, pen},
                                      {box.x + size * 0.43F, box.y + size * 0.72F, pen}};
    const struct draw_point up[] = {{box.x + size * 0.43F, box.y + size * 0.72F, pen},
                                    {box.x + size * 0.77F, box.y + size * 0.28F, pen}};
    draw_rect(page->list, box, size / 5, there ? theme->accent : theme->quiet);
    if (!there) {
        const struct draw_box inside = {box.x + pen, box.y + pen, size - 2 * pen, size - 2 * pen};
        draw_rect(page->list, inside, size / 5 - pen, tick_box_ground(theme, focused));
        return;
    }
    draw_brush(page->list, down, 2, theme->accent_ink);
    draw_brush(page->list, up, 2, theme->accent_ink);
}

// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <stdio.h>

/* A scale from 0 to 10, a disc each. */

#define GAP 0.14f /* of a disc */
#define FOCUS_WIDTH 5.0f

float rating_radius(float width)
{
    return width / (RATING_MOST + 1 + RATING_MOST * GAP) / 2;
}

float rating_pitch(float radius)
{
    return radius * 2 * (1 + GAP);
}

void rating_draw(const struct page *page, int rating, bool chosen, bool focused, float x, float y,
                 float radius)
{
    const struct theme *theme = page->theme;
    char number[TICK_TEXT];
    snprintf(number, sizeof number, "%d", rating);
    draw_disc(page->list, x, y, radius, chosen ? theme->accent : theme->surface);
    if (focused)
        draw_ring(page->list, x, y, radius + page_px(page, FOCUS_WIDTH * 1.6f),
                  page_px(page, FOCUS_WIDTH), 0, 1, theme->accent);
    struct block block;
    block_fit(page, ROLE_MENU, number, radius * 2, &block);
    block_draw(page, &block, x, y - block.height / 2, ALIGN_CENTRE,
               chosen ? theme->accent_ink : theme->ink);
}

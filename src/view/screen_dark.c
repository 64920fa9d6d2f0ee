// SPDX-License-Identifier: MIT
#include "view/scene.h"

#include <math.h>

/* Eyes closed: next to no light. A dim glow breathes with the exercise, so that a look tells at
 * once that the session goes on; the time is small. */

#define GLOW_EMPTY 130.0f
#define GLOW_FULL 300.0f

static float fullness(const struct moment *moment)
{
    return moment->breathes ? (float)moment->breath.fullness : 0.3f;
}

void screen_dark_draw(const struct scene *scene)
{
    const struct page *page = &scene->page;
    const struct theme *theme = page->theme;
    float full = fullness(&scene->moment);
    float size = page->view->reduced_motion ? 0.5f : full;
    float radius = page_px(page, GLOW_EMPTY + (GLOW_FULL - GLOW_EMPTY) * size);
    draw_backdrop(page->list, theme->dark, theme->dark);
    draw_glow(page->list, page->view->width / 2, page->view->height / 2, radius,
              colour_fade(theme->dark_glow, 0.5f + 0.5f * full));
    char left[TICK_TEXT];
    tick_countdown(scene->timeline->total - scene->session->position, left);
    line_draw(page, ROLE_FOOT, left, box_middle_x(page->safe),
              box_bottom(page->safe) - page_px(page, 12), ALIGN_CENTRE, theme->dark_ink);
}

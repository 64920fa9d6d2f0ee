// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/home_view.h"

#include <math.h>

#define LEAST_PICTURE 60.0f
/* Where the floor is, of the room that is left. */
#define FLOOR 0.75f
#define ORB_MOST 170.0f
/* Share of the room that the circle takes. */
#define ORB_SHARE 0.8f

static struct figure_motion motion_of(const struct lobby *lobby, const struct figure *figure,
                                      double turn)
{
    double loop;
    enum figure_drive drive = figure_default_drive(figure, &loop);
    bool calm = lobby->page.view->reduced_motion;
    double there = drive == FIGURE_LOOP ? turn : (1 - cos(turn * 2 * M_PI)) / 2;
    return (struct figure_motion){.drive = drive,
                                  .amount = calm ? 0 : there,
                                  .breath = calm || drive == FIGURE_LOOP ? 0 : there,
                                  .hair = figure_hair_of(lobby->page.view->body)};
}

bool lobby_figure_exists(const struct lobby *lobby, const char *name)
{
    const struct view_figures *figures = lobby->page.view->figures;
    const struct exercise named = {.figure = name};
    return name && figures && figures->find(figures->context, &named);
}

void lobby_figure(const struct lobby *lobby, const char *name, double turn, float most_per_cm,
                  struct draw_box box)
{
    const struct view_context *view = lobby->page.view;
    if (!lobby_figure_exists(lobby, name) || box.h < page_px(&lobby->page, LEAST_PICTURE))
        return;
    const struct exercise named = {.figure = name};
    const struct figure *figure = view->figures->find(view->figures->context, &named);
    struct figure_motion motion = motion_of(lobby, figure, turn);
    struct figure_box bounds = figure_bounds(figure, false);
    const struct figure_palette palette = figure_palette_for(view->theme, view->body);
    float scale = page_px(&lobby->page, most_per_cm);
    float w = fminf(box.w, (bounds.max_x - bounds.min_x) * scale);
    float h = fminf(box.h, (bounds.max_y - bounds.min_y) * scale);
    float aside = (box.w - w) / 2, above = (box.h - h) * FLOOR;
    struct draw_box room = {box.x + aside, box.y + above, w, h};
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    figure_view_draw(view->list, &drawing, &palette, figure_fit(bounds, room));
}

void lobby_orb(const struct page *page, struct draw_box box)
{
    const struct theme *theme = page->theme;
    float radius = fminf(fminf(box.w, box.h) / 2 * ORB_SHARE, page_px(page, ORB_MOST));
    if (radius * 2 >= page_px(page, LEAST_PICTURE))
        draw_orb(page->list, box_middle_x(box), box_middle_y(box), radius, theme->orb_middle,
                 theme->orb_rim);
}

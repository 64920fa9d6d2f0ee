// SPDX-License-Identifier: MIT
#include "figure/prop.h"

/* What belongs to the room. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

void draw_wall(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    float half = prop->place.size.x / 2, x = prop->place.at.x, y = prop->place.at.y;
    prop_box(ink, FIGURE_PROP, x - half, y, x + half, y + prop->place.size.y, 1);
}

/* A door frame that the body walks through, seen a little from behind: the near post lies to the
 * left of the far one and lower. `size.x` is the post's width. */
#define DOOR_SKEW_X 17.0f
#define DOOR_SKEW_Y 6.0f

static void door_post(struct ink *ink, const struct prop *prop, float skew, enum figure_paint face,
                      enum figure_paint edge)
{
    float half = prop->place.size.x / 2, height = prop->place.size.y;
    float x = prop->place.at.x + skew * DOOR_SKEW_X, y = prop->place.at.y + skew * DOOR_SKEW_Y;
    prop_box(ink, edge, x - half, y, x + half, y + height, 0.8f);
    prop_box(ink, face, x - half, y, x + half * 0.35f, y + height, 0.8f);
}

void draw_doorway_behind(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    float half = prop->place.size.x / 2, top = prop->place.at.y + prop->place.size.y;
    float x0 = prop->place.at.x - DOOR_SKEW_X, x1 = prop->place.at.x + DOOR_SKEW_X;
    door_post(ink, prop, 1, FIGURE_PROP_FAR, FIGURE_PROP_FAR);
    const struct vec lintel[] = {{x0 - half, top - DOOR_SKEW_Y},
                                 {x0 - half, top - DOOR_SKEW_Y - 9},
                                 {x1 - half, top + DOOR_SKEW_Y - 9},
                                 {x1 + half, top + DOOR_SKEW_Y - 9},
                                 {x1 + half, top + DOOR_SKEW_Y}};
    ink_polygon(ink, FIGURE_PROP_FAR, lintel, COUNT(lintel), 0.8f);
    if (scene->figure->view != VIEW_SIDE) /* who faces us stands before the whole frame */
        door_post(ink, prop, -1, FIGURE_PROP, FIGURE_PROP_FAR);
}

void draw_doorway_before(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    if (scene->figure->view == VIEW_SIDE)
        door_post(ink, prop, -1, FIGURE_PROP, FIGURE_PROP_FAR);
}

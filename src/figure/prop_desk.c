// SPDX-License-Identifier: MIT
#include "figure/prop.h"

/* A desk from its side, and what stands on it: screens face left, to who sits there. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

#define TOP_THICK 2.6f

/* One leg stands for the pair: before the shins it would hide them. */
void draw_desk_legs(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    float y = prop->place.at.y, width = prop->place.size.x;
    float x = prop->place.at.x + 0.27f * width;
    prop_box(ink, FIGURE_PROP_FAR, x - 3, y, x + 3, y + prop->place.size.y - TOP_THICK, 0.4f);
    prop_box(ink, FIGURE_PROP_FAR, x - 0.4f * width, y, x + 0.2f * width, y + 3, 1.4f);
}

void draw_desk_top(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    float half = prop->place.size.x / 2, x = prop->place.at.x;
    float top = prop->place.at.y + prop->place.size.y;
    prop_box(ink, FIGURE_WOOD, x - half, top - TOP_THICK, x + half, top, 0.9f);
}

/* A slab from `low` to `high` with its lit face to the left. */
static void lit_slab(struct ink *ink, struct vec low, struct vec high, float thick)
{
    struct vec up = vec_unit(vec_sub(high, low), (struct vec){0, 1});
    prop_slab(ink, FIGURE_PROP, low, high, thick, 0.6f);
    prop_slab(ink, FIGURE_SCREEN, vec_along(low, up, 0.8f), vec_along(high, up, -0.8f),
              0.45f * thick, 0.4f);
}

void draw_monitor(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    struct vec at = prop->place.at, up = prop_upright(prop->place.amounts[PROP_TILT]);
    float half = prop->place.size.y / 2, thick = prop->place.size.x;
    float foot = prop->place.amounts[PROP_STANDS], x = at.x + thick + 2.6f;
    prop_box(ink, FIGURE_PROP_FAR, x - 9, foot, x + 9, foot + 1.5f, 0.7f);
    prop_bar(ink, FIGURE_PROP_FAR, (struct vec){x, foot + 1.5f}, (struct vec){x, at.y}, 1.4f);
    prop_bar(ink, FIGURE_PROP_FAR, (struct vec){x, at.y}, (struct vec){at.x + thick, at.y}, 1.4f);
    lit_slab(ink, vec_along(at, up, -half), vec_along(at, up, half), thick);
}

#define BASE_THICK 1.7f

/* The plate that carries a laptop above the desk, on a bent foot; on the desk itself both hide
 * behind the base, so that it may rise. */
static void laptop_stand(struct ink *ink, const struct prop *prop)
{
    const float thin = 0.8f;
    float x0 = prop->place.at.x - prop->place.size.x / 2 + 3;
    float x1 = prop->place.at.x + prop->place.size.x / 2 - 3;
    float foot = prop->place.amounts[PROP_STANDS] + thin;
    float plate = fmaxf(prop->place.at.y - thin, foot);
    const struct vec bent[] = {{x0, plate}, {x1, plate}, {x1, foot}, {x0, foot}};
    for (int i = 0; i + 1 < COUNT(bent); i++)
        prop_bar(ink, FIGURE_PROP_FAR, bent[i], bent[i + 1], thin);
}

void draw_laptop(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    struct vec at = prop->place.at, up = prop_upright(prop->place.amounts[PROP_TILT]);
    float half = prop->place.size.x / 2;
    struct vec hinge = {at.x + half - 1.4f, at.y + BASE_THICK};
    laptop_stand(ink, prop);
    lit_slab(ink, hinge, vec_along(hinge, up, prop->place.size.y), 2);
    prop_box(ink, FIGURE_PROP, at.x - half, at.y, at.x + half, at.y + BASE_THICK, 0.7f);
}

/* Highest under the palm. */
void draw_mouse(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    static const struct vec shape[] = {{-0.92f, 0},  {-1, 0.3f},     {-0.75f, 0.8f}, {-0.2f, 1},
                                       {0.5f, 0.7f}, {0.95f, 0.25f}, {0.92f, 0}};
    (void)scene;
    struct vec outline[COUNT(shape)];
    for (int i = 0; i < COUNT(shape); i++)
        outline[i] = (struct vec){prop->place.at.x + shape[i].x * prop->place.size.x / 2,
                                  prop->place.at.y + shape[i].y * prop->place.size.y};
    ink_blob(ink, FIGURE_PROP, outline, COUNT(shape));
}

/* Higher at its far edge. */
void draw_keyboard(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)scene;
    struct vec at = prop->place.at;
    float half = prop->place.size.x / 2, high = prop->place.size.y;
    const struct vec outline[] = {{at.x - half, at.y},
                                  {at.x + half, at.y},
                                  {at.x + half, at.y + high},
                                  {at.x - half, at.y + 0.6f * high}};
    ink_polygon(ink, FIGURE_PROP, outline, COUNT(outline), 0.5f);
}

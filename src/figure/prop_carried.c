// SPDX-License-Identifier: MIT
#include "figure/prop.h"

/* What the body holds or wears: it goes where the hand or the shoulder goes. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* A far hand or shoulder of the side view is behind the trunk, and so is what it carries. */
static bool is_its_layer(const struct prop *prop, const struct prop_scene *scene)
{
    bool behind = scene->figure->view == VIEW_SIDE && prop->side == FAR;
    return scene->layer == (behind ? PROPS_BEHIND : PROPS_BEFORE);
}

/* Between palm and fingers; from the side its edge is seen, from the front its back. */
void draw_phone(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    if (!is_its_layer(prop, scene))
        return;
    bool side_view = scene->figure->view == VIEW_SIDE;
    const struct limb *arm = &scene->body->arms[prop->side];
    struct vec lean = prop_upright(prop->place.amounts[PROP_TILT]);
    struct vec along =
        vec_along(vec_scale(arm->direction, lean.y), vec_right(arm->direction), lean.x);
    struct vec palm = scene->figure->palm_up[prop->side] ? vec_left(along) : vec_right(along);
    struct vec low = vec_along(arm->end, arm->direction, side_view ? 2.5f : 4.5f);
    float length = prop->place.size.y, half = prop->place.size.x / 2;
    if (side_view) {
        low = vec_along(low, palm, 2.6f);
        prop_bar(ink, FIGURE_PROP, low, vec_along(low, along, length), 0.7f);
        low = vec_along(vec_along(low, palm, 0.5f), along, 0.8f);
        prop_bar(ink, FIGURE_SCREEN, low, vec_along(low, along, length - 1.6f), 0.35f);
        return;
    }
    low = vec_along(low, vec_left(along), half);
    prop_slab(ink, FIGURE_PROP, low, vec_along(low, along, length), 2 * half, 1.2f);
}

/* How far below the shoulder a bag's upper edge hangs, cm. */
#define STRAP_DROP 44.0f
#define STRAP 1.3f

static void bag_body(struct ink *ink, struct vec top, struct vec size)
{
    float half = size.x / 2;
    const struct vec outline[] = {{top.x - half, top.y},
                                  {top.x + half, top.y},
                                  {top.x + half + 1.5f, top.y - size.y},
                                  {top.x - half - 1.5f, top.y - size.y}};
    const struct vec flap[] = {{top.x - half - 0.4f, top.y},
                               {top.x + half + 0.4f, top.y},
                               {top.x + half + 0.8f, top.y - 0.5f * size.y},
                               {top.x - half - 0.8f, top.y - 0.5f * size.y}};
    ink_polygon(ink, FIGURE_ROLLER, outline, COUNT(outline), 4);
    ink_polygon(ink, FIGURE_ROLLER_CORE, flap, COUNT(flap), 4);
}

static void draw_strap(struct ink *ink, struct vec from, struct vec to)
{
    prop_bar(ink, FIGURE_ROLLER_CORE, from, to, STRAP);
}

void draw_shoulder_bag(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    if (!is_its_layer(prop, scene))
        return;
    bool side_view = scene->figure->view == VIEW_SIDE;
    float out = side_view ? 0 : prop->side == NEAR ? 1.0f : -1.0f;
    struct vec shoulder = scene->body->arms[prop->side].root;
    struct vec size = prop->place.size;
    struct vec top = {shoulder.x + 8 * out, shoulder.y - STRAP_DROP};
    struct vec hung = {shoulder.x - 1.5f * out, shoulder.y + (side_view ? 5.0f : 6.4f)};
    if (prop->across) {
        struct vec other = scene->body->arms[prop->side == NEAR ? FAR : NEAR].root;
        hung = (struct vec){other.x + 4 * out, other.y + 7};
    }
    draw_strap(ink, hung, (struct vec){top.x - 0.4f * size.x, top.y - 3});
    if (!prop->across)
        draw_strap(ink, hung, (struct vec){top.x + 0.4f * size.x, top.y - 3});
    bag_body(ink, top, size);
}

/* A point beside the spine; `across`: cm to its front, or to the body's left. */
static struct vec beside(const struct skeleton *body, float s, float across)
{
    struct vec up, at = spine_at(body, s, &up);
    return vec_along(at, spine_front(up), across);
}

/* `size` is its depth and height; its width shows from the front, where it rises behind the
 * shoulders. */
#define PACK_WIDTH 37.0f
#define SPINE 50.0f

static void pack_part(struct ink *ink, const struct skeleton *body, enum figure_paint paint,
                      const struct vec *corners, int count, float rounding)
{
    struct vec outline[8];
    for (int i = 0; i < count; i++)
        outline[i] = beside(body, corners[i].y, corners[i].x);
    ink_polygon(ink, paint, outline, count, rounding);
}

void draw_backpack(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    float depth = prop->place.size.x, long_by = prop->place.size.y / SPINE;
    if (scene->figure->view != VIEW_SIDE) {
        float half = PACK_WIDTH / 2, top = 1.14f, low = top - long_by;
        const struct vec pack[] = {{-half, low},       {half, low},         {half, top - 0.2f},
                                   {0.6f * half, top}, {-0.6f * half, top}, {-half, top - 0.2f}};
        pack_part(ink, scene->body, FIGURE_ROLLER, pack, COUNT(pack), 5);
        return;
    }
    float top = 1.04f, low = top - long_by, out = -7 - depth;
    const struct vec pack[] = {{out, low}, {-6, low},      {-6, top - 0.1f},
                               {-8, top},  {out + 5, top}, {out, top - 0.18f}};
    const struct vec pocket[] = {{out - 1.4f, low + 0.04f},
                                 {out + 7, low + 0.04f},
                                 {out + 7, low + 0.36f},
                                 {out - 1.4f, low + 0.36f}};
    pack_part(ink, scene->body, FIGURE_ROLLER, pack, COUNT(pack), 5);
    pack_part(ink, scene->body, FIGURE_ROLLER_CORE, pocket, COUNT(pocket), 3);
}

static void draw_front_straps(struct ink *ink, const struct skeleton *body)
{
    for (int side = -1; side <= 1; side += 2) {
        float out = (float)side;
        const struct vec strap[] = {beside(body, 1.0f, 8.6f * out), beside(body, 0.86f, 9.4f * out),
                                    beside(body, 0.66f, 10.2f * out),
                                    beside(body, 0.5f, 12.0f * out)};
        prop_line(ink, FIGURE_ROLLER_CORE, strap, COUNT(strap), 1.7f);
    }
}

void draw_backpack_straps(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    (void)prop;
    const struct skeleton *body = scene->body;
    if (scene->figure->view != VIEW_SIDE) {
        draw_front_straps(ink, body);
        return;
    }
    const struct vec strap[] = {beside(body, 0.97f, -6.5f), beside(body, 1.0f, -1),
                                beside(body, 0.9f, 5.6f),   beside(body, 0.74f, 6.6f),
                                beside(body, 0.58f, 2.0f),  beside(body, 0.5f, -7)};
    prop_line(ink, FIGURE_ROLLER_CORE, strap, COUNT(strap), 1.7f);
}

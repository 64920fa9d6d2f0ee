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
    struct vec low = vec_along(arm->end, arm->direction, 2.5f);
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
    ink_polygon(ink, FIGURE_CLOTH, outline, COUNT(outline), 4);
    ink_polygon(ink, FIGURE_CLOTH_SHADE, flap, COUNT(flap), 4);
}

static void draw_strap(struct ink *ink, struct vec from, struct vec to)
{
    prop_bar(ink, FIGURE_CLOTH_SHADE, from, to, STRAP);
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

/* `size` is its depth and height; its width shows from the front. */
#define PACK_WIDTH 34.0f
#define PACK_TOP 1.02f

static void pack_outline(struct ink *ink, const struct skeleton *body, float low, float left,
                         float right)
{
    const struct vec outline[] = {beside(body, low, left),
                                  beside(body, low, right),
                                  beside(body, low + 0.3f, right),
                                  beside(body, PACK_TOP - 0.2f, right),
                                  beside(body, PACK_TOP, right * 0.9f + left * 0.1f),
                                  beside(body, PACK_TOP, left * 0.75f + right * 0.25f),
                                  beside(body, PACK_TOP - 0.16f, left),
                                  beside(body, low + 0.3f, left)};
    ink_polygon(ink, FIGURE_CLOTH, outline, COUNT(outline), 5);
}

void draw_backpack(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    const struct skeleton *body = scene->body;
    float low = PACK_TOP - prop->place.size.y / 50;
    if (scene->figure->view != VIEW_SIDE) {
        pack_outline(ink, body, low, -PACK_WIDTH / 2, PACK_WIDTH / 2);
        return;
    }
    float depth = prop->place.size.x;
    pack_outline(ink, body, low, -7 - depth, -6);
    const struct vec pocket[] = {
        beside(body, low + 0.04f, -8 - depth), beside(body, low + 0.04f, -depth),
        beside(body, low + 0.38f, -depth), beside(body, low + 0.38f, -8 - depth)};
    ink_polygon(ink, FIGURE_CLOTH_SHADE, pocket, COUNT(pocket), 3);
}

static void draw_front_straps(struct ink *ink, const struct skeleton *body)
{
    for (int side = -1; side <= 1; side += 2) {
        float out = (float)side;
        const struct vec strap[] = {beside(body, 1.0f, 8.6f * out), beside(body, 0.86f, 9.4f * out),
                                    beside(body, 0.66f, 10.2f * out),
                                    beside(body, 0.5f, 12.0f * out)};
        prop_line(ink, FIGURE_CLOTH_SHADE, strap, COUNT(strap), 1.7f);
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
    prop_line(ink, FIGURE_CLOTH_SHADE, strap, COUNT(strap), 1.7f);
}

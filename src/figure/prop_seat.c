// SPDX-License-Identifier: MIT
#include "figure/prop.h"

/* What one sits on. Seen from the side the back rest is at the left: its face rises where the seat
 * ends, so a back 10 cm thick leans on it with its pelvis 13 cm from there. From the front it rises
 * behind the trunk. `size` is the seat's depth, or its width, and the height of its top. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

#define SEAT_THICK 4.0f

static void chair_leg(struct ink *ink, enum figure_paint paint, float top_x, float top_y,
                      float foot_x, float foot_y)
{
    prop_bar(ink, paint, (struct vec){top_x, top_y}, (struct vec){foot_x, foot_y + 1.5f}, 1.5f);
}

static void chair_legs(struct ink *ink, const struct prop *prop, enum figure_paint paint, float by)
{
    float half = prop->place.size.x / 2, x = prop->place.at.x + by, y = prop->place.at.y;
    float top = y + prop->place.size.y - SEAT_THICK / 2;
    chair_leg(ink, paint, x - half + 3, top, x - half + 1, y);
    chair_leg(ink, paint, x + half - 3.5f, top, x + half - 2, y);
}

/* Its posts, and the board that the upper back leans on. */
static void chair_back(struct ink *ink, const struct prop *prop)
{
    float seat = prop->place.at.y + prop->place.size.y, rest = prop->place.amounts[PROP_REST];
    struct vec foot = {prop->place.at.x - prop->place.size.x / 2 + 2, seat - SEAT_THICK / 2};
    struct vec top = {foot.x - 0.1f * rest, seat + rest - 1.5f};
    prop_bar(ink, FIGURE_PROP_FAR, foot, top, 1.5f);
    prop_bar(ink, FIGURE_PROP, vec_lerp(foot, top, 0.45f), top, 2.0f);
}

static void chair_back_from_front(struct ink *ink, const struct prop *prop)
{
    float seat = prop->place.at.y + prop->place.size.y, rest = prop->place.amounts[PROP_REST];
    float half = prop->place.size.x / 2 - 2, x = prop->place.at.x;
    for (int i = 0; i < 2; i++) {
        float post = i == 0 ? x - half : x + half;
        prop_bar(ink, FIGURE_PROP_FAR, (struct vec){post, seat - SEAT_THICK / 2},
                 (struct vec){post, seat + rest - 1.5f}, 1.5f);
    }
    prop_box(ink, FIGURE_PROP_FAR, x - half, seat + 0.45f * rest, x + half, seat + rest, 2);
}

void draw_chair(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    float half = prop->place.size.x / 2, x = prop->place.at.x;
    float seat = prop->place.at.y + prop->place.size.y;
    bool side_view = scene->figure->view == VIEW_SIDE;
    if (side_view)
        chair_legs(ink, prop, FIGURE_PROP_FAR, 3.5f);
    chair_legs(ink, prop, FIGURE_PROP, 0);
    if (prop->place.amounts[PROP_REST] > 0)
        (side_view ? chair_back : chair_back_from_front)(ink, prop);
    prop_box(ink, FIGURE_PROP, x - half, seat - SEAT_THICK, x + half, seat, SEAT_THICK / 2);
}

#define CUSHION_THICK 7.0f
#define CASTOR 2.6f

static void office_foot(struct ink *ink, const struct prop *prop)
{
    struct vec at = prop->place.at;
    float reach = prop->place.size.x * 0.62f, hub = at.y + 11;
    float column = at.y + prop->place.size.y - CUSHION_THICK;
    static const float spokes[] = {-0.42f, 0.5f, -1, 1, 0.08f};
    prop_box(ink, FIGURE_PROP_FAR, at.x - 1.9f, hub, at.x + 1.9f, column, 0.5f);
    for (int i = 0; i < COUNT(spokes); i++) {
        float x = at.x + spokes[i] * reach;
        enum figure_paint paint = i < 2 ? FIGURE_PROP_FAR : FIGURE_PROP;
        prop_bar(ink, paint, (struct vec){at.x, hub}, (struct vec){x, at.y + 6.4f}, 1.5f);
        ink_disc(ink, FIGURE_PROP_FAR, (struct vec){x, at.y + CASTOR}, CASTOR);
    }
    prop_box(ink, FIGURE_PROP, at.x - 3, hub - 3, at.x + 3, hub + 5, 1.2f);
}

/* Curved like the back that leans on it, and held from below the seat. */
static void office_back(struct ink *ink, const struct prop *prop, float seat)
{
    float x = prop->place.at.x - prop->place.size.x / 2, rest = prop->place.amounts[PROP_REST];
    const struct vec arm[] = {{x + 13, seat - CUSHION_THICK - 1},
                              {x + 2, seat - CUSHION_THICK - 0.5f},
                              {x - 3.4f, seat - 2},
                              {x - 4, seat + rest * 0.4f}};
    prop_line(ink, FIGURE_PROP_FAR, arm, COUNT(arm), 1.5f);
    const struct figure_point pad[] = {{x - 0.6f, seat + 8, 2.1f},
                                       {x - 0.1f, seat + rest * 0.36f, 2.6f},
                                       {x - 1.4f, seat + rest * 0.68f, 2.4f},
                                       {x - 3.4f, seat + rest - 2, 1.9f}};
    ink_brush(ink, FIGURE_PROP, pad, COUNT(pad));
}

static void office_back_from_front(struct ink *ink, const struct prop *prop, float seat)
{
    float half = prop->place.size.x / 2 - 2, x = prop->place.at.x;
    prop_bar(ink, FIGURE_PROP_FAR, (struct vec){x, seat - CUSHION_THICK},
             (struct vec){x, seat + 12}, 2.4f);
    prop_box(ink, FIGURE_PROP_FAR, x - half, seat + 8, x + half,
             seat + prop->place.amounts[PROP_REST], 6);
}

void draw_office_chair(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    float half = prop->place.size.x / 2, x = prop->place.at.x;
    float seat = prop->place.at.y + prop->place.size.y;
    office_foot(ink, prop);
    prop_box(ink, FIGURE_PROP_FAR, x - 10, seat - CUSHION_THICK - 2.4f, x + 9,
             seat - CUSHION_THICK + 1, 1.2f);
    if (prop->place.amounts[PROP_REST] > 0)
        (scene->figure->view == VIEW_SIDE ? office_back : office_back_from_front)(ink, prop, seat);
    prop_box(ink, FIGURE_PROP, x - half, seat - CUSHION_THICK, x + half, seat, CUSHION_THICK / 2);
}

/* A rolled towel, seen from its end. */
void draw_lumbar_roll(struct ink *ink, const struct prop *prop, const struct prop_scene *scene)
{
    enum { STEPS = 15 };
    (void)scene;
    float x = prop->place.size.x / 2, y = prop->place.size.y / 2;
    struct vec at = prop->place.at, spiral[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
        float share = (float)i / STEPS, angle = 1.2f + share * 10;
        spiral[i] = (struct vec){at.x + mix(0.72f, 0.08f, share) * x * cosf(angle),
                                 at.y + mix(0.8f, 0.1f, share) * y * sinf(angle)};
    }
    prop_box(ink, FIGURE_ROLLER, at.x - x, at.y - y, at.x + x, at.y + y, y < x ? y : x);
    prop_line(ink, FIGURE_ROLLER_CORE, spiral, STEPS + 1, 0.4f);
}

// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Half the width of the trunk at a height of the spine, and half its depth: what is seen of it
 * when it turns. */
struct width {
    float at, half, depth;
};
static const struct width shirt_width[] = {
    {0.1f, 12.8f, 10},  {0.115f, 13.7f, 10}, {0.25f, 12.7f, 9.6f}, {0.42f, 11.9f, 9.4f},
    {0.62f, 13.2f, 10}, {0.80f, 14.6f, 10},  {0.9f, 15.8f, 7.6f},  {0.955f, 15.6f, 5.6f},
    {1.0f, 12.8f, 5},   {1.035f, 8.2f, 5},   {1.056f, 6.0f, 5},    {1.062f, 4.6f, 4.6f}};

/* The shoulders turn by all of it, the pelvis stays. */
static float seen(const struct skeleton *body, const struct width *width)
{
    float share = clampf((width->at - 0.05f) / 0.8f, 0, 1);
    float turn = body->turn * share;
    float across = width->half * cosf(turn), deep = width->depth * sinf(turn);
    return sqrtf(across * across + deep * deep);
}

static void draw_shirt(struct ink *ink, const struct skeleton *body)
{
    struct vec outline[2 * COUNT(shirt_width) + 2];
    int count = COUNT(shirt_width);
    for (int i = 0; i < count; i++) {
        struct vec up, at = spine_at(body, shirt_width[i].at, &up);
        float half = seen(body, &shirt_width[i]);
        float breath = shirt_width[i].at > 0.5f ? body->ribs : body->belly;
        half += 0.5f * breath * (shirt_width[i].at < 0.9f ? 1.0f : 0.0f);
        outline[i] = vec_along(at, spine_front(up), half);
        outline[2 * count - i] = vec_along(at, spine_front(up), -half);
    }
    outline[count] = spine_at(body, 1.042f, NULL);
    outline[2 * count + 1] = spine_at(body, 0.095f, NULL);
    ink_blob(ink, FIGURE_TOP, outline, COUNT(outline));
}

static void draw_hips(struct ink *ink, const struct skeleton *body)
{
    struct vec up, at = spine_at(body, 0.03f, &up);
    struct vec across = spine_front(up);
    struct tube hips = {0};
    for (int i = 0; i <= 4; i++)
        tube_add(&hips, vec_along(at, across, mix(-4.6f, 4.6f, (float)i / 4)), 9.6f);
    ink_tube(ink, FIGURE_TROUSERS, &hips, false);
}

static const struct girth arm_girth[] = {{0, 5.2f, 5.2f},    {0.4f, 4.7f, 4.7f}, {1, 3.7f, 3.7f},
                                         {1.3f, 3.7f, 3.7f}, {1.7f, 3.0f, 3.0f}, {2, 2.5f, 2.5f}};
static const struct girth sleeve_girth[] = {
    {0, 5.9f, 5.9f}, {0.3f, 6.1f, 6.1f}, {0.6f, 5.8f, 5.8f}};
static const struct girth leg_girth[] = {{0, 8.7f, 8.7f},    {0.4f, 9.0f, 9.0f}, {1, 6.9f, 6.9f},
                                         {1.4f, 6.2f, 6.2f}, {1.8f, 4.9f, 4.9f}, {2, 4.6f, 4.6f}};

static void front_hand(struct ink *ink, const struct limb *arm, enum figure_paint paint, bool left)
{
    static const struct figure_point palm[] = {
        {0, 0, 2.5f}, {2.5f, 0, 3.0f}, {5.5f, 0, 3.0f}, {8.5f, 0, 2.3f}, {10.3f, 0, 1.8f}};
    struct tube hand = {0}, thumb = {0};
    for (int i = 0; i < COUNT(palm); i++)
        tube_add(&hand, vec_along(arm->end, arm->direction, palm[i].x), palm[i].radius);
    struct vec side = left ? vec_left(arm->direction) : vec_right(arm->direction);
    struct vec root = vec_along(vec_along(arm->end, arm->direction, 2.2f), side, 1.2f);
    tube_add(&thumb, root, 1.6f);
    tube_add(&thumb, vec_along(vec_along(root, arm->direction, 3.8f), side, 2.4f), 1.2f);
    ink_tube(ink, paint, &thumb, false);
    ink_tube(ink, paint, &hand, false);
}

static void front_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool left)
{
    struct tube skin = {0}, sleeve = {0};
    front_hand(ink, arm, tone->skin, left);
    tube_bones(&skin, arm->root, arm->joint, arm->end, arm_girth, COUNT(arm_girth), 0, 2);
    ink_tube(ink, tone->skin, &skin, false);
    tube_bones(&sleeve, arm->root, arm->joint, arm->end, sleeve_girth, COUNT(sleeve_girth), 0,
               0.58f);
    ink_tube(ink, tone->top, &sleeve, true);
}

/* Standing, the toes point at the viewer; sitting with crossed legs the whole foot is seen. */
static void front_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    static const struct figure_point lying[] = {
        {0, 0, 3.7f}, {5, 0, 3.7f}, {10, 0, 3.5f}, {14, 0, 2.6f}};
    static const struct figure_point standing[] = {
        {-4, 0, 2.6f}, {0, 0, 3.1f}, {2.4f, 0, 3.6f}, {3.7f, 0, 3.4f}};
    const struct figure_point *points = leg->placed ? lying : standing;
    struct tube foot = {0};
    for (int i = 0; i < COUNT(lying); i++)
        tube_add(&foot, vec_along(leg->end, leg->direction, points[i].x), points[i].radius);
    ink_tube(ink, paint, &foot, false);
}

static void front_leg_part(struct ink *ink, const struct limb *leg, enum figure_paint paint,
                           float from, float to, bool cut)
{
    struct tube trousers = {0};
    tube_bones(&trousers, leg->root, leg->joint, leg->end, leg_girth, COUNT(leg_girth), from, to);
    ink_tube(ink, paint, &trousers, cut);
}

#define CUFF 1.9f

/* Sitting with the legs crossed: the shins lie before the thighs. */
static void crossed_legs(struct ink *ink, const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--)
        front_leg_part(ink, &body->legs[side], FIGURE_TROUSERS_FAR, 0, 1, false);
    for (int side = FAR; side >= NEAR; side--) {
        front_foot(ink, &body->legs[side], side == NEAR ? FIGURE_SKIN : FIGURE_SKIN_FAR);
        front_leg_part(ink, &body->legs[side],
                       side == NEAR ? FIGURE_TROUSERS : FIGURE_TROUSERS_SHADE, 1, CUFF, true);
    }
}

static void straight_legs(struct ink *ink, const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--) {
        front_foot(ink, &body->legs[side], FIGURE_SKIN);
        front_leg_part(ink, &body->legs[side], FIGURE_TROUSERS, 0, CUFF, true);
    }
}

static void front_arms(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                       bool behind)
{
    for (int side = FAR; side >= NEAR; side--) {
        if (figure->behind[side] != behind)
            continue;
        if (!behind)
            draw_sleeve_fold(ink, &body->arms[side], body->pelvis);
        front_arm(ink, &body->arms[side], behind ? &far_tone : &near_tone, side == FAR);
    }
}

void draw_front(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                float glow)
{
    struct vec up = vec_unit(vec_sub(body->head, body->chest), (struct vec){0, 1});
    front_arms(ink, figure, body, true);
    draw_hips(ink, body);
    if (body->legs[NEAR].placed)
        crossed_legs(ink, body);
    else
        straight_legs(ink, body);
    draw_neck(ink, spine_at(body, 0.97f, NULL), vec_along(body->head, up, -6), up, 5.0f);
    draw_shirt(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_head(ink, body->head, vec_right(up), clampf(body->head_turn / 1.5708f, -1, 1));
    front_arms(ink, figure, body, false);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_ARM, glow);
}

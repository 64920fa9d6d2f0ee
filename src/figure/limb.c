// SPDX-License-Identifier: MIT
#include "figure/body.h"

const struct tone near_tone = {FIGURE_SKIN, FIGURE_TOP, FIGURE_TROUSERS};
const struct tone far_tone = {FIGURE_SKIN_FAR, FIGURE_TOP_FAR, FIGURE_TROUSERS_FAR};

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Left is the front of a limb that hangs from a body facing right. */
static const struct girth arm_girth[] = {{0, 5.2f, 5.2f},    {0.3f, 4.9f, 5.0f}, {0.7f, 4.1f, 4.2f},
                                         {1.0f, 3.5f, 3.8f}, {1.3f, 3.6f, 3.8f}, {1.7f, 2.9f, 3.0f},
                                         {2, 2.5f, 2.5f}};
static const struct girth sleeve_girth[] = {
    {0, 6.4f, 6.4f}, {0.3f, 6.1f, 6.1f}, {0.6f, 5.7f, 5.7f}};
static const struct girth leg_girth[] = {
    {0, 9.6f, 9.8f},     {0.35f, 9.0f, 8.6f}, {0.75f, 7.2f, 7.2f}, {1.0f, 6.3f, 6.0f},
    {1.35f, 5.0f, 6.6f}, {1.7f, 4.6f, 5.0f},  {2, 4.5f, 4.6f}};
static const struct girth ankle_girth[] = {
    {1.6f, 3.6f, 4.2f}, {1.85f, 3.3f, 3.4f}, {2, 3.5f, 3.5f}};

/* How far down the limb the clothing reaches. */
#define SLEEVE_END 0.58f
#define TROUSER_END 1.84f

/* A hand seen from its edge: flat along the palm. `x` along the fingers, `y` thickness. */
static void draw_hand(struct ink *ink, const struct limb *arm, enum figure_paint paint,
                      bool palm_left)
{
    static const struct figure_point edge[] = {
        {0, 0, 2.6f}, {3.2f, 0, 2.5f}, {6.5f, 0, 2.0f}, {9.5f, 0, 1.45f}, {11.3f, 0, 1.1f}};
    struct vec palm = palm_left ? vec_left(arm->direction) : vec_right(arm->direction);
    struct tube hand = {0}, crease = {0};
    for (int i = 0; i < COUNT(edge); i++)
        tube_add(
            &hand,
            vec_along(vec_along(arm->end, arm->direction, edge[i].x), palm, 2.6f - edge[i].radius),
            edge[i].radius);
    ink_tube(ink, paint, &hand, false);
    for (int i = 0; i <= 4; i++) {
        float t = (float)i / 4;
        struct vec at = vec_along(arm->end, arm->direction, mix(3.4f, 8.2f, t));
        tube_add(&crease, vec_along(at, palm, mix(1.2f, 1.5f, t)), 0.32f - 0.12f * t);
    }
    if (paint == FIGURE_SKIN)
        ink_tube(ink, FIGURE_SKIN_SHADE, &crease, false);
}

void draw_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool palm_left)
{
    struct tube skin = {0}, sleeve = {0};
    draw_hand(ink, arm, tone->skin, palm_left);
    tube_bones(&skin, arm->root, arm->joint, arm->end, arm_girth, COUNT(arm_girth), 0, 2);
    ink_tube(ink, tone->skin, &skin, false);
    tube_bones(&sleeve, arm->root, arm->joint, arm->end, sleeve_girth, COUNT(sleeve_girth), 0,
               SLEEVE_END);
    ink_tube(ink, tone->top, &sleeve, true);
}

/* The sleeve's shade on the shirt, on the side of the pelvis, so that an arm before the trunk does
 * not melt into it. */
void draw_sleeve_fold(struct ink *ink, const struct limb *arm, struct vec pelvis)
{
    enum { STEPS = 6 };
    struct vec along = vec_unit(vec_sub(arm->joint, arm->root), (struct vec){0, -1});
    struct vec across = vec_left(along), down = vec_sub(pelvis, arm->root);
    float length = vec_length(vec_sub(arm->joint, arm->root));
    float side = across.x * down.x + across.y * down.y < 0 ? -1.0f : 1.0f;
    struct tube fold = {0};
    for (int i = 0; i <= STEPS; i++) {
        float t = (float)i / STEPS, at = mix(0.1f, SLEEVE_END - 0.08f, t);
        struct girth girth = girth_at(sleeve_girth, COUNT(sleeve_girth), at);
        struct vec point = vec_along(arm->root, along, length * at);
        tube_add(&fold, vec_along(point, across, side * (girth.left - 0.3f)), mix(0.1f, 0.8f, t));
    }
    ink_tube(ink, FIGURE_TOP_SHADE, &fold, false);
}

/* A bare foot from its side, with its ankle at 0, 0: x along the toes, y to the back of the foot.
 * Flat, it stands on a sole at -7; stretched, its back goes on where the shin ends. */
struct foot_outline {
    struct vec flat, stretched;
};
static const struct foot_outline foot_side[] = {
    {{3.0f, 2}, {-6, 3.0f}},          {{4.1f, -0.8f}, {3.6f, 2.9f}},
    {{7.2f, -2.7f}, {7.4f, 1.8f}},    {{11.0f, -4.0f}, {11.2f, 0.1f}},
    {{14.2f, -4.7f}, {14.4f, -1.6f}}, {{16.1f, -5.8f}, {16.4f, -2.9f}},
    {{15.4f, -6.9f}, {15.6f, -4.0f}}, {{12.0f, -7}, {12, -4.4f}},
    {{8.5f, -6.9f}, {8.5f, -4.8f}},   {{4.5f, -6.5f}, {4.5f, -5.0f}},
    {{1.0f, -6.9f}, {1, -5.6f}},      {{-2.5f, -7}, {-2, -6.0f}},
    {{-4.9f, -6.4f}, {-4.2f, -5.6f}}, {{-5.6f, -4.4f}, {-5.4f, -4.4f}},
    {{-4.4f, -1.6f}, {-6.2f, -3.2f}}, {{-3.4f, 2}, {-8.0f, -2.6f}}};

static void draw_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    struct vec outline[COUNT(foot_side)];
    struct vec back = vec_left(leg->direction);
    struct vec shin = vec_unit(vec_sub(leg->end, leg->joint), back);
    float along = shin.x * leg->direction.x + shin.y * leg->direction.y;
    float stretch = clampf((along - 0.5f) / 0.4f, 0, 1);
    for (int i = 0; i < COUNT(foot_side); i++) {
        struct vec at = vec_lerp(foot_side[i].flat, foot_side[i].stretched, stretch);
        outline[i] = vec_along(vec_along(leg->end, leg->direction, at.x), back, at.y);
    }
    ink_blob(ink, paint, outline, COUNT(foot_side));
}

void draw_leg(struct ink *ink, const struct limb *leg, const struct tone *tone)
{
    struct tube ankle = {0}, trousers = {0};
    draw_foot(ink, leg, tone->skin);
    tube_bones(&ankle, leg->root, leg->joint, leg->end, ankle_girth, COUNT(ankle_girth), 1.6f, 2);
    ink_tube(ink, tone->skin, &ankle, false);
    tube_bones(&trousers, leg->root, leg->joint, leg->end, leg_girth, COUNT(leg_girth), 0,
               TROUSER_END);
    ink_tube(ink, tone->trousers, &trousers, true);
}

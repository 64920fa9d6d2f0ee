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
    struct tube hand = {0}, thumb = {0};
    for (int i = 0; i < COUNT(edge); i++)
        tube_add(
            &hand,
            vec_along(vec_along(arm->end, arm->direction, edge[i].x), palm, 2.6f - edge[i].radius),
            edge[i].radius);
    ink_tube(ink, paint, &hand, false);
    struct vec root = vec_along(vec_along(arm->end, arm->direction, 2.2f), palm, 0.6f);
    struct vec tip = vec_along(vec_along(arm->end, arm->direction, 6.2f), palm, 1.3f);
    tube_add(&thumb, root, 1.5f);
    tube_add(&thumb, tip, 1.15f);
    if (paint == FIGURE_SKIN)
        ink_tube(ink, FIGURE_SKIN_SHADE, &thumb, false);
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

/* The sleeve's shade on the shirt, so that an arm before the trunk does not melt into it. */
void draw_sleeve_fold(struct ink *ink, const struct limb *arm)
{
    struct vec along = vec_unit(vec_sub(arm->joint, arm->root), (struct vec){0, -1});
    float length = vec_length(vec_sub(arm->joint, arm->root));
    for (int side = -1; side <= 1; side += 2) {
        struct tube fold = {0};
        for (int i = 0; i <= 6; i++) {
            float at = mix(0.12f, SLEEVE_END - 0.03f, (float)i / 6);
            struct girth girth = girth_at(sleeve_girth, COUNT(sleeve_girth), at);
            struct vec point = vec_along(arm->root, along, length * at);
            tube_add(&fold, vec_along(point, vec_left(along), (float)side * (girth.left - 0.2f)),
                     mix(0.1f, 0.85f, (float)i / 6));
        }
        ink_tube(ink, FIGURE_TOP_SHADE, &fold, false);
    }
}

/* A bare foot from its side: x along the toes, y to its back; the ankle is at 0, 0 and the sole at
 * -7. */
static const struct vec foot_side[] = {
    {3.4f, 2},      {4.1f, -0.8f},  {7.2f, -2.7f},  {11.0f, -4.0f}, {14.2f, -4.7f}, {16.1f, -5.8f},
    {15.4f, -6.9f}, {12.0f, -7},    {8.5f, -6.9f},  {4.5f, -6.5f},  {1.0f, -6.9f},  {-2.5f, -7},
    {-4.9f, -6.4f}, {-5.6f, -4.4f}, {-4.4f, -1.6f}, {-3.4f, 2}};

static void draw_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    struct vec outline[COUNT(foot_side)];
    struct vec back = vec_left(leg->direction);
    for (int i = 0; i < COUNT(foot_side); i++)
        outline[i] =
            vec_along(vec_along(leg->end, leg->direction, foot_side[i].x), back, foot_side[i].y);
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

// SPDX-License-Identifier: MIT
#include "figure/body.h"

/* Arms and legs seen from the front: hands show their back or palm, feet their toes. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* On a limb of the body's left side that hangs, `left` is its outer side. */
static const struct girth arm_girth[] = {{0, 5.0f, 5.0f}, {0.4f, 4.7f, 4.6f}, {0.85f, 3.8f, 3.7f},
                                         {1, 3.6f, 3.6f}, {1.3f, 3.9f, 3.6f}, {1.7f, 2.9f, 2.8f},
                                         {2, 2.5f, 2.5f}};
static const struct girth sleeve_girth[] = {
    {0, 5.4f, 5.2f}, {0.25f, 5.8f, 5.6f}, {0.6f, 5.7f, 5.7f}};
static const struct girth leg_girth[] = {{0, 8.6f, 8.4f}, {0.35f, 9.4f, 8.4f}, {0.7f, 8.0f, 7.6f},
                                         {1, 6.7f, 6.6f}, {1.35f, 6.3f, 6.3f}, {1.7f, 5.5f, 5.4f},
                                         {2, 5.3f, 5.1f}};
static const struct girth ankle_girth[] = {
    {1.6f, 4.0f, 4.0f}, {1.85f, 3.2f, 3.2f}, {2, 3.1f, 3.1f}};

/* Outer and inner change places on the body's right side. */
enum { GIRTHS = 8 };
static void front_bones(struct tube *tube, const struct limb *limb, const struct girth *table,
                        int count, float from, float to, bool right_side)
{
    struct girth own[GIRTHS];
    for (int i = 0; i < count; i++)
        own[i] = right_side ? (struct girth){table[i].at, table[i].right, table[i].left} : table[i];
    tube_bones(tube, limb->root, limb->joint, limb->end, own, count, from, to);
}

/* x along the fingers from the wrist, y towards the thumb. */
static const struct vec open_hand[] = {
    {-3.6f, 0.8f}, {-1.4f, 2.3f}, {0.4f, 2.8f},  {2.4f, 3.6f},   {4.4f, 4.6f},   {6.2f, 5.2f},
    {7.5f, 5.1f},  {7.8f, 4.4f},  {6.9f, 3.7f},  {6.3f, 3.4f},   {7.4f, 3.3f},   {9.8f, 3.2f},
    {12.0f, 2.7f}, {13.4f, 1.6f}, {13.8f, 0.1f}, {13.1f, -1.5f}, {11.2f, -2.7f}, {8.4f, -3.2f},
    {5.0f, -3.4f}, {2.0f, -3.0f}, {0.0f, -2.5f}, {-1.4f, -2.3f}, {-3.6f, -0.8f}};
/* Between the fingers: from the knuckles to the tips. */
static const struct vec finger_gaps[][2] = {{{8.4f, 1.6f}, {12.7f, 1.15f}},
                                            {{8.6f, 0.0f}, {13.2f, -0.15f}},
                                            {{8.4f, -1.7f}, {12.3f, -1.45f}}};
#define GAP_WIDE 0.2f

static struct vec on_hand(const struct limb *arm, struct vec thumb, struct vec at)
{
    return vec_along(vec_along(arm->end, arm->direction, at.x), thumb, at.y);
}

void draw_open_hand(struct ink *ink, const struct limb *arm, enum figure_paint paint, bool left)
{
    struct vec outline[COUNT(open_hand)];
    struct vec thumb = left ? vec_left(arm->direction) : vec_right(arm->direction);
    for (int i = 0; i < COUNT(open_hand); i++)
        outline[i] = on_hand(arm, thumb, open_hand[i]);
    ink_blob(ink, paint, outline, COUNT(open_hand));
    for (int i = 0; paint == FIGURE_SKIN && i < COUNT(finger_gaps); i++) {
        struct tube gap = {0};
        tube_add(&gap, on_hand(arm, thumb, finger_gaps[i][0]), GAP_WIDE);
        tube_add(&gap, on_hand(arm, thumb, finger_gaps[i][1]), GAP_WIDE);
        ink_tube(ink, FIGURE_SKIN_SHADE, &gap, TUBE_ROUND);
    }
}

#define SLEEVE_END 0.58f
#define CUFF (SLEEVE_END - 0.012f) /* where the bare arm begins: no gap shows */

void front_sleeve(struct ink *ink, const struct limb *arm, const struct tone *tone, bool right)
{
    struct tube sleeve = {0};
    front_bones(&sleeve, arm, sleeve_girth, COUNT(sleeve_girth), 0, SLEEVE_END, right);
    ink_tube(ink, tone->top, &sleeve, TUBE_CUFF);
}

void front_bare_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool right,
                    bool palm_turned)
{
    struct tube skin = {0};
    draw_open_hand(ink, arm, tone->skin, right != palm_turned);
    front_bones(&skin, arm, arm_girth, COUNT(arm_girth), 2, CUFF, right);
    ink_tube(ink, tone->skin, &skin, TUBE_FLAT);
}

/* A foot that stands and is seen from its toes: x outwards, y up from the ankle. */
static const struct vec standing_foot[] = {
    {-2.9f, 2.5f}, {-3.0f, 0.2f}, {-3.0f, -2.4f}, {-2.7f, -4.4f}, {-2.6f, -5.8f}, {-1.8f, -6.8f},
    {0.2f, -7.0f}, {2.6f, -6.9f}, {4.8f, -6.6f},  {6.3f, -5.9f},  {6.6f, -4.9f},  {5.8f, -3.4f},
    {4.4f, -1.6f}, {3.3f, 0.2f},  {2.9f, 1.8f},   {1.6f, 3.4f}};
static const struct vec toe_gaps[][2] = {{{0.6f, -5.4f}, {0.5f, -6.8f}},
                                         {{2.2f, -5.3f}, {2.3f, -6.7f}},
                                         {{3.7f, -5.1f}, {3.9f, -6.5f}},
                                         {{5.0f, -4.9f}, {5.3f, -6.1f}}};

static void draw_standing_foot(struct ink *ink, const struct limb *leg)
{
    struct vec outline[COUNT(standing_foot)];
    float out = leg->direction.x < 0 ? -1.0f : 1.0f;
    for (int i = 0; i < COUNT(standing_foot); i++)
        outline[i] = vec_add(leg->end, (struct vec){out * standing_foot[i].x, standing_foot[i].y});
    ink_blob(ink, FIGURE_SKIN, outline, COUNT(standing_foot));
    for (int i = 0; i < COUNT(toe_gaps); i++) {
        struct tube gap = {0};
        for (int end = 0; end < 2; end++)
            tube_add(&gap,
                     vec_add(leg->end, (struct vec){out * toe_gaps[i][end].x, toe_gaps[i][end].y}),
                     GAP_WIDE);
        ink_tube(ink, FIGURE_SKIN_SHADE, &gap, TUBE_ROUND);
    }
}

/* Of one who sits with crossed legs, the outer edge of the foot is seen. */
static const struct vec lying_foot[] = {{-3.4f, 3.2f},  {0, 3.9f},     {4, 3.9f},  {8, 3.4f},
                                        {11.6f, 2.9f},  {14.6f, 1.7f}, {15.6f, 0}, {14.8f, -1.7f},
                                        {12.0f, -2.7f}, {8, -3.1f},    {4, -3.3f}, {0, -3.4f},
                                        {-3.4f, -3.4f}};

void front_lying_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    struct vec outline[COUNT(lying_foot)];
    struct vec back = leg->direction.x < 0 ? vec_right(leg->direction) : vec_left(leg->direction);
    for (int i = 0; i < COUNT(lying_foot); i++)
        outline[i] =
            vec_along(vec_along(leg->end, leg->direction, lying_foot[i].x), back, lying_foot[i].y);
    ink_blob(ink, paint, outline, COUNT(lying_foot));
}

void front_trousers(struct ink *ink, const struct limb *leg, enum figure_paint paint, float from,
                    float to, bool right)
{
    struct tube trousers = {0};
    front_bones(&trousers, leg, leg_girth, COUNT(leg_girth), from, to, right);
    ink_tube(ink, paint, &trousers, to == 1 ? TUBE_ROUND : TUBE_CUFF);
}

void front_ankle(struct ink *ink, const struct limb *leg, enum figure_paint paint, bool right)
{
    struct tube ankle = {0};
    front_bones(&ankle, leg, ankle_girth, COUNT(ankle_girth), 1.6f, 2, right);
    ink_tube(ink, paint, &ankle, TUBE_ROUND);
}

void front_standing_leg(struct ink *ink, const struct limb *leg, bool right)
{
    draw_standing_foot(ink, leg);
    front_ankle(ink, leg, FIGURE_SKIN, right);
    front_trousers(ink, leg, FIGURE_TROUSERS, 0, TROUSER_HEM, right);
}

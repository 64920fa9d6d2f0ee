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
    {0, 9.1f, 10.4f},   {0.2f, 9.4f, 9.8f},  {0.42f, 8.8f, 8.4f}, {0.75f, 7.2f, 7.2f},
    {1.0f, 6.3f, 6.0f}, {1.35f, 5.0f, 6.6f}, {1.7f, 4.6f, 5.0f},  {2, 4.5f, 4.6f}};
static const struct girth ankle_girth[] = {
    {1.6f, 3.6f, 4.2f}, {1.85f, 3.3f, 3.4f}, {2, 3.5f, 3.5f}};

/* How far down the arm the sleeve reaches. */
#define SLEEVE_END 0.58f
#define CUFF (SLEEVE_END - 0.012f) /* where the bare arm begins: no gap shows */

/* A hand from its edge, the thumb towards the viewer: x along the fingers, y from the middle of the
 * wrist to the palm. */
static const struct vec edge_hand[] = {
    {-3.4f, -0.8f}, {-1.4f, -2.4f}, {0.5f, -2.5f}, {3.5f, -2.3f},  {6.8f, -1.5f},
    {10.2f, -0.3f}, {12.6f, 1.0f},  {13.3f, 1.9f}, {12.6f, 2.5f},  {10.0f, 2.5f},
    {7.0f, 2.6f},   {4.0f, 2.6f},   {1.0f, 2.55f}, {-1.0f, 2.45f}, {-3.4f, 0.8f},
};
static const struct figure_point edge_thumb[] = {
    {1.2f, 0.4f, 1.3f}, {3.4f, 0.9f, 1.45f}, {5.6f, 1.4f, 1.15f}, {7.6f, 1.7f, 0.75f}};

/* Closed, with the fingers' fold. */
static const struct vec fist[] = {{-3.4f, -0.8f}, {-1.4f, -2.4f}, {1.0f, -2.9f}, {4.0f, -3.4f},
                                  {6.8f, -2.8f},  {8.0f, -0.9f},  {7.8f, 1.4f},  {6.0f, 2.9f},
                                  {3.0f, 3.1f},   {0.2f, 2.7f},   {-1.4f, 2.4f}, {-3.4f, 0.8f}};
static const struct figure_point fist_fold[] = {
    {2.2f, 0.7f, 0.15f}, {4.0f, 0.9f, 0.3f}, {5.8f, 0.3f, 0.3f}, {6.8f, -0.9f, 0.15f}};

struct hand {
    struct vec at, along, palm;
};

static struct vec on_hand(const struct hand *hand, float x, float y)
{
    return vec_along(vec_along(hand->at, hand->along, x), hand->palm, y);
}

static void hand_outline(struct ink *ink, const struct hand *hand, enum figure_paint paint,
                         const struct vec *points, int count)
{
    struct vec outline[20];
    for (int i = 0; i < count; i++)
        outline[i] = on_hand(hand, points[i].x, points[i].y);
    ink_blob(ink, paint, outline, count);
}

static void hand_line(struct ink *ink, const struct hand *hand, enum figure_paint paint,
                      const struct figure_point *points, int count, float shift)
{
    struct tube tube = {0};
    for (int i = 0; i < count; i++)
        tube_add(&tube, on_hand(hand, points[i].x, points[i].y + shift), points[i].radius);
    ink_tube(ink, paint, &tube, TUBE_ROUND);
}

/* A far hand is in the shade and has no lines. */
static void draw_hand(struct ink *ink, const struct limb *arm, enum figure_paint paint,
                      bool palm_left, enum figure_hands shape)
{
    if (shape == HANDS_OPEN) {
        draw_open_hand(ink, arm, paint, palm_left);
        return;
    }
    bool closed = shape == HANDS_CLOSED;
    const struct hand hand = {arm->end, arm->direction,
                              palm_left ? vec_left(arm->direction) : vec_right(arm->direction)};
    if (closed)
        hand_outline(ink, &hand, paint, fist, COUNT(fist));
    else
        hand_outline(ink, &hand, paint, edge_hand, COUNT(edge_hand));
    if (paint != FIGURE_SKIN)
        return;
    if (closed) {
        hand_line(ink, &hand, FIGURE_SKIN_SHADE, fist_fold, COUNT(fist_fold), 0);
        return;
    }
    hand_line(ink, &hand, FIGURE_SKIN_SHADE, edge_thumb, COUNT(edge_thumb), -0.35f);
    hand_line(ink, &hand, paint, edge_thumb, COUNT(edge_thumb), 0);
}

void draw_sleeve(struct ink *ink, const struct limb *arm, const struct tone *tone)
{
    struct tube sleeve = {0};
    tube_bones(&sleeve, arm->root, arm->joint, arm->end, sleeve_girth, COUNT(sleeve_girth), 0,
               SLEEVE_END);
    ink_tube(ink, tone->top, &sleeve, TUBE_CUFF);
}

void draw_bare_arm(struct ink *ink, const struct limb *arm, const struct tone *tone, bool palm_left,
                   enum figure_hands hands)
{
    struct tube skin = {0};
    draw_hand(ink, arm, tone->skin, palm_left, hands);
    tube_bones(&skin, arm->root, arm->joint, arm->end, arm_girth, COUNT(arm_girth), 2, CUFF);
    ink_tube(ink, tone->skin, &skin, TUBE_FLAT);
}

/* How far inside the trunk a point lies: 0 at its edge or beyond, 1 well within. `half` is half the
 * trunk's width. */
static float inside_trunk(const struct skeleton *body, struct vec at, float half)
{
    int nearest = 0;
    float least = 1e6f;
    for (int i = 0; i < SPINE_SAMPLES; i++) {
        float distance = vec_length(vec_sub(at, body->spine[i]));
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return clampf((half - least) / 3, 0, 1) * clampf((float)nearest / 3, 0, 1);
}

/* The sleeve's shade on the shirt, so that an arm before the trunk does not melt into it. Where
 * there is no shirt beside the sleeve, the shade stays inside it. */
void draw_sleeve_fold(struct ink *ink, const struct limb *arm, const struct skeleton *body,
                      float half)
{
    enum { STEPS = 6 };
    struct vec along = vec_unit(vec_sub(arm->joint, arm->root), (struct vec){0, -1});
    float length = vec_length(vec_sub(arm->joint, arm->root));
    for (int side = -1; side <= 1; side += 2) {
        struct tube fold = {0};
        for (int i = 0; i <= STEPS; i++) {
            float t = (float)i / STEPS, at = mix(0.1f, SLEEVE_END - 0.04f, t);
            struct girth girth = girth_at(sleeve_girth, COUNT(sleeve_girth), at);
            struct vec point = vec_along(arm->root, along, length * at);
            struct vec edge = vec_scale(vec_left(along), (float)side);
            float shown = inside_trunk(body, vec_along(point, edge, girth.left), half);
            tube_add(&fold, vec_along(point, edge, girth.left - mix(2, 0.3f, shown)),
                     mix(0.1f, 0.8f, t));
        }
        ink_tube(ink, FIGURE_TOP_SHADE, &fold, TUBE_ROUND);
    }
}

/* A bare foot from its side, with its ankle at 0, 0: x along the toes, y to the back of the foot.
 * Flat, it stands on a sole at -7; stretched, its back goes on where the shin ends. */
struct foot_outline {
    struct vec flat, stretched;
};
static const struct foot_outline foot_side[] = {
    {{3.0f, 2}, {-6, 3.0f}},          {{4.1f, -0.8f}, {3.6f, 2.9f}},
    {{7.2f, -2.7f}, {7.4f, 1.8f}},    {{11.0f, -4.0f}, {11.2f, 0.6f}},
    {{14.2f, -4.7f}, {14.5f, -0.7f}}, {{16.1f, -5.8f}, {16.5f, -2.4f}},
    {{15.4f, -6.9f}, {15.6f, -4.0f}}, {{12.0f, -7}, {12, -4.4f}},
    {{8.5f, -6.9f}, {8.5f, -4.8f}},   {{4.5f, -6.5f}, {4.5f, -5.0f}},
    {{1.0f, -6.9f}, {1, -5.6f}},      {{-2.5f, -7}, {-2, -6.0f}},
    {{-4.9f, -6.4f}, {-4.2f, -5.6f}}, {{-5.6f, -4.4f}, {-5.4f, -4.4f}},
    {{-4.4f, -1.6f}, {-6.2f, -3.2f}}, {{-3.4f, 2}, {-8.0f, -2.6f}}};

/* Between the small toes. */
static const struct foot_outline toe_gaps[][2] = {
    {{{13.9f, -5.3f}, {14.1f, -2.3f}}, {{14.1f, -6.4f}, {14.3f, -3.4f}}},
    {{{12.3f, -5.2f}, {12.4f, -2.2f}}, {{12.5f, -6.4f}, {12.6f, -3.5f}}},
    {{{10.9f, -5.3f}, {10.9f, -2.5f}}, {{11.1f, -6.4f}, {11.1f, -3.7f}}}};
#define GAP_WIDE 0.18f

static struct vec on_foot(const struct limb *leg, struct vec back, const struct foot_outline *point)
{
    struct vec shin = vec_unit(vec_sub(leg->end, leg->joint), back);
    float along = shin.x * leg->direction.x + shin.y * leg->direction.y;
    float stretch = clampf((along - 0.5f) / 0.4f, 0, 1);
    struct vec at = vec_lerp(point->flat, point->stretched, stretch);
    return vec_along(vec_along(leg->end, leg->direction, at.x), back, at.y);
}

void draw_side_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint,
                    bool back_left)
{
    struct vec outline[COUNT(foot_side)];
    struct vec back = back_left ? vec_left(leg->direction) : vec_right(leg->direction);
    for (int i = 0; i < COUNT(foot_side); i++)
        outline[i] = on_foot(leg, back, &foot_side[i]);
    ink_blob(ink, paint, outline, COUNT(foot_side));
    for (int i = 0; paint == FIGURE_SKIN && i < COUNT(toe_gaps); i++) {
        struct tube gap = {0};
        for (int end = 0; end < 2; end++)
            tube_add(&gap, on_foot(leg, back, &toe_gaps[i][end]), GAP_WIDE);
        ink_tube(ink, FIGURE_SKIN_SHADE, &gap, TUBE_ROUND);
    }
}

void draw_leg(struct ink *ink, const struct limb *leg, const struct tone *tone)
{
    struct tube ankle = {0}, trousers = {0};
    tube_bones(&trousers, leg->root, leg->joint, leg->end, leg_girth, COUNT(leg_girth), 0,
               TROUSER_HEM);
    draw_side_foot(ink, leg, tone->skin, true);
    tube_bones(&ankle, leg->root, leg->joint, leg->end, ankle_girth, COUNT(ankle_girth), 1.6f, 2);
    ink_tube(ink, tone->skin, &ankle, TUBE_ROUND);
    ink_tube(ink, tone->trousers, &trousers, TUBE_CUFF);
}

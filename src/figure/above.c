// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Bodies that lie: seen from above, or on their side and seen from the front. They are made of the
 * parts of the front view; which part covers which follows from how they lie. What lies higher
 * shades what is below it, and that alone tells how high it lies. */

/* Where the shade of something one centimetre higher falls, in cm. */
static const struct vec shade_way = {0.32f, -0.55f};
#define SHADE_ALPHA 0.34f

static void shade_tube(struct ink *ink, const struct tube *tube, float height)
{
    struct figure_point points[TUBE_MAX];
    for (int i = 0; i < tube->count; i++) {
        const struct figure_point *from = &tube->points[i];
        points[i] = (struct figure_point){from->x + shade_way.x * height,
                                          from->y + shade_way.y * height, from->radius};
    }
    ink_brush(ink, FIGURE_SHADE, points, tube->count);
    ink_fade(ink, SHADE_ALPHA);
}

static void shade_limb(struct ink *ink, const struct limb *limb, float thick, float thin,
                       float height)
{
    const struct girth girth[] = {{0, thick, thick}, {2, thin, thin}};
    struct tube tube = {0};
    tube_bones(&tube, limb->root, limb->joint, limb->end, girth, COUNT(girth), 0, 2);
    tube_add(&tube, vec_along(limb->end, limb->direction, 4), thin);
    shade_tube(ink, &tube, height);
}

static void shade_trunk(struct ink *ink, const struct skeleton *body, float height)
{
    static const struct girth girth[] = {
        {0, 13, 13}, {0.4f, 12, 12}, {0.85f, 14.5f, 14.5f}, {1, 10, 10}};
    struct tube tube = {0};
    for (int i = 0; i <= 12; i++) {
        float s = mix(0, 0.98f, (float)i / 12);
        tube_add(&tube, spine_at(body, s, NULL), girth_at(girth, COUNT(girth), s).left);
    }
    tube_add(&tube, body->head, 10);
    shade_tube(ink, &tube, height);
}

static struct vec head_up(const struct skeleton *body)
{
    return vec_unit(vec_sub(body->head, body->chest), (struct vec){0, 1});
}

static void lying_neck(struct ink *ink, const struct skeleton *body)
{
    struct vec up = head_up(body);
    draw_neck(ink, spine_at(body, 0.97f, NULL), vec_along(body->head, up, -6), up, 5.0f);
}

static void lying_arm(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                      int side)
{
    bool right = (side == FAR) == (figure->lies != LIES_FACE_DOWN);
    front_sleeve(ink, &body->arms[side], &near_tone, right);
    front_bare_arm(ink, &body->arms[side], &near_tone, right, figure->palm_up[side]);
}

/* A foot that points at the viewer, and one that lies: from the ankle along the toes. */
static const struct figure_point foot_up[] = {
    {-4, 0, 2.6f}, {0, 0, 3.1f}, {2.4f, 0, 3.6f}, {3.7f, 0, 3.4f}};
static const struct figure_point foot_flat[] = {
    {-3, 0, 3.6f}, {1, 0, 3.5f}, {7, 0, 3.5f}, {11, 0, 3.2f}, {13.5f, 0, 2.2f}};

static void draw_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    const struct figure_point *points = leg->placed ? foot_flat : foot_up;
    struct tube foot = {0};
    for (int i = 0; i < (leg->placed ? COUNT(foot_flat) : COUNT(foot_up)); i++)
        tube_add(&foot, vec_along(leg->end, leg->direction, points[i].x), points[i].radius);
    ink_tube(ink, paint, &foot, TUBE_ROUND);
}

static void lying_leg(struct ink *ink, const struct limb *leg, int side)
{
    draw_foot(ink, leg, FIGURE_SKIN);
    front_trousers(ink, leg, FIGURE_TROUSERS, 0, TROUSER_HEM, side == FAR);
}

/* A pelvis that turns to one side lifts the other leg over it. */
static int leg_on_top(const struct skeleton *body)
{
    return body->hip_turn < 0 ? NEAR : FAR;
}

/* A shirt whose hem has gone to one side of its shoulders is drawn out between them. */
static void draw_creases(struct ink *ink, const struct skeleton *body)
{
    enum { CREASES = 3, STEPS = 8 };
    float twist = sinf(body->hip_turn - body->turn);
    for (int i = 0; i < CREASES; i++) {
        struct tube crease = {0};
        for (int step = 0; step <= STEPS; step++) {
            float t = (float)step / STEPS, bow = t * (1 - t);
            float s = mix(0.13f, 0.4f, t) + 0.13f * (float)i;
            struct vec up, at = spine_at(body, s, &up);
            float across = twist * (mix(7.5f, -7.5f, t) + 6 * bow);
            tube_add(&crease, vec_along(at, spine_front(up), across),
                     0.1f + 2.2f * bow * fabsf(twist));
        }
        ink_tube(ink, FIGURE_TOP_SHADE, &crease, TUBE_ROUND);
    }
}

static void draw_face_up(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                         float glow)
{
    int top = leg_on_top(body);
    shade_trunk(ink, body, 6);
    for (int side = FAR; side >= NEAR; side--) {
        shade_limb(ink, &body->arms[side], 5, 3, 3);
        lying_arm(ink, figure, body, side);
    }
    shade_limb(ink, &body->legs[!top], 8.5f, 4, 5);
    lying_leg(ink, &body->legs[!top], !top);
    draw_hips(ink, body);
    lying_neck(ink, body);
    draw_shirt(ink, body);
    draw_creases(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_head(ink, body->head, vec_right(head_up(body)), clampf(body->head_turn / 1.5708f, -1, 1));
    shade_limb(ink, &body->legs[top], 8.5f, 4, 6);
    lying_leg(ink, &body->legs[top], top);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_THIGH, glow);
}

/* A line that runs with the spine from one height to another, widest in its middle. */
static void back_line(struct ink *ink, enum figure_paint paint, const struct skeleton *body,
                      float from, float to, float radius)
{
    enum { STEPS = 10 };
    struct tube line = {0};
    for (int i = 0; i <= STEPS; i++) {
        float t = (float)i / STEPS;
        tube_add(&line, spine_at(body, mix(from, to, t), NULL), radius * (0.25f + 3 * t * (1 - t)));
    }
    ink_tube(ink, paint, &line, TUBE_ROUND);
}

/* The nape is bare; the shirt closes below it. */
static void draw_back(struct ink *ink, const struct skeleton *body)
{
    struct tube nape = {0};
    for (int i = 0; i <= 4; i++)
        tube_add(&nape, vec_lerp(spine_at(body, 0.98f, NULL), body->head, 0.7f * (float)i / 4),
                 5.0f - 0.15f * (float)i);
    ink_tube(ink, FIGURE_SKIN, &nape, TUBE_ROUND);
    draw_shirt(ink, body);
    struct vec collar = spine_at(body, 1.01f, NULL);
    for (int side = NEAR; side < SIDES; side++) {
        const struct limb *arm = &body->arms[side];
        struct tube yoke = {
            0}; /* shoulders that reach up lift the cloth between them and the neck */
        tube_add(&yoke, collar, 6.2f);
        tube_add(&yoke, vec_lerp(arm->root, arm->joint, 0.15f), 5.4f);
        ink_tube(ink, FIGURE_TOP, &yoke, TUBE_ROUND);
    }
    back_line(ink, FIGURE_TOP_SHADE, body, 0.22f, 0.86f, 0.55f);
}

/* Kneeling, the shins lie under the thighs and the feet look out behind. */
static void draw_face_down(struct ink *ink, const struct figure *figure,
                           const struct skeleton *body, float glow)
{
    for (int side = FAR; side >= NEAR; side--) {
        const struct limb *leg = &body->legs[side];
        shade_limb(ink, leg, 8.5f, 4, 4);
        draw_foot(ink, leg, FIGURE_SKIN);
        front_trousers(ink, leg, FIGURE_TROUSERS_FAR, 1, TROUSER_HEM, side == NEAR);
    }
    for (int side = FAR; side >= NEAR; side--)
        shade_limb(ink, &body->arms[side], 5, 3, 3);
    shade_trunk(ink, body, 7);
    for (int side = FAR; side >= NEAR; side--) {
        front_trousers(ink, &body->legs[side], FIGURE_TROUSERS, 0, 1, side == NEAR);
        lying_arm(ink, figure, body, side);
    }
    draw_hips(ink, body);
    back_line(ink, FIGURE_TROUSERS_SHADE, body, -0.15f, 0.1f, 0.7f);
    draw_back(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_head(ink, body->head, vec_right(head_up(body)), 2);
}

/* Knees that are bent towards the viewer hide where the shins begin. */
static void bent_leg(struct ink *ink, const struct limb *leg, const struct tone *tone,
                     enum figure_paint shin, int side)
{
    draw_foot(ink, leg, tone->skin);
    front_trousers(ink, leg, shin, 1, TROUSER_HEM, side == FAR);
    front_trousers(ink, leg, tone->trousers, 0, 1, side == FAR);
}

static int lower_side(const struct skeleton *body)
{
    return body->arms[NEAR].root.y < body->arms[FAR].root.y ? NEAR : FAR;
}

#define SIDE_HEIGHT 5.0f /* of the lower hip's joint above what it shades */

void draw_ground_shade(struct ink *ink, const struct skeleton *body)
{
    int under = lower_side(body);
    const struct limb *leg = &body->legs[under];
    float knee = leg->joint.x, hand = body->arms[under].end.x, y = leg->root.y - SIDE_HEIGHT;
    const struct figure_point points[] = {{knee, y, 3.2f},
                                          {mix(knee, hand, 0.3f), y, 4.2f},
                                          {mix(knee, hand, 0.7f), y, 3.6f},
                                          {hand, y, 2.0f}};
    ink_brush(ink, FIGURE_SHADE, points, COUNT(points));
    ink_fade(ink, SHADE_ALPHA);
}

static void draw_on_side(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                         float glow)
{
    int under = lower_side(body), over = !under;
    lying_arm(ink, figure, body, under);
    bent_leg(ink, &body->legs[under], &far_tone, FIGURE_TROUSERS_FAR, under);
    draw_hips(ink, body);
    bent_leg(ink, &body->legs[over], &near_tone, FIGURE_TROUSERS_SHADE, over);
    lying_neck(ink, body);
    draw_shirt(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_head(ink, body->head, vec_right(head_up(body)), clampf(body->head_turn / 1.5708f, -1, 1));
    const struct limb *arm = &body->arms[over];
    draw_sleeve_fold(ink, arm, body, 12);
    front_sleeve(ink, arm, &near_tone, over == FAR);
    draw_bare_arm(ink, arm, &near_tone, figure->palm_up[over], figure->hands);
}

void draw_lying(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                float glow)
{
    if (figure->lies == LIES_FACE_DOWN)
        draw_face_down(ink, figure, body, glow);
    else if (figure->lies == LIES_ON_SIDE)
        draw_on_side(ink, figure, body, glow);
    else
        draw_face_up(ink, figure, body, glow);
}

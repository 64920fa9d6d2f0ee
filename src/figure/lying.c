// SPDX-License-Identifier: MIT
#include "figure/lying.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Where the shade of something one centimetre higher falls, in cm. */
static const struct vec shade_way = {0.32f, -0.55f};

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

void shade_limb(struct ink *ink, const struct limb *limb, float thick, float thin, float height)
{
    const struct girth girth[] = {{0, thick, thick}, {2, thin, thin}};
    struct tube tube = {0};
    tube_bones(&tube, limb->root, limb->joint, limb->end, girth, COUNT(girth), 0, 2);
    tube_add(&tube, vec_along(limb->end, limb->direction, 4), thin);
    shade_tube(ink, &tube, height);
}

void shade_trunk(struct ink *ink, const struct skeleton *body, float height)
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

void lying_arm(struct ink *ink, const struct figure *figure, const struct skeleton *body, int side)
{
    bool right = (side == FAR) == (figure->lies != LIES_FACE_DOWN);
    front_sleeve(ink, &body->arms[side], &near_tone, right);
    front_bare_arm(ink, &body->arms[side], &near_tone, right, figure->palm_up[side]);
}

/* A foot that points at the viewer, and one that lies: from the ankle along the toes. */
static const struct figure_point foot_up[] = {
    {-4, 0, 2.6f}, {0, 0, 3.1f}, {2.4f, 0, 3.6f}, {3.7f, 0, 3.4f}};
static const struct figure_point foot_flat[] = {
    {-3, 0, 3.5f}, {1, 0, 3.4f}, {7, 0, 3.6f}, {10.8f, 0, 3.5f}, {12.8f, 0, 2.8f}};
/* Between its toes: how far across, and where it begins. */
static const struct vec flat_gaps[] = {
    {12.6f, -1.9f}, {13.0f, -0.6f}, {13.1f, 0.7f}, {12.8f, 2.0f}};
#define FLAT_GAP 1.7f
#define FLAT_GAP_WIDE 0.18f

void lying_foot(struct ink *ink, const struct limb *leg, enum figure_paint paint)
{
    const struct figure_point *points = leg->placed ? foot_flat : foot_up;
    struct tube foot = {0};
    for (int i = 0; i < (leg->placed ? COUNT(foot_flat) : COUNT(foot_up)); i++)
        tube_add(&foot, vec_along(leg->end, leg->direction, points[i].x), points[i].radius);
    ink_tube(ink, paint, &foot, TUBE_ROUND);
    for (int i = 0; leg->placed && paint == FIGURE_SKIN && i < COUNT(flat_gaps); i++) {
        struct vec across = vec_left(leg->direction);
        struct vec from =
            vec_along(vec_along(leg->end, leg->direction, flat_gaps[i].x), across, flat_gaps[i].y);
        struct tube gap = {0};
        tube_add(&gap, from, FLAT_GAP_WIDE);
        tube_add(&gap, vec_along(from, leg->direction, FLAT_GAP), FLAT_GAP_WIDE);
        ink_tube(ink, FIGURE_SKIN_SHADE, &gap, TUBE_ROUND);
    }
}

static struct vec head_up(const struct skeleton *body)
{
    return vec_unit(vec_sub(body->head, body->chest), (struct vec){0, 1});
}

void lying_head(struct ink *ink, const struct skeleton *body, float turn)
{
    draw_head(ink, body->head, vec_right(head_up(body)), turn);
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
            tube_add(&crease, vec_along(at, spine_front(up), across), 2.5f * bow * fabsf(twist));
        }
        ink_tube(ink, FIGURE_TOP_SHADE, &crease, TUBE_ROUND);
        ink_fade(ink, fminf(2 * fabsf(twist), 1)); /* a line of no width still shows */
    }
}

void lying_chest(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                 float glow)
{
    struct vec up = head_up(body);
    draw_neck(ink, spine_at(body, 0.97f, NULL), vec_along(body->head, up, -6), up, 5.0f);
    draw_shirt(ink, body);
    draw_creases(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_muscles(ink, figure, body, MUSCLE_NECK, glow);
    lying_head(ink, body, clampf(body->head_turn / 1.5708f, -1, 1));
}

void lying_limb_muscles(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                        float glow)
{
    static const enum muscle_place places[] = {MUSCLE_NEAR_THIGH, MUSCLE_NEAR_CALF,
                                               MUSCLE_NEAR_ARM};
    for (int i = 0; i < COUNT(places); i++)
        draw_muscles(ink, figure, body, places[i], glow);
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

// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Left of a spine that runs upwards is the back of a body that faces right. */
static const struct girth trunk_girth[] = {
    {0, 10.6f, 8.8f},    {0.14f, 10.2f, 9.0f}, {0.28f, 8.8f, 9.6f}, {0.45f, 8.2f, 9.4f},
    {0.65f, 9.2f, 9.8f}, {0.8f, 9.6f, 9.6f},   {0.94f, 8.2f, 7.4f}};

/* Share of a rise that reaches this height of the trunk: the belly's is highest below the navel. */
static float bump(float s, float middle, float half)
{
    float d = clampf(fabsf(s - middle) / half, 0, 1);
    return 0.5f + 0.5f * cosf(d * 3.14159265f);
}

static void trunk_tube(struct tube *tube, const struct skeleton *body, float from, float to,
                       float loose)
{
    enum { STEPS = 18 };
    for (int i = 0; i <= STEPS; i++) {
        float s = mix(from, to, (float)i / STEPS);
        struct vec up, at = spine_at(body, s, &up);
        struct girth girth = girth_at(trunk_girth, COUNT(trunk_girth), s);
        float rise = body->belly * bump(s, 0.42f, 0.27f) + body->ribs * bump(s, 0.75f, 0.3f);
        tube_add_uneven(tube, at, up, girth.left + loose, girth.right + loose + rise);
    }
}

/* Where the shirt begins and ends along the spine; lifted shoulders take it up the neck, per cm. */
#define COLLAR 0.94f
#define COLLAR_LIFTS 0.012f
#define HEM 0.15f

static void draw_trunk(struct ink *ink, const struct skeleton *body)
{
    struct tube shirt = {0};
    trunk_tube(&shirt, body, COLLAR + COLLAR_LIFTS * fmaxf(body->shoulders_up, 0), HEM, 0.1f);
    ink_tube(ink, FIGURE_TOP, &shirt, TUBE_CUFF);
}

static void draw_pelvis(struct ink *ink, const struct skeleton *body)
{
    struct tube pelvis = {0};
    trunk_tube(&pelvis, body, 0, 0.2f, 0);
    ink_tube(ink, FIGURE_TROUSERS, &pelvis, TUBE_ROUND);
}

static void draw_legs(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                      float glow)
{
    draw_leg(ink, &body->legs[FAR], &far_tone);
    draw_pelvis(ink, body);
    draw_leg(ink, &body->legs[NEAR], &near_tone);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_THIGH, glow);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_CALF, glow);
}

void draw_side(struct ink *ink, const struct figure *figure, const struct skeleton *body,
               float glow)
{
    struct vec head_up = vec_left(body->face);
    draw_sleeve(ink, &body->arms[FAR], &far_tone);
    draw_bare_arm(ink, &body->arms[FAR], &far_tone, figure->palm_up[FAR], figure->hands);
    draw_legs(ink, figure, body, glow);
    struct vec neck = spine_at(body, 0.93f, NULL);
    struct vec skull = vec_along(vec_along(body->head, head_up, -5.5f), body->face, -2.6f);
    draw_neck(ink, neck, skull, head_up, 5.2f);
    draw_trunk(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_NECK, glow);
    draw_head(ink, body->head, body->face, 1);
    draw_props(ink, figure, body, PROPS_BEFORE);
    draw_sleeve_fold(ink, &body->arms[NEAR], body, 9);
    draw_sleeve(ink, &body->arms[NEAR], &near_tone);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_ARM, glow);
    draw_bare_arm(ink, &body->arms[NEAR], &near_tone, figure->palm_up[NEAR], figure->hands);
}

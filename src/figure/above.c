// SPDX-License-Identifier: MIT
#include "figure/lying.h"

/* On a mat under the viewer. */

static void lying_leg(struct ink *ink, const struct limb *leg, enum figure_paint paint, int side)
{
    lying_foot(ink, leg, FIGURE_SKIN);
    front_trousers(ink, leg, paint, 0, TROUSER_HEM, side == FAR);
}

/* Below the hip, whose roundness belongs to the pelvis. */
#define LEG_BEGINS 0.25f

/* A leg that lies over the other: drawn up or let down across it, its shin shades its thigh, and
 * its foot lies on its edge. */
static void leg_over(struct ink *ink, const struct limb *whole, int side)
{
    struct limb leg = *whole, shin = *whole;
    leg.root = vec_lerp(leg.root, leg.joint, LEG_BEGINS);
    shin.root = vec_lerp(shin.joint, shin.end, 0.1f);
    shin.joint = vec_lerp(shin.joint, shin.end, 0.5f);
    shade_limb(ink, &leg, 8.5f, 4, 6);
    front_trousers(ink, &leg, FIGURE_TROUSERS, 0, 1, side == FAR);
    shade_limb(ink, &shin, 6, 4, 3);
    draw_side_foot(ink, &leg, FIGURE_SKIN, side == FAR);
    front_ankle(ink, &leg, FIGURE_SKIN, side == FAR);
    front_trousers(ink, &leg, FIGURE_TROUSERS, 1, TROUSER_HEM, side == FAR);
}

/* A pelvis that turns to one side lifts the other leg over it. */
static int leg_on_top(const struct skeleton *body)
{
    return body->hip_turn < 0 ? NEAR : FAR;
}

void draw_face_up(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  float glow)
{
    int top = leg_on_top(body);
    shade_trunk(ink, body, 4);
    for (int side = FAR; side >= NEAR; side--) {
        shade_limb(ink, &body->arms[side], 5, 3, 1.5f);
        lying_arm(ink, figure, body, side);
    }
    shade_limb(ink, &body->legs[!top], 8.5f, 4, 3);
    lying_leg(ink, &body->legs[!top], FIGURE_TROUSERS_FAR, !top);
    draw_hips(ink, body);
    lying_chest(ink, figure, body, glow);
    leg_over(ink, &body->legs[top], top);
    lying_limb_muscles(ink, figure, body, glow);
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
    for (int side = NEAR; side < SIDES; side++) { /* arms that reach up lift it beside the neck */
        const struct limb *arm = &body->arms[side];
        struct tube yoke = {0};
        tube_add(&yoke, collar, 6.2f);
        tube_add(&yoke, vec_lerp(arm->root, arm->joint, 0.15f), 5.4f);
        ink_tube(ink, FIGURE_TOP, &yoke, TUBE_ROUND);
    }
    back_line(ink, FIGURE_TOP_SHADE, body, 0.22f, 0.86f, 0.55f);
}

/* Kneeling, the shins lie under the thighs and the feet look out behind. */
void draw_face_down(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                    float glow)
{
    for (int side = FAR; side >= NEAR; side--) {
        const struct limb *leg = &body->legs[side];
        shade_limb(ink, leg, 8.5f, 4, 4);
        lying_foot(ink, leg, FIGURE_SKIN);
        front_trousers(ink, leg, FIGURE_TROUSERS_FAR, 1, TROUSER_HEM, side == NEAR);
    }
    for (int side = FAR; side >= NEAR; side--)
        shade_limb(ink, &body->arms[side], 5, 3, 3);
    shade_trunk(ink, body, 7);
    for (int side = FAR; side >= NEAR; side--) {
        front_trousers(ink, &body->legs[side], FIGURE_TROUSERS, 0, 1, side == NEAR);
        lying_arm(ink, figure, body, side);
    }
    lying_limb_muscles(ink, figure, body, glow);
    draw_hips(ink, body);
    back_line(ink, FIGURE_TROUSERS_SHADE, body, -0.15f, 0.1f, 0.7f);
    draw_back(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_muscles(ink, figure, body, MUSCLE_NECK, glow);
    lying_head(ink, body, 2);
}

// SPDX-License-Identifier: MIT
#include "figure/lying.h"

/* Seen from the front, level with the mat: one shoulder and one hip above the other. */

/* Knees that are bent towards the viewer hide where the shins begin. */
static void bent_leg(struct ink *ink, const struct limb *leg, const struct tone *tone,
                     enum figure_paint shin, int side)
{
    front_lying_foot(ink, leg, tone->skin);
    front_ankle(ink, leg, tone->skin, side == FAR);
    front_trousers(ink, leg, shin, 1, TROUSER_HEM, side == FAR);
    front_trousers(ink, leg, tone->trousers, 0, 1, side == FAR);
}

static int lower_side(const struct skeleton *body)
{
    return body->arms[NEAR].root.y < body->arms[FAR].root.y ? NEAR : FAR;
}

void draw_on_side(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  float glow)
{
    int under = lower_side(body), over = !under;
    lying_arm(ink, figure, body, under);
    bent_leg(ink, &body->legs[under], &far_tone, FIGURE_TROUSERS_FAR, under);
    draw_hips(ink, body);
    bent_leg(ink, &body->legs[over], &near_tone, FIGURE_TROUSERS_SHADE, over);
    lying_chest(ink, figure, body, glow);
    const struct limb *arm = &body->arms[over];
    draw_sleeve_fold(ink, arm, body, 12);
    front_sleeve(ink, arm, &near_tone, over == FAR);
    draw_bare_arm(ink, arm, &near_tone, figure->palm_up[over], figure->hands);
    lying_limb_muscles(ink, figure, body, glow);
}

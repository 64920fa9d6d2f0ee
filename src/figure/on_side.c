// SPDX-License-Identifier: MIT
#include "figure/lying.h"

/* Seen from the front and a little from above. */

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Knees that are bent towards the viewer hide where the shins begin. */
static void bent_leg(struct ink *ink, const struct limb *leg, const struct tone *tone,
                     enum figure_paint shin, int side)
{
    lying_foot(ink, leg, tone->skin);
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
    ink_fade(ink, 0.7f * SHADE_ALPHA);
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

// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define GLOW_ALPHA 0.95f

static struct vec torso_point(const struct figure *figure, const struct skeleton *body, float s,
                              float across)
{
    /* Half the thickness of the trunk in this view, less a bit, so that the glow stays inside. */
    float half = figure->view == VIEW_FRONT ? 13.0f : 8.5f;
    struct vec up, at = spine_at(body, s, &up);
    return vec_along(at, spine_front(up), across * half);
}

static struct vec limb_point(const struct limb *limb, float along, float across)
{
    struct vec direction = vec_unit(vec_sub(limb->joint, limb->root), (struct vec){0, -1});
    struct vec at = vec_lerp(limb->root, limb->joint, along);
    return vec_along(at, vec_left(direction), across * 6);
}

static struct vec muscle_point(const struct figure *figure, const struct skeleton *body,
                               const struct muscle *muscle, float along)
{
    switch (muscle->place) {
    case MUSCLE_NEAR_THIGH:
        return limb_point(&body->legs[NEAR], along, muscle->across);
    case MUSCLE_NEAR_ARM:
        return limb_point(&body->arms[NEAR], along, muscle->across);
    default:
        return torso_point(figure, body, along, muscle->across);
    }
}

void draw_muscles(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                  enum muscle_place place, float glow)
{
    for (int i = 0; i < figure->muscle_count; i++) {
        const struct muscle *muscle = &figure->muscles[i];
        if (muscle->place != place || glow <= 0)
            continue;
        struct vec a = muscle_point(figure, body, muscle, muscle->from);
        struct vec b = muscle_point(figure, body, muscle, muscle->to);
        int spots = 1 + (int)ceilf(vec_length(vec_sub(b, a)) / (muscle->size * 0.55f));
        if (spots > 6)
            spots = 6;
        float alpha = GLOW_ALPHA * glow / sqrtf((float)spots);
        for (int spot = 0; spot < spots; spot++) {
            float t = spots == 1 ? 0.5f : (float)spot / (float)(spots - 1);
            float along = mix(muscle->from, muscle->to, t);
            ink_soft(ink, FIGURE_GLOW, muscle_point(figure, body, muscle, along), muscle->size,
                     alpha);
        }
    }
}

// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define GLOW_ALPHA 0.95f

static struct vec torso_point(const struct figure *figure, const struct skeleton *body, float s,
                              float across)
{
    /* Half the thickness of the trunk in this view, less a bit, so that the glow stays inside. */
    float half = figure->view == VIEW_SIDE ? 8.5f : 13.0f;
    struct vec up, at = spine_at(body, s, &up);
    return vec_along(at, spine_left(figure, up), across * half);
}

/* How far from the bone -1 and 1 are, cm: as far as the glow may go and stay inside. */
#define LIMB_HALF 6.0f
#define NECK_HALF 4.5f

static struct vec bone_point(struct vec from, struct vec to, float along, float across)
{
    struct vec direction = vec_unit(vec_sub(to, from), (struct vec){0, -1});
    return vec_along(vec_lerp(from, to, along), vec_left(direction), across);
}

static struct vec muscle_point(const struct figure *figure, const struct skeleton *body,
                               const struct muscle *muscle, float along)
{
    const struct limb *leg = &body->legs[NEAR], *arm = &body->arms[NEAR];
    switch (muscle->place) {
    case MUSCLE_NEAR_THIGH:
        return bone_point(leg->root, leg->joint, along, muscle->across * LIMB_HALF);
    case MUSCLE_NEAR_CALF:
        return bone_point(leg->joint, leg->end, along, muscle->across * LIMB_HALF);
    case MUSCLE_NEAR_ARM:
        return bone_point(arm->root, arm->joint, along, muscle->across * LIMB_HALF);
    case MUSCLE_NECK:
        return bone_point(body->chest, body->head, along, -muscle->across * NECK_HALF);
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

// SPDX-License-Identifier: MIT
#include "figure/body.h"

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* Half the width of the trunk at a height of the spine, and half its depth: what is seen of it
 * when it turns. `lift`: its share of what the shoulders are lifted. */
struct width {
    float at, half, depth, lift;
};
static const struct width shirt_width[] = {
    {0.1f, 13.6f, 10, 0},    {0.115f, 14.4f, 10, 0},   {0.25f, 12.9f, 9.6f, 0},
    {0.42f, 11.9f, 9.4f, 0}, {0.62f, 13.2f, 10, 0},    {0.80f, 14.6f, 10, 0.5f},
    {0.9f, 15.8f, 7.6f, 1},  {0.975f, 15.6f, 5.4f, 1}, {1.011f, 12.6f, 5, 0.8f},
    {1.04f, 8.2f, 5, 0.35f}, {1.06f, 6.0f, 5, 0.1f},   {1.066f, 4.6f, 4.6f, 0}};

/* The shoulders turn by all of their turn, the pelvis by its own. */
static float seen(const struct skeleton *body, const struct width *width)
{
    float share = clampf((width->at - 0.05f) / 0.8f, 0, 1);
    float turn = mix(body->hip_turn, body->turn, share);
    float across = width->half * cosf(turn), deep = width->depth * sinf(turn);
    return sqrtf(across * across + deep * deep);
}

/* Its lowest point, and how far to the side it goes as the chest turns, cm. */
#define NECKLINE 1.025f
#define NECKLINE_TURNS 3.0f

void draw_shirt(struct ink *ink, const struct skeleton *body)
{
    struct vec outline[2 * COUNT(shirt_width) + 2];
    int count = COUNT(shirt_width);
    for (int i = 0; i < count; i++) {
        struct vec up, at = spine_at(body, shirt_width[i].at, &up);
        at = vec_along(at, up, shirt_width[i].lift * body->shoulders_up);
        float half = seen(body, &shirt_width[i]);
        float breath = shirt_width[i].at > 0.5f ? body->ribs : body->belly;
        half += 0.5f * breath * (shirt_width[i].at < 0.9f ? 1.0f : 0.0f);
        outline[i] = vec_along(at, spine_front(up), half);
        outline[2 * count - i] = vec_along(at, spine_front(up), -half);
    }
    struct vec up, neckline = spine_at(body, NECKLINE, &up);
    outline[count] = vec_along(neckline, spine_front(up), NECKLINE_TURNS * sinf(body->turn));
    outline[2 * count + 1] = spine_at(body, 0.095f, NULL);
    ink_blob(ink, FIGURE_TOP, outline, COUNT(outline));
}

void draw_hips(struct ink *ink, const struct skeleton *body)
{
    struct vec up, at = spine_at(body, 0.03f, &up);
    struct vec across = spine_front(up);
    struct tube hips = {0};
    float half = 4.6f * cosf(body->hip_turn);
    for (int i = 0; i <= 4; i++)
        tube_add(&hips, vec_along(at, across, mix(-half, half, (float)i / 4)), 9.6f);
    ink_tube(ink, FIGURE_TROUSERS, &hips, TUBE_ROUND);
}

/* Sitting with the legs crossed: the shins cross before the thighs, each foot under the other knee.
 */
static void crossed_legs(struct ink *ink, const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--)
        front_trousers(ink, &body->legs[side], FIGURE_TROUSERS_FAR, 0, 1, side == FAR);
    for (int side = FAR; side >= NEAR; side--) {
        const struct limb *leg = &body->legs[side];
        front_lying_foot(ink, leg, FIGURE_SKIN);
        front_ankle(ink, leg, FIGURE_SKIN, side == FAR);
        front_trousers(ink, leg, side == NEAR ? FIGURE_TROUSERS : FIGURE_TROUSERS_SHADE, 1,
                       TROUSER_HEM, side == FAR);
    }
}

/* On a chair: the thighs point at the viewer, the shins hang before them. */
static void seated_legs(struct ink *ink, const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--) {
        front_standing_leg(ink, &body->legs[side], side == FAR);
        front_trousers(ink, &body->legs[side], FIGURE_TROUSERS_SHADE, 0, 1, side == FAR);
        front_trousers(ink, &body->legs[side], FIGURE_TROUSERS, 1, TROUSER_HEM, side == FAR);
    }
}

/* The feet of crossed legs are on the other side, or near the middle. */
static bool legs_are_crossed(const struct skeleton *body)
{
    const struct limb *left = &body->legs[NEAR], *right = &body->legs[FAR];
    return left->end.x - right->end.x < (left->joint.x - right->joint.x) / 3;
}

/* The knee of one who stands bends towards the viewer: in the picture the leg is straight. */
static void draw_legs(struct ink *ink, const struct figure *figure, const struct skeleton *body)
{
    draw_hips(ink, body);
    if (body->legs[NEAR].placed) {
        if (legs_are_crossed(body))
            crossed_legs(ink, body);
        else
            seated_legs(ink, body);
        return;
    }
    for (int side = FAR; side >= NEAR; side--) {
        struct limb leg = body->legs[side];
        if (figure->lies == LIES_NOT)
            leg.joint = vec_lerp(leg.root, leg.end, THIGH / (THIGH + SHIN));
        front_standing_leg(ink, &leg, side == FAR);
    }
}

static void draw_sleeves(struct ink *ink, const struct figure *figure, const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--) {
        if (figure->behind[side])
            continue;
        draw_sleeve_fold(ink, &body->arms[side], body, 14);
        front_sleeve(ink, &body->arms[side], &near_tone, side == FAR);
    }
}

static void draw_bare_arms(struct ink *ink, const struct figure *figure,
                           const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--)
        if (!figure->behind[side])
            front_bare_arm(ink, &body->arms[side], &near_tone, side == FAR, figure->palm_up[side]);
}

/* From this turn of the shoulders on, an arm that reaches behind is hidden by the body; less far
 * turned, it is seen before it. */
#define BEHIND_FROM 0.35f
#define BEHIND_WHOLE 0.75f

static float shown_before(const struct skeleton *body)
{
    return 1 - clampf((fabsf(body->turn) - BEHIND_FROM) / (BEHIND_WHOLE - BEHIND_FROM), 0, 1);
}

static void draw_arms_behind(struct ink *ink, const struct figure *figure,
                             const struct skeleton *body)
{
    for (int side = FAR; side >= NEAR; side--) {
        if (!figure->behind[side])
            continue;
        front_sleeve(ink, &body->arms[side], &far_tone, side == FAR);
        front_bare_arm(ink, &body->arms[side], &far_tone, side == FAR, figure->palm_up[side]);
    }
}

static void draw_arms_not_yet_behind(struct ink *ink, const struct figure *figure,
                                     const struct skeleton *body)
{
    float shown = shown_before(body);
    for (int side = FAR; side >= NEAR; side--) {
        int first = ink->out->shape_count;
        if (!figure->behind[side])
            continue;
        front_sleeve(ink, &body->arms[side], &near_tone, side == FAR);
        front_bare_arm(ink, &body->arms[side], &near_tone, side == FAR, figure->palm_up[side]);
        ink_fade_since(ink, first, shown);
    }
}

void draw_front(struct ink *ink, const struct figure *figure, const struct skeleton *body,
                float glow)
{
    struct vec up = vec_unit(vec_sub(body->head, body->chest), (struct vec){0, 1});
    draw_arms_behind(ink, figure, body);
    draw_legs(ink, figure, body);
    draw_neck(ink, spine_at(body, 0.97f, NULL), vec_along(body->head, up, -6), up, 5.0f);
    draw_shirt(ink, body);
    draw_muscles(ink, figure, body, MUSCLE_NECK, glow);
    draw_head(ink, body->head, vec_right(up), clampf(body->head_turn / 1.5708f, -1, 1));
    draw_sleeves(ink, figure, body);
    draw_muscles(ink, figure, body, MUSCLE_TORSO, glow);
    draw_props(ink, figure, body, PROPS_BEFORE);
    draw_muscles(ink, figure, body, MUSCLE_NEAR_ARM, glow);
    draw_arms_not_yet_behind(ink, figure, body);
    draw_bare_arms(ink, figure, body);
}

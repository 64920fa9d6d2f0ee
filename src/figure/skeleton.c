// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"

#include <string.h>

#define RADIANS 0.01745329f

/* The spine runs through pelvis, bend and chest: a quadratic curve whose handle is placed so that
 * its middle is the bend. */
static struct vec spine_curve(const struct pose *pose, float t)
{
    struct vec a = pose->points[POSE_PELVIS], b = pose->points[POSE_CHEST];
    struct vec handle = vec_along(vec_scale(pose->points[POSE_BEND], 2), vec_add(a, b), -0.5f);
    return vec_lerp(vec_lerp(a, handle, t), vec_lerp(handle, b, t), t);
}

float pose_trunk(const struct pose *pose)
{
    enum { STEPS = 32 };
    float length = 0;
    struct vec last = spine_curve(pose, 0);
    for (int i = 1; i <= STEPS; i++) {
        struct vec next = spine_curve(pose, (float)i / STEPS);
        length += vec_length(vec_sub(next, last));
        last = next;
    }
    return length;
}

enum { FINE = 96 };

static void solve_spine(const struct pose *pose, struct skeleton *out)
{
    struct vec fine[FINE + 1];
    float length[FINE + 1];
    fine[0] = spine_curve(pose, 0);
    length[0] = 0;
    for (int i = 1; i <= FINE; i++) {
        fine[i] = spine_curve(pose, (float)i / FINE);
        length[i] = length[i - 1] + vec_length(vec_sub(fine[i], fine[i - 1]));
    }
    for (int i = 0, j = 0; i < SPINE_SAMPLES; i++) {
        float want = length[FINE] * (float)i / (SPINE_SAMPLES - 1);
        while (j < FINE - 1 && length[j + 1] < want)
            j++;
        float step = length[j + 1] - length[j];
        float t = step > 1e-6f ? clampf((want - length[j]) / step, 0, 1) : 0;
        out->spine[i] = vec_lerp(fine[j], fine[j + 1], t);
    }
    struct vec up = {0, 1};
    for (int i = 0; i < SPINE_SAMPLES; i++) {
        int before = i > 0 ? i - 1 : 0, after = i < SPINE_SAMPLES - 1 ? i + 1 : i;
        up = vec_unit(vec_sub(out->spine[after], out->spine[before]), up);
        out->upward[i] = up;
    }
}

struct vec spine_at(const struct skeleton *body, float s, struct vec *upward)
{
    float place = s * (SPINE_SAMPLES - 1);
    int i = (int)clampf(floorf(place), 0, SPINE_SAMPLES - 2);
    float t = place - (float)i;
    struct vec up = vec_lerp(body->upward[i], body->upward[i + 1], clampf(t, 0, 1));
    if (upward != NULL)
        *upward = vec_unit(up, body->upward[i]);
    return vec_lerp(body->spine[i], body->spine[i + 1], t);
}

struct vec spine_front(struct vec upward)
{
    return vec_right(upward);
}

struct vec spine_left(const struct figure *figure, struct vec upward)
{
    return figure->lies == LIES_FACE_DOWN ? vec_left(upward) : vec_right(upward);
}

/* Two bones of lengths `a` and `b` from limb->root to limb->end; the joint lies to the left of
 * that line, or to the right. An end out of reach is brought in, so bones keep their length. */
static void solve_limb(struct limb *limb, float a, float b, bool left)
{
    struct vec reach = vec_sub(limb->end, limb->root);
    float distance = clampf(vec_length(reach), fabsf(a - b) + 0.1f, a + b - 0.01f);
    struct vec along = vec_unit(reach, (struct vec){0, -1});
    float x = (distance * distance + a * a - b * b) / (2 * distance);
    float y = sqrtf(fmaxf(a * a - x * x, 0));
    struct vec side = left ? vec_left(along) : vec_right(along);
    limb->joint = vec_along(vec_along(limb->root, along, x), side, y);
    limb->end = vec_along(limb->root, along, distance);
}

struct limb_points {
    enum pose_point end, joint;
    enum pose_direction direction;
};

static const struct limb_points arm_points[SIDES] = {
    {POSE_NEAR_HAND, POSE_NEAR_ELBOW, POSE_NEAR_FINGERS},
    {POSE_FAR_HAND, POSE_FAR_ELBOW, POSE_FAR_FINGERS},
};
static const struct limb_points leg_points[SIDES] = {
    {POSE_NEAR_FOOT, POSE_NEAR_KNEE, POSE_NEAR_TOES},
    {POSE_FAR_FOOT, POSE_FAR_KNEE, POSE_FAR_TOES},
};

static void place_limb(const struct figure *figure, const struct pose *pose,
                       const struct limb_points *points, struct limb *limb)
{
    limb->end = pose->points[points->end];
    limb->joint = pose->points[points->joint];
    limb->direction = pose->directions[points->direction];
    limb->placed = figure_gives(figure, points->joint);
}

/* A reaching arm takes its shoulder along: at full stretch by this much, cm. */
#define SHOULDER_REACH 2.5f
/* Seen from the front, a raised arm takes its shoulder in and up, one that reaches across the body
 * takes it in, cm. */
#define RAISED_IN 2.5f
#define RAISED_UP 1.5f
#define ACROSS_IN 3.0f
#define SHOULDER_HALF 14.0f
#define HIP_HALF 7.6f

static struct vec shoulder(const struct figure *figure, const struct skeleton *body, int side,
                           struct vec hand)
{
    struct vec up;
    bool paired = figure->view != VIEW_SIDE;
    struct vec at = spine_at(body, paired ? 0.885f : 0.86f, &up);
    at = vec_along(vec_along(at, up, body->shoulders_up), spine_front(up), body->shoulders_forward);
    if (paired) {
        float half = SHOULDER_HALF * cosf(body->turn);
        at = vec_along(at, spine_left(figure, up), side == NEAR ? half : -half);
    }
    struct vec reach = vec_sub(hand, at);
    if (figure->view == VIEW_FRONT && figure->lies == LIES_NOT) {
        struct vec inward = vec_scale(spine_left(figure, up), side == NEAR ? -1.0f : 1.0f);
        struct vec way = vec_unit(reach, up);
        float raised = clampf(way.y, 0, 1);
        float across = clampf(way.x * inward.x + way.y * inward.y, 0, 1);
        at = vec_along(at, inward, RAISED_IN * raised + ACROSS_IN * across);
        return vec_along(at, up, RAISED_UP * raised);
    }
    float share = clampf(vec_length(reach) / (UPPER_ARM + FOREARM), 0, 1);
    return vec_along(at, vec_unit(reach, up), SHOULDER_REACH * share * share);
}

/* Whether the joint of a limb that hangs down lies outwards when it lies to the limb's left. */
static bool outward(const struct figure *figure, int side)
{
    return (side == NEAR) != (figure->lies == LIES_FACE_DOWN);
}

static void solve_arms(const struct figure *figure, const struct pose *pose, struct skeleton *out)
{
    for (int side = NEAR; side < SIDES; side++) {
        struct limb *arm = &out->arms[side];
        place_limb(figure, pose, &arm_points[side], arm);
        arm->root = shoulder(figure, out, side, arm->placed ? arm->joint : arm->end);
        bool left = figure->elbows_bend_forward;
        if (figure->view != VIEW_SIDE)
            left = outward(figure, side) != figure->elbows_bend_forward;
        if (!arm->placed)
            solve_limb(arm, UPPER_ARM, FOREARM, left);
    }
}

/* Standing and sitting, the hips stay level; lying, they lie across the spine. */
static struct vec hip(const struct figure *figure, const struct skeleton *body, int side)
{
    if (figure->view == VIEW_SIDE)
        return body->pelvis;
    struct vec left = {1, 0};
    if (figure->lies != LIES_NOT)
        left = spine_left(figure, body->upward[0]);
    float half = HIP_HALF * cosf(body->hip_turn);
    return vec_along(body->pelvis, left, side == NEAR ? half : -half);
}

static void solve_legs(const struct figure *figure, const struct pose *pose, struct skeleton *out)
{
    for (int side = NEAR; side < SIDES; side++) {
        struct limb *leg = &out->legs[side];
        place_limb(figure, pose, &leg_points[side], leg);
        leg->root = hip(figure, out, side);
        if (!leg->placed)
            solve_limb(leg, THIGH, SHIN, figure->view == VIEW_SIDE || outward(figure, side));
    }
}

/* Seen from the front or from above, a face that looks at the viewer points nowhere in the picture;
 * turned, it points across the neck. */
static struct vec face_across(const struct skeleton *body)
{
    struct vec up = vec_unit(vec_sub(body->head, body->chest), (struct vec){0, 1});
    return vec_scale(vec_right(up), sinf(body->head_turn));
}

/* Under any drive the trunk rises a little with the breath, cm. */
#define BREATH_RISE 0.7f

void skeleton_solve(const struct figure *figure, const struct pose *pose, float breath,
                    struct skeleton *out)
{
    *out = (struct skeleton){.pelvis = pose->points[POSE_PELVIS],
                             .chest = pose->points[POSE_CHEST],
                             .head = pose->points[POSE_HEAD],
                             .face = pose->directions[POSE_FACE],
                             .belly = pose->amounts[POSE_BELLY] + BREATH_RISE * breath,
                             .ribs = pose->amounts[POSE_RIBS] + BREATH_RISE * breath,
                             .turn = pose->amounts[POSE_TURN] * RADIANS,
                             .hip_turn = pose->amounts[POSE_HIP_TURN] * RADIANS,
                             .head_turn = pose->amounts[POSE_HEAD_TURN] * RADIANS,
                             .shoulders_up = pose->amounts[POSE_SHOULDERS_UP],
                             .shoulders_forward = pose->amounts[POSE_SHOULDERS_FORWARD]};
    if (figure->view != VIEW_SIDE)
        out->face = face_across(out);
    memcpy(out->props, pose->props, sizeof out->props);
    out->moved = vec_sub(out->pelvis, figure->poses[0].points[POSE_PELVIS]);
    solve_spine(pose, out);
    solve_arms(figure, pose, out);
    solve_legs(figure, pose, out);
}

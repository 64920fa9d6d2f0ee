// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"
#include "figure/suite.h"

/* What every figure of the product promises, in each frame of its movement. */

static float bone(struct vec a, struct vec b)
{
    return vec_length(vec_sub(a, b));
}

/* Within 2 %; a limb that points towards the viewer may look shorter, never longer. */
static void check_bone(const char *name, float length, float full, bool foreshortened)
{
    if (length > full * 1.02f || (!foreshortened && length < full * 0.98f))
        fail_msg("%s: a bone of %.1f cm is %.1f cm long", name, (double)full, (double)length);
}

static void bones_keep_their_length(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        for (int frame = 0; frame <= turn.frames; frame++) {
            struct figure_motion motion = turn_motion(&turn, frame);
            struct skeleton body;
            skeleton_at(shelf->figures[f], &motion, &body);
            for (int side = 0; side < SIDES; side++) {
                const struct limb *arm = &body.arms[side], *leg = &body.legs[side];
                const char *name = shelf->names[f];
                check_bone(name, bone(arm->root, arm->joint), UPPER_ARM, arm->placed);
                check_bone(name, bone(arm->joint, arm->end), FOREARM, arm->placed);
                check_bone(name, bone(leg->root, leg->joint), THIGH, leg->placed);
                check_bone(name, bone(leg->joint, leg->end), SHIN, leg->placed);
            }
        }
    }
}

static float spine_length(const struct skeleton *body)
{
    return bone(body->spine[0], body->spine[1]) * (SPINE_SAMPLES - 1);
}

/* A back that rounds gets a little longer, but not another person's. */
static void trunk_and_neck_keep_their_size(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        for (int frame = 0; frame <= turn.frames; frame++) {
            struct figure_motion motion = turn_motion(&turn, frame);
            struct skeleton body;
            skeleton_at(shelf->figures[f], &motion, &body);
            float trunk = spine_length(&body), neck = bone(body.chest, body.head);
            if (trunk < 45 || trunk > 61)
                fail_msg("%s: the trunk is %.1f cm long", shelf->names[f], (double)trunk);
            if (neck < 16 || neck > 22)
                fail_msg("%s: the neck reaches %.1f cm", shelf->names[f], (double)neck);
        }
    }
}

static void check_planted(const struct figure *figure, const char *name, enum pose_point point,
                          const struct limb *limb)
{
    struct vec first = figure->poses[0].points[point];
    for (int i = 1; i < figure->pose_count; i++)
        if (bone(first, figure->poses[i].points[point]) > 0.01f)
            return; /* it is meant to move */
    if (bone(first, limb->end) > 0.5f)
        fail_msg("%s: a planted limb slips by %.1f cm", name, (double)bone(first, limb->end));
}

static void planted_hands_and_feet_stay(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        const struct figure *figure = shelf->figures[f];
        struct turn turn = turn_of(figure);
        for (int frame = 0; frame <= turn.frames; frame++) {
            struct figure_motion motion = turn_motion(&turn, frame);
            struct skeleton body;
            skeleton_at(figure, &motion, &body);
            check_planted(figure, shelf->names[f], POSE_NEAR_HAND, &body.arms[NEAR]);
            check_planted(figure, shelf->names[f], POSE_FAR_HAND, &body.arms[FAR]);
            check_planted(figure, shelf->names[f], POSE_NEAR_FOOT, &body.legs[NEAR]);
            check_planted(figure, shelf->names[f], POSE_FAR_FOOT, &body.legs[FAR]);
        }
    }
}

static void the_back_moves_five_to_eight_cm_over_the_roller(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        const struct figure *figure = shelf->figures[f];
        for (int i = 0; i < figure->prop_count; i++) {
            if (figure->props[i].kind != PROP_ROLLER)
                continue;
            /* The roller runs half as far as the body, so half of the way is left between them. */
            float way =
                bone(figure->poses[0].points[POSE_PELVIS], figure->poses[1].points[POSE_PELVIS]);
            assert_true(figure->props[i].rolls);
            assert_true(way / 2 >= 5 && way / 2 <= 8);
        }
    }
}

int run_pose(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bones_keep_their_length),
        cmocka_unit_test(trunk_and_neck_keep_their_size),
        cmocka_unit_test(planted_hands_and_feet_stay),
        cmocka_unit_test(the_back_moves_five_to_eight_cm_over_the_roller),
    };
    return cmocka_run_group_tests_name("figure: poses", tests, shelf_setup, shelf_teardown);
}

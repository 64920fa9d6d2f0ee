// SPDX-License-Identifier: MIT
#include "figure/ink.h"
#include "figure/skeleton.h"
#include "figure/suite.h"

#include <string.h>

static const struct figure plain = {.view = VIEW_SIDE, .pose_count = 1};

/* Standing, facing right. */
static struct pose standing(void)
{
    struct pose pose = {.points = {[POSE_PELVIS] = {0, 88},
                                   [POSE_BEND] = {0, 112},
                                   [POSE_CHEST] = {0, 138},
                                   [POSE_HEAD] = {0, 158},
                                   [POSE_NEAR_HAND] = {20, 100},
                                   [POSE_FAR_HAND] = {20, 100},
                                   [POSE_NEAR_FOOT] = {0, 10},
                                   [POSE_FAR_FOOT] = {0, 10}}};
    for (int i = 0; i < POSE_DIRECTIONS; i++)
        pose.directions[i] = (struct vec){1, 0};
    return pose;
}

static float bone(struct vec a, struct vec b)
{
    return vec_length(vec_sub(a, b));
}

static void joints_bend_the_way_bodies_do(void **state)
{
    (void)state;
    struct pose pose = standing();
    struct skeleton body;
    skeleton_solve(&plain, &pose, 0, &body);
    const struct limb *leg = &body.legs[NEAR], *arm = &body.arms[NEAR];
    assert_true(leg->joint.x > 5);  /* the knee in front */
    assert_true(arm->joint.x < 12); /* the elbow behind the line from shoulder to hand */
    assert_float_equal(bone(leg->root, leg->joint), THIGH, 0.01f);
    assert_float_equal(bone(leg->joint, leg->end), SHIN, 0.01f);
    assert_float_equal(bone(arm->root, arm->joint), UPPER_ARM, 0.01f);
    assert_float_equal(bone(arm->joint, arm->end), FOREARM, 0.01f);
}

static void what_is_out_of_reach_keeps_its_bones(void **state)
{
    (void)state;
    static const struct vec far_away[] = {{0, 0}, {300, 0}, {-300, 300}, {0, 138}, {0, 131}};
    for (size_t i = 0; i < sizeof far_away / sizeof *far_away; i++) {
        struct pose pose = standing();
        pose.points[POSE_NEAR_HAND] = far_away[i];
        pose.points[POSE_NEAR_FOOT] = far_away[i];
        struct skeleton body;
        skeleton_solve(&plain, &pose, 0, &body);
        assert_float_equal(bone(body.arms[NEAR].root, body.arms[NEAR].joint), UPPER_ARM, 0.05f);
        assert_float_equal(bone(body.arms[NEAR].joint, body.arms[NEAR].end), FOREARM, 0.05f);
        assert_float_equal(bone(body.legs[NEAR].root, body.legs[NEAR].joint), THIGH, 0.05f);
        assert_float_equal(bone(body.legs[NEAR].joint, body.legs[NEAR].end), SHIN, 0.05f);
    }
}

static void the_spine_passes_its_points(void **state)
{
    (void)state;
    struct pose pose = standing();
    pose.points[POSE_BEND] = (struct vec){-6, 114};
    struct skeleton body;
    skeleton_solve(&plain, &pose, 0, &body);
    float nearest = 1000, step = bone(body.spine[0], body.spine[1]);
    for (int i = 0; i < SPINE_SAMPLES; i++)
        nearest = fminf(nearest, bone(body.spine[i], pose.points[POSE_BEND]));
    assert_true(nearest < step);
    assert_float_equal(bone(body.spine[0], pose.points[POSE_PELVIS]), 0, 0.01f);
    assert_float_equal(bone(body.spine[SPINE_SAMPLES - 1], pose.points[POSE_CHEST]), 0, 0.01f);
    for (int i = 1; i < SPINE_SAMPLES; i++)
        assert_float_equal(bone(body.spine[i - 1], body.spine[i]), step, 0.05f);
}

static void poses_blend_from_first_to_last_and_round(void **state)
{
    (void)state;
    struct figure figure = {.view = VIEW_SIDE, .pose_count = 3};
    for (int i = 0; i < 3; i++) {
        figure.poses[i] = standing();
        figure.poses[i].points[POSE_NEAR_FOOT].x = (float)i * 10;
    }
    static const struct {
        float at;
        bool cyclic;
        float x;
    } cases[] = {{0, false, 0},        {0.25f, false, 5}, {0.5f, false, 10},    {1, false, 20},
                 {7, false, 20},       {-1, false, 0},    {NAN, false, 0},      {0, true, 0},
                 {1.0f / 3, true, 10}, {0.5f, true, 15},  {2.0f / 3, true, 20}, {1, true, 0},
                 {5.0f / 6, true, 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pose pose;
        pose_blend(&figure, cases[i].at, cases[i].cyclic, &pose);
        assert_float_equal(pose.points[POSE_NEAR_FOOT].x, cases[i].x, 0.01f);
    }
}

/* Ways that last 1, 3 and 1. */
static void a_way_may_last_longer_than_another(void **state)
{
    (void)state;
    struct figure figure = {.view = VIEW_SIDE, .pose_count = 3};
    for (int i = 0; i < 3; i++)
        figure.poses[i] = standing();
    figure.poses[1].amounts[POSE_LASTS] = 3;
    static const struct {
        float at;
        bool cyclic;
        int span;
        float share;
    } cases[] = {{0, true, 0, 0},         {0.1f, true, 0, 0.5f}, {0.2f, true, 1, 0},
                 {0.5f, true, 1, 0.5f},   {0.9f, true, 2, 0.5f}, {1, true, 2, 1},
                 {0.25f, false, 1, 0},    {1, false, 1, 1},      {7, false, 1, 1},
                 {0.125f, false, 0, 0.5f}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        float share;
        int span = pose_span(&figure, cases[i].at, cases[i].cyclic, &share);
        assert_int_equal(span, cases[i].span);
        assert_float_equal(share, cases[i].share, 0.001f);
    }
}

static void directions_turn_the_short_way(void **state)
{
    (void)state;
    struct figure figure = {.view = VIEW_SIDE, .pose_count = 2};
    figure.poses[0] = figure.poses[1] = standing();
    figure.poses[0].directions[POSE_FACE] = (struct vec){-0.99f, 0.14f};
    figure.poses[1].directions[POSE_FACE] = (struct vec){-0.99f, -0.14f};
    struct pose pose;
    pose_blend(&figure, 0.5f, false, &pose);
    assert_float_equal(pose.directions[POSE_FACE].x, -1, 0.01f);
    assert_float_equal(vec_length(pose.directions[POSE_FACE]), 1, 0.001f);
}

/* Lying, shoulders and hips lie across the spine, whichever way it runs; a back that is seen has
 * its left on the other side. */
static void shoulders_and_hips_lie_across_the_spine(void **state)
{
    (void)state;
    static const struct vec ways[] = {{-1, 0}, {1, 0}, {0, 1}, {0.6f, -0.8f}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        for (enum figure_lies lies = LIES_FACE_UP; lies <= LIES_FACE_DOWN; lies++) {
            struct figure figure = {.view = VIEW_ABOVE, .lies = lies, .pose_count = 1};
            struct pose pose = standing();
            for (int p = POSE_PELVIS; p <= POSE_CHEST; p++)
                pose.points[p] = vec_scale(ways[i], pose.points[p].y);
            struct skeleton body;
            skeleton_solve(&figure, &pose, 0, &body);
            struct vec left = lies == LIES_FACE_UP ? vec_right(ways[i]) : vec_left(ways[i]);
            struct vec hips = vec_sub(body.legs[NEAR].root, body.legs[FAR].root);
            assert_float_equal(hips.x, left.x * vec_length(hips), 0.01f);
            assert_float_equal(hips.y, left.y * vec_length(hips), 0.01f);
            struct vec arm = vec_sub(body.arms[NEAR].root, body.arms[FAR].root);
            assert_true(arm.x * left.x + arm.y * left.y > 20);
            pose.amounts[POSE_HIP_TURN] = 60;
            skeleton_solve(&figure, &pose, 0, &body);
            float narrow = bone(body.legs[NEAR].root, body.legs[FAR].root);
            assert_float_equal(narrow, vec_length(hips) / 2, 0.05f);
        }
}

/* A drawing between two guards that nothing may touch. */
struct guarded {
    unsigned char before[64];
    struct figure_drawing drawing;
    unsigned char after[64];
};

static void a_full_drawing_takes_no_more(void **state)
{
    (void)state;
    struct guarded guarded;
    memset(&guarded, 0x5A, sizeof guarded);
    guarded.drawing.shape_count = guarded.drawing.point_count = 0;
    struct ink ink = {.out = &guarded.drawing};
    struct tube tube = {0};
    for (int i = 0; i < 2 * TUBE_MAX; i++)
        tube_add(&tube, (struct vec){(float)i, 0}, 3);
    assert_int_equal(tube.count, TUBE_MAX);
    for (int i = 0; i < FIGURE_MAX_SHAPES; i++) {
        ink_tube(&ink, FIGURE_SKIN, &tube, true);
        ink_disc(&ink, FIGURE_SKIN, (struct vec){0, 0}, 1);
        ink_soft(&ink, FIGURE_GLOW, (struct vec){0, 0}, 1, 0.5f);
    }
    assert_true(guarded.drawing.shape_count <= FIGURE_MAX_SHAPES);
    assert_true(guarded.drawing.point_count <= FIGURE_MAX_POINTS);
    for (size_t i = 0; i < sizeof guarded.after; i++) {
        assert_int_equal(guarded.before[i], 0x5A);
        assert_int_equal(guarded.after[i], 0x5A);
    }
}

/* From looking up to looking down the head goes round, not straight through the chest. */
static void the_head_swings_about_the_neck(void **state)
{
    (void)state;
    struct figure figure = {.view = VIEW_SIDE, .pose_count = 2};
    figure.poses[0] = figure.poses[1] = standing();
    figure.poses[0].points[POSE_HEAD] = (struct vec){14, 152};
    figure.poses[1].points[POSE_HEAD] = (struct vec){14, 124};
    struct pose pose;
    pose_blend(&figure, 0.5f, false, &pose);
    assert_float_equal(bone(pose.points[POSE_HEAD], pose.points[POSE_CHEST]), 19.8f, 0.01f);
}

int run_solve(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joints_bend_the_way_bodies_do),
        cmocka_unit_test(what_is_out_of_reach_keeps_its_bones),
        cmocka_unit_test(the_spine_passes_its_points),
        cmocka_unit_test(poses_blend_from_first_to_last_and_round),
        cmocka_unit_test(the_head_swings_about_the_neck),
        cmocka_unit_test(a_way_may_last_longer_than_another),
        cmocka_unit_test(directions_turn_the_short_way),
        cmocka_unit_test(shoulders_and_hips_lie_across_the_spine),
        cmocka_unit_test(a_full_drawing_takes_no_more),
    };
    return cmocka_run_group_tests_name("figure: solving", tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"
#include "figure/suite.h"

#include <math.h>

/* Whatever the numbers of a figure are, in each view: bones keep their length, what can be reached
 * is reached, a trunk keeps its length from pose to pose, and the drawing is sound on both sides.
 */

/* The same figures in every run. */
static uint32_t seed;

static float random_in(float least, float most)
{
    seed = seed * 1664525u + 1013904223u;
    return least + (most - least) * (float)(seed >> 8) / 16777216.0f;
}

static int random_below(int count)
{
    return (int)random_in(0, (float)count - 0.001f);
}

static struct vec random_direction(void)
{
    float angle = random_in(0, 6.2831853f);
    return (struct vec){cosf(angle), sinf(angle)};
}

/* Near where a standing body has it, or anywhere on the stage. */
static struct vec random_point(struct vec usual, bool anywhere)
{
    if (anywhere)
        return (struct vec){random_in(-300, 300), random_in(-20, 300)};
    return (struct vec){usual.x + random_in(-25, 25), usual.y + random_in(-25, 25)};
}

static void random_pose(struct pose *pose, bool anywhere)
{
    static const struct vec usual[POSE_POINTS] = {
        [POSE_PELVIS] = {0, 86},    [POSE_BEND] = {0, 111},      [POSE_CHEST] = {0, 136},
        [POSE_HEAD] = {1, 154},     [POSE_NEAR_HAND] = {12, 84}, [POSE_FAR_HAND] = {-12, 84},
        [POSE_NEAR_FOOT] = {9, 7},  [POSE_FAR_FOOT] = {-9, 7},   [POSE_NEAR_ELBOW] = {14, 105},
        [POSE_FAR_ELBOW] = {0, 96}, [POSE_NEAR_KNEE] = {10, 46}, [POSE_FAR_KNEE] = {-10, 46}};
    static const struct {
        float least, most;
    } amounts[POSE_AMOUNTS] = {
        [POSE_BELLY] = {-3, 8},
        [POSE_RIBS] = {-3, 6},
        [POSE_TURN] = {-70, 70},
        [POSE_HIP_TURN] = {-90, 90},
        [POSE_HEAD_TURN] = {-90, 90},
        [POSE_SHOULDERS_UP] = {-4, 8},
        [POSE_SHOULDERS_FORWARD] = {-6, 8},
    };
    for (int i = 0; i < POSE_POINTS; i++)
        pose->points[i] = random_point(usual[i], anywhere);
    for (int i = 0; i < POSE_DIRECTIONS; i++)
        pose->directions[i] = random_direction();
    for (int i = 0; i < POSE_AMOUNTS; i++)
        pose->amounts[i] = random_in(amounts[i].least, amounts[i].most);
    for (int i = 0; i < FIGURE_MAX_PROPS; i++) {
        struct prop_place *place = &pose->props[i];
        place->at = random_point((struct vec){0, 50}, anywhere);
        place->size = (struct vec){random_in(1, 120), random_in(1, 120)};
        for (int a = 0; a < PROP_AMOUNTS; a++)
            place->amounts[a] = random_in(0, 60);
    }
}

static void random_props(struct figure *figure)
{
    figure->prop_count = random_below(FIGURE_MAX_PROPS + 1);
    for (int i = 0; i < figure->prop_count; i++)
        figure->props[i] = (struct prop){.kind = (enum prop_kind)random_below(PROP_KINDS),
                                         .place = figure->poses[0].props[i],
                                         .rolls = (enum prop_roll)random_below(3),
                                         .side = random_below(SIDES),
                                         .across = random_below(2) == 1};
    figure->muscle_count = random_below(FIGURE_MAX_MUSCLES + 1);
    for (int i = 0; i < figure->muscle_count; i++)
        figure->muscles[i] =
            (struct muscle){.place = (enum muscle_place)random_below(MUSCLE_PLACES),
                            .from = random_in(-0.3f, 0.5f),
                            .to = random_in(0.5f, 1.3f),
                            .across = random_in(-1, 1),
                            .size = random_in(2, 30)};
}

static void random_figure(struct figure *figure)
{
    static const struct {
        enum figure_view view;
        enum figure_lies lies;
    } ways[] = {{VIEW_SIDE, LIES_NOT},
                {VIEW_FRONT, LIES_NOT},
                {VIEW_FRONT, LIES_ON_SIDE},
                {VIEW_ABOVE, LIES_FACE_UP},
                {VIEW_ABOVE, LIES_FACE_DOWN}};
    int way = random_below((int)(sizeof ways / sizeof *ways));
    *figure = (struct figure){.view = ways[way].view,
                              .lies = ways[way].lies,
                              .drawn_for_right = random_below(2) == 1,
                              .elbows_bend_forward = random_below(2) == 1,
                              .upper_body = random_below(4) == 0,
                              .palm_up = {random_below(2) == 1, random_below(2) == 1},
                              .behind = {random_below(2) == 1, random_below(2) == 1},
                              .pose_count = 1 + random_below(FIGURE_POSES_MOST)};
    bool anywhere = random_below(3) == 0;
    for (int joint = POSE_NEAR_ELBOW; joint < POSE_POINTS; joint++)
        figure->given |= random_below(3) == 0 ? 1u << joint : 0;
    for (int i = 0; i < figure->pose_count; i++)
        random_pose(&figure->poses[i], anywhere);
    random_props(figure);
}

static float bone(struct vec a, struct vec b)
{
    return vec_length(vec_sub(a, b));
}

static void check_limb(const struct limb *limb, struct vec wanted, float a, float b)
{
    float asked = bone(limb->root, wanted);
    if (limb->placed) {
        assert_float_equal(bone(limb->end, wanted), 0, 0.001f);
        return;
    }
    assert_float_equal(bone(limb->root, limb->joint), a, 0.05f);
    assert_float_equal(bone(limb->joint, limb->end), b, 0.05f);
    if (asked < a + b - 0.1f && asked > fabsf(a - b) + 0.2f)
        assert_float_equal(bone(limb->end, wanted), 0, 0.05f);
}

static void check_body(const struct skeleton *body, const struct pose *pose)
{
    static const enum pose_point ends[2][SIDES] = {{POSE_NEAR_HAND, POSE_FAR_HAND},
                                                   {POSE_NEAR_FOOT, POSE_FAR_FOOT}};
    for (int side = 0; side < SIDES; side++) {
        check_limb(&body->arms[side], pose->points[ends[0][side]], UPPER_ARM, FOREARM);
        check_limb(&body->legs[side], pose->points[ends[1][side]], THIGH, SHIN);
    }
    assert_float_equal(bone(body->spine[0], pose->points[POSE_PELVIS]), 0, 0.01f);
    assert_float_equal(bone(body->spine[SPINE_SAMPLES - 1], pose->points[POSE_CHEST]), 0, 0.01f);
    for (int i = 0; i < SPINE_SAMPLES; i++)
        assert_float_equal(vec_length(body->upward[i]), 1, 0.001f);
}

/* The way from one pose to the next: a trunk is as long as those of both, by their share. */
static void check_trunk(const struct figure *figure, float at)
{
    struct pose pose;
    pose_blend(figure, at, false, &pose);
    float place = at * (float)(figure->pose_count - 1);
    int from = (int)fminf(place, (float)(figure->pose_count - 2));
    float share = place - (float)from;
    float want = mix(pose_trunk(&figure->poses[from]), pose_trunk(&figure->poses[from + 1]), share);
    assert_float_equal(pose_trunk(&pose), want, 0.05f + 0.002f * want);
}

static void check_drawing(const struct figure *figure, struct figure_motion motion)
{
    static struct figure_drawing drawing, other;
    float x = figure->view == VIEW_ABOVE ? 1 : -1;
    figure_draw(figure, &motion, &drawing);
    motion.mirrored = !motion.mirrored;
    figure_draw(figure, &motion, &other);
    assert_in_range(drawing.shape_count, 1, FIGURE_MAX_SHAPES);
    assert_in_range(drawing.point_count, 1, FIGURE_MAX_POINTS);
    assert_int_equal(drawing.point_count, other.point_count);
    for (int p = 0; p < drawing.point_count; p++) {
        const struct figure_point *a = &drawing.points[p], *b = &other.points[p];
        assert_true(isfinite(a->x) && isfinite(a->y));
        assert_true(a->radius >= 0 && a->radius < 300);
        assert_true(a->x == x * b->x && a->y == -x * b->y && a->radius == b->radius);
    }
}

enum { FIGURES = 1200 };

static void any_figure_is_a_sound_body(void **state)
{
    static struct figure figure;
    (void)state;
    seed = 20;
    for (int i = 0; i < FIGURES; i++) {
        random_figure(&figure);
        struct figure_motion motion = {.drive = (enum figure_drive)random_below(4),
                                       .amount = (double)random_in(0, 1),
                                       .breath = (double)random_in(0, 1),
                                       .mirrored = random_below(2) == 1,
                                       .glow = (double)random_in(0, 1)};
        float at = motion.drive == FIGURE_STILL ? 1 : (float)motion.amount;
        struct pose pose;
        struct skeleton body;
        pose_blend(&figure, at, motion.drive == FIGURE_LOOP, &pose);
        skeleton_at(&figure, &motion, &body);
        check_body(&body, &pose);
        if (figure.pose_count > 1)
            check_trunk(&figure, at);
        check_drawing(&figure, motion);
    }
}

int run_random(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_figure_is_a_sound_body),
    };
    return cmocka_run_group_tests_name("figure: any numbers", tests, NULL, NULL);
}

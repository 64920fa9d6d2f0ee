// SPDX-License-Identifier: MIT
#include "figure/model.h"
#include "figure/suite.h"

#include <math.h>
#include <string.h>

/* What is drawn, in each frame of every figure of the product. */

static bool is_ground(enum figure_paint paint)
{
    return paint == FIGURE_MAT || paint == FIGURE_PROP || paint == FIGURE_PROP_FAR ||
           paint == FIGURE_GLOW;
}

static void nothing_is_below_the_ground(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        if (shelf->figures[f]->view == VIEW_ABOVE)
            continue; /* the ground is the picture */
        for (int frame = 0; frame <= turn.frames; frame++) {
            struct figure_motion motion = turn_motion(&turn, frame);
            struct figure_drawing drawing;
            figure_draw(shelf->figures[f], &motion, &drawing);
            for (int i = 0; i < drawing.shape_count; i++) {
                const struct figure_shape *shape = &drawing.shapes[i];
                for (int p = 0; p < shape->count && !is_ground(shape->paint); p++) {
                    double low = (double)(shape->points[p].y - shape->points[p].radius);
                    if (low < -0.3)
                        fail_msg("%s: frame %d: shape %d (paint %d) is %.2f cm below ground",
                                 shelf->names[f], frame, i, shape->paint, -low);
                }
            }
        }
    }
}

static struct figure_box box_of(const struct figure_shape *shape)
{
    struct figure_box box = {1e6f, 1e6f, -1e6f, -1e6f};
    for (int p = 0; p < shape->count; p++) {
        const struct figure_point *point = &shape->points[p];
        box.min_x = fminf(box.min_x, point->x - point->radius);
        box.max_x = fmaxf(box.max_x, point->x + point->radius);
        box.min_y = fminf(box.min_y, point->y - point->radius);
        box.max_y = fmaxf(box.max_y, point->y + point->radius);
    }
    return box;
}

static void include(struct figure_box *box, const struct figure_box *more)
{
    box->min_x = fminf(box->min_x, more->min_x);
    box->max_x = fmaxf(box->max_x, more->max_x);
    box->min_y = fminf(box->min_y, more->min_y);
    box->max_y = fmaxf(box->max_y, more->max_y);
}

/* Runs of shapes in one colour, each as one box: a limb and its cuff are two shapes that share
 * their outline differently from frame to frame. The glow's number of spots follows its length. */
static int body_boxes(const struct figure *figure, const struct figure_motion *motion,
                      struct figure_box boxes[FIGURE_MAX_SHAPES])
{
    struct figure_drawing drawing;
    int count = 0;
    enum figure_paint paint = FIGURE_PAINTS;
    figure_draw(figure, motion, &drawing);
    for (int i = 0; i < drawing.shape_count; i++) {
        const struct figure_shape *shape = &drawing.shapes[i];
        struct figure_box box = box_of(shape);
        if (shape->kind == FIGURE_SOFT)
            continue;
        if (count > 0 && shape->paint == paint)
            include(&boxes[count - 1], &box);
        else
            boxes[count++] = box;
        paint = shape->paint;
    }
    return count;
}

static float furthest(const struct figure_box *a, const struct figure_box *b)
{
    return fmaxf(fmaxf(fabsf(a->min_x - b->min_x), fabsf(a->max_x - b->max_x)),
                 fmaxf(fabsf(a->min_y - b->min_y), fabsf(a->max_y - b->max_y)));
}

/* A hand's width in a tenth of a second is brisk; a joint that pops goes further in one frame. */
#define MOST_PER_FRAME 1.5f

static void nothing_jumps_between_frames(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        struct figure_box last[FIGURE_MAX_SHAPES] = {0}, now[FIGURE_MAX_SHAPES] = {0};
        struct figure_motion motion = turn_motion(&turn, turn.frames - 1);
        int count = body_boxes(shelf->figures[f], &motion, last);
        for (int frame = 0; frame <= turn.frames; frame++) {
            motion = turn_motion(&turn, frame);
            assert_int_equal(body_boxes(shelf->figures[f], &motion, now), count);
            for (int i = 0; i < count; i++)
                if (furthest(&last[i], &now[i]) > MOST_PER_FRAME)
                    fail_msg("%s: frame %d: shape %d jumps by %.1f cm", shelf->names[f], frame, i,
                             (double)furthest(&last[i], &now[i]));
            memcpy(last, now, sizeof last);
        }
    }
}

static void it_moves_enough_to_be_seen(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        struct figure_box first[FIGURE_MAX_SHAPES] = {0}, middle[FIGURE_MAX_SHAPES] = {0};
        struct figure_motion motion = turn_motion(&turn, 0);
        int count = body_boxes(shelf->figures[f], &motion, first);
        motion = turn_motion(&turn, turn.frames / 2);
        (void)body_boxes(shelf->figures[f], &motion, middle);
        float most = 0;
        for (int i = 0; i < count; i++)
            most = fmaxf(most, furthest(&first[i], &middle[i]));
        if (most < 1)
            fail_msg("%s: moves only %.2f cm", shelf->names[f], (double)most);
    }
}

static void the_other_side_is_the_mirror_image(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        struct figure_motion motion = turn_motion(&turn, turn.frames / 3);
        struct figure_drawing left, right;
        figure_draw(shelf->figures[f], &motion, &left);
        motion.mirrored = true;
        figure_draw(shelf->figures[f], &motion, &right);
        assert_int_equal(left.shape_count, right.shape_count);
        assert_int_equal(left.point_count, right.point_count);
        bool above = shelf->figures[f]->view == VIEW_ABOVE;
        for (int p = 0; p < left.point_count; p++) {
            assert_true(left.points[p].x == (above ? 1.0f : -1.0f) * right.points[p].x);
            assert_true(left.points[p].y == (above ? -1.0f : 1.0f) * right.points[p].y);
            assert_true(left.points[p].radius == right.points[p].radius);
        }
    }
}

static void everything_lies_within_the_bounds(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        struct turn turn = turn_of(shelf->figures[f]);
        for (int frame = 0; frame <= turn.frames; frame++) {
            struct figure_motion motion = turn_motion(&turn, frame);
            motion.mirrored = frame % 2 == 1;
            struct figure_box bounds = figure_bounds(shelf->figures[f], motion.mirrored);
            struct figure_box boxes[FIGURE_MAX_SHAPES] = {0};
            int count = body_boxes(shelf->figures[f], &motion, boxes);
            for (int i = 0; i < count; i++) {
                assert_true(boxes[i].min_x >= bounds.min_x - 0.2f);
                assert_true(boxes[i].max_x <= bounds.max_x + 0.2f);
                assert_true(boxes[i].min_y >= bounds.min_y - 0.2f);
                assert_true(boxes[i].max_y <= bounds.max_y + 0.2f);
            }
        }
    }
}

/* Nothing the player could ever pass may lead to more than a still picture. */
static void odd_motions_draw_sound_shapes(void **state)
{
    const struct shelf *shelf = *state;
    static const double odd[] = {
        0, 1, -1, 2, 0.999999999, 1e308, -1e308, (double)NAN, (double)INFINITY};
    enum { ODD = sizeof odd / sizeof *odd };
    for (int f = 0; f < shelf->count; f++)
        for (int i = 0; i < ODD * ODD * 4; i++) {
            struct figure_motion motion = {.drive = (enum figure_drive)(i % 4),
                                           .amount = odd[i / 4 % ODD],
                                           .breath = odd[i / 4 / ODD],
                                           .glow = odd[(i + 3) % ODD]};
            struct figure_drawing drawing;
            figure_draw(shelf->figures[f], &motion, &drawing);
            assert_in_range(drawing.shape_count, 1, FIGURE_MAX_SHAPES);
            assert_in_range(drawing.point_count, 1, FIGURE_MAX_POINTS);
            for (int p = 0; p < drawing.point_count; p++) {
                assert_true(isfinite(drawing.points[p].x) && isfinite(drawing.points[p].y));
                assert_true(drawing.points[p].radius >= 0 && drawing.points[p].radius < 200);
            }
        }
}

int run_motion(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_below_the_ground),
        cmocka_unit_test(nothing_jumps_between_frames),
        cmocka_unit_test(it_moves_enough_to_be_seen),
        cmocka_unit_test(the_other_side_is_the_mirror_image),
        cmocka_unit_test(everything_lies_within_the_bounds),
        cmocka_unit_test(odd_motions_draw_sound_shapes),
    };
    return cmocka_run_group_tests_name("figure: movement", tests, shelf_setup, shelf_teardown);
}

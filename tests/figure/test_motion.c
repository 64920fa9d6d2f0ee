// SPDX-License-Identifier: MIT
#include "figure/skeleton.h"
#include "figure/suite.h"

#include <math.h>

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

static void the_back_moves_five_to_eight_cm_over_the_roller(void **state)
{
    const struct shelf *shelf = *state;
    for (int f = 0; f < shelf->count; f++) {
        const struct figure *figure = shelf->figures[f];
        for (int i = 0; i < figure->prop_count; i++) {
            if (figure->props[i].kind != PROP_ROLLER)
                continue;
            /* The roller runs half as far as the body, so half of the way is left between them. */
            float way = vec_length(vec_sub(figure->poses[0].points[POSE_PELVIS],
                                           figure->poses[1].points[POSE_PELVIS]));
            assert_true(figure->props[i].rolls);
            assert_true(way / 2 >= 5 && way / 2 <= 8);
        }
    }
}

int run_motion(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_motions_draw_sound_shapes),
        cmocka_unit_test(the_back_moves_five_to_eight_cm_over_the_roller),
    };
    return cmocka_run_group_tests_name("figure: movement", tests, shelf_setup, shelf_teardown);
}

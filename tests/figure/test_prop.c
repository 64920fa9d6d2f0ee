// SPDX-License-Identifier: MIT
#include "figure/prop.h"
#include "figure/suite.h"

#include <string.h>

/* Props that poses move, and props that go where the body goes. */

#define SITS                                                                                       \
    "poses:\n"                                                                                     \
    "  - pelvis: [0, 52]\n"                                                                        \
    "    bend: [0, 77]\n"                                                                          \
    "    chest: [0, 103]\n"                                                                        \
    "    head: [2, 121]\n"                                                                         \
    "    face: [1, 0]\n"                                                                           \
    "    near hand: [23, 70]\n"                                                                    \
    "    near fingers: [1, 0]\n"                                                                   \
    "    near foot: [43, 7]\n"                                                                     \
    "    near toes: [1, 0]\n"

static const struct figure *parse(struct arena *arena, const char *props, const char *poses)
{
    struct diag_list diags;
    diag_init(&diags, arena);
    const char *text = arena_format(
        arena, "figure: Test\nmoves with: loop 4 s\nprops:\n  - %s\n" SITS "%s", props, poses);
    const struct figure *figure = figure_parse(arena, "f.yaml", text, strlen(text), &diags);
    diag_print(&diags, stderr, false);
    assert_non_null(figure);
    return figure;
}

static struct prop_place place_at(const struct figure *figure, double amount)
{
    struct skeleton body;
    struct figure_motion motion = {.drive = FIGURE_LOOP, .amount = amount};
    skeleton_at(figure, &motion, &body);
    return body.props[0];
}

static void a_pose_moves_a_prop_by_its_name(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const struct figure *figure = parse(&arena, "monitor: {at: [60, 84], stands on: 65, tilt: 6}",
                                        "  - monitor: {at: [60, 104]}\n  - monitor: {tilt: 0}\n");
    assert_float_equal(place_at(figure, 0).at.y, 84, 0.01);
    assert_float_equal(place_at(figure, 1 / 6.0).at.y, 94, 0.01); /* half-way */
    assert_true(place_at(figure, 1 / 12.0).at.y < 88.5F);         /* and eased */
    assert_float_equal(place_at(figure, 1 / 3.0).at.y, 104, 0.01);
    /* What the last pose does not say is as in the one before. */
    assert_float_equal(place_at(figure, 2 / 3.0).at.y, 104, 0.01);
    assert_float_equal(place_at(figure, 2 / 3.0).amounts[PROP_TILT], 0, 0.01);
    assert_float_equal(place_at(figure, 2 / 3.0).amounts[PROP_STANDS], 65, 0.01);
    arena_finish(&arena);
}

/* The middle of the first shape in this paint; fails when there is none. */
static struct vec middle_of(const struct figure_drawing *drawing, enum figure_paint paint)
{
    for (int i = 0; i < drawing->shape_count; i++) {
        const struct figure_shape *shape = &drawing->shapes[i];
        struct vec sum = {0, 0};
        if (shape->paint != paint)
            continue;
        for (int p = 0; p < shape->count; p++)
            sum = vec_add(sum, (struct vec){shape->points[p].x, shape->points[p].y});
        return vec_scale(sum, 1 / (float)shape->count);
    }
    fail_msg("nothing is painted in %d", paint);
    return (struct vec){0, 0};
}

static void a_phone_goes_and_turns_with_its_hand(void **state)
{
    (void)state;
    static const char *const hands[] = {"near", "far"};
    for (int side = NEAR; side < SIDES; side++) {
        struct arena arena;
        arena_init(&arena);
        const struct figure *figure =
            parse(&arena, arena_format(&arena, "phone: {held by: %s hand}", hands[side]),
                  "    far hand: [20, 66]\n    far fingers: [1, 0]\n"
                  "  - near hand: [30, 110]\n    near fingers: [0, 1]\n"
                  "    far hand: [28, 108]\n    far fingers: [0, 1]\n");
        for (int step = 0; step <= 8; step++) {
            struct figure_motion motion = {.drive = FIGURE_LOOP, .amount = step / 8.0};
            struct figure_drawing drawing;
            struct skeleton body;
            skeleton_at(figure, &motion, &body);
            figure_draw(figure, &motion, &drawing);
            struct vec from_wrist =
                vec_sub(middle_of(&drawing, FIGURE_SCREEN), body.arms[side].end);
            struct vec along = body.arms[side].direction;
            float ahead = from_wrist.x * along.x + from_wrist.y * along.y;
            assert_true(ahead > 5 && ahead < 15);
            assert_true(vec_length(from_wrist) < 15);
        }
        arena_finish(&arena);
    }
}

/* Over the trunk, under the near arm; of what is behind, nothing is drawn after the body. */
static void what_lies_behind_the_body_is_drawn_before_it(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const struct figure *figure = parse(&arena, "backpack: {size: [18, 40]}", "");
    struct figure_motion motion = {.drive = FIGURE_LOOP};
    struct figure_drawing drawing;
    figure_draw(figure, &motion, &drawing);
    int pack = -1, straps = -1, trunk = -1, hand = -1;
    for (int i = 0; i < drawing.shape_count; i++) {
        enum figure_paint paint = drawing.shapes[i].paint;
        if (paint == FIGURE_ROLLER && pack < 0)
            pack = i;
        if (paint == FIGURE_ROLLER_CORE)
            straps = i;
        if (paint == FIGURE_TOP && trunk < 0)
            trunk = i;
        if (paint == FIGURE_SKIN)
            hand = i;
    }
    assert_true(pack >= 0 && pack < trunk && trunk < straps && straps < hand);
    arena_finish(&arena);
}

int run_prop(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pose_moves_a_prop_by_its_name),
        cmocka_unit_test(a_phone_goes_and_turns_with_its_hand),
        cmocka_unit_test(what_lies_behind_the_body_is_drawn_before_it),
    };
    return cmocka_run_group_tests_name("figure: props", tests, NULL, NULL);
}

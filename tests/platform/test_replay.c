// SPDX-License-Identifier: MIT
#include "platform/replay.h"

#include "check.h"
#include "platform/scene.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 640, HEIGHT = 360 };

struct stage {
    struct painter painter;
    struct replay replay;
    struct draw_list list;
    struct text_metrics metrics;
    struct canvas canvas;
    uint32_t pixels[WIDTH * HEIGHT], whole[WIDTH * HEIGHT];
};

static int setup(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    painter_init(&stage->painter);
    replay_init(&stage->replay);
    draw_list_init(&stage->list);
    stage->metrics = lettering_metrics(&stage->painter.lettering);
    stage->canvas = (struct canvas){stage->pixels, WIDTH, HEIGHT, WIDTH};
    *state = stage;
    return 0;
}

static int teardown(void **state)
{
    struct stage *stage = *state;
    painter_finish(&stage->painter);
    replay_finish(&stage->replay);
    draw_list_finish(&stage->list);
    free(stage);
    return 0;
}

static int paint(struct stage *stage)
{
    return replay_paint(&stage->replay, &stage->painter, &stage->canvas, &stage->list);
}

/* What was repainted in part is what would have been painted whole. */
static void assert_right(struct stage *stage)
{
    struct canvas fresh = {stage->whole, WIDTH, HEIGHT, WIDTH};
    memset(stage->whole, 0, sizeof stage->whole);
    painter_paint(&stage->painter, &fresh, (struct clip){0, 0, WIDTH, HEIGHT}, &stage->list);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        for (int shift = 0; shift < 24; shift += 8) {
            int a = (int)(stage->pixels[i] >> shift & 255);
            int b = (int)(stage->whole[i] >> shift & 255);
            if (abs(a - b) > 1)
                fail_msg("pixel %zu,%zu is %06X, not %06X", i % WIDTH, i / WIDTH, stage->pixels[i],
                         stage->whole[i]);
        }
}

static void an_equal_list_costs_nothing(void **state)
{
    struct stage *stage = *state;
    scene_player(&stage->list, &stage->metrics, WIDTH, HEIGHT, 1);
    assert_int_equal(paint(stage), 1);
    uint64_t painted = stage->replay.painted;
    assert_int_equal(painted, WIDTH * HEIGHT);
    for (int i = 0; i < 10; i++) {
        scene_player(&stage->list, &stage->metrics, WIDTH, HEIGHT, 1);
        assert_int_equal(paint(stage), 0);
    }
    assert_int_equal(stage->replay.painted, painted);
}

static void a_moving_scene_is_painted_right(void **state)
{
    struct stage *stage = *state;
    for (int i = 0; i < 60; i++) {
        scene_player(&stage->list, &stage->metrics, WIDTH, HEIGHT, (float)i * 0.21F);
        paint(stage);
        assert_right(stage);
    }
    assert_true(stage->replay.painted < (uint64_t)60 * WIDTH * HEIGHT * 6 / 10);
}

static void add_squares(struct stage *stage, unsigned wanted)
{
    draw_list_begin(&stage->list, WIDTH, HEIGHT);
    draw_backdrop(&stage->list, 0x0E1B24FF, 0x16303AFF);
    for (unsigned i = 0; i < 16; i++)
        if (wanted >> i & 1)
            draw_rect(&stage->list,
                      (struct draw_box){(float)(20 + i * 36), (float)(20 + i % 4 * 70), 60, 60}, 9,
                      0x7FD1C780U + (i << 24));
}

static void commands_come_and_go(void **state)
{
    struct stage *stage = *state;
    unsigned seed = 3;
    for (int i = 0; i < 200; i++) {
        seed = seed * 1103515245U + 12345U;
        add_squares(stage, seed >> 12);
        paint(stage);
        assert_right(stage);
    }
}

static void only_the_square_that_changed_is_painted(void **state)
{
    struct stage *stage = *state;
    add_squares(stage, 0xFFFF);
    paint(stage);
    uint64_t before = stage->replay.painted;
    add_squares(stage, 0xFFFF & ~(1U << 5));
    assert_int_equal(paint(stage), 1);
    assert_int_equal(stage->replay.painted - before, 60 * 60);
    assert_right(stage);
}

static void another_canvas_is_painted_whole(void **state)
{
    struct stage *stage = *state;
    add_squares(stage, 0x55);
    paint(stage);
    struct canvas other = {stage->whole, WIDTH, HEIGHT, WIDTH};
    assert_int_equal(replay_paint(&stage->replay, &stage->painter, &other, &stage->list), 1);
    assert_int_equal(stage->replay.boxes[0].x1, WIDTH);
    replay_forget(&stage->replay);
    assert_int_equal(replay_paint(&stage->replay, &stage->painter, &other, &stage->list), 1);
    assert_int_equal(replay_paint(&stage->replay, &stage->painter, &other, &stage->list), 0);
}

static void frames_do_not_allocate_once_warm(void **state)
{
    struct stage *stage = *state;
    for (int i = 0; i < 200; i++) {
        scene_player(&stage->list, &stage->metrics, WIDTH, HEIGHT, (float)i * 0.05F);
        paint(stage);
    }
    const void *commands = stage->replay.last.commands, *scratch = stage->painter.scratch.memory;
    size_t rendered = stage->painter.lettering.rendered;
    for (int i = 0; i < 200; i++) {
        scene_player(&stage->list, &stage->metrics, WIDTH, HEIGHT, (float)i * 0.05F);
        paint(stage);
    }
    assert_ptr_equal(stage->replay.last.commands, commands);
    assert_ptr_equal(stage->painter.scratch.memory, scratch);
    assert_int_equal(stage->painter.lettering.rendered, rendered);
}

static void sizes_change_through_tiny_ones(void **state)
{
    struct stage *stage = *state;
    const int sizes[][2] = {{640, 360}, {64, 64}, {1, 1}, {360, 640}, {3, 200}, {640, 360}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int width = sizes[i][0], height = sizes[i][1];
        stage->canvas = (struct canvas){stage->pixels, width, height, width};
        scene_player(&stage->list, &stage->metrics, (float)width, (float)height, 1);
        assert_int_equal(paint(stage), 1);
        assert_int_equal(stage->replay.boxes[0].x1, width);
        assert_int_equal(stage->replay.boxes[0].y1, height);
    }
    assert_right(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_equal_list_costs_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_moving_scene_is_painted_right, setup, teardown),
        cmocka_unit_test_setup_teardown(commands_come_and_go, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_square_that_changed_is_painted, setup, teardown),
        cmocka_unit_test_setup_teardown(another_canvas_is_painted_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(frames_do_not_allocate_once_warm, setup, teardown),
        cmocka_unit_test_setup_teardown(sizes_change_through_tiny_ones, setup, teardown),
    };
    return cmocka_run_group_tests_name("replay", tests, NULL, NULL);
}

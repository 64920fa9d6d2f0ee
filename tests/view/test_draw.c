// SPDX-License-Identifier: MIT
#include "view/draw.h"

#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static float fixed_width(void *context, struct draw_type type, const char *text, size_t length)
{
    (void)context;
    (void)text;
    return (float)length * type.size / 2;
}

static const struct text_metrics metrics = {NULL, fixed_width};

static int setup(void **state)
{
    struct draw_list *list = malloc(sizeof *list);
    draw_list_init(list);
    draw_list_begin(list, 1920, 1080);
    *state = list;
    return 0;
}

static int teardown(void **state)
{
    draw_list_finish(*state);
    free(*state);
    return 0;
}

/* One command of every kind. */
static void draw_all(struct draw_list *list)
{
    static const struct draw_point points[] = {{10, 20, 5}, {60, 40, 7}, {90, 10, 3}};
    struct draw_type type = {FONT_BOLD, 40, true};
    draw_backdrop(list, 0x0E1B24FF, 0x16303AFF);
    draw_shade(list, 0x00000080);
    draw_rect(list, (struct draw_box){10, 20, 30.25F, 40}, 5, 0x1B3540FF);
    draw_outline(list, (struct draw_box){10, 20, 30, 40}, 5, 2, 0x1B3540FF);
    draw_disc(list, 100, 200, 50, 0xF0B27AFF);
    draw_orb(list, 100, 200, 50, 0xBFE9E1FF, 0x5DB7ACFF);
    draw_glow(list, 100, 200, 70, 0x7FD1C780);
    draw_ring(list, 100, 200, 60, 8, 0.25F, 0.5F, 0x7FD1C7FF);
    draw_brush(list, points, 3, 0xE0A989FF);
    draw_polygon(list, points, 3, 4, 0x3A2A26FF);
    draw_text(list, &metrics, type, 960, 500, ALIGN_CENTRE, 0xF4EFE6FF, "8:06", 4);
    struct draw_pictures pictures = {"stretch.png", "bend.png", 128, true};
    draw_picture(list, &pictures, (struct draw_box){1, 2, 3, 4}, 0.5f);
}

static char *printed(const struct draw_list *list)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    draw_list_print(list, out);
    fclose(out);
    return text;
}

static void every_kind_is_printed(void **state)
{
    draw_all(*state);
    char *text = printed(*state);
    assert_string_equal(
        text,
        "screen 1920x1080\n"
        "backdrop #0E1B24FF #16303AFF\n"
        "shade #00000080\n"
        "rect #1B3540FF at 10.0,20.0 30.2x40.0 radius 5.0\n"
        "rect #1B3540FF at 10.0,20.0 30.0x40.0 radius 5.0 width 2.0\n"
        "disc #F0B27AFF at 100.0,200.0 radius 50.0\n"
        "orb #BFE9E1FF #5DB7ACFF at 100.0,200.0 radius 50.0\n"
        "glow #7FD1C780 at 100.0,200.0 radius 70.0\n"
        "ring #7FD1C7FF at 100.0,200.0 radius 60.0 width 8.0 from 0.250 sweep "
        "0.500\n"
        "brush #E0A989FF 10.0,20.0/5.0 60.0,40.0/7.0 90.0,10.0/3.0\n"
        "polygon #3A2A26FF radius 4.0 10.0,20.0 60.0,40.0 90.0,10.0\n"
        "text #F4EFE6FF bold 40.0 tabular centre at 960.0,500.0 \"8:06\"\n"
        "picture at 1.0,2.0 3.0x4.0 radius 0.5 mirrored \"stretch.png\" to \"bend.png\" 128\n");
    free(text);
}

static void a_list_equals_its_copy(void **state)
{
    struct draw_list copy;
    draw_all(*state);
    draw_list_init(&copy);
    draw_list_copy(&copy, *state);
    assert_true(draw_list_same(*state, &copy));
    char *a = printed(*state), *b = printed(&copy);
    assert_string_equal(a, b);
    free(a);
    free(b);
    draw_list_finish(&copy);
}

/* Each thing that can be seen makes a difference, and nothing else does. */
static void what_is_seen_is_compared(void **state)
{
    struct draw_list *list = *state, other;
    draw_all(list);
    draw_list_init(&other);
    for (size_t i = 0; i < list->count; i++) {
        draw_list_copy(&other, list);
        other.commands[i].colour ^= 0x100;
        assert_false(draw_list_same(list, &other));
        draw_list_copy(&other, list);
        other.commands[i].box.x += 0.25F;
        assert_false(draw_list_same(list, &other));
    }
    draw_list_copy(&other, list);
    other.points[1].radius += 0.5F;
    assert_false(draw_list_same(list, &other));
    draw_list_copy(&other, list);
    other.bytes[3] = '7';
    assert_false(draw_list_same(list, &other));
    draw_list_copy(&other, list);
    other.count--;
    assert_false(draw_list_same(list, &other));
    draw_list_finish(&other);
}

/* Where in the list's memory a command keeps its points and text does not matter. */
static void places_in_memory_are_not_compared(void **state)
{
    struct draw_list *list = *state, other;
    static const struct draw_point points[] = {{1, 2, 3}, {4, 5, 6}};
    draw_list_init(&other);
    draw_list_begin(&other, 1920, 1080);
    draw_brush(&other, points, 1, 0xFF);
    draw_brush(&other, points, 2, 0xFF);
    draw_brush(list, points, 2, 0xFF);
    assert_true(draw_same(list, &list->commands[0], &other, &other.commands[1]));
    assert_false(draw_same(list, &list->commands[0], &other, &other.commands[0]));
    draw_list_finish(&other);
}

static void what_cannot_be_seen_is_left_out(void **state)
{
    struct draw_list *list = *state;
    static const struct draw_point odd[] = {{1, 2, 3}, {NAN, 5, 6}, {7, INFINITY, 9}};
    draw_rect(list, (struct draw_box){0, 0, 0, 10}, 0, 0xFF);
    draw_rect(list, (struct draw_box){0, 0, 10, -1}, 0, 0xFF);
    draw_rect(list, (struct draw_box){NAN, 0, 10, 10}, 0, 0xFF);
    draw_disc(list, 5, 5, 0, 0xFF);
    draw_disc(list, 5, INFINITY, 3, 0xFF);
    draw_ring(list, 5, 5, 3, 1, 0, 0, 0xFF);
    draw_ring(list, 5, 5, 3, 1, 0, NAN, 0xFF);
    draw_brush(list, odd, 3, 0xFF);
    draw_brush(list, odd, 0, 0xFF);
    draw_polygon(list, odd, 2, 0, 0xFF);
    draw_text(list, &metrics, (struct draw_type){FONT_REGULAR, 20, false}, 0, 0, ALIGN_LEFT, 0xFF,
              "", 0);
    draw_text(list, &metrics, (struct draw_type){FONT_REGULAR, NAN, false}, 0, 0, ALIGN_LEFT, 0xFF,
              "a", 1);
    assert_int_equal(list->count, 0);
}

static void boxes_hold_what_is_drawn(void **state)
{
    struct draw_list *list = *state;
    static const struct draw_point points[] = {{100, 100, 5}, {200, 140, 12}, {300, 90, 8}};
    draw_brush(list, points, 3, 0xFF);
    struct draw_box box = list->commands[0].box;
    assert_true(box.x <= 94 && box.y <= 81 && box.x + box.w >= 309 && box.y + box.h >= 153);
    draw_text(list, &metrics, (struct draw_type){FONT_REGULAR, 20, false}, 500, 300, ALIGN_RIGHT,
              0xFF, "abc", 3);
    box = list->commands[1].box;
    assert_true(box.x <= 470 && box.x + box.w >= 500 && box.y <= 280 && box.y + box.h >= 306);
}

static void memory_is_kept_from_frame_to_frame(void **state)
{
    struct draw_list *list = *state;
    draw_all(list);
    const void *commands = list->commands, *points = list->points, *bytes = list->bytes;
    for (int frame = 0; frame < 100; frame++) {
        draw_list_begin(list, 1920, 1080);
        draw_all(list);
        assert_int_equal(list->count, 12);
    }
    assert_ptr_equal(list->commands, commands);
    assert_ptr_equal(list->points, points);
    assert_ptr_equal(list->bytes, bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_is_printed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_list_equals_its_copy, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_seen_is_compared, setup, teardown),
        cmocka_unit_test_setup_teardown(places_in_memory_are_not_compared, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_seen_is_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(boxes_hold_what_is_drawn, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_is_kept_from_frame_to_frame, setup, teardown),
    };
    return cmocka_run_group_tests_name("draw list", tests, NULL, NULL);
}

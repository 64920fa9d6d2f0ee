// SPDX-License-Identifier: MIT
#include "figure/suite.h"
#include "view/figure_sheet.h"

#include <stdio.h>
#include <string.h>

/* Figures as draw commands. */

static float width_of(void *context, struct draw_type type, const char *text, size_t length)
{
    (void)context;
    (void)text;
    return type.size * 0.5f * (float)length;
}

static const struct text_metrics metrics = {.width = width_of};

static void every_paint_has_a_colour_in_every_theme(void **state)
{
    (void)state;
    for (int theme = 0; theme < THEMES; theme++) {
        const struct figure_palette palette = figure_palette_for(&theme_table[theme], NULL);
        for (int paint = 0; paint < FIGURE_PAINTS; paint++)
            assert_int_equal(palette.paints[paint] & 0xFF, 0xFF);
    }
}

static void a_figure_fits_its_box(void **state)
{
    (void)state;
    const struct figure_box bounds = {-80, -2, 80, 98};
    const struct draw_box wide = {100, 50, 1000, 200}, high = {100, 50, 320, 900};
    struct figure_transform t = figure_fit(bounds, wide);
    assert_float_equal(t.scale, 2, 0.001);
    assert_float_equal(t.x, 600, 0.001);
    assert_float_equal(t.y, 246, 0.001); /* its lowest point lies on the box's lower edge */
    t = figure_fit(bounds, high);
    assert_float_equal(t.scale, 2, 0.001);
    assert_float_equal(t.x, 260, 0.001);
}

static void shapes_become_commands_in_pixels(void **state)
{
    (void)state;
    static const struct figure_point disc[] = {{10, 20, 3}};
    static const struct figure_point line[] = {{0, 0, 1}, {10, 0, 2}};
    struct figure_drawing drawing = {
        .shapes =
            {{.kind = FIGURE_DISC, .paint = FIGURE_SKIN, .alpha = 1, .points = disc, .count = 1},
             {.kind = FIGURE_BRUSH, .paint = FIGURE_TOP, .alpha = 1, .points = line, .count = 2},
             {.kind = FIGURE_SOFT,
              .paint = FIGURE_GLOW,
              .alpha = 0.5f,
              .points = disc,
              .count = 1}},
        .shape_count = 3};
    struct draw_list list;
    draw_list_init(&list);
    draw_list_begin(&list, 800, 600);
    const struct figure_palette palette = figure_palette_for(&theme_table[THEME_NIGHT], NULL);
    figure_view_draw(&list, &drawing, &palette, (struct figure_transform){100, 500, 4});
    assert_int_equal(list.count, 3);
    assert_int_equal(list.commands[0].kind, DRAW_DISC);
    assert_float_equal(list.commands[0].x, 140, 0.001);
    assert_float_equal(list.commands[0].y, 420, 0.001);
    assert_float_equal(list.commands[0].radius, 12, 0.001);
    assert_int_equal(list.commands[1].kind, DRAW_BRUSH);
    assert_float_equal(list.points[list.commands[1].first + 1].x, 140, 0.001);
    assert_int_equal(list.commands[2].kind, DRAW_GLOW);
    assert_int_equal(list.commands[2].colour & 0xFF, 128);
    draw_list_finish(&list);
}

enum { SHEET_WIDTH = 1200 };

static void draw_sheet(const struct shelf *shelf, struct draw_list *list)
{
    struct figure_sheet_row rows[SHELF_MOST];
    const struct figure_sheet_look look = {&metrics, &theme_table[THEME_NIGHT], NULL};
    for (int i = 0; i < shelf->count; i++)
        rows[i] = (struct figure_sheet_row){shelf->names[i], shelf->figures[i]};
    draw_list_init(list);
    figure_sheet_draw(list, &look, rows, (size_t)shelf->count, SHEET_WIDTH);
}

static int texts_of(const struct draw_list *list, const char *text)
{
    int count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT)
            count += strcmp(list->bytes + list->commands[i].text, text) == 0;
    return count;
}

static void the_sheet_shows_every_figure_with_its_poses_and_both_sides(void **state)
{
    const struct shelf *shelf = *state;
    struct draw_list list;
    int most = 0;
    draw_sheet(shelf, &list);
    for (int i = 0; i < shelf->count; i++) {
        assert_int_equal(texts_of(&list, shelf->names[i]), 1);
        if (figure_pose_count(shelf->figures[i]) > most)
            most = figure_pose_count(shelf->figures[i]);
    }
    assert_int_equal(texts_of(&list, "other side"), shelf->count);
    for (int pose = 1; pose <= most; pose++) {
        char label[16];
        int have = 0;
        (void)snprintf(label, sizeof label, "pose %d", pose);
        for (int i = 0; i < shelf->count; i++)
            have += figure_pose_count(shelf->figures[i]) >= pose;
        assert_int_equal(texts_of(&list, label), have);
    }
    draw_list_finish(&list);
}

static void nothing_on_the_sheet_lies_beyond_its_edge_or_on_a_name(void **state)
{
    struct draw_list list;
    draw_sheet(*state, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct draw_command *brush = &list.commands[i];
        if (brush->kind != DRAW_BRUSH)
            continue;
        assert_true(brush->box.x > 0 && brush->box.x + brush->box.w < SHEET_WIDTH);
        assert_true(brush->box.y > 0 && brush->box.y + brush->box.h < list.height);
        for (size_t t = 0; t < list.count; t++) {
            const struct draw_command *text = &list.commands[t];
            if (text->kind != DRAW_TEXT)
                continue;
            bool beside = text->x < brush->box.x || text->x > brush->box.x + brush->box.w;
            assert_true(beside || text->y < brush->box.y || text->y > brush->box.y + brush->box.h);
        }
    }
    draw_list_finish(&list);
}

int run_view(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_paint_has_a_colour_in_every_theme),
        cmocka_unit_test(a_figure_fits_its_box),
        cmocka_unit_test(shapes_become_commands_in_pixels),
        cmocka_unit_test(the_sheet_shows_every_figure_with_its_poses_and_both_sides),
        cmocka_unit_test(nothing_on_the_sheet_lies_beyond_its_edge_or_on_a_name),
    };
    return cmocka_run_group_tests_name("figure: on the screen", tests, shelf_setup, shelf_teardown);
}

// SPDX-License-Identifier: MIT
#include "figure/suite.h"
#include "view/figure_sheet.h"

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
    figure_view_draw(&list, &drawing, &palette,
                     (struct figure_transform){100, 500, 4});
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

static void the_sheet_shows_every_figure_within_its_row(void **state)
{
    const struct shelf *shelf = *state;
    struct figure_sheet_row rows[SHELF_MOST];
    for (int i = 0; i < shelf->count; i++)
        rows[i] = (struct figure_sheet_row){shelf->names[i], shelf->figures[i]};
    struct draw_list list;
    draw_list_init(&list);
    figure_sheet_draw(&list, &metrics, &theme_table[THEME_NIGHT], NULL, rows, (size_t)shelf->count, 1200);
    float row = list.height / (float)shelf->count;
    int texts = 0;
    float top = 0;
    for (size_t i = 0; i < list.count; i++) {
        const struct draw_command *command = &list.commands[i];
        if (command->kind == DRAW_TEXT && command->align == ALIGN_LEFT) {
            assert_string_equal(list.bytes + command->text, rows[texts].name);
            assert_true(command->y > top);
            top = command->y;
            texts++;
        }
        if (command->kind != DRAW_BRUSH)
            continue;
        assert_true(command->box.y > top - row * 0.1f && command->box.y < top + row);
        assert_true(command->box.x > 0 && command->box.x + command->box.w < 1200);
    }
    assert_int_equal(texts, shelf->count);
    draw_list_finish(&list);
}

int run_view(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_paint_has_a_colour_in_every_theme),
        cmocka_unit_test(a_figure_fits_its_box),
        cmocka_unit_test(shapes_become_commands_in_pixels),
        cmocka_unit_test(the_sheet_shows_every_figure_within_its_row),
    };
    return cmocka_run_group_tests_name("figure: on the screen", tests, shelf_setup, shelf_teardown);
}

// SPDX-License-Identifier: MIT
#include "platform/gradient.h"
#include "platform/shape.h"

#include "check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE = 320 };

/* White on black: the sum of a channel is the area. */
struct board {
    struct canvas canvas;
    struct clip clip;
    struct scratch scratch;
    uint32_t pixels[SIDE * SIDE];
};

#define WHITE 0xFFFFFFFFU

static int setup(void **state)
{
    struct board *board = calloc(1, sizeof *board);
    board->canvas = (struct canvas){board->pixels, SIDE, SIDE, SIDE};
    board->clip = (struct clip){0, 0, SIDE, SIDE};
    *state = board;
    return 0;
}

static int teardown(void **state)
{
    struct board *board = *state;
    scratch_finish(&board->scratch);
    free(board);
    return 0;
}

static void wipe(struct board *board)
{
    memset(board->pixels, 0, sizeof board->pixels);
}

static double area(const struct board *board)
{
    double sum = 0;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        sum += (board->pixels[i] & 255) / 255.0;
    return sum;
}

static void assert_near(double got, double wanted, double slack)
{
    if (fabs(got - wanted) > slack)
        fail_msg("%f instead of %f", got, wanted);
}

static void discs_have_their_area(void **state)
{
    struct board *board = *state;
    for (float radius = 1.5F; radius < 150; radius *= 1.37F) {
        wipe(board);
        shape_disc(&board->canvas, board->clip, &board->scratch, 160.3F, 159.6F, radius, WHITE);
        double wanted = M_PI * (double)(radius * radius);
        assert_near(area(board), wanted, wanted * 0.003 + 0.5);
    }
}

static void rectangles_have_their_area(void **state)
{
    struct board *board = *state;
    struct draw_box box = {20.25F, 30.5F, 200.5F, 99.75F};
    shape_rect(&board->canvas, board->clip, &board->scratch, box, 0, 0, WHITE);
    assert_near(area(board), 200.5 * 99.75, 3);
    wipe(board);
    shape_rect(&board->canvas, board->clip, &board->scratch, box, 24, 0, WHITE);
    assert_near(area(board), 200.5 * 99.75 - (4 - M_PI) * 24 * 24, 6);
    wipe(board);
    shape_rect(&board->canvas, board->clip, &board->scratch, box, 24, 3, WHITE);
    double inside = 194.5 * 93.75 - (4 - M_PI) * 21 * 21;
    assert_near(area(board), 200.5 * 99.75 - (4 - M_PI) * 24 * 24 - inside, 8);
}

static void hair_lines_keep_their_weight(void **state)
{
    struct board *board = *state;
    shape_rect(&board->canvas, board->clip, &board->scratch,
               (struct draw_box){10, 20.4F, 100, 0.5F}, 0, 0, WHITE);
    assert_near(area(board), 50, 1);
}

static void rings_have_their_area(void **state)
{
    struct board *board = *state;
    struct shape_arc whole = {160, 160, 100, 12, 0, 1};
    shape_ring(&board->canvas, board->clip, &board->scratch, &whole, WHITE);
    assert_near(area(board), 2 * M_PI * 100 * 12, 12);
    for (int i = 1; i < 8; i++) {
        struct shape_arc part = {160, 160, 100, 12, 0.1F * (float)i, (float)i / 10};
        wipe(board);
        shape_ring(&board->canvas, board->clip, &board->scratch, &part, WHITE);
        double wanted = 2 * M_PI * 100 * 12 * i / 10 + M_PI * 6 * 6;
        assert_near(area(board), wanted, wanted * 0.005 + 2);
    }
}

static uint32_t pixel(const struct board *board, int x, int y)
{
    return board->pixels[y * SIDE + x] & 255;
}

static void arcs_begin_at_the_top_and_go_clockwise(void **state)
{
    struct board *board = *state;
    struct shape_arc quarter = {160, 160, 100, 10, 0, 0.25F};
    shape_ring(&board->canvas, board->clip, &board->scratch, &quarter, WHITE);
    assert_int_equal(pixel(board, 160 + 70, 160 - 71), 255);
    assert_int_equal(pixel(board, 160 - 70, 160 - 71), 0);
    assert_int_equal(pixel(board, 160 + 70, 160 + 71), 0);
}

static void polygons_have_their_area(void **state)
{
    struct board *board = *state;
    /* An L, wound both ways: 100 x 100 less 60 x 60. */
    struct draw_point l[] = {{50.5F, 50.25F, 0}, {150.5F, 50.25F, 0}, {150.5F, 90.25F, 0},
                             {90.5F, 90.25F, 0}, {90.5F, 150.25F, 0}, {50.5F, 150.25F, 0}};
    shape_polygon(&board->canvas, board->clip, &board->scratch, l, 6, 0, WHITE);
    assert_near(area(board), 6400, 4);
    struct draw_point reversed[6];
    for (int i = 0; i < 6; i++)
        reversed[i] = l[5 - i];
    wipe(board);
    shape_polygon(&board->canvas, board->clip, &board->scratch, reversed, 6, 0, WHITE);
    assert_near(area(board), 6400, 4);
    /* Five corners lose what one inner corner wins. */
    wipe(board);
    shape_polygon(&board->canvas, board->clip, &board->scratch, l, 6, 10, WHITE);
    assert_near(area(board), 6400 - 4 * (1 - M_PI / 4) * 100, 6);
}

static void polygons_are_cut_at_the_clip(void **state)
{
    struct board *board = *state;
    struct draw_point large[] = {{-500, -400, 0}, {900, 160, 0}, {-300, 700, 0}};
    shape_polygon(&board->canvas, board->clip, &board->scratch, large, 3, 0, WHITE);
    assert_int_equal(pixel(board, 0, 0), 255);
    assert_int_equal(pixel(board, 319, 160), 255);
    wipe(board);
    shape_polygon(&board->canvas, (struct clip){100, 100, 110, 110}, &board->scratch, large, 3, 0,
                  WHITE);
    assert_near(area(board), 100, 0.01);
}

static void straight_brushes_have_their_area(void **state)
{
    struct board *board = *state;
    struct draw_point line[] = {{60, 160, 20}, {160, 160, 20}, {260, 160, 20}};
    shape_brush(&board->canvas, board->clip, &board->scratch, line, 3, WHITE);
    assert_near(area(board), 200 * 40 + M_PI * 400, 10);
    wipe(board);
    struct draw_point turned[] = {{90, 90, 20}, {230, 230, 20}};
    shape_brush(&board->canvas, board->clip, &board->scratch, turned, 2, WHITE);
    /* At 45 degrees all pixels of an edge lie alike: their error, a twentieth of a pixel, adds up.
     */
    assert_near(area(board), 140 * sqrt(2) * 40 + M_PI * 400, 400 * 0.07);
    wipe(board);
    shape_brush(&board->canvas, board->clip, &board->scratch, line, 1, WHITE);
    assert_near(area(board), M_PI * 400, 4);
}

static float random_between(unsigned *seed, float low, float high)
{
    *seed = *seed * 1103515245U + 12345U;
    return low + (high - low) * (float)(*seed >> 8 & 0xFFFF) / 65535.0F;
}

/* A point on the curve's own points is inside; nothing inside the least radius may be thin. */
static void random_brushes_have_no_holes(void **state)
{
    struct board *board = *state;
    unsigned seed = 7;
    for (int round = 0; round < 300; round++) {
        struct draw_point points[6];
        size_t count = 2 + (size_t)random_between(&seed, 0, 4.99F);
        for (size_t i = 0; i < count; i++)
            points[i] =
                (struct draw_point){random_between(&seed, 60, 260), random_between(&seed, 60, 260),
                                    random_between(&seed, 4, 40)};
        wipe(board);
        shape_brush(&board->canvas, board->clip, &board->scratch, points, count, WHITE);
        for (size_t i = 0; i < count; i++)
            for (float angle = 0; angle < 6.2F; angle += 0.3F) {
                float reach = points[i].radius - 1.5F;
                int x = (int)(points[i].x + reach * cosf(angle));
                int y = (int)(points[i].y + reach * sinf(angle));
                assert_int_equal(pixel(board, x, y), 255);
            }
    }
}

static void translucent_brushes_have_no_seams(void **state)
{
    struct board *board = *state;
    struct draw_point hook[] = {
        {80, 80, 30}, {220, 90, 18}, {120, 120, 35}, {220, 200, 12}, {90, 220, 26}};
    shape_brush(&board->canvas, board->clip, &board->scratch, hook, 5, 0xFFFFFF80U);
    for (size_t i = 0; i < SIDE * SIDE; i++)
        assert_true((board->pixels[i] & 255) <= 128);
}

static void edges_of_brushes_have_at_most_a_few_soft_pixels(void **state)
{
    struct board *board = *state;
    struct draw_point line[] = {{60, 100, 20}, {160, 170, 24}, {260, 180, 14}};
    shape_brush(&board->canvas, board->clip, &board->scratch, line, 3, WHITE);
    for (int y = 0; y < SIDE; y++) {
        int soft = 0;
        for (int x = 0; x < SIDE; x++)
            soft += pixel(board, x, y) > 0 && pixel(board, x, y) < 255;
        assert_true(soft < 60);
    }
}

/* Whatever is painted piece by piece is what is painted at once. */
static void clips_add_up(void **state)
{
    struct board *board = *state;
    struct board *whole = calloc(1, sizeof *whole);
    struct dither dither;
    dither_init(&dither);
    whole->canvas = (struct canvas){whole->pixels, SIDE, SIDE, SIDE};
    struct draw_point curve[] = {{40, 60, 30}, {200, 90, 12}, {120, 250, 25}};
    struct shape_arc arc = {170, 150, 90, 15, 0.2F, 0.6F};
    struct gradient_disc disc = {150.5F, 160.2F, 120, 0xBFE9E1FFU, 0x5DB7ACFFU};
    for (int piece = -1; piece < 100; piece++) {
        struct canvas *canvas = piece < 0 ? &whole->canvas : &board->canvas;
        struct clip clip = whole->clip;
        clip = piece < 0 ? (struct clip){0, 0, SIDE, SIDE}
                         : (struct clip){piece % 10 * 32, piece / 10 * 32, piece % 10 * 32 + 32,
                                         piece / 10 * 32 + 32};
        gradient_backdrop(canvas, clip, &dither, 0x0E1B24FFU, 0x16303AFFU);
        gradient_glow(canvas, clip, &dither, &disc);
        gradient_orb(canvas, clip, &dither,
                     &(struct gradient_disc){150, 160, 90, disc.middle, disc.rim});
        shape_brush(canvas, clip, &board->scratch, curve, 3, 0xE0A989C0U);
        shape_polygon(canvas, clip, &board->scratch, curve, 3, 20, 0xF0B27AFFU);
        shape_ring(canvas, clip, &board->scratch, &arc, 0x7FD1C7FFU);
        shape_disc(canvas, clip, &board->scratch, 220, 230, 60.5F, 0x3A2A26FFU);
        shape_rect(canvas, clip, &board->scratch, (struct draw_box){33.3F, 150.1F, 250, 61}, 20, 4,
                   WHITE);
    }
    int different = 0;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        for (int shift = 0; shift < 24; shift += 8) {
            int a = (int)(board->pixels[i] >> shift & 255);
            int b = (int)(whole->pixels[i] >> shift & 255);
            different += abs(a - b) > 1;
        }
    free(whole);
    assert_int_equal(different, 0);
}

static void opaque_is_opaque(void **state)
{
    struct board *board = *state;
    for (uint32_t channel = 0; channel < 256; channel++) {
        colour c = channel << 24 | channel << 16 | (255 - channel) << 8 | 255;
        shape_rect(&board->canvas, board->clip, &board->scratch, (struct draw_box){0, 0, 20, 20}, 0,
                   0, c);
        assert_int_equal(board->pixels[10 * SIDE + 10] & 0xFFFFFF, c >> 8);
        canvas_blend_row(&board->canvas, 30, 0, 3, c, (uint8_t[]){255, 255, 255});
        assert_int_equal(board->pixels[30 * SIDE + 1] & 0xFFFFFF, c >> 8);
    }
}

/* Levels 0x0E and 0x16 lie 8 apart: dithered, every row's mean lies on the line between them. */
static void the_backdrop_has_no_bands(void **state)
{
    struct board *board = *state;
    struct dither dither;
    dither_init(&dither);
    gradient_backdrop(&board->canvas, board->clip, &dither, 0x0E0E0EFFU, 0x161616FFU);
    for (int y = 0; y < SIDE; y++) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++)
            sum += pixel(board, x, y);
        assert_near(sum / SIDE, 14 + 8.0 * y / (SIDE - 1), 0.51);
    }
    for (int block = 0; block < SIDE; block += 16) {
        double sum = 0;
        for (int i = 0; i < 256; i++)
            sum += pixel(board, 160 + i % 16, block + i / 16);
        assert_near(sum / 256, 14 + 8.0 * (block + 7.5) / (SIDE - 1), 0.05);
    }
}

static void nothing_is_painted_outside_the_clip(void **state)
{
    struct board *board = *state;
    struct clip clip = {100, 90, 140, 150};
    struct draw_point far[] = {{-5000, -9000, 300}, {120, 120, 3000}, {40000, 9000, 10}};
    struct shape_arc arc = {120, 120, 10000, 20000, 0, 0.7F};
    shape_brush(&board->canvas, clip, &board->scratch, far, 3, WHITE);
    shape_polygon(&board->canvas, clip, &board->scratch, far, 3, 50, WHITE);
    shape_ring(&board->canvas, clip, &board->scratch, &arc, WHITE);
    shape_disc(&board->canvas, clip, &board->scratch, 120, 120, 1e7F, WHITE);
    shape_rect(&board->canvas, clip, &board->scratch, (struct draw_box){-1e7F, -1e7F, 3e7F, 3e7F},
               9, 0, WHITE);
    assert_near(area(board), 40 * 60, 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(discs_have_their_area, setup, teardown),
        cmocka_unit_test_setup_teardown(rectangles_have_their_area, setup, teardown),
        cmocka_unit_test_setup_teardown(hair_lines_keep_their_weight, setup, teardown),
        cmocka_unit_test_setup_teardown(rings_have_their_area, setup, teardown),
        cmocka_unit_test_setup_teardown(arcs_begin_at_the_top_and_go_clockwise, setup, teardown),
        cmocka_unit_test_setup_teardown(polygons_have_their_area, setup, teardown),
        cmocka_unit_test_setup_teardown(polygons_are_cut_at_the_clip, setup, teardown),
        cmocka_unit_test_setup_teardown(straight_brushes_have_their_area, setup, teardown),
        cmocka_unit_test_setup_teardown(random_brushes_have_no_holes, setup, teardown),
        cmocka_unit_test_setup_teardown(translucent_brushes_have_no_seams, setup, teardown),
        cmocka_unit_test_setup_teardown(edges_of_brushes_have_at_most_a_few_soft_pixels, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(clips_add_up, setup, teardown),
        cmocka_unit_test_setup_teardown(opaque_is_opaque, setup, teardown),
        cmocka_unit_test_setup_teardown(the_backdrop_has_no_bands, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_is_painted_outside_the_clip, setup, teardown),
    };
    return cmocka_run_group_tests_name("shapes", tests, NULL, NULL);
}

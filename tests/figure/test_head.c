// SPDX-License-Identifier: MIT
#include "check.h"
#include "figure/body.h"

#include <math.h>
#include <string.h>

/* A head turns from the one profile over the front to the other, and on until it is seen from
 * behind, without anything that appears, vanishes or leaps: what is seen is compared step by step
 * on a grid. */

enum { SIDE = 36, STEPS = 400 };
/* Squares of 1 cm that may look different after a step of 0.9 degrees; an ear has 13, a bun 72. */
enum { CHANGED_MOST = 10 };

typedef unsigned char grid[SIDE][SIDE];

static bool in_polygon(const struct figure_shape *shape, float x, float y)
{
    bool inside = false;
    for (int i = 0, j = shape->count - 1; i < shape->count; j = i++) {
        const struct figure_point *a = &shape->points[i], *b = &shape->points[j];
        if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
            inside = !inside;
    }
    return inside;
}

static bool in_discs(const struct figure_shape *shape, float x, float y)
{
    for (int i = 0; i < shape->count; i++) {
        const struct figure_point *p = &shape->points[i];
        if (hypotf(x - p->x, y - p->y) < p->radius)
            return true;
    }
    return false;
}

static int clamp(float at)
{
    return at < 0 ? 0 : at > SIDE ? SIDE : (int)at;
}

/* Marks the squares whose middle the shape covers. */
static void cover(const struct figure_shape *shape, grid out)
{
    float from_x = SIDE, to_x = -SIDE, from_y = SIDE, to_y = -SIDE;
    for (int i = 0; i < shape->count; i++) {
        const struct figure_point *p = &shape->points[i];
        from_x = fminf(from_x, p->x - p->radius);
        to_x = fmaxf(to_x, p->x + p->radius);
        from_y = fminf(from_y, p->y - p->radius);
        to_y = fmaxf(to_y, p->y + p->radius);
    }
    const float half = SIDE / 2;
    for (int row = clamp(from_y + half); row < clamp(to_y + half + 1); row++)
        for (int column = clamp(from_x + half); column < clamp(to_x + half + 1); column++) {
            float x = (float)column - half + 0.5f, y = (float)row - half + 0.5f;
            bool covers =
                shape->kind == FIGURE_POLYGON ? in_polygon(shape, x, y) : in_discs(shape, x, y);
            if (covers)
                out[row][column] = (unsigned char)(shape->paint + 1);
        }
}

static void see(enum figure_hair_style hair, float turn, grid out)
{
    static struct figure_drawing drawing;
    drawing.shape_count = drawing.point_count = 0;
    struct ink ink = {.out = &drawing, .hair = hair};
    draw_head(&ink, (struct vec){0, 0}, (struct vec){1, 0}, turn);
    memset(out, 0, sizeof(grid));
    for (int i = 0; i < drawing.shape_count; i++)
        cover(&drawing.shapes[i], out);
}

static int changed(grid a, grid b)
{
    int count = 0;
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++)
            count += a[row][column] != b[row][column];
    return count;
}

static void a_head_turns_all_the_way_without_a_leap(void **state)
{
    (void)state;
    static grid before, after;
    for (int hair = 0; hair < HAIR_STYLES; hair++)
        for (int step = -STEPS / 2; step <= STEPS / 2; step++) {
            float turn = (float)step * 4 / STEPS;
            see((enum figure_hair_style)hair, turn, after);
            if (step > -STEPS / 2 && changed(before, after) > CHANGED_MOST)
                fail_msg("hair %d: %d squares leap at %.2f quarter turns", hair,
                         changed(before, after), (double)turn);
            memcpy(before, after, sizeof before);
        }
}

static int count_of(grid seen, enum figure_paint paint)
{
    int count = 0;
    for (int row = 0; row < SIDE; row++)
        for (int column = 0; column < SIDE; column++)
            count += seen[row][column] == (unsigned char)(paint + 1);
    return count;
}

static void from_behind_there_is_hair_and_no_face(void **state)
{
    (void)state;
    static grid front, back;
    for (int hair = 0; hair < HAIR_STYLES; hair++) {
        see((enum figure_hair_style)hair, 0, front);
        see((enum figure_hair_style)hair, 2, back);
        assert_true(count_of(front, FIGURE_SKIN) > 150);
        assert_true(count_of(back, FIGURE_SKIN) < 40);
        assert_int_equal(count_of(back, FIGURE_SKIN_SHADE), 0);
        assert_true(count_of(back, FIGURE_HAIR) > 200);
    }
}

static void both_ways_round_are_one_from_behind_and_from_the_front(void **state)
{
    (void)state;
    static grid one, other;
    for (int hair = 0; hair < HAIR_STYLES; hair++) {
        see((enum figure_hair_style)hair, 2, one);
        see((enum figure_hair_style)hair, -2, other);
        assert_true(changed(one, other) <= CHANGED_MOST);
        see((enum figure_hair_style)hair, 0.001f, one);
        see((enum figure_hair_style)hair, -0.001f, other);
        assert_true(changed(one, other) <= CHANGED_MOST);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_turns_all_the_way_without_a_leap),
        cmocka_unit_test(from_behind_there_is_hair_and_no_face),
        cmocka_unit_test(both_ways_round_are_one_from_behind_and_from_the_front),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

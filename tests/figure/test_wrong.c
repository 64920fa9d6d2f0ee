// SPDX-License-Identifier: MIT
#include "figure/film.h"
#include "figure/suite.h"

#include <stdlib.h>
#include <string.h>

/* Each check finds what it is there for, in a figure that is wrong in this one thing. */

/* Somebody who stands, facing right; `head`, `first` and `second` are lines put after what is
 * there. Then somebody who lifts a forearm. */
#define STANDING(head, first, second)                                                              \
    "figure: Test\n" head "poses:\n"                                                               \
    "  - pelvis: [0, 86]\n"                                                                        \
    "    bend: [0, 111]\n"                                                                         \
    "    chest: [0, 136]\n"                                                                        \
    "    head: [1, 154]\n"                                                                         \
    "    face: [1, 0]\n"                                                                           \
    "    near hand: [12, 84]\n"                                                                    \
    "    near fingers: [0, -1]\n"                                                                  \
    "    near foot: [-2, 7]\n"                                                                     \
    "    near toes: [1, 0]\n" first second
#define FIGURE(head, first, second) STANDING(head, first, "  - near hand: [22, 92]\n" second)
#define LOOP "moves with: loop 6 s\n"

static struct film film;
static struct figure changed;

static void slip(void)
{
    film.frames[40].spots[SPOT_ANKLE].x += 1;
}

static void shrink_a_thigh(void)
{
    film.frames[40].spots[SPOT_KNEE] = film.frames[40].spots[SPOT_HIP];
}

static void tear_off_a_hand(void)
{
    film.frames[40].spots[SPOT_WRIST].x += 20;
}

static void narrow_the_bounds(void)
{
    changed = *film.figure;
    changed.bounds.max_y -= 10;
    film.figure = &changed;
}

struct wrong {
    const char *promise, *text;
    void (*spoil)(void);
    const char *found; /* part of what is said */
};

static const struct wrong wrongs[] = {
    {"what is planted holds still", FIGURE(LOOP, "", ""), slip,
     "near foot is planted and slips by 1.0 cm; at most 0.5"},
    {"what bears weight does not slide", FIGURE(LOOP, "", "    near foot: [4, 7]\n"), NULL,
     "near foot bears weight and slides by 6.0 cm; at most 0.5"},
    {"nothing is below the ground", FIGURE(LOOP, "", "    near foot: [-2, 6]\n"), NULL,
     "near foot is drawn 1.0 cm below the ground; at most 0.3"},
    {"nothing goes through a prop",
     FIGURE(LOOP "props:\n  - wall: {at: [-13, 0], size: [6, 200]}\n", "",
            "    chest: [-2, 136]\n"),
     NULL, "cm inside the wall; at most 0.6"},
    {"what rolls does not slip",
     FIGURE(LOOP "props:\n  - ball: {at: [-14, 111], radius: 4, rolls: wall}\n", "",
            "    pelvis: [0, 84]\n"),
     NULL, "the back slips over it by"},
    {"bones keep their length", FIGURE(LOOP, "    near elbow: [16, 100]\n", ""), NULL,
     "near shoulder to near elbow is"},
    {"bones keep their length", FIGURE(LOOP, "", ""), shrink_a_thigh,
     "near hip to near knee is 0.0 cm, the bone 42; bring them apart"},
    {"foreshortened limbs change smoothly",
     FIGURE("moves with: loop 1 s\n", "    near elbow: [0, 124]\n", "    near elbow: [4, 104]\n"),
     NULL, "near shoulder to near elbow changes its length by a jerk of"},
    {"the trunk keeps its length", FIGURE(LOOP, "", "    chest: [0, 138]\n"), NULL,
     "the trunk is 52.0 cm long, and 50.0 at first; at most 1.5 apart"},
    {"the head stays on its neck", FIGURE(LOOP, "", "    head: [0, 160]\n"), NULL,
     "the head is 24.0 cm from the chest; 16 to 21"},
    {"joints stay in their range",
     FIGURE(LOOP, "    near knee: [-9.5, 46.5]\n", "    near knee: [-9.5, 46.4]\n"), NULL,
     "near knee bends by"},
    {"the spine bends as spines do", FIGURE(LOOP, "", "    bend: [16, 111]\n"), NULL,
     "the spine turns by"},
    {"nothing jumps",
     FIGURE("moves with: loop 1 s\n", "    far hand: [12, 84]\n", "    far hand: [50, 120]\n"),
     NULL, "far hand jumps by"},
    {"movement starts and stops softly",
     FIGURE("moves with: tempo\n", "", "  - near hand: [12, 84]\n"), NULL,
     "the speed of near hand changes by"},
    {"no outline jumps", FIGURE("moves with: loop 1 s\n", "", "    face: [-1, 0.1]\n"), NULL,
     "jumps by"},
    {"it moves enough to be seen", STANDING(LOOP, "", "  - ribs: 0\n"), NULL,
     "nothing moves more than"},
    {"it fits with room",
     FIGURE(LOOP "props:\n"
                 "  - roller: {at: [0, 4], radius: 4}\n  - roller: {at: [0, 4], radius: 4}\n"
                 "  - roller: {at: [0, 4], radius: 4}\n  - roller: {at: [0, 4], radius: 4}\n"
                 "  - roller: {at: [0, 4], radius: 4}\n  - roller: {at: [0, 4], radius: 4}\n"
                 "  - roller: {at: [0, 4], radius: 4}\n  - roller: {at: [0, 4], radius: 4}\n",
            "", ""),
     NULL, "shapes of at most 86"},
    {"the body is in one piece", FIGURE(LOOP, "", ""), tear_off_a_hand,
     "nothing is drawn 0 % of the way from near hand to near fingers"},
    {"the bounds hold", FIGURE(LOOP, "", ""), narrow_the_bounds, "outside its bounds"},
};
enum { WRONGS = sizeof wrongs / sizeof *wrongs };

static void shoot(struct arena *arena, const char *text)
{
    struct diag_list diags;
    diag_init(&diags, arena);
    const struct figure *figure = figure_parse(arena, "wrong.yaml", text, strlen(text), &diags);
    diag_print(&diags, stderr, false);
    assert_non_null(figure);
    film_figure(&film, "wrong.yaml", figure);
}

static const struct check *check_named(const char *promise)
{
    const struct check_list *list = checks_all();
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].promise, promise) == 0)
            return &list->items[i];
    fail_msg("no check promises that %s", promise);
    return NULL;
}

static bool says(const struct findings *findings, const char *what)
{
    for (int i = 0; i < findings->count; i++)
        if (strstr(findings->items[i].text, what) != NULL)
            return true;
    return false;
}

static void each_check_finds_its_wrong_figure(void **state)
{
    (void)state;
    for (int i = 0; i < WRONGS; i++) {
        static struct findings findings;
        struct arena arena;
        arena_init(&arena);
        shoot(&arena, wrongs[i].text);
        if (wrongs[i].spoil != NULL)
            wrongs[i].spoil();
        checks_run(check_named(wrongs[i].promise), 1, &film, &findings);
        if (!says(&findings, wrongs[i].found)) {
            findings_print(&findings, &film, stderr);
            fail_msg("%s: '%s' was not found", wrongs[i].promise, wrongs[i].found);
        }
        arena_finish(&arena);
    }
}

static void a_right_figure_passes_every_check(void **state)
{
    static struct findings findings[CHECKS_MOST];
    const struct check_list *list = checks_all();
    struct arena arena;
    size_t found = 0;
    (void)state;
    arena_init(&arena);
    shoot(&arena, FIGURE(LOOP, "", ""));
    checks_run(list->items, list->count, &film, findings);
    for (size_t i = 0; i < list->count; i++) {
        found += (size_t)findings[i].count;
        findings_print(&findings[i], &film, stderr);
    }
    assert_int_equal(found, 0);
    arena_finish(&arena);
}

/* The rig cannot draw a wrong mirror image: here it is another moment's. */
static void a_wrong_mirror_image_is_found(void **state)
{
    static struct figure_drawing drawing;
    static struct findings findings;
    struct arena arena;
    (void)state;
    arena_init(&arena);
    shoot(&arena, FIGURE(LOOP, "", ""));
    findings.count = 0;
    figure_draw(film.figure, &film.frames[0].motion, &drawing);
    check_named("the other side is the mirror image")->picture(&film, 90, &drawing, &findings);
    assert_true(says(&findings, "the other side is not its mirror image"));
    arena_finish(&arena);
}

static void every_check_has_its_wrong_figure(void **state)
{
    const struct check_list *list = checks_all();
    (void)state;
    for (size_t i = 0; i < list->count; i++) {
        bool has = strcmp(list->items[i].promise, "the other side is the mirror image") == 0;
        for (int w = 0; w < WRONGS; w++)
            has |= strcmp(list->items[i].promise, wrongs[w].promise) == 0;
        if (!has)
            fail_msg("no wrong figure shows that this can fail: %s", list->items[i].promise);
    }
}

int run_wrong(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_figure_passes_every_check),
        cmocka_unit_test(each_check_finds_its_wrong_figure),
        cmocka_unit_test(a_wrong_mirror_image_is_found),
        cmocka_unit_test(every_check_has_its_wrong_figure),
    };
    return cmocka_run_group_tests_name("figure: wrong ones are found", tests, NULL, NULL);
}

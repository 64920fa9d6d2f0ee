// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/look.h"
#include "view/page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every screen of a session, in every shape; and what a player's screens promise besides. */

static const struct {
    float width, height;
} sizes[] = {
    {640, 360},  {640, 480},   {800, 600},   {1024, 768},  {1080, 1080}, {1280, 720},  {1280, 800},
    {1366, 768}, {1920, 1080}, {1920, 1200}, {2560, 1080}, {3440, 1440}, {3840, 2160}, {360, 640},
    {720, 1280}, {1080, 1920}, {1200, 1600}, {2160, 3840}, {1000, 900},  {900, 1000},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* `language`: of the program's words; NULL: English. */
static void check_all(bool longer, const char *language)
{
    struct stand_in stand_in, bare;
    stand_in_init(&stand_in, longer, false);
    stand_in_init(&bare, longer, true);
    if (language != NULL) {
        stand_in_speak(&stand_in, language);
        stand_in_speak(&bare, language);
    }
    for (size_t s = 0; s < SIZES; s++) {
        for (size_t i = 0; i < stand_in_moment_count; i++) {
            const struct moment_of *moment = &stand_in_moments[i];
            struct stand_in *used = moment->bare ? &bare : &stand_in;
            stand_in_draw(used, moment, sizes[s].width, sizes[s].height);
            look_check_places(&(struct look){.screen = moment->name, .stand_in = used});
        }
    }
    stand_in_finish(&stand_in);
    stand_in_finish(&bare);
}

static void everything_has_its_place(void **state)
{
    (void)state;
    check_all(false, NULL);
}

static void longer_words_have_their_place(void **state)
{
    (void)state;
    check_all(true, NULL);
}

static void german_words_have_their_place(void **state)
{
    (void)state;
    check_all(false, "de");
}

static void words_from_right_to_left_have_their_place(void **state)
{
    (void)state;
    check_all(false, "en-XB");
}

/* Sizes that a television passes through while it is switched off. */
static void tiny_screens_do_no_harm(void **state)
{
    (void)state;
    static const float tiny[][2] = {{0, 0}, {1, 1}, {64, 64}, {1, 2000}, {2000, 1}, {30, 20}};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (size_t s = 0; s < sizeof tiny / sizeof *tiny; s++)
        for (size_t i = 0; i < stand_in_moment_count; i++)
            stand_in_draw(&stand_in, &stand_in_moments[i], tiny[s][0], tiny[s][1]);
    stand_in_finish(&stand_in);
}

static void a_pause_keeps_still(void **state)
{
    (void)state;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    struct moment_of paused = {.name = "paused", .at = 43 * TICK_S, .actions = {ACTION_PLAY_PAUSE}};
    struct draw_list before;
    draw_list_init(&before);
    stand_in_draw(&stand_in, &paused, 1920, 1080);
    draw_list_copy(&before, &stand_in.list);
    paused.after = 100 * TICK_S;
    stand_in_draw(&stand_in, &paused, 1920, 1080);
    assert_true(draw_list_same(&before, &stand_in.list));
    draw_list_finish(&before);
    stand_in_finish(&stand_in);
}

static const char *words(const struct stand_in *stand_in, const struct draw_command *command)
{
    return stand_in->list.bytes + command->text;
}

static const struct draw_command *find(const struct draw_list *list, enum draw_kind kind)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == kind)
            return &list->commands[i];
    return NULL;
}

static float orb_radius(struct stand_in *stand_in, tick at)
{
    struct moment_of moment = {.name = "breath", .at = at};
    stand_in_draw(stand_in, &moment, 1920, 1080);
    const struct draw_command *orb = find(&stand_in->list, DRAW_ORB);
    assert_non_null(orb);
    return orb->radius;
}

/* In four seconds a raised cosine has gone 14.6 % of its way after one, half after two. */
static void the_circle_follows_the_breath(void **state)
{
    (void)state;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    float empty = orb_radius(&stand_in, 42 * TICK_S), full = orb_radius(&stand_in, 46 * TICK_S);
    assert_true(full > empty * 1.2f);
    assert_float_equal((orb_radius(&stand_in, 43 * TICK_S) - empty) / (full - empty), 0.1464, 1e-3);
    assert_float_equal((orb_radius(&stand_in, 44 * TICK_S) - empty) / (full - empty), 0.5, 1e-3);
    stand_in.view.reduced_motion = true;
    assert_float_equal(orb_radius(&stand_in, 42 * TICK_S), orb_radius(&stand_in, 45 * TICK_S), 0);
    colour little = find(&stand_in.list, DRAW_DISC)->colour & 0xFF;
    orb_radius(&stand_in, 46 * TICK_S);
    assert_true((find(&stand_in.list, DRAW_DISC)->colour & 0xFF) > little);
    stand_in_finish(&stand_in);
}

static bool says(const struct stand_in *stand_in, const char *text)
{
    const struct draw_list *list = &stand_in->list;
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT &&
            strstr(words(stand_in, &list->commands[i]), text))
            return true;
    return false;
}

static void safety_is_one_key_away(void **state)
{
    (void)state;
    static const enum action keys[] = {ACTION_PLAY_PAUSE, ACTION_HELP};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    struct moment_of moment = {.name = "first", .at = 2 * TICK_S};
    stand_in_draw(&stand_in, &moment, 1920, 1080);
    assert_true(says(&stand_in, "Pain that grows"));
    for (size_t i = 0; i < 2; i++) {
        moment = (struct moment_of){.name = "later", .at = 300 * TICK_S, .actions = {keys[i]}};
        stand_in_draw(&stand_in, &moment, 1920, 1080);
        assert_true(says(&stand_in, "Pain that grows"));
        stand_in.view.safety = "Own words.";
        stand_in_draw(&stand_in, &moment, 1920, 1080);
        assert_true(says(&stand_in, "Own words."));
        stand_in.view.safety = NULL;
    }
    stand_in_finish(&stand_in);
}

static void marks_say_what_is_not_heard(void **state)
{
    (void)state;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    struct moment_of moment = {.name = "breath", .at = 43 * TICK_S};
    stand_in.view.no_sound = true;
    stand_in_draw(&stand_in, &moment, 1920, 1080);
    assert_true(says(&stand_in, "No sound device"));
    stand_in.view.no_sound = false;
    moment.actions[0] = ACTION_MUTE;
    stand_in_draw(&stand_in, &moment, 1920, 1080);
    assert_true(says(&stand_in, "Sound off"));
    moment.actions[0] = ACTION_LOUDER;
    stand_in_draw(&stand_in, &moment, 1920, 1080);
    assert_true(says(&stand_in, "Volume 70"));
    moment.pass = SESSION_SHOW_VOLUME;
    stand_in_draw(&stand_in, &moment, 1920, 1080);
    assert_false(says(&stand_in, "Volume"));
    stand_in_finish(&stand_in);
}

static const struct figure *only_figure(void *context, const struct exercise *exercise)
{
    (void)exercise;
    return context;
}

static const struct figure *parse(struct stand_in *stand_in, const char *text)
{
    const struct figure *figure =
        figure_parse(&stand_in->arena, "figure", text, strlen(text), &stand_in->diags);
    assert_non_null(figure);
    return figure;
}

/* Where something solid of this exact colour is painted. */
static struct draw_box painted(const struct draw_list *list, colour paint)
{
    struct draw_box all = {list->width, list->height, 0, 0};
    float right = 0, bottom = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->colour != paint || (c->kind != DRAW_BRUSH && c->kind != DRAW_POLYGON))
            continue;
        all.x = fminf(all.x, c->box.x);
        all.y = fminf(all.y, c->box.y);
        right = fmaxf(right, box_right(c->box));
        bottom = fmaxf(bottom, box_bottom(c->box));
    }
    all.w = right - all.x;
    all.h = bottom - all.y;
    return all;
}

static const char standing[] = "figure: Standing\nview: front\nmoves with: breath\n"
                               "props:\n  - doorway: {at: [0, 0], size: [20, 190]}\n"
                               "poses:\n"
                               "  - pelvis: [0, 90]\n    bend: [0, 114]\n    chest: [0, 139]\n"
                               "    head: [0, 157]\n    left elbow: [20, 106]\n"
                               "    left hand: [21, 83]\n    left foot: [9, 7]\n"
                               "    left fingers: [0, -1]\n    left toes: [0.3, -1]\n";

static void check_figure(const struct look *look)
{
    const struct draw_list *list = &look->stand_in->list;
    const struct theme *theme = look->stand_in->view.theme;
    float unit = fminf(list->width, list->height) / 1080;
    struct draw_box box = painted(list, figure_palette_for(theme, NULL).paints[FIGURE_PROP]);
    assert_true(box.h > 0.7f * list->height);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind == DRAW_TEXT)
            assert_false(look_overlap(box, stand_in_text_box(look->stand_in, c)));
        if (c->kind == DRAW_RING && c->radius > 90 * unit)
            assert_true(look_nearest(box, c->x, c->y) >= c->radius);
    }
}

static void a_tall_figure_has_the_height(void **state)
{
    (void)state;
    enum { WITH_FIGURE = 10 };
    static const float wide[][2] = {{1920, 1080}, {2560, 1080}, {3840, 2160}, {640, 360}};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, true);
    struct view_figures figures = {.context = (void *)parse(&stand_in, standing),
                                   .find = only_figure};
    stand_in.view.figures = &figures;
    for (size_t s = 0; s < sizeof wide / sizeof *wide; s++)
        for (size_t i = 0; i < WITH_FIGURE; i++) {
            const struct moment_of *moment = &stand_in_moments[i];
            struct look look = {.screen = moment->name, .stand_in = &stand_in};
            stand_in_draw(&stand_in, moment, wide[s][0], wide[s][1]);
            look_check_places(&look);
            check_figure(&look);
        }
    stand_in_finish(&stand_in);
}

static size_t targets_of(const char *name)
{
    static const struct {
        const char *name;
        size_t count;
    } screens[] = {{"paused", MENU_ITEMS},       {"leave", MENU_ITEMS},
                   {"ask", RATING_MOST + 1},     {"resume", OFFER_ITEMS},
                   {"resume-anew", OFFER_ITEMS}, {"ask-ten", RATING_MOST + 1},
                   {"after", RATING_MOST + 1},   {"after-seven", RATING_MOST + 1}};
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        if (strcmp(screens[i].name, name) == 0)
            return screens[i].count;
    return 0;
}

static void what_can_be_pressed_is_large_enough(void **state)
{
    (void)state;
    static const float shapes[][2] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {2560, 1080}};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    const struct focus_items *targets = &stand_in.targets;
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
        for (size_t i = 0; i < stand_in_moment_count; i++) {
            float least = 0.05f * fminf(shapes[s][0], shapes[s][1]);
            stand_in_draw(&stand_in, &stand_in_moments[i], shapes[s][0], shapes[s][1]);
            assert_int_equal(targets->count, targets_of(stand_in_moments[i].name));
            for (size_t t = 0; t < targets->count; t++) {
                struct focus_box box = targets->items[t].box;
                assert_int_equal(targets->items[t].id, (int)t);
                assert_true(box.w >= least && box.h >= least);
                assert_int_equal(focus_at(targets, box.x + box.w / 2, box.y + box.h / 2), (int)t);
            }
        }
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_has_its_place),
        cmocka_unit_test(longer_words_have_their_place),
        cmocka_unit_test(german_words_have_their_place),
        cmocka_unit_test(words_from_right_to_left_have_their_place),
        cmocka_unit_test(tiny_screens_do_no_harm),
        cmocka_unit_test(a_pause_keeps_still),
        cmocka_unit_test(the_circle_follows_the_breath),
        cmocka_unit_test(safety_is_one_key_away),
        cmocka_unit_test(marks_say_what_is_not_heard),
        cmocka_unit_test(a_tall_figure_has_the_height),
        cmocka_unit_test(what_can_be_pressed_is_large_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

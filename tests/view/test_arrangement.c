// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/page.h"
#include "view/stand_in.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* What holds on every screen, whatever its shape and however long the words are: all text lies in
 * the safe area, is large enough, is whole, and touches no other text, nor the dial, nor the
 * picture. */

#define NEAR 1.0f /* pixels: text is placed on whole ones */

static const struct {
    float width, height;
} sizes[] = {
    {640, 360},  {640, 480},   {800, 600},   {1024, 768},  {1080, 1080}, {1280, 720},  {1280, 800},
    {1366, 768}, {1920, 1080}, {1920, 1200}, {2560, 1080}, {3440, 1440}, {3840, 2160}, {360, 640},
    {720, 1280}, {1080, 1920}, {1200, 1600}, {2160, 3840}, {1000, 900},  {900, 1000},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

struct place {
    const struct moment_of *moment;
    float width, height, unit;
};

#define REQUIRE(condition, place, format, ...)                                                     \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("%s at %.0fx%.0f: " format, (place)->moment->name, (double)(place)->width,    \
                     (double)(place)->height, __VA_ARGS__);                                        \
    } while (0)

/* What lies over a dimmed page is all there is to read. */
static size_t first_command(const struct draw_list *list)
{
    size_t first = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_SHADE)
            first = i + 1;
    return first;
}

static bool overlap(struct draw_box a, struct draw_box b)
{
    return a.x + NEAR < b.x + b.w && b.x + NEAR < a.x + a.w && a.y + NEAR < b.y + b.h &&
           b.y + NEAR < a.y + a.h;
}

static const char *words(const struct stand_in *stand_in, const struct draw_command *command)
{
    return stand_in->list.bytes + command->text;
}

static void check_text(const struct stand_in *stand_in, const struct place *place,
                       const struct draw_command *text)
{
    struct draw_box box = stand_in_text_box(stand_in, text);
    float x = place->width * 0.05f - NEAR, y = place->height * 0.05f - NEAR;
    REQUIRE(box.x >= x && box.y >= y && box.x + box.w <= place->width - x &&
                box.y + box.h <= place->height - y,
            place, "\"%s\" leaves the safe area", words(stand_in, text));
    REQUIRE(text->size >= floorf(32 * place->unit), place, "\"%s\" is too small",
            words(stand_in, text));
    REQUIRE(!strstr(words(stand_in, text), "\xE2\x80\xA6"), place, "\"%s\" is cut",
            words(stand_in, text));
}

static void check_pairs(const struct stand_in *stand_in, const struct place *place, size_t first)
{
    const struct draw_list *list = &stand_in->list;
    for (size_t i = first; i < list->count; i++) {
        if (list->commands[i].kind != DRAW_TEXT)
            continue;
        struct draw_box a = stand_in_text_box(stand_in, &list->commands[i]);
        for (size_t j = i + 1; j < list->count; j++) {
            const struct draw_command *other = &list->commands[j];
            if (other->kind != DRAW_TEXT)
                continue;
            REQUIRE(!overlap(a, stand_in_text_box(stand_in, other)), place,
                    "\"%s\" lies over \"%s\"", words(stand_in, &list->commands[i]),
                    words(stand_in, other));
        }
    }
}

/* Distances from a point to the nearest and to the farthest point of a box. */
static float nearest(struct draw_box box, float x, float y)
{
    float dx = fmaxf(fmaxf(box.x - x, x - (box.x + box.w)), 0);
    float dy = fmaxf(fmaxf(box.y - y, y - (box.y + box.h)), 0);
    return hypotf(dx, dy);
}

static float farthest(struct draw_box box, float x, float y)
{
    return hypotf(fmaxf(fabsf(box.x - x), fabsf(box.x + box.w - x)),
                  fmaxf(fabsf(box.y - y), fabsf(box.y + box.h - y)));
}

static void check_round(const struct stand_in *stand_in, const struct place *place,
                        const struct draw_command *ring, size_t first)
{
    const struct draw_list *list = &stand_in->list;
    float inner = ring->radius - ring->width / 2, outer = ring->radius + ring->width / 2;
    REQUIRE(ring->x - outer >= place->width * 0.05f - NEAR &&
                ring->x + outer <= place->width * 0.95f + NEAR &&
                ring->y + outer <= place->height * 0.95f + NEAR && ring->y - outer >= 0,
            place, "the dial of %.0f px leaves the screen", (double)outer);
    for (size_t i = first; i < list->count; i++) {
        if (list->commands[i].kind != DRAW_TEXT)
            continue;
        struct draw_box box = stand_in_text_box(stand_in, &list->commands[i]);
        REQUIRE(nearest(box, ring->x, ring->y) >= outer - NEAR ||
                    farthest(box, ring->x, ring->y) <= inner + NEAR,
                place, "\"%s\" lies across the dial", words(stand_in, &list->commands[i]));
    }
}

static void check_picture(const struct stand_in *stand_in, const struct place *place,
                          const struct draw_command *picture, size_t first)
{
    const struct draw_list *list = &stand_in->list;
    REQUIRE(picture->box.h >= 140 * place->unit && picture->box.w >= 300 * place->unit, place,
            "the picture has only %.0fx%.0f", (double)picture->box.w, (double)picture->box.h);
    for (size_t i = first; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind == DRAW_TEXT)
            REQUIRE(!overlap(picture->box, stand_in_text_box(stand_in, c)), place,
                    "\"%s\" lies over the picture", words(stand_in, c));
        if (c->kind == DRAW_RING)
            REQUIRE(nearest(picture->box, c->x, c->y) >= c->radius, place, "%s",
                    "the dial lies over the picture");
    }
}

static void check_screen(const struct stand_in *stand_in, const struct place *place)
{
    const struct draw_list *list = &stand_in->list;
    size_t first = first_command(list);
    float largest = 0;
    for (size_t i = first; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind == DRAW_TEXT)
            check_text(stand_in, place, command);
        if (command->kind == DRAW_TEXT)
            largest = fmaxf(largest, command->size);
        if (command->kind == DRAW_RING && command->radius > 90 * place->unit)
            check_round(stand_in, place, command, first);
        if (command->kind == DRAW_PICTURE)
            check_picture(stand_in, place, command, first);
    }
    check_pairs(stand_in, place, first);
    bool small = first > 0 || strcmp(place->moment->name, "eyes-closed") == 0;
    REQUIRE(small || largest >= floorf(80 * place->unit), place, "%s",
            "nothing can be read from 3 m");
}

static void check_all(bool longer)
{
    struct stand_in stand_in, bare;
    stand_in_init(&stand_in, longer, false);
    stand_in_init(&bare, longer, true);
    for (size_t s = 0; s < SIZES; s++) {
        for (size_t i = 0; i < stand_in_moment_count; i++) {
            const struct moment_of *moment = &stand_in_moments[i];
            struct place place = {moment, sizes[s].width, sizes[s].height,
                                  fminf(sizes[s].width, sizes[s].height) / 1080};
            struct stand_in *used = moment->bare ? &bare : &stand_in;
            stand_in_draw(used, moment, place.width, place.height);
            check_screen(used, &place);
        }
    }
    stand_in_finish(&stand_in);
    stand_in_finish(&bare);
}

static void everything_has_its_place(void **state)
{
    (void)state;
    check_all(false);
}

static void longer_words_have_their_place(void **state)
{
    (void)state;
    check_all(true);
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
    moment.after = SESSION_SHOW_VOLUME;
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

static void check_figure(const struct stand_in *stand_in, const struct place *place)
{
    const struct draw_list *list = &stand_in->list;
    struct draw_box box =
        painted(list, figure_palette_for(stand_in->view.theme, NULL).paints[FIGURE_PROP]);
    REQUIRE(box.h > 0.7f * place->height, place, "the figure has only %.0f px", (double)box.h);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind == DRAW_TEXT)
            REQUIRE(!overlap(box, stand_in_text_box(stand_in, c)), place,
                    "\"%s\" lies over the figure", words(stand_in, c));
        if (c->kind == DRAW_RING && c->radius > 90 * place->unit)
            REQUIRE(nearest(box, c->x, c->y) >= c->radius, place, "%s",
                    "the dial lies over the figure");
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
            struct place place = {&stand_in_moments[i], wide[s][0], wide[s][1], wide[s][1] / 1080};
            stand_in_draw(&stand_in, place.moment, place.width, place.height);
            check_screen(&stand_in, &place);
            check_figure(&stand_in, &place);
        }
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_has_its_place),
        cmocka_unit_test(longer_words_have_their_place),
        cmocka_unit_test(tiny_screens_do_no_harm),
        cmocka_unit_test(a_pause_keeps_still),
        cmocka_unit_test(the_circle_follows_the_breath),
        cmocka_unit_test(safety_is_one_key_away),
        cmocka_unit_test(marks_say_what_is_not_heard),
        cmocka_unit_test(a_tall_figure_has_the_height),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "platform/clock.h"
#include "platform/painter.h"

#include "check.h"
#include "platform/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Whole pictures against tests/platform/golden/NAME.png. After a change that was meant:
 * UNKNOT_GOLDEN_WRITE=1 build/debug/tests/test_platform_golden, then look at the pictures. */

struct golden {
    const char *name;
    float width, height;
    bool text;      /* fonts differ from one version of a package to the next */
    double mean;    /* greatest mean difference of a channel */
    unsigned worst; /* greatest difference of any */
};

static const struct golden goldens[] = {
    {"player", 640, 360, true, 0.6, 255},
    {"player-portrait", 270, 480, true, 0.9, 255},
    {"shapes", 640, 360, false, 0.02, 2},
};

static float no_width(void *context, struct draw_type type, const char *text, size_t length)
{
    (void)context;
    (void)type;
    (void)text;
    (void)length;
    return 0;
}

/* The scene, without its lines of text where they are not wanted. */
static void make_list(struct draw_list *list, struct painter *painter, const struct golden *golden)
{
    struct text_metrics none = {NULL, no_width};
    struct text_metrics real = lettering_metrics(&painter->lettering);
    scene_player(list, golden->text ? &real : &none, golden->width, golden->height, 2);
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (golden->text || list->commands[i].kind != DRAW_TEXT)
            list->commands[kept++] = list->commands[i];
    list->count = kept;
}

static const struct picture_page *read_golden(struct pictures *pictures, const char *path,
                                              uint32_t width, uint32_t height)
{
    const struct picture_room room = {width, height, 0};
    const struct picture_page *page;
    pictures_get(pictures, path, room, &page);
    while (pictures_waiting(pictures)) {
        pictures_poll(pictures, clock_now());
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    pictures_get(pictures, path, room, &page);
    return page;
}

static void compare(const struct golden *golden, const struct canvas *canvas,
                    const struct picture_page *page)
{
    double sum = 0;
    unsigned worst = 0;
    size_t count = (size_t)canvas->width * (size_t)canvas->height;
    assert_int_equal(page->width, canvas->width);
    assert_int_equal(page->height, canvas->height);
    for (size_t i = 0; i < count; i++)
        for (int shift = 0; shift < 24; shift += 8) {
            int a = (int)(canvas->pixels[i] >> shift & 255);
            unsigned difference = (unsigned)abs(a - (int)(page->pixels[i] >> shift & 255));
            worst = difference > worst ? difference : worst;
            sum += difference;
        }
    double mean = sum / (double)count / 3;
    if (mean > golden->mean || worst > golden->worst)
        fail_msg("%s differs by %.3f in the mean and %u at most", golden->name, mean, worst);
}

static void check(struct painter *painter, const struct golden *golden)
{
    static const char *const folder = "tests/platform/golden";
    char path[128];
    const char *why = "";
    struct draw_list list;
    draw_list_init(&list);
    make_list(&list, painter, golden);
    snprintf(path, sizeof path, "%s/%s.png", folder, golden->name);
    if (getenv("UNKNOT_GOLDEN_WRITE") != NULL)
        assert_true(painter_shot(painter, &list, path, &why));
    int width = (int)golden->width, height = (int)golden->height;
    uint32_t *pixels = calloc((size_t)width * (size_t)height, sizeof *pixels);
    struct canvas canvas = {pixels, width, height, width};
    painter_paint(painter, &canvas, (struct clip){0, 0, width, height}, &list);
    const struct picture_page *page =
        read_golden(&painter->pictures, path, (uint32_t)width, (uint32_t)height);
    if (page == NULL)
        fail_msg("%s cannot be read", path);
    compare(golden, &canvas, page);
    free(pixels);
    draw_list_finish(&list);
}

static void pictures_look_as_they_did(void **state)
{
    (void)state;
    struct painter painter;
    painter_init(&painter);
    for (size_t i = 0; i < sizeof goldens / sizeof *goldens; i++)
        check(&painter, &goldens[i]);
    painter_finish(&painter);
}

static void a_shot_says_why_it_cannot_be_written(void **state)
{
    (void)state;
    struct painter painter;
    struct draw_list list;
    const char *why = "";
    painter_init(&painter);
    draw_list_init(&list);
    draw_list_begin(&list, 20, 20);
    assert_false(painter_shot(&painter, &list, "/nowhere/at/all.png", &why));
    assert_string_equal(why, "No such file or directory");
    assert_false(painter_shot(&painter, &list, "/dev/full", &why));
    draw_list_begin(&list, 0, 20);
    assert_false(painter_shot(&painter, &list, "/tmp/unknot-never.png", &why));
    draw_list_finish(&list);
    painter_finish(&painter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_look_as_they_did),
        cmocka_unit_test(a_shot_says_why_it_cannot_be_written),
    };
    return cmocka_run_group_tests_name("golden pictures", tests, NULL, NULL);
}

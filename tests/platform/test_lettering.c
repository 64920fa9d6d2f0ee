// SPDX-License-Identifier: MIT
#include "platform/lettering.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 600, HEIGHT = 120 };

struct page {
    struct lettering lettering;
    struct draw_list list;
    struct text_metrics metrics;
    struct canvas canvas;
    uint32_t pixels[WIDTH * HEIGHT];
};

static int setup(void **state)
{
    struct page *page = calloc(1, sizeof *page);
    lettering_init(&page->lettering, 1024 * 1024);
    draw_list_init(&page->list);
    page->metrics = lettering_metrics(&page->lettering);
    page->canvas = (struct canvas){page->pixels, WIDTH, HEIGHT, WIDTH};
    *state = page;
    return 0;
}

static int teardown(void **state)
{
    struct page *page = *state;
    lettering_finish(&page->lettering);
    draw_list_finish(&page->list);
    free(page);
    return 0;
}

static float width_of(struct page *page, struct draw_type type, const char *text)
{
    return page->metrics.width(page->metrics.context, type, text, strlen(text));
}

/* Paints one line and says which columns it touches. */
struct ink {
    int left, right, count;
};

static struct ink paint(struct page *page, struct draw_type type, enum draw_align align,
                        const char *text, size_t length)
{
    struct ink ink = {WIDTH, 0, 0};
    memset(page->pixels, 0, sizeof page->pixels);
    draw_list_begin(&page->list, WIDTH, HEIGHT);
    draw_text(&page->list, &page->metrics, type, 300, 80, align, 0xFFFFFFFF, text, length);
    for (size_t i = 0; i < page->list.count; i++)
        lettering_paint(&page->lettering, &page->canvas, (struct clip){0, 0, WIDTH, HEIGHT},
                        &page->list, &page->list.commands[i]);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        if ((page->pixels[i] & 255) < 64)
            continue;
        int x = i % WIDTH;
        ink.left = x < ink.left ? x : ink.left;
        ink.right = x > ink.right ? x : ink.right;
        ink.count++;
    }
    return ink;
}

static const struct draw_type plain = {FONT_REGULAR, 40, false};
static const struct draw_type figures = {FONT_REGULAR, 40, true};

static void lines_stand_where_they_are_aligned(void **state)
{
    struct page *page = *state;
    float width = width_of(page, plain, "Hello there");
    assert_true(width > 150 && width < 300);
    struct ink left = paint(page, plain, ALIGN_LEFT, "Hello there", 11);
    struct ink right = paint(page, plain, ALIGN_RIGHT, "Hello there", 11);
    struct ink centre = paint(page, plain, ALIGN_CENTRE, "Hello there", 11);
    assert_true(left.left >= 300 && left.left < 308);
    assert_true(right.right < 300 && right.right > 292);
    assert_true(abs(left.left - right.left - (int)width) <= 1);
    assert_true(abs(centre.left + (int)width / 2 - left.left) <= 1);
    assert_int_equal(left.count, right.count);
}

static void tabular_figures_keep_a_clock_still(void **state)
{
    struct page *page = *state;
    float width = width_of(page, figures, "0:00");
    for (int second = 0; second < 600; second++) {
        char text[16];
        snprintf(text, sizeof text, "%d:%02d", second / 60, second % 60);
        assert_true(width_of(page, figures, text) == width);
    }
    assert_true(width_of(page, plain, "1:11") != width_of(page, plain, "0:00"));
}

static void weights_differ(void **state)
{
    struct page *page = *state;
    struct draw_type bold = {FONT_BOLD, 40, false};
    struct ink thin = paint(page, plain, ALIGN_LEFT, "Glute bridge", 12);
    struct ink thick = paint(page, bold, ALIGN_LEFT, "Glute bridge", 12);
    assert_true(thick.count > thin.count * 11 / 10);
}

static void a_line_is_rendered_once(void **state)
{
    struct page *page = *state;
    for (int i = 0; i < 20; i++)
        paint(page, plain, ALIGN_LEFT, "Breathe in", 10);
    assert_int_equal(page->lettering.rendered, 1);
    /* The colour is not part of it, the size and the weight are. */
    paint(page, (struct draw_type){FONT_BOLD, 40, false}, ALIGN_LEFT, "Breathe in", 10);
    paint(page, (struct draw_type){FONT_REGULAR, 41, false}, ALIGN_LEFT, "Breathe in", 10);
    assert_int_equal(page->lettering.rendered, 3);
}

static void the_cache_is_bounded(void **state)
{
    struct page *page = *state;
    page->lettering.most_bytes = 64 * 1024;
    for (int i = 0; i < 3000; i++) {
        char text[32];
        snprintf(text, sizeof text, "Line number %d", i);
        paint(page, plain, ALIGN_LEFT, text, strlen(text));
        assert_true(page->lettering.bytes <= 64 * 1024 + 32 * 1024);
    }
    /* The newest is still there, the first is not. */
    size_t rendered = page->lettering.rendered;
    paint(page, plain, ALIGN_LEFT, "Line number 2999", 16);
    assert_int_equal(page->lettering.rendered, rendered);
    paint(page, plain, ALIGN_LEFT, "Line number 0", 13);
    assert_int_equal(page->lettering.rendered, rendered + 1);
}

static void odd_texts_do_no_harm(void **state)
{
    struct page *page = *state;
    static const char *const texts[] = {"\xFF\xFE broken \xC3",
                                        "\xF0\x9F\xA7\x98 emoji",
                                        "\xE2\x80\x8D",
                                        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                        "e\xCC\x81\xCC\x81\xCC\x81",
                                        "\xE7\x91\x9C\xE4\xBC\xBD",
                                        " ",
                                        "\t\n",
                                        "\x01\x02"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        paint(page, plain, ALIGN_LEFT, texts[i], strlen(texts[i]));
        paint(page, figures, ALIGN_CENTRE, texts[i], strlen(texts[i]));
    }
    paint(page, plain, ALIGN_LEFT, "a\0b", 3);
    char *longest = malloc(100000);
    memset(longest, 'M', 100000);
    paint(page, plain, ALIGN_LEFT, longest, 100000);
    paint(page, (struct draw_type){FONT_BOLD, 1e9F, false}, ALIGN_LEFT, longest, 100);
    paint(page, (struct draw_type){FONT_BOLD, 0.01F, false}, ALIGN_LEFT, longest, 100);
    free(longest);
    assert_int_equal(paint(page, plain, ALIGN_LEFT, "", 0).count, 0);
}

/* A machine without a single font. */
static void without_fonts_there_is_no_text_and_no_crash(void **state)
{
    struct page *page = *state;
    const char *before = getenv("FONTCONFIG_FILE");
    char *file = realpath("tests/platform/no-fonts.conf", NULL);
    assert_non_null(file);
    setenv("FONTCONFIG_FILE", file, 1);
    free(file);
    struct ink ink = paint(page, plain, ALIGN_LEFT, "Hello", 5);
    if (before != NULL)
        setenv("FONTCONFIG_FILE", before, 1);
    else
        unsetenv("FONTCONFIG_FILE");
    assert_int_equal(ink.count, 0);
    assert_true(width_of(page, plain, "Hello") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_stand_where_they_are_aligned, setup, teardown),
        cmocka_unit_test_setup_teardown(tabular_figures_keep_a_clock_still, setup, teardown),
        cmocka_unit_test_setup_teardown(weights_differ, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_is_rendered_once, setup, teardown),
        cmocka_unit_test_setup_teardown(the_cache_is_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(odd_texts_do_no_harm, setup, teardown),
        cmocka_unit_test_setup_teardown(without_fonts_there_is_no_text_and_no_crash, setup,
                                        teardown),
    };
    return cmocka_run_group_tests_name("lettering", tests, NULL, NULL);
}

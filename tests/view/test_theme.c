// SPDX-License-Identifier: MIT
#include "view/ground.h"
#include "view/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Every ink on every ground it is used on. */
static const struct {
    const char *what;
    size_t ink, ground;
    double least; /* 0: that of text */
} pairs[] = {
#define PAIR(ink, ground)                                                                          \
    {                                                                                              \
#ink " on " #ground, offsetof(struct theme, ink), offsetof(struct theme, ground), 0        \
    }
    PAIR(ink, top),
    PAIR(ink, bottom),
    PAIR(quiet, top),
    PAIR(quiet, bottom),
    PAIR(warm, top),
    PAIR(warm, bottom),
    PAIR(warm, raised),
    PAIR(ink, surface),
    PAIR(quiet, surface),
    PAIR(ink, raised),
    PAIR(quiet, raised),
    PAIR(accent_ink, accent),
    PAIR(orb_ink, orb_middle),
    PAIR(orb_ink, orb_rim),
    PAIR(dark_ink, dark),
#undef PAIR
/* What is no text, but says something: 3:1. */
#define MARK(ink, ground)                                                                          \
    {                                                                                              \
#ink " on " #ground, offsetof(struct theme, ink), offsetof(struct theme, ground), 3        \
    }
    MARK(accent, top),
    MARK(accent, bottom),
    MARK(accent, surface),
    MARK(accent, track),
    MARK(accent, raised),
    MARK(quiet, track),
    MARK(warm, track),
#undef MARK
};

static colour at(const struct theme *theme, size_t offset)
{
    return *(const colour *)(const void *)((const char *)theme + offset);
}

static void every_ink_reads(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++) {
        const struct theme *theme = &theme_table[t];
        double text = theme->high_contrast ? 7 : 4.5;
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            double is = contrast_between(at(theme, pairs[i].ink), at(theme, pairs[i].ground));
            double least = pairs[i].least > 0 ? pairs[i].least : text;
            if (is < least)
                fail_msg("%s: %s is %.2f:1, not %.1f:1", theme->name, pairs[i].what, is, least);
        }
    }
}

static void black_on_white_is_21(void **state)
{
    (void)state;
    assert_float_equal(contrast_between(0x000000FF, 0xFFFFFFFF), 21, 1e-6);
}

static void every_theme_is_found(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES; t++)
        assert_ptr_equal(theme_find(theme_table[t].name), &theme_table[t]);
    assert_null(theme_find("plaid"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ink_reads),
        cmocka_unit_test(black_on_white_is_21),
        cmocka_unit_test(every_theme_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

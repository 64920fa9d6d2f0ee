// SPDX-License-Identifier: MIT
#include "view/kiosk_view.h"
#include "view/look.h"
#include "view/reminder_view.h"
#include "view/stand_in_home.h"
#include "view/stand_in_office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Every screen in every shape, theme and length of words, held to what can be read from a sofa and
 * chosen by any device. A screen that is added to the tables of the stand-ins is held to it too. */

static const struct {
    float width, height;
} sizes[] = {
    {1280, 720},  {1920, 1080}, {3840, 2160},              /* 16:9 */
    {1280, 800},  {2560, 1600},                            /* 16:10 */
    {1024, 768},  {2048, 1536},                            /* 4:3 */
    {1720, 720},  {3440, 1440},                            /* 21:9 */
    {720, 1280},  {1080, 1920}, {2160, 3840}, {800, 1280}, /* on end */
    {1080, 1080}, {1280, 1024},                            /* square, and nearly so */
    {640, 360},   {640, 480},   {360, 640},   {320, 240},  /* small windows */
};
enum { SIZES = sizeof sizes / sizeof *sizes };

/* One of each shape is enough where only colours are asked for. */
static const size_t shapes[] = {1, 5, 8, 10, 13};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static void size_to(struct stand_in *stand_in, size_t size)
{
    stand_in->view.width = sizes[size].width;
    stand_in->view.height = sizes[size].height;
}

static struct look look_at_home(struct stand_in *stand_in, const struct home_screen *screen)
{
    static struct focus_items items;
    stand_in_home_draw(&stand_in->view, screen, &items);
    return (struct look){.screen = screen->name,
                         .stand_in = stand_in,
                         .items = &items,
                         .focus = screen->home.starts != 0 ? FOCUS_NONE : screen->home.focus};
}

/* Words of the program that are 40 % longer and a routine's own words that are as long as they may
 * be do not come together: a translator has the same limits. */
static void check_home(bool longer, const char *language)
{
    struct stand_in stand_in;
    stand_in_init(&stand_in, longer, false);
    if (language != NULL)
        stand_in_speak(&stand_in, language);
    for (size_t s = 0; s < SIZES; s++)
        for (size_t i = 0; i < stand_in_home_screen_count; i++) {
            const struct home_screen *screen = &stand_in_home_screens[i];
            if (longer && screen->long_names)
                continue;
            size_to(&stand_in, s);
            struct look look = look_at_home(&stand_in, screen);
            look_check_places(&look);
            look_check_items(&look);
        }
    stand_in_finish(&stand_in);
}

/* In the shapes that a window in a corner of a screen has. */
static void an_offered_break_has_room(void **state)
{
    (void)state;
    static const float windows[][2] = {{587, 367}, {640, 400}, {783, 489}, {1175, 734}, {391, 244}};
    static struct focus_items items;
    for (int longer = 0; longer < 2; longer++) {
        struct stand_in stand_in;
        stand_in_init(&stand_in, longer, false);
        for (size_t s = 0; s < sizeof windows / sizeof *windows; s++)
            for (int focus = 0; focus < REMIND_ANSWERS; focus++) {
                struct reminder_view reminder = {stand_in.timeline->routine->title, 3 * TICK_MIN,
                                                 125 * TICK_MIN, focus};
                stand_in.view.width = windows[s][0];
                stand_in.view.height = windows[s][1];
                stand_in.view.theme = &theme_table[focus % THEMES];
                view_reminder(&stand_in.view, &reminder, &items);
                struct look look = {
                    .screen = "reminder", .stand_in = &stand_in, .items = &items, .focus = focus};
                assert_int_equal(items.count, REMIND_ANSWERS);
                look_check_places(&look);
                look_check_items(&look);
                look_check_contrast(&look);
            }
        stand_in_finish(&stand_in);
    }
}

/* Whatever is said above them, with as many digits as there can be. */
static void check_keys_of_the_pin(struct stand_in *stand_in, struct stand_in_office *office)
{
    static const struct {
        enum chord_state state;
        tick left;
    } said[] = {{CHORD_ASKING, 0},
                {CHORD_TRYING, 0},
                {CHORD_WRONG, 0},
                {CHORD_WAITS, 9 * TICK_S},
                {CHORD_WAITS, 30 * TICK_S},
                {CHORD_WAITS, 48 * TICK_MIN},
                {CHORD_WAITS, CHORD_LONGEST_WAIT * TICK_S}};
    static struct focus_items first, items;
    struct chord *chord = &office->kiosk.chord;
    office->kiosk.focus = KIOSK_ITEM_ENTER;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        *chord = (struct chord){.state = said[i].state,
                                .digits = (int)i * 2,
                                .open_again = office->kiosk.last_now + said[i].left};
        view_kiosk(&stand_in->view, &office->kiosk, &office->world, i == 0 ? &first : &items);
        if (i == 0)
            continue;
        assert_int_equal(items.count, first.count);
        for (size_t k = 0; k < items.count; k++) {
            struct focus_box was = first.items[k].box, is = items.items[k].box;
            if (was.x != is.x || was.y != is.y || was.w != is.w || was.h != is.h)
                fail_msg("%.0fx%.0f, sentence %zu: key %d moves by %.1f, %.1f",
                         (double)stand_in->view.width, (double)stand_in->view.height, i,
                         items.items[k].id, (double)(is.x - was.x), (double)(is.y - was.y));
        }
        struct look look = {"kiosk-pin", stand_in, &items, office->kiosk.focus};
        look_check_places(&look);
        look_check_contrast(&look);
    }
}

static void no_key_moves_under_the_finger_that_enters_a_pin(void **state)
{
    (void)state;
    static const struct {
        bool longer;
        const char *language;
    } words[] = {{false, NULL}, {true, NULL}, {false, "de"}, {false, "en-XB"}};
    struct stand_in_office office;
    stand_in_office(&office);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct stand_in stand_in;
        stand_in_init(&stand_in, words[i].longer, false);
        if (words[i].language != NULL)
            stand_in_speak(&stand_in, words[i].language);
        for (size_t size = 0; size < SIZES; size++) {
            size_to(&stand_in, size);
            check_keys_of_the_pin(&stand_in, &office);
        }
        stand_in_finish(&stand_in);
    }
}

static void screens_outside_a_session_have_room(void **state)
{
    (void)state;
    check_home(false, NULL);
}

static void and_so_they_have_with_longer_words(void **state)
{
    (void)state;
    check_home(true, NULL);
}

static void and_with_german_words(void **state)
{
    (void)state;
    check_home(false, "de");
}

static void and_with_words_from_right_to_left(void **state)
{
    (void)state;
    check_home(false, "en-XB");
}

static void everything_outside_a_session_reads(void **state)
{
    (void)state;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (int t = 0; t < THEMES; t++)
        for (size_t s = 0; s < SHAPES; s++)
            for (size_t i = 0; i < stand_in_home_screen_count; i++) {
                stand_in.view.theme = &theme_table[t];
                size_to(&stand_in, shapes[s]);
                struct look look = look_at_home(&stand_in, &stand_in_home_screens[i]);
                look_check_contrast(&look);
            }
    stand_in_finish(&stand_in);
}

static void everything_in_a_session_reads(void **state)
{
    (void)state;
    struct stand_in stand_in, bare;
    stand_in_init(&stand_in, false, false);
    stand_in_init(&bare, false, true);
    for (int calm = 0; calm < 2; calm++)
        for (int t = 0; t < THEMES; t++)
            for (size_t s = 0; s < SHAPES; s++)
                for (size_t i = 0; i < stand_in_moment_count; i++) {
                    const struct moment_of *moment = &stand_in_moments[i];
                    struct stand_in *used = moment->bare ? &bare : &stand_in;
                    used->view.theme = &theme_table[t];
                    used->view.reduced_motion = calm == 1;
                    stand_in_draw(used, moment, sizes[shapes[s]].width, sizes[shapes[s]].height);
                    look_check_contrast(&(struct look){.screen = moment->name, .stand_in = used});
                }
    stand_in_finish(&stand_in);
    stand_in_finish(&bare);
}

/* A frame that is seen, not only a colour. */
static void the_choice_of_a_session_has_a_frame(void **state)
{
    (void)state;
    static const char *const framed[] = {"paused", "leave", "resume", "resume-anew"};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (size_t i = 0; i < stand_in_moment_count; i++)
        for (size_t f = 0; f < sizeof framed / sizeof *framed; f++) {
            if (!text_equal(stand_in_moments[i].name, framed[f]))
                continue;
            stand_in_draw(&stand_in, &stand_in_moments[i], 1920, 1080);
            look_check_frame(&(struct look){.screen = framed[f], .stand_in = &stand_in});
        }
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_offered_break_has_room),
        cmocka_unit_test(no_key_moves_under_the_finger_that_enters_a_pin),
        cmocka_unit_test(screens_outside_a_session_have_room),
        cmocka_unit_test(and_so_they_have_with_longer_words),
        cmocka_unit_test(and_with_german_words),
        cmocka_unit_test(and_with_words_from_right_to_left),
        cmocka_unit_test(everything_outside_a_session_reads),
        cmocka_unit_test(everything_in_a_session_reads),
        cmocka_unit_test(the_choice_of_a_session_has_a_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

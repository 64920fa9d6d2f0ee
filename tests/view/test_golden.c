// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "view/stand_in.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Every screen as text, to the tenth of a pixel, against tests/view/golden/NAME-WxH.txt. After a
 * change that was meant: UNKNOT_GOLDEN_WRITE=1 build/debug/tests/test_view_golden, then look at the
 * differences that git shows. */

#define FOLDER "tests/view/golden"

static char *print(const struct draw_list *list)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    draw_list_print(list, out);
    fclose(out);
    return text;
}

static void write_golden(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

/* The first line that differs is what a reader wants to see. */
static void compare(const char *path, const char *text, const char *golden)
{
    int line = 1;
    while (*text && *golden) {
        size_t a = line_length(text), b = line_length(golden);
        if (a != b || memcmp(text, golden, a) != 0)
            break;
        text += a + (text[a] == '\n');
        golden += b + (golden[b] == '\n');
        line++;
    }
    if (*text || *golden)
        fail_msg("%s:%d\n  expected: %.*s\n  drawn:    %.*s", path, line, (int)line_length(golden),
                 golden, (int)line_length(text), text);
}

static void check_list(struct stand_in *stand_in, const char *path)
{
    char *text = print(&stand_in->list);
    if (getenv("UNKNOT_GOLDEN_WRITE")) {
        write_golden(path, text);
    } else {
        const char *golden, *error;
        size_t length;
        if (!file_read(&stand_in->arena, path, 1 << 20, &golden, &length, &error))
            fail_msg("cannot read %s: %s", path, error);
        compare(path, text, golden);
    }
    free(text);
}

static void check(struct stand_in *stand_in, const struct moment_of *moment, int width, int height)
{
    char path[256];
    snprintf(path, sizeof path, FOLDER "/%s-%dx%d.txt", moment->name, width, height);
    stand_in_draw(stand_in, moment, (float)width, (float)height);
    check_list(stand_in, path);
}

static void screens_look_as_they_did(void **state)
{
    (void)state;
    struct stand_in stand_in, bare;
    stand_in_init(&stand_in, false, false);
    stand_in_init(&bare, false, true);
    for (size_t i = 0; i < stand_in_moment_count; i++) {
        const struct moment_of *moment = &stand_in_moments[i];
        check(moment->bare ? &bare : &stand_in, moment, 1920, 1080);
        check(moment->bare ? &bare : &stand_in, moment, 1080, 1920);
    }
    stand_in_finish(&stand_in);
    stand_in_finish(&bare);
}

static void the_message_looks_as_it_did(void **state)
{
    (void)state;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    const char *lines[] = {"routines/mine.yaml:7:5: no exercise is called 'cat-cw'; did you mean "
                           "'cat-cow'?",
                           "The other routines still work."};
    struct text_list list = {lines, 2};
    stand_in.view.width = 1280;
    stand_in.view.height = 720;
    view_message(&stand_in.view, "This routine cannot be played", &list);
    char *text = print(&stand_in.list);
    if (getenv("UNKNOT_GOLDEN_WRITE"))
        write_golden(FOLDER "/message-1280x720.txt", text);
    const char *golden, *error;
    size_t length;
    if (!file_read(&stand_in.arena, FOLDER "/message-1280x720.txt", 1 << 20, &golden, &length,
                   &error))
        fail_msg("cannot read the message's text: %s", error);
    compare(FOLDER "/message-1280x720.txt", text, golden);
    free(text);
    stand_in_finish(&stand_in);
}

static const char *two_things[] = {"mat", "foam roller"};
static const char *messages[] = {
    "broken.yaml, line 3: no exercise is called 'cat-cw'; did you mean "
    "'cat-cow'?",
    "broken.yaml, line 4: 'two sets' is no dose"};
static const char *habit_pictures[] = {"problem.png", "fix.png"};
static struct home_trouble trouble = {"broken.yaml", {messages, 2}};

/* More than fit, so that it scrolls; one with mistakes, one not read yet. */
static struct home_content at_home(void)
{
    enum { CARDS = 14 };
    static struct home_card cards[CARDS];
    static const struct tip learn[] = {
        {.kind = TIP_CAUSE, .title = "Stress", .text = "Muscles on guard stay tense."},
        {.kind = TIP_CAUSE, .title = "Long sitting", .text = "What never moves far gets stiff."},
        {.kind = TIP_HABIT,
         .title = "On the phone",
         .text = "Looking down loads the neck.",
         .fix = "Lift the phone to eye level.",
         .pictures = {habit_pictures, 2}},
    };
    static const struct tips tips = {
        .cards = learn, .count = 3, .of = {[TIP_CAUSE] = {learn, 2}, [TIP_HABIT] = {learn + 2, 1}}};
    for (size_t i = 0; i < CARDS; i++)
        cards[i] = (struct home_card){.title = "Daily mobility",
                                      .about = "Twelve minutes that loosen a stiff back.",
                                      .read = i != 2,
                                      .total = (tick)(i + 1) * TICK_MIN,
                                      .needs = {two_things, i % 3},
                                      .trouble = i == 1 ? &trouble : NULL};
    return (struct home_content){cards, CARDS, &tips, NULL};
}

static const struct {
    const char *name;
    struct home home;
} home_screens[] = {
    {"home", {.focus = HOME_ITEM_CARD}},
    {"home-scrolled", {.focus = HOME_ITEM_CARD + 13}},
    {"home-learn", {.focus = HOME_ITEM_LEARN}},
    {"before", {.place = HOME_BEFORE, .focus = HOME_ITEM_START, .card = 4}},
    {"countdown", {.place = HOME_BEFORE, .card = 4, .last_now = TICK_S, .starts = 3 * TICK_S}},
    {"learn", {.place = HOME_LEARN, .focus = HOME_ITEM_NEXT}},
    {"learn-habit", {.place = HOME_LEARN, .focus = HOME_ITEM_HOME, .page = 1}},
    {"trouble", {.place = HOME_TROUBLE, .focus = HOME_ITEM_HOME, .trouble = &trouble}},
};

/* What can be chosen is inside the safe area, and nothing that is in sight covers another. */
static void check_items(const struct focus_items *items, float width, float height)
{
    for (size_t i = 0; i < items->count; i++) {
        struct focus_box a = items->items[i].box;
        if (a.w == 0)
            continue;
        assert_true(a.x >= width * 0.05F - 1 && a.x + a.w <= width * 0.95F + 1);
        assert_true(a.y >= height * 0.05F - 1 && a.y + a.h <= height * 0.95F + 1);
        for (size_t j = 0; j < i; j++) {
            struct focus_box b = items->items[j].box;
            assert_true(b.w == 0 || a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h ||
                        b.y >= a.y + a.h);
        }
    }
}

static void screens_outside_a_session_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {1440, 1080}, {2560, 1080}};
    static struct focus_items items;
    struct stand_in stand_in;
    struct home_content content = at_home();
    stand_in_init(&stand_in, false, false);
    for (size_t i = 0; i < sizeof home_screens / sizeof *home_screens; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            char path[256];
            snprintf(path, sizeof path, FOLDER "/%s-%dx%d.txt", home_screens[i].name, sizes[s][0],
                     sizes[s][1]);
            stand_in.view.width = (float)sizes[s][0];
            stand_in.view.height = (float)sizes[s][1];
            view_home(&stand_in.view, &home_screens[i].home, &content, &items);
            check_items(&items, stand_in.view.width, stand_in.view.height);
            check_list(&stand_in, path);
        }
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_look_as_they_did),
        cmocka_unit_test(the_message_looks_as_it_did),
        cmocka_unit_test(screens_outside_a_session_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

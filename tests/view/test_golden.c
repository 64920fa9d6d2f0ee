// SPDX-License-Identifier: MIT
#include "view/golden.h"
#include "view/reminder_view.h"
#include "view/stand_in.h"
#include "view/stand_in_home.h"
#include "view/stand_in_office.h"

#include <stdio.h>

#include "check.h"

/* Every screen in the sizes that matter most. */

#define FOLDER GOLDEN_FOLDER

static void check(struct stand_in *stand_in, const struct moment_of *moment, int width, int height)
{
    char path[256];
    snprintf(path, sizeof path, FOLDER "/%s-%dx%d.txt", moment->name, width, height);
    stand_in_draw(stand_in, moment, (float)width, (float)height);
    golden_check_list(path, &stand_in->list);
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
    golden_check_list(FOLDER "/message-1280x720.txt", &stand_in.list);
    stand_in_finish(&stand_in);
}

static const struct moment_of *moment_named(const char *name)
{
    for (size_t i = 0; i < stand_in_moment_count; i++)
        if (text_equal(stand_in_moments[i].name, name))
            return &stand_in_moments[i];
    fail_msg("there is no moment %s", name);
    return NULL;
}

/* Over the session that plays on: one mistake, more than there is room for, and none any more. */
static void what_is_wrong_with_a_saved_file_looks_as_it_did(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t mistakes;
    } notices[] = {{"mistake", 1}, {"mistakes", 12}, {"updated", 0}};
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}};
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            struct diag_list diags;
            struct view_notice notice = {.updated_until = TICK_MIN};
            char path[256];
            if (notices[i].mistakes > 0) {
                stand_in_mistakes(&stand_in, notices[i].mistakes, &diags);
                notice.mistakes = &diags;
            }
            stand_in.view.notice = &notice;
            snprintf(path, sizeof path, FOLDER "/watch-%s-%dx%d.txt", notices[i].name, sizes[s][0],
                     sizes[s][1]);
            stand_in_draw(&stand_in, moment_named("breath"), (float)sizes[s][0],
                          (float)sizes[s][1]);
            golden_check_list(path, &stand_in.list);
        }
    stand_in_finish(&stand_in);
}

static void screens_outside_a_session_look_as_they_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {1440, 1080}, {2560, 1080}};
    static struct focus_items items;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (size_t i = 0; i < stand_in_home_screen_count; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            const struct home_screen *screen = &stand_in_home_screens[i];
            char path[256];
            if (!screen->pictured)
                continue;
            snprintf(path, sizeof path, FOLDER "/%s-%dx%d.txt", screen->name, sizes[s][0],
                     sizes[s][1]);
            stand_in.view.width = (float)sizes[s][0];
            stand_in.view.height = (float)sizes[s][1];
            stand_in_home_draw(&stand_in.view, screen, &items);
            golden_check_list(path, &stand_in.list);
        }
    stand_in_finish(&stand_in);
}

static void the_offered_break_looks_as_it_did(void **state)
{
    (void)state;
    static struct focus_items items;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    struct reminder_view reminder = {"Posture break", 3 * TICK_MIN, 40 * TICK_MIN, REMIND_START};
    stand_in.view.width = 587;
    stand_in.view.height = 367;
    view_reminder(&stand_in.view, &reminder, &items);
    golden_check_list(FOLDER "/reminder-587x367.txt", &stand_in.list);
    stand_in_finish(&stand_in);
}

static const struct home_screen *home_screen_named(const char *name)
{
    for (size_t i = 0; i < stand_in_home_screen_count; i++)
        if (text_equal(stand_in_home_screens[i].name, name))
            return &stand_in_home_screens[i];
    fail_msg("there is no screen %s", name);
    return NULL;
}

/* The layout stays, paragraphs begin at the right. */
static void a_language_from_right_to_left_looks_as_it_did(void **state)
{
    (void)state;
    static const char *const moments[] = {"paused", "finished", "wait"};
    static const char *const screens[] = {"home", "before", "learn"};
    static struct focus_items items;
    struct stand_in stand_in;
    char path[256];
    stand_in_init(&stand_in, false, false);
    stand_in_speak(&stand_in, "en-XB");
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        stand_in_draw(&stand_in, moment_named(moments[i]), 1280, 800);
        snprintf(path, sizeof path, FOLDER "/right-to-left-%s.txt", moments[i]);
        golden_check_list(path, &stand_in.list);
    }
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        stand_in_home_draw(&stand_in.view, home_screen_named(screens[i]), &items);
        snprintf(path, sizeof path, FOLDER "/right-to-left-%s.txt", screens[i]);
        golden_check_list(path, &stand_in.list);
    }
    stand_in_finish(&stand_in);
}

static const struct kiosk_screen {
    const char *name;
    enum kiosk_place place;
    int focus;
    bool asks, deserted, wrong, sleeps, dim;
} kiosk_screens[] = {
    {.name = "kiosk-idle"},
    {.name = "kiosk-wrong", .wrong = true},
    {.name = "kiosk-dim", .dim = true},
    {.name = "kiosk-asleep", .sleeps = true},
    {.name = "kiosk-choose", .place = KIOSK_CHOOSE, .focus = HOME_ITEM_CARD + 2},
    {.name = "kiosk-notice", .place = KIOSK_NOTICE, .focus = KIOSK_ITEM_START},
    {.name = "kiosk-thanks", .place = KIOSK_THANKS},
    {.name = "kiosk-deserted", .place = KIOSK_CHOOSE, .deserted = true, .focus = HOME_ITEM_CARD},
    {.name = "kiosk-pin", .asks = true, .focus = KIOSK_ITEM_ENTER},
};
enum { KIOSK_SCREENS = sizeof kiosk_screens / sizeof *kiosk_screens };

static void bring_to(struct stand_in_office *office, const struct kiosk_screen *screen)
{
    struct kiosk *kiosk = &office->kiosk;
    stand_in_office(office);
    kiosk->place = screen->place;
    kiosk->focus = screen->focus;
    kiosk->schedule.pending = screen->place == KIOSK_NOTICE;
    kiosk->schedule.begins = kiosk->last_now + 45 * TICK_S;
    kiosk->care.sleep = screen->sleeps;
    kiosk->care.light = screen->dim ? 0.3 : 1;
    office->content.wrong = screen->wrong;
    if (screen->deserted)
        kiosk->deserted = kiosk->last_now + 15 * TICK_S;
    if (screen->asks)
        kiosk->chord = (struct chord){.state = CHORD_ASKING, .digits = 3};
}

static void a_kiosk_looks_as_it_did(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}};
    static struct focus_items items;
    static struct stand_in_office office;
    struct stand_in stand_in;
    stand_in_init(&stand_in, false, false);
    for (size_t i = 0; i < KIOSK_SCREENS; i++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            char path[256];
            snprintf(path, sizeof path, FOLDER "/%s-%dx%d.txt", kiosk_screens[i].name, sizes[s][0],
                     sizes[s][1]);
            bring_to(&office, &kiosk_screens[i]);
            stand_in.view.width = (float)sizes[s][0];
            stand_in.view.height = (float)sizes[s][1];
            view_kiosk(&stand_in.view, &office.kiosk, &office.world, &items);
            golden_check_list(path, &stand_in.list);
        }
    stand_in_finish(&stand_in);
}

/* After a first round of all screens, not a byte more is taken, however often they change. */
static void a_kiosk_takes_no_memory_with_time(void **state)
{
    (void)state;
    enum { CHANGES = 100000 };
    static struct focus_items items;
    static struct stand_in_office office;
    struct stand_in stand_in;
    size_t before = 0;
    stand_in_init(&stand_in, false, false);
    stand_in.view.width = 640;
    stand_in.view.height = 360;
    for (int i = 0; i < CHANGES; i++) {
        bring_to(&office, &kiosk_screens[i % KIOSK_SCREENS]);
        view_kiosk(&stand_in.view, &office.kiosk, &office.world, &items);
        if (i == KIOSK_SCREENS)
            before =
                stand_in.list.capacity + stand_in.list.point_capacity + stand_in.list.byte_capacity;
    }
    assert_int_equal(stand_in.list.capacity + stand_in.list.point_capacity +
                         stand_in.list.byte_capacity,
                     before);
    stand_in_finish(&stand_in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_look_as_they_did),
        cmocka_unit_test(the_message_looks_as_it_did),
        cmocka_unit_test(what_is_wrong_with_a_saved_file_looks_as_it_did),
        cmocka_unit_test(screens_outside_a_session_look_as_they_did),
        cmocka_unit_test(a_language_from_right_to_left_looks_as_it_did),
        cmocka_unit_test(the_offered_break_looks_as_it_did),
        cmocka_unit_test(a_kiosk_looks_as_it_did),
        cmocka_unit_test(a_kiosk_takes_no_memory_with_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "platform/clock.h"
#include "platform/governor.h"
#include "platform/platform.h"
#include "platform/signals.h"

#include "check.h"
#include "platform/scene.h"

#include <SDL.h>
#include <signal.h>
#include <stdlib.h>

/* A window of SDL's dummy display, with and without a renderer. */
struct room {
    struct platform *platform;
    struct draw_list list;
    struct text_metrics metrics;
    float width, height;
};

static void frame(struct room *room, float t)
{
    platform_size(room->platform, &room->width, &room->height);
    scene_player(&room->list, &room->metrics, room->width, room->height, t);
}

static bool show(struct room *room, float t)
{
    frame(room, t);
    return platform_present(room->platform, &room->list);
}

static int open_room(void **state)
{
    const struct platform_options options = {
        .title = "test", .windowed = true, .width = 640, .height = 360};
    const char *why = "";
    struct room *room = calloc(1, sizeof *room);
    draw_list_init(&room->list);
    room->platform = platform_open(&options, &why);
    if (room->platform == NULL)
        fail_msg("%s", why);
    room->metrics = platform_metrics(room->platform);
    struct platform_input input;
    while (platform_take(room->platform, &input))
        continue;
    *state = room;
    return 0;
}

static int setup_surface(void **state)
{
    setenv("SDL_RENDER_DRIVER", "", 1);
    return open_room(state);
}

static int close_room(void **state)
{
    struct room *room = *state;
    platform_close(room->platform);
    draw_list_finish(&room->list);
    free(room);
    return 0;
}

static void a_frame_is_shown_once(void **state)
{
    struct room *room = *state;
    assert_true(show(room, 1));
    assert_true(room->width == 640 && room->height == 360);
    for (int i = 0; i < 5; i++)
        assert_false(show(room, 1));
    assert_true(show(room, 1.5F));
    assert_int_equal(platform_facts(room->platform).frames, 2);
}

static void take_all(struct room *room)
{
    struct platform_input input;
    while (platform_take(room->platform, &input))
        continue;
}

static void lost_textures_are_survived(void **state)
{
    struct room *room = *state;
    show(room, 1);
    for (int i = 0; i < 1000; i++) {
        SDL_Event event = {.type = i % 2 == 0 ? SDL_RENDER_TARGETS_RESET : SDL_RENDER_DEVICE_RESET};
        SDL_PushEvent(&event);
        take_all(room);
        assert_true(show(room, 1));
    }
    assert_false(show(room, 1));
}

/* The one that is open; SDL counts on from one test to the next. */
static SDL_Window *any_window(void)
{
    SDL_Window *window = NULL;
    for (Uint32 id = 1; id < 1000 && window == NULL; id++)
        window = SDL_GetWindowFromID(id);
    assert_non_null(window);
    return window;
}

static void sizes_are_followed(void **state)
{
    struct room *room = *state;
    static const int sizes[][2] = {{64, 64}, {1, 1}, {1920, 1080}, {360, 640}, {640, 360}};
    SDL_Window *window = any_window();
    show(room, 1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        SDL_SetWindowSize(window, sizes[i][0], sizes[i][1]);
        take_all(room);
        assert_true(show(room, 1));
        assert_int_equal((int)room->width, sizes[i][0]);
        assert_int_equal((int)room->height, sizes[i][1]);
    }
}

static void a_list_made_for_another_size_is_not_shown(void **state)
{
    struct room *room = *state;
    frame(room, 1);
    room->list.width = 100;
    assert_false(platform_present(room->platform, &room->list));
}

static enum action next_action(struct room *room)
{
    struct platform_input input = {0};
    return platform_take(room->platform, &input) ? input.request.action : ACTION_NONE;
}

static void closing_the_window_is_a_request(void **state)
{
    struct room *room = *state;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE}};
    SDL_PushEvent(&event);
    assert_int_equal(next_action(room), ACTION_QUIT);
    assert_int_equal(next_action(room), ACTION_NONE);
}

static void a_wake_ends_a_wait(void **state)
{
    struct room *room = *state;
    platform_wake(room->platform);
    /* Would take an hour. */
    platform_wait(room->platform, clock_now() + TICK_H);
    assert_int_equal(next_action(room), ACTION_NONE);
}

static void a_signal_ends_a_wait_and_asks_to_quit_once(void **state)
{
    signals_init();
    open_room(state);
    struct room *room = *state;
    raise(SIGTERM);
    platform_wait(room->platform, clock_now() + TICK_H);
    assert_int_equal(next_action(room), ACTION_QUIT);
    assert_int_equal(next_action(room), ACTION_NONE);
    close_room(state);
    signals_finish();
    assert_false(signals_quit_asked());
}

static void the_governor_slows_down_and_speeds_up(void **state)
{
    (void)state;
    struct governor governor;
    governor_init(&governor, false);
    tick now = 0;
    for (int i = 0; i < 100; i++, now = governor_due(&governor))
        governor_frame(&governor, now, now + 3 * TICK_MS);
    assert_int_equal(governor.interval, TICK_S / 60);
    for (int i = 0; i < 100; i++, now = governor_due(&governor))
        governor_frame(&governor, now, now + 12 * TICK_MS);
    assert_int_equal(governor.interval, TICK_S / 30);
    for (int i = 0; i < 100; i++, now = governor_due(&governor))
        governor_frame(&governor, now, now + 90 * TICK_MS);
    assert_int_equal(governor.interval, TICK_S / 20);
    for (int i = 0; i < 200; i++, now = governor_due(&governor))
        governor_frame(&governor, now, now + 2 * TICK_MS);
    assert_int_equal(governor.interval, TICK_S / 60);
}

static void one_slow_frame_does_not_set_the_pace(void **state)
{
    (void)state;
    struct governor governor;
    governor_init(&governor, false);
    governor_frame(&governor, 0, 3 * TICK_S);
    assert_int_equal(governor.interval, TICK_S / 60);
}

/* SDL would otherwise play on into a display that nobody sees. */
static void without_a_display_there_is_no_window(void **state)
{
    (void)state;
    const struct platform_options options = {.title = "test", .windowed = true};
    const char *why = NULL;
    setenv("SDL_VIDEODRIVER", "", 1);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
    assert_null(platform_open(&options, &why));
    assert_string_equal(why, "no display can be opened");
    setenv("SDL_VIDEODRIVER", "nonsense", 1);
    assert_null(platform_open(&options, &why));
    setenv("SDL_VIDEODRIVER", "dummy", 1);
}

/* Just at the border it keeps its pace. */
static void the_governor_does_not_waver(void **state)
{
    (void)state;
    struct governor governor;
    governor_init(&governor, false);
    tick now = 0, last = 0;
    int changes = 0;
    for (int i = 0; i < 600; i++, now = governor_due(&governor)) {
        governor_frame(&governor, now, now + (i % 2 == 0 ? 8 : 9) * TICK_MS);
        changes += i > 50 && governor.interval != last;
        last = governor.interval;
    }
    assert_true(changes <= 1);
}

static void the_clock_does_not_go_back(void **state)
{
    (void)state;
    tick last = clock_now();
    for (int i = 0; i < 10000; i++) {
        tick now = clock_now();
        assert_true(now >= last);
        last = now;
    }
    assert_true(clock_slept() >= 0);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_frame_is_shown_once, setup_surface, close_room),
        cmocka_unit_test_setup_teardown(lost_textures_are_survived, setup_surface, close_room),
        cmocka_unit_test_setup_teardown(sizes_are_followed, setup_surface, close_room),
        cmocka_unit_test_setup_teardown(a_list_made_for_another_size_is_not_shown, setup_surface,
                                        close_room),
        cmocka_unit_test_setup_teardown(closing_the_window_is_a_request, setup_surface, close_room),
        cmocka_unit_test_setup_teardown(a_wake_ends_a_wait, setup_surface, close_room),
        cmocka_unit_test(a_signal_ends_a_wait_and_asks_to_quit_once),
        cmocka_unit_test(one_slow_frame_does_not_set_the_pace),
        cmocka_unit_test(without_a_display_there_is_no_window),
        cmocka_unit_test(the_governor_slows_down_and_speeds_up),
        cmocka_unit_test(the_governor_does_not_waver),
        cmocka_unit_test(the_clock_does_not_go_back),
    };
    return cmocka_run_group_tests_name("window", tests, NULL, NULL);
}

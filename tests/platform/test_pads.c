// SPDX-License-Identifier: MIT
#include "platform/clock.h"
#include "platform/pads.h"
#include "platform/platform.h"

#include "check.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct bindings usual;

static enum action send(struct pads *pads, SDL_Event event, tick now)
{
    struct request request = {0};
    return pads_translate(pads, &usual, &event, now, &request) ? request.action : ACTION_NONE;
}

static SDL_Event button(Uint32 type, SDL_JoystickID pad, Uint8 which)
{
    return (SDL_Event){.cbutton = {.type = type, .which = pad, .button = which}};
}

static SDL_Event axis(SDL_JoystickID pad, Uint8 which, Sint16 value)
{
    return (SDL_Event){
        .caxis = {.type = SDL_CONTROLLERAXISMOTION, .which = pad, .axis = which, .value = value}};
}

static enum action repeat(struct pads *pads, tick now)
{
    struct request request = {0};
    return pads_elapse(pads, &usual, now, &request) ? request.action : ACTION_NONE;
}

static void a_held_button_repeats_like_a_key(void **state)
{
    (void)state;
    struct pads pads = {0};
    SDL_Event down = button(SDL_CONTROLLERBUTTONDOWN, 3, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    assert_int_equal(send(&pads, down, 0), ACTION_DOWN);
    assert_int_equal(pads_next(&pads), PADS_REPEAT_AFTER);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER - 1), ACTION_NONE);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER), ACTION_DOWN);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER), ACTION_NONE);
    /* Late by a second: still one. */
    assert_int_equal(repeat(&pads, 2 * TICK_S), ACTION_DOWN);
    assert_int_equal(repeat(&pads, 2 * TICK_S), ACTION_NONE);
    down.type = SDL_CONTROLLERBUTTONUP;
    send(&pads, down, 2 * TICK_S);
    assert_true(pads_next(&pads) == TICK_NEVER);
    /* Steps are not skipped by holding a button. */
    assert_int_equal(
        send(&pads, button(SDL_CONTROLLERBUTTONDOWN, 3, SDL_CONTROLLER_BUTTON_DPAD_RIGHT), 0),
        ACTION_NEXT);
    assert_true(pads_next(&pads) == TICK_NEVER);
}

static void a_pad_that_goes_while_held_lets_go(void **state)
{
    (void)state;
    struct pads pads = {0};
    send(&pads, button(SDL_CONTROLLERBUTTONDOWN, 3, SDL_CONTROLLER_BUTTON_DPAD_DOWN), 0);
    send(&pads, (SDL_Event){.cdevice = {.type = SDL_CONTROLLERDEVICEREMOVED, .which = 4}}, 1);
    assert_false(pads_next(&pads) == TICK_NEVER);
    send(&pads, (SDL_Event){.cdevice = {.type = SDL_CONTROLLERDEVICEREMOVED, .which = 3}}, 1);
    assert_true(pads_next(&pads) == TICK_NEVER);
    assert_int_equal(repeat(&pads, TICK_S), ACTION_NONE);
}

static void a_button_that_is_never_let_go_stops(void **state)
{
    (void)state;
    struct pads pads = {0};
    int count = 0;
    send(&pads, button(SDL_CONTROLLERBUTTONDOWN, 3, SDL_CONTROLLER_BUTTON_DPAD_UP), 0);
    for (tick now = 0; now < TICK_MIN; now += 10 * TICK_MS)
        count += repeat(&pads, now) != ACTION_NONE;
    assert_in_range(count, 90, 100);
}

static void the_stick_has_a_dead_zone_and_does_not_tremble(void **state)
{
    (void)state;
    struct pads pads = {0};
    enum { X = SDL_CONTROLLER_AXIS_LEFTX, Y = SDL_CONTROLLER_AXIS_LEFTY };
    assert_int_equal(send(&pads, axis(1, X, PADS_AXIS_OUT), 0), ACTION_NONE);
    assert_int_equal(send(&pads, axis(1, X, PADS_AXIS_IN), 0), ACTION_NEXT);
    assert_int_equal(send(&pads, axis(1, X, PADS_AXIS_OUT + 1), 0), ACTION_NONE);
    assert_int_equal(send(&pads, axis(1, X, PADS_AXIS_IN), 0), ACTION_NONE);
    assert_int_equal(send(&pads, axis(1, X, 0), 0), ACTION_NONE);
    assert_int_equal(send(&pads, axis(1, X, -32768), 0), ACTION_BACK);
    /* Round to another side: the one before is let go. */
    send(&pads, axis(1, X, 0), 0);
    assert_int_equal(send(&pads, axis(1, Y, -32768), 0), ACTION_UP);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER), ACTION_UP);
    assert_int_equal(send(&pads, axis(1, Y, 32767), 0), ACTION_DOWN);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER), ACTION_DOWN);
    send(&pads, axis(1, Y, 0), 0);
    assert_true(pads_next(&pads) == TICK_NEVER);
}

static void triggers_are_buttons(void **state)
{
    (void)state;
    struct pads pads = {0};
    assert_int_equal(send(&pads, axis(1, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 32767), 0),
                     ACTION_LOUDER);
    assert_int_equal(send(&pads, axis(1, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 30000), 0), ACTION_NONE);
    assert_int_equal(repeat(&pads, PADS_REPEAT_AFTER), ACTION_LOUDER);
    send(&pads, axis(1, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 0), 0);
    assert_true(pads_next(&pads) == TICK_NEVER);
    assert_int_equal(send(&pads, axis(2, SDL_CONTROLLER_AXIS_TRIGGERLEFT, 32767), 0),
                     ACTION_SOFTER);
}

static void noise_from_more_pads_than_fit_does_no_harm(void **state)
{
    (void)state;
    struct pads pads = {0};
    unsigned seed = 7;
    static const Uint32 types[] = {SDL_CONTROLLERBUTTONDOWN, SDL_CONTROLLERBUTTONUP,
                                   SDL_CONTROLLERAXISMOTION, SDL_CONTROLLERDEVICEREMOVED};
    for (int round = 0; round < 50000; round++) {
        SDL_Event event;
        for (size_t i = 0; i < sizeof event; i++) {
            seed = seed * 1103515245U + 12345U;
            ((unsigned char *)&event)[i] = (unsigned char)(seed >> 16);
        }
        event.type = types[(seed >> 8) % 4];
        event.cbutton.which = (SDL_JoystickID)((seed >> 16) % 20);
        enum action action = send(&pads, event, round * TICK_MS);
        assert_true(action >= ACTION_NONE && action < ACTION_COUNT);
        repeat(&pads, round * TICK_MS);
    }
    for (int id = 0; id < 20; id++)
        send(&pads, (SDL_Event){.cdevice = {.type = SDL_CONTROLLERDEVICEREMOVED, .which = id}}, 0);
    assert_true(pads_next(&pads) == TICK_NEVER);
}

/* From here on through a window, with SDL's virtual gamepad. */
static struct platform *open_platform(const char *mappings)
{
    const struct platform_options options = {.title = "test",
                                             .windowed = true,
                                             .width = 320,
                                             .height = 240,
                                             .bindings = &usual,
                                             .gamepads = mappings};
    const char *why = "";
    struct platform *platform = platform_open(&options, &why);
    if (platform == NULL)
        fail_msg("%s", why);
    platform_wait(platform, clock_now());
    return platform;
}

static int attach(void)
{
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                          SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(index >= 0);
    return index;
}

/* Waits, for a minute at the most, until something is asked for. */
static enum action next_action(struct platform *platform)
{
    struct platform_input input;
    for (tick end = clock_now() + TICK_MIN; clock_now() < end;) {
        platform_wait(platform, end);
        if (platform_take(platform, &input))
            return input.request.action;
    }
    return ACTION_NONE;
}

static void settle(struct platform *platform)
{
    struct platform_input input;
    for (int i = 0; i < 5; i++) {
        platform_wait(platform, clock_now());
        while (platform_take(platform, &input))
            continue;
    }
}

static void a_pad_is_plugged_in_pressed_and_pulled_out_while_held(void **state)
{
    (void)state;
    struct platform *platform = open_platform(NULL);
    for (int round = 0; round < 3; round++) {
        int index = attach();
        settle(platform);
        SDL_GameController *pad =
            SDL_GameControllerFromInstanceID(SDL_JoystickGetDeviceInstanceID(index));
        assert_non_null(pad);
        SDL_Joystick *stick = SDL_GameControllerGetJoystick(pad);
        SDL_JoystickSetVirtualButton(stick, SDL_CONTROLLER_BUTTON_START, 1);
        assert_int_equal(next_action(platform), ACTION_PLAY_PAUSE);
        SDL_JoystickSetVirtualButton(stick, SDL_CONTROLLER_BUTTON_START, 0);
        assert_string_equal(platform_key_names(platform).used[ACTION_PLAY_PAUSE], "Start");
        SDL_JoystickSetVirtualAxis(stick, SDL_CONTROLLER_AXIS_LEFTY, 32767);
        assert_int_equal(next_action(platform), ACTION_DOWN);
        assert_int_equal(next_action(platform), ACTION_DOWN);
        SDL_JoystickDetachVirtual(index);
        settle(platform);
        struct platform_input input;
        platform_wait(platform, clock_now() + PADS_REPEAT_AFTER + PADS_REPEAT_EVERY);
        assert_false(platform_take(platform, &input));
    }
    platform_close(platform);
}

static void two_pads_are_one_persons(void **state)
{
    (void)state;
    struct platform *platform = open_platform(NULL);
    SDL_Joystick *sticks[2];
    int first = attach(), second = attach();
    settle(platform);
    sticks[0] = SDL_JoystickFromInstanceID(SDL_JoystickGetDeviceInstanceID(first));
    sticks[1] = SDL_JoystickFromInstanceID(SDL_JoystickGetDeviceInstanceID(second));
    SDL_JoystickSetVirtualButton(sticks[0], SDL_CONTROLLER_BUTTON_A, 1);
    assert_int_equal(next_action(platform), ACTION_CONTINUE);
    SDL_JoystickSetVirtualButton(sticks[1], SDL_CONTROLLER_BUTTON_B, 1);
    assert_int_equal(next_action(platform), ACTION_LEAVE);
    SDL_JoystickDetachVirtual(second);
    SDL_JoystickDetachVirtual(first);
    settle(platform);
    platform_close(platform);
}

static int attach_make(Uint16 vendor, Uint16 product)
{
    SDL_VirtualJoystickDesc desc = {.version = SDL_VIRTUAL_JOYSTICK_DESC_VERSION,
                                    .type = SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                    .naxes = SDL_CONTROLLER_AXIS_MAX,
                                    .nbuttons = SDL_CONTROLLER_BUTTON_MAX,
                                    .vendor_id = vendor,
                                    .product_id = product};
    int index = SDL_JoystickAttachVirtualEx(&desc);
    assert_true(index >= 0);
    return index;
}

static const char *name_of(struct platform *platform, enum action action)
{
    return platform_key_names(platform).used[action];
}

static void press_a_key(struct platform *platform)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_LEFT}}};
    SDL_PushEvent(&event);
    assert_int_equal(next_action(platform), ACTION_BACK);
    assert_string_equal(name_of(platform, ACTION_CONTINUE), "Enter");
}

/* Until another device is used. */
static void hints_name_the_button_of_the_pad_in_use(void **state)
{
    (void)state;
    static const struct {
        Uint16 vendor, product;
        const char *lower, *start;
    } makes[] = {
        {0x045e, 0x028e, "A", "Start"},       /* Xbox 360 */
        {0x045e, 0x02ea, "A", "Menu"},        /* Xbox One */
        {0x054c, 0x0268, "Cross", "Start"},   /* PlayStation 3 */
        {0x054c, 0x09cc, "Cross", "Options"}, /* PlayStation 4 */
        {0x054c, 0x0ce6, "Cross", "Options"}, /* PlayStation 5 */
        {0x057e, 0x2009, "B", "Plus"},        /* Switch Pro */
        {0x1234, 0x5678, "Lower button", "Start"},
    };
    enum { MAKES = sizeof makes / sizeof *makes };
    struct platform *platform = open_platform(NULL);
    SDL_Joystick *pads[MAKES];
    int indices[MAKES];
    for (int i = 0; i < MAKES; i++)
        indices[i] = attach_make(makes[i].vendor, makes[i].product);
    settle(platform);
    for (int i = 0; i < MAKES; i++) {
        pads[i] = SDL_JoystickFromInstanceID(SDL_JoystickGetDeviceInstanceID(indices[i]));
        assert_non_null(pads[i]);
    }
    for (int i = 0; i < MAKES; i++) {
        SDL_JoystickSetVirtualButton(pads[i], SDL_CONTROLLER_BUTTON_A, 1);
        assert_int_equal(next_action(platform), ACTION_CONTINUE);
        assert_string_equal(name_of(platform, ACTION_CONTINUE), makes[i].lower);
        assert_string_equal(name_of(platform, ACTION_PLAY_PAUSE), makes[i].start);
        press_a_key(platform);
        SDL_JoystickSetVirtualAxis(pads[i], SDL_CONTROLLER_AXIS_LEFTX, 32767);
        assert_int_equal(next_action(platform), ACTION_NEXT);
        assert_string_equal(name_of(platform, ACTION_CONTINUE), makes[i].lower);
    }
    /* A stick that trembles in its dead zone is not used. */
    press_a_key(platform);
    SDL_JoystickSetVirtualAxis(pads[0], SDL_CONTROLLER_AXIS_LEFTX, 0);
    settle(platform);
    assert_string_equal(name_of(platform, ACTION_CONTINUE), "Enter");
    for (int i = MAKES; i-- > 0;)
        SDL_JoystickDetachVirtual(indices[i]);
    settle(platform);
    platform_close(platform);
}

/* Whatever stands in the file, or stands in its place, the window opens. */
static void mappings_of_any_kind_are_survived(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "030000005e040000ea02000001030000,Pad,a:b0,b:b1,start:b7,platform:Linux,\n",
        "",
        "a",
        ",,,,\n",
        "\xFF\xFE\n\n,a:b999999999999,\n",
        "030000005e040000ea02000001030000,,a:b-1,leftx:a99~,:::::,platform:Linux\n"};
    char path[] = "/tmp/unknot-pads-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fputs(texts[i], file);
        fclose(file);
        platform_close(open_platform(path));
    }
    close(fd);
    unlink(path);
    platform_close(open_platform("/tmp"));
    platform_close(open_platform("/nowhere"));
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    /* The dummy display never gives a window the focus, and pads speak to who has it. */
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1);
    bindings_init(&usual, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_button_repeats_like_a_key),
        cmocka_unit_test(a_pad_that_goes_while_held_lets_go),
        cmocka_unit_test(a_button_that_is_never_let_go_stops),
        cmocka_unit_test(the_stick_has_a_dead_zone_and_does_not_tremble),
        cmocka_unit_test(triggers_are_buttons),
        cmocka_unit_test(noise_from_more_pads_than_fit_does_no_harm),
        cmocka_unit_test(a_pad_is_plugged_in_pressed_and_pulled_out_while_held),
        cmocka_unit_test(two_pads_are_one_persons),
        cmocka_unit_test(hints_name_the_button_of_the_pad_in_use),
        cmocka_unit_test(mappings_of_any_kind_are_survived),
    };
    return cmocka_run_group_tests_name("pads", tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
#include "platform/input.h"

#include "check.h"

#include <math.h>
#include <string.h>

static const struct input_screen screen = {1920, 1080, 2};
static struct bindings usual;

static bool send(struct input *input, SDL_Event event, tick now, struct platform_input *out)
{
    return input_translate(input, &event, screen, now, out);
}

static SDL_Event key_event(SDL_Keycode key, Uint16 held, bool repeat)
{
    return (SDL_Event){.key = {.type = SDL_KEYDOWN,
                               .state = SDL_PRESSED,
                               .repeat = repeat,
                               .keysym = {.sym = key, .mod = held}}};
}

static enum action action_of(SDL_Keycode key, Uint16 held, bool repeat)
{
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    return send(&input, key_event(key, held, repeat), 0, &out) ? out.request.action : ACTION_NONE;
}

static void keys_mean_what_the_help_says(void **state)
{
    (void)state;
    static const struct {
        SDL_Keycode key;
        enum action action;
    } wanted[] = {
        {SDLK_SPACE, ACTION_PLAY_PAUSE},
        {SDLK_RETURN, ACTION_CONTINUE},
        {SDLK_RIGHT, ACTION_NEXT},
        {SDLK_LEFT, ACTION_BACK},
        {SDLK_UP, ACTION_UP},
        {SDLK_DOWN, ACTION_DOWN},
        {SDLK_r, ACTION_REPEAT},
        {SDLK_PLUS, ACTION_LOUDER},
        {SDLK_MINUS, ACTION_SOFTER},
        {SDLK_m, ACTION_MUTE},
        {SDLK_e, ACTION_EYES_CLOSED},
        {SDLK_f, ACTION_FULL_SCREEN},
        {SDLK_ESCAPE, ACTION_LEAVE},
        {SDLK_AC_BACK, ACTION_LEAVE},
        {SDLK_AUDIOPLAY, ACTION_PLAY_PAUSE},
        {SDLK_AUDIONEXT, ACTION_NEXT},
        {SDLK_7, ACTION_RATE},
        {SDLK_z, ACTION_NONE},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_int_equal(action_of(wanted[i].key, 0, false), wanted[i].action);
}

static void digits_carry_their_rating(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    for (int digit = 0; digit <= 9; digit++) {
        assert_true(send(&input, key_event(SDLK_0 + digit, 0, false), 0, &out));
        assert_int_equal(out.request.rating, digit);
    }
    assert_true(send(&input, key_event(SDLK_KP_9, KMOD_NUM, false), 0, &out));
    assert_int_equal(out.request.rating, 9);
}

static void held_keys_repeat_only_the_volume(void **state)
{
    (void)state;
    assert_int_equal(action_of(SDLK_PLUS, 0, true), ACTION_LOUDER);
    assert_int_equal(action_of(SDLK_SPACE, 0, true), ACTION_NONE);
    assert_int_equal(action_of(SDLK_RIGHT, 0, true), ACTION_NONE);
}

static void modifiers_keep_letters_apart(void **state)
{
    (void)state;
    assert_int_equal(action_of(SDLK_r, KMOD_LCTRL, false), ACTION_NONE);
    assert_int_equal(action_of(SDLK_q, KMOD_LCTRL, false), ACTION_QUIT);
    assert_int_equal(action_of(SDLK_q, 0, false), ACTION_NONE);
    assert_int_equal(action_of(SDLK_RETURN, KMOD_LALT, false), ACTION_FULL_SCREEN);
    assert_int_equal(action_of(SDLK_r, KMOD_LSHIFT | KMOD_CAPS | KMOD_NUM, false), ACTION_REPEAT);
}

static SDL_Event text_event(const char *text)
{
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
    strncpy(event.text.text, text, sizeof event.text.text - 1);
    return event;
}

static void what_a_key_writes_counts_where_the_key_means_nothing(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    /* A question mark is Shift and another key on every keyboard. */
    assert_false(send(&input, key_event(0xDF, KMOD_LSHIFT, false), 0, &out));
    assert_true(send(&input, text_event("?"), 0, &out));
    assert_int_equal(out.request.action, ACTION_HELP);
    /* A digit that was a key of its own counts once. */
    assert_true(send(&input, key_event(SDLK_5, 0, false), 0, &out));
    assert_false(send(&input, text_event("5"), 0, &out));
    /* French keyboards write it with Shift. */
    assert_false(send(&input, key_event(SDLK_LEFTPAREN, KMOD_LSHIFT, false), 0, &out));
    assert_true(send(&input, text_event("5"), 0, &out));
    assert_int_equal(out.request.rating, 5);
    /* Held down. */
    assert_false(send(&input, key_event(0xDF, KMOD_LSHIFT, true), 0, &out));
    assert_false(send(&input, text_event("?"), 0, &out));
}

static SDL_Event button(Uint32 type, int x, int y)
{
    return (SDL_Event){.button = {.type = type, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};
}

static void a_click_is_a_tap_in_pixels(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    assert_false(send(&input, button(SDL_MOUSEBUTTONDOWN, 100, 50), 0, &out));
    assert_true(send(&input, button(SDL_MOUSEBUTTONUP, 101, 50), 100 * TICK_MS, &out));
    assert_true(out.tapped);
    assert_int_equal(out.request.action, ACTION_PLAY_PAUSE);
    assert_true(out.x == 200 && out.y == 100);
    /* Dragged away, or let go without a press: nothing. */
    assert_false(send(&input, button(SDL_MOUSEBUTTONDOWN, 100, 50), 0, &out));
    assert_false(send(&input, button(SDL_MOUSEBUTTONUP, 500, 50), 0, &out));
    assert_false(send(&input, button(SDL_MOUSEBUTTONUP, 100, 50), 0, &out));
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
    return (SDL_Event){.tfinger = {.type = type, .touchId = 7, .fingerId = id, .x = x, .y = y}};
}

static void a_finger_takes_what_it_touches_along(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
    assert_false(send(&input, finger(SDL_FINGERMOTION, 1, 0.5F, 0.49F), 0, &out));
    assert_true(send(&input, finger(SDL_FINGERMOTION, 1, 0.5F, 0.25F), 0, &out));
    assert_true(fabsf(out.dragged + 270) < 0.5F);
    assert_true(send(&input, finger(SDL_FINGERMOTION, 1, 0.5F, 0.5F), 0, &out));
    assert_true(fabsf(out.dragged - 270) < 0.5F);
    assert_false(platform_is_press(&out));
    assert_true(send(&input, finger(SDL_FINGERUP, 1, 0.5F, 0.5F), 0, &out));
    assert_true(out.lifted && !out.tapped);
    assert_int_equal(out.request.action, ACTION_NONE);
}

static void the_mouse_points_once_it_has_moved(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    SDL_Event moved = {.motion = {.type = SDL_MOUSEMOTION, .x = 100, .y = 50}};
    SDL_Event touched = moved;
    touched.motion.which = SDL_TOUCH_MOUSEID;
    input_init(&input, &usual);
    assert_false(send(&input, moved, 0, &out));
    assert_true(send(&input, moved, 0, &out));
    assert_true(out.pointed && out.x == 200 && out.y == 100);
    assert_false(platform_is_press(&out));
    assert_false(send(&input, touched, 0, &out));
    send(&input, button(SDL_MOUSEBUTTONDOWN, 100, 50), 0, &out);
    assert_false(send(&input, moved, 0, &out));
}

static void a_wheel_turns_rows_or_the_volume(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    assert_true(send(&input, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = -1}}, 0, &out));
    assert_int_equal(out.notches, 1);
    assert_int_equal(out.request.action, ACTION_SOFTER);
    assert_true(send(&input, (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL, .y = 1}}, 0, &out));
    assert_int_equal(out.notches, -1);
}

static void a_long_press_asks_for_help(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    assert_true(input_next(&input) == TICK_NEVER);
    send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
    assert_int_equal(input_next(&input), PRESS_LONG);
    assert_false(input_elapse(&input, PRESS_LONG - 1, &out));
    assert_true(input_elapse(&input, PRESS_LONG, &out));
    assert_int_equal(out.request.action, ACTION_HELP);
    assert_false(out.tapped);
    /* Once, and letting go is no tap. */
    assert_false(input_elapse(&input, 2 * PRESS_LONG, &out));
    assert_false(send(&input, finger(SDL_FINGERUP, 1, 0.5F, 0.5F), 2 * PRESS_LONG, &out));
}

/* What one finger means that goes from the middle by this much of the screen. */
static enum action swiped(float dx, float dy)
{
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
    send(&input, finger(SDL_FINGERMOTION, 1, 0.5F + dx, 0.5F + dy), 0, &out);
    assert_false(input_elapse(&input, PRESS_LONG, &out));
    bool meant = send(&input, finger(SDL_FINGERUP, 1, 0.5F + dx, 0.5F + dy), PRESS_LONG, &out);
    assert_false(out.tapped);
    return meant ? out.request.action : ACTION_NONE;
}

static void swipes_go_on_back_and_out(void **state)
{
    (void)state;
    assert_int_equal(swiped(-0.3F, 0.02F), ACTION_NEXT);
    assert_int_equal(swiped(0.3F, 0.02F), ACTION_BACK);
    assert_int_equal(swiped(0, 0.3F), ACTION_LEAVE);
    assert_int_equal(swiped(0, -0.3F), ACTION_NONE);
    /* Too short, or askew. */
    assert_int_equal(swiped(-0.05F, 0), ACTION_NONE);
    assert_int_equal(swiped(0.2F, 0.25F), ACTION_NONE);
}

static void two_fingers_play_and_pause(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    send(&input, finger(SDL_FINGERDOWN, 1, 0.4F, 0.5F), 0, &out);
    send(&input, finger(SDL_FINGERDOWN, 2, 0.6F, 0.5F), 0, &out);
    assert_false(input_elapse(&input, 2 * PRESS_LONG, &out));
    assert_true(send(&input, finger(SDL_FINGERUP, 1, 0.4F, 0.5F), 1000, &out));
    assert_int_equal(out.request.action, ACTION_PLAY_PAUSE);
    assert_false(out.tapped);
    assert_false(send(&input, finger(SDL_FINGERUP, 2, 0.6F, 0.5F), 1000, &out));
}

static void tab_goes_round_both_ways(void **state)
{
    (void)state;
    assert_int_equal(action_of(SDLK_TAB, 0, false), ACTION_FOCUS_NEXT);
    assert_int_equal(action_of(SDLK_TAB, KMOD_LSHIFT, false), ACTION_FOCUS_BACK);
    assert_int_equal(action_of(SDLK_TAB, KMOD_LALT, false), ACTION_NONE);
}

static void ten_fingers_are_a_hand_put_down(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    int taps = 0;
    for (int i = 0; i < 10; i++)
        taps += send(&input, finger(SDL_FINGERDOWN, i - 1, 0.1F * (float)i, 0.5F), 0, &out);
    for (int i = 0; i < 10; i++)
        taps += send(&input, finger(SDL_FINGERUP, i - 1, 0.1F * (float)i, 0.5F), 1000, &out);
    assert_int_equal(taps, 0);
    assert_true(input_next(&input) == TICK_NEVER);
}

static void a_finger_that_never_leaves_is_forgotten(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
    tick later = PRESS_LOST + 1;
    send(&input, finger(SDL_FINGERDOWN, 2, 0.2F, 0.5F), later, &out);
    assert_true(send(&input, finger(SDL_FINGERUP, 2, 0.2F, 0.5F), later + 1000, &out));
}

static void coordinates_off_the_screen_are_not_taken(void **state)
{
    (void)state;
    static const float odd[] = {NAN, INFINITY, -INFINITY, -0.1F, 1.1F, 1e30F};
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        assert_false(send(&input, finger(SDL_FINGERDOWN, 1, odd[i], 0.5F), 0, &out));
        assert_false(send(&input, finger(SDL_FINGERUP, 1, odd[i], 0.5F), 0, &out));
        assert_false(send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out));
        assert_false(send(&input, finger(SDL_FINGERUP, 1, 0.5F, odd[i]), 0, &out));
    }
}

static enum naming naming_after(struct input *input, SDL_Keycode key)
{
    struct platform_input out;
    (void)send(input, key_event(key, 0, false), 0, &out);
    return input->naming;
}

/* Most of what a remote sends a keyboard sends, too. */
static void a_remote_is_known_by_what_only_remotes_have(void **state)
{
    (void)state;
    static const SDL_Keycode both[] = {SDLK_RETURN, SDLK_ESCAPE, SDLK_UP,   SDLK_LEFT,    SDLK_5,
                                       SDLK_KP_0,   SDLK_PAUSE,  SDLK_HOME, SDLK_VOLUMEUP};
    static const SDL_Keycode remotes[] = {SDLK_AUDIOPLAY, SDLK_SELECT, SDLK_AC_BACK, SDLK_MENU,
                                          SDLK_AUDIOSTOP};
    static const SDL_Keycode keyboards[] = {SDLK_SPACE, SDLK_e, SDLK_TAB, SDLK_F1, SDLK_LSHIFT};
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    for (size_t i = 0; i < sizeof both / sizeof *both; i++)
        assert_int_equal(naming_after(&input, both[i]), NAMING_KEYBOARD);
    for (size_t r = 0; r < sizeof remotes / sizeof *remotes; r++) {
        assert_int_equal(naming_after(&input, remotes[r]), NAMING_REMOTE);
        for (size_t i = 0; i < sizeof both / sizeof *both; i++)
            assert_int_equal(naming_after(&input, both[i]), NAMING_REMOTE);
        (void)send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
        assert_int_equal(input.naming, NAMING_TOUCH);
        assert_int_equal(naming_after(&input, SDLK_RETURN), NAMING_REMOTE);
        assert_int_equal(naming_after(&input, keyboards[r]), NAMING_KEYBOARD);
        assert_int_equal(naming_after(&input, SDLK_RETURN), NAMING_KEYBOARD);
    }
}

/* Some remotes send nothing that only remotes have, and some keyboards do. */
static void what_keys_are_on_can_be_said(void **state)
{
    (void)state;
    static const struct {
        enum setting_keys_on keys_on;
        enum naming naming;
        const char *spoken;
    } said[] = {{KEYS_ON_REMOTE, NAMING_REMOTE, "OK"},
                {KEYS_ON_KEYBOARD, NAMING_KEYBOARD, "Enter"}};
    static const SDL_Keycode keys[] = {SDLK_RETURN, SDLK_AUDIOPLAY, SDLK_e, SDLK_UP};
    static const SDL_Event pad = {.cbutton = {.type = SDL_CONTROLLERBUTTONDOWN}};
    struct input input;
    struct platform_input out;
    input_init(&input, &usual);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        input_name_keys(&input, said[i].keys_on);
        assert_int_equal(input.naming, said[i].naming);
        struct key_names names = bindings_names(&usual, input.naming);
        assert_string_equal(names.spoken[ACTION_CONTINUE], said[i].spoken);
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            assert_int_equal(naming_after(&input, keys[k]), said[i].naming);
        (void)send(&input, pad, 0, &out);
        assert_int_equal(input.naming, NAMING_PAD);
        (void)send(&input, button(SDL_MOUSEBUTTONDOWN, 100, 50), 0, &out);
        assert_int_equal(input.naming, said[i].naming);
    }
    assert_int_equal(naming_after(&input, SDLK_AUDIOPLAY), NAMING_KEYBOARD);
    input_name_keys(&input, KEYS_ON_EITHER);
    assert_int_equal(input.naming, NAMING_REMOTE);
    (void)send(&input, finger(SDL_FINGERDOWN, 1, 0.5F, 0.5F), 0, &out);
    input_name_keys(&input, KEYS_ON_KEYBOARD);
    assert_int_equal(input.naming, NAMING_TOUCH);
}

/* Events of every kind with random contents: whatever comes out is an action on the screen. */
static void noise_does_no_harm(void **state)
{
    (void)state;
    struct input input;
    struct platform_input out;
    unsigned seed = 5;
    static const Uint32 types[] = {SDL_KEYDOWN,     SDL_KEYUP,         SDL_TEXTINPUT,
                                   SDL_MOUSEMOTION, SDL_MOUSEBUTTONUP, SDL_MOUSEBUTTONDOWN,
                                   SDL_FINGERUP,    SDL_FINGERDOWN,    SDL_MOUSEWHEEL,
                                   SDL_WINDOWEVENT, SDL_QUIT,          SDL_USEREVENT,
                                   SDL_FINGERMOTION};
    input_init(&input, &usual);
    for (int round = 0; round < 50000; round++) {
        SDL_Event event;
        for (size_t i = 0; i < sizeof event; i++) {
            seed = seed * 1103515245U + 12345U;
            ((unsigned char *)&event)[i] = (unsigned char)(seed >> 16);
        }
        event.type = types[seed >> 8 & 0xFF ? (seed >> 8) % (sizeof types / sizeof *types) : 0];
        if (event.type == SDL_TEXTINPUT)
            event.text.text[sizeof event.text.text - 1] = '\0';
        bool meant = input_translate(&input, &event, screen, round * TICK_MS, &out) ||
                     input_elapse(&input, round * TICK_MS, &out);
        if (!meant)
            continue;
        assert_true(out.request.action > ACTION_NONE && out.request.action < ACTION_COUNT);
        assert_true(out.x >= 0 && out.x <= 1920 && out.y >= 0 && out.y <= 1080);
        assert_in_range(out.request.rating, 0, 10);
    }
}

int main(void)
{
    bindings_init(&usual, NULL, NULL);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_mean_what_the_help_says),
        cmocka_unit_test(digits_carry_their_rating),
        cmocka_unit_test(held_keys_repeat_only_the_volume),
        cmocka_unit_test(modifiers_keep_letters_apart),
        cmocka_unit_test(what_a_key_writes_counts_where_the_key_means_nothing),
        cmocka_unit_test(a_click_is_a_tap_in_pixels),
        cmocka_unit_test(a_finger_takes_what_it_touches_along),
        cmocka_unit_test(the_mouse_points_once_it_has_moved),
        cmocka_unit_test(a_wheel_turns_rows_or_the_volume),
        cmocka_unit_test(a_long_press_asks_for_help),
        cmocka_unit_test(swipes_go_on_back_and_out),
        cmocka_unit_test(two_fingers_play_and_pause),
        cmocka_unit_test(tab_goes_round_both_ways),
        cmocka_unit_test(ten_fingers_are_a_hand_put_down),
        cmocka_unit_test(a_finger_that_never_leaves_is_forgotten),
        cmocka_unit_test(coordinates_off_the_screen_are_not_taken),
        cmocka_unit_test(a_remote_is_known_by_what_only_remotes_have),
        cmocka_unit_test(what_keys_are_on_can_be_said),
        cmocka_unit_test(noise_does_no_harm),
    };
    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}

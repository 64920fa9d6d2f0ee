// SPDX-License-Identifier: MIT
#include "platform/bindings.h"
#include "platform/clock.h"
#include "platform/platform.h"
#include "view/stand_in.h"
#include "view/stand_in_home.h"

#include <math.h>
#include <SDL.h>
#include <stdlib.h>

#include "check.h"

/* A child, a cat and a broken touch screen at once: whatever devices send, in whatever order, goes
 * through SDL and a window to home and to sessions, which are drawn on the way. Some things hold
 * all the time, and afterwards a key means what it always meant. */

enum { SEEDS = 3, EVENTS = 50000, BATCH = 50, PADS = 3, FINGERS = 10 };
enum { WIDTH = 320, HEIGHT = 180 };
/* The clock of home and session, which is not that of the devices. */
#define STEP (100 * TICK_MS)

struct flood {
    uint32_t seed;
    struct platform *platform;
    struct stand_in stand_in;
    struct home home;
    struct home_content content;
    struct focus_items items;
    struct session session;
    bool in_session;
    unsigned sessions, taken;
    tick now;
    int pads[PADS]; /* device indices of SDL; -1: not plugged in */
};

static uint32_t draw_number(struct flood *flood, uint32_t below)
{
    uint32_t *seed = &flood->seed;
    *seed ^= *seed << 13; /* xorshift32 */
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

#define ONE_OF(flood, list) ((list)[draw_number(flood, sizeof(list) / sizeof *(list))])

/* A place on the screen, or one that no screen has. */
static float any_share(struct flood *flood)
{
    static const float odd[] = {-0.01F, 1.01F, -1e30F, 1e30F, INFINITY, -INFINITY, NAN, 0, 1};
    return draw_number(flood, 6) == 0 ? ONE_OF(flood, odd) : (float)draw_number(flood, 1000) / 1000;
}

static int any_pixel(struct flood *flood, int side)
{
    static const int odd[] = {-1, -100000, INT32_MAX, INT32_MIN, 0};
    return draw_number(flood, 6) == 0 ? ONE_OF(flood, odd)
                                      : (int)draw_number(flood, (uint32_t)side);
}

/* Also held down, and with any of shift, control, alt and the others. */
static void any_key(struct flood *flood, SDL_Event *out)
{
    static const SDL_Keycode meant[] = {
        SDLK_SPACE, SDLK_RETURN, SDLK_LEFT,      SDLK_RIGHT,     SDLK_UP,     SDLK_DOWN,
        SDLK_TAB,   SDLK_ESCAPE, SDLK_PLUS,      SDLK_MINUS,     SDLK_r,      SDLK_e,
        SDLK_m,     SDLK_h,      SDLK_AC_BACK,   SDLK_AUDIOPLAY, SDLK_PAGEUP, SDLK_PAGEDOWN,
        SDLK_0,     SDLK_1,      SDLK_AUDIONEXT, SDLK_AUDIOSTOP, SDLK_MENU,   SDLK_SELECT};
    SDL_Keycode key =
        draw_number(flood, 4) == 0 ? (SDL_Keycode)draw_number(flood, 400) : ONE_OF(flood, meant);
    Uint16 held = draw_number(flood, 3) == 0 ? (Uint16)draw_number(flood, 0x10000) : 0;
    *out = (SDL_Event){.key = {.type = draw_number(flood, 3) == 0 ? SDL_KEYUP : SDL_KEYDOWN,
                               .repeat = draw_number(flood, 2) == 0,
                               .keysym = {.sym = key, .mod = held}}};
}

static void any_text(struct flood *flood, SDL_Event *out)
{
    *out = (SDL_Event){.text = {.type = SDL_TEXTINPUT}};
    for (int i = 0; i < 3; i++)
        out->text.text[i] = (char)draw_number(flood, 256);
}

static void any_click(struct flood *flood, SDL_Event *out)
{
    *out = (SDL_Event){
        .button = {.type = draw_number(flood, 2) == 0 ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                   .which = draw_number(flood, 8) == 0 ? SDL_TOUCH_MOUSEID : 0,
                   .button = (Uint8)(draw_number(flood, 4) == 0 ? draw_number(flood, 256) : 1),
                   .x = any_pixel(flood, WIDTH),
                   .y = any_pixel(flood, HEIGHT)}};
}

static void any_motion(struct flood *flood, SDL_Event *out)
{
    *out = (SDL_Event){.motion = {.type = SDL_MOUSEMOTION,
                                  .x = any_pixel(flood, WIDTH),
                                  .y = any_pixel(flood, HEIGHT)}};
}

static void any_wheel(struct flood *flood, SDL_Event *out)
{
    *out = (SDL_Event){.wheel = {.type = SDL_MOUSEWHEEL,
                                 .x = any_pixel(flood, 3),
                                 .y = any_pixel(flood, 3),
                                 .direction = draw_number(flood, 3)}};
}

/* Down without up, up without down, and one that is down twice. */
static void any_finger(struct flood *flood, SDL_Event *out)
{
    static const Uint32 types[] = {SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION};
    *out = (SDL_Event){.tfinger = {.type = ONE_OF(flood, types),
                                   .touchId = 1 + draw_number(flood, 2),
                                   .fingerId = draw_number(flood, FINGERS),
                                   .x = any_share(flood),
                                   .y = any_share(flood)}};
}

/* Of pads that are not there, too, and with numbers that no pad has. */
static void any_pad_event(struct flood *flood, SDL_Event *out)
{
    SDL_JoystickID which = (SDL_JoystickID)draw_number(flood, 20);
    if (draw_number(flood, 2) == 0)
        *out = (SDL_Event){.caxis = {.type = SDL_CONTROLLERAXISMOTION,
                                     .which = which,
                                     .axis = (Uint8)draw_number(flood, 10),
                                     .value = (Sint16)draw_number(flood, 0x10000)}};
    else
        *out =
            (SDL_Event){.cbutton = {.type = draw_number(flood, 2) == 0 ? SDL_CONTROLLERBUTTONUP
                                                                       : SDL_CONTROLLERBUTTONDOWN,
                                    .which = which,
                                    .button = (Uint8)draw_number(flood, 256)}};
}

static void any_window_event(struct flood *flood, SDL_Event *out)
{
    static const Uint8 kinds[] = {SDL_WINDOWEVENT_EXPOSED, SDL_WINDOWEVENT_LEAVE,
                                  SDL_WINDOWEVENT_SIZE_CHANGED, SDL_WINDOWEVENT_FOCUS_LOST,
                                  SDL_WINDOWEVENT_DISPLAY_CHANGED};
    bool closed = draw_number(flood, 20) == 0;
    *out = (SDL_Event){
        .window = {.type = SDL_WINDOWEVENT,
                   .event = closed ? (Uint8)SDL_WINDOWEVENT_CLOSE : ONE_OF(flood, kinds)}};
}

static void push_any(struct flood *flood)
{
    static void (*const kinds[])(struct flood *, SDL_Event *) = {
        any_key,    any_key,    any_key,   any_text,      any_click,        any_motion,
        any_finger, any_finger, any_wheel, any_pad_event, any_window_event,
    };
    SDL_Event event;
    ONE_OF(flood, kinds)(flood, &event);
    SDL_PushEvent(&event);
}

static void pull_out(struct flood *flood, int *pad)
{
    int gone = *pad;
    *pad = -1;
    SDL_JoystickDetachVirtual(gone);
    for (int i = 0; i < PADS; i++) /* the others' indices count down */
        flood->pads[i] -= flood->pads[i] > gone;
}

/* Plugs a pad in, presses something on it, or pulls it out with whatever is held on it. */
static void use_pads(struct flood *flood)
{
    int *pad = &flood->pads[draw_number(flood, PADS)];
    if (*pad < 0) {
        *pad = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                         SDL_CONTROLLER_BUTTON_MAX, 0);
        return;
    }
    SDL_Joystick *stick = SDL_JoystickFromInstanceID(SDL_JoystickGetDeviceInstanceID(*pad));
    if (stick != NULL) {
        SDL_JoystickSetVirtualButton(stick, (int)draw_number(flood, SDL_CONTROLLER_BUTTON_MAX),
                                     draw_number(flood, 3) > 0);
        SDL_JoystickSetVirtualAxis(stick, (int)draw_number(flood, SDL_CONTROLLER_AXIS_MAX),
                                   (Sint16)draw_number(flood, 0x10000));
    }
    if (draw_number(flood, 8) == 0)
        pull_out(flood, pad);
}

static void draw(struct flood *flood)
{
    struct view_context *view = &flood->stand_in.view;
    platform_size(flood->platform, &view->width, &view->height);
    if (flood->in_session)
        view_session(view, &flood->session);
    else
        view_home(view, &flood->home, &flood->content, &flood->items);
}

static void check_state(const struct flood *flood)
{
    const struct session *session = &flood->session;
    assert_true(flood->home.place < HOME_PLACES);
    assert_true(flood->home.card < flood->content.count);
    if (!flood->in_session)
        return;
    assert_true(session->mode < SESSION_MODES);
    assert_in_range(session->position, 0, session->timeline->total);
    assert_in_range(session->volume, 0, 100);
    assert_in_range(session->focus, 0, MENU_ITEMS - 1);
    assert_true(session->rating >= -1 && session->rating <= RATING_MOST);
}

static void begin(struct flood *flood)
{
    struct session_options options = {.volume = 60,
                                      .before = flood->home.comfort,
                                      .ask = draw_number(flood, 2) == 0,
                                      .resume = draw_number(flood, 2) == 0 ? TICK_MIN : 0,
                                      .eyes_closed = draw_number(flood, 8) == 0};
    session_init(&flood->session, flood->stand_in.timeline, &options, flood->now);
    flood->in_session = true;
    flood->sessions++;
}

static void step_session(struct flood *flood, const struct platform_input *input)
{
    struct request request = input->request;
    struct effects effects;
    int target =
        input->tapped ? focus_at(&flood->stand_in.targets, input->x, input->y) : FOCUS_NONE;
    if (target >= 0)
        request = (struct request){.action = ACTION_PICK, .pick = target};
    session_step(&flood->session, request, flood->now, &effects);
    for (size_t i = 0; i < effects.count; i++)
        if (effects.items[i].kind == EFFECT_LEFT || effects.items[i].kind == EFFECT_CLOSE)
            flood->in_session = false;
    if (!flood->in_session)
        home_return(&flood->home, &flood->content, flood->now);
}

static void step_home(struct flood *flood, const struct platform_input *input)
{
    const struct home_input press = {.action = input->request.action,
                                     .tapped = input->tapped,
                                     .rating = input->request.rating,
                                     .x = input->x,
                                     .y = input->y};
    switch (home_step(&flood->home, &flood->content, &flood->items, &press, flood->now)) {
    case HOME_PLAY:
        begin(flood);
        break;
    case HOME_RELOAD:
        home_return(&flood->home, &flood->content, flood->now);
        break;
    case HOME_CLOSE:
        home_init(&flood->home, flood->now);
        break;
    default:
        break;
    }
}

static void step(struct flood *flood, const struct platform_input *input)
{
    if (flood->in_session)
        step_session(flood, input);
    else
        step_home(flood, input);
    check_state(flood);
    draw(flood);
}

static void take_all(struct flood *flood)
{
    struct platform_input input;
    while (platform_take(flood->platform, &input)) {
        if (input.tapped)
            assert_true(isfinite(input.x) && isfinite(input.y));
        flood->taken++;
        step(flood, &input);
    }
    step(flood, &(struct platform_input){0});
}

static void set_out(struct flood *flood, uint32_t seed)
{
    const struct platform_options options = {
        .title = "test", .windowed = true, .width = WIDTH, .height = HEIGHT};
    const char *why = "";
    *flood = (struct flood){.seed = seed, .content = stand_in_home(6), .pads = {-1, -1, -1}};
    stand_in_init(&flood->stand_in, false, false);
    flood->stand_in.view.targets = &flood->stand_in.targets;
    flood->platform = platform_open(&options, &why);
    if (flood->platform == NULL)
        fail_msg("%s", why);
    home_init(&flood->home, 0);
    draw(flood);
}

/* Nothing is left over: no finger, no button, no repeat. */
static void a_key_means_what_it_says(struct flood *flood)
{
    struct platform_input input;
    for (int finger = 0; finger < FINGERS; finger++)
        SDL_PushEvent(&(SDL_Event){.tfinger = {.type = SDL_FINGERUP, .fingerId = finger}});
    for (SDL_JoystickID pad = 0; pad < 20; pad++)
        SDL_PushEvent(&(SDL_Event){.cdevice = {.type = SDL_CONTROLLERDEVICEREMOVED, .which = pad}});
    SDL_PushEvent(&(SDL_Event){.button = {.type = SDL_MOUSEBUTTONUP, .button = SDL_BUTTON_LEFT}});
    for (int i = 0; i < PADS; i++)
        if (flood->pads[i] >= 0)
            pull_out(flood, &flood->pads[i]);
    platform_wait(flood->platform, clock_now());
    take_all(flood);
    SDL_PushEvent(&(SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_RIGHT}}});
    assert_true(platform_take(flood->platform, &input));
    assert_int_equal(input.request.action, ACTION_NEXT);
    assert_false(platform_take(flood->platform, &input));
}

static void whatever_devices_send_is_survived(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        struct flood flood;
        set_out(&flood, seed * 2654435761U);
        for (int batch = 0; batch < EVENTS / BATCH; batch++) {
            for (int i = 0; i < BATCH; i++)
                push_any(&flood);
            use_pads(&flood);
            flood.now += draw_number(&flood, 50) == 0 ? TICK_MIN : STEP;
            if (batch % 5 == 0) {
                platform_wait(flood.platform, clock_now());
                platform_present(flood.platform, &flood.stand_in.list);
            }
            take_all(&flood);
        }
        /* The flood got somewhere. */
        assert_true(flood.sessions > 10 && flood.taken > EVENTS / 10);
        a_key_means_what_it_says(&flood);
        platform_close(flood.platform);
        stand_in_finish(&flood.stand_in);
    }
}

/* A key that is held while nobody takes what it sends: no more than SDL has room for. */
static void a_flood_of_repeats_ends(void **state)
{
    (void)state;
    struct flood flood;
    struct platform_input input;
    set_out(&flood, 1);
    for (int i = 0; i < 100000; i++)
        SDL_PushEvent(&(SDL_Event){
            .key = {.type = SDL_KEYDOWN, .repeat = i > 0, .keysym = {.sym = SDLK_SPACE}}});
    assert_true(platform_take(flood.platform, &input));
    assert_int_equal(input.request.action, ACTION_PLAY_PAUSE);
    assert_false(platform_take(flood.platform, &input)); /* held down, it asks once */
    platform_close(flood.platform);
    stand_in_finish(&flood.stand_in);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    /* The dummy display never gives a window the focus, and pads speak to who has it. */
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_devices_send_is_survived),
        cmocka_unit_test(a_flood_of_repeats_ends),
    };
    return cmocka_run_group_tests_name("flood", tests, NULL, NULL);
}

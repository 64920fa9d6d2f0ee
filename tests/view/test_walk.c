// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "platform/bindings.h"
#include "platform/clock.h"
#include "platform/platform.h"
#include "view/stand_in.h"
#include "view/stand_in_home.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* One walk through every screen, by keyboard, remote control, gamepad and touch, each through SDL
 * and a window: what is read on the way is golden/walk.txt, the same for all of them. After a
 * change that was meant: UNKNOT_GOLDEN_WRITE=1 build/debug/tests/test_view_walk. */

#define GOLDEN "tests/view/golden/walk.txt"
#define WIDTH 1280
#define HEIGHT 720
/* The clock of home and session, which is not that of the devices. */
#define STEP (100 * TICK_MS)
/* Nothing that a device sends takes longer. */
#define ARRIVES TICK_MIN

enum { NOWHERE = -1, AWAY = -2 };

/* On home a finger chooses what lies under it and needs no arrows; in a session it taps. */
static const struct {
    const char *what;
    enum action action;
    int under; /* the item that a finger touches; NOWHERE: it makes the gesture; AWAY: no need */
} walk[] = {
    {"to the second card", ACTION_NEXT, AWAY},
    {"a file with mistakes", ACTION_CONTINUE, HOME_ITEM_CARD + 1},
    {"home", ACTION_LEAVE, NOWHERE},
    {"keys", ACTION_HELP, NOWHERE},
    {"no keys", ACTION_LEAVE, NOWHERE},
    {"to the first card", ACTION_BACK, AWAY},
    {"to the button", ACTION_UP, AWAY},
    {"settings", ACTION_CONTINUE, HOME_ITEM_SETTINGS},
    {"to the way out", ACTION_UP, AWAY},
    {"to the last thing", ACTION_UP, AWAY},
    {"it is at hand", ACTION_CONTINUE, HOME_ITEM_WISH + SETTING_EQUIPMENT + 7},
    {"home from the settings", ACTION_LEAVE, NOWHERE},
    {"to the button beside it", ACTION_BACK, AWAY},
    {"learn", ACTION_CONTINUE, HOME_ITEM_LEARN},
    {"its next page", ACTION_CONTINUE, HOME_ITEM_NEXT},
    {"home from there", ACTION_LEAVE, NOWHERE},
    {"to the cards", ACTION_DOWN, AWAY},
    {"before a session", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"to the other button", ACTION_NEXT, AWAY},
    {"back", ACTION_CONTINUE, HOME_ITEM_HOME},
    {"before a session again", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"the countdown", ACTION_CONTINUE, HOME_ITEM_START},
    {"a session", ACTION_PLAY_PAUSE, NOWHERE},
    {"pause", ACTION_PLAY_PAUSE, NOWHERE},
    {"on", ACTION_PLAY_PAUSE, NOWHERE},
    {"keys in a session", ACTION_HELP, NOWHERE},
    {"no keys in a session", ACTION_HELP, NOWHERE},
    {"the next step", ACTION_NEXT, NOWHERE},
    {"and the next", ACTION_NEXT, NOWHERE},
    {"the one before", ACTION_BACK, NOWHERE},
    {"leave?", ACTION_LEAVE, NOWHERE},
    {"leave", ACTION_LEAVE, NOWHERE},
    {"before it goes on", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"its countdown", ACTION_CONTINUE, HOME_ITEM_START},
    {"go on or begin anew?", ACTION_PLAY_PAUSE, NOWHERE},
    {"go on", ACTION_PLAY_PAUSE, NOWHERE},
    {"step by step", ACTION_NEXT, NOWHERE},
    {"to the end", ACTION_NEXT, NOWHERE},
    {"wait for somebody", ACTION_NEXT, NOWHERE},
    {"as long as you like", ACTION_NEXT, NOWHERE},
    {"a question", ACTION_NEXT, NOWHERE},
    {"an answer", ACTION_NEXT, NOWHERE},
    {"the end", ACTION_PLAY_PAUSE, NOWHERE},
    {"home after a session", ACTION_PLAY_PAUSE, NOWHERE},
};
enum { WALK = sizeof walk / sizeof *walk };

/* Who is walking, and where. */
struct walker {
    struct platform *platform;
    SDL_Joystick *pad;
    struct stand_in stand_in;
    struct home home;
    struct home_content content;
    struct focus_items items;
    struct session session;
    bool in_session;
    tick left_at; /* where the last session was left; 0: none was */
    tick now;
    FILE *out;
};

static void draw(struct walker *walker)
{
    struct view_context *view = &walker->stand_in.view;
    platform_size(walker->platform, &view->width, &view->height);
    if (walker->in_session)
        view_session(view, &walker->session);
    else
        view_home(view, &walker->home, &walker->content, &walker->items);
}

/* What is read, back to front, and what has the focus. */
static void tell(struct walker *walker, const char *what)
{
    const struct draw_list *list = &walker->stand_in.list;
    draw(walker);
    fprintf(walker->out, "%s\n", what);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];
        if (c->kind == DRAW_TEXT)
            fprintf(walker->out, "  %s\n", list->bytes + c->text);
        if (c->kind == DRAW_SHADE)
            fputs("  --\n", walker->out);
        if (c->kind == DRAW_RECT && c->width > 0)
            fprintf(walker->out, "  [focus at %.0f,%.0f]\n", (double)c->box.x, (double)c->box.y);
    }
}

static void begin(struct walker *walker)
{
    struct session_options options = {.volume = 60, .resume = walker->left_at};
    struct effects effects;
    session_init(&walker->session, walker->stand_in.timeline, &options, walker->now);
    session_step(&walker->session, (struct request){0}, walker->now, &effects);
    walker->in_session = true;
}

static void end(struct walker *walker)
{
    walker->left_at = walker->session.mode == SESSION_LEFT ? walker->session.position : 0;
    walker->in_session = false;
    home_return(&walker->home, &walker->content, walker->now);
}

static void step(struct walker *walker, const struct platform_input *input)
{
    if (walker->in_session) {
        struct effects effects;
        session_step(&walker->session, input->request, walker->now, &effects);
        for (size_t i = 0; i < effects.count; i++)
            if (effects.items[i].kind == EFFECT_LEFT || effects.items[i].kind == EFFECT_CLOSE)
                end(walker);
        return;
    }
    const struct home_input press = {
        .action = input->request.action, .tapped = input->tapped, .x = input->x, .y = input->y};
    if (home_step(&walker->home, &walker->content, &walker->items, &press, walker->now) ==
        HOME_PLAY)
        begin(walker);
}

/* What arrives within the time; false: nothing. */
static bool arrives(struct walker *walker, tick until, struct platform_input *out)
{
    while (clock_now() < until) {
        platform_wait(walker->platform, until);
        if (platform_take(walker->platform, out) && platform_is_press(out))
            return true;
    }
    return false;
}

static void settle(struct walker *walker)
{
    struct platform_input input;
    for (int i = 0; i < 5; i++) {
        platform_wait(walker->platform, clock_now());
        while (platform_take(walker->platform, &input))
            continue;
    }
}

static void push_key(Uint32 type, SDL_Keycode key)
{
    SDL_Event event = {.key = {.type = type, .keysym = {.sym = key}}};
    SDL_PushEvent(&event);
}

static void press_key(SDL_Keycode key)
{
    push_key(SDL_KEYDOWN, key);
    push_key(SDL_KEYUP, key);
}

static void by_keyboard(struct walker *walker, size_t i)
{
    static const SDL_Keycode keys[ACTION_COUNT] = {[ACTION_PLAY_PAUSE] = SDLK_SPACE,
                                                   [ACTION_CONTINUE] = SDLK_RETURN,
                                                   [ACTION_NEXT] = SDLK_RIGHT,
                                                   [ACTION_BACK] = SDLK_LEFT,
                                                   [ACTION_UP] = SDLK_UP,
                                                   [ACTION_DOWN] = SDLK_DOWN,
                                                   [ACTION_HELP] = SDLK_F1,
                                                   [ACTION_LEAVE] = SDLK_ESCAPE};
    (void)walker;
    press_key(keys[walk[i].action]);
}

static void by_remote(struct walker *walker, size_t i)
{
    static const SDL_Keycode keys[ACTION_COUNT] = {[ACTION_PLAY_PAUSE] = SDLK_AUDIOPLAY,
                                                   [ACTION_CONTINUE] = SDLK_SELECT,
                                                   [ACTION_NEXT] = SDLK_RIGHT,
                                                   [ACTION_BACK] = SDLK_LEFT,
                                                   [ACTION_UP] = SDLK_UP,
                                                   [ACTION_DOWN] = SDLK_DOWN,
                                                   [ACTION_HELP] = SDLK_MENU,
                                                   [ACTION_LEAVE] = SDLK_AC_BACK};
    (void)walker;
    press_key(keys[walk[i].action]);
}

static int pad_button(enum action action)
{
    static const SDL_GameControllerButton buttons[ACTION_COUNT] = {
        [ACTION_PLAY_PAUSE] = SDL_CONTROLLER_BUTTON_START,
        [ACTION_CONTINUE] = SDL_CONTROLLER_BUTTON_A,
        [ACTION_NEXT] = SDL_CONTROLLER_BUTTON_DPAD_RIGHT,
        [ACTION_BACK] = SDL_CONTROLLER_BUTTON_DPAD_LEFT,
        [ACTION_UP] = SDL_CONTROLLER_BUTTON_DPAD_UP,
        [ACTION_DOWN] = SDL_CONTROLLER_BUTTON_DPAD_DOWN,
        [ACTION_HELP] = SDL_CONTROLLER_BUTTON_BACK,
        [ACTION_LEAVE] = SDL_CONTROLLER_BUTTON_B};
    return buttons[action];
}

static void by_gamepad(struct walker *walker, size_t i)
{
    SDL_JoystickSetVirtualButton(walker->pad, pad_button(walk[i].action), 1);
}

static void push_finger(Uint32 type, float x, float y)
{
    SDL_Event event = {.tfinger = {.type = type, .touchId = 1, .fingerId = 1, .x = x, .y = y}};
    SDL_PushEvent(&event);
}

static void swipe(float dx, float dy)
{
    push_finger(SDL_FINGERDOWN, 0.5F - dx / 2, 0.5F - dy / 2);
    push_finger(SDL_FINGERMOTION, 0.5F, 0.5F);
    push_finger(SDL_FINGERMOTION, 0.5F + dx / 2, 0.5F + dy / 2);
    push_finger(SDL_FINGERUP, 0.5F + dx / 2, 0.5F + dy / 2);
}

static struct focus_box box_of(const struct walker *walker, int id)
{
    for (size_t i = 0; i < walker->items.count; i++)
        if (walker->items.items[i].id == id && walker->items.items[i].box.w > 0)
            return walker->items.items[i].box;
    fail_msg("item %d is not on the screen", id);
    return (struct focus_box){0};
}

static void by_touch(struct walker *walker, size_t i)
{
    static const float ways[ACTION_COUNT][2] = {
        [ACTION_NEXT] = {-0.4F, 0}, [ACTION_BACK] = {0.4F, 0}, [ACTION_LEAVE] = {0, 0.4F}};
    enum action action = walk[i].action;
    float x = 0.5F, y = 0.5F;
    if (walk[i].under != NOWHERE) {
        struct focus_box box = box_of(walker, walk[i].under);
        x = (box.x + box.w / 2) / WIDTH;
        y = (box.y + box.h / 2) / HEIGHT;
    } else if (ways[action][0] != 0 || ways[action][1] != 0) {
        swipe(ways[action][0], ways[action][1]);
        return;
    }
    push_finger(SDL_FINGERDOWN, x, y);
    if (action != ACTION_HELP) /* held down until it means something */
        push_finger(SDL_FINGERUP, x, y);
}

/* Buttons and fingers that are still down come up, and mean nothing by that. */
static void let_go(struct walker *walker, size_t i)
{
    SDL_JoystickSetVirtualButton(walker->pad, pad_button(walk[i].action), 0);
    if (walk[i].action == ACTION_HELP)
        push_finger(SDL_FINGERUP, 0.5F, 0.5F);
    settle(walker);
}

typedef void device(struct walker *walker, size_t step);

static void set_out(struct walker *walker, struct platform *platform, SDL_Joystick *pad, FILE *out)
{
    *walker =
        (struct walker){.platform = platform, .pad = pad, .out = out, .content = stand_in_home(6)};
    stand_in_init(&walker->stand_in, false, false);
    walker->content.cards[0].turn = 0; /* nothing moves by itself */
    home_init(&walker->home, 0);
}

/* What was read on the whole way; the caller frees it. */
static char *walk_by(struct platform *platform, SDL_Joystick *pad, device *press)
{
    char *text = NULL;
    size_t length;
    struct walker walker;
    set_out(&walker, platform, pad, open_memstream(&text, &length));
    tell(&walker, "home at first");
    for (size_t i = 0; i < WALK; i++) {
        struct platform_input input;
        bool arrow = walk[i].under == AWAY;
        if (arrow && press == by_touch)
            continue;
        press(&walker, i);
        if (!arrives(&walker, clock_now() + ARRIVES, &input))
            fail_msg("nothing came of \"%s\"", walk[i].what);
        let_go(&walker, i);
        walker.now += arrow ? 0 : STEP;
        step(&walker, &input);
        draw(&walker);
        if (!arrow)
            tell(&walker, walk[i].what);
    }
    fclose(walker.out);
    stand_in_finish(&walker.stand_in);
    return text;
}

static void compare(const char *name, const char *text, const char *golden)
{
    const char *screen = golden;
    while (*text && *golden) {
        size_t a = strcspn(text, "\n"), b = strcspn(golden, "\n");
        if (*golden != ' ')
            screen = golden;
        if (a != b || memcmp(text, golden, a) != 0)
            break;
        text += a + (text[a] == '\n');
        golden += b + (golden[b] == '\n');
    }
    if (*text || *golden)
        fail_msg("by %s, at \"%.*s\":\n  expected: %.*s\n  read:     %.*s", name,
                 (int)strcspn(screen, "\n"), screen, (int)strcspn(golden, "\n"), golden,
                 (int)strcspn(text, "\n"), text);
}

static SDL_Joystick *plug_in(struct platform *platform)
{
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                          SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(index >= 0);
    struct walker walker = {.platform = platform};
    settle(&walker);
    SDL_Joystick *pad = SDL_JoystickFromInstanceID(SDL_JoystickGetDeviceInstanceID(index));
    assert_non_null(pad);
    return pad;
}

static void write_golden(const char *text)
{
    FILE *out = fopen(GOLDEN, "w");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

static void every_device_walks_through_every_screen(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        device *press;
    } devices[] = {{"keyboard", by_keyboard},
                   {"remote control", by_remote},
                   {"gamepad", by_gamepad},
                   {"touch", by_touch}};
    struct bindings usual;
    bindings_init(&usual, NULL, NULL);
    const struct platform_options options = {
        .title = "test", .windowed = true, .width = WIDTH, .height = HEIGHT, .bindings = &usual};
    const char *golden, *error, *why = "";
    size_t length;
    struct arena arena;
    struct platform *platform = platform_open(&options, &why);
    if (!platform)
        fail_msg("%s", why);
    SDL_Joystick *pad = plug_in(platform);
    arena_init(&arena);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        char *text = walk_by(platform, pad, devices[i].press);
        if (i == 0 && getenv("UNKNOT_GOLDEN_WRITE"))
            write_golden(text);
        if (!file_read(&arena, GOLDEN, 1 << 20, &golden, &length, &error))
            fail_msg("cannot read %s: %s", GOLDEN, error);
        compare(devices[i].name, text, golden);
        free(text);
    }
    arena_finish(&arena);
    platform_close(platform);
}

int main(void)
{
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    /* The dummy display never gives a window the focus, and pads speak to who has it. */
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_device_walks_through_every_screen),
    };
    return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}

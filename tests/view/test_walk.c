// SPDX-License-Identifier: MIT
#include "platform/bindings.h"
#include "platform/clock.h"
#include "platform/platform.h"
#include "view/golden.h"
#include "view/stand_in.h"
#include "view/stand_in_home.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* One walk through every screen, by keyboard, remote control, gamepad and touch, each through SDL
 * and a window. What is drawn on the way is golden/walk.txt, the same for all of them; the lines
 * that differ because they say what to press are golden/walk-gamepad.txt and golden/walk-touch.txt.
 */

#define GOLDEN GOLDEN_FOLDER "/walk.txt"
#define WIDTH 1280
#define HEIGHT 720
/* The clock of home and session, which is not that of the devices. */
#define STEP (100 * TICK_MS)
/* Nothing that a device sends takes longer. */
#define ARRIVES TICK_MIN

enum { NOWHERE = -1, AWAY = -2 };

/* A finger chooses what lies under it and needs no arrows; where nothing does, it taps. */
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
    {"to the week", ACTION_UP, AWAY},
    {"the week", ACTION_CONTINUE, HOME_ITEM_WEEK},
    {"to what is ticked by hand", ACTION_UP, AWAY},
    {"it is not done", ACTION_CONTINUE, HOME_ITEM_TICK + CHECKLIST_WATER},
    {"to a button of the week", ACTION_DOWN, AWAY},
    {"to the other button of the week", ACTION_BACK, AWAY},
    {"twelve weeks", ACTION_CONTINUE, HOME_ITEM_NEXT},
    {"home from the weeks", ACTION_LEAVE, NOWHERE},
    {"to learn", ACTION_NEXT, AWAY},
    {"to the settings", ACTION_NEXT, AWAY},
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
    {"to the left", ACTION_BACK, AWAY},
    {"to the first card again", ACTION_BACK, AWAY},
    {"before a session", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"to the other button", ACTION_NEXT, AWAY},
    {"back", ACTION_CONTINUE, HOME_ITEM_HOME},
    {"before a session again", ACTION_CONTINUE, HOME_ITEM_CARD},
    {"the countdown", ACTION_CONTINUE, HOME_ITEM_START},
    {"a session", ACTION_PLAY_PAUSE, NOWHERE},
    {"pause", ACTION_PLAY_PAUSE, NOWHERE},
    {"on", ACTION_PLAY_PAUSE, NOWHERE},
    {"its menu", ACTION_PLAY_PAUSE, NOWHERE},
    {"to its last line", ACTION_UP, AWAY},
    {"to the line before", ACTION_UP, AWAY},
    {"eyes closed", ACTION_CONTINUE, MENU_EYES_CLOSED},
    {"the menu in the dark", ACTION_PLAY_PAUSE, NOWHERE},
    {"to its last line again", ACTION_UP, AWAY},
    {"to the line before again", ACTION_UP, AWAY},
    {"eyes open", ACTION_CONTINUE, MENU_EYES_CLOSED},
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
    {"an answer", ACTION_NEXT, RATING_MIDDLE},
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
    struct progress progress;
    struct focus_items items;
    struct session session;
    bool in_session;
    tick left_at; /* where the last session was left; 0: none was */
    tick now;
    FILE *out, *hints;
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

static char *print(struct walker *walker)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    draw(walker);
    draw_list_print(&walker->stand_in.list, out);
    fclose(out);
    return text;
}

static bool has_line(const char *text, const char *line, size_t length)
{
    for (; *text; text += strcspn(text, "\n") + 1)
        if (strcspn(text, "\n") == length && memcmp(text, line, length) == 0)
            return true;
    return false;
}

/* As somebody at a keyboard sees it, and which lines are others for who holds this device. */
static void tell(struct walker *walker, const char *what)
{
    struct key_names *keys = &walker->stand_in.view.keys;
    bool told = false;
    *keys = (struct key_names){0};
    char *usual = print(walker);
    *keys = platform_key_names(walker->platform);
    char *own = print(walker);
    fprintf(walker->out, "\n%s\n%s", what, usual);
    for (const char *line = own; *line; line += strcspn(line, "\n") + 1) {
        size_t length = strcspn(line, "\n");
        if (has_line(usual, line, length))
            continue;
        fprintf(walker->hints, "%s%s%s%.*s\n", told ? "" : "\n", told ? "" : what, told ? "" : "\n",
                (int)length, line);
        told = true;
    }
    free(usual);
    free(own);
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
        struct request request = input->request;
        int target = input->tapped ? focus_at(&walker->stand_in.targets, input->x, input->y) : -1;
        if (target >= 0)
            request = (struct request){.action = ACTION_PICK, .pick = target};
        session_step(&walker->session, request, walker->now, &effects);
        for (size_t i = 0; i < effects.count; i++)
            if (effects.items[i].kind == EFFECT_LEFT || effects.items[i].kind == EFFECT_CLOSE)
                end(walker);
        return;
    }
    const struct home_input press = {
        .action = input->request.action, .tapped = input->tapped, .x = input->x, .y = input->y};
    enum home_effect effect =
        home_step(&walker->home, &walker->content, &walker->items, &press, walker->now);
    if (effect == HOME_PLAY)
        begin(walker);
    if (effect == HOME_TICKED)
        walker->progress.week.lines[walker->home.ticked].ticked ^= true;
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
    const struct focus_items *items =
        walker->in_session ? &walker->stand_in.targets : &walker->items;
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].id == id && items->items[i].box.w > 0)
            return items->items[i].box;
    fail_msg("item %d is not on the screen", id);
    return (struct focus_box){0};
}

static void by_touch(struct walker *walker, size_t i)
{
    static const float ways[ACTION_COUNT][2] = {
        [ACTION_NEXT] = {-0.4F, 0}, [ACTION_BACK] = {0.4F, 0}, [ACTION_LEAVE] = {0, 0.4F}};
    enum action action = walk[i].action;
    float x = 0.02F, y = 0.5F; /* beside whatever is in the middle */
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

static void set_out(struct walker *walker, struct platform *platform, SDL_Joystick *pad)
{
    *walker = (struct walker){.platform = platform, .pad = pad, .content = stand_in_home(6)};
    walker->progress = *stand_in_past(PAST_FULL);
    walker->content.progress = &walker->progress;
    stand_in_init(&walker->stand_in, false, false);
    walker->stand_in.view.targets = &walker->stand_in.targets;
    walker->content.cards[0].turn = 0; /* nothing moves by itself */
    home_init(&walker->home, 0);
}

/* What was seen on the whole way; the caller frees both. */
static void walk_by(struct platform *platform, SDL_Joystick *pad, device *press, char **seen,
                    char **hints)
{
    size_t lengths[2];
    struct walker walker;
    set_out(&walker, platform, pad);
    press_key(SDLK_F13); /* means nothing: a keyboard was used last */
    settle(&walker);
    walker.out = open_memstream(seen, &lengths[0]);
    walker.hints = open_memstream(hints, &lengths[1]);
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
    fclose(walker.hints);
    stand_in_finish(&walker.stand_in);
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

static void every_device_walks_through_every_screen(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        device *press;
        const char *hints; /* NULL: as on a keyboard */
    } devices[] = {{"keyboard", by_keyboard, NULL},
                   {"remote control", by_remote, NULL},
                   {"gamepad", by_gamepad, GOLDEN_FOLDER "/walk-gamepad.txt"},
                   {"touch", by_touch, GOLDEN_FOLDER "/walk-touch.txt"}};
    struct bindings usual;
    bindings_init(&usual, NULL, NULL);
    const struct platform_options options = {
        .title = "test", .windowed = true, .width = WIDTH, .height = HEIGHT, .bindings = &usual};
    const char *why = "";
    struct platform *platform = platform_open(&options, &why);
    if (!platform)
        fail_msg("%s", why);
    SDL_Joystick *pad = plug_in(platform);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        char *seen, *hints;
        walk_by(platform, pad, devices[i].press, &seen, &hints);
        if (i == 0 || !getenv("UNKNOT_GOLDEN_WRITE"))
            golden_check(GOLDEN, devices[i].name, seen);
        if (devices[i].hints != NULL)
            golden_check(devices[i].hints, devices[i].name, hints);
        else
            assert_string_equal(hints, "");
        free(seen);
        free(hints);
    }
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

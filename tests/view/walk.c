// SPDX-License-Identifier: MIT
#include "view/walk.h"

#include "platform/bindings.h"
#include "platform/clock.h"
#include "view/golden.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* The clock of what is walked through, which is not that of the devices. */
#define STEP (100 * TICK_MS)
/* Nothing that a device sends takes longer. */
#define ARRIVES TICK_MIN

struct walker {
    const struct walk *walk;
    void *context;
    struct view_context *view;
    struct platform *platform;
    SDL_Joystick *pad;
    FILE *out, *hints;
};

static void draw(struct walker *walker)
{
    platform_size(walker->platform, &walker->view->width, &walker->view->height);
    walker->walk->draw(walker->context);
}

static char *print(struct walker *walker)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    draw(walker);
    draw_list_print(walker->view->list, out);
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
    struct key_names *keys = &walker->view->keys;
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

static void by_keyboard(struct walker *walker, const struct walk_step *step)
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
    press_key(keys[step->action]);
}

static void by_remote(struct walker *walker, const struct walk_step *step)
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
    press_key(keys[step->action]);
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

static void by_gamepad(struct walker *walker, const struct walk_step *step)
{
    SDL_JoystickSetVirtualButton(walker->pad, pad_button(step->action), 1);
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
    const struct focus_items *items = walker->walk->items(walker->context);
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i].id == id && items->items[i].box.w > 0)
            return items->items[i].box;
    fail_msg("item %d is not on the screen", id);
    return (struct focus_box){0};
}

static bool is_corner(const struct walk_step *step)
{
    return step->under >= WALK_TOP_LEFT && step->under <= WALK_BOTTOM_LEFT;
}

static void by_touch(struct walker *walker, const struct walk_step *step)
{
    static const float ways[ACTION_COUNT][2] = {
        [ACTION_NEXT] = {-0.4F, 0}, [ACTION_BACK] = {0.4F, 0}, [ACTION_LEAVE] = {0, 0.4F}};
    enum action action = step->action;
    float x = 0.02F, y = 0.5F; /* beside whatever is in the middle */
    if (is_corner(step)) {
        bool right = step->under == WALK_TOP_RIGHT || step->under == WALK_BOTTOM_RIGHT;
        bool bottom = step->under == WALK_BOTTOM_RIGHT || step->under == WALK_BOTTOM_LEFT;
        x = right ? 0.99F : 0.01F;
        y = bottom ? 0.99F : 0.01F;
    } else if (step->under != WALK_NOWHERE) {
        struct focus_box box = box_of(walker, step->under);
        x = (box.x + box.w / 2) / WALK_WIDTH;
        y = (box.y + box.h / 2) / WALK_HEIGHT;
    } else if (ways[action][0] != 0 || ways[action][1] != 0) {
        swipe(ways[action][0], ways[action][1]);
        return;
    }
    push_finger(SDL_FINGERDOWN, x, y);
    if (action != ACTION_HELP) /* held down until it means something */
        push_finger(SDL_FINGERUP, x, y);
}

/* Buttons and fingers that are still down come up, and mean nothing by that. */
static void let_go(struct walker *walker, const struct walk_step *step)
{
    SDL_JoystickSetVirtualButton(walker->pad, pad_button(step->action), 0);
    if (step->action == ACTION_HELP)
        push_finger(SDL_FINGERUP, 0.5F, 0.5F);
    settle(walker);
}

typedef void device(struct walker *walker, const struct walk_step *step);

/* What somebody presses, and what they say that keys are on. */
struct press_way {
    const char *name;
    device *press;
    enum setting_keys_on keys_on;
    enum walk_golden hints; /* WALK_SEEN: there are none but those that everybody sees */
};

static bool is_on_the_way(const struct walk_step *step)
{
    return step->under == WALK_AWAY || (is_corner(step) && step->under != WALK_BOTTOM_LEFT);
}

static void go(struct walker *walker, const struct walk_step *step, device *press)
{
    const struct walk *walk = walker->walk;
    tick passes = is_on_the_way(step) ? 0 : STEP;
    struct platform_input input;
    if (walk->before != NULL)
        walk->before(walker->context, step);
    if (step->action == ACTION_NONE) {
        walk->take(walker->context, NULL, passes);
    } else {
        press(walker, step);
        if (!arrives(walker, clock_now() + ARRIVES, &input))
            fail_msg("nothing came of \"%s\"", step->what);
        let_go(walker, step);
        walk->take(walker->context, &input, passes);
    }
    draw(walker);
    if (!is_on_the_way(step))
        tell(walker, step->what);
}

/* What was seen on the whole way; the caller frees both. */
static void walk_by(struct walker *walker, const struct press_way *way, char **seen, char **hints)
{
    const struct walk *walk = walker->walk;
    size_t lengths[2];
    walker->view = walk->set_out(walker->context);
    platform_name_keys(walker->platform, KEYS_ON_EITHER);
    press_key(SDLK_F13); /* means nothing: a keyboard was used last */
    settle(walker);
    walker->out = open_memstream(seen, &lengths[0]);
    walker->hints = open_memstream(hints, &lengths[1]);
    tell(walker, "at first");
    platform_name_keys(walker->platform, way->keys_on);
    for (size_t i = 0; i < walk->count; i++)
        if (way->press != by_touch || walk->steps[i].under != WALK_AWAY)
            go(walker, &walk->steps[i], way->press);
    fclose(walker->out);
    fclose(walker->hints);
    walk->come_back(walker->context);
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

static struct platform *open_window(void)
{
    static struct bindings usual;
    bindings_init(&usual, NULL, NULL);
    const struct platform_options options = {.title = "test",
                                             .windowed = true,
                                             .width = WALK_WIDTH,
                                             .height = WALK_HEIGHT,
                                             .bindings = &usual};
    const char *why = "";
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    /* The dummy display never gives a window the focus, and pads speak to who has it. */
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1);
    struct platform *platform = platform_open(&options, &why);
    if (!platform)
        fail_msg("%s", why);
    return platform;
}

/* What is said of keys counts for keys alone. */
void walk_by_every_device(const struct walk *walk, void *context)
{
    static const struct press_way ways[] = {
        {"keyboard", by_keyboard, KEYS_ON_EITHER, WALK_SEEN},
        {"remote control", by_remote, KEYS_ON_EITHER, WALK_REMOTE},
        {"gamepad", by_gamepad, KEYS_ON_KEYBOARD, WALK_GAMEPAD},
        {"touch", by_touch, KEYS_ON_REMOTE, WALK_TOUCH},
        {"remote control that sends a keyboard's keys", by_keyboard, KEYS_ON_REMOTE, WALK_REMOTE},
        {"keyboard that sends a remote's keys", by_remote, KEYS_ON_KEYBOARD, WALK_SEEN},
    };
    struct platform *platform = open_window();
    struct walker walker = {
        .walk = walk, .context = context, .platform = platform, .pad = plug_in(platform)};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char *seen, *hints;
        walk_by(&walker, &ways[i], &seen, &hints);
        if (i == 0 || !getenv("UNKNOT_GOLDEN_WRITE"))
            golden_check(walk->golden[WALK_SEEN], ways[i].name, seen);
        if (ways[i].hints == WALK_SEEN)
            assert_string_equal(hints, "");
        else
            golden_check(walk->golden[ways[i].hints], ways[i].name, hints);
        free(seen);
        free(hints);
    }
    platform_close(platform);
}

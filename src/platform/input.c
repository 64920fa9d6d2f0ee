// SPDX-License-Identifier: MIT
#include "platform/input.h"

#include <math.h>
#include <string.h>

struct key {
    SDL_Keycode key;
    SDL_Keymod with; /* 0: without Ctrl, Alt or the logo key; KMOD_CTRL, KMOD_ALT: with it */
    enum action action;
    int rating;
    bool repeats; /* holding it down counts again and again */
};

static const struct key keys[] = {
    {SDLK_SPACE, 0, ACTION_PLAY_PAUSE, 0, false},
    {SDLK_RETURN, KMOD_ALT, ACTION_FULL_SCREEN, 0, false},
    {SDLK_RETURN, 0, ACTION_CONTINUE, 0, false},
    {SDLK_KP_ENTER, 0, ACTION_CONTINUE, 0, false},
    {SDLK_SELECT, 0, ACTION_CONTINUE, 0, false},
    {SDLK_RIGHT, 0, ACTION_NEXT, 0, false},
    {SDLK_LEFT, 0, ACTION_BACK, 0, false},
    {SDLK_UP, 0, ACTION_UP, 0, true},
    {SDLK_DOWN, 0, ACTION_DOWN, 0, true},
    {SDLK_r, 0, ACTION_REPEAT, 0, false},
    {SDLK_m, 0, ACTION_MUTE, 0, false},
    {SDLK_e, 0, ACTION_EYES_CLOSED, 0, false},
    {SDLK_f, 0, ACTION_FULL_SCREEN, 0, false},
    {SDLK_F11, 0, ACTION_FULL_SCREEN, 0, false},
    {SDLK_F1, 0, ACTION_HELP, 0, false},
    {SDLK_h, 0, ACTION_HELP, 0, false},
    {SDLK_ESCAPE, 0, ACTION_LEAVE, 0, false},
    {SDLK_AC_BACK, 0, ACTION_LEAVE, 0, false},
    {SDLK_q, KMOD_CTRL, ACTION_QUIT, 0, false},
    {SDLK_PLUS, 0, ACTION_LOUDER, 0, true},
    {SDLK_EQUALS, 0, ACTION_LOUDER, 0, true},
    {SDLK_KP_PLUS, 0, ACTION_LOUDER, 0, true},
    {SDLK_VOLUMEUP, 0, ACTION_LOUDER, 0, true},
    {SDLK_MINUS, 0, ACTION_SOFTER, 0, true},
    {SDLK_KP_MINUS, 0, ACTION_SOFTER, 0, true},
    {SDLK_VOLUMEDOWN, 0, ACTION_SOFTER, 0, true},
    {SDLK_MUTE, 0, ACTION_MUTE, 0, false},
    {SDLK_AUDIOMUTE, 0, ACTION_MUTE, 0, false},
    {SDLK_AUDIOPLAY, 0, ACTION_PLAY_PAUSE, 0, false},
    {SDLK_AUDIOSTOP, 0, ACTION_LEAVE, 0, false},
    {SDLK_AUDIONEXT, 0, ACTION_NEXT, 0, false},
    {SDLK_AUDIOPREV, 0, ACTION_BACK, 0, false},
    {SDLK_AUDIOFASTFORWARD, 0, ACTION_NEXT, 0, false},
    {SDLK_AUDIOREWIND, 0, ACTION_BACK, 0, false},
    {SDLK_0, 0, ACTION_RATE, 0, false},
    {SDLK_1, 0, ACTION_RATE, 1, false},
    {SDLK_2, 0, ACTION_RATE, 2, false},
    {SDLK_3, 0, ACTION_RATE, 3, false},
    {SDLK_4, 0, ACTION_RATE, 4, false},
    {SDLK_5, 0, ACTION_RATE, 5, false},
    {SDLK_6, 0, ACTION_RATE, 6, false},
    {SDLK_7, 0, ACTION_RATE, 7, false},
    {SDLK_8, 0, ACTION_RATE, 8, false},
    {SDLK_9, 0, ACTION_RATE, 9, false},
    {SDLK_KP_0, 0, ACTION_RATE, 0, false},
    {SDLK_KP_1, 0, ACTION_RATE, 1, false},
    {SDLK_KP_2, 0, ACTION_RATE, 2, false},
    {SDLK_KP_3, 0, ACTION_RATE, 3, false},
    {SDLK_KP_4, 0, ACTION_RATE, 4, false},
    {SDLK_KP_5, 0, ACTION_RATE, 5, false},
    {SDLK_KP_6, 0, ACTION_RATE, 6, false},
    {SDLK_KP_7, 0, ACTION_RATE, 7, false},
    {SDLK_KP_8, 0, ACTION_RATE, 8, false},
    {SDLK_KP_9, 0, ACTION_RATE, 9, false},
};

/* Where digits are above Shift and signs elsewhere, what a key writes counts, not what it is. */
struct text_key {
    const char *text;
    struct request request;
    bool repeats;
};

static const struct text_key texts[] = {
    {"?", {.action = ACTION_HELP}, false},
    {"+", {.action = ACTION_LOUDER}, true},
    {"-", {.action = ACTION_SOFTER}, true},
    {"0", {.action = ACTION_RATE, .rating = 0}, false},
    {"1", {.action = ACTION_RATE, .rating = 1}, false},
    {"2", {.action = ACTION_RATE, .rating = 2}, false},
    {"3", {.action = ACTION_RATE, .rating = 3}, false},
    {"4", {.action = ACTION_RATE, .rating = 4}, false},
    {"5", {.action = ACTION_RATE, .rating = 5}, false},
    {"6", {.action = ACTION_RATE, .rating = 6}, false},
    {"7", {.action = ACTION_RATE, .rating = 7}, false},
    {"8", {.action = ACTION_RATE, .rating = 8}, false},
    {"9", {.action = ACTION_RATE, .rating = 9}, false},
};

void input_init(struct input *input)
{
    *input = (struct input){0};
}

static bool modifiers_fit(Uint16 held, SDL_Keymod wanted)
{
    Uint16 counted = held & (KMOD_CTRL | KMOD_ALT | KMOD_GUI);
    /* AltGr is Alt and sometimes Ctrl besides: it is how some keyboards write + or ?. */
    if ((held & (KMOD_MODE | KMOD_RALT)) != 0 && wanted == 0)
        return (held & (KMOD_LALT | KMOD_GUI)) == 0;
    return wanted == 0 ? counted == 0 : (counted & wanted) != 0 && (counted & ~wanted) == 0;
}

static bool on_key(struct input *input, const SDL_KeyboardEvent *event, struct platform_input *out)
{
    input->key_meant = false;
    input->key_repeat = event->repeat != 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct key *key = &keys[i];
        if (key->key != event->keysym.sym || !modifiers_fit(event->keysym.mod, key->with))
            continue;
        input->key_meant = true;
        if (input->key_repeat && !key->repeats)
            return false;
        out->request = (struct request){.action = key->action, .rating = key->rating};
        return true;
    }
    return false;
}

static bool on_text(const struct input *input, const SDL_TextInputEvent *event,
                    struct platform_input *out)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !input->key_meant; i++)
        if (strcmp(event->text, texts[i].text) == 0) {
            out->request = texts[i].request;
            return texts[i].repeats || !input->key_repeat;
        }
    return false;
}

static bool on_screen(float x, float y, struct input_screen screen)
{
    return isfinite(x) && isfinite(y) && x >= 0 && y >= 0 && x <= screen.width &&
           y <= screen.height;
}

/* A press or a release: which pointer, and where. */
struct pointer {
    bool touch;
    int64_t finger;
    float x, y;
};

static void press(struct input *input, struct pointer at, struct input_screen screen, tick now)
{
    bool lost = input->pressed && now - input->since > INPUT_LOST_PRESS;
    if ((input->pressed && !lost) || !on_screen(at.x, at.y, screen))
        return;
    input->pressed = true;
    input->touch = at.touch;
    input->finger = at.finger;
    input->x = at.x;
    input->y = at.y;
    input->since = now;
}

static bool release(struct input *input, struct pointer at, struct input_screen screen, tick now,
                    struct platform_input *out)
{
    if (!input->pressed || input->touch != at.touch || input->finger != at.finger)
        return false;
    input->pressed = false;
    float slack = fminf(screen.width, screen.height) / 20;
    if (!on_screen(at.x, at.y, screen) || hypotf(at.x - input->x, at.y - input->y) > slack)
        return false;
    bool longer = now - input->since >= INPUT_LONG_PRESS;
    *out = (struct platform_input){.tapped = !longer,
                                   .x = input->x,
                                   .y = input->y,
                                   .request = {.action = longer ? ACTION_HELP : ACTION_PLAY_PAUSE}};
    return true;
}

static bool on_button(struct input *input, const SDL_MouseButtonEvent *event,
                      struct input_screen screen, tick now, struct platform_input *out)
{
    struct pointer at = {.x = (float)event->x * screen.scale, .y = (float)event->y * screen.scale};
    if (event->button != SDL_BUTTON_LEFT || event->which == SDL_TOUCH_MOUSEID)
        return false;
    if (event->type == SDL_MOUSEBUTTONUP)
        return release(input, at, screen, now, out);
    press(input, at, screen, now);
    return false;
}

static bool on_finger(struct input *input, const SDL_TouchFingerEvent *event,
                      struct input_screen screen, tick now, struct platform_input *out)
{
    if (event->touchId == SDL_MOUSE_TOUCHID)
        return false;
    struct pointer at = {.touch = true,
                         .finger = event->fingerId,
                         .x = event->x * screen.width,
                         .y = event->y * screen.height};
    if (event->type == SDL_FINGERUP)
        return release(input, at, screen, now, out);
    press(input, at, screen, now);
    return false;
}

static bool on_wheel(const SDL_MouseWheelEvent *event, struct platform_input *out)
{
    int up = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->y : event->y;
    out->request.action = up > 0 ? ACTION_LOUDER : ACTION_SOFTER;
    return up != 0;
}

bool input_translate(struct input *input, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out)
{
    *out = (struct platform_input){0};
    switch (event->type) {
    case SDL_KEYDOWN:
        return on_key(input, &event->key, out);
    case SDL_TEXTINPUT:
        return on_text(input, &event->text, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return on_button(input, &event->button, screen, now, out);
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
        return on_finger(input, &event->tfinger, screen, now, out);
    case SDL_MOUSEWHEEL:
        return on_wheel(&event->wheel, out);
    case SDL_QUIT:
        out->request.action = ACTION_QUIT;
        return true;
    case SDL_WINDOWEVENT:
        out->request.action = ACTION_QUIT;
        return event->window.event == SDL_WINDOWEVENT_CLOSE;
    default:
        return false;
    }
}

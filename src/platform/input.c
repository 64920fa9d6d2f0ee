// SPDX-License-Identifier: MIT
#include "platform/input.h"

#include "platform/remote.h"

void input_init(struct input *input, const struct bindings *bindings)
{
    *input = (struct input){.bindings = bindings};
}

/* Held down, only some things count again and again. */
static bool counts(const struct input *input, const struct platform_input *out)
{
    return !input->key_repeat || action_table[out->request.action].repeats;
}

/* By the letter that the key writes, and by its place, for a layout that writes other ones. */
static bool is_chord(const struct input *input, const SDL_KeyboardEvent *event)
{
    static const struct {
        unsigned modifier;
        SDL_Keymod held;
    } modifiers[] = {{KIOSK_CTRL, KMOD_CTRL},
                     {KIOSK_ALT, KMOD_ALT},
                     {KIOSK_SHIFT, KMOD_SHIFT},
                     {KIOSK_SUPER, KMOD_GUI}};
    const char *key = input->chord.key;
    if (!input->kept_in || key == NULL || event->repeat != 0)
        return false;
    unsigned held = 0;
    for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers; i++)
        held |= (event->keysym.mod & modifiers[i].held) != 0 ? modifiers[i].modifier : 0;
    return held == input->chord.modifiers &&
           (SDL_strcasecmp(SDL_GetKeyName(event->keysym.sym), key) == 0 ||
            SDL_strcasecmp(SDL_GetScancodeName(event->keysym.scancode), key) == 0);
}

/* Modifiers are on their way to something else. */
static bool is_modifier(SDL_Keycode key)
{
    return (key >= SDLK_LCTRL && key <= SDLK_RGUI) || key == SDLK_CAPSLOCK || key == SDLK_MODE;
}

/* In a kiosk any key is a press, though it means nothing, but for those that are to get out. */
static bool keep_in(const SDL_Event *event, bool meant, struct platform_input *out)
{
    enum action action = out->request.action;
    if (action == ACTION_QUIT || action == ACTION_FULL_SCREEN)
        *out = (struct platform_input){.chord = out->chord};
    bool key =
        event->type == SDL_KEYDOWN && event->key.repeat == 0 && !is_modifier(event->key.keysym.sym);
    bool button = event->type == SDL_CONTROLLERBUTTONDOWN || event->type == SDL_JOYBUTTONDOWN;
    bool moves = out->dragged != 0 || out->lifted;
    return (meant && out->request.action != ACTION_NONE) || out->tapped || out->chord || key ||
           button || moves;
}

static bool on_key(struct input *input, const SDL_KeyboardEvent *event, struct platform_input *out)
{
    input->key_repeat = event->repeat != 0;
    input->key_meant =
        bindings_key(input->bindings, event->keysym.sym, event->keysym.mod, &out->request);
    return input->key_meant && counts(input, out);
}

static bool on_text(const struct input *input, const SDL_TextInputEvent *event,
                    struct platform_input *out)
{
    return !input->key_meant && bindings_text(input->bindings, event->text, &out->request) &&
           counts(input, out);
}

static bool on_wheel(const SDL_MouseWheelEvent *event, struct platform_input *out)
{
    bool up = (event->y > 0) != (event->direction == SDL_MOUSEWHEEL_FLIPPED);
    out->notches = event->y == 0 ? 0 : up ? -1 : 1;
    out->request.action = up ? ACTION_LOUDER : ACTION_SOFTER;
    return event->y != 0;
}

static bool translate(struct input *input, const SDL_Event *event, struct input_screen screen,
                      tick now, struct platform_input *out)
{
    switch (event->type) {
    case SDL_KEYDOWN:
        return on_key(input, &event->key, out);
    case SDL_TEXTINPUT:
        return on_text(input, &event->text, out);
    case SDL_MOUSEWHEEL:
        return on_wheel(&event->wheel, out);
    case SDL_QUIT:
        out->request.action = ACTION_QUIT;
        return true;
    case SDL_WINDOWEVENT:
        out->request.action = ACTION_QUIT;
        return event->window.event == SDL_WINDOWEVENT_CLOSE;
    default:
        return press_translate(&input->press, event, screen, now, out) ||
               pads_translate(&input->pads, input->bindings, event, now, &out->request);
    }
}

static enum naming naming_of(SDL_JoystickID pad)
{
    SDL_GameController *controller = SDL_GameControllerFromInstanceID(pad);
    return naming_of_pad(controller != NULL ? SDL_GameControllerGetType(controller)
                                            : SDL_CONTROLLER_TYPE_UNKNOWN);
}

/* `remote`: what was pressed tells of one. */
static enum naming naming_of_keys(const struct input *input, bool remote)
{
    if (input->keys_on != KEYS_ON_EITHER)
        remote = input->keys_on == KEYS_ON_REMOTE;
    return remote ? NAMING_REMOTE : NAMING_KEYBOARD;
}

static enum naming naming_of_key(struct input *input, SDL_Keycode key)
{
    enum key_owner owner = key_owner(key);
    if (owner != KEY_OF_BOTH)
        input->remote = owner == KEY_OF_REMOTES;
    return naming_of_keys(input, input->remote);
}

void input_name_keys(struct input *input, enum setting_keys_on keys_on)
{
    input->keys_on = keys_on;
    if (input->naming == NAMING_KEYBOARD || input->naming == NAMING_REMOTE)
        input->naming = naming_of_keys(input, input->remote);
}

/* A mouse has no names for what it does; who uses one has a keyboard, unless they say otherwise. A
 * stick that trembles is not used. */
static void notice_device(struct input *input, const SDL_Event *event, bool meant)
{
    if (event->type == SDL_KEYDOWN)
        input->naming = naming_of_key(input, event->key.keysym.sym);
    else if (event->type == SDL_MOUSEBUTTONDOWN)
        input->naming = naming_of_keys(input, false);
    else if (event->type == SDL_FINGERDOWN)
        input->naming = NAMING_TOUCH;
    else if (event->type == SDL_CONTROLLERBUTTONDOWN)
        input->naming = naming_of(event->cbutton.which);
    else if (event->type == SDL_CONTROLLERAXISMOTION && meant)
        input->naming = naming_of(event->caxis.which);
}

bool input_translate(struct input *input, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out)
{
    *out = (struct platform_input){0};
    bool meant = translate(input, event, screen, now, out);
    notice_device(input, event, meant);
    if (!input->kept_in)
        return meant;
    out->chord = event->type == SDL_KEYDOWN && is_chord(input, &event->key);
    return keep_in(event, meant, out);
}

tick input_next(const struct input *input)
{
    tick press = press_next(&input->press), pads = pads_next(&input->pads);
    return press < pads ? press : pads;
}

bool input_elapse(struct input *input, tick now, struct platform_input *out)
{
    *out = (struct platform_input){0};
    return press_elapse(&input->press, now, out) ||
           pads_elapse(&input->pads, input->bindings, now, &out->request);
}

// SPDX-License-Identifier: MIT
#include "platform/bindings_table.h"

#include "base/catalog.h"
#include "base/text.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct key {
    SDL_Keycode key;
    SDL_Keymod with; /* 0: without Ctrl, Alt or the logo key; KMOD_CTRL, KMOD_ALT: with it */
    enum action action;
    int rating;
};

/* Keyboards, and remote controls, whose adapters send keys. Of an action with several keys the
 * first one is shown. */
static const struct key keys[] = {
    {SDLK_SPACE, 0, ACTION_PLAY_PAUSE, 0},
    {SDLK_RETURN, KMOD_ALT, ACTION_FULL_SCREEN, 0},
    {SDLK_RETURN, 0, ACTION_CONTINUE, 0},
    {SDLK_KP_ENTER, 0, ACTION_CONTINUE, 0},
    {SDLK_RIGHT, 0, ACTION_NEXT, 0},
    {SDLK_LEFT, 0, ACTION_BACK, 0},
    {SDLK_UP, 0, ACTION_UP, 0},
    {SDLK_DOWN, 0, ACTION_DOWN, 0},
    {SDLK_TAB, KMOD_SHIFT, ACTION_FOCUS_BACK, 0},
    {SDLK_TAB, 0, ACTION_FOCUS_NEXT, 0},
    {SDLK_r, 0, ACTION_REPEAT, 0},
    {SDLK_m, 0, ACTION_MUTE, 0},
    {SDLK_e, 0, ACTION_EYES_CLOSED, 0},
    {SDLK_f, 0, ACTION_FULL_SCREEN, 0},
    {SDLK_F11, 0, ACTION_FULL_SCREEN, 0},
    {SDLK_h, 0, ACTION_HELP, 0},
    {SDLK_F1, 0, ACTION_HELP, 0},
    {SDLK_ESCAPE, 0, ACTION_LEAVE, 0},
    {SDLK_q, KMOD_CTRL, ACTION_QUIT, 0},
    {SDLK_PLUS, 0, ACTION_LOUDER, 0},
    {SDLK_EQUALS, 0, ACTION_LOUDER, 0},
    {SDLK_KP_PLUS, 0, ACTION_LOUDER, 0},
    {SDLK_MINUS, 0, ACTION_SOFTER, 0},
    {SDLK_KP_MINUS, 0, ACTION_SOFTER, 0},
    {SDLK_SELECT, 0, ACTION_CONTINUE, 0},
    {SDLK_RETURN2, 0, ACTION_CONTINUE, 0},
    {SDLK_EXECUTE, 0, ACTION_CONTINUE, 0},
    {SDLK_AC_BACK, 0, ACTION_LEAVE, 0},
    {SDLK_BACKSPACE, 0, ACTION_LEAVE, 0},
    {SDLK_CANCEL, 0, ACTION_LEAVE, 0},
    {SDLK_STOP, 0, ACTION_LEAVE, 0},
    {SDLK_AC_STOP, 0, ACTION_LEAVE, 0},
    {SDLK_AUDIOSTOP, 0, ACTION_LEAVE, 0},
    {SDLK_AUDIOPLAY, 0, ACTION_PLAY_PAUSE, 0},
    {SDLK_PAUSE, 0, ACTION_PLAY_PAUSE, 0},
    {SDLK_AUDIONEXT, 0, ACTION_NEXT, 0},
    {SDLK_AUDIOFASTFORWARD, 0, ACTION_NEXT, 0},
    {SDLK_AC_FORWARD, 0, ACTION_NEXT, 0},
    {SDLK_PAGEDOWN, 0, ACTION_PAGE_ON, 0},
    {SDLK_AUDIOPREV, 0, ACTION_BACK, 0},
    {SDLK_AUDIOREWIND, 0, ACTION_BACK, 0},
    {SDLK_PAGEUP, 0, ACTION_PAGE_BACK, 0},
    {SDLK_HOME, 0, ACTION_FIRST, 0},
    {SDLK_END, 0, ACTION_LAST, 0},
    {SDLK_AGAIN, 0, ACTION_REPEAT, 0},
    {SDLK_HELP, 0, ACTION_HELP, 0},
    {SDLK_MENU, 0, ACTION_HELP, 0},
    {SDLK_APPLICATION, 0, ACTION_HELP, 0},
    /* The volume of the television or the desktop is their own: a key that arrives here is one that
     * neither of them took. */
    {SDLK_VOLUMEUP, 0, ACTION_LOUDER, 0},
    {SDLK_VOLUMEDOWN, 0, ACTION_SOFTER, 0},
    {SDLK_MUTE, 0, ACTION_MUTE, 0},
    {SDLK_AUDIOMUTE, 0, ACTION_MUTE, 0},
    {SDLK_0, 0, ACTION_RATE, 0},
    {SDLK_1, 0, ACTION_RATE, 1},
    {SDLK_2, 0, ACTION_RATE, 2},
    {SDLK_3, 0, ACTION_RATE, 3},
    {SDLK_4, 0, ACTION_RATE, 4},
    {SDLK_5, 0, ACTION_RATE, 5},
    {SDLK_6, 0, ACTION_RATE, 6},
    {SDLK_7, 0, ACTION_RATE, 7},
    {SDLK_8, 0, ACTION_RATE, 8},
    {SDLK_9, 0, ACTION_RATE, 9},
    {SDLK_KP_0, 0, ACTION_RATE, 0},
    {SDLK_KP_1, 0, ACTION_RATE, 1},
    {SDLK_KP_2, 0, ACTION_RATE, 2},
    {SDLK_KP_3, 0, ACTION_RATE, 3},
    {SDLK_KP_4, 0, ACTION_RATE, 4},
    {SDLK_KP_5, 0, ACTION_RATE, 5},
    {SDLK_KP_6, 0, ACTION_RATE, 6},
    {SDLK_KP_7, 0, ACTION_RATE, 7},
    {SDLK_KP_8, 0, ACTION_RATE, 8},
    {SDLK_KP_9, 0, ACTION_RATE, 9},
};

static const struct {
    const char *text;
    enum action action;
} texts[] = {
    {"?", ACTION_HELP},
    {"+", ACTION_LOUDER},
    {"-", ACTION_SOFTER},
};

/* The lower one is where Enter is to a thumb, the right one is back as on every console, and
 * nothing that cannot be undone lies on a button. On Nintendo's A and B have changed places. */
const struct binding_button binding_buttons[PAD_BUTTONS] = {
    [SDL_CONTROLLER_BUTTON_A] = {"pad a",
                                 ACTION_CONTINUE,
                                 {[NAMING_PAD] = N_("Lower button"),
                                  [NAMING_XBOX_360] = "A",
                                  [NAMING_PLAYSTATION_3] = N_("Cross"),
                                  [NAMING_NINTENDO] = "B"}},
    [SDL_CONTROLLER_BUTTON_B] = {"pad b",
                                 ACTION_LEAVE,
                                 {[NAMING_PAD] = N_("Right button"),
                                  [NAMING_XBOX_360] = "B",
                                  [NAMING_PLAYSTATION_3] = N_("Circle"),
                                  [NAMING_NINTENDO] = "A"}},
    [SDL_CONTROLLER_BUTTON_X] = {"pad x",
                                 ACTION_REPEAT,
                                 {[NAMING_PAD] = N_("Left button"),
                                  [NAMING_XBOX_360] = "X",
                                  [NAMING_PLAYSTATION_3] = N_("Square"),
                                  [NAMING_NINTENDO] = "Y"}},
    [SDL_CONTROLLER_BUTTON_Y] = {"pad y",
                                 ACTION_EYES_CLOSED,
                                 {[NAMING_PAD] = N_("Upper button"),
                                  [NAMING_XBOX_360] = "Y",
                                  [NAMING_PLAYSTATION_3] = N_("Triangle"),
                                  [NAMING_NINTENDO] = "X"}},
    [SDL_CONTROLLER_BUTTON_BACK] = {"pad back",
                                    ACTION_HELP,
                                    {[NAMING_PAD] = N_("Back"),
                                     [NAMING_XBOX] = N_("View"),
                                     [NAMING_PLAYSTATION_3] = "Select",
                                     [NAMING_PLAYSTATION_4] = "Share",
                                     [NAMING_PLAYSTATION_5] = "Create",
                                     [NAMING_NINTENDO] = N_("Minus")}},
    [SDL_CONTROLLER_BUTTON_GUIDE] = {"pad guide",
                                     ACTION_NONE,
                                     {[NAMING_PAD] = N_("Guide"),
                                      [NAMING_XBOX_360] = "Xbox",
                                      [NAMING_PLAYSTATION_3] = "PS",
                                      [NAMING_NINTENDO] = "Home"}},
    [SDL_CONTROLLER_BUTTON_START] = {"pad start",
                                     ACTION_PLAY_PAUSE,
                                     {[NAMING_PAD] = N_("Start"),
                                      [NAMING_XBOX] = N_("Menu"),
                                      [NAMING_PLAYSTATION_4] = "Options",
                                      [NAMING_NINTENDO] = N_("Plus")}},
    [SDL_CONTROLLER_BUTTON_LEFTSTICK] =
        {"pad left stick",
         ACTION_NONE,
         {[NAMING_PAD] = N_("L stick"), [NAMING_PLAYSTATION_3] = "L3"}},
    [SDL_CONTROLLER_BUTTON_RIGHTSTICK] =
        {"pad right stick",
         ACTION_MUTE,
         {[NAMING_PAD] = N_("R stick"), [NAMING_PLAYSTATION_3] = "R3"}},
    [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] =
        {"pad left shoulder",
         ACTION_BACK,
         {[NAMING_PAD] = "LB", [NAMING_PLAYSTATION_3] = "L1", [NAMING_NINTENDO] = "L"}},
    [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] =
        {"pad right shoulder",
         ACTION_NEXT,
         {[NAMING_PAD] = "RB", [NAMING_PLAYSTATION_3] = "R1", [NAMING_NINTENDO] = "R"}},
    [SDL_CONTROLLER_BUTTON_DPAD_UP] = {"pad up", ACTION_UP, {[NAMING_PAD] = N_("Up")}},
    [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = {"pad down", ACTION_DOWN, {[NAMING_PAD] = N_("Down")}},
    [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = {"pad left", ACTION_BACK, {[NAMING_PAD] = N_("Left")}},
    [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = {"pad right", ACTION_NEXT, {[NAMING_PAD] = N_("Right")}},
    [PAD_LEFT_TRIGGER] =
        {"pad left trigger",
         ACTION_SOFTER,
         {[NAMING_PAD] = "LT", [NAMING_PLAYSTATION_3] = "L2", [NAMING_NINTENDO] = "ZL"}},
    [PAD_RIGHT_TRIGGER] =
        {"pad right trigger",
         ACTION_LOUDER,
         {[NAMING_PAD] = "RT", [NAMING_PLAYSTATION_3] = "R2", [NAMING_NINTENDO] = "ZR"}},
};

const char *binding_button_label(int button, enum naming naming)
{
    static const enum naming like[NAMINGS] = {
        [NAMING_XBOX_360] = NAMING_PAD,
        [NAMING_XBOX] = NAMING_XBOX_360,
        [NAMING_PLAYSTATION_3] = NAMING_PAD,
        [NAMING_PLAYSTATION_4] = NAMING_PLAYSTATION_3,
        [NAMING_PLAYSTATION_5] = NAMING_PLAYSTATION_4,
        [NAMING_NINTENDO] = NAMING_PAD,
    };
    const char *const *labels = binding_buttons[button].labels;
    while (labels[naming] == NULL && naming != NAMING_PAD)
        naming = like[naming];
    return labels[naming];
}

enum naming naming_of_pad(SDL_GameControllerType type)
{
    switch (type) {
    case SDL_CONTROLLER_TYPE_XBOX360:
    case SDL_CONTROLLER_TYPE_NVIDIA_SHIELD:
    case SDL_CONTROLLER_TYPE_GOOGLE_STADIA:
    case SDL_CONTROLLER_TYPE_AMAZON_LUNA:
        return NAMING_XBOX_360;
    case SDL_CONTROLLER_TYPE_XBOXONE:
        return NAMING_XBOX;
    case SDL_CONTROLLER_TYPE_PS3:
        return NAMING_PLAYSTATION_3;
    case SDL_CONTROLLER_TYPE_PS4:
        return NAMING_PLAYSTATION_4;
    case SDL_CONTROLLER_TYPE_PS5:
        return NAMING_PLAYSTATION_5;
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO:
    case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR:
        return NAMING_NINTENDO;
    default:
        return NAMING_PAD;
    }
}

struct key_names bindings_names(const struct bindings *bindings, enum naming naming)
{
    enum device_kind device = naming == NAMING_KEYBOARD ? DEVICE_KEYBOARD
                              : naming == NAMING_REMOTE ? DEVICE_REMOTE
                              : naming == NAMING_TOUCH  ? DEVICE_TOUCH
                                                        : DEVICE_PAD;
    /* Without looking, a button of a pad is found by its place. */
    enum naming spoken = device == DEVICE_PAD ? NAMING_PAD : naming;
    return (struct key_names){device, bindings->labels[naming], bindings->labels[NAMING_KEYBOARD],
                              bindings->labels[spoken]};
}

void bindings_go_on(const struct bindings *bindings, const char *out[DEVICES])
{
    static const enum naming namings[DEVICES] = {[DEVICE_KEYBOARD] = NAMING_KEYBOARD,
                                                 [DEVICE_REMOTE] = NAMING_REMOTE,
                                                 [DEVICE_PAD] = NAMING_PAD,
                                                 [DEVICE_TOUCH] = NAMING_TOUCH};
    for (int device = 0; device < DEVICES; device++)
        out[device] = bindings->labels[namings[device]][ACTION_CONTINUE];
}

/* What press.c makes of fingers. */
const char *const binding_gestures[ACTION_COUNT] = {
    [ACTION_PLAY_PAUSE] = N_("Tap"),   [ACTION_NEXT] = N_("Swipe left"),
    [ACTION_BACK] = N_("Swipe right"), [ACTION_LEAVE] = N_("Swipe down"),
    [ACTION_HELP] = N_("Long press"),
};

static bool modifiers_fit(Uint16 held, SDL_Keymod wanted)
{
    Uint16 counted = held & (KMOD_CTRL | KMOD_ALT | KMOD_GUI);
    if (wanted == KMOD_SHIFT)
        return (held & KMOD_SHIFT) != 0 && counted == 0;
    /* AltGr is Alt and sometimes Ctrl besides: it is how some keyboards write + or ?. */
    if ((held & (KMOD_MODE | KMOD_RALT)) != 0 && wanted == 0)
        return (held & (KMOD_LALT | KMOD_GUI)) == 0;
    return wanted == 0 ? counted == 0 : (counted & wanted) != 0 && (counted & ~wanted) == 0;
}

const struct binding *binding_find(const struct bindings *bindings, enum device_kind device,
                                   int code)
{
    for (size_t i = 0; i < bindings->count; i++)
        if (bindings->items[i].device == device && bindings->items[i].code == code)
            return &bindings->items[i];
    return NULL;
}

static bool take(const struct binding *own, struct request *out)
{
    *out = (struct request){.action = own->action};
    return own->action != ACTION_NONE;
}

bool bindings_key(const struct bindings *bindings, SDL_Keycode key, Uint16 held,
                  struct request *out)
{
    const struct binding *own = binding_find(bindings, DEVICE_KEYBOARD, key);
    if (own != NULL && modifiers_fit(held, 0))
        return take(own, out);
    for (size_t i = 0; i < COUNT(keys); i++)
        if (keys[i].key == key && modifiers_fit(held, keys[i].with)) {
            *out = (struct request){.action = keys[i].action, .rating = keys[i].rating};
            return true;
        }
    return false;
}

SDL_Keycode binding_key_writing(const char *text)
{
    const char *at = text, *end = text + strlen(text);
    uint32_t character = at < end ? text_next(&at, end) : TEXT_INVALID;
    return character != TEXT_INVALID && at == end ? (SDL_Keycode)character : 0;
}

SDL_Keycode binding_key_asking(int action)
{
    for (size_t i = 0; i < COUNT(keys); i++)
        if (keys[i].action == (enum action)action)
            return keys[i].key;
    return SDLK_UNKNOWN;
}

bool bindings_text(const struct bindings *bindings, const char *text, struct request *out)
{
    const struct binding *own = binding_find(bindings, DEVICE_KEYBOARD, binding_key_writing(text));
    if (own != NULL)
        return take(own, out);
    if (text[0] >= '0' && text[0] <= '9' && text[1] == '\0') {
        *out = (struct request){.action = ACTION_RATE, .rating = text[0] - '0'};
        return true;
    }
    for (size_t i = 0; i < COUNT(texts); i++)
        if (text_equal(texts[i].text, text)) {
            *out = (struct request){.action = texts[i].action};
            return true;
        }
    return false;
}

bool bindings_button(const struct bindings *bindings, int button, struct request *out)
{
    if (button < 0 || button >= PAD_BUTTONS)
        return false;
    const struct binding *own = binding_find(bindings, DEVICE_PAD, button);
    if (own != NULL)
        return take(own, out);
    *out = (struct request){.action = binding_buttons[button].action};
    return out->action != ACTION_NONE;
}

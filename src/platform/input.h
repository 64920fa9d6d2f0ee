// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_INPUT_H
#define UNKNOT_PLATFORM_INPUT_H

#include "base/tick.h"
#include "kiosk/config.h"
#include "platform/pads.h"
#include "platform/platform.h"
#include "platform/press.h"
#include "settings/settings.h"

#include <SDL_events.h>

/* Every device as requests: keys and gamepads by the tables of bindings.c, mouse and fingers by
 * press.c. Nothing a device sends is believed: floods of repeats, releases without a press and the
 * reverse are all survived. */
struct input {
    const struct bindings *bindings;
    struct press press;
    struct pads pads;
    enum naming naming;           /* of the device that was used last */
    enum setting_keys_on keys_on; /* as the person says */
    bool remote;                  /* the last key that could be told was a remote's */
    bool key_meant;               /* the last key had a meaning of its own, whatever it writes */
    bool key_repeat;              /* it was held down */
    bool kept_in;                 /* a kiosk: nothing closes it, and every press is handed out */
    struct kiosk_chord chord;     /* then; key NULL: there is none */
};

/* `bindings` must outlive the input. */
void input_init(struct input *input, const struct bindings *bindings);
/* As platform_name_keys. */
void input_name_keys(struct input *input, enum setting_keys_on keys_on);
/* Translates one event; false: it means nothing. */
bool input_translate(struct input *input, const SDL_Event *event, struct input_screen screen,
                     tick now, struct platform_input *out);
/* When something that is held will mean something by being held, if nothing else happens;
 * TICK_NEVER: nothing is held. */
tick input_next(const struct input *input);
bool input_elapse(struct input *input, tick now, struct platform_input *out);

#endif

// SPDX-License-Identifier: MIT
#include "platform/pads.h"

#include <stdlib.h>

static void let_go(struct pads *pads, SDL_JoystickID id, int button)
{
    if (pads->held && pads->held_by == id && pads->held_button == button)
        pads->held = false;
}

static bool push(struct pads *pads, const struct bindings *bindings, SDL_JoystickID id, int button,
                 tick now, struct request *out)
{
    bool meant = bindings_button(bindings, button, out);
    pads->held = meant && action_table[out->action].repeats;
    pads->held_by = id;
    pads->held_button = button;
    pads->held_since = now;
    pads->next = now + PADS_REPEAT_AFTER;
    return meant;
}

/* The pad's own room; NULL when there are too many. */
static struct pad *pad_of(struct pads *pads, SDL_JoystickID id)
{
    struct pad *spare = NULL;
    for (int i = 0; i < PADS_MOST; i++) {
        struct pad *pad = &pads->items[i];
        if (pad->used && pad->id == id)
            return pad;
        if (!pad->used && spare == NULL)
            spare = pad;
    }
    if (spare != NULL)
        *spare = (struct pad){.used = true, .id = id, .direction = -1};
    return spare;
}

static void forget(struct pads *pads, SDL_JoystickID id)
{
    for (int i = 0; i < PADS_MOST; i++)
        if (pads->items[i].id == id)
            pads->items[i].used = false;
    if (pads->held_by == id)
        pads->held = false;
}

static int direction_of(const struct pad *pad)
{
    static const int buttons[2][2] = {
        {SDL_CONTROLLER_BUTTON_DPAD_LEFT, SDL_CONTROLLER_BUTTON_DPAD_RIGHT},
        {SDL_CONTROLLER_BUTTON_DPAD_UP, SDL_CONTROLLER_BUTTON_DPAD_DOWN}};
    int x = pad->axes[SDL_CONTROLLER_AXIS_LEFTX], y = pad->axes[SDL_CONTROLLER_AXIS_LEFTY];
    bool upright = abs(y) > abs(x);
    int way = upright ? y : x, least = pad->direction < 0 ? PADS_AXIS_IN : PADS_AXIS_OUT;
    return abs(way) < least ? -1 : buttons[upright][way > 0];
}

static bool on_stick(struct pads *pads, const struct bindings *bindings, struct pad *pad, tick now,
                     struct request *out)
{
    int before = pad->direction, direction = direction_of(pad);
    if (direction == before)
        return false;
    pad->direction = direction;
    let_go(pads, pad->id, before);
    return direction >= 0 && push(pads, bindings, pad->id, direction, now, out);
}

static bool on_trigger(struct pads *pads, const struct bindings *bindings, struct pad *pad,
                       int which, int way, tick now, struct request *out)
{
    bool before = pad->triggers[which];
    bool in = way > (before ? PADS_AXIS_OUT : PADS_AXIS_IN);
    pad->triggers[which] = in;
    if (before && !in)
        let_go(pads, pad->id, PAD_LEFT_TRIGGER + which);
    return in && !before && push(pads, bindings, pad->id, PAD_LEFT_TRIGGER + which, now, out);
}

static bool on_axis(struct pads *pads, const struct bindings *bindings,
                    const SDL_ControllerAxisEvent *event, tick now, struct request *out)
{
    struct pad *pad = event->axis < SDL_CONTROLLER_AXIS_MAX ? pad_of(pads, event->which) : NULL;
    if (pad == NULL)
        return false;
    pad->axes[event->axis] = event->value;
    switch (event->axis) {
    case SDL_CONTROLLER_AXIS_LEFTX:
    case SDL_CONTROLLER_AXIS_LEFTY:
        return on_stick(pads, bindings, pad, now, out);
    case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
        return on_trigger(pads, bindings, pad, 0, event->value, now, out);
    case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
        return on_trigger(pads, bindings, pad, 1, event->value, now, out);
    default:
        return false;
    }
}

bool pads_translate(struct pads *pads, const struct bindings *bindings, const SDL_Event *event,
                    tick now, struct request *out)
{
    switch (event->type) {
    case SDL_CONTROLLERBUTTONDOWN:
        return push(pads, bindings, event->cbutton.which, event->cbutton.button, now, out);
    case SDL_CONTROLLERBUTTONUP:
        let_go(pads, event->cbutton.which, event->cbutton.button);
        return false;
    case SDL_CONTROLLERAXISMOTION:
        return on_axis(pads, bindings, &event->caxis, now, out);
    case SDL_CONTROLLERDEVICEREMOVED:
        forget(pads, event->cdevice.which);
        return false;
    default:
        return false;
    }
}

tick pads_next(const struct pads *pads)
{
    return pads->held ? pads->next : TICK_NEVER;
}

bool pads_elapse(struct pads *pads, const struct bindings *bindings, tick now, struct request *out)
{
    if (now < pads_next(pads))
        return false;
    pads->next = now + PADS_REPEAT_EVERY;
    pads->held = now - pads->held_since < PADS_REPEAT_LAST;
    return pads->held && bindings_button(bindings, pads->held_button, out);
}

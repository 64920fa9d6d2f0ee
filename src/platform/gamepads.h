// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_GAMEPADS_H
#define UNKNOT_PLATFORM_GAMEPADS_H

#include "base/tick.h"

#include <SDL_events.h>
#include <stdbool.h>

/* The gamepads that are plugged in. SDL looks at them only when it is asked to; left alone it would
 * look a thousand times a second, also at a paused screen. One thread. */
struct gamepads {
    bool started;
    int count; /* open ones */
};

/* Takes some milliseconds: best after the first picture. `mappings`: a file in the community's
 * format that names buttons of pads which SDL does not know; NULL, or not there: none. */
void gamepads_start(struct gamepads *gamepads, const char *mappings);
void gamepads_stop(struct gamepads *gamepads);
/* Makes events of what was pressed, plugged in and pulled out since the last call. True: there are
 * some to be taken. */
bool gamepads_look(const struct gamepads *gamepads);
/* How long nobody may look without a person noticing. */
tick gamepads_pace(const struct gamepads *gamepads);
/* Opens the pad that came, closes the one that went. */
void gamepads_event(struct gamepads *gamepads, const SDL_Event *event);

#endif

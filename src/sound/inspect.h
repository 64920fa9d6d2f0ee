// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_INSPECT_H
#define UNKNOT_SOUND_INSPECT_H

#include <stdbool.h>

/* What would be heard, found by trying, silently. For the doctor, while no sound is open. */

enum { INSPECT_SOUND_NAME = 128 };

enum inspected_state {
    INSPECT_FINE,
    INSPECT_FAILS,  /* `why` */
    INSPECT_SILENT, /* the sound server does not answer */
};

struct inspected_sound {
    enum inspected_state state;
    char driver[INSPECT_SOUND_NAME]; /* SDL's name: "pulseaudio", "alsa" */
    char device[INSPECT_SOUND_NAME]; /* the default one, as far as it has a name */
    char why[INSPECT_SOUND_NAME];
    int rate;
};

/* Takes up to three seconds when the sound server does not answer. */
void inspect_sound(struct inspected_sound *out);
/* True: the voice can be loaded. */
bool inspect_voice(void);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_BUS_H
#define UNKNOT_SOUND_BUS_H

/* What is heard comes in four kinds, each with a volume of its own under the one for everything. */
enum bus { BUS_VOICE, BUS_CUES, BUS_BREATH, BUS_AMBIENCE, BUSES };

/* Everything as loud as it goes: for int volumes[BUSES]. */
#define BUS_FULL                                                                                   \
    {                                                                                              \
        100, 100, 100, 100                                                                         \
    }

#endif

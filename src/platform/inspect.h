// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_INSPECT_H
#define UNKNOT_PLATFORM_INSPECT_H

#include <stdbool.h>

/* What a window would be shown on and text written with, found by trying; nothing is seen of it.
 * For the doctor. On the main thread, with no platform open. */

enum { INSPECT_DISPLAYS = 8, INSPECT_NAME = 64 };

struct inspected_display {
    char name[INSPECT_NAME];
    int width, height; /* pixels */
    int hertz;         /* 0: not known */
};

struct inspected_screen {
    char driver[INSPECT_NAME];   /* SDL's name: "x11", "wayland", "KMSDRM" */
    char renderer[INSPECT_NAME]; /* of a graphics card; empty: painted on the processor */
    int display_count;           /* at most INSPECT_DISPLAYS are described */
    struct inspected_display displays[INSPECT_DISPLAYS];
    int gamepads;
};

/* False: there is no display that a window can be opened on. */
bool inspect_screen(struct inspected_screen *out);

/* The family of the font that text is written with. False: there is none. */
bool inspect_font(char family[INSPECT_NAME]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_VIEW_THEME_H
#define UNKNOT_VIEW_THEME_H

#include "view/draw.h"

/* What the screens are painted with, as data. Every ink reads against every ground it is used on:
 * at least 4.5:1, in the high-contrast theme 7:1 (a test measures it). Nothing is told by colour
 * alone. */
struct theme {
    const char *name;    /* as on the command line */
    bool high_contrast;  /* promises 7:1 */
    colour top, bottom;  /* the background, shading down the screen */
    colour ink, quiet;   /* text, and text that may be read later */
    colour accent, warm; /* progress and focus; what to do this second */
    colour accent_ink;   /* text on the accent */
    colour surface;      /* cards */
    colour raised;       /* what has the focus on a card, and the disc behind a clock */
    colour track;        /* what progress runs on */
    colour orb_middle, orb_rim, orb_ink;
    colour glow;                      /* around the breathing circle; translucent */
    colour shade;                     /* laid over a screen that waits */
    colour dark, dark_ink, dark_glow; /* eyes closed */
};

enum theme_name { THEME_NIGHT, THEME_LIGHT, THEME_CONTRAST, THEMES };
extern const struct theme theme_table[THEMES];
/* NULL when there is none of that name. */
const struct theme *theme_find(const char *name);

#endif

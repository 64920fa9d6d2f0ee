// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_FONT_H
#define UNKNOT_PLATFORM_FONT_H

#include "view/draw.h"

#include <fontconfig/fontconfig.h>
#include <SDL_ttf.h>

/* Fonts found by fontconfig and opened when first needed: Inter where it is installed, else the
 * system's sans; for a character those lack, the first font of the system that has it. With no font
 * at all there is one line in the log and no text. One thread.
 */
enum { FONT_FALLBACKS = 6 };

struct font {
    TTF_Font *ttf;      /* NULL: not opened */
    FcCharSet *letters; /* fallbacks only: what it was opened for */
    int size;           /* the size it is set to */
};

struct font_set {
    FcConfig *config; /* NULL until the first font is looked for */
    struct font fonts[FONT_KINDS];
    bool looked_for[FONT_KINDS];
    struct font fallbacks[FONT_FALLBACKS];
    int fallback_count;
    FcFontSet *others; /* fonts of the system in the order to try them; NULL until needed */
    bool started;      /* SDL_ttf is */
    bool failed;       /* there is no text on this machine */
};

void font_set_init(struct font_set *set);
void font_set_finish(struct font_set *set);

/* Set to `size` pixels per em. NULL: this machine has no font. Belongs to the set, and keeps the
 * size only until the next call. */
TTF_Font *font_get(struct font_set *set, enum draw_font kind, int size);
/* The font for a character: `kind`'s own, or the fallback's number. -1: kind's own. */
int font_find(struct font_set *set, enum draw_font kind, uint32_t character);
TTF_Font *font_get_fallback(struct font_set *set, int number, int size);

#endif

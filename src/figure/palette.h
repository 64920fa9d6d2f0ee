// SPDX-License-Identifier: MIT
#ifndef UNKNOT_FIGURE_PALETTE_H
#define UNKNOT_FIGURE_PALETTE_H

#include "base/arena.h"
#include "base/diag.h"
#include "figure/figure.h"

#include <stdint.h>

/* Who is drawn: how the hair is worn, and four colours for each ground that a theme may have. The
 * tones of far limbs and folds follow from them, and props keep the colours of the theme.
 */
enum palette_part { PALETTE_SKIN, PALETTE_HAIR, PALETTE_TOP, PALETTE_TROUSERS, PALETTE_PARTS };
enum palette_ground { PALETTE_NIGHT, PALETTE_LIGHT, PALETTE_CONTRAST, PALETTE_GROUNDS };

struct palette {
    enum figure_hair_style hair;
    uint32_t colours[PALETTE_GROUNDS][PALETTE_PARTS]; /* 0xRRGGBBAA, opaque */
};

/* What is drawn when nothing else is asked for: the same as routines/palettes/lagoon.yaml, which
 * need not be there. */
extern const struct palette palette_default;
#define PALETTE_DEFAULT_NAME "lagoon"

/* Reads a palette file. NULL: the reasons are in `diags`. It lives in the arena. */
const struct palette *palette_read(struct arena *arena, const char *path, struct diag_list *diags);
/* The same for a text in memory, which must outlive the arena's use. */
const struct palette *palette_parse(struct arena *arena, const char *name, const char *text,
                                    size_t length, struct diag_list *diags);

/* The words of the file format, for the schema and its test: keys, parts and hair styles. */
struct figure_words;
struct figure_words palette_keys(void);
struct figure_words palette_parts(void);
struct figure_words palette_hair_styles(void);

#endif

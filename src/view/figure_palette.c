// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/theme.h"

/* Props and the light on a muscle have the colours of the theme. On a light ground props may be
 * paler; on black everything that meets the ground stands out from it by 3:1 or more. */
static const struct figure_palette props[PALETTE_GROUNDS] = {
    [PALETTE_NIGHT] = {{
        [FIGURE_MAT] = 0x2F5D62FF,
        [FIGURE_ROLLER] = 0xE3B341FF,
        [FIGURE_ROLLER_CORE] = 0xA97A22FF,
        [FIGURE_PROP] = 0x4C6B75FF,
        [FIGURE_PROP_FAR] = 0x35525CFF,
        [FIGURE_GLOW] = 0xFFBE7AFF,
        [FIGURE_WOOD] = 0xB98A62FF,
        [FIGURE_SCREEN] = 0xA9D8E6FF,
        [FIGURE_CLOTH] = 0xBCC6CCFF,
        [FIGURE_CLOTH_SHADE] = 0x8F9CA5FF,
        [FIGURE_SHADE] = 0x060E13FF,
    }},
    [PALETTE_LIGHT] = {{
        [FIGURE_MAT] = 0x8FB8B2FF,
        [FIGURE_ROLLER] = 0xE3B341FF,
        [FIGURE_ROLLER_CORE] = 0xA97A22FF,
        [FIGURE_PROP] = 0x9FB4B8FF,
        [FIGURE_PROP_FAR] = 0x849DA3FF,
        [FIGURE_GLOW] = 0xFFC98AFF,
        [FIGURE_WOOD] = 0xC09468FF,
        [FIGURE_SCREEN] = 0x58AECBFF,
        [FIGURE_CLOTH] = 0xB4C0C8FF,
        [FIGURE_CLOTH_SHADE] = 0x8496A2FF,
        [FIGURE_SHADE] = 0x1F3B45FF,
    }},
    [PALETTE_CONTRAST] = {{
        [FIGURE_MAT] = 0x6FA3A8FF,
        [FIGURE_ROLLER] = 0xF5CB5CFF,
        [FIGURE_ROLLER_CORE] = 0x97702BFF,
        [FIGURE_PROP] = 0x9DBBC4FF,
        [FIGURE_PROP_FAR] = 0x6F8D97FF,
        [FIGURE_GLOW] = 0xFFE08AFF,
        [FIGURE_WOOD] = 0xD9AE84FF,
        [FIGURE_SCREEN] = 0xDDF4FAFF,
        [FIGURE_CLOTH] = 0xDDE5EAFF,
        [FIGURE_CLOTH_SHADE] = 0x94A3ADFF,
        [FIGURE_SHADE] = 0x000000FF,
    }},
};

/* The tones of a body: a part of it with this share of its red, green and blue. The shade of skin
 * is warm. */
static const struct {
    enum figure_paint paint;
    enum palette_part part;
    float shares[3];
} tones[] = {
    {FIGURE_TOP, PALETTE_TOP, {1, 1, 1}},
    {FIGURE_TOP_FAR, PALETTE_TOP, {0.8f, 0.81f, 0.81f}},
    {FIGURE_TOP_SHADE, PALETTE_TOP, {0.86f, 0.86f, 0.86f}},
    {FIGURE_TROUSERS, PALETTE_TROUSERS, {1, 1, 1}},
    {FIGURE_TROUSERS_FAR, PALETTE_TROUSERS, {0.79f, 0.8f, 0.81f}},
    {FIGURE_TROUSERS_SHADE, PALETTE_TROUSERS, {0.9f, 0.9f, 0.92f}},
    {FIGURE_SKIN, PALETTE_SKIN, {1, 1, 1}},
    {FIGURE_SKIN_FAR, PALETTE_SKIN, {0.85f, 0.81f, 0.79f}},
    {FIGURE_SKIN_SHADE, PALETTE_SKIN, {0.925f, 0.88f, 0.86f}},
    {FIGURE_HAIR, PALETTE_HAIR, {1, 1, 1}},
};

/* The light on hair: this much nearer to white. */
#define SHEEN 0.16f

static colour toned(colour from, const float shares[3], float white)
{
    colour out = from & 0xFF;
    for (int i = 0; i < 3; i++) {
        int shift = 24 - 8 * i;
        float channel = (float)(from >> shift & 0xFF) * shares[i];
        out |= (colour)(channel + (255 - channel) * white + 0.5f) << shift;
    }
    return out;
}

struct figure_palette figure_palette_for(const struct theme *theme, const struct palette *body)
{
    enum palette_ground ground = theme->high_contrast        ? PALETTE_CONTRAST
                                 : (theme->top >> 24) > 0x80 ? PALETTE_LIGHT
                                                             : PALETTE_NIGHT;
    struct figure_palette out = props[ground];
    if (body == NULL)
        body = &palette_default;
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++)
        out.paints[tones[i].paint] =
            toned(body->colours[ground][tones[i].part], tones[i].shares, 0);
    out.paints[FIGURE_HAIR_SHEEN] =
        toned(body->colours[ground][PALETTE_HAIR], (const float[]){1, 1, 1}, SHEEN);
    return out;
}

enum figure_hair_style figure_hair_of(const struct palette *body)
{
    return body != NULL ? body->hair : palette_default.hair;
}

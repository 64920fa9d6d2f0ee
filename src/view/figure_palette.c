// SPDX-License-Identifier: MIT
#include "view/figure_view.h"
#include "view/theme.h"

const struct figure_palette figure_palette_default = {
    .paints =
        {
            [FIGURE_TOP] = 0x3FA796FF,
            [FIGURE_TOP_FAR] = 0x32877AFF,
            [FIGURE_TROUSERS] = 0x2E4A62FF,
            [FIGURE_TROUSERS_FAR] = 0x243B4FFF,
            [FIGURE_SKIN] = 0xE0A989FF,
            [FIGURE_SKIN_FAR] = 0xC08B6EFF,
            [FIGURE_HAIR] = 0x3A2A26FF,
            [FIGURE_MAT] = 0x2F5D62FF,
            [FIGURE_ROLLER] = 0xD98F5CFF,
            [FIGURE_ROLLER_CORE] = 0xA8683FFF,
            [FIGURE_PROP] = 0x4C6B75FF,
            [FIGURE_PROP_FAR] = 0x35525CFF,
            [FIGURE_GLOW] = 0xFFBE7AFF,
            [FIGURE_TOP_SHADE] = 0x358F81FF,
            [FIGURE_TROUSERS_SHADE] = 0x29435AFF,
            [FIGURE_SKIN_SHADE] = 0xCF9576FF,
            [FIGURE_SHADE] = 0x060E13FF,
            [FIGURE_HAIR_SHEEN] = 0x584039FF,
            [FIGURE_WOOD] = 0xB98A62FF,
            [FIGURE_SCREEN] = 0xA9D8E6FF,
            [FIGURE_CLOTH] = 0xBCC6CCFF,
            [FIGURE_CLOTH_SHADE] = 0x8F9CA5FF,
        },
};

/* On black: every part that meets the ground stands out from it by 3:1 or more. */
static const struct figure_palette contrast = {
    .paints =
        {
            [FIGURE_TOP] = 0x5FD6C2FF,
            [FIGURE_TOP_FAR] = 0x46A897FF,
            [FIGURE_TROUSERS] = 0x7FA6CCFF,
            [FIGURE_TROUSERS_FAR] = 0x5F82A5FF,
            [FIGURE_SKIN] = 0xF2C4A6FF,
            [FIGURE_SKIN_FAR] = 0xCB9C80FF,
            [FIGURE_HAIR] = 0x8F6B5CFF,
            [FIGURE_MAT] = 0x6FA3A8FF,
            [FIGURE_ROLLER] = 0xF0A870FF,
            [FIGURE_ROLLER_CORE] = 0x9A5F38FF,
            [FIGURE_PROP] = 0x9DBBC4FF,
            [FIGURE_PROP_FAR] = 0x6F8D97FF,
            [FIGURE_GLOW] = 0xFFE08AFF,
            [FIGURE_TOP_SHADE] = 0x4DB8A6FF,
            [FIGURE_TROUSERS_SHADE] = 0x7095BAFF,
            [FIGURE_SKIN_SHADE] = 0xDFAC8EFF,
            [FIGURE_SHADE] = 0x000000FF,
            [FIGURE_HAIR_SHEEN] = 0xB08C7CFF,
            [FIGURE_WOOD] = 0xD9AE84FF,
            [FIGURE_SCREEN] = 0xDDF4FAFF,
            [FIGURE_CLOTH] = 0xDDE5EAFF,
            [FIGURE_CLOTH_SHADE] = 0x94A3ADFF,
        },
};

/* On a light ground props may be paler, and trousers need not be so dark. */
static const struct figure_palette light = {
    .paints =
        {
            [FIGURE_TOP] = 0x35998AFF,
            [FIGURE_TOP_FAR] = 0x2A7D71FF,
            [FIGURE_TROUSERS] = 0x35546FFF,
            [FIGURE_TROUSERS_FAR] = 0x28425AFF,
            [FIGURE_SKIN] = 0xD99E7CFF,
            [FIGURE_SKIN_FAR] = 0xBB8364FF,
            [FIGURE_HAIR] = 0x3A2A26FF,
            [FIGURE_MAT] = 0x8FB8B2FF,
            [FIGURE_ROLLER] = 0xD98F5CFF,
            [FIGURE_ROLLER_CORE] = 0xA8683FFF,
            [FIGURE_PROP] = 0x9FB4B8FF,
            [FIGURE_PROP_FAR] = 0x849DA3FF,
            [FIGURE_GLOW] = 0xFFC98AFF,
            [FIGURE_TOP_SHADE] = 0x2C8577FF,
            [FIGURE_TROUSERS_SHADE] = 0x304D66FF,
            [FIGURE_SKIN_SHADE] = 0xC98C6BFF,
            [FIGURE_SHADE] = 0x1F3B45FF,
            [FIGURE_HAIR_SHEEN] = 0x584039FF,
            [FIGURE_WOOD] = 0xC09468FF,
            [FIGURE_SCREEN] = 0x58AECBFF,
            [FIGURE_CLOTH] = 0xB4C0C8FF,
            [FIGURE_CLOTH_SHADE] = 0x8496A2FF,
        },
};

const struct figure_palette *figure_palette_for(const struct theme *theme)
{
    if (theme->high_contrast)
        return &contrast;
    return (theme->top >> 24) > 0x80 ? &light : &figure_palette_default;
}

// SPDX-License-Identifier: MIT
#include "view/theme.h"

#include "base/text.h"

const struct theme theme_table[THEMES] = {
    [THEME_NIGHT] =
        {
            .name = "night",
            .top = 0x0E1B24FF,
            .bottom = 0x16303AFF,
            .ink = 0xF4EFE6FF,
            .quiet = 0x9FB4BAFF,
            .accent = 0x7FD1C7FF,
            .accent_ink = 0x0E1B24FF,
            .warm = 0xF0B27AFF,
            .surface = 0x1B3540FF,
            .raised = 0x26474FFF,
            .track = 0x264550FF,
            .orb_middle = 0xB6E7DFFF,
            .orb_rim = 0x58ADA5FF,
            .orb_ink = 0x0E1B24FF,
            .glow = 0x7FD1C7A0,
            .shade = 0x0A141BD9,
            .dark = 0x000000FF,
            .dark_ink = 0x75868AFF,
            .dark_glow = 0x7FD1C730,
        },
    [THEME_LIGHT] =
        {
            .name = "light",
            .top = 0xFAF7F0FF,
            .bottom = 0xE6EEEBFF,
            .ink = 0x14262EFF,
            .quiet = 0x4A5F68FF,
            .accent = 0x1B7A71FF,
            .accent_ink = 0xFFFFFFFF,
            .warm = 0x8F4E12FF,
            .surface = 0xFFFFFFFF,
            .raised = 0xDCECE8FF,
            .track = 0xC5D6D3FF,
            .orb_middle = 0xD2F1EBFF,
            .orb_rim = 0x74C4B9FF,
            .orb_ink = 0x0E1B24FF,
            .glow = 0x4FB3A866,
            .shade = 0xD9E3E1E6,
            .dark = 0x000000FF,
            .dark_ink = 0x75868AFF,
            .dark_glow = 0x7FD1C730,
        },
    [THEME_CONTRAST] =
        {
            .name = "contrast",
            .high_contrast = true,
            .top = 0x000000FF,
            .bottom = 0x000000FF,
            .ink = 0xFFFFFFFF,
            .quiet = 0xD8E4E7FF,
            .accent = 0x8FF0E4FF,
            .accent_ink = 0x000000FF,
            .warm = 0xFFCF9EFF,
            .surface = 0x0C1418FF,
            .raised = 0x1E3A44FF,
            .track = 0x47606AFF,
            .orb_middle = 0xD9FFF8FF,
            .orb_rim = 0x8FE3D8FF,
            .orb_ink = 0x000000FF,
            .glow = 0x8FF0E43A,
            .shade = 0x000000E6,
            .dark = 0x000000FF,
            .dark_ink = 0x97A5A8FF,
            .dark_glow = 0x7FD1C73A,
        },
};

const struct theme *theme_find(const char *name)
{
    for (int i = 0; i < THEMES; i++)
        if (text_equal(theme_table[i].name, name))
            return &theme_table[i];
    return NULL;
}

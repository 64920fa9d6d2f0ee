// SPDX-License-Identifier: MIT
#include "platform/inspect.h"

#include "platform/font.h"
#include "platform/platform.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

static void copy(char *to, size_t size, const char *from)
{
    (void)snprintf(to, size, "%s", from != NULL ? from : "");
}

static void inspect_displays(struct inspected_screen *out)
{
    int count = SDL_GetNumVideoDisplays();
    out->display_count = count < 0 ? 0 : count;
    for (int i = 0; i < count && i < INSPECT_DISPLAYS; i++) {
        struct inspected_display *display = &out->displays[i];
        SDL_DisplayMode mode = {0};
        const char *name = SDL_GetDisplayName(i);
        bool only_number = name != NULL && strspn(name, "0123456789") == strlen(name);
        copy(display->name, sizeof display->name, only_number ? "" : name);
        if (SDL_GetDesktopDisplayMode(i, &mode) != 0)
            continue;
        display->width = mode.w;
        display->height = mode.h;
        display->hertz = mode.refresh_rate;
    }
}

static void inspect_gamepads(struct inspected_screen *out)
{
    if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0)
        return;
    for (int i = 0; i < SDL_NumJoysticks(); i++)
        out->gamepads += SDL_IsGameController(i) == SDL_TRUE;
    SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
}

bool inspect_screen(struct inspected_screen *out)
{
    *out = (struct inspected_screen){.display_count = 0};
    const struct platform_options options = {
        .title = "unknot", .windowed = true, .hidden = true, .width = 64, .height = 64};
    const char *why = NULL;
    struct platform *platform = platform_open(&options, &why);
    if (platform == NULL)
        return false;
    struct platform_facts facts = platform_facts(platform);
    copy(out->driver, sizeof out->driver, facts.video);
    copy(out->renderer, sizeof out->renderer, facts.accelerated ? facts.renderer : "");
    inspect_displays(out);
    inspect_gamepads(out);
    platform_close(platform);
    return true;
}

bool inspect_font(char family[INSPECT_NAME])
{
    enum { ANY_SIZE = 16 };
    struct font_set set;
    font_set_init(&set);
    TTF_Font *font = font_get(&set, FONT_REGULAR, ANY_SIZE);
    if (font != NULL)
        copy(family, INSPECT_NAME, TTF_FontFaceFamilyName(font));
    font_set_finish(&set);
    return font != NULL;
}

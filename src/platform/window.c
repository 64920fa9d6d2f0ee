// SPDX-License-Identifier: MIT
#include "platform/window.h"

#include "base/arena.h"
#include "base/log.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* What is left of a desktop whose last display is switched off. */
enum { NO_DISPLAY = 64 };
enum { LEAST_SIDE = 16, MOST_SIDE = 16384, MOST_BOXES = 16 };

/* A graphics card shows as a render node. Asking OpenGL itself would load an emulation of some
 * hundred megabytes where there is none. */
static bool has_graphics_card(void)
{
    DIR *folder = opendir("/dev/dri");
    if (folder == NULL)
        return false;
    bool found = false;
    for (struct dirent *entry = readdir(folder); entry != NULL && !found; entry = readdir(folder))
        found = strncmp(entry->d_name, "renderD", 7) == 0;
    closedir(folder);
    return found;
}

/* Windows of these have no memory that could be painted on: SDL shows pictures there with OpenGL,
 * emulated if need be, or not at all. */
static bool has_only_renderers(void)
{
    static const char *const drivers[] = {"wayland", "kmsdrm"};
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers && driver != NULL; i++)
        if (SDL_strcasecmp(drivers[i], driver) == 0)
            return true;
    return false;
}

/* What SDL_RENDER_DRIVER asks for goes first; then a card, if there is one. */
static bool wants_renderer(void)
{
    if (has_only_renderers())
        return true;
    const char *asked = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    if (asked != NULL && *asked != '\0')
        return strcmp(asked, "software") != 0;
    return has_graphics_card();
}

static void open_renderer(struct window *window)
{
    window->renderer = SDL_CreateRenderer(window->window, -1,
                                          SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (window->renderer == NULL)
        log_info("no graphics card is used: %s", SDL_GetError());
}

/* A small window, and how far it stays from the edges: of the shorter side of the screen. */
#define CORNER_HEIGHT 0.34
#define CORNER_SHAPE 1.6 /* as wide as high */
#define CORNER_GAP 0.03

static SDL_Rect place_in_corner(int display)
{
    SDL_Rect screen = {0, 0, 1280, 720};
    SDL_GetDisplayUsableBounds(display, &screen);
    double side = screen.w < screen.h ? screen.w : screen.h;
    SDL_Rect out = {.w = (int)(side * CORNER_HEIGHT * CORNER_SHAPE),
                    .h = (int)(side * CORNER_HEIGHT)};
    out.x = screen.x + screen.w - out.w - (int)(side * CORNER_GAP);
    out.y = screen.y + screen.h - out.h - (int)(side * CORNER_GAP);
    return out;
}

/* Of the window when it is no full screen. */
static SDL_Rect place(const struct platform_options *options, int display)
{
    SDL_Rect screen = {0, 0, 1280, 720};
    SDL_GetDisplayBounds(display, &screen);
    int width = options->width > 0 ? options->width : screen.w * 3 / 4;
    int height = options->height > 0 ? options->height : screen.h * 3 / 4;
    return (SDL_Rect){.x = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display),
                      .y = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display),
                      .w = SDL_clamp(width, LEAST_SIDE, MOST_SIDE),
                      .h = SDL_clamp(height, LEAST_SIDE, MOST_SIDE)};
}

bool window_open(struct window *window, const struct platform_options *options, const char **why)
{
    *window = (struct window){.full_screen = !options->windowed, .title = options->title};
    int display = options->display;
    if (display < 0 || display >= SDL_GetNumVideoDisplays()) {
        log_warning("there is no display %d: the first one is used", display);
        display = 0;
    }
    placement_init(&window->placement, display);
    if (options->no_card)
        SDL_SetHintWithPriority(SDL_HINT_RENDER_DRIVER, "software", SDL_HINT_OVERRIDE);
    bool card = wants_renderer();
    SDL_Rect at = options->corner ? place_in_corner(display) : place(options, display);
    Uint32 flags = (options->corner ? SDL_WINDOW_ALWAYS_ON_TOP : SDL_WINDOW_RESIZABLE) |
                   (card ? SDL_WINDOW_ALLOW_HIGHDPI : 0) |
                   (options->hidden ? SDL_WINDOW_HIDDEN : 0) |
                   (options->windowed ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    /* An X server without a window manager knows no full screens: there the size makes it one. */
    SDL_Rect screen = at;
    if (window->full_screen && SDL_GetDisplayBounds(display, &screen) == 0)
        window->later = at;
    window->window = SDL_CreateWindow(options->title, at.x, at.y, screen.w, screen.h, flags);
    if (window->window == NULL) {
        *why = SDL_GetError();
        return false;
    }
    window->flags = flags;
    if (card)
        open_renderer(window);
    return true;
}

/* What they drew on is gone with them. */
static void close_both(SDL_Window *window, SDL_Renderer *renderer)
{
    if (renderer != NULL)
        SDL_DestroyRenderer(renderer);
    if (window != NULL)
        SDL_DestroyWindow(window);
}

bool window_renew(struct window *window)
{
    SDL_Rect at = {.w = 640, .h = 360};
    int display = SDL_max(SDL_GetWindowDisplayIndex(window->window), 0);
    SDL_GetWindowSize(window->window, &at.w, &at.h);
    if (window->full_screen)
        SDL_GetDisplayBounds(display, &at);
    at.x = at.y = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)display);
    SDL_Window *fresh =
        SDL_CreateWindow(window->title, at.x, at.y, at.w, at.h, window->flags & ~SDL_WINDOW_HIDDEN);
    if (fresh == NULL)
        return false;
    bool card = window->renderer != NULL;
    window_lose_textures(window);
    close_both(window->window, window->renderer);
    window->window = fresh;
    window->renderer = NULL;
    window->surface = NULL;
    window->canvas = (struct canvas){0};
    if (card)
        open_renderer(window);
    return true;
}

void window_close(struct window *window)
{
    close_both(window->window, window->renderer);
    free(window->own);
    *window = (struct window){0};
}

void window_lose_textures(struct window *window)
{
    if (window->texture != NULL)
        SDL_DestroyTexture(window->texture);
    window->texture = NULL;
}

static bool use_own_pixels(struct window *window, int width, int height)
{
    size_t wanted = (size_t)width * (size_t)height;
    if (window->canvas.pixels == window->own && window->canvas.width == width &&
        window->canvas.height == height && window->own != NULL)
        return true;
    if (wanted > window->own_size) {
        free(window->own);
        window->own = memory_alloc(wanted * sizeof *window->own);
        window->own_size = wanted;
    }
    window->canvas = (struct canvas){window->own, width, height, width};
    return true;
}

static bool is_direct(const SDL_Surface *surface)
{
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xFF0000 && format->Gmask == 0xFF00 &&
           format->Bmask == 0xFF && surface->pitch % 4 == 0 && !SDL_MUSTLOCK(surface);
}

static bool begin_surface(struct window *window)
{
    window->surface = SDL_GetWindowSurface(window->window);
    if (window->surface == NULL || window->surface->w < 1 || window->surface->h < 1)
        return false;
    if (!is_direct(window->surface))
        return use_own_pixels(window, window->surface->w, window->surface->h);
    window->canvas = (struct canvas){.pixels = window->surface->pixels,
                                     .width = window->surface->w,
                                     .height = window->surface->h,
                                     .stride = window->surface->pitch / 4};
    return window->canvas.pixels != NULL;
}

static bool begin_renderer(struct window *window)
{
    int width = 0, height = 0;
    if (SDL_GetRendererOutputSize(window->renderer, &width, &height) != 0 || width < 1 ||
        height < 1 || width > MOST_SIDE || height > MOST_SIDE)
        return false;
    if (window->canvas.width != width || window->canvas.height != height)
        window_lose_textures(window);
    return use_own_pixels(window, width, height);
}

static bool is_minimised(const struct window *window)
{
    return (SDL_GetWindowFlags(window->window) & (SDL_WINDOW_HIDDEN | SDL_WINDOW_MINIMIZED)) != 0;
}

static bool has_no_display(const struct window *window)
{
    return window->full_screen && window->canvas.width <= NO_DISPLAY &&
           window->canvas.height <= NO_DISPLAY;
}

bool window_begin(struct window *window)
{
    bool ready = !is_minimised(window) &&
                 (window->renderer != NULL ? begin_renderer(window) : begin_surface(window));
    if (!ready || has_no_display(window))
        window->canvas = (struct canvas){0};
    return window->canvas.pixels != NULL;
}

static SDL_Rect rect_of(struct clip clip)
{
    return (SDL_Rect){clip.x0, clip.y0, clip.x1 - clip.x0, clip.y1 - clip.y0};
}

static void upload(struct window *window, const SDL_Rect *rect)
{
    const struct canvas *canvas = &window->canvas;
    const uint32_t *from = canvas->pixels + (ptrdiff_t)rect->y * canvas->stride + rect->x;
    SDL_UpdateTexture(window->texture, rect, from, canvas->stride * 4);
}

static void show_renderer(struct window *window, const struct clip *boxes, int count)
{
    const struct canvas *canvas = &window->canvas;
    if (window->texture == NULL) {
        window->texture =
            SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_ARGB8888,
                              SDL_TEXTUREACCESS_STREAMING, canvas->width, canvas->height);
        if (window->texture == NULL)
            return;
        SDL_SetTextureBlendMode(window->texture, SDL_BLENDMODE_NONE);
        SDL_Rect all = {0, 0, canvas->width, canvas->height};
        upload(window, &all);
        count = 0;
    }
    for (int i = 0; i < count; i++) {
        SDL_Rect rect = rect_of(boxes[i]);
        upload(window, &rect);
    }
    SDL_RenderCopy(window->renderer, window->texture, NULL, NULL);
    SDL_RenderPresent(window->renderer);
}

static void copy_to_surface(struct window *window, SDL_Rect *rects, int count)
{
    const struct canvas *canvas = &window->canvas;
    SDL_Surface *from =
        SDL_CreateRGBSurfaceWithFormatFrom(canvas->pixels, canvas->width, canvas->height, 32,
                                           canvas->stride * 4, SDL_PIXELFORMAT_RGB888);
    for (int i = 0; i < count && from != NULL; i++) {
        SDL_Rect to = rects[i];
        SDL_BlitSurface(from, &rects[i], window->surface, &to);
    }
    SDL_FreeSurface(from);
}

static void show_surface(struct window *window, const struct clip *boxes, int count)
{
    SDL_Rect rects[MOST_BOXES];
    count = SDL_min(count, MOST_BOXES);
    for (int i = 0; i < count; i++)
        rects[i] = rect_of(boxes[i]);
    if (window->canvas.pixels != window->surface->pixels)
        copy_to_surface(window, rects, count);
    SDL_UpdateWindowSurfaceRects(window->window, rects, count);
}

void window_show(struct window *window, const struct clip *boxes, int count)
{
    if (window->renderer != NULL)
        show_renderer(window, boxes, count);
    else
        show_surface(window, boxes, count);
}

static void shrink(struct window *window)
{
    SDL_Rect *to = &window->later;
    if (to->w == 0)
        return;
    SDL_SetWindowSize(window->window, to->w, to->h);
    SDL_SetWindowPosition(window->window, to->x, to->y);
    to->w = 0;
}

void window_toggle_full_screen(struct window *window)
{
    Uint32 flags = window->full_screen ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP;
    if (!window->full_screen)
        placement_choose(&window->placement, window->window);
    if (SDL_SetWindowFullscreen(window->window, flags) != 0) {
        log_info("the window cannot change between full screen and not: %s", SDL_GetError());
        return;
    }
    window->full_screen = !window->full_screen;
    if (!window->full_screen)
        shrink(window);
}

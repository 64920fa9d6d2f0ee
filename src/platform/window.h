// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_WINDOW_H
#define UNKNOT_PLATFORM_WINDOW_H

#include "platform/canvas.h"
#include "platform/placement.h"
#include "platform/platform.h"

#include <SDL.h>

/* A window and the pixels that are shown in it. With a graphics card the canvas is uploaded to a
 * texture and shown in step with the screen; without one the canvas is the window's own memory, and
 * only boxes that changed are handed to the display. One thread.
 */
struct window {
    SDL_Window *window;
    SDL_Renderer *renderer; /* NULL: the window's surface is used */
    SDL_Texture *texture;   /* of the canvas's size; NULL: to be made anew */
    SDL_Surface *surface;   /* the window's, belongs to it; of this frame */
    uint32_t *own;          /* the canvas, unless the surface can be painted on itself */
    size_t own_size;        /* pixels there is room for */
    struct canvas canvas;   /* pixels NULL while there is nothing to draw on */
    bool full_screen;
    SDL_Rect later;    /* where it goes when it leaves its first full screen; w 0: it knows */
    const char *title; /* what it was made with: this outlives it */
    Uint32 flags;
    struct placement placement;
};

/* SDL's video is started. false: `*why` says what is missing. */
bool window_open(struct window *window, const struct platform_options *options, const char **why);
void window_close(struct window *window);
/* Another one in its place, on the same display, when it was taken away. False: it stays. */
bool window_renew(struct window *window);

/* Follows the window's size. False while there is nothing to draw on: it is minimised, or no
 * display shows it. The canvas's pixels are another pointer, or the size differs, when what it held
 * is lost.
 */
bool window_begin(struct window *window);
/* The device lost its textures: they are made anew with the next frame. The canvas is kept. */
void window_lose_textures(struct window *window);
/* Shows the canvas, of which only the boxes changed. */
void window_show(struct window *window, const struct clip *boxes, int count);
void window_toggle_full_screen(struct window *window);

#endif

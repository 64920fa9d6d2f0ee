// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PAINTER_H
#define UNKNOT_PLATFORM_PAINTER_H

#include "platform/gradient.h"
#include "platform/lettering.h"
#include "platform/picture.h"
#include "platform/shape.h"

/* Turns a draw list into pixels. The same list, size and fonts give the same pixels every time,
 * whichever part is painted at once. One thread. */
struct painter {
    struct scratch scratch;
    struct dither dither;
    struct lettering lettering;
    struct pictures pictures;
};

void painter_init(struct painter *painter);
void painter_finish(struct painter *painter);
/* Paints what of the list falls into `clip`, which lies within the canvas. */
void painter_paint(struct painter *painter, struct canvas *canvas, struct clip clip,
                   const struct draw_list *list);

/* Keeps the pictures a list names, and lets those that are being read come in. Call once a frame,
 * before painting. */
void painter_poll(struct painter *painter, const struct draw_list *list, tick now);
/* Grows when a picture that was painted as missing is there now. */
uint64_t painter_pictures(const struct painter *painter);
/* Something will change without the list changing: poll again soon. */
bool painter_waiting(const struct painter *painter);

/* Draws a list on its own, without a window, and writes it as a PNG. false: `*error` says why, in
 * words that can follow "cannot write FILE: ". Waits for the
 * pictures it names. */
bool painter_shot(struct painter *painter, const struct draw_list *list, const char *path,
                  const char **error);

#endif

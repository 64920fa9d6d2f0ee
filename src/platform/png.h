// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLATFORM_PNG_H
#define UNKNOT_PLATFORM_PNG_H

#include "platform/canvas.h"

/* Writes the canvas as a PNG without alpha. false: the file could not be written whole; the reason
 * is in errno. */
bool png_write(const struct canvas *canvas, const char *path);

#endif

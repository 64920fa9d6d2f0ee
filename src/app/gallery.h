// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_GALLERY_H
#define UNKNOT_APP_GALLERY_H

#include "figure/palette.h"
#include "program/app.h"

/* Draws every exercise that is found into `folder`/ID.png and prints the page that shows them, as
 * Markdown for a file beside that folder: picture, title, muscles, needs, and how much of it in
 * which routines. */
enum exit_code gallery_write(struct app *app, const struct palette *body, const char *folder);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_APP_SHOT_KIOSK_H
#define UNKNOT_APP_SHOT_KIOSK_H

#include "program/app.h"

/* The screens of a kiosk as pictures, on a Tuesday at 10:12 of an office that is as the example
 * says, or as `--config` does. */
bool shot_kiosk_has(const char *screen);
enum exit_code shot_kiosk(struct app *app, const struct options *options);

#endif

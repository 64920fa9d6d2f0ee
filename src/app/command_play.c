// SPDX-License-Identifier: MIT
#include "player/visit.h"
#include "program/command.h"

enum exit_code command_play(struct app *app, const struct options *options)
{
    return play_in(app, options, NULL);
}

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_PLAYER_SAMPLE_H
#define UNKNOT_PLAYER_SAMPLE_H

#include "program/app.h"
#include "settings/settings.h"
#include "sound/sound.h"

/* What a volume sounds like while it is being set. The sound device is opened with the first change
 * and closed when the screen is left; all zero to begin with. */
struct sample {
    struct sound *sound; /* NULL: closed */
};

/* One short sound of the kind that `setting` is the volume of, as loud as the options say now; what
 * sounds already gives way. Does nothing for other settings. Never waits. */
void sample_play(struct sample *sample, struct app *app, const struct options *options,
                 enum setting setting);
/* Now and then, while it is open. */
void sample_tend(struct sample *sample);
/* Up to a tenth of a second, and with an ambience three quarters. */
void sample_close(struct sample *sample);

#endif

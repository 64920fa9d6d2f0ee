// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_RESAMPLE_H
#define UNKNOT_SOUND_RESAMPLE_H

#include "sound/clip.h"

/* Samples of any rate to a clip at SOUND_RATE; does not set `ready`. No frames, and a log entry,
 * when it cannot be done. */
void resample(const int16_t *samples, size_t count, int rate, struct clip *clip);
/* To be called by a thread that used it, before it ends. */
void resample_end_thread(void);

#endif

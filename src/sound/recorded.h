// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_RECORDED_H
#define UNKNOT_SOUND_RECORDED_H

#include "base/arena.h"
#include "sound/clip.h"

/* A line that a person has recorded takes the place of the voice: a sound file in the folder of
 * recordings, named after the line (timeline/line_id.h), at most half a minute long. */

/* The file for a text; NULL when there is none, or no folder. */
const char *recorded_find(struct arena *arena, const char *folder, const char *text);
/* Without the silence around the words and as loud as the voice. False when there is none or,
 * which `warn` puts into the log, none that can be used. Does not set `ready`. */
bool recorded_load(const char *folder, const char *text, bool warn, struct clip *clip);

#endif

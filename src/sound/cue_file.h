// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_CUE_FILE_H
#define UNKNOT_SOUND_CUE_FILE_H

#include "sound/clip.h"
#include "timeline/timeline.h"

/* A person's own sound for a cue: NAME.ogg, .flac, .wav, .mp3 or .opus in their cues folder, NAME
 * as in cue_kind_name(). False when the folder has none, or, with a log entry, none that can be
 * used: damaged, or longer than ten seconds. Does not set `ready`. */
bool cue_file_load(const char *folder, enum cue_kind kind, struct clip *clip);

#endif

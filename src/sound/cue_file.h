// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_CUE_FILE_H
#define UNKNOT_SOUND_CUE_FILE_H

#include "sound/clip.h"
#include "timeline/timeline.h"

/* A person's own sound for a cue: NAME.wav, .ogg, .flac or .mp3 in their cues folder, NAME as in
 * cue_kind_name(). What the file is, its first bytes say, not its ending; anything but these four
 * is refused, because SDL_mixer would hand it to decoders of module and MIDI files. */
enum { CUE_FILE_MOST_SECONDS = 10 };

enum cue_format {
    CUE_FORMAT_NONE,
    CUE_FORMAT_WAV,
    CUE_FORMAT_OGG,
    CUE_FORMAT_FLAC,
    CUE_FORMAT_MP3
};

enum cue_format cue_format_of(const unsigned char *bytes, size_t length);
/* Largest file that is opened, in bytes: ten seconds, generously. */
size_t cue_format_most(enum cue_format format);

/* Needs an open device, whose format the sound is brought to. False when the folder has none, or,
 * with a log entry, none that can be used. Does not set `ready`. */
bool cue_file_load(const char *folder, enum cue_kind kind, struct clip *clip);

#endif

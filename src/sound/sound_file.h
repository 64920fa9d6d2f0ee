// SPDX-License-Identifier: MIT
#ifndef UNKNOT_SOUND_SOUND_FILE_H
#define UNKNOT_SOUND_SOUND_FILE_H

#include "base/arena.h"
#include "sound/clip.h"

/* A person's own sound, read piece by piece: WAV, Ogg Vorbis or Opus, FLAC, MP3, one or two
 * channels. What a file is, its first bytes say, not its ending; anything else is refused before a
 * decoder sees it, and so is what is no regular file. Nothing is believed of what its header says
 * about its length, and nothing is allocated by it. Needs no sound device.
 */
enum sound_format {
    SOUND_NONE,
    SOUND_WAV,
    SOUND_OGG, /* Vorbis or Opus, which must come first in the first page */
    SOUND_FLAC,
    SOUND_MP3,
};
enum { SOUND_MAGIC = 36 }; /* bytes that tell */
enum sound_format sound_format_of(const unsigned char *bytes, size_t length);

struct sound_limit {
    size_t bytes;   /* of the file */
    double seconds; /* decoded */
};

enum { SOUND_WHY = 96 };
struct sound_file;

/* NULL: `why` says why, in words that follow the path and a colon. Never blocks on a FIFO. */
struct sound_file *sound_file_open(const char *path, const struct sound_limit *limit,
                                   char why[SOUND_WHY]);
/* The same for an open file, which is closed in any case. */
struct sound_file *sound_file_take(int fd, const struct sound_limit *limit, char why[SOUND_WHY]);
/* NULL is fine. */
void sound_file_close(struct sound_file *file);

int sound_file_rate(const struct sound_file *file);
/* The next frames, as pairs of finite samples from -1 to 1; a single channel is given twice. Fewer
 * than asked for only at the end, at damage, or at the limit. */
size_t sound_file_read(struct sound_file *file, float *pairs, size_t frames);
/* The limit was reached before the end. */
bool sound_file_too_long(const struct sound_file *file);
/* Back to the first frame; false when it cannot be done. */
bool sound_file_rewind(struct sound_file *file);

/* The file `folder`/`name` with any ending such a sound may have; NULL when there is none. */
const char *sound_file_find(struct arena *arena, const char *folder, const char *name);
/* All of it, both channels as one, at SOUND_RATE. Does not set `ready`. False: as for
 * sound_file_open; nothing was made. */
bool sound_file_load(const char *path, const struct sound_limit *limit, struct clip *clip,
                     char why[SOUND_WHY]);

#endif

// SPDX-License-Identifier: MIT
#ifndef UNKNOT_TESTS_SOUND_MAKE_SOUND_H
#define UNKNOT_TESTS_SOUND_MAKE_SOUND_H

#include <stddef.h>

/* Sound files to test with. */
enum made_format { MADE_WAV, MADE_WAV_FLOAT, MADE_FLAC, MADE_OGG, MADE_OPUS, MADE_MP3, MADE_AIFF };

/* A steady tone of half of full scale; on the right, half of that and an octave higher. */
void make_sound(const char *path, enum made_format format, int rate, int channels, double seconds,
                double hertz);
void make_bytes(const char *path, const void *bytes, size_t length);
/* Keeps the first `length` bytes of a file. */
void make_shorter(const char *path, size_t length);
size_t size_of_file(const char *path);

#endif
